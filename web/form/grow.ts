// More empty rows than the sheet came with: a grid that is typed full offers one more, as a workbook with more rows needs more.
import type { Band, Cell, Sheet } from '#core/form/sheet.ts'
import { newNumber } from './bind.ts'

/** The last empty row of a grid and its number. */
function lastNew(sheet: Sheet, block: string): { at: number; number: number; band: Band } | undefined {
  const band = sheet.bands.find(one => one.block === block)
  if (!band) return undefined
  for (let at = band.to - 1; at >= band.from; at--) {
    const number = newNumber(sheet.rows[at]?.row)
    if (number !== undefined) return { at, number, band }
  }
  return undefined
}

/** A1 addresses below the place move down; ranges that end at it take the new rows in. */
function moveFormula(formula: string, at: number, by: number): string {
  const moved = (row: string): number => (Number(row) > at + 1 ? Number(row) + by : Number(row))
  return formula.replace(/([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?/g, (_all, col: string, row: string, toCol?: string, toRow?: string) =>
    (toCol === undefined || toRow === undefined ? `${col}${moved(row)}` : `${col}${moved(row)}:${toCol}${Number(toRow) === at + 1 ? at + 1 + by : moved(toRow)}`))
}

function copyCell(cell: Cell, by: number, row: string): Cell {
  const counted = !cell.bind && /^\d+$/.test(cell.text) ? String(Number(cell.text) + by) : cell.text
  return { ...cell, row: cell.row + by, text: counted, ...(cell.bind ? { bind: { ...cell.bind, row } } : {}) }
}

function moveCell(cell: Cell, at: number, by: number): Cell {
  const formula = cell.formula === undefined ? {} : { formula: moveFormula(cell.formula, at, by) }
  if (cell.row > at) return { ...cell, ...formula, row: cell.row + by }
  // A heading at the left that reaches over the whole grid goes along.
  const over = cell.row < at && cell.row + cell.rowSpan > at
  return { ...cell, ...formula, rowSpan: over ? cell.rowSpan + by : cell.rowSpan }
}

/** The sheet with the empty rows of a block numbered up to `wanted`. */
function growBlock(sheet: Sheet, block: string, wanted: number): Sheet {
  const last = lastNew(sheet, block)
  if (!last || wanted <= last.number) return sheet
  const { at, number, band } = last
  const by = wanted - number
  const names = Array.from({ length: by }, (_, i) => `new:${number + 1 + i}`)
  const copies = sheet.cells.filter(cell => cell.row === at && cell.rowSpan === 1).flatMap(cell => names.map((name, i) => copyCell(cell, i + 1, name)))
  const model = sheet.rows[at]!
  return {
    ...sheet,
    rows: [...sheet.rows.slice(0, at + 1), ...names.map(name => ({ ...model, row: name })), ...sheet.rows.slice(at + 1)],
    cells: [...sheet.cells.map(cell => moveCell(cell, at, by)), ...copies].toSorted((a, b) => a.row - b.row || a.col - b.col),
    bands: sheet.bands.map(one => (one === band ? { ...one, to: one.to + by } : one.from > at ? { ...one, from: one.from + by, to: one.to + by } : one)),
  }
}

/** `used`: rows typed into. Where the last empty one is among them, another follows. */
export function grown(sheet: Sheet, used: { block: string; row: string }[]): Sheet {
  const most = new Map<string, number>()
  for (const { block, row } of used) most.set(block, Math.max(most.get(block) ?? -1, newNumber(row) ?? -1))
  return [...most].reduce((now, [block, number]) => (number < 0 ? now : growBlock(now, block, number + 1)), sheet)
}

/** Grids into which rows can be typed: those that came with an empty one. */
export const openBlocks = (sheet: Sheet): ReadonlySet<string> =>
  new Set(sheet.bands.flatMap(band => (band.block !== undefined && sheet.rows.slice(band.from, band.to).some(row => newNumber(row.row) !== undefined) ? [band.block] : [])))
