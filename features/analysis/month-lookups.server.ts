// 每月平均销售实绩, 最高月额, 最低月额: over the twelve months before this one, or since the first order where that is later.
import { add, cmp, div, round } from '#core/lib/decimal.ts'
import type { FormAsk, Lookup } from '#server/form/parts.ts'
import { seriesMonths } from '#server/record/series-group.ts'
import type { MonthRow } from '#server/record/series-group.ts'
import { maySee, ordersBehind, salesAsk, sumOf } from './ask-sales.server.ts'
import { byCustomer } from './by-customer.server.ts'
import { countMonths, lastTwelve } from './period.ts'
import type { Months } from './period.ts'

/** Amounts of the customer's months with sales, and how many months there are in all. */
interface Window {
  amounts: string[]
  months: number
}

type Pick = (window: Window) => string

const larger = (a: string, b: string): string => (cmp(a, b) >= 0 ? a : b)
const smaller = (a: string, b: string): string => (cmp(a, b) <= 0 ? a : b)

const average: Pick = ({ amounts, months }) => round(div(amounts.reduce(add, '0'), String(months)), 2)
const best: Pick = ({ amounts }) => amounts.reduce(larger)
/** A month in which a customer bought nothing is his worst. */
const worst: Pick = ({ amounts, months }) => (amounts.length < months ? smaller('0', amounts.reduce(smaller)) : amounts.reduce(smaller))

function windowOf(rows: MonthRow[], whole: Months, first: number): Window {
  const from = Math.max(first, whole.from)
  return { amounts: rows.map(row => row.sums.amount!), months: countMonths({ from, to: whole.to }) }
}

/** The earliest month of all: before it nothing was expected of the customer. */
async function firstMonths(ask: FormAsk, ids: string[], to: number): Promise<Map<string, number>> {
  const rows = await seriesMonths(ask.reader, ask.catalog, ask.actor, { ...salesAsk({ orders: sumOf('orders', { from: 101, to }) }, { ids }), each: true })
  const first = new Map<string, number>()
  for (const row of rows) if (!first.has(row.id)) first.set(row.id, row.month)
  return first
}

const monthLookup = (pick: Pick): Lookup => ({
  needs: ['customer'],
  run: (ask, rows) => byCustomer(rows, async ids => {
    if (!maySee(ask, 'amount') || !maySee(ask, 'orders')) return new Map()
    const whole = lastTwelve(ask.today)
    const months = await seriesMonths(ask.reader, ask.catalog, ask.actor, { ...salesAsk({ amount: sumOf('amount', whole) }, { ids }), each: true })
    const first = await firstMonths(ask, ids, whole.to)
    return new Map([...Map.groupBy(months, row => row.id)].map(([id, own]) => [id, {
      value: pick(windowOf(own, whole, first.get(id) ?? whole.from)), link: ordersBehind(whole, { field: 'customer', op: 'eq', value: id }),
    }]))
  }),
})

/** 'monthlySales' is what the dealer card calls the average. */
export const monthLookups: Record<string, Lookup> = { averageMonth: monthLookup(average), monthlySales: monthLookup(average), bestMonth: monthLookup(best), worstMonth: monthLookup(worst) }
