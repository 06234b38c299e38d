// F11 问题客户对策表: customers that get worse. The trend is told by the system; who knows better types over it, with the reason.
import type { Form } from '#core/form/form.ts'
import { text } from '#core/lib/text.ts'
import { mainProduct } from '../product/main-product.ts'

export const problemForm: Form = {
  id: 'F11', title: text('问题客户对策表', 'Measures for problem customers'), area: 'analysis', page: 'landscape', filledBy: ['specialist', 'supervisor'], processes: ['P5'],
  about: text('列出销售下滑、逾期欠款或投诉较多的客户及应对策略。', 'Customers with falling sales, overdue payments or complaints, and what is done.'),
  params: { year: { kind: 'integer', min: 2000, max: 2100, label: text('年度', 'Year'), preset: 'thisYear' }, region: { kind: 'reference', to: 'region', label: text('区域', 'Region') } },
  values: { note: { kind: 'longText', maxLength: 2000, label: text('备注', 'Notes') } },
  acts: [{ key: 'propose', label: text('建议名单', 'Propose customers'), action: 'measure.proposeProblem', help: text('加入销售额比去年下降三成以上、欠款超过信用额度或有两件以上未结投诉的客户', 'Adds customers whose sales fell by 30 % or more, who owe more than their credit limit, or with two or more open complaints') }],
  blocks: [
    { kind: 'title' },
    { kind: 'line', items: [{ label: text('年度', 'Year'), at: '@year' }, { label: text('区域', 'Region'), at: '@region' }] },
    { kind: 'grid', key: 'measures', least: 4, source: {
      object: 'countermeasure', fresh: { kind: 'problem', year: '@year' }, sort: [{ field: 'createdAt', dir: 'asc' }],
      filter: { all: [{ field: 'kind', op: 'eq', value: 'problem' }, { field: 'year', op: 'eq', value: '@year' }, { field: 'customer.region', op: 'under', value: '@region' }] },
    }, columns: [
      { key: '', label: text('序号', 'No.'), weight: 1, number: true }, { key: 'customer', label: text('客户名称', 'Customer'), weight: 4.4 }, { key: 'owner', label: text('负责人', 'Owner'), weight: 2 },
      { key: 'customer.salesRange', label: text('销售范围', 'Sales range'), weight: 2 }, { key: 'customer.address', label: text('所在位置', 'Place'), weight: 6.4 },
      { key: 'trend', label: text('恶化趋势', 'Trend'), weight: 4, lookup: 'trend' },
      { key: 'problem', label: text('问题表现', 'Problem'), weight: 4.8 }, { key: 'strategy', label: text('应对策略', 'Strategy'), weight: 5 },
    ], spare: [mainProduct] },
    { kind: 'note', label: text('备注', 'Notes'), at: '#note', lines: 3 },
  ],
}
