// F10 重要客户对策表: what hinders the most important customers, and what is done about it.
import type { Form } from '#core/form/form.ts'
import { text } from '#core/lib/text.ts'

export const importantForm: Form = {
  id: 'F10', title: text('重要客户对策表', 'Measures for important customers'), area: 'analysis', page: 'landscape', filledBy: ['specialist', 'supervisor'], processes: ['P5'],
  about: text('列出重要客户的销售情况、问题与应对策略。', 'Important customers: how sales go, what is wrong, what is done.'),
  params: { year: { kind: 'integer', min: 2000, max: 2100, label: text('年度', 'Year'), preset: 'thisYear' }, region: { kind: 'reference', to: 'region', label: text('区域', 'Region') } },
  values: {
    policy1: { kind: 'text', maxLength: 300, label: text('基本方针 1', 'Policy 1') }, policy2: { kind: 'text', maxLength: 300, label: text('基本方针 2', 'Policy 2') },
    note: { kind: 'longText', maxLength: 2000, label: text('备注', 'Notes') },
  },
  acts: [{ key: 'propose', label: text('建议名单', 'Propose customers'), action: 'measure.proposeImportant', help: text('加入 A、B 级客户和本年度销售额前列的客户', 'Adds customers of grade A and B and those with the highest sales of the year') }],
  blocks: [
    { kind: 'title' },
    { kind: 'line', items: [{ label: text('年度', 'Year'), at: '@year' }, { label: text('区域', 'Region'), at: '@region' }] },
    { kind: 'grid', key: 'measures', least: 4, source: {
      object: 'countermeasure', fresh: { kind: 'important', year: '@year' }, sort: [{ field: 'createdAt', dir: 'asc' }],
      filter: { all: [{ field: 'kind', op: 'eq', value: 'important' }, { field: 'year', op: 'eq', value: '@year' }, { field: 'customer.region', op: 'under', value: '@region' }] },
    }, columns: [
      { key: '', label: text('序号', 'No.'), weight: 1, number: true }, { key: 'customer', label: text('客户名称', 'Customer'), weight: 5 }, { key: 'owner', label: text('负责人', 'Owner'), weight: 2 },
      { key: 'sales', label: text('销售情况', 'Sales'), weight: 3, lookup: 'salesOfYear', as: { kind: 'money' } },
      { key: 'problem', label: text('问题所在', 'Problem'), weight: 6 }, { key: 'strategy', label: text('应对策略', 'Strategy'), weight: 6 },
    ] },
    { kind: 'fields', heading: text('扩大重要客户数量的基本方针', 'Policy for winning more important customers'), rows: [[{ label: text('1.', '1.'), at: '#policy1', lines: 2, labelShare: 0.05 }], [{ label: text('2.', '2.'), at: '#policy2', lines: 2, labelShare: 0.05 }]] },
    { kind: 'note', label: text('备注', 'Notes'), at: '#note', lines: 3 },
  ],
}
