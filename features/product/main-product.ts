// 产品 beside a customer: what it buys most. Not on the standard forms, yet offered for them (V1 prints it).
import type { GridColumn } from '#core/form/form.ts'
import { text } from '#core/lib/text.ts'

export const mainProduct: GridColumn = { key: 'mainProduct', label: text('产品', 'Product'), weight: 3, lookup: 'mainProduct', as: { kind: 'text' } }
