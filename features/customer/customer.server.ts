// F02 进货: what a customer buys from everybody in its best and worst month, worked out of our sales where our share is known.
import { div, round } from '#core/lib/decimal.ts'
import type { FormParts, Lookup } from '#server/form/parts.ts'
import { runQuery } from '#server/record/page.ts'
import { monthLookups } from '../analysis/month-lookups.server.ts'

async function ourShares({ reader, catalog, actor }: Parameters<Lookup['run']>[0], customers: string[]): Promise<Map<string, string>> {
  const filter = { all: [{ field: 'customer', op: 'in', value: customers } as const, { field: 'ours', op: 'eq', value: true } as const, { field: 'share', op: 'gt', value: '0' } as const] }
  const page = await runQuery(reader, catalog, actor, { object: 'customerSupplier', columns: ['customer', 'share'], filter, size: 500, total: 'none' })
  return new Map(page.rows.map(row => [(row.customer as { id: string }).id, String(row.share)]))
}

const purchases = (sales: Lookup): Lookup => ({
  needs: [],
  async run(ask, rows) {
    const [sold, shares] = [await sales.run(ask, rows), await ourShares(ask, rows.flatMap(row => row.id ?? []))]
    return new Map([...sold].flatMap(([id, { value, link }]) => {
      const share = shares.get(id)
      return share === undefined ? [] : [[id, { value: round(div(String(value), share), 2), ...(link ? { link } : {}) }]]
    }))
  },
})

export const customerParts: FormParts = { lookups: { bestPurchase: purchases(monthLookups.bestMonth!), worstPurchase: purchases(monthLookups.worstMonth!) } }
