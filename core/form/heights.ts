// Rows high enough for what their cells say: a name of a hundred characters takes more lines in PDF and Excel alike.
import type { Cell, SheetRow } from './sheet.ts'
import { heightOf, linesIn, TALLEST } from './text-size.ts'

/** Printed larger than the rest. */
const LARGE: Partial<Record<Cell['style'], number>> = { title: 1.8, company: 1.15, below: 0.9 }

/** Of a cell with its neighbours that it covers. */
export const widthOfCell = (cell: Cell, widths: readonly number[]): number => widths.slice(cell.col, cell.col + cell.colSpan).reduce((sum, one) => sum + one, 0)

function needed(cell: Cell, widths: readonly number[], least: number): number {
  const width = widthOfCell(cell, widths)
  const large = (LARGE[cell.style] ?? 1) * (cell.small ?? 1)
  const lines = linesIn(cell.text, width / large)
  return lines === 1 ? least : heightOf(lines * large, least)
}

/** Printed choices that take several lines break between the choices, not inside them. */
export function brokenBoxes(cell: Cell, widths: readonly number[]): Cell {
  const width = widthOfCell(cell, widths)
  if (!cell.boxes || linesIn(cell.text, width) === 1) return cell
  const lines: string[] = []
  for (const choice of cell.text.split(/ (?=[□☑])/)) {
    const longer = `${lines.at(-1) ?? ''} ${choice}`
    if (lines.length > 0 && linesIn(longer, width) === 1) lines[lines.length - 1] = longer
    else lines.push(choice)
  }
  return { ...cell, text: lines.join('\n') }
}

/** Changes the heights in place. Cells over several rows come last: what they lack is spread over their rows. */
export function fitRows(rows: SheetRow[], cells: readonly Cell[], widths: readonly number[]): void {
  const tenths = (height: number): number => Math.ceil(height * 10 - 1e-6) / 10
  for (const cell of cells) {
    const row = rows[cell.row]!
    if (cell.rowSpan === 1) row.height = tenths(needed(cell, widths, row.height))
  }
  for (const cell of cells) {
    if (cell.rowSpan === 1) continue
    const own = rows.slice(cell.row, cell.row + cell.rowSpan)
    const height = own.reduce((sum, row) => sum + row.height, 0)
    const lack = needed(cell, widths, height) - height
    if (lack > 0) for (const row of own) row.height = Math.min(TALLEST, tenths(row.height + lack / own.length))
  }
}
