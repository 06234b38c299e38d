// What a customer buys most: the three products with the highest sales of the year, the best first.
import { cmp } from '#core/lib/decimal.ts'
import type { FormAsk, FormParts, Lookup } from '#server/form/parts.ts'
import { groupRows } from '#server/record/group.ts'
import { COUNTED_STATUSES, inMonths, maySee, ordersBehind } from '../analysis/ask-sales.server.ts'
import { byCustomer } from '../analysis/by-customer.server.ts'
import type { Found } from '../analysis/by-customer.server.ts'
import { wholeYear, yearOf } from '../analysis/period.ts'

const MOST = 3
/** Customers asked for at once: their products stay within one answer. */
const CHUNK = 100

interface Sold { 'order.customer': { id: string } | null; product: { label: string } | null; amount: string | null }

async function soldTo(ask: FormAsk, ids: string[]): Promise<Sold[]> {
  const { rows } = await groupRows(ask.reader, ask.catalog, ask.actor, {
    object: 'orderLine', group: [{ field: 'order.customer' }, { field: 'product' }], measures: [{ fn: 'sum', field: 'amount', as: 'amount' }],
    filter: { all: [{ field: 'order.customer', op: 'in', value: ids }, inMonths('order.date', wholeYear(yearOf(ask.params, ask.today))), { field: 'order.status', op: 'in', value: COUNTED_STATUSES }] },
  })
  return rows as unknown as Sold[]
}

const best = (sold: Sold[]): string[] => sold.filter(({ product, amount }) => product !== null && amount !== null && cmp(amount, '0') > 0)
  .toSorted((a, b) => cmp(b.amount!, a.amount!)).slice(0, MOST).map(({ product }) => product!.label)

async function find(ask: FormAsk, ids: string[]): Promise<Map<string, Found>> {
  const found = new Map<string, Found>()
  if (!maySee(ask, 'amount')) return found
  const months = wholeYear(yearOf(ask.params, ask.today))
  for (let from = 0; from < ids.length; from += CHUNK) {
    const sold = await soldTo(ask, ids.slice(from, from + CHUNK))
    for (const [id, own] of Map.groupBy(sold, row => row['order.customer']?.id ?? '')) {
      const names = best(own)
      if (names.length > 0) found.set(id, { value: names.join(ask.lang === 'zh' ? '、' : ', '), link: ordersBehind(months, { field: 'customer', op: 'eq', value: id }) })
    }
  }
  return found
}

const mainProducts: Lookup = { needs: ['customer'], run: (ask, rows) => byCustomer(rows, ids => find(ask, ids)) }

export const productParts: FormParts = { lookups: { mainProducts } }
