// Report of 客户销售分析表 (F07): customers by products or categories, from order lines. What is not shown stands under 其他, so that
// all totals are whole.
import type { GridData, RowData } from '#core/form/data.ts'
import { objectOf } from '#core/object/catalog.ts'
import { rightsOf } from '#core/object/rights.ts'
import type { Filter } from '#core/report/query.ts'
import type { FormAsk } from '#server/form/parts.ts'
import { groupRows } from '#server/record/group.ts'
import { seriesTops } from '#server/record/series-top.ts'
import { COUNTED_STATUSES, inMonths, maySee, salesAsk, sumOf } from './ask-sales.server.ts'
import { wholeYear, yearOf } from './period.ts'
import type { Months } from './period.ts'
import { fen, yuan } from './shares.ts'
import { countOf, idOf, sayMonths, tell } from './words.server.ts'

/** Letters and digits only: part of a column's key. */
interface Item {
  key: string
  label: string
  sales: bigint
}

const NONE = 'none'
const linesIn = (months: Months, ...more: Filter[]): Filter =>
  ({ all: [...more, inMonths('order.date', months), { field: 'order.status', op: 'in', value: COUNTED_STATUSES }] })

export async function matrix(ask: FormAsk): Promise<GridData> {
  const months = wholeYear(yearOf(ask.params, ask.today))
  const may = rightsOf(ask.actor, objectOf(ask.catalog, 'order')).read.length > 0 && maySee(ask, 'amount')
  if (!may) return { rows: [], remarks: [tell(ask, 'matrix.noOrders')] }
  const by = ask.params.by === 'category' ? 'product.category' : 'product'
  const items = await itemsOf(ask, months, by)
  if (items.length === 0) return { rows: [], remarks: [tell(ask, 'analysis.noSales', { period: sayMonths(ask, months) })] }
  const shown = chosen(ask, items)
  const customers = await customersOf(ask, months, by)
  const whole = items.reduce((sum, item) => sum + item.sales, 0n)
  const rows = customers.rows.map(customer => rowOf(customer, shown, months))
  const rest = restRow(ask, items, shown, customers.rows, whole)
  return {
    rows: [...rows, ...(rest && customers.more !== 0 ? [rest] : [])],
    across: shown.map(({ key, label }) => ({ key, label })),
    totals: { ...Object.fromEntries(shown.map(item => [`p:${item.key}`, yuan(item.sales)])), other: yuan(whole - shown.reduce((sum, item) => sum + item.sales, 0n)), total: yuan(whole) },
    remarks: [tell(ask, 'matrix.rule', { period: sayMonths(ask, months) }), ...(customers.more > 0 ? [tell(ask, 'matrix.more', { count: customers.more })] : [])],
  }
}

async function itemsOf({ reader, catalog, actor, ...ask }: FormAsk, months: Months, by: string): Promise<Item[]> {
  const { rows } = await groupRows(reader, catalog, actor, { object: 'orderLine', filter: linesIn(months), group: [{ field: by }],
    measures: [{ fn: 'sum', field: 'amount', as: 'sales' }], sort: [{ field: 'sales', dir: 'desc' }] })
  return rows.map((row): Item => ({ ...named(ask, row[by]), sales: fen(String(row.sales ?? '0')) }))
}

function named(ask: Pick<FormAsk, 'lang'>, value: unknown): Pick<Item, 'key' | 'label'> {
  const id = idOf(value)
  return id === undefined ? { key: NONE, label: tell(ask, 'analysis.unknown') } : { key: id, label: String((value as { label: string }).label) }
}

/** Those asked for, in the order in which they were; else the ones that sell best. */
function chosen({ params }: FormAsk, items: Item[]): Item[] {
  const asked = params.by === 'category' ? params.categories : params.products
  const ids = Array.isArray(asked) ? asked.map(idOf) : []
  if (ids.length === 0) return items.slice(0, countOf(params.columns, 7, 15))
  return ids.flatMap(id => items.find(item => item.key === id) ?? []).slice(0, 15)
}

interface Customer {
  id: string
  name: string
  /** Fen by item. */
  sales: Map<string, bigint>
  total: bigint
}

/** The largest by their sales; what they bought is then read from their own lines. */
async function customersOf(ask: FormAsk, months: Months, by: string): Promise<{ rows: Customer[]; more: number }> {
  const { reader, catalog, actor, params } = ask
  const { best } = await seriesTops(reader, catalog, actor, { ...salesAsk({ amount: sumOf('amount', months) }), columns: ['name'], tops: { best: { by: 'amount', size: countOf(params.top, 20, 200) } } })
  if (best.rows.length === 0) return { rows: [], more: -1 }
  const { rows } = await groupRows(reader, catalog, actor, { object: 'orderLine', group: [{ field: 'order.customer' }, { field: by }], measures: [{ fn: 'sum', field: 'amount', as: 'sales' }],
    filter: linesIn(months, { field: 'order.customer', op: 'in', value: best.rows.map(row => row.id) }) })
  const bought = Map.groupBy(rows, row => idOf(row['order.customer'])!)
  const found = best.rows.map(({ id, row }): Customer => {
    const sales = new Map((bought.get(id) ?? []).map(one => [named(ask, one[by]).key, fen(String(one.sales ?? '0'))]))
    return { id, name: String(row.name ?? ''), sales, total: [...sales.values()].reduce((sum, one) => sum + one, 0n) }
  })
  // Equal ones stay in the order of their codes, in which they came.
  return { rows: found.sort((a, b) => (a.total === b.total ? 0 : a.total > b.total ? -1 : 1)), more: best.count - best.rows.length }
}

function rowOf({ id, name, sales, total }: Customer, shown: Item[], months: Months): RowData {
  const own = shown.map(item => sales.get(item.key) ?? 0n)
  const lines = (item: Item): Filter => linesIn(months, { field: 'order.customer', op: 'eq', value: id }, { field: 'product', op: 'eq', value: item.key })
  return {
    values: { name, ...Object.fromEntries(shown.map((item, at) => [`p:${item.key}`, own[at] === 0n ? null : yuan(own[at]!)])), other: yuan(total - own.reduce((sum, one) => sum + one, 0n)), total: yuan(total) },
    links: { name: { object: 'customer', id }, total: { object: 'orderLine', filter: linesIn(months, { field: 'order.customer', op: 'eq', value: id }) },
      ...Object.fromEntries(shown.filter(item => sales.has(item.key) && item.key !== NONE).map(item => [`p:${item.key}`, { object: 'orderLine', filter: lines(item) }])) },
  }
}

/** All other customers, and orders of customers that the reader may not see. */
function restRow(ask: FormAsk, items: Item[], shown: Item[], customers: Customer[], whole: bigint): RowData | undefined {
  const rest = (item: Item): bigint => customers.reduce((left, customer) => left - (customer.sales.get(item.key) ?? 0n), item.sales)
  const total = customers.reduce((left, customer) => left - customer.total, whole)
  const parts = shown.map(rest)
  if (total === 0n && items.every(item => rest(item) === 0n)) return undefined
  return { values: { name: tell(ask, 'analysis.other'), ...Object.fromEntries(shown.map((item, at) => [`p:${item.key}`, yuan(parts[at]!)])), other: yuan(total - parts.reduce((sum, one) => sum + one, 0n)), total: yuan(total) } }
}
