// 招待申请 (F21): asked for before the guests come; what was really spent comes from its report (F22).
import type { ObjectDecl } from '#core/object/object.ts'
import { amounts, customerName, named, opinions, sumOf } from './parts.ts'

const NOT_ASKED = ['lodging'] as const

export const hospitality: ObjectDecl = {
  name: 'hospitality', icon: 'Coffee', area: 'hosting', title: 'code', code: 'code', owned: true,
  label: { zh: '招待申请', en: 'Hospitality' },
  fields: {
    code: { kind: 'serial', rule: 'ZD-{yyyy}{mm}-{000}', unique: true, search: true, label: { zh: '申请编号', en: 'No.' }, synonyms: ['编号', '单号'] },
    owner: { kind: 'user', required: true, fill: 'me', indexed: true, label: { zh: '申请人', en: 'Applicant' } },
    department: { kind: 'department', fill: 'myDepartment', indexed: true, label: { zh: '部门', en: 'Department' } },
    appliedOn: { kind: 'date', required: true, fill: 'today', indexed: true, label: { zh: '申请日期', en: 'Applied on' } },
    customer: { kind: 'reference', to: 'customer', indexed: true, width: 200, label: { zh: '客户名称', en: 'Customer' }, synonyms: ['客户', '公司名称'] },
    customerName,
    place: { kind: 'text', maxLength: 120, label: { zh: '宴请场所', en: 'Place' }, synonyms: ['招待地点'] },
    date: { kind: 'date', required: true, indexed: true, label: { zh: '宴请日期', en: 'Date' }, synonyms: ['招待日期'] },
    guests: { kind: 'longText', label: { zh: '客户方面同席人员', en: 'Guests' } },
    ours: { kind: 'longText', label: { zh: '本公司同席人员', en: 'Our people' } },
    ...amounts(NOT_ASKED, { zh: '预算', en: 'budget' }),
    budget: { kind: 'computed', rule: sumOf(NOT_ASKED), result: 'money', indexed: true, label: { zh: '预算合计', en: 'Budget' } },
    arranger: { kind: 'user', label: { zh: '招待事宜安排人员', en: 'Arranged by' } },
    spent: { kind: 'rollup', of: 'hospitalityReport', by: 'application', fn: 'sum', field: 'total', result: 'money', label: { zh: '实际支出额', en: 'Spent' } },
    reports: { kind: 'rollup', of: 'hospitalityReport', by: 'application', fn: 'count', result: 'integer', label: { zh: '招待报告数', en: 'Reports' } },
    purpose: { kind: 'longText', search: true, label: { zh: '招待目的', en: 'Purpose' } },
    expenseNote: { kind: 'longText', label: { zh: '费用说明', en: 'Notes on the expense' } },
    attention: { kind: 'longText', label: { zh: '注意事项', en: 'Mind' } },
    ...opinions,
    files: { kind: 'attachment', label: { zh: '附件', en: 'Files' } },
  },
  checks: [named],
  matchKeys: [['code']],
  views: [
    { key: 'all', label: { zh: '全部招待', en: 'All' }, columns: ['code', 'date', 'customer', 'place', 'budget', 'spent', 'owner', 'department', 'appliedOn', 'purpose'], sort: [{ field: 'date', dir: 'desc' }] },
    { key: 'mine', label: { zh: '我的申请', en: 'Mine' }, columns: ['code', 'date', 'customer', 'place', 'budget', 'spent', 'purpose'], filter: { field: 'owner', op: 'eq', value: '@me' }, sort: [{ field: 'date', dir: 'desc' }] },
    { key: 'unreported', label: { zh: '待报告', en: 'Not yet reported' }, columns: ['code', 'date', 'customer', 'budget', 'owner', 'place'], filter: { all: [{ field: 'reports', op: 'eq', value: 0 }, { rule: 'date <= today()' }] }, sort: [{ field: 'date', dir: 'asc' }] },
    { key: 'over', label: { zh: '超出预算', en: 'Over budget' }, columns: ['code', 'date', 'customer', 'budget', 'spent', 'owner', 'expenseNote'], filter: { rule: 'spent > budget' }, sort: [{ field: 'date', dir: 'desc' }] },
    { key: 'calendar', label: { zh: '招待日历', en: 'Calendar' }, columns: ['customer', 'place', 'budget'], layout: { kind: 'calendar', by: 'date' } },
  ],
  related: [{ object: 'hospitalityReport', by: 'application' }],
}
