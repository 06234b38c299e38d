// The columns of a sheet: sides of all blocks brought together. The widest grid's columns come first and are kept whole
// wherever other blocks can do with them, so that people can sort and filter it in Excel.
import type { Part, Piece } from './piece.ts'
import { leastWidths, lineOf, placed, sidesOf, snapped } from './settle-row.ts'
import type { Line, Settled, Table } from './settle-row.ts'

export interface Columns {
  /** In mm. */
  widths: number[]
  /** Place of a side among the columns: 0 is the left edge. */
  placeOf(part: Part, side: number): number
}

/** Sides nearer than this share of the page become one; those of the first row of all stay as they are. */
const NEAR = 0.025
const EXACT = 0.002

export function columnsOf(parts: readonly Part[], page: number): Columns {
  const table: Table = { page, lines: [{ at: 0 }, { at: 1 }], settled: new Map() }
  const sides = (part: Part): number => new Set(part.pieces.flatMap(piece => [Math.round(piece.from * 1000), Math.round(piece.to * 1000)])).size
  const inOrder = parts.toSorted((a, b) => b.columns - a.columns || sides(b) - sides(a))
  const grid = inOrder[0] !== undefined && inOrder[0].columns > 0
  inOrder.forEach((part, index) => settlePart(table, part, index === 0, grid))
  const places = new Map(table.lines.map((line, index) => [line, index]))
  return { widths: widthsOf(table.lines, page), placeOf: (part, side) => places.get(lineOf(table.settled.get(part)!, side)!)! }
}

/** Rounded so that they add up to the page. */
function widthsOf(lines: readonly Line[], page: number): number[] {
  const marks = lines.map(line => Math.round(line.at * page * 100))
  return marks.slice(1).map((mark, index) => (mark - marks[index]!) / 100)
}

/** Row by row, those with most pieces first: what they settle binds the others of the block. Only a grid's columns are worth moving others far. */
function settlePart(table: Table, part: Part, first: boolean, grid: boolean): void {
  const settled: Settled[] = [{ side: 0, line: table.lines[0]! }, { side: 1, line: table.lines.at(-1)! }]
  table.settled.set(part, settled)
  const least = leastWidths(part, table.page)
  const chains = new Map(chainsOf(part).map(chain => [chain.map(sidesOf).join(), chain]))
  const inOrder = [...chains.values()].toSorted((a, b) => b.length - a.length)
  inOrder.forEach((chain, index) => {
    const row = { table, settled, chain, least }
    if (first || !grid || !snapped(row)) placed(row, first && index === 0 ? EXACT : NEAR)
  })
}

/** The pieces of each row from left to right, those that reach down into it too. */
function chainsOf(part: Part): Piece[][] {
  const chains: Piece[][] = part.rows.map(() => [])
  for (const piece of part.pieces) for (let row = piece.row; row < piece.row + piece.rowSpan; row++) chains[row]!.push(piece)
  return chains.map(chain => chain.sort((a, b) => a.from - b.from))
}
