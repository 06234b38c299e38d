// The list of an object: views, tools, and the records as grid, cards, board or calendar; a record opens beside it.
import { useParams } from '@tanstack/react-router'
import { lazy, Suspense, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { WebObject } from '../lib/catalog.ts'
import { useObject } from '../lib/catalog.ts'
import { useKey } from '../lib/keys.ts'
import { useNarrow } from '../lib/media.ts'
import { Loading, NotAllowed, NotFound } from '../ui/notice.tsx'
import { CreateDrawer } from '../record/create-drawer.tsx'
import { RecordDrawer } from '../record/record-drawer.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { GivenFilter } from './given-filter.tsx'
import type { ListQuery } from './list-query.ts'
import type { ListState } from './state.ts'
import { useListState } from './state.ts'
import { Toolbar } from './toolbar.tsx'
import { ViewTabs } from './view-tabs.tsx'
import './list.css'

const GridView = lazy(() => import('./grid-view.tsx').then(module => ({ default: module.GridView })))
const Kanban = lazy(() => import('./kanban.tsx').then(module => ({ default: module.Kanban })))
const Calendar = lazy(() => import('./calendar.tsx').then(module => ({ default: module.Calendar })))
const Cards = lazy(() => import('./cards.tsx').then(module => ({ default: module.Cards })))

export function ListPage(): ReactNode {
  const { object: name } = useParams({ from: '/shell/o/$object' })
  const object = useObject(name)
  if (!object) return <NotFound />
  if (!object.can.read) return <NotAllowed />
  return <List key={name} object={object} />
}

/** What the page may ask of the rows on screen: the neighbours of an open record. */
export interface RowsHandle { step(id: string, by: 1 | -1): string | undefined; uncheck(): void }

function List({ object }: { object: WebObject }): ReactNode {
  const list = useListState(object)
  const rows = useRef<RowsHandle>(null)
  // What is checked belongs to the list it was checked in: another question begins with nothing checked.
  const [mark, setMark] = useState<{ query: ListQuery; ids: string[] }>()
  const checked = mark?.query === list.query ? mark.ids : []
  const setChecked = (ids: string[]): void => setMark({ query: list.query, ids })
  useKey('n', () => list.setCreating(true), { off: !object.can.create || list.creating })
  useKey('/', () => document.getElementById('gu-list-search')?.focus())
  useKey('escape', () => list.open(undefined), { off: list.row === undefined })
  const step = (by: 1 | -1): void => {
    const next = list.row ? rows.current?.step(list.row, by) : undefined
    if (next) list.open(next)
  }
  return (
    <div className="gu-list">
      <ViewTabs list={list} />
      <Toolbar list={list} checked={checked} />
      {list.given && <GivenFilter list={list} filter={list.given} />}
      {checked.length > 0 && <BulkBar list={list} ids={checked} clear={() => rows.current?.uncheck()} />}
      <Suspense fallback={<Loading />}><Layout list={list} rows={rows} setChecked={setChecked} /></Suspense>
      <RecordDrawer object={object} id={list.row} close={() => list.open(undefined)} step={step} />
      <CreateDrawer object={object} open={list.creating} close={() => list.setCreating(false)} created={row => list.open(row.id)} />
    </div>
  )
}

export interface LayoutProps { list: ListState; rows: React.RefObject<RowsHandle | null>; setChecked(ids: string[]): void }

function Layout(props: LayoutProps): ReactNode {
  const narrow = useNarrow()
  const { layout } = props.list.state
  if (layout.kind === 'kanban') return <Kanban list={props.list} by={layout.by} />
  if (layout.kind === 'calendar') return <Calendar list={props.list} by={layout.by} />
  return narrow ? <Cards {...props} /> : <GridView key={JSON.stringify(props.list.state.group)} {...props} />
}
