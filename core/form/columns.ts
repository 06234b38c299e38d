// The columns of a sheet: sides of all blocks brought together. The widest grid's columns come first and are kept whole
// wherever other blocks can do with them, so that people can sort and filter it in Excel.
import type { Part, Piece } from './piece.ts'
import { isSound, leastWidths, lineOf, placed, placedExactly, sidesOf, snapped } from './settle-row.ts'
import type { Line, Settled, Table } from './settle-row.ts'

export interface Columns {
  /** The blocks with their sides aligned. */
  parts: Part[]
  /** In mm. */
  widths: number[]
  /** Place of a side among the columns: 0 is the left edge. */
  placeOf(part: Part, side: number): number
}

/** Sides nearer than this share of the page become one; those of the first row of all stay as they are. */
const NEAR = 0.025
const EXACT = 0.002

export function columnsOf(given: readonly Part[], page: number): Columns {
  const parts = given.map(aligned)
  const table: Table = { page, lines: [{ at: 0 }, { at: 1 }], settled: new Map() }
  const sides = (part: Part): number => new Set(part.pieces.flatMap(piece => [Math.round(piece.from * 1000), Math.round(piece.to * 1000)])).size
  const inOrder = parts.toSorted((a, b) => b.columns - a.columns || sides(b) - sides(a))
  const grid = inOrder[0] !== undefined && inOrder[0].columns > 0
  inOrder.forEach((part, index) => settlePart(table, part, index === 0, grid))
  const places = new Map(table.lines.map((line, index) => [line, index]))
  return { parts, widths: widthsOf(table.lines, page), placeOf: (part, side) => places.get(lineOf(table.settled.get(part)!, side)!)! }
}

/** Rounded so that they add up to the page. */
function widthsOf(lines: readonly Line[], page: number): number[] {
  const marks = lines.map(line => Math.round(line.at * page * 100))
  return marks.slice(1).map((mark, index) => (mark - marks[index]!) / 100)
}

/** Row by row, those with most pieces first: what they settle binds the others of the block. Only a grid's columns are worth moving others far. */
function settlePart(table: Table, part: Part, first: boolean, grid: boolean): void {
  const edges = (): Settled[] => [{ side: 0, line: table.lines[0]! }, { side: 1, line: table.lines.at(-1)! }]
  const settled = edges()
  const least = leastWidths(part, table.page)
  const chains = new Map(chainsOf(part).map(chain => [chain.map(sidesOf).join(), chain]))
  const rows = [...chains.values()].toSorted((a, b) => b.length - a.length).map(chain => ({ table, settled, chain, least }))
  const before = [...table.lines]
  rows.forEach((row, index) => { if (first || !grid || !snapped(row)) placed(row, first && index === 0 ? EXACT : NEAR) })
  table.settled.set(part, settled)
  if (rows.every(isSound)) return
  // Two sides that became one in rows of their own stand side by side in a third.
  table.lines = before
  table.settled.set(part, edges())
  placedExactly(table, table.settled.get(part)!, part.pieces.flatMap(piece => [piece.from, piece.to]))
}

/** Sides that differ by less than can be seen are the same: pieces of one row are never so thin. */
function aligned(part: Part): Part {
  const sides = [...new Set(part.pieces.flatMap(piece => [piece.from, piece.to]))].toSorted((a, b) => a - b)
  const same = new Map<number, number>()
  let last = 0
  for (const side of sides) {
    if (side > 1 - EXACT) last = 1
    else if (side - last >= EXACT) last = side
    same.set(side, last)
  }
  return { ...part, pieces: part.pieces.map(piece => ({ ...piece, from: same.get(piece.from)!, to: same.get(piece.to)! })) }
}

/** The pieces of each row from left to right, those that reach down into it too. */
function chainsOf(part: Part): Piece[][] {
  const chains: Piece[][] = part.rows.map(() => [])
  for (const piece of part.pieces) for (let row = piece.row; row < piece.row + piece.rowSpan; row++) chains[row]!.push(piece)
  return chains.map(chain => chain.sort((a, b) => a.from - b.from))
}
