// What a list shows and how: columns, filter, order, groups, layout. A view is a saved one of these.
import type { Filter, Sort } from '#core/report/query.ts'
import type { ListView } from '#core/object/object.ts'
import type { WebObject } from '../lib/catalog.ts'
import { liveFields } from '../lib/catalog.ts'

export type Layout = { kind: 'grid' } | { kind: 'kanban'; by: string } | { kind: 'calendar'; by: string }
export interface ColumnState { path: string; width?: number; frozen?: boolean }

export interface ViewState {
  columns: ColumnState[]
  filter?: Filter
  sort: Sort[]
  group: string[]
  layout: Layout
  /** The row of filters under the grid's header. */
  quick?: Record<string, string>
  showQuick?: boolean
}

export interface View {
  key: string
  label: string
  state: ViewState
  /** Of a saved view: its record, and whether everybody sees it. */
  saved?: { id: string; version: number; shared: boolean; mine: boolean }
}

export function stateOf(view: ListView, object: WebObject): ViewState {
  const columns = view.columns.length > 0 ? view.columns : liveFields(object).filter(field => !field.system).slice(0, 10).map(field => field.key)
  return { columns: columns.map((path, i) => (i === 0 || path === object.title ? { path, frozen: i < 2 } : { path })), filter: view.filter, sort: view.sort ?? [], group: [], layout: view.layout ?? { kind: 'grid' } }
}

/** A stored state may come from an older version or from a script: what is missing is filled in. */
export function readState(stored: unknown, fallback: ViewState): ViewState {
  return typeof stored === 'object' && stored !== null ? { ...fallback, ...stored as Partial<ViewState> } : fallback
}

/** What the server stored comes back with its keys in another order. */
const plain = (value: unknown): unknown => (Array.isArray(value) ? value.map(plain)
  : typeof value === 'object' && value !== null ? Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, plain(one)]) : value)

const essence = ({ quick: _quick, showQuick: _showQuick, ...state }: ViewState): string => JSON.stringify([
  state.columns.map(column => [column.path, column.width ?? null, column.frozen ?? false]), plain(state.filter ?? null), plain(state.sort), state.group, plain(state.layout)])

export const sameState = (a: ViewState, b: ViewState): boolean => essence(a) === essence(b)

/** Unsaved states by object and view, so that coming back finds the list as it was left. */
const left = new Map<string, ViewState>()
export const leftState = (object: string, view: string): ViewState | undefined => left.get(`${object}/${view}`)
export function leaveState(object: string, view: string, state: ViewState | undefined): void {
  if (state) left.set(`${object}/${view}`, state)
  else left.delete(`${object}/${view}`)
}

/** Filters joined with and; nothing stays nothing. */
export function allOf(filters: (Filter | undefined)[]): Filter | undefined {
  const set = filters.filter(filter => filter !== undefined)
  return set.length === 0 ? undefined : set.length === 1 ? set[0] : { all: set }
}
