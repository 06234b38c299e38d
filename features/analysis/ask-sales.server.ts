// Sales of customers as the forms ask for them: one place that knows the series, who may see costs, and which orders lie behind a sum.
import { dateAdd } from '#core/lib/date.ts'
import { objectOf } from '#core/object/catalog.ts'
import type { Filter } from '#core/report/query.ts'
import type { SheetLink } from '#core/form/sheet.ts'
import type { FormAsk } from '#server/form/parts.ts'
import type { SeriesAsk, SeriesSum } from '#server/record/series.ts'
import { seriesRight } from '#server/record/series-right.ts'
import { firstDay } from './period.ts'
import type { Months } from './period.ts'

export type Measure = 'amount' | 'cost' | 'uncosted' | 'orders'

export const sumOf = (measure: Measure, months: Months): SeriesSum => ({ measure, ...months })

export const salesAsk = (sums: Record<string, SeriesSum>, more: Pick<SeriesAsk, 'filter' | 'ids'> = {}): SeriesAsk =>
  ({ object: 'customer', series: 'sales', sums, ...more })

export function maySee({ catalog, actor }: Pick<FormAsk, 'catalog' | 'actor'>, measure: Measure): boolean {
  return ['read', 'write'].includes(seriesRight(catalog, actor, objectOf(catalog, 'customer'), 'sales', measure))
}

/** Orders that count: those that the sums are made of (features/customer/sales-fields.ts). */
export const COUNTED_STATUSES = ['confirmed', 'shipped', 'done']

const daysIn = ({ from, to }: Months): [string, string] => [firstDay(from), dateAdd(dateAdd(firstDay(to), 1, 'month'), -1)]

export const inMonths = (field: string, months: Months): Filter => ({ field, op: 'between', value: daysIn(months) })

export const ordersBehind = (months: Months, ...more: Filter[]): SheetLink => ({
  object: 'order', filter: { all: [...more, inMonths('date', months), { field: 'status', op: 'in', value: COUNTED_STATUSES }] },
})
