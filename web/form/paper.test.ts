// What a form does on the page, apart from the page: the way from cell to cell, more rows, sums, names of places.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layout } from '#core/form/layout.ts'
import type { GridBlock } from '#core/form/form.ts'
import type { Sheet } from '#core/form/sheet.ts'
import { goodRow, tryCatalog, tryData, tryForm } from '#core/form/try-form.ts'
import { placeOf, queryText, readSearch, searchOf } from './address.ts'
import { bindKey, cellsByKey, isBound } from './bind.ts'
import { grown, openBlocks } from './grow.ts'
import { fillGroups, labelsOf } from './labels.ts'
import { boundCells, moveFrom } from './moves.ts'
import { clashesOf } from './save-parts.ts'
import { choose, takenOf } from './since-export.ts'
import { liveTotals } from './totals.ts'
import type { ReadBack } from './types.ts'

const goods: GridBlock = {
  kind: 'grid', key: 'goods', source: { lines: 'goods' }, total: { zh: '合计', en: 'Total' }, heading: { zh: '进货对象', en: 'Goods' },
  columns: [{ key: '', number: true, weight: 1, label: { zh: '序号', en: 'No.' } }, { key: 'brand', weight: 3, label: { zh: '品牌', en: 'Brand' } }, { key: 'amount', weight: 2, sum: true, label: { zh: '金额', en: 'Amount' } }],
}

const form = tryForm(
  { kind: 'title' },
  { kind: 'fields', rows: [[{ label: { zh: '客户名称', en: 'Name' }, at: 'name' }, { label: { zh: '电话', en: 'Phone' }, at: 'phone' }], [{ label: { zh: '店址', en: 'Site' }, at: 'site', boxes: true }]] },
  goods,
  { kind: 'note', label: { zh: '总经理建议', en: 'Advice' }, at: '#advice' },
)

const sheetOf = (rows = [goodRow('g1', '红星', '100.10'), goodRow('g2', '长城', '200.20')]): Sheet =>
  layout(form, tryData({ grids: { goods: { rows, canAdd: true } } }), tryCatalog)

test('Tab goes through all places in reading order and back the same way', () => {
  const cells = boundCells(sheetOf())
  const way: string[] = []
  for (let at = bindKey(cells[0]!.bind) as string | undefined; at !== undefined; at = moveFrom(cells, at, 'next')) way.push(at)
  expect(way).toEqual(cells.map(cell => bindKey(cell.bind)))
  expect(way.slice(0, 5)).toEqual(['record.name', 'record.phone', 'record.site', 'row.goods.g1.brand', 'row.goods.g1.amount'])
  expect(way.toReversed().slice(1)).toEqual(way.slice(1).toReversed().map(at => moveFrom(cells, at, 'back')))
})

test('an arrow down stays in its column of a grid', () => {
  const cells = boundCells(sheetOf())
  expect(moveFrom(cells, 'row.goods.g1.amount', 'down')).toBe('row.goods.g2.amount')
  expect(moveFrom(cells, 'row.goods.g2.amount', 'up')).toBe('row.goods.g1.amount')
})

test('a grid that is typed full offers one more row, which its total and its heading take in', () => {
  const sheet = sheetOf()
  expect([...openBlocks(sheet)]).toEqual(['goods'])
  const more = grown(sheet, [{ block: 'goods', row: 'new:0' }])
  expect(more.rows.length).toBe(sheet.rows.length + 1)
  expect(cellsByKey(more).has('row.goods.new:1.brand')).toBe(true)
  const total = (one: Sheet) => one.cells.find(cell => cell.formula)!
  const amounts = more.cells.filter(cell => isBound(cell) && cell.bind.path === 'amount')
  expect(liveTotals(more, new Map([['row.goods.new:1.amount', '0.70']]), new Set()).get(total(more))).toContain('301.00')
  expect(amounts.map(cell => cell.row)).toEqual([5, 6, 7, 8].map(at => at + amounts[0]!.row - 5))
  expect(total(more).row).toBe(total(sheet).row + 1)
  expect(more.bands.at(-1)!.to).toBe(more.rows.length)
})

test('however many rows are typed, every cell stays inside the sheet and no two cells share a place', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 30 }), number => {
    const sheet = grown(sheetOf(), [{ block: 'goods', row: `new:${number}` }])
    const taken = new Set<string>()
    for (const cell of sheet.cells) {
      for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
        for (let col = cell.col; col < cell.col + cell.colSpan; col++) {
          expect(taken.has(`${row} ${col}`)).toBe(false)
          taken.add(`${row} ${col}`)
          expect(row).toBeLessThan(sheet.rows.length)
        }
      }
    }
    expect(sheet.bands.reduce((at, band) => { expect(band.from).toBe(at); return band.to }, 0)).toBe(sheet.rows.length)
  }), { numRuns: 40 })
})

test('a row taken away leaves the sum', () => {
  const sheet = sheetOf()
  const [text] = [...liveTotals(sheet, new Map(), new Set(['goods g1'])).values()]
  expect(text).toContain('200.20')
})

test('places are called as they are printed: the label at the left, the head above', () => {
  const labels = labelsOf(sheetOf())
  expect([labels.get('record.phone'), labels.get('row.goods.g1.brand'), labels.get('value.advice')]).toEqual(['电话', '品牌', '总经理建议'])
})

test('an amount below a row of words is called after the word above it', () => {
  const words = (zh: string) => ({ label: { zh, en: zh } })
  const budget = tryForm({ kind: 'fields', rows: [[words('项目'), words('会议'), words('用餐')], [words('金额(元)'), { at: 'credit' }, { at: 'phone' }]] })
  const labels = labelsOf(layout(budget, tryData(), tryCatalog))
  expect([labels.get('record.credit'), labels.get('record.phone')]).toEqual(['会议', '用餐'])
})

test('the list of places has a group for each row, named by its number', () => {
  const sheet = sheetOf()
  const rows = fillGroups(sheet, labelsOf(sheet)).filter(group => group.row !== undefined)
  expect(rows.map(group => group.row)).toEqual(['g1', 'g2', 'new:0'])
  expect(rows[0]!.title).toBe('进货对象 1')
})

test('only what another changed since the typing began asks which one stays', () => {
  const theirs = sheetOf([goodRow('g1', '红星', '150'), goodRow('g2', '长城', '200.20')])
  const typed = (row: string, value: unknown, seen: unknown) => [`row.goods.${row}.amount`, { bind: { on: 'row' as const, path: 'amount', block: 'goods', row }, value, seen }] as const
  expect(clashesOf(theirs, new Map([typed('g1', '120', '100.10'), typed('g2', '230', '200.20')])).map(clash => clash.theirs)).toEqual(['150'])
  expect(clashesOf(theirs, new Map([typed('g1', '150', '100.10')]))).toEqual([])
})

test('an address keeps numbers plain and names records by their id', () => {
  const search = searchOf({ year: 2026, region: { id: 'r1', label: '华东' }, top: null }, 'c1')
  expect(search).toEqual({ year: 2026, region: 'r1', record: 'c1' })
  expect(queryText({ ...search, for: 'customer:1' })).toBe('?year=2026&region=r1&record=c1')
  expect(readSearch({ code: '007', empty: '', year: 2026 })).toEqual({ code: '007', year: 2026 })
})

test('the same filled form has the same draft, whichever way it was opened', () => {
  const one = placeOf({ form: 'F09', params: { year: 2026, top: 10 } })
  expect(placeOf({ form: 'F09', params: { top: 10, year: 2026, region: null } })).toBe(one)
  expect(placeOf({ form: 'F09', params: { year: 2025, top: 10 } })).not.toBe(one)
})

test('of a workbook, what another changed after the export is taken only where the file was chosen; the rest is taken as it is', () => {
  const phone = { on: 'record' as const, path: 'phone' }
  const name = { on: 'record' as const, path: 'name' }
  const read: ReadBack = {
    params: {}, problems: [], sheet: sheetOf(), changes: [{ bind: phone, value: '139' }, { bind: name, value: '西湖' }],
    shown: [{ bind: phone, label: '电话', before: '137', after: '139', was: '138' }, { bind: name, label: '客户名称', before: '', after: '西湖' }],
  }
  expect(takenOf(read, new Set()).map(change => change.bind.path)).toEqual(['name'])
  const chosen = choose({}, 0, bindKey(phone), true)
  expect(takenOf(read, chosen[0]!).map(change => change.bind.path)).toEqual(['phone', 'name'])
  expect(takenOf(read, choose(chosen, 0, bindKey(phone), false)[0]!).map(change => change.bind.path)).toEqual(['name'])
})
