// 拜访日报 (F20): a day's visits of one person with its expenses. What is counted can be corrected by hand; both are kept.
import type { FieldInput } from '#core/field/field.ts'
import type { ObjectDecl } from '#core/object/object.ts'

/** A sum over the day's visits, what a person wrote over it, and which of the two holds. */
const counted = (key: string, zh: string, en: string, sum?: string): Record<string, FieldInput> => ({
  [`${key}Counted`]: { kind: 'rollup', of: 'visit', by: 'daily', ...(sum ? { fn: 'sum', field: sum } : { fn: 'count' }), result: 'integer', label: { zh: `${zh}（统计）`, en: `${en} (counted)` } },
  [`${key}Typed`]: { kind: 'integer', min: 0, label: { zh: `${zh}（更正）`, en: `${en} (corrected)` } },
  [key]: { kind: 'computed', rule: `coalesce(${key}Typed, ${key}Counted)`, result: 'integer', label: { zh, en } },
})

export const dailyReport: ObjectDecl = {
  name: 'dailyReport', icon: 'Book', area: 'contact', title: 'date', owned: true,
  label: { zh: '拜访日报', en: 'Daily report' },
  fields: {
    date: { kind: 'date', required: true, fill: 'today', indexed: true, label: { zh: '日期', en: 'Date' } },
    owner: { kind: 'user', required: true, fill: 'me', indexed: true, label: { zh: '填表人', en: 'Filled in by' } },
    supervisor: { kind: 'user', label: { zh: '主管', en: 'Supervisor' } },
    departmentManager: { kind: 'user', label: { zh: '部门经理', en: 'Department manager' } },
    manager: { kind: 'user', label: { zh: '经理', en: 'Manager' } },
    expenses: { kind: 'lines', of: 'dailyExpense', by: 'report', label: { zh: '费用', en: 'Expenses' } },
    expenseTotal: { kind: 'rollup', of: 'dailyExpense', by: 'report', fn: 'sum', field: 'amount', result: 'money', label: { zh: '费用合计', en: 'Expenses in all' }, indexed: true },
    ...counted('visits', '本日拜访数目', 'Visits today'),
    ...counted('handled', '本日处理问题', 'Problems handled today', 'handled'),
    ...counted('unsolved', '本日未处理问题', 'Problems left open today', 'unsolved'),
    companions: { kind: 'references', to: 'user', label: { zh: '同行者', en: 'Companions' } },
    note: { kind: 'longText', label: { zh: '备注', en: 'Notes' } },
  },
  unique: [['owner', 'date']],
  views: [
    { key: 'all', label: { zh: '全部日报', en: 'All daily reports' }, columns: ['date', 'owner', 'visits', 'handled', 'unsolved', 'expenseTotal', 'companions', 'supervisor', 'note'], sort: [{ field: 'date', dir: 'desc' }] },
    { key: 'mine', label: { zh: '我的日报', en: 'Mine' }, columns: ['date', 'visits', 'handled', 'unsolved', 'expenseTotal', 'note'], filter: { field: 'owner', op: 'eq', value: '@me' }, sort: [{ field: 'date', dir: 'desc' }] },
    { key: 'calendar', label: { zh: '日报日历', en: 'Calendar' }, columns: ['owner', 'visits', 'expenseTotal'], layout: { kind: 'calendar', by: 'date' } },
  ],
  related: [{ object: 'visit', by: 'daily', label: { zh: '当日拜访', en: 'Visits of the day' } }],
}

export const dailyExpense: ObjectDecl = {
  name: 'dailyExpense', icon: 'AccountBook', title: 'item', parent: 'report',
  label: { zh: '日报费用', en: 'Expense of the day' },
  fields: {
    report: { kind: 'reference', to: 'dailyReport', required: true, indexed: true, label: { zh: '拜访日报', en: 'Daily report' } },
    item: { kind: 'text', required: true, maxLength: 60, label: { zh: '项目', en: 'Item' }, synonyms: ['费用项目'] },
    amount: { kind: 'money', required: true, min: '0', label: { zh: '金额', en: 'Amount' }, synonyms: ['金额(元)'] },
    note: { kind: 'text', maxLength: 200, label: { zh: '备注', en: 'Notes' } },
  },
}
