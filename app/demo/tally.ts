// Sums of each customer, counted along while orders and payments are made: so customers go in once, already whole.
// The verification after the load compares them with what the database counts.

export interface Tally {
  /** Fen. */
  sales: Float64Array
  paid: Float64Array
  orders: Int32Array
  /** Days of the calendar; -1 for none. */
  first: Int16Array
  last: Int16Array
}

export const newTally = (customers: number): Tally => ({
  sales: new Float64Array(customers), paid: new Float64Array(customers), orders: new Int32Array(customers),
  first: new Int16Array(customers).fill(-1), last: new Int16Array(customers).fill(-1),
})

export function countOrder(tally: Tally, n: number, day: number, total: number): void {
  tally.sales[n]! += total
  tally.orders[n]! += 1
  if (tally.first[n] === -1) tally.first[n] = day
  tally.last[n] = day
}

/** Sales above which a customer belongs to the best 5, 20, 50, 80 per cent of those that buy: grades A to D. */
export function gradeLimits(tally: Tally): number[] {
  const sorted = tally.sales.filter(value => value > 0).sort()
  return [0.95, 0.8, 0.5, 0.2].map(share => sorted[Math.floor(sorted.length * share)] ?? 0)
}
