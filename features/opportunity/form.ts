// F26 销售机会追踪表: sales that may come, by when and how likely.
import type { Form } from '#core/form/form.ts'
import { text } from '#core/lib/text.ts'
import { stages } from './opportunity.ts'

export const opportunityForm: Form = {
  id: 'F26', title: text('销售机会追踪表', 'Opportunities'), area: 'service', page: 'landscape', filledBy: ['sales', 'specialist', 'supervisor'],
  about: text('追踪每个销售机会的阶段、预计金额和关闭日期。', 'Follows each sale that may come: its stage, amount and date.'),
  params: {
    owner: { kind: 'user', label: text('责任人', 'Owner') }, customer: { kind: 'reference', to: 'customer', label: text('客户', 'Customer') },
    stage: { kind: 'choice', options: stages, label: text('机会阶段', 'Stage') },
  },
  blocks: [
    { kind: 'title' },
    { kind: 'line', items: [{ label: text('责任人', 'Owner'), at: '@owner' }, { label: text('客户', 'Customer'), at: '@customer', weight: 2 }, { label: text('机会阶段', 'Stage'), at: '@stage' }, { label: text('日期', 'Date'), at: '%today' }] },
    { kind: 'grid', key: 'opportunities', least: 10, most: 200, total: text('合计', 'Total'), source: {
      object: 'opportunity', fresh: { customer: '@customer' }, sort: [{ field: 'closeDate', dir: 'asc' }, { field: 'code', dir: 'asc' }],
      filter: { all: [{ field: 'owner', op: 'eq', value: '@owner' }, { field: 'customer', op: 'eq', value: '@customer' }, { field: 'stage', op: 'eq', value: '@stage' }] },
    }, columns: [
      { key: 'code', label: text('机会编号', 'Opportunity no.'), weight: 3 }, { key: 'customer.code', label: text('客户编号', 'Customer no.'), weight: 3 }, { key: 'customer', label: text('客户名称', 'Customer'), weight: 6 },
      { key: 'stage', label: text('机会阶段', 'Stage'), weight: 2.4 }, { key: 'amount', label: text('预计金额', 'Amount expected'), weight: 3, sum: true }, { key: 'closeDate', label: text('预计关闭日期', 'Expected to close'), weight: 3 },
      { key: 'owner', label: text('责任人', 'Owner'), weight: 2.4 }, { key: 'note', label: text('备注', 'Notes'), weight: 5 },
    ], spare: [
      { key: 'name', label: text('机会名称', 'Opportunity'), weight: 4 }, { key: 'probability', label: text('赢单概率', 'Probability'), weight: 2 }, { key: 'weighted', label: text('加权金额', 'Weighted amount'), weight: 3, sum: true },
    ] },
  ],
}
