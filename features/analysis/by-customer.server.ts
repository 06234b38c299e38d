// From rows to their customers and back, and the rates that are said of a customer.
import { div, isZero, mul, round, sub } from '#core/lib/decimal.ts'
import type { RowData } from '#core/form/data.ts'
import type { SheetLink } from '#core/form/sheet.ts'
import type { Sums } from '#server/record/series-group.ts'

/** Id of the row's customer. */
export function customerOf(row: RowData): string | undefined {
  const value = row.values.customer
  if (typeof value === 'string') return value
  return typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : 'customer' in row.values ? undefined : row.id
}

export type Found = { value: unknown; link?: SheetLink }

/** Answers by the row's id what is known by the customer's. */
export async function byCustomer(rows: RowData[], find: (ids: string[]) => Promise<Map<string, Found>>): Promise<Map<string, Found>> {
  const wanted = rows.flatMap(row => {
    const customer = customerOf(row)
    return row.id === undefined || customer === undefined ? [] : [[row.id, customer] as const]
  })
  const found = wanted.length === 0 ? new Map<string, Found>() : await find([...new Set(wanted.map(([, customer]) => customer))])
  return new Map(wanted.flatMap(([row, customer]) => (found.has(customer) ? [[row, found.get(customer)!] as const] : [])))
}

/** (now - before) / before; undefined without sales in the time before. */
export const growthOf = (now: string, before: string): string | undefined =>
  (Number(before) > 0 ? round(div(sub(now, before), before), 4) : undefined)

/** Share of the sales that is left after costs; undefined while any line's cost is unknown. */
export const marginOf = ({ sales: amount, cost, uncosted }: Sums): string | undefined =>
  (Number(amount) > 0 && isZero(uncosted!) ? round(div(sub(amount!, cost!), amount!), 4) : undefined)

/** Percent with at most one decimal, as it stands in a sentence: 35, 7.5. */
export const percentText = (share: string): string => round(mul(share, '100'), 1).replace(/\.0$/, '')
