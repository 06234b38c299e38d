// Rows of a grid that were sorted without their hidden keys (somebody marked only the columns that he sees): what stands
// in them says whose they are. Else one customer's figures would be written to another.
import type { Meta } from './meta.ts'
import type { Line } from './read-form.ts'
import { sameWritten } from './written.ts'

/** No form has more rows: who sends them wants us busy. */
const MOST = 1_100

interface Was { row: number; cells: { c: number; w: string }[] }

/** Lines with the row of the form that each of them is. */
export function backInPlace(meta: Meta, lines: readonly Line[]): Line[] {
  const bodies = bodiesOf(meta)
  const moved = new Map<Line, number>()
  for (const block of new Set(lines.flatMap(line => line.block ?? []))) {
    const strange = lines.filter(line => line.block === block && line.from !== undefined && bodies.has(line.from) && !says(line, bodies.get(line.from)!))
    if (strange.length > MOST) continue
    const free = new Map(strange.map(line => [line.from!, bodies.get(line.from!)!]))
    for (const line of strange) {
      const found = [...free.values()].filter(was => was.cells.some(cell => cell.w !== '') && says(line, was))
      if (found.length !== 1) continue
      moved.set(line, found[0]!.row)
      free.delete(found[0]!.row)
    }
    settleRest(strange, moved, free)
  }
  return moved.size === 0 ? [...lines] : lines.map(line => (moved.has(line) ? { ...line, from: moved.get(line)! } : line))
}

/** Those that say something new keep their own place if no other took it; else they take what is left, in order. */
function settleRest(strange: readonly Line[], moved: Map<Line, number>, free: Map<number, Was>): void {
  if (![...moved].some(([line, row]) => line.from !== row)) return
  const rest = strange.filter(line => !moved.has(line))
  for (const line of rest) if (free.delete(line.from!)) moved.set(line, line.from!)
  const left = [...free.keys()]
  for (const line of rest) if (!moved.has(line)) moved.set(line, left.shift()!)
}

const says = (line: Line, was: Was): boolean => was.cells.every(({ c, w }) => sameWritten(w, line.at(c)?.v ?? ''))

/** What the rows of records said, without what Excel counts by itself. */
function bodiesOf(meta: Meta): Map<number, Was> {
  const bodies = new Map<number, Was>()
  for (const { r, c, w, quiet } of meta.cells) {
    if (meta.rows[r]?.row === undefined || quiet) continue
    const was = bodies.get(r) ?? { row: r, cells: [] }
    bodies.set(r, was)
    was.cells.push({ c, w })
  }
  return bodies
}
