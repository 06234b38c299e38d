// 客户联络计划表 (F17) and 客户联系预定表 (F18): lists of what is planned in a time, typed into like the paper ones.
import type { Form, Param } from '#core/form/form.ts'

const period: Record<string, Param> = {
  from: { kind: 'date', preset: 'thisMonth', label: { zh: '从', en: 'From' } },
  to: { kind: 'date', preset: 'thisMonth', label: { zh: '到', en: 'To' } },
  owner: { kind: 'user', label: { zh: '人员', en: 'Person' } },
  region: { kind: 'reference', to: 'region', label: { zh: '区域', en: 'Region' } },
}
const asked = { all: [
  { field: 'date', op: 'between' as const, value: ['@from', '@to'] }, { field: 'owner', op: 'eq' as const, value: '@owner' }, { field: 'customer.region', op: 'under' as const, value: '@region' },
] }
const number = { key: '', number: true as const, label: { zh: '序号', en: 'No.' }, weight: 6.5 }

export const planForms: Form[] = [{
  id: 'F17', title: { zh: '客户联络计划表', en: 'Customer contact plan' }, area: 'contact', page: 'landscape',
  about: { zh: '计划在什么时间、由谁、用什么方式联络哪些客户', en: 'Which customers are contacted when, by whom and how' },
  filledBy: ['specialist', 'supervisor', 'sales'], processes: ['P1', 'P2'], params: period,
  blocks: [
    { kind: 'title' },
    { kind: 'grid', key: 'plans', least: 14, source: { object: 'contactPlan', filter: asked, sort: [{ field: 'date', dir: 'asc' }, { field: 'time', dir: 'asc' }], fresh: { owner: '@owner' } }, columns: [
      number,
      { key: 'customer', label: { zh: '客户名称', en: 'Customer' }, weight: 22 },
      { key: 'customer.address', label: { zh: '地址', en: 'Address' }, weight: 28 },
      { key: 'way', label: { zh: '联系方式', en: 'Contact by' }, weight: 16 },
      { key: 'owner', label: { zh: '联络人员', en: 'Contacted by' }, weight: 10 },
      { key: 'date', label: { zh: '联络时间', en: 'Time' }, weight: 12 },
      { key: 'purpose', label: { zh: '联络目的', en: 'Purpose' }, weight: 24 },
      { key: 'place', label: { zh: '联络地点', en: 'Place' }, weight: 16 },
    ], spare: [
      { key: 'time', label: { zh: '具体时间', en: 'At' }, weight: 8 }, { key: 'customer.phone', label: { zh: '客户电话', en: 'Phone' }, weight: 14 },
      { key: 'done', label: { zh: '已联络', en: 'Done' }, weight: 8 }, { key: 'result', label: { zh: '联络结果', en: 'Result' }, weight: 20 },
    ] },
  ],
}, {
  id: 'F18', title: { zh: '客户联系预定表', en: 'Customer appointments' }, area: 'contact', page: 'portrait',
  about: { zh: '与客户约定的日期和时间；也显示在日历里', en: 'Days and times agreed with customers; they stand in the calendar too' },
  filledBy: ['specialist', 'supervisor', 'sales'], processes: ['P2'], params: period,
  blocks: [
    { kind: 'title' },
    { kind: 'grid', key: 'appointments', least: 22, source: { object: 'appointment', filter: asked, sort: [{ field: 'date', dir: 'asc' }, { field: 'begins', dir: 'asc' }], fresh: { owner: '@owner' } }, columns: [
      number,
      { key: 'date', label: { zh: '日期', en: 'Date' }, weight: 14 },
      { key: 'customer', label: { zh: '客户名称', en: 'Customer' }, weight: 34 },
      { key: 'begins', label: { zh: '起', en: 'From' }, under: { zh: '具体时间', en: 'Time' }, weight: 9 },
      { key: 'ends', label: { zh: '止', en: 'To' }, under: { zh: '具体时间', en: 'Time' }, weight: 9 },
      { key: 'owner', label: { zh: '负责人', en: 'Owner' }, weight: 11 },
      { key: 'targetDepartment', label: { zh: '针对部门', en: 'Their department' }, weight: 14 },
      { key: 'note', label: { zh: '备注', en: 'Notes' }, weight: 16 },
    ], spare: [
      { key: 'clash', lookup: 'appointment.clash', as: { kind: 'text' }, label: { zh: '时间冲突', en: 'Clash' }, weight: 18 },
      { key: 'place', label: { zh: '地点', en: 'Place' }, weight: 16 }, { key: 'contact', label: { zh: '联系人', en: 'Contact' }, weight: 10 }, { key: 'state', label: { zh: '状态', en: 'Status' }, weight: 9 },
    ] },
  ],
}]
