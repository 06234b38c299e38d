// 区域问题 (F15): what is wrong in a region, who takes care of it, and how.
import { options } from '#core/field/options.ts'
import type { FieldInput } from '#core/field/field.ts'
import type { ObjectDecl } from '#core/object/object.ts'

const difficulties = options(['high', '高', 'High', 'red'], ['medium', '中', 'Medium', 'gold'], ['low', '低', 'Low', 'green'])
const verdicts = options(['feasible', '可行', 'Feasible', 'green'], ['unsure', '有待论证', 'To be examined', 'gold'], ['not', '不可行', 'Not feasible', 'red'])
const statuses = options(['open', '进行中', 'Under way', 'blue'], ['done', '已解决', 'Solved', 'green'], ['dropped', '已搁置', 'Put aside', 'default'])
const rep = (n: number): FieldInput => ({ kind: 'user', label: { zh: `业务代表${n}`, en: `Sales person ${n}` } })

export const regionProblem: ObjectDecl = {
  name: 'regionProblem', icon: 'Environment', area: 'service', title: 'problem', owned: true,
  label: { zh: '区域问题', en: 'Problem of a region' },
  fields: {
    region: { kind: 'reference', to: 'region', required: true, indexed: true, label: { zh: '区域', en: 'Region' } },
    year: { kind: 'integer', min: 2000, max: 2100, indexed: true, label: { zh: '年度', en: 'Year' } },
    problem: { kind: 'longText', required: true, maxLength: 1000, search: true, label: { zh: '现存问题', en: 'Problem' } },
    difficulty: { kind: 'choice', options: difficulties, label: { zh: '解决难度', en: 'Difficulty' } },
    rep1: rep(1), rep2: rep(2), rep3: rep(3),
    supervisor: { kind: 'user', label: { zh: '主管人员', en: 'Supervisor' } },
    others: { kind: 'text', maxLength: 200, label: { zh: '其他相关人员', en: 'Others' } },
    verdict: { kind: 'choice', options: verdicts, label: { zh: '可行性判定', en: 'Feasibility' } },
    strategy: { kind: 'longText', maxLength: 1000, label: { zh: '对策', en: 'Strategy' } },
    status: { kind: 'choice', options: statuses, initial: 'open', label: { zh: '状态', en: 'Status' } },
  },
  checks: [
    { rule: 'rep2 = null or rep1 = null or rep1 != rep2', field: 'rep2', message: { zh: '业务代表2与业务代表1是同一人', en: 'Sales persons 1 and 2 are the same' } },
    { rule: 'rep3 = null or ((rep1 = null or rep1 != rep3) and (rep2 = null or rep2 != rep3))', field: 'rep3', message: { zh: '业务代表3与前面的业务代表是同一人', en: 'Sales person 3 is named twice' } },
  ],
  views: [
    { key: 'all', label: { zh: '全部区域问题', en: 'All problems' }, columns: ['region', 'year', 'problem', 'difficulty', 'verdict', 'strategy', 'supervisor', 'status'], sort: [{ field: 'createdAt', dir: 'desc' }] },
    { key: 'board', label: { zh: '按状态看板', en: 'Board by status' }, columns: ['problem', 'region', 'difficulty', 'supervisor'], layout: { kind: 'kanban', by: 'status' } },
  ],
}
