// What is to come: 联络计划 (F17), who is contacted when and why, and 联系预定 (F18), appointments in the calendar.
import { options } from '#core/field/options.ts'
import type { FieldInput } from '#core/field/field.ts'
import type { Check, ObjectDecl } from '#core/object/object.ts'

const customer: FieldInput = { kind: 'reference', to: 'customer', required: true, indexed: true, width: 200, label: { zh: '客户名称', en: 'Customer' }, synonyms: ['客户', '公司名称', '单位名称'] }

/** Of everything that has a beginning and an end on one day. */
export const hours: Record<string, FieldInput> = {
  begins: { kind: 'time', label: { zh: '开始时间', en: 'From' }, synonyms: ['时间', '具体时间', '起'] },
  ends: { kind: 'time', label: { zh: '结束时间', en: 'To' }, synonyms: ['止'] },
}
export const hoursCheck: Check = { rule: 'ends > begins', field: 'ends', message: { zh: '结束时间应晚于开始时间', en: 'The end must come after the beginning' } }

export const contactPlan: ObjectDecl = {
  name: 'contactPlan', icon: 'Phone', area: 'contact', title: 'purpose', owned: true,
  label: { zh: '联络计划', en: 'Contact plan' },
  fields: {
    customer,
    way: { kind: 'text', maxLength: 120, label: { zh: '联系方式', en: 'By' }, help: { zh: '电话、微信、上门等，可写号码', en: 'Phone, WeChat, in person …; with the number' } },
    owner: { kind: 'user', fill: 'me', indexed: true, label: { zh: '联络人员', en: 'Contacted by' }, synonyms: ['负责人', '联络人'] },
    date: { kind: 'date', required: true, indexed: true, label: { zh: '联络时间', en: 'On' }, synonyms: ['日期', '联络日期'] },
    time: { kind: 'time', label: { zh: '具体时间', en: 'At' } },
    purpose: { kind: 'text', required: true, search: true, maxLength: 200, label: { zh: '联络目的', en: 'Purpose' } },
    place: { kind: 'text', maxLength: 120, label: { zh: '联络地点', en: 'Place' } },
    done: { kind: 'yesNo', initial: false, label: { zh: '已联络', en: 'Done' } },
    result: { kind: 'longText', label: { zh: '联络结果', en: 'Result' } },
  },
  indexes: [['owner', 'date']],
  views: [
    { key: 'all', label: { zh: '全部联络计划', en: 'All contact plans' }, columns: ['date', 'time', 'customer', 'way', 'owner', 'purpose', 'place', 'done', 'result'], sort: [{ field: 'date', dir: 'desc' }] },
    { key: 'open', label: { zh: '待联络', en: 'To be done' }, columns: ['date', 'time', 'customer', 'way', 'purpose', 'place', 'owner'], filter: { field: 'done', op: 'eq', value: false }, sort: [{ field: 'date', dir: 'asc' }] },
    { key: 'calendar', label: { zh: '联络日历', en: 'Calendar' }, columns: ['time', 'customer', 'purpose', 'owner'], layout: { kind: 'calendar', by: 'date' } },
  ],
}

export const appointment: ObjectDecl = {
  name: 'appointment', icon: 'Calendar', area: 'contact', title: 'customer', owned: true,
  label: { zh: '联系预定', en: 'Appointment' },
  fields: {
    date: { kind: 'date', required: true, indexed: true, label: { zh: '日期', en: 'Date' }, synonyms: ['预定日期'] },
    ...hours,
    customer,
    contact: { kind: 'reference', to: 'contact', label: { zh: '联系人', en: 'Contact' } },
    owner: { kind: 'user', required: true, fill: 'me', indexed: true, label: { zh: '负责人', en: 'Owner' } },
    targetDepartment: { kind: 'text', maxLength: 100, label: { zh: '针对部门', en: 'Their department' }, help: { zh: '客户方面要拜访的部门', en: 'The department of the customer that is called on' } },
    place: { kind: 'text', maxLength: 120, label: { zh: '地点', en: 'Place' } },
    state: { kind: 'choice', initial: 'planned', indexed: true, label: { zh: '状态', en: 'Status' },
      options: options(['planned', '已预定', 'Planned', 'blue'], ['done', '已完成', 'Done', 'green'], ['cancelled', '已取消', 'Cancelled', 'default']) },
    note: { kind: 'text', maxLength: 500, label: { zh: '备注', en: 'Notes' } },
  },
  checks: [hoursCheck, { rule: 'is_empty(ends) or not(is_empty(begins))', field: 'begins', message: { zh: '有结束时间时，请填写开始时间', en: 'With an end, give the beginning too' } }],
  indexes: [['owner', 'date']],
  views: [
    { key: 'all', label: { zh: '全部预定', en: 'All appointments' }, columns: ['date', 'begins', 'ends', 'customer', 'contact', 'owner', 'targetDepartment', 'place', 'state', 'note'], sort: [{ field: 'date', dir: 'desc' }, { field: 'begins', dir: 'asc' }] },
    { key: 'week', label: { zh: '今后七天', en: 'Next seven days' }, columns: ['date', 'begins', 'ends', 'customer', 'owner', 'targetDepartment', 'note'], filter: { all: [{ field: 'date', op: 'relative', value: { name: 'next7Days' } }, { field: 'state', op: 'eq', value: 'planned' }] }, sort: [{ field: 'date', dir: 'asc' }, { field: 'begins', dir: 'asc' }] },
    { key: 'calendar', label: { zh: '预定日历', en: 'Calendar' }, columns: ['begins', 'customer', 'owner'], layout: { kind: 'calendar', by: 'date' } },
  ],
}
