// Columns balanced: codes, dates and numbers get the width that they need from columns with room to spare. Where there is
// not enough for all, everybody gives way by the same degree: first room to spare, then text wraps sooner and codes shrink.
import { demandAt, FULL, needsOf } from './needs.ts'
import type { Demand } from './needs.ts'
import type { Cell } from './sheet.ts'

/** A demand, and the degree that it was settled at, once others leave it no more. */
interface Edge extends Demand { degree?: number }

const NEAR = 1e-6
/** Degrees are found to a millionth. */
const STEPS = 22

/** In mm, as many as before and with the same sum; the same ones where everything fits. */
export function balanced(cells: readonly Cell[], widths: readonly number[]): number[] {
  const edges: Edge[] = needsOf(cells, widths).toSorted((a, b) => a.from - b.from || a.to - b.to)
  const page = widths.reduce((sum, width) => sum + width, 0)
  if (isRoom(edges, FULL, widths.length, page)) return [...widths]
  let degree = 0
  while (degree < FULL && edges.some(edge => edge.degree === undefined)) {
    degree = greatest(edges, degree, widths.length, page)
    if (!settleTight(edges, degree, widths.length, page)) break
  }
  return rounded(placesNear(edges, degree, widths, page))
}

/** What a demand comes to while the open ones are met to this degree. */
const askedAt = (edge: Edge, degree: number): number => demandAt(edge, edge.degree ?? degree)

/** The leftmost places that lines can have. */
function leftmost(edges: readonly Edge[], degree: number, count: number): number[] {
  const at = Array.from({ length: count + 1 }, () => 0)
  for (const edge of edges) at[edge.to] = Math.max(at[edge.to]!, at[edge.from]! + askedAt(edge, degree))
  return at
}

/** And the rightmost ones. */
function rightmost(edges: readonly Edge[], degree: number, count: number, page: number): number[] {
  const at = Array.from({ length: count + 1 }, () => page)
  for (const edge of edges.toReversed()) at[edge.from] = Math.min(at[edge.from]!, at[edge.to]! - askedAt(edge, degree))
  return at
}

const isRoom = (edges: readonly Edge[], degree: number, count: number, page: number): boolean => leftmost(edges, degree, count)[count]! <= page + NEAR

function greatest(edges: readonly Edge[], least: number, count: number, page: number): number {
  if (isRoom(edges, FULL, count, page)) return FULL
  let [low, high] = [least, FULL]
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2
    if (isRoom(edges, middle, count, page)) low = middle
    else high = middle
  }
  return low
}

/** Demands without any room left stay as they are: the others may still get more. */
function settleTight(edges: Edge[], degree: number, count: number, page: number): boolean {
  const left = leftmost(edges, degree, count)
  const right = rightmost(edges, degree, count, page)
  const tight = edges.filter(edge => edge.degree === undefined && right[edge.to]! - left[edge.from]! - askedAt(edge, degree) < 1e-3)
  for (const edge of tight) edge.degree = degree
  return tight.length > 0
}

/** Lines stay where they were, as far as the demands let them. */
function placesNear(edges: readonly Edge[], degree: number, widths: readonly number[], page: number): number[] {
  const right = rightmost(edges, degree, widths.length, page)
  const at = [0]
  let wanted = 0
  for (let line = 1; line < widths.length; line++) {
    wanted += widths[line - 1]!
    const least = edges.reduce((most, edge) => (edge.to === line ? Math.max(most, at[edge.from]! + askedAt(edge, degree)) : most), 0)
    at.push(Math.min(right[line]!, Math.max(wanted, least)))
  }
  return [...at, page]
}

/** To hundredths of a mm; their sum is kept. */
function rounded(places: readonly number[]): number[] {
  const marks = places.map(place => Math.round(place * 100))
  return marks.slice(1).map((mark, index) => (mark - marks[index]!) / 100)
}
