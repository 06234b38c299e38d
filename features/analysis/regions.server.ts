// Report of 客户区域分析表 (F06): regions with their customers and sales; inside one region, each customer's share of its sales.
import type { GridData, RowData } from '#core/form/data.ts'
import type { Filter } from '#core/report/query.ts'
import type { FormAsk } from '#server/form/parts.ts'
import { groupRows } from '#server/record/group.ts'
import { seriesGroups, seriesTotals } from '#server/record/series-group.ts'
import { seriesTops } from '#server/record/series-top.ts'
import { maySee, ordersBehind, salesAsk, sumOf } from './ask-sales.server.ts'
import { wholeYear, yearOf } from './period.ts'
import type { Months } from './period.ts'
import { fen, shares, yuan } from './shares.ts'
import { countOf, idOf, sayMonths, tell } from './words.server.ts'

interface Region {
  /** null: customers without a region. */
  id: string | null
  label: string
  customers: number
  sales: bigint
}

const inRegion = (id: string | null): Filter => (id === null ? { field: 'region', op: 'empty' } : { field: 'region', op: 'eq', value: id })
const behind = (months: Months, id: string | null) =>
  ordersBehind(months, id === null ? { field: 'customer.region', op: 'empty' } : { field: 'customer.region', op: 'eq', value: id })

export async function regions(ask: FormAsk): Promise<GridData> {
  const months = wholeYear(yearOf(ask.params, ask.today))
  const all = await allRegions(ask, months)
  const [counts, sales] = [shares(all.map(one => BigInt(one.customers))), shares(all.map(one => one.sales))]
  const may = maySee(ask, 'amount')
  const rows = all.map((one, at): RowData => ({
    values: { area: one.label, count: one.customers, countShare: counts[at], ...(may ? { sales: yuan(one.sales), salesShare: sales[at] } : {}) },
    links: { count: { object: 'customer', filter: inRegion(one.id) }, ...(may ? { sales: behind(months, one.id) } : {}) },
    ...(may ? {} : { masked: ['sales', 'salesShare'] }),
  }))
  const chosen = idOf(ask.params.region)
  const at = all.findIndex(one => one.id === chosen)
  const whole = all.reduce((sum, one) => sum + one.sales, 0n)
  const told = [tell(ask, chosen === undefined ? 'regions.rule' : 'regions.inside', { period: sayMonths(ask, months) }), ...(may && whole === 0n ? [tell(ask, 'analysis.noSales', { period: sayMonths(ask, months) })] : [])]
  if (chosen === undefined) return { rows, remarks: told, totals: { count: all.reduce((sum, one) => sum + one.customers, 0), countShare: all.length > 0 ? '1' : '0', sales: yuan(whole), salesShare: whole > 0n ? '1' : '0' } }
  const head = at < 0 ? [] : [{ ...rows[at]!, total: true as const }]
  const inside = may && at >= 0 ? await customersOf(ask, months, all[at]!) : { rows: [], more: 0 }
  return { rows: [...head, ...inside.rows], totals: {}, remarks: [...told, ...(inside.more > 0 ? [tell(ask, 'regions.more', { count: inside.more })] : [])] }
}

async function allRegions(ask: FormAsk, months: Months): Promise<Region[]> {
  const { reader, catalog, actor } = ask
  const { rows } = await groupRows(reader, catalog, actor, { object: 'customer', group: [{ field: 'region' }], measures: [{ fn: 'count' }] })
  const sums = maySee(ask, 'amount') ? await seriesGroups(reader, catalog, actor, { ...salesAsk({ amount: sumOf('amount', months) }), group: 'region' }) : []
  const sold = new Map(sums.map(({ group, sums: one }) => [idOf(group) ?? null, fen(one.amount!)]))
  const found = rows.map((row): Region => {
    const id = idOf(row.region) ?? null
    return { id, label: id === null ? tell(ask, 'analysis.unknown') : String((row.region as { label: string }).label), customers: Number(row.count), sales: sold.get(id) ?? 0n }
  })
  // Most sales first; the line of those without a region last.
  return found.sort((a, b) => Number(a.id === null) - Number(b.id === null) || (a.sales === b.sales ? a.label.localeCompare(b.label, 'zh') : a.sales > b.sales ? -1 : 1))
}

async function customersOf(ask: FormAsk, months: Months, { id, sales }: Region): Promise<{ rows: RowData[]; more: number }> {
  const asked = salesAsk({ amount: sumOf('amount', months) }, { filter: inRegion(id) })
  const { best } = await seriesTops(ask.reader, ask.catalog, ask.actor, { ...asked, columns: ['name'], tops: { best: { by: 'amount', size: countOf(ask.params.top, 50, 400) } } })
  const whole = fen((await seriesTotals(ask.reader, ask.catalog, ask.actor, asked)).amount ?? '0')
  const rest = whole - best.rows.reduce((sum, row) => sum + fen(row.value), 0n)
  const more = best.count - best.rows.length
  const parts = shares([...best.rows.map(row => fen(row.value)), ...(more > 0 ? [rest] : [])])
  const rows = best.rows.map((row, at): RowData => ({
    values: { area: row.row.name, sales: row.value, salesShare: sales === 0n ? null : parts[at] },
    links: { area: { object: 'customer', id: row.id }, sales: ordersBehind(months, { field: 'customer', op: 'eq', value: row.id }) },
  }))
  return { rows: more > 0 ? [...rows, { values: { area: tell(ask, 'analysis.other'), sales: yuan(rest), salesShare: parts.at(-1) } }] : rows, more }
}
