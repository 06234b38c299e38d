// Rectangles of cells: the algebra behind selection, paste and fill.

export interface Pos { row: number; col: number }

/** Edges are inclusive, as in Excel's A1:C3. */
export interface Range { top: number; left: number; bottom: number; right: number }

export function rangeOf(a: Pos, b: Pos = a): Range {
  return {
    top: Math.min(a.row, b.row), left: Math.min(a.col, b.col),
    bottom: Math.max(a.row, b.row), right: Math.max(a.col, b.col),
  }
}

export const rowsIn = (range: Range): number => range.bottom - range.top + 1
export const colsIn = (range: Range): number => range.right - range.left + 1
export const isSingle = (range: Range): boolean => rowsIn(range) === 1 && colsIn(range) === 1

export const contains = (range: Range, pos: Pos): boolean =>
  pos.row >= range.top && pos.row <= range.bottom && pos.col >= range.left && pos.col <= range.right

export function intersect(a: Range, b: Range): Range | null {
  const both = {
    top: Math.max(a.top, b.top), left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom), right: Math.min(a.right, b.right),
  }
  return both.top <= both.bottom && both.left <= both.right ? both : null
}

export const clampPos = (pos: Pos, rows: number, cols: number): Pos => ({
  row: Math.max(0, Math.min(rows - 1, pos.row)),
  col: Math.max(0, Math.min(cols - 1, pos.col)),
})

/** A block repeats over a selection only where it fits exactly; otherwise it lands once, as in Excel. */
export const repeats = (block: number, selected: number): number =>
  selected > block && selected % block === 0 ? selected / block : 1

export type Side = 'up' | 'down' | 'left' | 'right'

/** Where a dragged fill handle points: the range grows along one axis only, the one pulled further. */
export function fillTarget(source: Range, pos: Pos): { target: Range; side: Side } | null {
  const below = pos.row - source.bottom
  const above = source.top - pos.row
  const right = pos.col - source.right
  const left = source.left - pos.col
  const most = Math.max(below, above, right, left)
  if (most <= 0) return null
  if (most === below) return { side: 'down', target: { ...source, top: source.bottom + 1, bottom: pos.row } }
  if (most === above) return { side: 'up', target: { ...source, top: pos.row, bottom: source.top - 1 } }
  if (most === right) return { side: 'right', target: { ...source, left: source.right + 1, right: pos.col } }
  return { side: 'left', target: { ...source, left: pos.col, right: source.left - 1 } }
}
