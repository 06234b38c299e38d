// A month of records by one of their dates; a record dragged to another day changes the date.
import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { useQueries, useQueryClient } from '@tanstack/react-query'
import { Button, Popover } from 'antd'
import { useState } from 'react'
import type { DragEvent, ReactNode } from 'react'
import { isKind } from '#core/field/kinds.ts'
import { dateAdd, today as dayToday, weekday } from '#core/lib/date.ts'
import { toLocal } from '#core/lib/date-time.ts'
import type { Filter } from '#core/report/query.ts'
import { api, newKey } from '../lib/api.ts'
import type { WebField, WireRow } from '../lib/api-types.ts'
import { useSay } from '../lib/say.ts'
import { useT } from '../lib/texts.ts'
import { Failed, Notice } from '../ui/notice.tsx'
import { useCardTitle } from './card.tsx'
import { askPage } from './list-query.ts'
import type { ListState } from './state.ts'
import { allOf } from './view-state.ts'

const SHOWN = 3
const MOST = 500

/** Six weeks from the Monday on or before the first. */
function daysOf(month: string): string[] {
  const first = `${month}-01`
  const start = dateAdd(first, 1 - weekday(first))
  return Array.from({ length: 42 }, (_, i) => dateAdd(start, i))
}

const isMoment = (field: WebField): boolean => isKind(field, 'datetime')
const dayOf = (field: WebField, value: unknown): string => (isMoment(field) ? toLocal(String(value)).date : String(value))

const within = (field: WebField, from: string, to: string): Filter =>
  ({ field: field.key, op: 'between', value: isMoment(field) ? [new Date(`${from}T00:00:00+08:00`).toISOString(), new Date(`${to}T23:59:59+08:00`).toISOString()] : [from, to] })

export function Calendar({ list, by }: { list: ListState; by: string }): ReactNode {
  const { t, lang } = useT()
  const today = dayToday()
  const [month, setMonth] = useState(today.slice(0, 7))
  const field = list.object.fields[by]
  const days = daysOf(month)
  // Week by week: a busy month has more records than one page may hold.
  const weeks = useQueries({ queries: field ? [0, 7, 14, 21, 28, 35].map(at => {
    const query = { ...list.query, filter: allOf([list.query.filter, within(field, days[at]!, days[at + 6]!)]), sort: [{ field: by, dir: 'asc' as const }] }
    return { queryKey: ['records', list.object.name, 'week', query], queryFn: ({ signal }: { signal: AbortSignal }) => askPage(query, { size: MOST, total: 'none' }, signal) }
  }) : [] })
  if (!field) return <Notice title={t('calendar.noField')} />
  const failed = weeks.find(week => week.error)
  if (failed) return <Failed error={failed.error} again={() => void failed.refetch()} />
  const byDay = Map.groupBy(weeks.flatMap(week => week.data?.rows ?? []) as WireRow[], row => dayOf(field, row[by]))
  const turn = (by: number): void => setMonth(dateAdd(`${month}-01`, by, 'month').slice(0, 7))
  const names = Array.from({ length: 7 }, (_, i) => new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en', { weekday: 'short', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, 1 + i))))
  return (
    <div className="gu-calendar">
      <div className="gu-row">
        <Button size="small" onClick={() => setMonth(today.slice(0, 7))}>{t('relative.today')}</Button>
        <Button type="text" size="small" icon={<LeftOutlined />} aria-label={t('calendar.before')} onClick={() => turn(-1)} /><Button type="text" size="small" icon={<RightOutlined />} aria-label={t('calendar.after')} onClick={() => turn(1)} />
        <h2>{new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en', { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`))}</h2>
        <span className="gu-grow" />{weeks.some(week => week.data?.next) && <span className="gu-faint">{t('calendar.more', { n: MOST })}</span>}
      </div>
      <div className="gu-calendar-names" aria-hidden>{names.map(name => <span key={name}>{name}</span>)}</div>
      <div className="gu-calendar-days">{days.map(day => <Day key={day} list={list} field={field} day={day} rows={byDay.get(day) ?? []} out={!day.startsWith(month)} today={day === today} />)}</div>
    </div>
  )
}

interface DayProps { list: ListState; field: WebField; day: string; rows: WireRow[]; out: boolean; today: boolean }

function Day({ list, field, day, rows, out, today }: DayProps): ReactNode {
  const { t } = useT()
  const say = useSay()
  const queries = useQueryClient()
  const title = useCardTitle(list, true)
  const [over, setOver] = useState(false)
  const canMove = list.object.can.update && field.right === 'write' && !field.readOnly && !isMoment(field)
  const drop = async (event: DragEvent): Promise<void> => {
    event.preventDefault()
    setOver(false)
    const [id, version] = event.dataTransfer.getData('text/x-record').split(' ')
    if (!id) return
    try {
      await api(`/api/records/${list.object.name}/${id}`, { method: 'PATCH', body: { values: { [field.key]: day } }, headers: { 'if-match': `"${version ?? ''}"` }, once: newKey() })
    } catch (error) {
      say.fail(error)
    }
    await queries.invalidateQueries({ queryKey: ['records', list.object.name] })
    await queries.invalidateQueries({ queryKey: ['undo'] })
  }
  const entry = (row: WireRow): ReactNode => (
    <button type="button" key={row.id} className="gu-plain gu-event gu-cut" draggable={canMove} onDragStart={event => event.dataTransfer.setData('text/x-record', `${row.id} ${row.version}`)} onClick={() => list.open(row.id)}>
      {isMoment(field) && <span className="gu-faint">{toLocal(String(row[field.key])).time.slice(0, 5)} </span>}{title(row)}
    </button>
  )
  return (
    <div className={`gu-day${out ? ' out' : ''}${today ? ' today' : ''}${over ? ' over' : ''}`} onDragOver={event => { if (canMove) { event.preventDefault(); setOver(true) } }} onDragLeave={() => setOver(false)} onDrop={event => void drop(event)}>
      <span className="gu-day-number">{Number(day.slice(8))}</span>
      {rows.slice(0, SHOWN).map(entry)}
      {rows.length > SHOWN && <Popover trigger="click" title={day} content={<div className="gu-day-all">{rows.map(entry)}</div>}><button type="button" className="gu-plain gu-faint gu-small">{t('calendar.rest', { n: rows.length - SHOWN })}</button></Popover>}
    </div>
  )
}
