// What visits add to the machine: actions behind F19 and F20, and which appointments clash (F18).
import type { RowData } from '#core/form/data.ts'
import { messageOf } from '#core/lib/messages.ts'
import type { FormAsk, FormParts, Lookup } from '#server/form/parts.ts'
import { runQuery } from '#server/record/page.ts'
import { idOf, labelOf } from './acts.server.ts'
import type { Row } from './acts.server.ts'

export { makeDailyAction } from './daily.server.ts'
export { figuresAction } from './figures.server.ts'

/** An appointment without an end takes an hour. */
const HOUR = 60
const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const endOf = (row: Row): number => (typeof row.ends === 'string' ? minutes(row.ends) : minutes(String(row.begins)) + HOUR)

const clashes = (a: Row, b: Row): boolean => a.date === b.date && idOf(a.owner) === idOf(b.owner) && minutes(String(a.begins)) < endOf(b) && minutes(String(b.begins)) < endOf(a)

/** Those of the same days and people, so far as the reader sees them. */
async function around({ reader, catalog, actor }: FormAsk, rows: RowData[]): Promise<Row[]> {
  const dates = rows.map(row => String(row.values.date)).sort()
  const owners = [...new Set(rows.flatMap(row => idOf(row.values.owner) ?? []))]
  const page = await runQuery(reader, catalog, actor, { object: 'appointment', columns: ['date', 'begins', 'ends', 'owner', 'customer'], size: 500, filter: { all: [
    { field: 'date', op: 'between', value: [dates[0], dates.at(-1)] }, { field: 'owner', op: 'in', value: owners },
    { field: 'begins', op: 'notEmpty' }, { field: 'state', op: 'ne', value: 'cancelled' },
  ] } })
  return page.rows
}

const clash: Lookup = {
  needs: ['date', 'begins', 'ends', 'owner', 'state'],
  async run(ask, rows) {
    const timed = rows.filter(({ values }) => values.date && values.begins && values.owner && values.state !== 'cancelled')
    if (timed.length === 0) return new Map()
    const others = await around(ask, timed)
    return new Map(timed.flatMap(row => {
      const other = others.find(one => one.id !== row.id && clashes(row.values, one))
      return other && row.id !== undefined ? [[row.id, { value: sentence(ask, other), link: { object: 'appointment', id: String(other.id) } }] as const] : []
    }))
  },
}

function sentence({ lang }: FormAsk, other: Row): string {
  const [time, customer] = [String(other.begins), labelOf(other.customer)]
  return messageOf({ key: customer ? 'visit.clash' : 'visit.clashHidden', params: { time, customer } }, lang)
}

export const visitParts: FormParts = { lookups: { 'appointment.clash': clash } }
