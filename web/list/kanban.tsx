// A board by a choice field: a column for each option; a card dragged to another column changes the field.
import { draggable, dropTargetForElements, monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine'
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Dropdown, Tag } from 'antd'
import { EllipsisOutlined } from '@ant-design/icons'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { Option } from '#core/field/field.ts'
import { isKind } from '#core/field/kinds.ts'
import { api, newKey } from '../lib/api.ts'
import type { WireRow } from '../lib/api-types.ts'
import { tellLive } from '../lib/live.ts'
import { useSay } from '../lib/say.ts'
import { useT } from '../lib/texts.ts'
import { Notice } from '../ui/notice.tsx'
import { CardBody, useCardTitle } from './card.tsx'
import { askPage, askPivot } from './list-query.ts'
import type { ListState } from './state.ts'
import { allOf } from './view-state.ts'

interface Lane { value: string | null; option?: Option }

export function Kanban({ list, by }: { list: ListState; by: string }): ReactNode {
  const { t } = useT()
  const say = useSay()
  const queries = useQueryClient()
  const field = list.object.fields[by]
  const canMove = list.object.can.update && field?.right === 'write'
  const move = async (row: WireRow, to: string | null): Promise<void> => {
    try {
      await api(`/api/records/${list.object.name}/${row.id}`, { method: 'PATCH', body: { values: { [by]: to } }, headers: { 'if-match': `"${row.version}"` }, once: newKey() })
    } catch (error) {
      say.fail(error)
    }
    tellLive({ type: 'changed', object: list.object.name, ids: [row.id] })
    await queries.invalidateQueries({ queryKey: ['records', list.object.name] })
  }
  const dropped = useEffectEvent(move)
  useEffect(() => monitorForElements({
    onDrop({ source, location }) {
      const target = location.current.dropTargets[0]?.data
      const row = source.data.row as WireRow | undefined
      if (target && row && target.lane !== source.data.lane) void dropped(row, target.lane as string | null)
    },
  }), [])
  const { data: counts } = useQuery({ queryKey: ['records', list.object.name, 'lanes', by, list.query.filter, list.query.search], enabled: field !== undefined, queryFn: () => askPivot(list.query, { group: [{ field: by }], measures: [{ fn: 'count', as: 'n' }] }) })
  if (!field || !isKind(field, 'choice')) return <Notice title={t('kanban.noField')} />
  const lanes: Lane[] = [...field.options.filter(option => !option.retired).map(option => ({ value: option.value, option })), { value: null }]
  const countOf = (value: string | null): number => Number(counts?.rows.find(row => (row[by] ?? null) === value)?.n ?? 0)
  return (
    <div className="gu-board">{lanes.filter(lane => lane.value !== null || countOf(null) > 0).map(lane => (
      <LaneView key={lane.value ?? ''} list={list} by={by} lane={lane} lanes={lanes} count={countOf(lane.value)} canMove={canMove} move={move} />
    ))}</div>
  )
}

interface LaneProps { list: ListState; by: string; lane: Lane; lanes: Lane[]; count: number; canMove: boolean; move(row: WireRow, to: string | null): Promise<void> }

function LaneView({ list, by, lane, lanes, count, canMove, move }: LaneProps): ReactNode {
  const { t, say } = useT()
  const place = useRef<HTMLDivElement>(null)
  const [over, setOver] = useState(false)
  const filter = allOf([list.query.filter, lane.value === null ? { field: by, op: 'empty' } : { field: by, op: 'eq', value: lane.value }])
  const pages = useInfiniteQuery({
    queryKey: ['records', list.object.name, 'lane', list.query, by, lane.value], initialPageParam: '',
    queryFn: ({ pageParam, signal }) => askPage({ ...list.query, filter }, { size: 30, after: pageParam || undefined, total: 'none' }, signal),
    getNextPageParam: page => page.next ?? undefined,
  })
  useEffect(() => (place.current ? dropTargetForElements({ element: place.current, canDrop: () => canMove, getData: () => ({ lane: lane.value }), onDragEnter: () => setOver(true), onDragLeave: () => setOver(false), onDrop: () => setOver(false) }) : undefined), [lane.value, canMove])
  const rows = (pages.data?.pages.flatMap(page => page.rows) ?? []) as WireRow[]
  const name = lane.option ? say(lane.option.label) : t('group.blank')
  return (
    <section className={`gu-lane${over ? ' over' : ''}`} ref={place} aria-label={name}>
      <header><Tag color={lane.option?.color}>{name}</Tag><span className="gu-faint">{count}</span></header>
      <div className="gu-lane-cards">
        {rows.map(row => <CardView key={row.id} list={list} by={by} row={row} lane={lane.value} lanes={lanes} canMove={canMove} move={move} />)}
        {pages.hasNextPage && <Button type="text" size="small" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{t('word.more')}</Button>}
      </div>
    </section>
  )
}

function CardView({ list, by, row, lane, lanes, canMove, move }: Omit<LaneProps, 'lane' | 'count'> & { row: WireRow; lane: string | null }): ReactNode {
  const { t, say } = useT()
  const title = useCardTitle(list)
  const place = useRef<HTMLDivElement>(null)
  const [dragging, setDragging] = useState(false)
  useEffect(() => (place.current ? combine(draggable({ element: place.current, canDrag: () => canMove, getInitialData: () => ({ row, lane }), onDragStart: () => setDragging(true), onDrop: () => setDragging(false) })) : undefined), [row, lane, canMove])
  // Without a mouse the card moves by its menu.
  const items = lanes.filter(one => one.value !== lane).map(one => ({ key: one.value ?? '', label: one.option ? say(one.option.label) : t('group.blank'), onClick: () => void move(row, one.value) }))
  return (
    <div ref={place} className={`gu-boardcard${dragging ? ' dragging' : ''}`}>
      <div className="gu-row"><button type="button" className="gu-plain gu-grow gu-cut gu-boardcard-title" onClick={() => list.open(row.id)}>{title(row)}</button>
        {canMove && <Dropdown menu={{ items }} trigger={['click']}><Button type="text" size="small" icon={<EllipsisOutlined />} aria-label={t('kanban.move', { title: title(row) })} /></Dropdown>}</div>
      <CardBody list={list} row={row} most={3} skip={by} />
    </div>
  )
}
