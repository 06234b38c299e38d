// The filter row: what people type under a column's name and what it asks for.
import { describe, expect, it } from 'vitest'
import { defineObject } from '#core/object/define.ts'
import type { WebField } from '../lib/api-types.ts'
import type { WebCatalog, WebObject } from '../lib/catalog.ts'
import { columnAt } from '../field/path.ts'
import { quickFilter } from './quick-filter.ts'

const made = defineObject({
  name: 'customer', title: 'name', label: { zh: '客户', en: 'Customer' },
  fields: {
    name: { kind: 'text', label: { zh: '名称', en: 'Name' } },
    total: { kind: 'money', label: { zh: '金额', en: 'Total' } },
    first: { kind: 'date', label: { zh: '首次购买', en: 'First' } },
    grade: { kind: 'choice', label: { zh: '等级', en: 'Grade' }, options: [{ value: 'A', label: { zh: 'A级', en: 'A' } }, { value: 'B', label: { zh: 'B级', en: 'B' } }] },
    region: { kind: 'reference', to: 'customer', label: { zh: '上级', en: 'Parent' } },
  },
})
const fields = Object.fromEntries(Object.values(made.fields).map(field => [field.key, { ...field, right: 'write' } as WebField]))
const object: WebObject = { ...made, fields, can: { read: true, create: true, update: true, delete: true, export: true, import: true } }
const catalog: WebCatalog = { version: 1, objects: new Map([['customer', object]]) }
const ask = (path: string, text: string) => quickFilter(catalog, columnAt(catalog, object, path, 'zh')!, text, 'zh')

describe('the filter row', () => {
  it('finds names that contain what was typed', () => {
    expect(ask('name', ' 华东 ')).toEqual({ field: 'name', op: 'contains', value: '华东' })
  })
  it('compares amounts, with full-width signs and 万 as well', () => {
    expect(ask('total', '＞1.2万')).toEqual({ field: 'total', op: 'gt', value: '12000.00' })
    expect(ask('total', '100~200')).toEqual({ field: 'total', op: 'between', value: ['100.00', '200.00'] })
  })
  it('takes a year or a month as the days in it', () => {
    expect(ask('first', '2026')).toEqual({ field: 'first', op: 'between', value: ['2026-01-01', '2026-12-31'] })
    expect(ask('first', '2024-2')).toEqual({ field: 'first', op: 'between', value: ['2024-02-01', '2024-02-29'] })
  })
  it('finds options by their label and linked records by their name', () => {
    expect(ask('grade', 'a')).toEqual({ field: 'grade', op: 'in', value: ['A'] })
    expect(ask('region', '总')).toEqual({ field: 'region.name', op: 'contains', value: '总' })
  })
  it('asks nothing while the text means nothing', () => {
    expect(ask('total', '>')).toBeUndefined()
    expect(ask('name', '  ')).toBeUndefined()
  })
})
