// 区域: the tree of sales regions; and the words for tags with their colours.
import type { ObjectDecl } from '#core/object/object.ts'

export const region: ObjectDecl = {
  name: 'region', icon: 'Global', area: 'base', title: 'name', code: 'code',
  label: { zh: '区域', en: 'Region' },
  fields: {
    name: { kind: 'text', label: { zh: '区域', en: 'Region' }, required: true, search: true, unique: true, maxLength: 50, synonyms: ['区域名称', '地区', '大区', '片区'] },
    code: { kind: 'serial', rule: 'QY-{000}', label: { zh: '区域编号', en: 'Region code' }, unique: true },
    parent: { kind: 'reference', to: 'region', label: { zh: '上级区域', en: 'Part of' } },
    manager: { kind: 'user', label: { zh: '主管人员', en: 'Supervisor' } },
    note: { kind: 'longText', label: { zh: '备注', en: 'Notes' } },
  },
  related: [{ object: 'customer', by: 'region' }, { object: 'regionProblem', by: 'region' }],
}

const COLORS = ['red', 'volcano', 'orange', 'gold', 'green', 'cyan', 'blue', 'geekblue', 'purple', 'magenta', 'default']

export const tag: ObjectDecl = {
  name: 'tag', icon: 'Tags', area: 'base', title: 'name',
  label: { zh: '标签', en: 'Tag' },
  fields: {
    name: { kind: 'text', label: { zh: '标签', en: 'Tag' }, required: true, unique: true, search: true, maxLength: 50 },
    color: { kind: 'choice', label: { zh: '颜色', en: 'Colour' }, initial: 'default', options: COLORS.map(value => ({ value, label: { zh: value, en: value }, color: value })) },
    note: { kind: 'text', label: { zh: '说明', en: 'Meaning' } },
  },
}
