// The state of a list page: which view, what was changed in it, what is searched; the address names view, search, filter and open record.
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { Filter } from '#core/report/query.ts'
import type { WebObject } from '../lib/catalog.ts'
import { useCatalog } from '../lib/catalog.ts'
import { usePaused } from '../lib/paused.ts'
import { useT } from '../lib/texts.ts'
import type { PathColumn } from '../field/path.ts'
import { columnAt } from '../field/path.ts'
import { pruned } from './filter-words.ts'
import type { ListQuery } from './list-query.ts'
import { columnsOf } from './list-query.ts'
import { quickFilter } from './quick-filter.ts'
import type { View, ViewState } from './view-state.ts'
import { allOf, leaveState, leftState, sameState } from './view-state.ts'
import type { Views } from './views.ts'
import { useViews } from './views.ts'

export interface ListState extends Views {
  object: WebObject
  /** The object's name in the reader's language. */
  label: string
  columnOf(path: string): PathColumn | undefined
  view: View
  state: ViewState
  dirty: boolean
  search: string
  /** A filter beside the view's own, from the address. */
  given: Filter | undefined
  row: string | undefined
  creating: boolean
  columns: PathColumn[]
  query: ListQuery
  change(change: Partial<ViewState>): void
  reset(): void
  pick(key: string): void
  setSearch(text: string): void
  setGiven(filter: Filter | undefined): void
  open(id: string | undefined): void
  setCreating(on: boolean): void
}

/** The object of kept forms. */
const FILLED = 'filledForm'

const FIRST: ViewState = { columns: [], sort: [], group: [], layout: { kind: 'grid' } }

export function useListState(object: WebObject): ListState {
  const { lang, say } = useT()
  const catalog = useCatalog()
  const navigate = useNavigate({ from: '/o/$object' })
  const { view: wanted, q = '', row, create, filter: given } = useSearch({ from: '/shell/o/$object' })
  const views = useViews(object)
  const view = views.views.find(one => one.key === wanted) ?? (given ? views.views.find(one => !one.state.filter && one.state.layout.kind === 'grid') : undefined) ?? views.views[0] ?? { key: 'all', label: '', state: FIRST }
  const [, redraw] = useState(0)
  const state = leftState(object.name, view.key) ?? view.state
  const quickText = usePaused(JSON.stringify(state.showQuick ? state.quick ?? {} : {}), 250)
  const asked = usePaused(q.trim(), 200)
  const columns = useMemo(() => state.columns.map(column => columnAt(catalog, object, column.path, lang)).filter(column => column !== undefined), [catalog, object, state.columns, lang])
  const filter = useMemo(() => {
    const quick = Object.entries(JSON.parse(quickText) as Record<string, string>).map(([path, text]): Filter | undefined => {
      const column = columnAt(catalog, object, path, lang)
      return column ? quickFilter(catalog, column, text, lang) : undefined
    })
    return allOf([pruned(state.filter), given, ...quick])
  }, [catalog, object, state.filter, given, quickText, lang])
  const paths = columns.map(column => column.path).join()
  const by = state.layout.kind === 'grid' ? '' : state.layout.by
  const query = useMemo((): ListQuery => ({
    object: object.name, columns: columnsOf(object, [...paths.split(',').filter(Boolean), ...(by ? [by] : [])]), filter, search: asked, sort: state.sort,
  }), [object, paths, by, filter, asked, state.sort])
  const change = (part: Partial<ViewState>): void => {
    const next = { ...leftState(object.name, view.key) ?? view.state, ...part }
    leaveState(object.name, view.key, sameState(next, view.state) && !next.showQuick ? undefined : next)
    redraw(n => n + 1)
  }
  return {
    ...views, object, label: say(object.label), columnOf: path => columnAt(catalog, object, path, lang), view, state, columns, query, change, row, search: q, given, creating: create !== undefined,
    dirty: !sameState(state, view.state),
    reset: () => { leaveState(object.name, view.key, undefined); redraw(n => n + 1) },
    pick: key => void navigate({ search: now => ({ ...now, view: key, row: undefined }) }),
    setSearch: text => void navigate({ search: now => ({ ...now, q: text || undefined }), replace: true }),
    setGiven: filter => void navigate({ search: now => ({ ...now, filter }), replace: true }),
    // A kept form is not read as a record: the form itself opens.
    open: id => void (object.name === FILLED && id !== undefined ? navigate({ to: '/filled/$id', params: { id } }) : navigate({ search: now => ({ ...now, row: id }), replace: row !== undefined && id !== undefined })),
    setCreating: on => void navigate({ search: now => ({ ...now, create: on ? '1' : undefined }), replace: !on }),
  }
}
