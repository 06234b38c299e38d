// F09 重点客户管理表: the three top tens are computed, the customers under special care are picked.
import type { Form, GridColumn } from '#core/form/form.ts'
import { text } from '#core/lib/text.ts'
import { ofYear, signers, year } from './forms.ts'

const percent = { kind: 'percent', decimals: 1 } as const

const list = (key: string, zh: string, en: string, value: string, valueEn: string, as: NonNullable<GridColumn['as']>): GridColumn[] => [
  { key: `${key}_name`, label: text('客户名称', 'Customer'), under: text(zh, en), weight: 5.6 }, { key: `${key}_value`, label: text(value, valueEn), under: text(zh, en), weight: 2.2, as },
]

export const keyForm: Form = {
  id: 'F09', title: text('重点客户管理表', 'Key customers'), area: 'analysis', page: 'landscape', filledBy: ['specialist', 'supervisor'], processes: ['P5'],
  about: text('销售额、增长率、利润率前列的客户，以及重点管理客户的目标与措施。', 'The customers with the highest sales, growth and margins; targets and measures for those under special care.'),
  params: { year, top: { kind: 'integer', min: 1, max: 100, label: text('前几名', 'How many'), preset: 10 } },
  values: { serviceAdvice: { kind: 'longText', maxLength: 2000, label: text('客户服务部经理建议', 'Advice of the service manager') }, generalAdvice: { kind: 'longText', maxLength: 2000, label: text('总经理建议', 'Advice of the general manager') } },
  blocks: [
    { kind: 'title' }, { kind: 'line', items: [ofYear] },
    { kind: 'grid', key: 'tops', source: { report: 'keyCustomers' }, least: '@top', columns: [
      { key: '', label: text('序号', 'No.'), weight: 1, number: true },
      ...list('sales', '销售额前10名', 'Highest sales', '销售额', 'Sales', { kind: 'money' }), ...list('growth', '销售增长率前10名', 'Fastest growth', '增长率', 'Growth', percent),
      ...list('margin', '销售利润率前10名', 'Best margins', '利润率', 'Margin', percent),
    ] },
    { kind: 'grid', key: 'keys', least: 4, source: { object: 'keyCustomer', fresh: { year: '@year' }, filter: { field: 'year', op: 'eq', value: '@year' }, sort: [{ field: 'createdAt', dir: 'asc' }] }, columns: [
      { key: 'customer', label: text('重点管理客户', 'Key customer'), weight: 4 }, { key: 'target', label: text('销售额目标', 'Sales target'), weight: 3 },
      { key: 'reason', label: text('将其设为重点客户的原因', 'Why it is a key customer'), weight: 6 }, { key: 'actions', label: text('实现目标的行动措施', 'What is done to reach the target'), weight: 6 },
    ] },
    { kind: 'note', label: text('客户服务部经理建议', 'Advice of the service manager'), at: '#serviceAdvice', lines: 2 }, { kind: 'note', label: text('总经理建议', 'Advice of the general manager'), at: '#generalAdvice', lines: 2 },
    signers,
  ],
}
