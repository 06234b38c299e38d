// The columns of a sheet: sides of all blocks brought together. The widest grid's columns come first and are kept whole
// wherever other blocks can do with them, so that people can sort and filter it in Excel.
import type { Part, Piece } from './piece.ts'
import { widthOf } from './text-size.ts'

export interface Line { at: number }

/** A side of pieces and the line of the sheet that it became. */
interface Settled { side: number; line: Line }

export interface Columns {
  /** In mm. */
  widths: number[]
  /** Place of a side among the columns: 0 is the left edge. */
  placeOf(part: Part, side: number): number
}

/** Nearer than this, two sides are one: a share of the page. */
const NEAR = 0.025
const SAME = 0.002

interface Table {
  page: number
  lines: Line[]
  settled: Map<Part, Settled[]>
  /** There is a grid whose columns should not be split. */
  grid: boolean
}

export function columnsOf(parts: readonly Part[], page: number): Columns {
  const grid = parts.some(part => part.columns > 0)
  const table: Table = { page, lines: [{ at: 0 }, { at: 1 }], settled: new Map(), grid }
  const sides = (part: Part): number => new Set(part.pieces.flatMap(piece => [Math.round(piece.from * 1000), Math.round(piece.to * 1000)])).size
  const inOrder = parts.toSorted((a, b) => b.columns - a.columns || sides(b) - sides(a))
  inOrder.forEach((part, index) => settlePart(table, part, index === 0))
  const places = new Map(table.lines.map((line, index) => [line, index]))
  return {
    widths: widthsOf(table.lines, page),
    placeOf: (part, side) => places.get(lineOf(table.settled.get(part)!, side)!)!,
  }
}

/** Rounded so that they add up to the page. */
function widthsOf(lines: readonly Line[], page: number): number[] {
  const marks = lines.map(line => Math.round(line.at * page * 100))
  return marks.slice(1).map((mark, index) => (mark - marks[index]!) / 100)
}

const lineOf = (settled: readonly Settled[], side: number): Line | undefined =>
  settled.find(one => Math.abs(one.side - side) < SAME)?.line

/** Row by row, those with most pieces first: what they settle binds the others of the block. */
function settlePart(table: Table, part: Part, first: boolean): void {
  const settled: Settled[] = [{ side: 0, line: table.lines[0]! }, { side: 1, line: table.lines.at(-1)! }]
  table.settled.set(part, settled)
  const chains = part.rows.map((_, row) => part.pieces.filter(piece => piece.row <= row && row < piece.row + piece.rowSpan).toSorted((a, b) => a.from - b.from))
  const seen = new Set<string>()
  for (const chain of chains.toSorted((a, b) => b.length - a.length)) {
    const key = chain.map(piece => piece.to.toFixed(4)).join()
    if (seen.has(key)) continue
    seen.add(key)
    const alike = chains.filter(other => other.map(piece => piece.to.toFixed(4)).join() === key)
    if (first || !table.grid || !snapped(table, settled, chain, alike)) placed(table, settled, chain, first ? SAME : NEAR)
  }
}

/** Least share that a piece may shrink to, and the most it may grow to. */
const SHRUNK = 0.5
const GROWN = 3.5

/** Whether the pieces of a column can do with this width. */
function fits(table: Table, alike: readonly Piece[][], index: number, width: number): boolean {
  return alike.every(chain => {
    const { from, to, tight, text } = chain[index]!
    const wanted = to - from
    if (width < wanted * SHRUNK || width > Math.max(wanted * GROWN, 0.1)) return false
    const words = widthOf(text) / table.page
    return !tight || width >= Math.min(wanted, words) - 1e-6 || width >= wanted * 0.9
  })
}

/** The sides of a row moved onto lines that are there, with as little change of widths as can be; false if it cannot be done. */
function snapped(table: Table, settled: Settled[], chain: readonly Piece[], alike: readonly Piece[][]): boolean {
  const { lines } = table
  let best = new Map<number, { cost: number; path: number[] }>([[0, { cost: 0, path: [] }]])
  for (let index = 0; index < chain.length; index++) {
    const { from, to } = chain[index]!
    const bound = lineOf(settled, to)
    const next = new Map<number, { cost: number; path: number[] }>()
    for (const [left, { cost, path }] of best)
      for (let right = left + 1; right < lines.length; right++) {
        if (bound && lines[right] !== bound) continue
        const width = lines[right]!.at - lines[left]!.at
        if (!bound && !fits(table, alike, index, width)) continue
        const sum = cost + Math.log(width / (to - from)) ** 2 + strange(table, to, lines[right]!)
        if (sum < (next.get(right)?.cost ?? Infinity)) next.set(right, { cost: sum, path: [...path, right] })
      }
    best = next
  }
  const found = best.get(lines.length - 1)
  if (!found) return false
  chain.forEach((piece, index) => settle(settled, piece.to, lines[found.path[index]!]!))
  return true
}

/** Equal sides of other blocks should become the same line. */
function strange(table: Table, side: number, line: Line): number {
  for (const settled of table.settled.values()) {
    const other = lineOf(settled, side)
    if (other) return other === line ? 0 : 0.2
  }
  return 0
}

function settle(settled: Settled[], side: number, line: Line): void {
  if (!lineOf(settled, side)) settled.push({ side, line })
}

/** Sides one by one: onto a line that is near, else onto a new one; always between the lines of their neighbours. */
function placed(table: Table, settled: Settled[], chain: readonly Piece[], near: number): void {
  let left = table.lines[0]!
  chain.forEach((piece, index) => {
    const known = lineOf(settled, piece.to)
    if (known) {
      left = known
      return
    }
    const right = chain.slice(index + 1).map(other => lineOf(settled, other.to)).find(line => line !== undefined)!
    left = nearest(table, piece.to, left, right, near) ?? added(table, piece.to, left, right)
    settle(settled, piece.to, left)
  })
}

function nearest({ lines }: Table, side: number, left: Line, right: Line, near: number): Line | undefined {
  const open = lines.filter(line => line.at > left.at && line.at < right.at && Math.abs(line.at - side) < near)
  return open.toSorted((a, b) => Math.abs(a.at - side) - Math.abs(b.at - side))[0]
}

function added(table: Table, side: number, left: Line, right: Line): Line {
  const inside = side > left.at + 0.004 && side < right.at - 0.004
  const line = { at: inside ? side : (left.at + right.at) / 2 }
  table.lines.push(line)
  table.lines.sort((a, b) => a.at - b.at)
  return line
}
