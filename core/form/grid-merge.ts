// Equal values below each other become one cell, where the column says so.
import type { PrintedColumn } from './grid-columns.ts'
import type { Piece } from './piece.ts'

/** Merged cells are added up once, so what is summed stays apart. Only filled values that stand directly below each other; a heading row of a group or a subtotal parts them. */
export function merged(pieces: readonly Piece[], columns: readonly PrintedColumn[]): Piece[] {
  const merging = new Set(columns.filter(one => one.column.merge && !one.column.sum).map(one => one.from))
  if (merging.size === 0) return [...pieces]
  const open = new Map<number, Piece>()
  return pieces.flatMap(one => {
    if (!merging.has(one.from) || one.style !== 'value') return [one]
    const above = open.get(one.from)
    if (above && above.text === one.text && one.text !== '' && above.row + above.rowSpan === one.row) {
      above.rowSpan++
      // One cell cannot write to two records.
      for (const key of ['bind', 'field', 'wire', 'choices'] as const) delete above[key]
      return []
    }
    const first = { ...one }
    open.set(one.from, first)
    return [first]
  })
}
