// The way from cell to cell: reading order, and straight up and down.
import type { Sheet } from '#core/form/sheet.ts'
import type { BoundCell } from './bind.ts'
import { bindKey, isBound } from './bind.ts'

export type Way = 'next' | 'back' | 'up' | 'down'

export const boundCells = (sheet: Sheet): BoundCell[] =>
  sheet.cells.filter(isBound).toSorted((a, b) => a.row - b.row || a.col - b.col)

/** The nearest row that has a cell in the same columns; in it the cell that begins nearest. */
function straight(cells: BoundCell[], from: BoundCell, by: 1 | -1): BoundCell | undefined {
  const beyond = cells.filter(cell => (by > 0 ? cell.row >= from.row + from.rowSpan : cell.row + cell.rowSpan <= from.row))
  const inColumn = beyond.filter(cell => cell.col < from.col + from.colSpan && from.col < cell.col + cell.colSpan)
  const rows = (inColumn.length > 0 ? inColumn : beyond)
  return rows.toSorted((a, b) => by * (a.row - b.row) || Math.abs(a.col - from.col) - Math.abs(b.col - from.col))[0]
}

/** The cell a key leads to; undefined at the end of the form. */
export function moveFrom(cells: BoundCell[], key: string, way: Way): string | undefined {
  const at = cells.findIndex(cell => bindKey(cell.bind) === key)
  const from = cells[at]
  if (!from) return undefined
  const to = way === 'next' ? cells[at + 1] : way === 'back' ? cells[at - 1] : straight(cells, from, way === 'down' ? 1 : -1)
  return to && bindKey(to.bind)
}
