// A sheet cut into pages: rows are never cut, heads of grids stand again on each page, small blocks stay together.
import type { Band, Sheet } from '#core/form/sheet.ts'
import { PAGE_HEIGHT } from '#core/form/sheet.ts'

/** A row on a page, in mm below the upper margin. */
export interface PlacedRow {
  row: number
  y: number
  height: number
  /** A head standing there again. */
  again: boolean
}

export interface Page {
  rows: PlacedRow[]
  /** Where the last one ends. */
  end: number
}

/** Rows that must stand on one page, and the heads to put above them on a new one. */
interface Chunk { rows: number[]; heads: number[]; height: number }

/** Least scale at which what is a little too long is put on one page: a form is one sheet of paper, if it can be. */
const SMALLEST = 0.88

/** A grid of less than this share of a page is not cut either. */
const SHORT = 0.3

/** Height in mm of a line of the small print below a form. */
export const REMARK = 4.2
/** The small print may begin to leave the margin. */
export const BELOW = 4

/** 1, or what makes the form fit one page, with its small print where that can be. */
export function scaleOf(sheet: Sheet): number {
  const height = sheet.rows.reduce((sum, row) => sum + row.height, 0)
  const page = PAGE_HEIGHT[sheet.orientation]
  const rooms = [Math.min(page, page + BELOW - sheet.remarks.length * REMARK), page]
  return rooms.map(room => Math.min(1, room / height)).find(scale => scale >= SMALLEST) ?? 1
}

export function paginate(sheet: Sheet): Page[] {
  const room = PAGE_HEIGHT[sheet.orientation] / scaleOf(sheet)
  const height = (row: number): number => Math.min(sheet.rows[row]!.height, room)
  const sum = (rows: readonly number[]): number => rows.reduce((all, row) => all + height(row), 0)
  const pages: Page[] = [{ rows: [], end: 0 }]
  const put = (row: number, again: boolean): void => {
    const page = pages.at(-1)!
    page.rows.push({ row, y: page.end, height: height(row), again })
    page.end += height(row)
  }
  for (const chunk of signed(sheet, sheet.bands.flatMap(band => chunksOf(sheet, band, room, sum)), room)) {
    if (pages.at(-1)!.end > 0 && pages.at(-1)!.end + chunk.height > room + 0.05) {
      pages.push({ rows: [], end: 0 })
      // Heads taller than half a page would leave no room for what they are the heads of.
      if (sum(chunk.heads) <= room / 2) for (const row of chunk.heads) put(row, true)
    }
    for (const row of chunk.rows) put(row, false)
  }
  return pages
}

/** Signatures do not stand on a page without anything that they sign. */
function signed(sheet: Sheet, chunks: readonly Chunk[], room: number): Chunk[] {
  const signs = new Set(sheet.cells.filter(cell => cell.style === 'sign').map(cell => cell.row))
  const all: Chunk[] = []
  for (const chunk of chunks) {
    const above = all.at(-1)
    const together = above && chunk.rows.every(row => signs.has(row)) && above.height + chunk.height <= room / 2
    if (together) all[all.length - 1] = { ...above, rows: [...above.rows, ...chunk.rows], height: above.height + chunk.height }
    else all.push(chunk)
  }
  return all
}

const range = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)

function chunksOf(sheet: Sheet, band: Band, room: number, sum: (rows: readonly number[]) => number): Chunk[] {
  const all = range(band.from, band.to)
  const chunk = (rows: number[], heads: number[]): Chunk => ({ rows, heads, height: sum(rows) })
  if (sum(all) <= (band.keep ? room : room * SHORT)) return [chunk(all, [])]
  const heads = range(band.from, band.from + band.head)
  const groups = groupsOf(sheet, band, range(band.from + band.head, band.to))
  if (groups.length === 0) return [chunk(heads, [])]
  return groups.map((rows, index) => (index === 0 ? chunk([...heads, ...rows], []) : chunk(rows, heads)))
}

/** A group's heading goes with the row below it; a total with the row above it. */
function groupsOf(sheet: Sheet, band: Band, body: readonly number[]): number[][] {
  const styles = new Map<number, string>()
  for (const cell of sheet.cells) if (cell.style === 'group' || cell.style === 'total') styles.set(cell.row, cell.style)
  const groups: number[][] = []
  body.forEach((row, index) => {
    const withAbove = index > 0 && (styles.get(row - 1) === 'group' || (styles.get(row) === 'total' && row === band.to - 1))
    if (withAbove) groups.at(-1)!.push(row)
    else groups.push([row])
  })
  return groups
}

/** The head rows of the grid that runs over most pages: those that Excel repeats. */
export function repeatedHead(sheet: Sheet): { from: number; to: number } | undefined {
  const times = paginate(sheet).flatMap(page => page.rows.filter(row => row.again).map(({ row }) => row))
  const counted = sheet.bands.filter(band => band.head > 0).map(band => ({ band, count: times.filter(row => row === band.from).length }))
  const most = counted.toSorted((a, b) => b.count - a.count)[0]
  return most && most.count > 0 ? { from: most.band.from, to: most.band.from + most.band.head } : undefined
}
