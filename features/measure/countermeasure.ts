// 客户对策: what is done about an important customer (F10) or a problem customer (F11) in a year.
import { options } from '#core/field/options.ts'
import type { ObjectDecl } from '#core/object/object.ts'

const kinds = options(['important', '重要客户', 'Important customer', 'gold'], ['problem', '问题客户', 'Problem customer', 'red'])
const statuses = options(['open', '进行中', 'Under way', 'blue'], ['done', '已完成', 'Done', 'green'], ['dropped', '已取消', 'Dropped', 'default'])

export const countermeasure: ObjectDecl = {
  name: 'countermeasure', icon: 'Flag', area: 'service', title: 'customer', owned: true,
  label: { zh: '客户对策', en: 'Countermeasure' },
  fields: {
    kind: { kind: 'choice', options: kinds, required: true, indexed: true, label: { zh: '类型', en: 'Kind' } },
    year: { kind: 'integer', min: 2000, max: 2100, required: true, indexed: true, label: { zh: '年度', en: 'Year' } },
    customer: { kind: 'reference', to: 'customer', required: true, indexed: true, width: 200, label: { zh: '客户名称', en: 'Customer' } },
    product: { kind: 'text', maxLength: 100, label: { zh: '产品', en: 'Product' } },
    problem: { kind: 'longText', maxLength: 1000, label: { zh: '问题所在', en: 'Problem' }, synonyms: ['问题表现', '问题呈现'] },
    strategy: { kind: 'longText', maxLength: 1000, label: { zh: '应对策略', en: 'Strategy' } },
    trend: { kind: 'text', maxLength: 200, label: { zh: '恶化趋势', en: 'Trend' }, help: { zh: '一般由系统判断；人工改写时请写明理由', en: 'Usually told by the system; give a reason where you know better' }, visibleIf: 'kind = "problem"' },
    trendReason: { kind: 'text', maxLength: 300, label: { zh: '改写理由', en: 'Reason for another trend' }, visibleIf: 'kind = "problem"' },
    status: { kind: 'choice', options: statuses, initial: 'open', label: { zh: '状态', en: 'Status' } },
    note: { kind: 'longText', label: { zh: '备注', en: 'Notes' } },
  },
  unique: [['kind', 'year', 'customer']],
  checks: [{
    rule: 'trend = null or trendReason != null or contains(trend, "理由") or contains(trend, "reason")', field: 'trend',
    message: { zh: '改写恶化趋势请写明理由，例如“已回升（理由：新店开业）”', en: 'Give a reason for another trend, such as “recovering (reason: a new shop)”' },
  }],
  views: [
    { key: 'all', label: { zh: '全部对策', en: 'All' }, columns: ['year', 'kind', 'customer', 'problem', 'strategy', 'status', 'owner'], sort: [{ field: 'year', dir: 'desc' }] },
    { key: 'important', label: { zh: '重要客户', en: 'Important customers' }, columns: ['year', 'customer', 'problem', 'strategy', 'status', 'owner'], filter: { field: 'kind', op: 'eq', value: 'important' }, sort: [{ field: 'year', dir: 'desc' }] },
    { key: 'problem', label: { zh: '问题客户', en: 'Problem customers' }, columns: ['year', 'customer', 'trend', 'problem', 'strategy', 'status', 'owner'], filter: { field: 'kind', op: 'eq', value: 'problem' }, sort: [{ field: 'year', dir: 'desc' }] },
    { key: 'board', label: { zh: '按状态看板', en: 'Board by status' }, columns: ['customer', 'kind', 'strategy', 'owner'], layout: { kind: 'kanban', by: 'status' } },
  ],
}
