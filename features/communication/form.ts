// F25 沟通记录表: talks with customers, newest first, and what is to be done next.
import type { Form } from '#core/form/form.ts'
import { text } from '#core/lib/text.ts'

export const communicationForm: Form = {
  id: 'F25', title: text('沟通记录表', 'Record of communications'), area: 'service', page: 'landscape', filledBy: ['specialist', 'sales', 'supervisor'],
  about: text('记录与客户的每次沟通、结果和下一步行动计划。', 'Each talk with a customer, its result and the next step.'),
  params: {
    customer: { kind: 'reference', to: 'customer', label: text('客户', 'Customer') }, owner: { kind: 'user', label: text('负责人', 'Owner') },
    from: { kind: 'date', label: text('开始日期', 'From') }, to: { kind: 'date', label: text('结束日期', 'To') },
  },
  blocks: [
    { kind: 'title' },
    { kind: 'line', items: [{ label: text('客户', 'Customer'), at: '@customer', weight: 2 }, { label: text('负责人', 'Owner'), at: '@owner' }, { label: text('开始日期', 'From'), at: '@from' }, { label: text('结束日期', 'To'), at: '@to' }] },
    { kind: 'grid', key: 'talks', least: 10, most: 200, source: {
      object: 'communication', fresh: { customer: '@customer' }, sort: [{ field: 'date', dir: 'desc' }],
      filter: { all: [{ field: 'customer', op: 'eq', value: '@customer' }, { field: 'owner', op: 'eq', value: '@owner' }, { field: 'date', op: 'ge', value: '@from' }, { field: 'date', op: 'le', value: '@to' }] },
    }, columns: [
      { key: 'customer.code', label: text('客户编号', 'Customer no.'), weight: 3.6 }, { key: 'customer', label: text('客户名称', 'Customer'), weight: 4 }, { key: 'date', label: text('日期', 'Date'), weight: 3 },
      { key: 'way', label: text('方式', 'Way'), weight: 2.3 }, { key: 'content', label: text('内容', 'Content'), weight: 5.4 }, { key: 'people', label: text('参与人员', 'Those present'), weight: 3.6 },
      { key: 'result', label: text('结果', 'Result'), weight: 4 }, { key: 'next', label: text('下一步行动计划', 'Next step'), weight: 4 }, { key: 'nextDate', label: text('计划日期', 'On'), weight: 3 }, { key: 'note', label: text('备注', 'Notes'), weight: 2.2 },
    ] },
  ],
}
