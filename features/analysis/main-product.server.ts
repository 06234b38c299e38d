// What each of a few customers bought most of in some months, in money.
import { cmp } from '#core/lib/decimal.ts'
import { objectOf } from '#core/object/catalog.ts'
import { rightsOf } from '#core/object/rights.ts'
import type { FormAsk } from '#server/form/parts.ts'
import { groupRows } from '#server/record/group.ts'
import { COUNTED_STATUSES, inMonths } from './ask-sales.server.ts'
import type { Months } from './period.ts'
import { idOf } from './words.server.ts'

/** Names of products by customer; equal sums by name. */
export async function mainProducts({ reader, catalog, actor }: FormAsk, months: Months, customers: string[]): Promise<Map<string, string>> {
  if (customers.length === 0 || rightsOf(actor, objectOf(catalog, 'order')).read.length === 0) return new Map()
  const { rows } = await groupRows(reader, catalog, actor, { object: 'orderLine', group: [{ field: 'order.customer' }, { field: 'product' }], measures: [{ fn: 'sum', field: 'amount', as: 'sales' }],
    filter: { all: [{ field: 'order.customer', op: 'in', value: customers }, inMonths('order.date', months), { field: 'order.status', op: 'in', value: COUNTED_STATUSES }] } })
  const best = new Map<string, { name: string; sales: string }>()
  for (const row of rows) {
    const id = idOf(row['order.customer'])!
    const sales = String(row.sales ?? '0')
    const known = best.get(id)
    if (!known || cmp(sales, known.sales) > 0) best.set(id, { name: (row.product as { label: string } | null)?.label ?? '', sales })
  }
  return new Map([...best].map(([id, { name }]) => [id, name]))
}
