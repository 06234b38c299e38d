// F15 区域问题对策表: the problems of a region, who is on them, and what is done.
import type { Form } from '#core/form/form.ts'
import { text } from '#core/lib/text.ts'

export const regionProblemForm: Form = {
  id: 'F15', title: text('区域问题对策表', 'Measures for problems of a region'), area: 'analysis', page: 'landscape', filledBy: ['specialist', 'supervisor', 'sales'],
  about: text('汇总区域现存问题、相关人员、可行性与对策。', 'The problems of a region, the people on them, and what can be done.'),
  params: { region: { kind: 'reference', to: 'region', label: text('区域', 'Region') }, year: { kind: 'integer', min: 2000, max: 2100, label: text('年度', 'Year'), preset: 'thisYear' } },
  blocks: [
    { kind: 'title' },
    { kind: 'line', items: [{ label: text('区域', 'Region'), at: '@region' }, { label: text('年度', 'Year'), at: '@year' }] },
    { kind: 'grid', key: 'problems', groupBy: 'region', least: 6, source: {
      object: 'regionProblem', fresh: { region: '@region', year: '@year' }, sort: [{ field: 'region.name', dir: 'asc' }, { field: 'createdAt', dir: 'asc' }],
      filter: { all: [{ field: 'region', op: 'under', value: '@region' }, { field: 'year', op: 'eq', value: '@year' }] },
    }, columns: [
      { key: 'problem', label: text('现存问题', 'Problem'), weight: 6 }, { key: 'difficulty', label: text('解决难度', 'Difficulty'), weight: 2 },
      ...[1, 2, 3].map(n => ({ key: `rep${n}`, label: text(`业务代表${n}`, `Sales person ${n}`), weight: 2.4 })),
      { key: 'supervisor', label: text('主管人员', 'Supervisor'), weight: 2.4 }, { key: 'others', label: text('其他相关人员', 'Others'), weight: 3 },
      { key: 'verdict', label: text('可行性判定', 'Feasibility'), weight: 2.4 }, { key: 'strategy', label: text('对策', 'Strategy'), weight: 7 },
    ] },
  ],
}
