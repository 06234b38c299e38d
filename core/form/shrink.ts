// Text made smaller where a code, date or number is wider than its cell: that of the whole grid, so that it looks even.
import { widthOfCell } from './heights.ts'
import { runOf, SMALLEST } from './needs.ts'
import type { Band, Cell } from './sheet.ts'
import { EM, PAD } from './text-size.ts'

/** Fonts differ, and frames have a width. */
const SPARE = 0.3

const SHRINKS: ReadonlySet<Cell['style']> = new Set(['value', 'number', 'total'])

/** 1 where it fits; in hundredths. */
function factorOf(cell: Cell, widths: readonly number[]): number {
  const run = SHRINKS.has(cell.style) ? runOf(cell) : 0
  const room = widthOfCell(cell, widths) - 2 * PAD - SPARE
  return run * EM <= room ? 1 : Math.max(SMALLEST, Math.floor((room / (run * EM)) * 100) / 100)
}

export function shrunk(cells: readonly Cell[], bands: readonly Band[], widths: readonly number[]): Cell[] {
  const bandOf = bands.flatMap((band, at) => Array.from({ length: band.to - band.from }, () => at))
  const groupOf = ({ row, col, colSpan }: Cell): string => (bands[bandOf[row]!]!.block === undefined ? `${bandOf[row]} ${col} ${colSpan}` : String(bandOf[row]))
  const factors = new Map<string, number>()
  for (const cell of cells) {
    const factor = factorOf(cell, widths)
    if (factor < (factors.get(groupOf(cell)) ?? 1)) factors.set(groupOf(cell), factor)
  }
  if (factors.size === 0) return [...cells]
  return cells.map(cell => {
    const small = SHRINKS.has(cell.style) ? factors.get(groupOf(cell)) : undefined
    return small === undefined ? cell : { ...cell, small }
  })
}
