// 沟通记录 (F25): what was said to whom by which way, and what is to be done next.
import { options } from '#core/field/options.ts'
import type { ObjectDecl } from '#core/object/object.ts'

const ways = options(['phone', '电话', 'Telephone'], ['email', '电子邮件', 'E-mail'], ['meeting', '会议', 'Meeting'], ['wechat', '微信', 'WeChat', 'green'], ['visit', '上门', 'Visit', 'blue'], ['other', '其他', 'Other'])

export const communication: ObjectDecl = {
  name: 'communication', icon: 'Message', area: 'service', title: 'content', owned: true,
  label: { zh: '沟通记录', en: 'Communication' },
  fields: {
    customer: { kind: 'reference', to: 'customer', required: true, indexed: true, width: 200, label: { zh: '客户', en: 'Customer' }, synonyms: ['客户名称', '客户编号'] },
    contact: { kind: 'reference', to: 'contact', onDelete: 'clear', indexed: true, label: { zh: '联系人', en: 'Contact' } },
    date: { kind: 'date', required: true, fill: 'today', indexed: true, label: { zh: '日期', en: 'Date' }, synonyms: ['沟通日期', '沟通时间', '时间'] },
    way: { kind: 'choice', options: ways, label: { zh: '方式', en: 'Way' }, indexed: true, synonyms: ['沟通方式'] },
    content: { kind: 'longText', required: true, maxLength: 5000, search: true, width: 320, label: { zh: '内容', en: 'Content' }, synonyms: ['沟通内容'] },
    people: { kind: 'text', maxLength: 200, label: { zh: '参与人员', en: 'Those present' } },
    result: { kind: 'text', maxLength: 500, label: { zh: '结果', en: 'Result' }, synonyms: ['沟通结果'] },
    next: { kind: 'text', maxLength: 500, label: { zh: '下一步行动计划', en: 'Next step' }, synonyms: ['下一步计划', '下一步'] },
    nextDate: { kind: 'date', indexed: true, label: { zh: '计划日期', en: 'To be done on' } },
    nextDone: { kind: 'yesNo', initial: false, label: { zh: '计划已完成', en: 'Next step done' } },
    note: { kind: 'longText', label: { zh: '备注', en: 'Notes' } },
  },
  checks: [
    { rule: 'nextDate = null or nextDate >= date', field: 'nextDate', message: { zh: '计划日期不能早于沟通日期', en: 'The next step cannot come before the communication' } },
    { rule: 'nextDate = null or next != null', field: 'next', message: { zh: '填写了计划日期，请写明下一步行动计划', en: 'A date is given: say what the next step is' } },
  ],
  views: [
    { key: 'all', label: { zh: '全部沟通记录', en: 'All communications' }, columns: ['date', 'customer', 'way', 'content', 'people', 'result', 'next', 'nextDate', 'owner', 'note'], sort: [{ field: 'date', dir: 'desc' }] },
    { key: 'next', label: { zh: '待办计划', en: 'Next steps' }, columns: ['nextDate', 'next', 'customer', 'content', 'owner', 'nextDone'], filter: { all: [{ field: 'next', op: 'notEmpty' }, { not: { field: 'nextDone', op: 'eq', value: true } }] }, sort: [{ field: 'nextDate', dir: 'asc' }] },
    { key: 'calendar', label: { zh: '沟通日历', en: 'Calendar' }, columns: ['content', 'customer', 'way'], layout: { kind: 'calendar', by: 'date' } },
  ],
}
