// 价格优惠申请 (F14) and, once approved, 优惠客户 (F13).
import { options } from '#core/field/options.ts'
import type { FieldInput } from '#core/field/field.ts'
import type { ObjectDecl } from '#core/object/object.ts'

export const decisions = options(['approved', '同意', 'Approved', 'green'], ['refused', '不同意', 'Refused', 'red'])

const customer: FieldInput = { kind: 'reference', to: 'customer', required: true, indexed: true, width: 200, label: { zh: '客户名称', en: 'Customer' } }
const region: FieldInput = { kind: 'reference', to: 'region', indexed: true, label: { zh: '区域', en: 'Region' } }

export const priceApplication: ObjectDecl = {
  name: 'priceApplication', icon: 'Percentage', area: 'sales', title: 'code', code: 'code', owned: true,
  label: { zh: '价格优惠申请', en: 'Price application' },
  fields: {
    code: { kind: 'serial', rule: 'JS-{yyyy}-{000}', label: { zh: '申请编号', en: 'Application no.' }, unique: true, search: true },
    region,
    customer,
    date: { kind: 'date', required: true, fill: 'today', indexed: true, label: { zh: '申请日期', en: 'Date' } },
    year: { kind: 'computed', rule: 'year(date)', result: 'integer', indexed: true, label: { zh: '年度', en: 'Year' } },
    expected: { kind: 'money', min: '0', label: { zh: '今年预计交易金额', en: 'Sales expected this year' } },
    offer: { kind: 'text', required: true, maxLength: 200, label: { zh: '拟给予价格优惠', en: 'Price offered' } },
    product: { kind: 'reference', to: 'product', label: { zh: '优惠产品', en: 'Product' } },
    price: { kind: 'money', min: '0', label: { zh: '优惠价格(元)', en: 'Price (yuan)' } },
    decision: { kind: 'choice', options: decisions, indexed: true, label: { zh: '批示', en: 'Decision' } },
    decisionNote: { kind: 'text', maxLength: 300, label: { zh: '批示意见', en: 'Remark of the decision' } },
    decidedBy: { kind: 'user', readOnly: true, label: { zh: '批示人', en: 'Decided by' } },
    decidedAt: { kind: 'datetime', readOnly: true, label: { zh: '批示时间', en: 'Decided at' } },
    note: { kind: 'longText', label: { zh: '备注', en: 'Notes' } },
  },
  matchKeys: [['code']],
  views: [
    { key: 'all', label: { zh: '全部申请', en: 'All applications' }, columns: ['code', 'date', 'region', 'customer', 'expected', 'offer', 'decision', 'owner', 'note'], sort: [{ field: 'date', dir: 'desc' }] },
    { key: 'open', label: { zh: '待批示', en: 'To be decided' }, columns: ['code', 'date', 'region', 'customer', 'expected', 'offer', 'product', 'price', 'owner'], filter: { field: 'decision', op: 'empty' }, sort: [{ field: 'date', dir: 'asc' }] },
    { key: 'board', label: { zh: '按批示看板', en: 'Board by decision' }, columns: ['customer', 'offer', 'expected', 'owner'], layout: { kind: 'kanban', by: 'decision' } },
  ],
}

export const pricePreference: ObjectDecl = {
  name: 'pricePreference', icon: 'Crown', area: 'sales', title: 'customer', owned: true,
  label: { zh: '优惠客户', en: 'Price preference' },
  fields: {
    region,
    customer,
    product: { kind: 'reference', to: 'product', label: { zh: '优惠产品', en: 'Product' } },
    price: { kind: 'money', min: '0', label: { zh: '优惠价格(元)', en: 'Price (yuan)' } },
    from: { kind: 'date', fill: 'today', label: { zh: '开始日期', en: 'From' } },
    until: { kind: 'date', label: { zh: '截止日期', en: 'Until' } },
    application: { kind: 'reference', to: 'priceApplication', readOnly: true, indexed: true, label: { zh: '来源申请', en: 'Application' } },
    note: { kind: 'longText', label: { zh: '备注', en: 'Notes' } },
  },
  unique: [['application']],
  checks: [{ rule: 'until = null or from = null or until >= from', field: 'until', message: { zh: '截止日期不能早于开始日期', en: 'It cannot end before it begins' } }],
  views: [{ key: 'all', label: { zh: '全部优惠客户', en: 'All preferences' }, columns: ['region', 'customer', 'product', 'price', 'from', 'until', 'owner', 'application', 'note'], sort: [{ field: 'createdAt', dir: 'desc' }] }],
}
