// The sides of one row of pieces brought onto the lines of the sheet: onto those that are there, or onto new ones.
import type { Part, Piece } from './piece.ts'
import { widthOf } from './text-size.ts'

export interface Line { at: number }

/** A side of pieces and the line of the sheet that it became. */
export interface Settled { side: number; line: Line }

export interface Table {
  page: number
  lines: Line[]
  settled: Map<Part, Settled[]>
}

/** A row of pieces from left to right, and what is known of its block. */
export interface Row {
  table: Table
  settled: Settled[]
  chain: readonly Piece[]
  /** Least widths by the sides of pieces. */
  least: ReadonlyMap<number, number>
}

/** Shares are compared with this much room. */
const ROUGH = 1e-6

export const lineOf = (settled: readonly Settled[], side: number): Line | undefined =>
  settled.find(one => Math.abs(one.side - side) < ROUGH)?.line

function settle(settled: Settled[], side: number, line: Line): void {
  if (!lineOf(settled, side)) settled.push({ side, line })
}

/** Least share that a framed piece may shrink to, and the most it may grow to. */
const SHRUNK = 0.4
const GROWN = 4.5
/** What stands on a line without frames needs room to be read, in mm; its share of the line matters less. */
const FREE = 28
/** Words are measured roughly and have their padding: so much in mm may be missing. */
const SLACK = 0.6

/** Least width of one piece as a share of the page. */
function leastAlone({ from, to, tight, stiff, text, frame }: Piece, page: number): number {
  const wanted = to - from
  if (stiff) return wanted * 0.98
  if (tight) return Math.min(wanted, (widthOf(text) - SLACK) / page)
  return frame ? wanted * SHRUNK : Math.min(wanted, FREE / page)
}

/** Both sides in one number: quick to compare for thousands of cells. */
export const sidesOf = ({ from, to }: Piece): number => Math.round(from * 100_000) * 1_000_000 + Math.round(to * 100_000)

/** Least widths of pieces by their sides: what stands below each other keeps to the widest of them. */
export function leastWidths(part: Part, page: number): Map<number, number> {
  const least = new Map<number, number>()
  for (const piece of part.pieces) {
    const sides = sidesOf(piece)
    least.set(sides, Math.max(least.get(sides) ?? 0, leastAlone(piece, page)))
  }
  return least
}

/** Whether a piece can do with this width. */
const fits = (row: Row, piece: Piece, width: number): boolean =>
  width >= leastOf(row, piece) - ROUGH && (!piece.frame || width <= Math.max((piece.to - piece.from) * GROWN, 0.1))

const leastOf = ({ least }: Row, piece: Piece): number => least.get(sidesOf(piece))!

/** The sides of a row moved onto lines that are there, with as little change of widths as can be; false if it cannot be done. */
export function snapped(row: Row): boolean {
  const { table, settled, chain } = row
  const { lines } = table
  let best = new Map<number, { cost: number; path: number[] }>([[0, { cost: 0, path: [] }]])
  for (let index = 0; index < chain.length; index++) {
    const piece = chain[index]!
    const { from, to } = piece
    const bound = lineOf(settled, to)
    const next = new Map<number, { cost: number; path: number[] }>()
    for (const [left, { cost, path }] of best)
      for (let right = left + 1; right < lines.length; right++) {
        if (bound && lines[right] !== bound) continue
        const width = lines[right]!.at - lines[left]!.at
        if (!bound && !fits(row, piece, width)) continue
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

/** Sides one by one: onto a line that is near, else onto a new one; always between the lines of their neighbours. */
export function placed(row: Row, near: number): void {
  const { table, settled, chain } = row
  let left = table.lines[0]!
  chain.forEach((piece, index) => {
    const known = lineOf(settled, piece.to)
    if (known) {
      left = known
      return
    }
    const right = chain.slice(index + 1).map(other => lineOf(settled, other.to)).find(line => line !== undefined)!
    // A side may move as far as the pieces at both its hands stay readable.
    const from = left.at + Math.min(leastOf(row, piece), piece.to - piece.from)
    const to = Math.min(right.at, chain[index + 1]!.to - leastOf(row, chain[index + 1]!))
    left = nearest(table, piece.to, { after: left.at, from, to }, right, near) ?? added(table, Math.max(piece.to, from), left, right)
    settle(settled, piece.to, left)
  })
}

function nearest({ lines }: Table, side: number, room: { after: number; from: number; to: number }, right: Line, near: number): Line | undefined {
  const open = lines.filter(({ at }) => at > room.after && at >= room.from - ROUGH && at <= room.to + ROUGH && at < right.at && Math.abs(at - side) < near)
  return open.toSorted((a, b) => Math.abs(a.at - side) - Math.abs(b.at - side))[0]
}

/** No column thinner than this where it can be helped: nobody can get hold of it in Excel. */
const THIN = 0.018

function added(table: Table, side: number, left: Line, right: Line): Line {
  const { lines } = table
  const close = lines.find(line => Math.abs(line.at - side) < THIN)
  const wanted = close ? [close.at + THIN, close.at - THIN, side] : [side]
  const apart = (at: number, gap: number): boolean => at > left.at && at < right.at && lines.every(line => Math.abs(line.at - at) > gap)
  const next = lines[lines.indexOf(left) + 1]!
  return insert(table, wanted.find(at => apart(at, THIN * 0.9)) ?? wanted.find(at => apart(at, THIN / 4)) ?? (left.at + next.at) / 2)
}

function insert({ lines }: Table, at: number): Line {
  const line = { at }
  lines.push(line)
  lines.sort((a, b) => a.at - b.at)
  return line
}

/** Every side on a line of its own place: for blocks whose rows cannot agree on lines that are near. */
export function placedExactly(table: Table, settled: Settled[], sides: readonly number[]): void {
  for (const side of sides) settle(settled, side, table.lines.find(line => Math.abs(line.at - side) < ROUGH) ?? insert(table, side))
}

/** Whether the pieces of a row have become something. */
export function isSound({ settled, chain, table: { lines } }: Row): boolean {
  const places = [0, ...chain.map(piece => piece.to)].map(side => lines.indexOf(lineOf(settled, side)!))
  return places.every((place, index) => index === 0 || place > places[index - 1]!)
}
