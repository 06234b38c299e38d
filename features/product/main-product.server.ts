// The product that a row's customer bought most of in the year of the form.
import type { FormParts, Lookup } from '#server/form/parts.ts'
import { maySee, ordersBehind } from '../analysis/ask-sales.server.ts'
import { byCustomer } from '../analysis/by-customer.server.ts'
import { mainProducts } from '../analysis/main-product.server.ts'
import { wholeYear, yearOf } from '../analysis/period.ts'

const mainProduct: Lookup = {
  needs: ['customer'],
  run: (ask, rows) => byCustomer(rows, async ids => {
    if (!maySee(ask, 'amount')) return new Map()
    const months = wholeYear(yearOf(ask.params, ask.today))
    const names = await mainProducts(ask, months, ids)
    return new Map([...names].map(([id, value]) => [id, { value, link: ordersBehind(months, { field: 'customer', op: 'eq', value: id }) }]))
  }),
}

export const productParts: FormParts = { lookups: { mainProduct } }
