// Whatever blocks a form has: cells fill the page without lying on each other, bands cover all rows, sums are right.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { add } from '../lib/decimal.ts'
import { errorKey } from './changes.ts'
import type { GridData } from './data.ts'
import type { Block, Form, GridBlock, GridColumn, Item } from './form.ts'
import { layout } from './layout.ts'
import { readBoxes } from './read-boxes.ts'
import type { Sheet } from './sheet.ts'
import { PAGE_WIDTH } from './sheet.ts'
import { TALLEST } from './text-size.ts'
import { goodRow, sites, tryCatalog, tryData, tryForm } from './try-form.ts'

const words = fc.oneof(fc.constantFrom('', '姓名', '客户服务部经理建议', '如果不嗜酒，是否反对别人喝酒', 'A', '上海恒达建筑材料销售有限责任公司'), fc.string({ maxLength: 12 }))
const text = fc.record({ zh: words, en: words })
const bind = fc.constantFrom('name', 'phone', 'site', 'credit', 'opened', 'owner', 'twice', 'head.phone', 'gone', '@year', '@region', '#advice', '$count', '%today', '%me')
const weight = fc.oneof(fc.integer({ min: 1, max: 10 }), fc.double({ min: 0.001, max: 1000, noNaN: true }))
const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(of, { nil: undefined })

const given = <T extends object>(of: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  of.map(value => Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T)

const item = given(fc.record({
  label: maybe(text), at: maybe(bind), text: maybe(text), weight: maybe(weight), labelShare: maybe(fc.double({ min: 0, max: 1, noNaN: true })),
  lines: maybe(fc.integer({ min: 1, max: 6 })), boxes: maybe(fc.constantFrom<true | 'numbered'>(true, 'numbered')), show: maybe(fc.constantFrom('tenThousand', 'weekday', 'year', 'uppercase')),
})) as fc.Arbitrary<Item>
const items = fc.array(item, { minLength: 1, maxLength: 8 })

const column = given(fc.record({ key: fc.constantFrom('brand', 'share', 'amount', 'shop.name', 'gone'), label: text, under: maybe(fc.constantFrom({ zh: '产品', en: 'Product' })), weight, merge: maybe(fc.constant(true as const)), sum: maybe(fc.constant(true as const)) })) as fc.Arbitrary<GridColumn>
const number: GridColumn = { key: '', label: { zh: '序号', en: 'No.' }, weight: 1, number: true }
const columns = fc.tuple(fc.boolean(), fc.uniqueArray(column, { minLength: 1, maxLength: 5, selector: one => one.key })).map(([numbered, all]) => (numbered ? [number, ...all] : all))

const gridBlock = (key: string): fc.Arbitrary<GridBlock> => given(fc.record({
  kind: fc.constant('grid' as const), key: fc.constant(key), source: fc.constant({ lines: 'goods' }), columns, heading: maybe(text), total: maybe(text),
  least: maybe(fc.integer({ min: 0, max: 12 })), most: maybe(fc.integer({ min: 0, max: 12 })), groupBy: maybe(fc.constant('brand')),
})) as fc.Arbitrary<GridBlock>

const block = (index: number): fc.Arbitrary<Block> => fc.oneof(
  fc.constant<Block>({ kind: 'title', below: { zh: '单位：万元', en: 'in 10,000 yuan' } }),
  items.map((of): Block => ({ kind: 'line', items: of })), items.map((of): Block => ({ kind: 'signatures', items: of })),
  fc.record({ rows: fc.array(items, { minLength: 1, maxLength: 5 }), heading: maybe(text) }).map(({ rows, heading }): Block => ({ kind: 'fields', rows, ...(heading ? { heading } : {}) })),
  gridBlock(`grid${index}`),
  given(fc.record({ kind: fc.constant('note' as const), label: maybe(text), at: maybe(bind), text: maybe(text) })) as fc.Arbitrary<Block>,
)

const amount = fc.oneof(fc.constant(null), fc.integer({ min: -9_999_999, max: 9_999_999 }).map(cents => (cents / 100).toFixed(2)))
const row = fc.record({ brand: words, amount, masked: fc.boolean(), total: fc.boolean() }).map(({ brand, amount, masked, total }) =>
  ({ ...goodRow('x', brand, amount), ...(masked && brand.length > 11 ? { masked: ['amount'] } : {}), ...(total && brand === 'A' ? { total: true as const } : {}) }))
const gridData = fc.record({ rows: fc.array(row, { maxLength: 15 }), more: fc.integer({ min: 0, max: 3 }), canAdd: fc.boolean() })
  .map((data): GridData => ({ ...data, rows: data.rows.map((one, index) => ({ ...one, id: `row${index}` })), facts: { count: 7 } }))

const forms = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 6 }).chain(places => fc.record({
  blocks: fc.tuple(...places.map((_, index) => block(index))), data: fc.array(gridData, { minLength: places.length, maxLength: places.length }),
  blank: fc.boolean(), lang: fc.constantFrom<'zh' | 'en'>('zh', 'en'), page: fc.constantFrom<Form['page']>('portrait', 'landscape'), canUpdate: fc.boolean(),
}))

interface Case { form: Form; sheet: Sheet; grids: Record<string, GridData> }

const cases = forms.map(({ blocks, data, blank, lang, page, canUpdate }): Case => {
  const grids = Object.fromEntries(data.map((grid, index) => [`grid${index}`, grid]))
  const form = { ...tryForm(...blocks), page }
  return { form, grids, sheet: layout(form, tryData({ grids, blank, lang, record: { ...tryData().record!, canUpdate } }), tryCatalog) }
})

const always = (check: (one: Case) => void): void => fc.assert(fc.property(cases, check), { numRuns: 300, interruptAfterTimeLimit: 20_000 })

test('columns add up to the page and none is nothing', () => always(({ form, sheet }) => {
  expect(sheet.widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(PAGE_WIDTH[form.page], 6)
  expect(Math.min(...sheet.widths)).toBeGreaterThan(0)
  for (const { height } of sheet.rows) expect(height).toBeGreaterThan(0)
  for (const { height } of sheet.rows) expect(height).toBeLessThanOrEqual(TALLEST + 0.1)
}))

test('cells lie on the page, fill it, and never on each other', () => always(({ sheet }) => {
  const taken = sheet.rows.map(() => sheet.widths.map(() => 0))
  for (const { row: top, col, rowSpan, colSpan } of sheet.cells) {
    expect(rowSpan).toBeGreaterThan(0)
    expect(colSpan).toBeGreaterThan(0)
    for (let y = top; y < top + rowSpan; y++) for (let x = col; x < col + colSpan; x++) taken[y]![x]!++
  }
  expect(new Set(taken.flat())).toEqual(new Set([1]))
  const places = sheet.cells.map(cell => cell.row * 1000 + cell.col)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
}))

test('bands follow each other and cover all rows; no cell crosses from one into the next', () => always(({ form, sheet }) => {
  expect(sheet.bands.map(band => band.from)).toEqual([0, ...sheet.bands.slice(0, -1).map(band => band.to)])
  expect(sheet.bands.at(-1)!.to).toBe(sheet.rows.length)
  expect(sheet.bands.map(band => band.at)).toEqual(form.blocks.map((_, index) => index))
  for (const cell of sheet.cells) expect(sheet.bands.some(band => band.from <= cell.row && cell.row + cell.rowSpan <= band.to)).toBe(true)
}))

test('nothing is typed in two places, and every place names its kind of input', () => always(({ sheet }) => {
  const bound = sheet.cells.filter(cell => cell.bind)
  expect(new Set(bound.map(cell => errorKey(cell.bind!))).size).toBe(bound.length)
  for (const cell of bound) expect(sheet.fields[cell.field!]?.key).toBe(cell.bind!.path)
  for (const cell of sheet.cells) expect(Boolean(cell.bind && cell.masked)).toBe(false)
  expect(sheet.locked).toBe(bound.length === 0)
}))

test('a choice that is ticked is read back as it was', () => always(({ sheet }) => {
  for (const cell of sheet.cells) if (cell.boxes && cell.bind) expect(readBoxes(cell.text, sites)).toEqual([cell.wire].flat().filter(value => value !== null && value !== undefined))
}))

/** Sums the bare values of the rows that a formula names, column by column. */
function summed(sheet: Sheet, formula: string): string {
  const parts = /^SUM\((.*)\)$/.exec(formula)![1]!.split(',').map(part => part.split(':'))
  const rows = new Set(parts.flatMap(([from, to = from]) => {
    const [first, last] = [from!, to!].map(address => Number(/\d+$/.exec(address)![0]) - 1) as [number, number]
    return Array.from({ length: last - first + 1 }, (_, index) => first + index)
  }))
  const letters = /^[A-Z]+/.exec(parts[0]![0]!)![0]
  const col = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return sheet.cells.filter(cell => cell.col === col && rows.has(cell.row) && cell.excel?.kind === 'number' && cell.excel.v !== '').reduce((sum, cell) => add(sum, cell.excel!.v), '0')
}

test('a total says what its formula will count, to the last cent', () => always(({ sheet }) => {
  for (const cell of sheet.cells) if (cell.formula) expect(summed(sheet, cell.formula)).toBe(add(cell.excel!.v, '0'))
}))

test('the same form with the same data is laid out the same', () => {
  fc.assert(fc.property(forms, ({ blocks, data }) => {
    const grids = Object.fromEntries(data.map((grid, index) => [`grid${index}`, grid]))
    const once = (): Sheet => layout(tryForm(...blocks), tryData({ grids }), tryCatalog)
    expect(once()).toEqual(once())
  }), { numRuns: 50 })
})
