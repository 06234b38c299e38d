// 销售机会 (F26): a sale that may come, from its first sign to won or lost.
import { options } from '#core/field/options.ts'
import type { ObjectDecl } from '#core/object/object.ts'

export const stages = options(['lead', '潜在客户', 'Prospect', 'default'], ['needs', '需求分析', 'Needs', 'blue'], ['quote', '报价', 'Quotation', 'cyan'],
  ['talks', '谈判', 'Negotiation', 'gold'], ['won', '成交', 'Won', 'green'], ['lost', '失败', 'Lost', 'red'])

export const opportunity: ObjectDecl = {
  name: 'opportunity', icon: 'Fund', area: 'sales', title: 'name', code: 'code', owned: true,
  label: { zh: '销售机会', en: 'Opportunity' },
  fields: {
    code: { kind: 'serial', rule: 'JH-{yyyy}-{000}', label: { zh: '机会编号', en: 'Opportunity no.' }, unique: true, search: true, synonyms: ['编号'] },
    name: { kind: 'text', maxLength: 100, search: true, width: 200, label: { zh: '机会名称', en: 'Opportunity' } },
    customer: { kind: 'reference', to: 'customer', required: true, indexed: true, width: 200, label: { zh: '客户', en: 'Customer' }, synonyms: ['客户名称', '客户编号'] },
    stage: { kind: 'choice', options: stages, initial: 'lead', required: true, indexed: true, label: { zh: '机会阶段', en: 'Stage' }, synonyms: ['阶段', '销售阶段'] },
    amount: { kind: 'money', min: '0', indexed: true, label: { zh: '预计金额', en: 'Amount expected' }, synonyms: ['金额'] },
    closeDate: { kind: 'date', indexed: true, label: { zh: '预计关闭日期', en: 'Expected to close' }, synonyms: ['预计成交日期'] },
    probability: { kind: 'percent', decimals: 0, min: '0', max: '1', label: { zh: '赢单概率', en: 'Probability' } },
    weighted: { kind: 'computed', rule: 'if stage = "lost" then 0 else if stage = "won" then amount else round(amount * probability, 2)', result: 'money', label: { zh: '加权金额', en: 'Weighted amount' } },
    lostReason: { kind: 'text', maxLength: 300, label: { zh: '失败原因', en: 'Why lost' }, visibleIf: 'stage = "lost"' },
    note: { kind: 'longText', label: { zh: '备注', en: 'Notes' } },
  },
  matchKeys: [['code']],
  views: [
    { key: 'all', label: { zh: '全部机会', en: 'All opportunities' }, columns: ['code', 'name', 'customer', 'stage', 'amount', 'closeDate', 'probability', 'weighted', 'owner', 'note'], sort: [{ field: 'closeDate', dir: 'asc' }] },
    { key: 'board', label: { zh: '按阶段看板', en: 'Board by stage' }, columns: ['name', 'customer', 'amount', 'closeDate', 'owner'], layout: { kind: 'kanban', by: 'stage' } },
    { key: 'open', label: { zh: '进行中', en: 'Open' }, columns: ['code', 'name', 'customer', 'stage', 'amount', 'closeDate', 'probability', 'owner'], filter: { field: 'stage', op: 'notIn', value: ['won', 'lost'] }, sort: [{ field: 'closeDate', dir: 'asc' }] },
    { key: 'calendar', label: { zh: '关闭日历', en: 'Closing calendar' }, columns: ['name', 'customer', 'amount'], layout: { kind: 'calendar', by: 'closeDate' } },
  ],
}
