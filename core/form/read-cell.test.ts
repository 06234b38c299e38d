// What people write into the cells of a form comes back as the value that they meant.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Field } from '../field/field.ts'
import { layout } from './layout.ts'
import { readCell } from './read-cell.ts'
import type { Written } from './read-cell.ts'
import type { Cell, Sheet } from './sheet.ts'
import { goodRow, tryCatalog, tryData, tryForm } from './try-form.ts'

const label = { zh: '栏', en: 'Place' }
const paths = ['name', 'phone', 'site', 'hobbies', 'credit', 'opened', 'owner', 'note'] as const
const form = tryForm({ kind: 'fields', rows: paths.map(at => [{ label, at }]) })
const sheetOf = (values: Record<string, unknown> = {}): Sheet => layout(form, tryData({ record: { ...tryData().record!, values } }), tryCatalog)
const boxed = layout(tryForm({ kind: 'fields', rows: [[{ label, at: 'site', boxes: 'numbered' }], [{ label, at: 'hobbies', boxes: true }], [{ label, at: 'credit', show: 'tenThousand' }]] }), tryData(), tryCatalog)

function placeOf(sheet: Sheet, path: string): [Cell, Field] {
  const cell = sheet.cells.find(one => one.bind?.path === path)!
  return [cell, sheet.fields[cell.field!]!]
}

const read = (path: string, written: Written, sheet = sheetOf()) => readCell(...placeOf(sheet, path), written, 'zh')

test('texts, phones, amounts, dates and names of people', () => {
  expect(read('name', { text: ' 西湖商贸 ' })).toEqual({ value: '西湖商贸' })
  expect(read('phone', { text: '138 0013 8000' })).toEqual({ value: '13800138000' })
  expect(read('credit', { text: '￥1,234.50' })).toEqual({ value: '1234.50' })
  expect(read('credit', { text: '1,234.50', number: '1234.5' })).toEqual({ value: '1234.50' })
  expect(read('opened', { text: '2026年1月5日' })).toEqual({ value: '2026-01-05' })
  expect(read('site', { text: '商业街' })).toEqual({ value: 'street' })
  expect(read('owner', { text: '王伟' })).toEqual({ value: { name: '王伟' } })
})

test('an emptied cell empties the field', () => {
  expect(read('name', { text: '  ' })).toEqual({ value: null })
})

test('a bare number in a cell of percentages is a fraction, typed words are percents', () => {
  const sheet = layout(tryForm({ kind: 'grid', key: 'goods', source: { lines: 'goods' }, columns: [{ key: 'share', label, weight: 1 }] }), tryData({ grids: { goods: { rows: [goodRow('g1', 'x', '1')] } } }), tryCatalog)
  expect(read('share', { text: '30%', number: '0.3' }, sheet)).toEqual({ value: '0.3' })
  expect(read('share', { text: '30%' }, sheet)).toEqual({ value: '0.3' })
})

test('what is typed in 万元 is kept in yuan', () => {
  expect(read('credit', { text: '13', number: '13' }, boxed)).toEqual({ value: '130000.00' })
  expect(read('credit', { text: '0.5万元' }, boxed)).toEqual({ value: '5000.00' })
  expect(read('credit', { text: '1,234.56789' }, boxed)).toEqual({ value: '12345678.90' })
})

test('ticks of one choice and of several; two ticks where one is asked for are refused', () => {
  expect(read('site', { text: '√1.闹市 □2.商业街 □3.郊区' }, boxed)).toEqual({ value: 'downtown' })
  expect(read('site', { text: '□1.闹市 □2.商业街 □3.郊区' }, boxed)).toEqual({ value: null })
  expect(read('hobbies', { text: '☑闹市 □商业街 ☑郊区' }, boxed)).toEqual({ value: ['downtown', 'suburb'] })
  expect(read('site', { text: '☑1.闹市 ☑2.商业街 □3.郊区' }, boxed)).toMatchObject({ refusal: { key: 'form.oneTick' } })
  expect(read('site', { text: '步行街' }, boxed)).toMatchObject({ refusal: { key: 'choice.notOneOf' } })
})

test('nonsense is refused with its reason', () => {
  expect(read('credit', { text: '很多' })).toMatchObject({ refusal: { key: 'amount.bad' } })
  expect(read('opened', { text: '2026-02-30' })).toMatchObject({ refusal: { key: 'date.none' } })
  expect(read('phone', { text: '打他手机' })).toHaveProperty('refusal')
})

test('whatever a cell shows is read back as its own value', () => {
  const values = fc.record({
    name: fc.stringMatching(/^[一-龥A-Za-z0-9]{1,20}$/), credit: fc.integer({ min: -99_999_999, max: 99_999_999 }).map(cents => (cents / 100).toFixed(2)),
    opened: fc.date({ min: new Date('1950-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }).map(date => date.toISOString().slice(0, 10)), site: fc.constantFrom('downtown', 'street', 'suburb'),
    hobbies: fc.subarray(['downtown', 'street', 'suburb'], { minLength: 1 }),
  })
  fc.assert(fc.property(values, given => {
    const sheet = sheetOf(given)
    for (const [path, value] of Object.entries(given)) {
      const [cell, field] = placeOf(sheet, path)
      const written = { text: cell.text, ...(cell.excel?.kind === 'number' ? { number: cell.excel.v } : {}) }
      const back = readCell(cell, field, written, 'zh')
      expect(path === 'credit' ? Number((back as { value: string }).value) : (back as { value: unknown }).value).toEqual(path === 'credit' ? Number(value) : value)
    }
  }), { numRuns: 200 })
})
