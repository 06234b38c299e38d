// 产品 beside a customer: what it buys most. Not on the standard forms, yet offered for them (V1 prints it).
import type { GridColumn } from '#core/form/form.ts'

export const mainProducts: GridColumn = { key: 'mainProducts', label: { zh: '产品', en: 'Products' }, weight: 3, lookup: 'mainProducts', as: { kind: 'text' } }
