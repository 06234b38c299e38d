// The question a list puts to the server, and the rows of an answer in the grid's shape.
import type { Filter, Page, Query, Sort } from '#core/report/query.ts'
import { api, post } from '../lib/api.ts'
import type { WireRow } from '../lib/api-types.ts'
import type { WebObject } from '../lib/catalog.ts'
import type { GridRow } from '../grid/types.ts'

/** A list's question without its page. */
export interface ListQuery { object: string; columns: string[]; filter?: Filter; search?: string; sort: Sort[]; bin?: boolean }

export const rowOf = ({ id, version, _masked, _can, ...values }: WireRow): GridRow => ({ id, version, values })

/** The title is always asked for: cards, drawers and messages name the record by it. */
export const columnsOf = (object: WebObject, paths: string[]): string[] => [...new Set([object.title, ...paths])]

export async function askPage({ object, ...query }: ListQuery, page: Pick<Query, 'size' | 'after' | 'skip' | 'total'>, signal?: AbortSignal): Promise<Page> {
  const { columns, filter, search, sort, bin } = query
  return post<Page>(`/api/records/${object}/query`, { columns, filter, search: search || undefined, sort, bin, ...page }, { signal })
}

export interface Anchors { total: number; every: number; cursors: string[] }

export const askAnchors = ({ object, filter, search, sort, bin }: ListQuery, signal?: AbortSignal): Promise<Anchors> =>
  api<Anchors>(`/api/records/${object}/anchors`, { method: 'POST', body: { filter, search: search || undefined, sort, bin, every: 1000 }, signal })

export interface PivotAnswer { rows: Record<string, unknown>[]; more: boolean }

export const askPivot = ({ object, filter, search, bin }: Pick<ListQuery, 'object' | 'filter' | 'search' | 'bin'>, body: Pick<Query, 'group' | 'measures' | 'size' | 'sort'>, signal?: AbortSignal): Promise<PivotAnswer> =>
  post<PivotAnswer>(`/api/records/${object}/pivot`, { filter, search: search || undefined, bin, ...body }, { signal })
