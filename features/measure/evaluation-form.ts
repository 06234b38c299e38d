// F12 客户关系评估表: weighted indicators of one customer, the total against the standard, and what is decided.
import type { Form } from '#core/form/form.ts'
import { text } from '#core/lib/text.ts'

export const evaluationForm: Form = {
  id: 'F12', title: text('客户关系评估表', 'Evaluation of a customer relation'), area: 'analysis', page: 'portrait', record: 'evaluation', filledBy: ['specialist', 'supervisor'], processes: ['P5'],
  about: text('按加权指标评估客户关系，决定发展、维持或终止。', 'Weighs a relation by indicators: develop it, keep it up, or end it.'),
  acts: [
    { key: 'template', label: text('填入常用指标', 'Usual indicators'), action: 'evaluation.template', help: text('还没有指标时，填入六项常用指标和权重', 'Fills six usual indicators with their weights where there are none yet') },
    { key: 'level', label: text('按得分评定等级', 'Levels by score'), action: 'evaluation.level', help: text('90 分以上优，80 分以上良，60 分以上中，其余差；已填的等级不变', 'From 90 excellent, from 80 good, from 60 fair, else poor; levels given stay') },
  ],
  blocks: [
    { kind: 'title' },
    { kind: 'line', items: [{ label: text('客户名称', 'Customer'), at: 'customer', weight: 3 }, { label: text('编号', 'Customer no.'), at: 'customer.code', weight: 2 }, { label: text('日期', 'Date'), at: 'date', weight: 2 }] },
    { kind: 'grid', key: 'items', least: 10, source: { lines: 'items' }, columns: [
      { key: 'indicator', label: text('评估指标', 'Indicator'), weight: 4 }, { key: 'weight', label: text('指标权重', 'Weight'), weight: 2 }, { key: 'score', label: text('得分', 'Score'), weight: 1.6 },
      { key: 'level', label: text('等级', 'Level'), weight: 1.6 }, { key: 'basis', label: text('得分依据', 'Grounds'), weight: 6 }, { key: 'note', label: text('备注', 'Notes'), weight: 3 },
    ] },
    { kind: 'fields', rows: [
      [{ label: text('合计', 'Total'), at: 'weightSum', weight: 6, labelShare: 2 / 3 }, { at: 'total', weight: 1.6 }, { label: text('标准分', 'Standard score'), at: 'standard', weight: 10.6, labelShare: 0.15 }],
      [{ label: text('评估结果及建议', 'Result and advice'), at: 'result', boxes: true }],
    ] },
    { kind: 'line', items: [{ at: 'advice', lookup: 'evaluationAdvice' }] },
  ],
}
