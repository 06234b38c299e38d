// What complaints, talks and the lists of the dealer card tell about a customer (F01 问题反馈; F02 占比). The write path keeps them up to date.
import type { FieldInput } from '#core/field/field.ts'
import { OPEN_COMPLAINT } from '../complaint/complaint.ts'

export const serviceFields: Record<string, FieldInput> = {
  complaintCount: { kind: 'rollup', of: 'complaint', by: 'customer', fn: 'count', result: 'integer', label: { zh: '问题反馈', en: 'Complaints' }, help: { zh: '投诉记录的条数', en: 'Number of complaints' }, indexed: true },
  openComplaints: { kind: 'rollup', of: 'complaint', by: 'customer', fn: 'count', where: OPEN_COMPLAINT, result: 'integer', label: { zh: '未结投诉', en: 'Open complaints' }, indexed: true },
  lastTalk: { kind: 'rollup', of: 'communication', by: 'customer', fn: 'max', field: 'date', result: 'date', label: { zh: '最近沟通', en: 'Last communication' }, indexed: true },
}

export const shareFields: Record<string, FieldInput> = {
  supplierShare: { kind: 'rollup', of: 'customerSupplier', by: 'customer', fn: 'sum', field: 'share', result: 'percent', label: { zh: '进货占比合计', en: 'Sum of shares bought' } },
  assortmentShare: { kind: 'rollup', of: 'customerAssortment', by: 'customer', fn: 'sum', field: 'share', result: 'percent', label: { zh: '销售占比合计', en: 'Sum of shares sold' } },
}

/** F02: worked out from orders where there are any; typed for customers whose trade we only know by word. */
export const monthFields: Record<string, FieldInput> = {
  monthlySales: { kind: 'money', min: '0', label: { zh: '每月平均销售实绩', en: 'Sales in an average month' } },
  bestMonth: { kind: 'money', min: '0', label: { zh: '最高月额（销售）', en: 'Best month of sales' } },
  worstMonth: { kind: 'money', min: '0', label: { zh: '最低月额（销售）', en: 'Worst month of sales' } },
  bestPurchase: { kind: 'money', min: '0', label: { zh: '最高月额（进货）', en: 'Best month of purchases' } },
  worstPurchase: { kind: 'money', min: '0', label: { zh: '最低月额（进货）', en: 'Worst month of purchases' } },
}

export const customerChecks = [
  { rule: 'supplierShare <= 1', field: 'suppliers', message: { zh: '进货对象的占比合计不能超过 100%，现为 {supplierShare}', en: 'The shares of “buys from” cannot add up to more than 100%; now they are {supplierShare}' } },
  { rule: 'assortmentShare <= 1', field: 'assortment', message: { zh: '销售种类的占比合计不能超过 100%，现为 {assortmentShare}', en: 'The shares of “sells” cannot add up to more than 100%; now they are {assortmentShare}' } },
  { rule: 'bestMonth = null or worstMonth = null or bestMonth >= worstMonth', field: 'worstMonth', message: { zh: '最低月额不能高于最高月额', en: 'The worst month cannot be better than the best' } },
  { rule: 'bestPurchase = null or worstPurchase = null or bestPurchase >= worstPurchase', field: 'worstPurchase', message: { zh: '最低月额不能高于最高月额', en: 'The worst month cannot be better than the best' } },
]
