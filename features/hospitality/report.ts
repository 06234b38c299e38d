// 招待报告 (F22): what it cost and what came of it, beside the budget of its application.
import type { FieldInput } from '#core/field/field.ts'
import type { ObjectDecl } from '#core/object/object.ts'
import { amounts, customerName, KINDS, named, opinions, sumOf } from './parts.ts'

const notes: Record<string, FieldInput> = Object.fromEntries(KINDS.map(([key, zh, en]): [string, FieldInput] =>
  [`${key}Note`, { kind: 'text', maxLength: 200, label: { zh: `${zh}备注`, en: `${en}: notes` } }]))

export const hospitalityReport: ObjectDecl = {
  name: 'hospitalityReport', icon: 'Solution', area: 'hosting', title: 'code', code: 'code', owned: true,
  label: { zh: '招待报告', en: 'Hospitality report' },
  fields: {
    code: { kind: 'serial', rule: 'ZB-{yyyy}{mm}-{000}', unique: true, search: true, label: { zh: '报告编号', en: 'No.' }, synonyms: ['编号', '单号'] },
    application: { kind: 'reference', to: 'hospitality', unique: true, indexed: true, label: { zh: '招待申请', en: 'Application' }, help: { zh: '一份申请只有一份报告', en: 'One application has one report' }, synonyms: ['申请编号'] },
    customer: { kind: 'reference', to: 'customer', indexed: true, width: 200, label: { zh: '客户名称', en: 'Customer' }, synonyms: ['客户', '公司名称'] },
    customerName,
    date: { kind: 'date', required: true, indexed: true, label: { zh: '招待日期', en: 'Date' }, synonyms: ['宴请日期'] },
    owner: { kind: 'user', required: true, fill: 'me', indexed: true, label: { zh: '报告人', en: 'Reported by' } },
    purpose: { kind: 'longText', search: true, label: { zh: '招待目的', en: 'Purpose' } },
    place: { kind: 'text', maxLength: 120, label: { zh: '招待地点', en: 'Place' }, synonyms: ['宴请场所'] },
    reportedOn: { kind: 'date', required: true, fill: 'today', label: { zh: '报告时间', en: 'Reported on' } },
    guests: { kind: 'longText', label: { zh: '客户同席人员名单', en: 'Guests' } },
    ours: { kind: 'longText', label: { zh: '本公司同席人员名单', en: 'Our people' } },
    ...amounts([], { zh: '支出', en: 'spent' }),
    ...notes,
    total: { kind: 'computed', rule: sumOf([]), result: 'money', indexed: true, label: { zh: '支出合计', en: 'Spent in all' } },
    left: { kind: 'computed', rule: 'application.budget - total', result: 'money', label: { zh: '预算结余', en: 'Left of the budget' }, help: { zh: '负数表示超出预算', en: 'Negative: over the budget' } },
    wanted: { kind: 'longText', label: { zh: '想要搜集的信息', en: 'What we wanted to learn' } },
    attention: { kind: 'longText', label: { zh: '注意事项', en: 'Mind' } },
    effect: { kind: 'longText', label: { zh: '接待效果', en: 'Effect' } },
    future: { kind: 'longText', label: { zh: '如何用于今后的活动', en: 'Use in future' } },
    ...opinions,
    files: { kind: 'attachment', label: { zh: '附件', en: 'Files' } },
  },
  checks: [named],
  matchKeys: [['code']],
  views: [
    { key: 'all', label: { zh: '全部报告', en: 'All reports' }, columns: ['code', 'date', 'customer', 'application', 'application.budget', 'total', 'left', 'owner', 'reportedOn', 'effect'], sort: [{ field: 'date', dir: 'desc' }] },
    { key: 'mine', label: { zh: '我的报告', en: 'Mine' }, columns: ['code', 'date', 'customer', 'total', 'left', 'effect'], filter: { field: 'owner', op: 'eq', value: '@me' }, sort: [{ field: 'date', dir: 'desc' }] },
    { key: 'over', label: { zh: '超出预算', en: 'Over budget' }, columns: ['code', 'date', 'customer', 'application.budget', 'total', 'left', 'owner'], filter: { field: 'left', op: 'lt', value: '0' }, sort: [{ field: 'left', dir: 'asc' }] },
  ],
}
