// Child lists of the dealer card (F02): where the customer buys, and what it sells, with shares.
import type { ObjectDecl } from '#core/object/object.ts'

const customer = { kind: 'reference', to: 'customer', required: true, indexed: true, label: { zh: '客户', en: 'Customer' } } as const
const share = { kind: 'percent', decimals: 1, min: '0', max: '1', label: { zh: '占比', en: 'Share' } } as const

export const customerSupplier: ObjectDecl = {
  name: 'customerSupplier', title: 'brand', parent: 'customer', icon: 'Shop',
  label: { zh: '进货对象', en: 'Buys from' },
  fields: {
    customer,
    brand: { kind: 'text', required: true, maxLength: 60, label: { zh: '品牌', en: 'Brand' } },
    share,
    ours: { kind: 'yesNo', label: { zh: '本公司', en: 'Ours' } },
  },
}

export const customerAssortment: ObjectDecl = {
  name: 'customerAssortment', title: 'category', parent: 'customer', icon: 'Appstore',
  label: { zh: '销售种类', en: 'Sells' },
  fields: {
    customer,
    category: { kind: 'text', required: true, maxLength: 60, label: { zh: '门市（类别）', en: 'Category' } },
    share,
  },
}
