// What is typed into a sheet finds its way to the server, and what is wrong with it finds its cell again.
import { expect, test } from 'vitest'
import { cellAddress, cellAtError, columnLetters, errorKey, groupChanges, isNewRow } from './changes.ts'
import { layout } from './layout.ts'
import type { CellBind } from './sheet.ts'
import { goodRow, tryCatalog, tryData, tryForm } from './try-form.ts'

const at = (row: string, path: string): CellBind => ({ on: 'row', block: 'goods', row, path })

test('cells are called as Excel calls them', () => {
  expect(cellAddress({ row: 6, col: 1 })).toBe('B7')
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
})

test('changes are sorted by where they go; of two of one cell the later counts', () => {
  const grouped = groupChanges([
    { bind: { on: 'record', path: 'name' }, value: '甲' }, { bind: { on: 'record', path: 'name' }, value: '乙' }, { bind: { on: 'value', path: 'advice' }, value: null },
    { bind: at('new:2', 'brand'), value: '三' }, { bind: at('g1', 'brand'), value: '一' }, { bind: at('new:0', 'brand'), value: '二' }, { bind: at('g1', 'amount'), value: '5' },
  ])
  expect(grouped.record).toEqual({ name: '乙' })
  expect(grouped.values).toEqual({ advice: null })
  expect(grouped.rows).toEqual([{ block: 'goods', row: 'g1', values: { brand: '一', amount: '5' } }])
  expect(grouped.fresh.map(one => one.row)).toEqual(['new:0', 'new:2'])
})

test('an empty row that somebody typed in and emptied again is no row; an emptied row of a record is a change', () => {
  const grouped = groupChanges([{ bind: at('new:0', 'brand'), value: '' }, { bind: at('new:0', 'amount'), value: null }, { bind: at('g1', 'brand'), value: null }])
  expect(grouped.fresh).toEqual([])
  expect(grouped.rows).toEqual([{ block: 'goods', row: 'g1', values: { brand: null } }])
})

test('keys that are no fields do no harm', () => {
  const grouped = groupChanges([{ bind: { on: 'record', path: '__proto__' }, value: { polluted: true } }, { bind: at('__proto__', 'constructor'), value: 1 }])
  expect(Object.keys(grouped.record)).toEqual(['__proto__'])
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
})

test('an error finds its cell; one of a new row as a whole finds its first place', () => {
  const form = tryForm({ kind: 'fields', rows: [[{ label: { zh: '电话', en: 'Phone' }, at: 'phone' }]] },
    { kind: 'grid', key: 'goods', source: { lines: 'goods' }, columns: [{ key: 'brand', label: { zh: '品牌', en: 'Brand' }, weight: 1 }, { key: 'amount', label: { zh: '金额', en: 'Amount' }, weight: 1 }] },
    { kind: 'note', at: '#advice' })
  const sheet = layout(form, tryData({ grids: { goods: { rows: [goodRow('g1', '红牌', '1')], canAdd: true } } }), tryCatalog)
  for (const cell of sheet.cells) if (cell.bind) expect(cellAtError(sheet, errorKey(cell.bind))).toBe(cell)
  expect(cellAtError(sheet, 'row.goods.new:0')!.bind).toEqual(at('new:0', 'brand'))
  expect(cellAtError(sheet, 'record')!.bind).toEqual({ on: 'record', path: 'phone' })
  expect(cellAtError(sheet, 'row.goods.new:1.brand')).toBeUndefined()
  expect([isNewRow('new:0'), isNewRow('g1')]).toEqual([true, false])
})
