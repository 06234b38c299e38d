// 客户关系评估 (F12): weighted indicators, their score, and what is decided about the relation.
import { options } from '#core/field/options.ts'
import type { ObjectDecl } from '#core/object/object.ts'

export const results = options(['develop', '发展关系', 'Develop', 'green'], ['keep', '维持关系', 'Keep up', 'blue'], ['end', '终止关系', 'End', 'red'])
const levels = options(['excellent', '优', 'Excellent', 'green'], ['good', '良', 'Good', 'cyan'], ['fair', '中', 'Fair', 'blue'], ['poor', '差', 'Poor', 'red'])

export const evaluation: ObjectDecl = {
  name: 'evaluation', icon: 'Dashboard', area: 'service', title: 'code', code: 'code', owned: true,
  label: { zh: '客户关系评估', en: 'Evaluation' },
  fields: {
    code: { kind: 'serial', rule: 'PG-{yyyy}-{0000}', label: { zh: '评估编号', en: 'Evaluation no.' }, unique: true, search: true },
    customer: { kind: 'reference', to: 'customer', required: true, indexed: true, width: 200, label: { zh: '客户名称', en: 'Customer' } },
    date: { kind: 'date', required: true, fill: 'today', indexed: true, label: { zh: '评估日期', en: 'Date' } },
    items: { kind: 'lines', of: 'evaluationItem', by: 'evaluation', label: { zh: '评估指标', en: 'Indicators' } },
    itemCount: { kind: 'rollup', of: 'evaluationItem', by: 'evaluation', fn: 'count', result: 'integer', label: { zh: '指标数', en: 'Number of indicators' } },
    weightSum: { kind: 'rollup', of: 'evaluationItem', by: 'evaluation', fn: 'sum', field: 'weight', result: 'percent', label: { zh: '权重合计', en: 'Sum of weights' } },
    total: { kind: 'rollup', of: 'evaluationItem', by: 'evaluation', fn: 'sum', field: 'points', result: 'number', decimals: 2, indexed: true, label: { zh: '合计', en: 'Total' } },
    standard: { kind: 'number', decimals: 1, min: '0', max: '100', initial: '80', label: { zh: '标准分', en: 'Standard score' } },
    result: { kind: 'choice', options: results, label: { zh: '评估结果及建议', en: 'Result and advice' } },
    note: { kind: 'longText', label: { zh: '备注', en: 'Notes' } },
  },
  checks: [{
    rule: 'itemCount = 0 or weightSum = 1', field: 'items',
    message: { zh: '指标权重合计应为 100%，现为 {weightSum}', en: 'The weights must add up to 100%; now they are {weightSum}' },
  }],
  matchKeys: [['code']],
  sections: [{ label: { zh: '基本信息', en: 'Basics' }, fields: ['code', 'customer', 'date', 'items', 'weightSum', 'total', 'standard', 'result', 'owner', 'department', 'note'] }],
  views: [
    { key: 'all', label: { zh: '全部评估', en: 'All evaluations' }, columns: ['code', 'date', 'customer', 'total', 'standard', 'result', 'owner', 'note'], sort: [{ field: 'date', dir: 'desc' }] },
    { key: 'open', label: { zh: '待定结果', en: 'Not decided' }, columns: ['code', 'date', 'customer', 'total', 'standard', 'owner'], filter: { field: 'result', op: 'empty' }, sort: [{ field: 'date', dir: 'desc' }] },
  ],
}

export const evaluationItem: ObjectDecl = {
  name: 'evaluationItem', icon: 'UnorderedList', title: 'indicator', parent: 'evaluation',
  label: { zh: '评估指标', en: 'Indicator' },
  fields: {
    evaluation: { kind: 'reference', to: 'evaluation', required: true, indexed: true, label: { zh: '客户关系评估', en: 'Evaluation' } },
    position: { kind: 'integer', min: 0, max: 1000, label: { zh: '顺序', en: 'Order' } },
    indicator: { kind: 'text', required: true, maxLength: 60, label: { zh: '评估指标', en: 'Indicator' } },
    weight: { kind: 'percent', decimals: 1, min: '0', max: '1', required: true, label: { zh: '指标权重', en: 'Weight' } },
    score: { kind: 'number', decimals: 1, min: '0', max: '100', label: { zh: '得分', en: 'Score' } },
    level: { kind: 'choice', options: levels, label: { zh: '等级', en: 'Level' } },
    basis: { kind: 'text', maxLength: 300, label: { zh: '得分依据', en: 'Grounds' } },
    points: { kind: 'computed', rule: 'round(coalesce(weight, 0) * coalesce(score, 0), 2)', result: 'number', decimals: 2, label: { zh: '加权得分', en: 'Weighted score' } },
    note: { kind: 'text', maxLength: 200, label: { zh: '备注', en: 'Notes' } },
  },
}
