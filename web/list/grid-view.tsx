// The grid of a list: rows from the server, edits to it, sums of what is selected, changes of others as they happen.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useCallback, useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { ReactNode } from 'react'
import { isSummed } from '../field/path.ts'
import { DataGrid } from '../grid/data-grid.tsx'
import type { GridHandle } from '../grid/data-grid.tsx'
import type { ColumnLayout, GridHandlers, SelectionSummary, Sort } from '../grid/types.ts'
import { onLive } from '../lib/live.ts'
import { useDark } from '../lib/media.ts'
import { useSay } from '../lib/say.ts'
import { useT } from '../lib/texts.ts'
import { useUndo } from '../lib/undo.ts'
import { Failed, Notice } from '../ui/notice.tsx'
import { draftStore } from './draft-store.ts'
import { gridColumn } from './grid-columns.ts'
import { useGridTexts } from './grid-texts.ts'
import type { LayoutProps } from './list-page.tsx'
import { ListSource } from './list-source.ts'
import { GroupedSource } from './grouped-source.ts'
import { saveEdits } from './save-edits.ts'
import type { ListState } from './state.ts'
import { StatusBar } from './status-bar.tsx'

type Source = ListSource | GroupedSource

/** A new question is a new source; it is shown once its first answer is here. */
function useSource(list: ListState): { source: Source | undefined; error: unknown; again(): void } {
  const { t, lang } = useT()
  const say = useSay()
  const { query, columns, state } = list
  const failed = useRef(say.fail)
  useEffect(() => { failed.current = say.fail })
  const group = state.group.join()
  const key = JSON.stringify([query, group])
  const { data, error, refetch } = useQuery<Source>({
    queryKey: ['list', key, lang], gcTime: 0, staleTime: Infinity, refetchOnWindowFocus: false, structuralSharing: false, placeholderData: before => before,
    queryFn: async ({ signal }): Promise<Source> => {
      const by = columnsBy(list, group)
      const fail = (problem: unknown): void => failed.current(problem)
      const sums = columns.filter(isSummed)
      const made = by.length > 0 ? new GroupedSource(query, { by, sums, lang, blank: t('group.blank'), failed: fail }) : new ListSource(query, fail)
      await made.start(signal)
      return made
    },
  })
  return { source: data, error, again: () => void refetch() }
}

const columnsBy = (list: ListState, group: string) => group.split(',').filter(Boolean).map(path => list.columnOf(path)).filter(column => column !== undefined)

export function GridView({ list, rows, setChecked }: LayoutProps): ReactNode {
  const { t, lang } = useT()
  const dark = useDark()
  const texts = useGridTexts()
  const grid = useRef<GridHandle>(null)
  const { object, state, columns } = list
  const { source, error, again } = useSource(list)
  const [summary, setSummary] = useState<SelectionSummary>()
  const columnList = useMemo(() => columns.map((column, i) => gridColumn({ column, state: state.columns.find(one => one.path === column.path) ?? state.columns[i] ?? { path: column.path }, lang, canEdit: object.can.update || object.can.create })), [columns, state.columns, lang, object])
  const handlers = useHandlers(list, source, { setChecked, setSummary })
  const drafts = useMemo(() => draftStore(object.name), [object.name])
  useOthers(source, object.name)
  const count = useSyncExternalStore(useCallback(listener => source?.subscribe(listener) ?? (() => undefined), [source]), () => source?.count() ?? 0)
  useImperativeHandle(rows, () => ({
    uncheck: () => grid.current?.uncheckAll(),
    step(id, by) {
      if (!source) return undefined
      for (let i = 0; i < Math.min(source.count(), 20_000); i++) {
        const row = source.row(i)
        if (row && 'id' in row && row.id === id) {
          const next = source.row(i + by)
          return next && 'id' in next ? next.id : undefined
        }
      }
      return undefined
    },
  }), [source])
  if (error && !source) return <Failed error={error} again={again} />
  if (!source) return <div className="gu-list-body" aria-busy />
  const sorts: Sort[] = state.sort.map(sort => ({ key: sort.field, direction: sort.dir === 'asc' ? 'up' : 'down' }))
  return (
    <>
      <div className="gu-list-body">
        {count === 0 && <Empty list={list} />}
        <DataGrid ref={grid} key={list.view.key} source={source} columns={columnList} handlers={handlers} texts={texts} drafts={drafts} sorts={sorts} filters={state.quick} showFilters={state.showQuick}
          canCreate={object.can.create && state.group.length === 0} checkboxes={state.group.length === 0} dark={dark} label={list.label} />
      </div>
      <StatusBar list={list} source={source} summary={summary} total={t('list.total', { n: count.toLocaleString() })} grouped={source instanceof GroupedSource} />
    </>
  )
}

function Empty({ list }: { list: ListState }): ReactNode {
  const { t } = useT()
  const filtered = list.query.filter !== undefined || list.search !== ''
  return (
    <div className="gu-list-empty">
      <Notice title={filtered ? t('list.noneFits') : t('list.noneYet', { object: list.label })} actions={filtered
        ? <Button onClick={() => { list.setSearch(''); if (list.given) list.setGiven(undefined); list.change({ filter: undefined, quick: {} }) }}>{t('list.clearFilter')}</Button>
        : <>{list.object.can.create && <Button type="primary" onClick={() => list.setCreating(true)}>{t('word.newOf', { object: list.label })}</Button>}
          {list.object.can.import && <Button href={`/import/${list.object.name}`}>{t('word.importOf', { object: list.label })}</Button>}</>}>
        {filtered ? t('list.noneFitsHint') : t('list.noneYetHint')}
      </Notice>
    </div>
  )
}

/** Somebody else's change: what is on screen is asked again, gathered over half a second. */
function useOthers(source: Source | undefined, object: string): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = onLive(event => {
      if (event.type !== 'changed' || event.object !== object || !source) return
      clearTimeout(timer)
      timer = setTimeout(() => void source.refresh().catch(() => undefined), 500)
    })
    return () => { stop(); clearTimeout(timer) }
  }, [source, object])
}

interface Sinks { setChecked(ids: string[]): void; setSummary(summary: SelectionSummary): void }

function useHandlers(list: ListState, source: Source | undefined, { setChecked, setSummary }: Sinks): GridHandlers {
  const { lang } = useT()
  const { act } = useUndo()
  const queries = useQueryClient()
  const now = useRef({ list, source, act, lang, setChecked })
  useLayoutEffect(() => { now.current = { list, source, act, lang, setChecked } })
  return useMemo((): GridHandlers => ({
    async save(edits, kind) {
      const { list: here, source: rows, lang: words } = now.current
      const saved = await saveEdits(here.query, edits, kind, words)
      rows?.patch(saved.changed)
      if (saved.created.length > 0) rows?.append(saved.created)
      if (saved.conflict) void rows?.refresh().catch(() => undefined)
      void queries.invalidateQueries({ queryKey: ['undo'] })
      void queries.invalidateQueries({ queryKey: ['records', here.object.name] })
      return saved.results
    },
    async undo() { if (await now.current.act('undo')) await now.current.source?.refresh() },
    async redo() { if (await now.current.act('redo')) await now.current.source?.refresh() },
    sort: sorts => now.current.list.change({ sort: sorts.map(sort => ({ field: sort.key, dir: sort.direction === 'up' ? 'asc' : 'desc' })) }),
    open: (_index, row) => now.current.list.open(row.id),
    selectionChanged: setSummary,
    columnsChanged: (columns: ColumnLayout[]) => now.current.list.change({ columns: columns.filter(column => !column.hidden).map(({ key, width, frozen }) => ({ path: key, width, frozen })) }),
    filterChanged: (key, text) => now.current.list.change({ quick: { ...now.current.list.state.quick, [key]: text } }),
    toggleGroup: (path, collapsed) => { if (now.current.source instanceof GroupedSource) now.current.source.toggle(path, collapsed) },
    checkedChanged: ids => now.current.setChecked(ids),
  }), [queries, setSummary])
}
