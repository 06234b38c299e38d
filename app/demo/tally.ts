// Sums of each customer, counted along while orders and payments are made: so customers go in once, already whole.
// The verification after the load compares them with what the database counts.
import { dayNumber, ymd } from '#core/lib/date.ts'
import type { Calendar } from './calendar.ts'
import { dateOf } from './calendar.ts'

export interface Tally {
  /** Fen. */
  sales: Float64Array
  paid: Float64Array
  costs: Float64Array
  /** Sales of this year's months that are over, and of the same months of the year before. */
  now: Float64Array
  before: Float64Array
  orders: Int32Array
  /** Days of the calendar; -1 for none. */
  first: Int16Array
  last: Int16Array
  period: { now: Span; before: Span }
}

/** Days of the calendar, the last one not counted. */
type Span = [from: number, to: number]

function spansOf(calendar: Calendar): Tally['period'] {
  const { year, month } = ymd(dateOf(calendar, calendar.days))
  const span = (one: number): Span => [dayNumber(`${one}-01-01`) - calendar.first, dayNumber(`${one}-${String(Math.max(month, 2)).padStart(2, '0')}-01`) - calendar.first]
  return { now: span(year), before: span(year - 1) }
}

export const newTally = (calendar: Calendar, customers: number): Tally => ({
  sales: new Float64Array(customers), paid: new Float64Array(customers), costs: new Float64Array(customers), now: new Float64Array(customers), before: new Float64Array(customers),
  period: spansOf(calendar), orders: new Int32Array(customers),
  first: new Int16Array(customers).fill(-1), last: new Int16Array(customers).fill(-1),
})

const within = (day: number, [from, to]: Span): boolean => day >= from && day < to

export function countOrder(tally: Tally, n: number, day: number, total: number, costs: number): void {
  tally.sales[n]! += total
  tally.costs[n]! += costs
  if (within(day, tally.period.now)) tally.now[n]! += total
  if (within(day, tally.period.before)) tally.before[n]! += total
  tally.orders[n]! += 1
  if (tally.first[n] === -1) tally.first[n] = day
  tally.last[n] = day
}

/** Sales of the year before below this (fen) say nothing of growth. */
const FLOOR = 1_000_000

export const growthOf = ({ now, before }: Tally, n: number): number | null => (before[n]! < FLOOR ? null : (now[n]! - before[n]!) / before[n]!)

export const marginOf = ({ sales, costs }: Tally, n: number): number | null => (sales[n]! <= 0 ? null : (sales[n]! - costs[n]!) / sales[n]!)

/** Sales above which a customer belongs to the best 5, 20, 50, 80 per cent of those that buy: grades A to D. */
export function gradeLimits(tally: Tally): number[] {
  const sorted = tally.sales.filter(value => value > 0).sort()
  return [0.95, 0.8, 0.5, 0.2].map(share => sorted[Math.floor(sorted.length * share)] ?? 0)
}
