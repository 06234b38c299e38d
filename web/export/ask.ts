// What the export dialog asks the server, and what it knows of the columns beforehand.
import { useQuery } from '@tanstack/react-query'
import type { Page, Query } from '#core/report/query.ts'
import { kindOf } from '#core/field/kinds.ts'
import { post } from '../lib/api.ts'
import type { WebCatalog, WebObject } from '../lib/catalog.ts'
import { liveFields } from '../lib/catalog.ts'
import type { PathColumn } from '../field/path.ts'
import { columnAt } from '../field/path.ts'
import type { Lang } from '#core/lib/text.ts'

/** A list's question without its page. */
export type Asked = Pick<Query, 'filter' | 'search' | 'sort' | 'bin'>

export interface Choice {
  rows: 'whole' | 'selected'
  columns: 'view' | 'all'
  format: 'xlsx' | 'csv'
  content: 'values' | 'formulas'
  reason?: string
}

/** Above so many records restricted columns want a reason; the server says so, too. */
export const FEW = 100

export function useCount(object: string, asked: Asked): { n: number; exact: boolean } | undefined {
  const { filter, search, bin } = asked
  const { data } = useQuery({
    queryKey: ['records', object, 'export-count', filter, search, bin],
    queryFn: () => post<Page>(`/api/records/${object}/query`, { columns: [], filter, search: search || undefined, bin, size: 1, total: 'capped' }),
  })
  return data?.total == null ? undefined : { n: data.total, exact: data.exact }
}

/** Every field that the person sees and that has a value of its own in a row. */
export const allPaths = (object: WebObject): string[] =>
  liveFields(object).filter(field => !kindOf(field).typed || kindOf(field).columns(field).length > 0).map(field => field.key)

export const columnsAt = (catalog: WebCatalog, object: WebObject, paths: string[], lang: Lang): PathColumn[] =>
  paths.map(path => columnAt(catalog, object, path, lang)).filter(column => column !== undefined)

export const isDelicate = ({ field, masked }: PathColumn): boolean => !masked && (field.sensitivity === 'restricted' || field.sensitivity === 'sensitive')

export async function startExport(object: string, asked: Asked, ids: string[], paths: string[], choice: Choice): Promise<void> {
  const { filter, search, sort, bin } = asked
  const { id } = await post<{ id: string }>('/api/exports', {
    object, query: { filter, search: search || undefined, sort, bin }, ...(choice.rows === 'selected' ? { ids } : {}),
    columns: paths, format: choice.format, formulas: choice.format === 'xlsx' && choice.content === 'formulas', reason: choice.reason?.trim() || undefined,
  })
  // The browser saves the file as it comes: nothing of it passes through the page's memory.
  const link = document.createElement('a')
  link.href = `/api/exports/${id}`
  link.download = ''
  link.click()
}
