// Columns share their width by what stands in them: codes and dates in one piece, nothing lost, nothing moved without need.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { balanced } from './balance.ts'
import type { GridBlock } from './form.ts'
import { widthOfCell } from './heights.ts'
import { layout } from './layout.ts'
import { demandAt, FULL, needsOf, runOf } from './needs.ts'
import type { Cell, Sheet } from './sheet.ts'
import { EM, linesIn, longestRun, PAD, widthOf } from './text-size.ts'
import { tryCatalog, tryData, tryForm } from './try-form.ts'

const cellAt = (col: number, text: string, style: Cell['style'] = 'value', colSpan = 1, row = 0): Cell =>
  ({ row, col, rowSpan: 1, colSpan, text, style, align: 'left', frame: true })
const sum = (widths: readonly number[]): number => widths.reduce((all, width) => all + width, 0)

const words = fc.constantFrom('', 'KH-2019-0004', '2026-12-04', '138 0013 8000', '1,234,567.89', '上门', '电子邮件', '阿坝公共工程建设中心有限责任公司', 'Sales call about prices', 'https://example.com/a/very/long/address?of=page')
const styles = fc.constantFrom<Cell['style']>('value', 'number', 'head', 'label', 'total', 'sign')
const places = fc.array(fc.tuple(fc.nat(), words, styles, fc.integer({ min: 1, max: 4 })), { maxLength: 40 })
const cases = fc.tuple(fc.array(fc.integer({ min: 3, max: 60 }), { minLength: 1, maxLength: 15 }), places).map(([widths, given]) => ({
  widths,
  cells: given.map(([place, text, style, span], row) => {
    const col = place % widths.length
    return cellAt(col, text, style, Math.min(span, widths.length - col), row)
  }),
}))

test('whatever stands in them, columns keep their number and their sum, and none is lost', () => {
  fc.assert(fc.property(cases, ({ widths, cells }) => {
    const after = balanced(cells, widths)
    expect(after).toHaveLength(widths.length)
    expect(Math.round(sum(after) * 100)).toBe(Math.round(sum(widths) * 100))
    expect(Math.min(...after)).toBeGreaterThan(0)
    expect(balanced(cells, widths)).toEqual(after)
  }))
})

test('where there is room for everything that cannot be broken, all of it stands in one piece', () => {
  fc.assert(fc.property(cases, ({ widths, cells }) => {
    // A page as wide as all demands together, and a label of one line more, has room for certain.
    const missing = needsOf(cells, widths).reduce((all, demand) => all + demandAt(demand, FULL - 1), 150)
    const roomy = [...widths.slice(0, -1), widths.at(-1)! + missing]
    const after = balanced(cells, roomy)
    for (const cell of cells) if (runOf(cell) > 0) expect(widthOfCell(cell, after)).toBeGreaterThanOrEqual(runOf(cell) * EM + 2 * PAD)
  }))
})

test('where everything fits nothing moves, to the last hundredth', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 3000, max: 6000 }), { minLength: 1, maxLength: 9 }), cents => {
    const widths = cents.map(one => one / 100)
    expect(balanced(widths.map((_, col) => cellAt(col, 'KH-2019-0004')), widths)).toEqual(widths)
  }))
})

test('a code takes what it needs from those who have it: all of them by the same share', () => {
  const [code, ...others] = balanced([cellAt(0, 'KH-2019-0004'), cellAt(1, '阿坝公共工程建设中心'), cellAt(2, ''), cellAt(3, '')], [15, 50, 60, 55])
  expect(code).toBeGreaterThanOrEqual(widthOf('KH-2019-0004') - 1)
  const shares = [others[0]! / 50, others[1]! / 60, others[2]! / 55]
  for (const share of shares) expect(share).toBeCloseTo(shares[0]!, 2)
})

test('a text that wraps keeps six characters on a line', () => {
  const [, name] = balanced([cellAt(0, 'KH-2019-0004'), cellAt(1, '阿坝公共工程建设中心有限责任公司'), cellAt(2, 'KH-2019-0005')], [10, 60, 10])
  expect(name).toBeGreaterThanOrEqual(6 * EM + 2 * PAD)
})

test('heads that wrap anyway give way as texts do; those in one line stay in one', () => {
  const [, wraps, name, one] = balanced([cellAt(0, 'KH-2019-0004'), cellAt(1, '固尔美中性硅酮密封胶透明装', 'head'), cellAt(2, '阿坝公共工程建设中心'), cellAt(3, '客户名称', 'head')], [10, 36, 36, 20])
  expect(wraps).toBeCloseTo(name!, 1)
  expect(one).toBeGreaterThanOrEqual(4 * EM + 2 * PAD)
})

test('a code over two columns widens both as far as it must', () => {
  const after = balanced([cellAt(0, 'KH-2019-0004', 'value', 2), cellAt(2, '', 'value')], [6, 6, 100])
  expect(after[0]! + after[1]!).toBeGreaterThanOrEqual(runOf(cellAt(0, 'KH-2019-0004')) * EM + 2 * PAD)
})

test('a phone number is one piece, an address of a page is none, words part at their spaces', () => {
  expect(longestRun('138 0013 8000')).toBeCloseTo(longestRun('138.0013.8000'), 6)
  expect(longestRun('2026-12-04 09:30')).toBe(longestRun('2026-12-04'))
  expect(longestRun('差额 320 元，见KH-2019-0004（旧）')).toBe(longestRun('KH-2019-0004'))
  expect(runOf(cellAt(0, 'https://example.com/a/very/long/address?of=page'))).toBe(0)
})

test('lines break before whole words and never before a full stop', () => {
  const room = (ems: number): number => ems * EM + 2 * PAD + 0.5
  expect(linesIn('差额 320 元，双方确认为运费。', room(7.5))).toBe(2)
  expect(linesIn('阿坝公共工程', room(6))).toBe(1)
  expect(linesIn('阿坝公共工程。', room(6))).toBe(2)
  expect(linesIn('KH-2019-0004', room(4))).toBe(2)
})

const report = (count: number): GridBlock => ({
  kind: 'grid', key: 'top', source: { report: 'top' },
  columns: Array.from({ length: count }, (_, at) => ({ key: `k${at}`, label: { zh: '客户代码', en: 'Code' }, weight: 1 })),
})
const laid = (count: number, text: string, blank = false): Sheet =>
  layout(tryForm(report(count)), tryData({ blank, grids: { top: { rows: [{ values: Object.fromEntries(Array.from({ length: count }, (_, at) => [`k${at}`, text])) }] } } }), tryCatalog)
const smalls = (sheet: Sheet): Set<number | undefined> => new Set(sheet.cells.filter(cell => cell.style === 'value').map(cell => cell.small))

test('text becomes smaller only where a code fits in no other way, evenly over the grid, and never tiny', () => {
  expect(smalls(laid(5, 'KH-2019-0004'))).toEqual(new Set([undefined]))
  const [factor, ...others] = smalls(laid(8, 'KH-2019-0004'))
  expect(others).toEqual([])
  expect(factor).toBeGreaterThan(0.7)
  expect(factor).toBeLessThan(1)
  expect(smalls(laid(14, 'KH-2019-0004'))).toEqual(new Set([0.7]))
  expect(smalls(laid(8, '西湖商贸有限公司'))).toEqual(new Set([undefined]))
})

test('a blank form is the same whatever the data', () => {
  expect(laid(8, 'KH-2019-0004', true)).toEqual(laid(8, '甲', true))
})
