// Report of 业务代表客户增减表 (F16): what each representative won, lost and has, and the money that came in, in a period.
import type { GridData, RowData } from '#core/form/data.ts'
import { add } from '#core/lib/decimal.ts'
import { dateAdd } from '#core/lib/date.ts'
import { fromLocal } from '#core/lib/date-time.ts'
import { objectOf } from '#core/object/catalog.ts'
import { rightsOf } from '#core/object/rights.ts'
import type { Filter, Query } from '#core/report/query.ts'
import type { FormAsk } from '#server/form/parts.ts'
import { groupRows } from '#server/record/group.ts'
import { countLeft } from '#server/record/left.ts'
import { runQuery } from '#server/record/page.ts'
import { idOf, tell } from './words.server.ts'

interface Person {
  id: string
  name: string
  fresh: number
  left: number
  present: number
  paid: string
}

const LOST = 'lost'
const MOST = 500

export async function representatives(ask: FormAsk): Promise<GridData> {
  const { from, to } = periodOf(ask)
  const people = new Map<string, Person>()
  const at = (value: unknown): Person => {
    const id = idOf(value) ?? ''
    const known = people.get(id) ?? { id, name: id === '' ? tell(ask, 'reps.nobody') : String((value as { label?: string }).label ?? ''), fresh: 0, left: 0, present: 0, paid: '0' }
    people.set(id, known)
    return known
  }
  await customersOf(ask, at, from, to)
  await paymentsOf(ask, at, from, to)
  const list = [...people.values()].filter(person => person.fresh + person.left + person.present > 0 || Number(person.paid) !== 0)
  const superiors = await superiorsOf(ask, list.map(person => person.id).filter(Boolean))
  const notes = await notesOf(ask, from, to)
  const rows = list.sort((a, b) => Number(a.id === '') - Number(b.id === '') || a.name.localeCompare(b.name, 'zh') || (a.id < b.id ? -1 : 1))
    .map(person => rowOf(person, superiors.get(person.id) ?? '', notes.get(person.id) ?? '', { from, to }))
  return { rows, remarks: [tell(ask, 'reps.rule', { from, to, today: ask.today }), ...(list.length === 0 ? [tell(ask, 'analysis.noCustomers')] : [])] }
}

function periodOf({ params, today }: FormAsk): { from: string; to: string } {
  const from = typeof params.from === 'string' ? params.from : `${today.slice(0, 7)}-01`
  return { from, to: typeof params.to === 'string' && params.to >= from ? params.to : dateAdd(dateAdd(`${from.slice(0, 7)}-01`, 1, 'month'), -1) }
}

type At = (value: unknown) => Person

async function customersOf(ask: FormAsk, at: At, from: string, to: string): Promise<void> {
  const { reader, catalog, actor } = ask
  const { rows } = await groupRows(reader, catalog, actor, { object: 'customer', group: [{ field: 'owner' }], measures: [
    { fn: 'count', as: 'present', where: { field: 'stage', op: 'ne', value: LOST } }, { fn: 'count', as: 'fresh', where: { field: 'createdAt', op: 'between', value: [from, to] } },
  ] })
  for (const row of rows) Object.assign(at(row.owner), { present: Number(row.present), fresh: Number(row.fresh) })
  const left = await countLeft(reader, catalog, actor, { object: 'customer', by: 'owner', field: 'stage', value: LOST, from: fromLocal(from, 0, actor.zone), to: fromLocal(dateAdd(to, 1), 0, actor.zone) })
  const names = await namesOf(ask, [...left.keys()].filter(id => id !== ''))
  for (const [id, count] of left) at(id === '' ? null : { id, label: names.get(id) ?? '' }).left = count
}

async function paymentsOf({ reader, catalog, actor }: FormAsk, at: At, from: string, to: string): Promise<void> {
  if (rightsOf(actor, objectOf(catalog, 'payment')).read.length === 0) return
  const { rows } = await groupRows(reader, catalog, actor, { object: 'payment', group: [{ field: 'owner' }], measures: [{ fn: 'sum', field: 'amount', as: 'paid' }], filter: { field: 'date', op: 'between', value: [from, to] } })
  for (const row of rows) at(row.owner).paid = add(String(row.paid ?? '0'), '0')
}

const people = (ids: string[], columns: string[]): Query => ({ object: 'user', columns, filter: { field: 'id', op: 'in', value: ids.slice(0, MOST) }, size: MOST, total: 'none' })

async function namesOf({ reader, catalog, actor }: FormAsk, ids: string[]): Promise<Map<string, string>> {
  const { rows } = await runQuery(reader, catalog, actor, people(ids, ['name']))
  return new Map(rows.map(row => [String(row.id), String(row.name)]))
}

/** The head of the person's department; of a head that above it. */
async function superiorsOf({ reader, catalog, actor }: FormAsk, ids: string[]): Promise<Map<string, string>> {
  const { rows } = await runQuery(reader, catalog, actor, people(ids, ['department.manager', 'department.parent.manager']))
  return new Map(rows.map(row => {
    const id = String(row.id)
    const own = row['department.manager'] as { id: string; label: string } | null
    const above = row['department.parent.manager'] as { id: string; label: string } | null
    return [id, (own && own.id !== id ? own : above && above.id !== id ? above : null)?.label ?? '']
  }))
}

async function notesOf({ reader, catalog, actor }: FormAsk, from: string, to: string): Promise<Map<string, string>> {
  if (rightsOf(actor, objectOf(catalog, 'repNote')).read.length === 0) return new Map()
  const { rows } = await runQuery(reader, catalog, actor, { object: 'repNote', columns: ['person', 'text', 'date'], filter: { field: 'date', op: 'between', value: [from, to] }, sort: [{ field: 'date', dir: 'asc' }], size: MOST, total: 'none' })
  return new Map([...Map.groupBy(rows, row => idOf(row.person) ?? '')].map(([id, own]) => [id, own.map(row => String(row.text)).join('；')]))
}

function rowOf({ id, name, fresh, left, present, paid }: Person, superior: string, fault: string, { from, to }: { from: string; to: string }): RowData {
  const mine: Filter = id === '' ? { field: 'owner', op: 'empty' } : { field: 'owner', op: 'eq', value: id }
  const customers = (...more: Filter[]) => ({ object: 'customer', filter: { all: [mine, ...more] } })
  return {
    values: { person: name, superior, fresh, left, present, net: fresh - left, paid, fault },
    links: {
      fresh: customers({ field: 'createdAt', op: 'between', value: [from, to] }), present: customers({ field: 'stage', op: 'ne', value: LOST }),
      left: customers({ field: 'stage', op: 'eq', value: LOST }), paid: { object: 'payment', filter: { all: [mine, { field: 'date', op: 'between', value: [from, to] }] } },
    },
  }
}
