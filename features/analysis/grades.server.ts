// Report of 客户分级表 (F08): customers in five grades by one of three bases, side by side as on paper.
import type { GridData, RowData } from '#core/form/data.ts'
import type { SheetLink } from '#core/form/sheet.ts'
import { isKind } from '#core/field/kinds.ts'
import { inLang } from '#core/lib/text.ts'
import { objectOf } from '#core/object/catalog.ts'
import type { Filter } from '#core/report/query.ts'
import type { FormAsk } from '#server/form/parts.ts'
import { groupRows } from '#server/record/group.ts'
import { runQuery } from '#server/record/page.ts'
import type { RankAsk, RankClass } from '#server/record/series-rank.ts'
import { rankRecords } from '#server/record/series-rank.ts'
import { maySee, salesAsk, sumOf } from './ask-sales.server.ts'
import { mainProducts } from './main-product.server.ts'
import { wholeYear, yearOf } from './period.ts'
import type { Months } from './period.ts'
import { bases } from './objects.ts'
import { countOf, sayMonths, settingsOf, tell } from './words.server.ts'

export const GRADES = ['A', 'B', 'C', 'D', 'E'] as const
const LEAST = ['0.9', '0.8', '0.7', '0.6']
const OURS: Filter = { field: 'ours', op: 'eq', value: true }
const COLUMNS = ['name', 'code', 'customerClass', 'owner']
/** Nothing sold is no sales: E. */
const SOLD = '0.01'

export const isBasis = (value: unknown): value is string => bases.some(basis => basis.value === value)

/** Of the form's parameter, else of the company. */
export const basisOf = async (ask: FormAsk): Promise<string> => (isBasis(ask.params.basis) ? ask.params.basis : (await settingsOf(ask)).gradeBasis)

export function rankAsk(basis: string, months: Months): RankAsk {
  const { object, series } = salesAsk({})
  const score = basis === 'ours' ? { lines: 'customerSupplier', by: 'customer', field: 'share', where: OURS } : basis === 'share' ? 'share' as const : 'rank' as const
  return { object, series, sum: sumOf('amount', months), score, least: LEAST }
}

export async function grades(ask: FormAsk, _given: Record<string, unknown>, shown: readonly string[] = []): Promise<GridData> {
  const months = wholeYear(yearOf(ask.params, ask.today))
  if (!maySee(ask, 'amount')) return { rows: [], remarks: [tell(ask, 'grades.noSales')] }
  const { reader, catalog, actor } = ask
  const basis = await basisOf(ask)
  const each = countOf(ask.params.rows, 20, 300)
  const classes = await rankRecords(reader, catalog, actor, { ...rankAsk(basis, months), each, columns: COLUMNS })
  const { rows: [all] } = await groupRows(reader, catalog, actor, { object: 'customer', measures: [{ fn: 'count' }] })
  const counts = classes.map(one => one.count)
  const ranked = counts.reduce((sum, count) => sum + count, 0)
  counts[4] = Number(all!.count) - ranked + counts[4]!
  const columns = classes.map(one => one.rows.map(({ row }) => row))
  columns[4]!.push(...await unsold(ask, months, each - columns[4]!.length))
  const products = shown.some(key => key.endsWith('_product')) ? await mainProducts(ask, months, columns.flat().map(row => String(row.id))) : new Map<string, string>()
  const links = linksOf(basis, classes, months)
  const label = inLang(bases.find(one => one.value === basis)!.label, ask.lang)
  return {
    rows: [...rowsOf(ask, columns, products), countRow(ask, counts, links)], facts: { basis: label },
    remarks: [tell(ask, `grades.${basis}`, { period: sayMonths(ask, months), count: ranked }), ...(ranked === 0 ? [tell(ask, 'analysis.noSales', { period: sayMonths(ask, months) })] : []),
      ...counts.flatMap((count, at) => (count > columns[at]!.length ? [tell(ask, 'analysis.more', { label: `${GRADES[at]}`, count: count - columns[at]!.length })] : []))],
  }
}

/** Customers without sales come after those of E with some. */
async function unsold({ reader, catalog, actor }: FormAsk, months: Months, size: number): Promise<Record<string, unknown>[]> {
  if (size <= 0) return []
  const { rows } = await runQuery(reader, catalog, actor, { object: 'customer', columns: COLUMNS, size, total: 'none', sort: [{ field: 'code', dir: 'asc' }],
    filter: { series: 'sales', measure: 'amount', ...months, below: SOLD } })
  return rows
}

function rowsOf({ catalog, lang }: FormAsk, columns: Record<string, unknown>[][], products: Map<string, string>): RowData[] {
  const { customerClass } = objectOf(catalog, 'customer').fields
  const options = customerClass && isKind(customerClass, 'choice') ? customerClass.options : []
  const trade = (value: unknown): string => {
    const option = options.find(one => one.value === value)
    return option ? inLang(option.label, lang) : ''
  }
  return Array.from({ length: Math.max(0, ...columns.map(rows => rows.length)) }, (_, at): RowData => {
    const values: Record<string, unknown> = {}
    const links: Record<string, SheetLink> = {}
    for (const [n, grade] of GRADES.entries()) {
      const row = columns[n]![at]
      if (!row) continue
      const id = String(row.id)
      Object.assign(values, { [`${grade}_class`]: trade(row.customerClass), [`${grade}_name`]: row.name, [`${grade}_code`]: row.code, [`${grade}_owner`]: (row.owner as { label: string } | null)?.label ?? '', [`${grade}_product`]: products.get(id) ?? '' })
      links[`${grade}_name`] = { object: 'customer', id }
    }
    return { values, links }
  })
}

const countRow = (ask: FormAsk, counts: number[], links: SheetLink[]): RowData => ({
  total: true, values: Object.fromEntries(GRADES.map((grade, at) => [`${grade}_name`, tell(ask, 'grades.count', { count: counts[at]! })])),
  links: Object.fromEntries(GRADES.map((grade, at) => [`${grade}_name`, links[at]!])),
})

/** By share of purchases a grade is told by lists, else by sales: who ranks higher has sold more. */
function linksOf(basis: string, classes: RankClass[], months: Months): SheetLink[] {
  const sales = (least?: string | null, below?: string | null): Filter => ({ series: 'sales', measure: 'amount', ...months, ...(least ? { least } : {}), ...(below ? { below } : {}) })
  const bought = (least: string): Filter => ({ some: 'customerSupplier', by: 'customer', where: { all: [OURS, { field: 'share', op: 'ge', value: least }] } })
  return GRADES.map((_, at): SheetLink => {
    const above = classes.slice(0, at).findLast(one => one.low !== null)?.low
    if (basis !== 'ours') {
      const own = at === 4 ? undefined : classes[at]!.low
      return { object: 'customer', filter: own === null ? { field: 'id', op: 'in', value: [] } : sales(own, above) }
    }
    const better = at === 0 ? [] : [{ not: bought(LEAST[at - 1]!) }]
    if (at < 4) return { object: 'customer', filter: { all: [sales(SOLD), bought(LEAST[at]!), ...better] } }
    return { object: 'customer', filter: { any: [sales(undefined, SOLD), { all: better }] } }
  })
}
