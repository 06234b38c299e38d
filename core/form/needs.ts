// How wide the cells of a sheet want to be, in mm: codes, dates and numbers in one piece, texts not too narrow to be read.
import type { Cell, CellStyle } from './sheet.ts'
import { EM, emsOf, longestRun, PAD } from './text-size.ts'

/** Between the lines `from` and `to` of the sheet: for what cannot be broken, for what can, and as wide as it was. */
export interface Demand {
  from: number
  to: number
  run: number
  text: number
  /** What the text can do with, if it must. */
  least: number
  /** Width of a single column as it was; 0 over several. */
  was: number
}

/** Everything can be had: codes and texts what they need (from 2 on), and each column the width that it was given. */
export const FULL = 3
/** Text of cells that are too narrow is made smaller, to this factor at most. */
export const SMALLEST = 0.7
/** Runs longer than this many em are broken: links, addresses of mail. */
const LONGEST = 12
/** Characters that texts keep on a line, that they keep at least, and that labels and empty places keep. */
const TEXT = 6
const LEAST = 4
const SHORT = 2
/** No column becomes narrower. */
const THIN = 4.8
/** Fonts differ. */
const SPARE = 0.5

const LARGE: ReadonlySet<CellStyle> = new Set(['company', 'title', 'below'])
const NAMES: ReadonlySet<CellStyle> = new Set(['head', 'label'])
const BARE: ReadonlySet<CellStyle> = new Set(['plain', 'sign'])
const BOLD = 1.06

const wide = (ems: number): number => ems * EM + 2 * PAD + SPARE
const boldOf = ({ style }: Cell): number => (style === 'head' || style === 'total' || style === 'group' ? BOLD : 1)

/** Em of what must not be broken; 0 where there is nothing of that kind. */
export function runOf(cell: Cell): number {
  if (LARGE.has(cell.style)) return 0
  const run = longestRun(cell.text) * boldOf(cell)
  return run > LONGEST ? 0 : run
}

/** Short words want to stand in one line, however narrow their column was; the others only do not want to lose it. */
function textOf(cell: Cell, now: number): Pick<Demand, 'text' | 'least'> {
  const ems = emsOf(cell.text) * boldOf(cell)
  const short = Math.min(now, wide(SHORT))
  if (ems === 0) return { text: short, least: short }
  if (cell.boxes) return { text: Math.min(now, wide(Math.max(...cell.text.split(/\s+/).map(emsOf)))), least: short }
  // What stood in one line stays in one; what did not, wraps like any other text.
  if (NAMES.has(cell.style) || BARE.has(cell.style)) return { text: wide(ems) <= now ? wide(ems) : Math.min(now, wide(TEXT)), least: short }
  if (ems <= LEAST) return { text: wide(ems), least: wide(ems * SMALLEST) }
  return { text: Math.min(now, wide(Math.min(ems, TEXT))), least: Math.min(now, wide(LEAST)) }
}

/** What stands below each other is one demand. */
export function needsOf(cells: readonly Cell[], widths: readonly number[]): Demand[] {
  const places = [0]
  for (const width of widths) places.push(places.at(-1)! + width)
  const demands = new Map(widths.map((was, from): [number, Demand] => [keyOf(from, from + 1), { from, to: from + 1, run: 0, text: 0, least: Math.min(was, THIN), was }]))
  for (const cell of cells) {
    if (LARGE.has(cell.style)) continue
    const [from, to] = [cell.col, cell.col + cell.colSpan]
    const known = demands.get(keyOf(from, to)) ?? { from, to, run: 0, text: 0, least: 0, was: 0 }
    const { text, least } = textOf(cell, places[to]! - places[from]!)
    const run = runOf(cell)
    demands.set(keyOf(from, to), { ...known, run: Math.max(known.run, run === 0 ? 0 : wide(run)), text: Math.max(known.text, text), least: Math.max(known.least, least) })
  }
  return [...demands.values()]
}

const keyOf = (from: number, to: number): number => from * 1000 + to

/** From 0 to 1 all grow evenly, to 2 codes to their full size and texts to theirs, to 3 columns to what they were. */
export function demandAt({ run, text, least, was }: Demand, degree: number): number {
  const eased = Math.min(1, Math.max(0, degree - 1))
  const pads = Math.min(run, 2 * PAD + SPARE)
  const asked = Math.max(pads + (run - pads) * (SMALLEST + (1 - SMALLEST) * eased), least + Math.max(0, text - least) * eased)
  return Math.max(asked * Math.min(1, degree), was * Math.max(0, degree - 2))
}
