// A small book of forms over the objects of the product, for the tests beside this file.
import type { Form } from '#core/form/form.ts'
import { text } from '#core/lib/text.ts'
import { hasPower } from '#core/object/rights.ts'
import { groupRows } from '#server/record/group.ts'
import { runQuery } from '#server/record/page.ts'
import type { FormBook, FormParts } from './parts.ts'

const label = (zh: string) => text(zh, zh)
const column = (key: string, zh: string) => ({ key, label: label(zh), weight: 1 })

const card: Form = {
  id: 'T01', title: label('试用资料卡'), area: 'master', about: label('试用'), filledBy: [], page: 'portrait', record: 'customer', logged: true,
  values: { advice: { kind: 'longText', label: label('建议') }, target: { kind: 'money', label: label('目标') }, helper: { kind: 'user', label: label('协办人') } },
  blocks: [
    { kind: 'title' },
    { kind: 'fields', rows: [
      [{ label: label('客户名称'), at: 'name' }, { label: label('电话'), at: 'phone' }], [{ label: label('账号'), at: 'bankAccount' }, { label: label('负责人'), at: 'owner' }],
      [{ label: label('年龄'), at: 'bossAge' }, { label: label('区域'), at: 'region.name' }],
    ] },
    { kind: 'grid', key: 'suppliers', source: { lines: 'suppliers' }, least: 2, columns: [column('brand', '品牌'), { ...column('share', '占比'), sum: true }], total: label('合计') },
    { kind: 'grid', key: 'contacts', source: { object: 'contact', filter: { field: 'customer', op: 'eq', value: 'record' }, fresh: { customer: 'record' }, sort: [{ field: 'name', dir: 'asc' }] },
      columns: [{ key: '', label: label('序号'), weight: 1, number: true }, column('name', '姓名'), column('mobile', '手机'), column('homePhone', '电话(宅)')] },
    { kind: 'note', label: label('建议'), at: '#advice' }, { kind: 'line', items: [{ label: label('目标'), at: '#target' }, { label: label('协办人'), at: '#helper' }] },
  ],
}

const problems: Form = {
  id: 'T02', title: label('试用问题表'), area: 'analysis', about: label('试用'), filledBy: [], page: 'landscape',
  params: { year: { kind: 'integer', label: label('年度'), preset: 'thisYear' }, region: { kind: 'reference', to: 'region', label: label('区域') }, top: { kind: 'integer', label: label('行数'), preset: 500 } },
  values: { advice: { kind: 'text', label: label('建议'), maxLength: 50 } },
  blocks: [
    { kind: 'title' }, { kind: 'line', items: [{ label: label('年度'), at: '@year' }, { label: label('区域'), at: '@region' }] },
    { kind: 'grid', key: 'problems', most: '@top', source: { object: 'regionProblem', sort: [{ field: 'createdAt', dir: 'asc' }], fresh: { region: '@region', year: '@year' },
      filter: { all: [{ field: 'region', op: 'eq', value: '@region' }, { field: 'year', op: 'eq', value: '@year' }] } },
    columns: [column('problem', '现存问题'), column('region', '区域'), column('strategy', '对策'), { ...column('length', '字数'), lookup: 'length', as: { kind: 'integer' } }] },
    { kind: 'note', label: label('建议'), at: '#advice' },
  ],
}

const census: Form = {
  id: 'T03', title: label('试用统计表'), area: 'analysis', about: label('试用'), filledBy: [], page: 'portrait',
  params: { year: { kind: 'integer', label: label('年度'), preset: 'thisYear' } },
  values: { advice: { kind: 'text', label: label('建议'), maxLength: 50 } },
  acts: [{ key: 'note', label: label('记一笔'), action: 'test.note' }],
  blocks: [
    { kind: 'title' }, { kind: 'line', items: [{ label: label('年度'), at: '@year' }, { label: label('客户数'), at: '$count' }] },
    { kind: 'grid', key: 'names', source: { report: 'names' }, columns: [{ ...column('name', '客户名称'), as: { kind: 'text' } }, { ...column('margin', '毛利'), as: { kind: 'text' } }] },
    { kind: 'note', label: label('建议'), at: '#advice' },
  ],
}

const parts: FormParts = {
  reports: {
    async names({ reader, catalog, actor }) {
      const { rows } = await runQuery(reader, catalog, actor, { object: 'customer', columns: ['name'], sort: [{ field: 'name', dir: 'asc' }], size: 500 })
      const { rows: [count] } = await groupRows(reader, catalog, actor, { object: 'customer', measures: [{ fn: 'count', as: 'n' }] })
      const open = hasPower(actor, 'audit')
      return { rows: rows.map(row => ({ values: { name: row['name'], ...(open ? { margin: `毛利-${String(row['name'])}` } : {}) }, ...(open ? {} : { masked: ['margin'] }), links: { name: { object: 'customer', id: String(row['id']) } } })), facts: { count: { value: Number(count?.['n'] ?? 0), as: { kind: 'integer' } } } }
    },
  },
  lookups: {
    length: { needs: ['region.name'], run: async (_ask, rows) => new Map(rows.map(row => [row.id!, { value: String(row.values['problem'] ?? '').length + String(row.values['region.name'] ?? '').length }])) },
  },
}

const shorter: Form = { ...census, title: label('本公司统计表'), blocks: [census.blocks[0]!, ...census.blocks.slice(2)] }

export const testBook: FormBook = {
  forms: [card, problems, census], sets: [{ key: 'V9', label: label('第二套'), forms: [shorter] }], parts: { reports: parts.reports!, lookups: parts.lookups! }, reads: 'customer',
}
