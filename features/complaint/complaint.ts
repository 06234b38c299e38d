// 客户投诉 (F27): what went wrong, who sees to it, how it ended and whether the customer is content with that.
import { options } from '#core/field/options.ts'
import type { ObjectDecl } from '#core/object/object.ts'

export const statuses = options(['waiting', '待处理', 'Waiting', 'red'], ['handling', '处理中', 'Being handled', 'blue'], ['solved', '已解决', 'Solved', 'green'], ['closed', '已关闭', 'Closed', 'default'])
const severities = options(['minor', '一般', 'Minor'], ['serious', '较重', 'Serious', 'gold'], ['grave', '严重', 'Grave', 'red'])
const moods = options(['delighted', '非常满意', 'Delighted', 'green'], ['content', '满意', 'Content', 'cyan'], ['neutral', '一般', 'Neutral'], ['unhappy', '不满意', 'Unhappy', 'orange'], ['angry', '非常不满意', 'Angry', 'red'])

/** Complaints that wait for somebody. */
export const OPEN_COMPLAINT = 'status in ("waiting", "handling")'

export const complaint: ObjectDecl = {
  name: 'complaint', icon: 'Alert', area: 'service', title: 'code', code: 'code', owned: true,
  label: { zh: '客户投诉', en: 'Complaint' },
  fields: {
    code: { kind: 'serial', rule: 'TS-{yyyy}-{0000}', label: { zh: '投诉编号', en: 'Complaint no.' }, unique: true, search: true },
    customer: { kind: 'reference', to: 'customer', required: true, indexed: true, width: 200, label: { zh: '客户', en: 'Customer' }, synonyms: ['客户名称', '客户编号'] },
    date: { kind: 'date', required: true, fill: 'today', indexed: true, label: { zh: '日期', en: 'Date' }, synonyms: ['投诉日期', '投诉时间'] },
    content: { kind: 'longText', required: true, maxLength: 5000, search: true, width: 320, label: { zh: '内容', en: 'Content' }, synonyms: ['投诉内容'] },
    severity: { kind: 'choice', options: severities, initial: 'minor', label: { zh: '严重程度', en: 'Severity' } },
    handler: { kind: 'user', indexed: true, label: { zh: '处理人员', en: 'Handled by' }, synonyms: ['处理人'] },
    deadline: { kind: 'date', indexed: true, label: { zh: '处理期限', en: 'Deadline' } },
    status: { kind: 'choice', options: statuses, initial: 'waiting', required: true, indexed: true, label: { zh: '状态', en: 'Status' }, synonyms: ['处理状态'] },
    result: { kind: 'longText', maxLength: 2000, label: { zh: '处理结果', en: 'Result' } },
    closedOn: { kind: 'date', label: { zh: '结案日期', en: 'Closed on' } },
    satisfaction: { kind: 'choice', options: moods, label: { zh: '处理后满意度', en: 'Satisfaction afterwards' } },
    product: { kind: 'reference', to: 'product', label: { zh: '涉及产品', en: 'Product' } },
    order: { kind: 'reference', to: 'order', label: { zh: '涉及订单', en: 'Order' } },
    note: { kind: 'longText', label: { zh: '备注', en: 'Notes' } },
  },
  checks: [
    { rule: 'deadline = null or deadline >= date', field: 'deadline', message: { zh: '处理期限不能早于投诉日期', en: 'The deadline cannot come before the complaint' } },
    { rule: 'closedOn = null or closedOn >= date', field: 'closedOn', message: { zh: '结案日期不能早于投诉日期', en: 'It cannot be closed before it came' } },
    { rule: 'not(status in ("solved", "closed")) or result != null', field: 'result', message: { zh: '投诉已解决或关闭，请填写处理结果', en: 'The complaint is solved or closed: say with what result' } },
  ],
  matchKeys: [['code']],
  views: [
    { key: 'all', label: { zh: '全部投诉', en: 'All complaints' }, columns: ['code', 'date', 'customer', 'content', 'severity', 'status', 'handler', 'deadline', 'result', 'satisfaction', 'note'], sort: [{ field: 'date', dir: 'desc' }] },
    { key: 'open', label: { zh: '未结投诉', en: 'Open' }, columns: ['code', 'date', 'customer', 'content', 'severity', 'status', 'handler', 'deadline'], filter: { field: 'status', op: 'in', value: ['waiting', 'handling'] }, sort: [{ field: 'deadline', dir: 'asc' }] },
    { key: 'mine', label: { zh: '我处理的', en: 'Handled by me' }, columns: ['code', 'date', 'customer', 'content', 'status', 'deadline'], filter: { field: 'handler', op: 'eq', value: '@me' }, sort: [{ field: 'date', dir: 'desc' }] },
    { key: 'board', label: { zh: '按状态看板', en: 'Board by status' }, columns: ['content', 'customer', 'severity', 'deadline', 'handler'], layout: { kind: 'kanban', by: 'status' } },
  ],
}
