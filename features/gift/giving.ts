// 馈赠计划 (F23): what is to be given in a year, and 馈赠申请 (F24): what is asked for and handed out.
import type { FieldInput } from '#core/field/field.ts'
import type { ObjectDecl } from '#core/object/object.ts'

const customer = (zh: string, en: string): FieldInput =>
  ({ kind: 'reference', to: 'customer', required: true, indexed: true, width: 200, label: { zh, en }, synonyms: ['客户', '公司名称', '客户名称'] })
const giftOf: FieldInput = { kind: 'reference', to: 'gift', required: true, indexed: true, width: 160, label: { zh: '礼品名称', en: 'Gift' }, synonyms: ['礼品'] }

export const giftPlan: ObjectDecl = {
  name: 'giftPlan', icon: 'Profile', area: 'hosting', title: 'purpose', owned: true,
  label: { zh: '馈赠计划', en: 'Gift plan' },
  fields: {
    year: { kind: 'integer', required: true, min: 1990, max: 2200, indexed: true, label: { zh: '年度', en: 'Year' }, synonyms: ['年份'] },
    customer: customer('客户名称', 'Customer'),
    person: { kind: 'text', person: true, maxLength: 50, label: { zh: '负责人姓名', en: 'Person in charge' }, help: { zh: '客户方面的负责人', en: 'Of the customer' } },
    cooperation: { kind: 'text', maxLength: 200, label: { zh: '合作现状', en: 'State of cooperation' } },
    purpose: { kind: 'text', required: true, search: true, maxLength: 200, label: { zh: '馈赠目的', en: 'Purpose' } },
    gift: giftOf,
    quantity: { kind: 'integer', required: true, min: 1, initial: 1, label: { zh: '礼品数量', en: 'Quantity' }, synonyms: ['数量'] },
    budget: { kind: 'money', min: '0', label: { zh: '预算价值', en: 'Budget' }, synonyms: ['预算价值(元)', '价值'] },
    note: { kind: 'text', maxLength: 500, label: { zh: '备注', en: 'Notes' } },
  },
  views: [{ key: 'all', label: { zh: '全部计划', en: 'All plans' }, columns: ['year', 'customer', 'customer.trade', 'person', 'cooperation', 'purpose', 'gift', 'quantity', 'budget', 'owner', 'note'], sort: [{ field: 'year', dir: 'desc' }] }],
}

export const giftApplication: ObjectDecl = {
  name: 'giftApplication', icon: 'Shopping', area: 'hosting', title: 'code', code: 'code', owned: true,
  label: { zh: '馈赠申请', en: 'Gift application' },
  fields: {
    code: { kind: 'serial', rule: 'LS-{yyyy}{mm}-{000}', unique: true, search: true, label: { zh: '申请编号', en: 'No.' }, synonyms: ['编号', '单号'] },
    department: { kind: 'department', fill: 'myDepartment', indexed: true, label: { zh: '礼品馈赠申请部门', en: 'Applying department' } },
    giftDepartment: { kind: 'department', label: { zh: '礼品管理部门', en: 'Department that keeps the gifts' } },
    date: { kind: 'date', required: true, indexed: true, label: { zh: '馈赠日期', en: 'Date' } },
    customer: customer('馈赠对象', 'Given to'),
    receiver: { kind: 'text', maxLength: 120, label: { zh: '礼品收受人员', en: 'Received by' } },
    lines: { kind: 'lines', of: 'giftApplicationLine', by: 'application', label: { zh: '礼品', en: 'Gifts' } },
    total: { kind: 'rollup', of: 'giftApplicationLine', by: 'application', fn: 'sum', field: 'value', result: 'money', indexed: true, label: { zh: '价值合计', en: 'Value in all' } },
    owner: { kind: 'user', required: true, fill: 'me', indexed: true, label: { zh: '填表人', en: 'Filled in by' } },
    headSigned: { kind: 'user', label: { zh: '部门主管', en: 'Head of department' } },
    giftManagerSigned: { kind: 'user', label: { zh: '礼品管理人员', en: 'Gift manager' } },
    officeDirectorSigned: { kind: 'user', label: { zh: '办公室主任', en: 'Office director' } },
    deputyManagerSigned: { kind: 'user', label: { zh: '副经理', en: 'Deputy manager' } },
    handedOutOn: { kind: 'date', readOnly: true, indexed: true, label: { zh: '发放日期', en: 'Handed out on' } },
    handedOutBy: { kind: 'user', readOnly: true, label: { zh: '发放人', en: 'Handed out by' } },
    note: { kind: 'longText', label: { zh: '备注', en: 'Notes' } },
  },
  matchKeys: [['code']],
  views: [
    { key: 'all', label: { zh: '全部申请', en: 'All applications' }, columns: ['code', 'date', 'customer', 'receiver', 'total', 'department', 'owner', 'handedOutOn', 'handedOutBy'], sort: [{ field: 'date', dir: 'desc' }] },
    { key: 'waiting', label: { zh: '待发放', en: 'To be handed out' }, columns: ['code', 'date', 'customer', 'receiver', 'total', 'owner'], filter: { field: 'handedOutOn', op: 'empty' }, sort: [{ field: 'date', dir: 'asc' }] },
  ],
  related: [{ object: 'giftMove', by: 'application' }],
}

export const giftApplicationLine: ObjectDecl = {
  name: 'giftApplicationLine', icon: 'UnorderedList', title: 'gift', parent: 'application',
  label: { zh: '申请礼品', en: 'Gift asked for' },
  fields: {
    application: { kind: 'reference', to: 'giftApplication', required: true, indexed: true, label: { zh: '馈赠申请', en: 'Application' } },
    gift: giftOf,
    quantity: { kind: 'integer', required: true, min: 1, initial: 1, label: { zh: '数量', en: 'Quantity' } },
    value: { kind: 'money', min: '0', label: { zh: '价值', en: 'Value' }, synonyms: ['价值(元)'] },
    note: { kind: 'text', maxLength: 200, label: { zh: '备注', en: 'Notes' } },
  },
  // It reads gift and quantity so that it is asked when these change; once handed out it never holds.
  checks: [{ rule: 'is_empty(application.handedOutOn) or (is_empty(gift) and quantity < 1)', field: 'quantity', message: { zh: '礼品已经发放，不能再修改申请的礼品', en: 'The gifts were handed out: what was asked for can no longer be changed' } }],
}
