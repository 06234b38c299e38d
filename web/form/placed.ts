// The cells of a sheet by the row they are drawn in.
import type { Band, Cell, Sheet } from '#core/form/sheet.ts'

/** A heading that reaches from the head of a table into its rows is two cells that look like one. */
export type Placed = Cell & { cut?: 'above' | 'below' }

/** A heading at the left reaches from the head into the rows, which no part of a table can: its lower half begins the body. */
function cellsAt(rows: ReadonlyMap<number, Cell[]>, band: Band, row: number): Placed[] {
  const body = band.from + band.head
  const own = rows.get(row) ?? []
  const reaches = (cell: Cell): boolean => cell.row < body && cell.row + cell.rowSpan > body
  if (row < body) return own.map(cell => (reaches(cell) ? { ...cell, cut: 'below' } : cell))
  if (row > body || band.head === 0) return own
  const above = Array.from({ length: band.head }, (_, i) => rows.get(band.from + i) ?? []).flat().filter(reaches)
  return [...above.map((cell): Placed => ({ ...cell, row, rowSpan: cell.row + cell.rowSpan - row, cut: 'above' })), ...own].toSorted((a, b) => a.col - b.col)
}

export function placedRows(sheet: Sheet): Placed[][] {
  const rows = Map.groupBy(sheet.cells, cell => cell.row)
  return sheet.bands.flatMap(band => Array.from({ length: band.to - band.from }, (_, i) => cellsAt(rows, band, band.from + i)))
}
