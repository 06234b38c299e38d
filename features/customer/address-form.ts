// F04 客户地址分类表: customers by area, with how far they are and when not to call on them. Visits are planned from it (P1).
import type { Form } from '#core/form/form.ts'
import { text } from '#core/lib/text.ts'

export const addressForm: Form = {
  id: 'F04', title: text('客户地址分类表', 'Customers by address'), area: 'master', page: 'landscape', filledBy: ['specialist', 'supervisor'], processes: ['P1'],
  about: text('按区域整理客户地址，供拜访区域与路线规划使用。', 'Customers sorted by area, for planning where to call.'),
  params: { region: { kind: 'reference', to: 'region', label: text('区域', 'Region') }, owner: { kind: 'user', label: text('负责人', 'Owner') } },
  blocks: [
    { kind: 'title' },
    { kind: 'line', items: [{ label: text('区域', 'Region'), at: '@region' }, { label: text('负责人', 'Owner'), at: '@owner' }, { label: text('日期', 'Date'), at: '%today' }] },
    { kind: 'grid', key: 'customers', groupBy: 'region', least: 10, source: {
      object: 'customer', fresh: { region: '@region' },
      filter: { all: [{ field: 'region', op: 'under', value: '@region' }, { field: 'owner', op: 'eq', value: '@owner' }] },
      sort: [{ field: 'region.name', dir: 'asc' }, { field: 'address.city', dir: 'asc' }, { field: 'address.district', dir: 'asc' }, { field: 'code', dir: 'asc' }],
    }, columns: [
      { key: '', label: text('序号', 'No.'), weight: 1, number: true }, { key: 'name', label: text('客户名称', 'Customer'), weight: 5 }, { key: 'code', label: text('编号', 'Customer no.'), weight: 3 },
      { key: 'address', label: text('地址', 'Address'), weight: 7 }, { key: 'distance', label: text('与公司之间的距离', 'Distance from us'), weight: 2.5 },
      { key: 'trade', label: text('经营类别', 'Line of business'), weight: 3 }, { key: 'avoidTimes', label: text('不宜拜访时间', 'Times not to visit'), weight: 4 }, { key: 'note', label: text('备注', 'Notes'), weight: 4 },
    ] },
  ],
}
