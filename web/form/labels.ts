// What a place to write is called: the printed label at its left, or the head above it; for the list at phone width, for messages, for ears.
import { inLang } from '#core/lib/text.ts'
import type { Band, Cell, Sheet } from '#core/form/sheet.ts'
import type { BoundCell } from './bind.ts'
import { bindKey, fieldAt, isBound } from './bind.ts'

const NAMING = new Set(['label', 'head', 'plain', 'sign', 'note'])
const tidy = (text: string): string => text.replace(/\s+/g, '').replace(/[:：]$/, '')

/** Cells by every row they cover, from left to right. */
function coverOf(sheet: Sheet): Cell[][] {
  const rows: Cell[][] = sheet.rows.map(() => [])
  for (const cell of sheet.cells.toSorted((a, b) => a.col - b.col)) for (let row = cell.row; row < cell.row + cell.rowSpan; row++) rows[row]?.push(cell)
  return rows
}

/** The nearest printed words in the same row, with nothing else to fill in between. */
function leftOf(row: readonly Cell[], cell: Cell): string {
  const before = row.findLast(one => one.col < cell.col)
  return before && !isBound(before) && NAMING.has(before.style) ? tidy(before.text) : ''
}

/** Amounts below a row of words (会议 用餐 交通): the words right above the place. */
function rightAbove(rows: readonly Cell[][], cell: Cell): string {
  const over = rows[cell.row - 1]?.find(one => one.col === cell.col && one.colSpan === cell.colSpan && one.row + one.rowSpan === cell.row)
  return over && over.style === 'label' && !isBound(over) ? tidy(over.text) : ''
}

function above(rows: readonly Cell[][], cell: Cell, band: Band): string {
  const heads = rows.slice(band.from, band.from + band.head).flat().filter(one => one.col <= cell.col && cell.col < one.col + one.colSpan)
  return [...new Set(heads.map(one => tidy(one.text)).filter(Boolean))].join(' · ')
}

const bandAt = (sheet: Sheet, row: number): Band | undefined => sheet.bands.find(one => one.from <= row && row < one.to)

export function labelsOf(sheet: Sheet): ReadonlyMap<string, string> {
  const rows = coverOf(sheet)
  return new Map(sheet.cells.filter(isBound).map(cell => {
    const band = cell.bind.on === 'row' ? bandAt(sheet, cell.row) : undefined
    const printed = band ? above(rows, cell, band) : rightAbove(rows, cell) || leftOf(rows[cell.row] ?? [], cell)
    const field = fieldAt(sheet, cell)
    return [bindKey(cell.bind), printed || (field ? inLang(field.label, sheet.lang) : '')]
  }))
}

export interface FillGroup { key: string; title: string; block?: string; row?: string; cells: { key: string; label: string; cell: BoundCell }[] }

/** What stands in a grid's row before its first place to write: its number, or the name it is about. */
const rowName = (row: readonly Cell[]): string =>
  row.filter(cell => cell.rowSpan === 1 && !isBound(cell) && cell.text !== '').slice(0, 2).map(cell => cell.text).join(' ')

function headingOf(rows: readonly Cell[][], band: Band): string {
  const first = rows[band.from]?.[0]
  return first && first.col === 0 && first.rowSpan > 1 && first.style === 'label' ? tidy(first.text) : ''
}

/** All places to write, one after the other: by block, in grids by row. */
export function fillGroups(sheet: Sheet, labels: ReadonlyMap<string, string>): FillGroup[] {
  const rows = coverOf(sheet)
  const groups = new Map<string, FillGroup>()
  for (const cell of sheet.cells.filter(isBound)) {
    const band = bandAt(sheet, cell.row)
    if (!band) continue
    const { block, row } = cell.bind
    const name = row === undefined ? String(band.from) : `${band.from} ${row}`
    const title = [headingOf(rows, band), row === undefined ? '' : rowName(rows[cell.row] ?? [])].filter(Boolean).join(' ')
    const group = groups.get(name) ?? { key: name, title, ...(row === undefined ? {} : { block, row }), cells: [] }
    const key = bindKey(cell.bind)
    group.cells.push({ key, label: labels.get(key) ?? '', cell })
    groups.set(name, group)
  }
  return [...groups.values()]
}
