// What orders and payments tell about a customer (F01 购买历史, 消费金额, 购买频率; F02 最高月额 comes with the forms).
// The write path keeps them up to date.
import type { FieldInput } from '#core/field/field.ts'
import type { Series } from '#core/object/series.ts'

/** Cancelled orders and drafts count for nothing. */
const COUNTED = 'status in ("confirmed", "shipped", "done")'

export const salesFields: Record<string, FieldInput> = {
  salesTotal: { kind: 'rollup', of: 'order', by: 'customer', fn: 'sum', field: 'total', where: COUNTED, result: 'money', label: { zh: '消费金额', en: 'Sales' }, indexed: true },
  orderCount: { kind: 'rollup', of: 'order', by: 'customer', fn: 'count', where: COUNTED, result: 'integer', label: { zh: '购买频率', en: 'Orders' }, help: { zh: '有效订单的次数', en: 'Number of orders that count' }, indexed: true },
  firstOrder: { kind: 'rollup', of: 'order', by: 'customer', fn: 'min', field: 'date', where: COUNTED, result: 'date', label: { zh: '首次购买', en: 'First order' } },
  lastOrder: { kind: 'rollup', of: 'order', by: 'customer', fn: 'max', field: 'date', where: COUNTED, result: 'date', label: { zh: '最近购买', en: 'Last order' }, indexed: true },
  paidTotal: { kind: 'rollup', of: 'payment', by: 'customer', fn: 'sum', field: 'amount', result: 'money', label: { zh: '已收款', en: 'Paid' } },
  receivable: { kind: 'computed', rule: 'coalesce(salesTotal, 0) - coalesce(paidTotal, 0)', result: 'money', label: { zh: '应收款', en: 'Receivable' }, indexed: true },
  averageOrder: { kind: 'computed', rule: 'if orderCount > 0 then round(salesTotal / orderCount, 2) else null', result: 'money', label: { zh: '平均客单价', en: 'Average order' } },
}

/** What a customer bought in each month; the analysis forms (F05-F09) and the figures beside customers read it. */
export const salesSeries: Series = {
  key: 'sales', of: 'order', by: 'customer', date: 'date', where: COUNTED,
  measures: {
    amount: { fn: 'sum', field: 'total', result: 'money', like: 'salesTotal', label: { zh: '销售额', en: 'Sales' } },
    cost: { fn: 'sum', field: 'costs', result: 'money', label: { zh: '成本', en: 'Cost' } },
    uncosted: { fn: 'sum', field: 'uncosted', result: 'integer', label: { zh: '未填成本行数', en: 'Lines without cost' } },
    orders: { fn: 'count', result: 'integer', like: 'orderCount', label: { zh: '订单数', en: 'Orders' } },
  },
}
