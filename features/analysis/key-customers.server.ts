// Report of 重点客户管理表 (F09): the largest sales, the fastest growth, the best margins, side by side, out of one look at the months.
import type { GridData, RowData } from '#core/form/data.ts'
import type { SheetLink } from '#core/form/sheet.ts'
import type { FormAsk } from '#server/form/parts.ts'
import { seriesTops } from '#server/record/series-top.ts'
import type { Top, TopList } from '#server/record/series-top.ts'
import { maySee, ordersBehind, salesAsk, sumOf } from './ask-sales.server.ts'
import { comparable, lastYear, wholeYear, yearOf } from './period.ts'
import type { Months } from './period.ts'
import { countOf, sayMonths, settingsOf, tell } from './words.server.ts'

const PLACES = ['sales', 'growth', 'margin'] as const
type Place = (typeof PLACES)[number]

export async function keyCustomers(ask: FormAsk): Promise<GridData> {
  const { reader, catalog, actor, params, today } = ask
  if (!maySee(ask, 'amount')) return { rows: [], remarks: [tell(ask, 'grades.noSales')] }
  const year = yearOf(params, today)
  const months = wholeYear(year)
  const now = comparable(year, today)
  const { growthFloor } = await settingsOf(ask)
  const margins = maySee(ask, 'cost') && maySee(ask, 'uncosted')
  const size = countOf(params.top, 10, 100)
  const asked = salesAsk({
    sales: sumOf('amount', months), now: sumOf('amount', now), before: sumOf('amount', lastYear(now)),
    ...(margins ? { cost: sumOf('cost', months), uncosted: sumOf('uncosted', months) } : {}),
  })
  const tops = await seriesTops(reader, catalog, actor, { ...asked, columns: ['name'], tops: topsOf(size, growthFloor, margins) })
  const rows = Array.from({ length: size }, (_, at) => rowOf(tops, at, { sales: months, growth: now, margin: months }, margins))
  return { rows: rows.slice(0, Math.max(1, ...PLACES.map(place => tops[place].rows.length))), remarks: remarks(ask, tops, { months, now, growthFloor, margins }) }
}

/** Growth needs sales in both periods; a margin needs costs of every line. */
function topsOf(size: number, floor: string, margins: boolean): Record<Place, Top> {
  const sales: Top = { by: 'sales', where: [{ sum: 'sales', op: 'gt', value: '0' }], size }
  return {
    sales,
    growth: { by: { part: 'now', less: 'before', of: 'before' }, where: [{ sum: 'before', op: 'ge', value: floor }, { sum: 'now', op: 'gt', value: '0' }], size },
    margin: margins ? { by: { part: 'sales', less: 'cost', of: 'sales' }, where: [{ sum: 'uncosted', op: 'eq', value: '0' }], size } : { ...sales, size: 1 },
  }
}

function rowOf(tops: Record<Place, TopList>, at: number, months: Record<Place, Months>, margins: boolean): RowData {
  const values: Record<string, unknown> = {}
  const links: Record<string, SheetLink> = {}
  for (const place of PLACES) {
    const found = tops[place].rows[at]
    if (!found || (place === 'margin' && !margins)) continue
    values[`${place}_name`] = found.row.name
    values[`${place}_value`] = found.value
    links[`${place}_name`] = { object: 'customer', id: found.id }
    links[`${place}_value`] = ordersBehind(months[place], { field: 'customer', op: 'eq', value: found.id })
  }
  return { values, links, ...(margins ? {} : { masked: ['margin_name', 'margin_value'] }) }
}

function remarks(ask: FormAsk, tops: Record<Place, TopList>, { months, now, growthFloor, margins }: { months: Months; now: Months; growthFloor: string; margins: boolean }): string[] {
  return [
    ...(tops.sales.count === 0 ? [tell(ask, 'analysis.noSales', { period: sayMonths(ask, months) })] : []),
    tell(ask, 'key.growth', { now: sayMonths(ask, now), before: sayMonths(ask, lastYear(now)), floor: growthFloor }),
    tell(ask, margins ? 'key.margin' : 'key.noMargin'),
  ]
}
