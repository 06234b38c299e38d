// Cells of a grid's rows: a value, a place to type into, a row number; and the total row.
import { kindOf } from '../field/kinds.ts'
import { cmp, sum } from '../lib/decimal.ts'
import type { GridData, RowData } from './data.ts'
import type { GridBlock } from './form.ts'
import type { PrintedColumn } from './grid-columns.ts'
import type { Content, Piece } from './piece.ts'
import { piece, words } from './piece.ts'
import type { Scene } from './scene.ts'
import { said } from './scene.ts'
import { MASK, plain, shown } from './shown.ts'
import { filled } from './spot.ts'
import type { Spot } from './spot.ts'
import type { CellBind } from './sheet.ts'

const lookOf = ({ column }: PrintedColumn) => ({ ...(column.show ? { show: column.show } : {}), ...(column.boxes ? { boxes: column.boxes } : {}) })

export const numberCell = (number: number | undefined): Content => words(number === undefined ? '' : String(number), 'number', 'center', true)

const bindAt = (grid: GridBlock, { key }: PrintedColumn, row: string): CellBind => ({ on: 'row', path: key, block: grid.key, row })

export function valueCell(scene: Scene, grid: GridBlock, data: GridData, column: PrintedColumn, row: RowData): Content {
  const { key, field, editable } = column
  const masked = row.masked?.includes(key) ?? false
  const may = editable && !row.total && row.id !== undefined && row.canUpdate === true && !masked && !data.fixed?.includes(key)
  const link = row.links?.[key]
  const spot: Spot = { value: row.values[key], masked, ...(field ? { field } : {}), ...(link ? { link } : {}), ...(may ? { bind: bindAt(grid, column, row.id!) } : {}) }
  const content = filled(scene, spot, row.total ? 'total' : 'value', true, lookOf(column))
  return field || !isSummed(column) ? content : { ...content, ...asNumber(content.text), ...(link ? { link } : {}) }
}

/** A summed column whose kind nobody told holds numbers. */
const asNumber = (text: string): Partial<Content> => (/^-?\d+(\.\d+)?$/.test(text) ? { align: 'right', excel: { kind: 'number', v: text, format: '' } } : {})

export function emptyCell(scene: Scene, grid: GridBlock, column: PrintedColumn, row: string | undefined): Content {
  const { field, editable, key } = column
  const may = editable && row !== undefined && !scene.data.grids[grid.key]?.fixed?.includes(key)
  // A new row begins with what its field begins with only when it is saved: an empty row is nobody's.
  return filled(scene, { value: null, ...(field ? { field } : {}), ...(may ? { bind: bindAt(grid, column, row) } : {}) }, 'value', true, lookOf(column))
}

/** Digits in a column of words are words. */
const isSummed = ({ column, field }: PrintedColumn): boolean => column.sum === true && (!field || kindOf(field).numeric)

/** Label up to the first sum, then sums and empty cells. */
export function totalPieces(scene: Scene, grid: GridBlock, data: GridData, columns: readonly PrintedColumn[], row: number, runs: [number, number][], left: number): Piece[] {
  const first = columns.findIndex(isSummed)
  const span = Math.max(1, first)
  const label = piece(row, columns[0]!.from, columns[span - 1]!.to, words(said(scene, grid.total), 'total', 'center', true))
  const rest = columns.slice(span).map(column => piece(row, column.from, column.to, isSummed(column) ? sumCell(scene, data, column) : words('', 'total', 'left', true),
    isSummed(column) && counts(scene, data, column, left) ? { sums: runs } : {}))
  return [label, ...rest]
}

const numbersOf = (data: GridData, key: string): string[] =>
  data.rows.filter(row => !row.total && !row.masked?.includes(key)).map(row => plain(row.values[key])).filter(text => /^-?\d+(\.\d+)?$/.test(text))

const isMasked = (data: GridData, key: string): boolean => data.rows.some(row => row.masked?.includes(key))

function totalOf(data: GridData, key: string): string {
  const given = data.totals && Object.hasOwn(data.totals, key) ? plain(data.totals[key]) : undefined
  return given ?? sum(numbersOf(data, key))
}

/** A formula would say something else where rows are left out, or where the report's total is no plain sum. */
function counts(scene: Scene, data: GridData, { key }: PrintedColumn, left: number): boolean {
  if (isMasked(data, key) || scene.data.blank) return false
  const total = totalOf(data, key)
  return left === 0 ? total !== '' && cmp(total, sum(numbersOf(data, key))) === 0 : data.totals === undefined
}

function sumCell(scene: Scene, data: GridData, column: PrintedColumn): Content {
  const { key, field } = column
  const base = { style: 'total', frame: true, align: 'right' } as const
  if (isMasked(data, key)) return { ...base, text: MASK, masked: true }
  const total = scene.data.blank ? '' : totalOf(data, key)
  if (!field) return { ...base, text: total, ...asNumber(total) }
  const { text, align, excel } = shown(field, total, { ...lookOf(column), lang: scene.data.lang })
  return { ...base, text, align, ...(excel ? { excel } : {}) }
}
