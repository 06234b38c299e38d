// Which part of the form, and which place or column in it, stands at a point of the paper; and the other way round. Pure.
import type { Form, Item } from '#core/form/form.ts'
import { rowsOf } from '#core/form/edit-items.ts'
import type { Band, Cell, Sheet } from '#core/form/sheet.ts'
import type { Chosen } from './problems.ts'
import { FORM } from './problems.ts'

export interface Point {
  /** Place of the band among the sheet's. */
  band: number
  /** Row of the sheet. */
  row: number
  /** Share of the paper's width between the margins, 0-1. */
  x: number
}

const columnAt = (widths: readonly number[], x: number): number => {
  const whole = widths.reduce((sum, width) => sum + width, 0)
  let left = 0
  const at = widths.findIndex(width => (left += width) >= x * whole)
  return at < 0 ? widths.length - 1 : at
}

const covers = (cell: Cell, row: number, col: number): boolean => cell.row <= row && row < cell.row + cell.rowSpan && cell.col <= col && col < cell.col + cell.colSpan

/** The lowest titles of a table from left to right: one for each column. */
function heads(sheet: Sheet, band: Band): Cell[] {
  const row = band.from + band.head - 1
  return sheet.cells.filter(cell => cell.style === 'head' && cell.row <= row && row < cell.row + cell.rowSpan).toSorted((a, b) => a.col - b.col)
}

export function locate(form: Form, sheet: Sheet, point: Point): Chosen {
  const band = sheet.bands[point.band]
  const at = band?.at
  const block = at === undefined ? undefined : form.blocks[at]
  if (!band || at === undefined || !block) return FORM
  if (block.kind === 'grid') return gridPlace(sheet, band, at, point, block.columns.length)
  const rows = rowsOf(block)
  const row = Math.min(rows.length - 1, Math.max(0, point.row - band.from))
  const items = rows[row]
  if (!items || items.length === 0) return { block: at }
  const heading = block.kind === 'fields' && block.heading ? headingShare(sheet, band) : 0
  return { block: at, row, item: itemAt(items, (point.x - heading) / (1 - heading)) }
}

function gridPlace(sheet: Sheet, band: Band, at: number, point: Point, columns: number): Chosen {
  const titles = heads(sheet, band)
  // Columns repeated for each product have no one title.
  if (titles.length !== columns || point.row >= band.to) return { block: at }
  const col = columnAt(sheet.widths, point.x)
  const item = titles.findIndex(title => title.col <= col && col < title.col + title.colSpan)
  return item < 0 ? { block: at } : { block: at, item }
}

function headingShare(sheet: Sheet, band: Band): number {
  const heading = sheet.cells.find(cell => covers(cell, band.from, 0))
  const widths = (from: number, to: number): number => sheet.widths.slice(from, to).reduce((sum, width) => sum + width, 0)
  return heading ? widths(0, heading.colSpan) / widths(0, sheet.widths.length) : 0
}

function itemAt(items: readonly Item[], x: number): number {
  const whole = items.reduce((sum, item) => sum + (item.weight ?? 1), 0)
  let left = 0
  const at = items.findIndex(item => (left += item.weight ?? 1) >= x * whole)
  return at < 0 ? items.length - 1 : at
}

/** Bands that a part has on the paper. */
export const bandsOf = (sheet: Sheet, block: number | undefined): number[] =>
  (block === undefined ? [] : sheet.bands.flatMap((band, at) => (band.at === block ? [at] : [])))
