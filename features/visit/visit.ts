// 拜访: one visit to a customer, with what F19 (record) and one row of F20 (daily report) say of it.
import { options } from '#core/field/options.ts'
import type { FieldInput } from '#core/field/field.ts'
import type { ObjectDecl } from '#core/object/object.ts'
import { hours, hoursCheck } from './plan.ts'

/** The letters of the printed form are the values, so that a letter written by hand is read back. */
export const plans = options(['a', 'a.初次拜访', 'a. First visit', 'blue'], ['b', 'b.处理问题', 'b. Handle a problem', 'orange'], ['c', 'c.建立关系', 'c. Build relations', 'green'])

export const outcomes = options(['A', 'A.商谈成功', 'A. Agreed', 'green'], ['B', 'B.有希望', 'B. Hopeful', 'cyan'], ['C', 'C.再度访问', 'C. Visit again', 'blue'],
  ['D', 'D.无希望', 'D. No hope', 'red'], ['E', 'E.继续观察', 'E. Keep watching', 'gold'])

const satisfied = options(['5', '非常满意', 'Very satisfied', 'green'], ['4', '满意', 'Satisfied', 'cyan'], ['3', '一般', 'So-so', 'blue'], ['2', '不满意', 'Dissatisfied', 'orange'], ['1', '很不满意', 'Very dissatisfied', 'red'])

/** 评核 of F19. */
const appraisal: Record<string, FieldInput> = {
  growth: { kind: 'percent', decimals: 1, label: { zh: '成长率', en: 'Growth' } },
  credit: { kind: 'text', maxLength: 120, label: { zh: '信用度', en: 'Credit' } },
  margin: { kind: 'percent', decimals: 1, label: { zh: '总利润率', en: 'Gross margin' } },
  overall: { kind: 'text', maxLength: 200, label: { zh: '综合评价', en: 'Overall' } },
  ranking: { kind: 'text', maxLength: 120, label: { zh: '顺序评核', en: 'Ranking' } },
  standing: { kind: 'text', maxLength: 120, label: { zh: '业界地位', en: 'Standing in the trade' } },
  otherPoints: { kind: 'text', maxLength: 200, label: { zh: '其他', en: 'Other' } },
}

export const visit: ObjectDecl = {
  name: 'visit', icon: 'Car', area: 'contact', title: 'customer', owned: true,
  label: { zh: '客户拜访', en: 'Visit' },
  fields: {
    customer: { kind: 'reference', to: 'customer', required: true, indexed: true, width: 200, label: { zh: '客户名称', en: 'Customer' }, synonyms: ['客户', '公司名称', '单位名称'] },
    date: { kind: 'date', required: true, fill: 'today', indexed: true, label: { zh: '拜访日期', en: 'Date' }, synonyms: ['日期'] },
    ...hours,
    met: { kind: 'references', to: 'contact', label: { zh: '拜访对象', en: 'Met' }, synonyms: ['面谈者', '联系人'] },
    owner: { kind: 'user', fill: 'me', indexed: true, label: { zh: '拜访人', en: 'Visited by' }, synonyms: ['负责人', '业务员', '制表'] },
    companions: { kind: 'references', to: 'user', label: { zh: '同行者', en: 'Companions' } },
    plan: { kind: 'choice', options: plans, indexed: true, label: { zh: '商谈计划', en: 'Plan' } },
    summary: { kind: 'longText', search: true, label: { zh: '面谈概要', en: 'Summary' } },
    outcome: { kind: 'choice', options: outcomes, indexed: true, label: { zh: '成果', en: 'Outcome' } },
    attention: { kind: 'longText', label: { zh: '注意事项', en: 'Mind' } },
    needs: { kind: 'longText', label: { zh: '客户需求', en: 'Needs heard' } },
    satisfaction: { kind: 'choice', options: satisfied, label: { zh: '客户满意度', en: 'Satisfaction heard' } },
    handled: { kind: 'integer', min: 0, initial: 0, label: { zh: '处理问题数', en: 'Problems handled' } },
    unsolved: { kind: 'integer', min: 0, initial: 0, label: { zh: '未处理问题数', en: 'Problems open' } },
    ...appraisal,
    solved: { kind: 'longText', label: { zh: '已解决的问题', en: 'Problems solved' } },
    watch: { kind: 'longText', label: { zh: '以后应注意的事项', en: 'To mind from now on' } },
    nextDate: { kind: 'date', label: { zh: '约定下次拜访', en: 'Next visit agreed' } },
    filledOn: { kind: 'date', fill: 'today', label: { zh: '填写日期', en: 'Filled in on' } },
    daily: { kind: 'reference', to: 'dailyReport', indexed: true, label: { zh: '拜访日报', en: 'Daily report' } },
    files: { kind: 'attachment', label: { zh: '附件', en: 'Files' } },
  },
  checks: [hoursCheck, { rule: 'nextDate >= date', field: 'nextDate', message: { zh: '下次拜访不能早于本次拜访', en: 'The next visit cannot come before this one' } }],
  indexes: [['customer', 'date'], ['owner', 'date']],
  sections: [
    { label: { zh: '拜访', en: 'Visit' }, fields: ['customer', 'date', 'begins', 'ends', 'met', 'owner', 'department', 'companions', 'plan', 'summary', 'outcome', 'attention', 'needs', 'satisfaction', 'handled', 'unsolved', 'nextDate', 'daily'] },
    { label: { zh: '评核', en: 'Appraisal' }, fields: ['growth', 'credit', 'margin', 'overall', 'ranking', 'standing', 'otherPoints'] },
    { label: { zh: '问题与附件', en: 'Problems and files' }, fields: ['solved', 'watch', 'filledOn', 'files'] },
  ],
  views: [
    { key: 'all', label: { zh: '全部拜访', en: 'All visits' }, columns: ['date', 'begins', 'customer', 'met', 'owner', 'plan', 'summary', 'outcome', 'handled', 'unsolved', 'satisfaction', 'nextDate'], sort: [{ field: 'date', dir: 'desc' }, { field: 'begins', dir: 'desc' }] },
    { key: 'mine', label: { zh: '我的拜访', en: 'My visits' }, columns: ['date', 'begins', 'customer', 'met', 'plan', 'summary', 'outcome', 'nextDate'], filter: { field: 'owner', op: 'eq', value: '@me' }, sort: [{ field: 'date', dir: 'desc' }] },
    { key: 'needs', label: { zh: '客户需求', en: 'Needs heard' }, columns: ['date', 'customer', 'needs', 'satisfaction', 'unsolved', 'owner'], filter: { field: 'needs', op: 'notEmpty' }, sort: [{ field: 'date', dir: 'desc' }] },
    { key: 'calendar', label: { zh: '拜访日历', en: 'Calendar' }, columns: ['begins', 'customer', 'outcome', 'owner'], layout: { kind: 'calendar', by: 'date' } },
    { key: 'board', label: { zh: '按成果看板', en: 'Board by outcome' }, columns: ['customer', 'date', 'summary', 'owner'], layout: { kind: 'kanban', by: 'outcome' } },
  ],
}
