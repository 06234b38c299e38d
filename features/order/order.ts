// 订单 with lines, returns as orders with negative quantities, and 收款 (payments).
import type { Option } from '#core/field/field.ts'
import type { ObjectDecl } from '#core/object/object.ts'

const list = (...pairs: [string, string, string, string?][]): Option[] =>
  pairs.map(([value, zh, en, color]) => ({ value, label: { zh, en }, ...(color ? { color } : {}) }))

const statuses = list(['draft', '草稿', 'Draft', 'default'], ['confirmed', '已确认', 'Confirmed', 'blue'], ['shipped', '已发货', 'Shipped', 'cyan'],
  ['done', '已完成', 'Done', 'green'], ['cancelled', '已取消', 'Cancelled', 'red'])

const methods = list(['transfer', '银行转账', 'Bank transfer'], ['cash', '现金', 'Cash'], ['bill', '承兑汇票', 'Bill of exchange'],
  ['wechat', '微信', 'WeChat Pay'], ['alipay', '支付宝', 'Alipay'], ['other', '其他', 'Other'])

export const order: ObjectDecl = {
  name: 'order', table: 'sales_order', icon: 'ShoppingCart', area: 'sales', title: 'code', code: 'code', owned: true,
  label: { zh: '订单', en: 'Order' },
  fields: {
    code: { kind: 'serial', rule: 'DD-{yyyy}{mm}-{00000}', label: { zh: '订单编号', en: 'Order no.' }, unique: true, search: true, synonyms: ['单号', '订单号', '编号', '销售单号'] },
    customer: { kind: 'reference', to: 'customer', required: true, label: { zh: '客户', en: 'Customer' }, indexed: true, width: 200, synonyms: ['客户名称', '客户编号', '购货单位'] },
    date: { kind: 'date', required: true, fill: 'today', label: { zh: '订单日期', en: 'Date' }, indexed: true, synonyms: ['日期', '下单日期', '销售日期', '购买日期'] },
    kind: { kind: 'choice', initial: 'sale', label: { zh: '类型', en: 'Kind' }, options: list(['sale', '销售', 'Sale', 'blue'], ['return', '退货', 'Return', 'orange']) },
    status: { kind: 'choice', initial: 'confirmed', options: statuses, label: { zh: '状态', en: 'Status' }, indexed: true, synonyms: ['订单状态'] },
    lines: { kind: 'lines', of: 'orderLine', by: 'order', label: { zh: '订单明细', en: 'Lines' } },
    goods: { kind: 'rollup', of: 'orderLine', by: 'order', fn: 'sum', field: 'amount', result: 'money', label: { zh: '货款合计', en: 'Goods' } },
    discount: { kind: 'money', initial: '0', label: { zh: '优惠', en: 'Discount' }, synonyms: ['折扣金额', '优惠金额'] },
    total: { kind: 'computed', rule: 'coalesce(goods, 0) - coalesce(discount, 0)', result: 'money', label: { zh: '订单金额', en: 'Total' }, indexed: true, synonyms: ['金额', '合计', '总金额', '销售额'] },
    costs: { kind: 'rollup', of: 'orderLine', by: 'order', fn: 'sum', field: 'costAmount', result: 'money', label: { zh: '成本合计', en: 'Costs' }, sensitivity: 'restricted', purpose: { zh: '利润核算', en: 'Profit' } },
    uncosted: { kind: 'rollup', of: 'orderLine', by: 'order', fn: 'count', where: 'cost = null', result: 'integer', label: { zh: '未填成本行数', en: 'Lines without cost' }, sensitivity: 'restricted', purpose: { zh: '利润核算', en: 'Profit' } },
    note: { kind: 'longText', label: { zh: '备注', en: 'Notes' } },
    files: { kind: 'attachment', label: { zh: '附件', en: 'Files' } },
  },
  indexes: [['customer', 'date']],
  matchKeys: [['code']],
  views: [
    { key: 'all', label: { zh: '全部订单', en: 'All orders' }, columns: ['code', 'date', 'customer', 'kind', 'status', 'total', 'discount', 'owner', 'note'], sort: [{ field: 'date', dir: 'desc' }] },
    { key: 'month', label: { zh: '本月订单', en: 'This month' }, columns: ['code', 'date', 'customer', 'status', 'total', 'owner'], filter: { field: 'date', op: 'relative', value: { name: 'thisMonth' } }, sort: [{ field: 'date', dir: 'desc' }] },
    { key: 'calendar', label: { zh: '订单日历', en: 'Calendar' }, columns: ['code', 'customer', 'total'], layout: { kind: 'calendar', by: 'date' } },
    { key: 'board', label: { zh: '按状态看板', en: 'Board by status' }, columns: ['code', 'customer', 'total', 'date'], layout: { kind: 'kanban', by: 'status' } },
  ],
}

export const orderLine: ObjectDecl = {
  name: 'orderLine', icon: 'UnorderedList', title: 'product', parent: 'order',
  label: { zh: '订单明细', en: 'Order line' },
  fields: {
    order: { kind: 'reference', to: 'order', required: true, indexed: true, label: { zh: '订单', en: 'Order' } },
    product: { kind: 'reference', to: 'product', required: true, indexed: true, label: { zh: '产品', en: 'Product' }, synonyms: ['产品名称', '品名', '商品'] },
    quantity: { kind: 'number', required: true, decimals: 3, initial: '1', label: { zh: '数量', en: 'Quantity' }, help: { zh: '退货填负数', en: 'Negative for a return' } },
    price: { kind: 'money', required: true, decimals: 4, label: { zh: '单价', en: 'Price' } },
    amount: { kind: 'computed', rule: 'round(quantity * price, 2)', result: 'money', label: { zh: '金额', en: 'Amount' } },
    cost: { kind: 'money', label: { zh: '成本单价', en: 'Unit cost' }, synonyms: ['成本', '成本价', '进价'], sensitivity: 'restricted', purpose: { zh: '利润核算', en: 'Profit' } },
    costAmount: { kind: 'computed', rule: 'round(quantity * cost, 2)', result: 'money', label: { zh: '成本金额', en: 'Cost amount' }, sensitivity: 'restricted', purpose: { zh: '利润核算', en: 'Profit' } },
    note: { kind: 'text', label: { zh: '备注', en: 'Notes' } },
  },
}

export const payment: ObjectDecl = {
  name: 'payment', icon: 'PayCircle', area: 'sales', title: 'code', code: 'code', owned: true,
  label: { zh: '收款', en: 'Payment' },
  fields: {
    code: { kind: 'serial', rule: 'SK-{yyyy}{mm}-{0000}', label: { zh: '收款编号', en: 'Payment no.' }, unique: true, search: true },
    customer: { kind: 'reference', to: 'customer', required: true, label: { zh: '客户', en: 'Customer' }, indexed: true, width: 200, synonyms: ['客户名称', '付款单位'] },
    order: { kind: 'reference', to: 'order', label: { zh: '订单', en: 'Order' }, indexed: true, synonyms: ['订单编号'] },
    date: { kind: 'date', required: true, fill: 'today', label: { zh: '收款日期', en: 'Date' }, indexed: true, synonyms: ['日期', '到账日期'] },
    amount: { kind: 'money', required: true, label: { zh: '收款金额', en: 'Amount' }, help: { zh: '退款填负数', en: 'Negative for a refund' }, synonyms: ['金额', '到账金额'] },
    method: { kind: 'choice', options: methods, initial: 'transfer', label: { zh: '收款方式', en: 'Method' } },
    note: { kind: 'longText', label: { zh: '备注', en: 'Notes' } },
  },
  matchKeys: [['code']],
  views: [{ key: 'all', label: { zh: '全部收款', en: 'All payments' }, columns: ['code', 'date', 'customer', 'order', 'amount', 'method', 'owner', 'note'], sort: [{ field: 'date', dir: 'desc' }] }],
}
