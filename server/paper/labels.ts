// What a cell of a sheet is called: the printed label beside it, else the head of its column, else its field's name.
import type { Cell, Sheet } from '#core/form/sheet.ts'
import { inLang } from '#core/lib/text.ts'

export function labelFinder(sheet: Sheet): (cell: Cell) => string {
  const byRow = new Map<number, Cell[]>()
  for (const cell of sheet.cells) for (let row = cell.row; row < cell.row + cell.rowSpan; row++) byRow.set(row, [...byRow.get(row) ?? [], cell])
  return cell => {
    const band = sheet.bands.find(one => one.from <= cell.row && cell.row < one.to)
    const printed = band && band.head > 0 ? headOver(byRow, cell, band.from, band.head) : labelBeside(byRow, cell)
    if (printed) return printed.replaceAll(/\s+/g, ' ').replace(/[:：]$/, '').trim()
    const field = cell.field === undefined ? undefined : sheet.fields[cell.field]
    return field ? inLang(field.label, sheet.lang) : ''
  }
}

/** The lowest head above the cell's first column. */
function headOver(byRow: Map<number, Cell[]>, cell: Cell, from: number, head: number): string | undefined {
  for (let row = from + head - 1; row >= from; row--) {
    const over = byRow.get(row)?.find(one => one.style === 'head' && one.col <= cell.col && cell.col < one.col + one.colSpan)
    if (over) return over.text
  }
  return undefined
}

function labelBeside(byRow: Map<number, Cell[]>, cell: Cell): string | undefined {
  const left = byRow.get(cell.row)?.find(one => one !== cell && one.col + one.colSpan === cell.col && one.bind === undefined)
  return left && ['label', 'plain', 'sign'].includes(left.style) && left.text !== '' ? left.text : undefined
}
