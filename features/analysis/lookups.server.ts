// What sales tell about the customer of a row: of the year, of the one before, growth, margin, months. Other forms name these lookups
// in their columns and places (F02, F10-F14, F19). Rows of customers are meant themselves, others by their field `customer`.
import { isZero, sub } from '#core/lib/decimal.ts'
import type { FormAsk, Lookup } from '#server/form/parts.ts'
import { seriesOfRecords } from '#server/record/series-group.ts'
import type { Sums } from '#server/record/series-group.ts'
import type { SeriesSum } from '#server/record/series.ts'
import { maySee, ordersBehind, salesAsk, sumOf } from './ask-sales.server.ts'
import type { Measure } from './ask-sales.server.ts'
import { byCustomer, growthOf, marginOf } from './by-customer.server.ts'
import { monthLookups } from './month-lookups.server.ts'
import { comparable, lastYear, wholeYear, yearOf } from './period.ts'
import type { Months } from './period.ts'
import { trend } from './trend.server.ts'

/** What is worked out of sums; undefined: nothing can be said. Measures that the reader may not see leave the place empty. */
function ofSums(measures: Measure[], sums: (ask: FormAsk) => Record<string, SeriesSum>, value: (sums: Sums) => string | undefined, link?: (ask: FormAsk) => Months): Lookup {
  return {
    needs: ['customer'],
    run: (ask, rows) => byCustomer(rows, async ids => {
      if (!measures.every(measure => maySee(ask, measure))) return new Map()
      const known = await seriesOfRecords(ask.reader, ask.catalog, ask.actor, salesAsk(sums(ask), { ids }))
      return new Map([...known].flatMap(([id, one]) => {
        const made = value(one)
        return made === undefined ? [] : [[id, { value: made, ...(link ? { link: ordersBehind(link(ask), { field: 'customer', op: 'eq', value: id }) } : {}) }] as const]
      }))
    }),
  }
}

const yearMonths = ({ params, today }: FormAsk): Months => wholeYear(yearOf(params, today))
const sales = (months: (ask: FormAsk) => Months): Lookup =>
  ofSums(['amount'], ask => ({ sales: sumOf('amount', months(ask)) }), sums => sums.sales, months)

export const salesLookups: Record<string, Lookup> = {
  salesOfYear: sales(yearMonths),
  salesLastYear: sales(ask => lastYear(yearMonths(ask))),
  growth: ofSums(['amount'], ({ params, today }) => {
    const now = comparable(yearOf(params, today), today)
    return { now: sumOf('amount', now), before: sumOf('amount', lastYear(now)) }
  }, sums => growthOf(sums.now!, sums.before!)),
  margin: ofSums(['amount', 'cost', 'uncosted'], ask => {
    const months = yearMonths(ask)
    return { sales: sumOf('amount', months), cost: sumOf('cost', months), uncosted: sumOf('uncosted', months) }
  }, marginOf, yearMonths),
  /** Money earned: sales less costs. */
  profit: ofSums(['amount', 'cost', 'uncosted'], ask => {
    const months = yearMonths(ask)
    return { sales: sumOf('amount', months), cost: sumOf('cost', months), uncosted: sumOf('uncosted', months) }
  }, sums => (isZero(sums.uncosted!) ? sub(sums.sales!, sums.cost!) : undefined), yearMonths),
  ordersOfYear: ofSums(['orders'], ask => ({ orders: sumOf('orders', yearMonths(ask)) }), sums => sums.orders, yearMonths),
  ...monthLookups, trend,
}
