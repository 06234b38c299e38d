// The selected rectangle, its active cell and how keys move them. Pure: the grid's size and contents come as a Ground.
import { clampPos, contains, isSingle, rangeOf } from './range.ts'
import type { Pos, Range } from './range.ts'

/** `active` takes the typing; the rectangle lies between `anchor` and `head`. */
export interface Selection {
  active: Pos
  anchor: Pos
  head: Pos
  /** The column where a run of Tabs began: Enter goes on below it. */
  tabbed?: number
}

export interface Ground {
  rows: number
  cols: number
  /** Rows that hold data; Ctrl+End and data edges stop here, before the empty last row. */
  dataRows: number
  filled(row: number, col: number): boolean
  loaded(row: number): boolean
}

export const singleCell = (pos: Pos): Selection => ({ active: pos, anchor: pos, head: pos })
export const rangeOfSelection = (selection: Selection): Range => rangeOf(selection.anchor, selection.head)
export const selectRange = (range: Range, active: Pos = { row: range.top, col: range.left }): Selection => ({
  active, anchor: { row: range.top, col: range.left }, head: { row: range.bottom, col: range.right },
})

/** Shift: the corner opposite the active cell moves. */
export const extendTo = (selection: Selection, pos: Pos): Selection =>
  ({ active: selection.active, anchor: selection.active, head: pos })

export interface Step { row: number; col: number }

export const move = (selection: Selection, step: Step, ground: Ground): Selection =>
  singleCell(clampPos({ row: selection.active.row + step.row, col: selection.active.col + step.col }, ground.rows, ground.cols))

export const stretch = (selection: Selection, step: Step, ground: Ground): Selection =>
  extendTo(selection, clampPos({ row: selection.head.row + step.row, col: selection.head.col + step.col }, ground.rows, ground.cols))

export const jump = (selection: Selection, step: Step, ground: Ground): Selection =>
  singleCell(dataEdge(selection.active, step, ground))

export const stretchJump = (selection: Selection, step: Step, ground: Ground): Selection =>
  extendTo(selection, dataEdge(selection.head, step, ground))

/** Excel's Ctrl+arrow: to the end of the filled run, or over the gap to the next filled cell, or to the edge. */
export function dataEdge(from: Pos, step: Step, ground: Ground): Pos {
  const inside = (pos: Pos): boolean => pos.row >= 0 && pos.row < ground.dataRows && pos.col >= 0 && pos.col < ground.cols
  const after = (pos: Pos): Pos => ({ row: pos.row + step.row, col: pos.col + step.col })
  const filled = (pos: Pos): boolean => ground.filled(pos.row, pos.col)
  const edge = clampPos({ row: from.row + step.row * ground.rows, col: from.col + step.col * ground.cols }, ground.dataRows, ground.cols)
  let at = after(from)
  if (!inside(at)) return clampPos(step.row > 0 ? from : edge, ground.rows, ground.cols)
  const run = inside(from) && filled(from) && filled(at)
  for (; inside(at); at = after(at)) {
    // rows not loaded count as filled all the way: nobody waits for a million rows to find a gap
    if (!ground.loaded(at.row)) return edge
    if (run && !filled(at)) return { row: at.row - step.row, col: at.col - step.col }
    if (!run && filled(at)) return at
  }
  return edge
}

/** Tab and Enter: inside a rectangle the active cell goes round it, otherwise one cell on. */
export function advance(selection: Selection, axis: 'row' | 'col', by: 1 | -1, ground: Ground): Selection {
  const range = rangeOfSelection(selection)
  if (isSingle(range) || !contains(range, selection.active)) {
    const first = selection.tabbed ?? selection.active.col
    return axis === 'row' ? move(singleCell({ ...selection.active, col: first }), { row: by, col: 0 }, ground) : { ...tabOver(selection.active, by, ground), tabbed: first }
  }
  return { ...selection, active: around(range, selection.active, axis, by) }
}

/** Tab past the last column goes on in the next row, as on a form. */
function tabOver(active: Pos, by: 1 | -1, ground: Ground): Selection {
  const next = active.row * ground.cols + active.col + by
  if (next < 0 || next >= ground.rows * ground.cols) return singleCell(active)
  return singleCell({ row: Math.floor(next / ground.cols), col: next % ground.cols })
}

function around(range: Range, active: Pos, axis: 'row' | 'col', by: 1 | -1): Pos {
  const rows = range.bottom - range.top + 1
  const cols = range.right - range.left + 1
  const row = active.row - range.top
  const col = active.col - range.left
  const size = rows * cols
  const place = ((axis === 'col' ? row * cols + col : col * rows + row) + by + size) % size
  return axis === 'col'
    ? { row: range.top + Math.floor(place / cols), col: range.left + (place % cols) }
    : { row: range.top + (place % rows), col: range.left + Math.floor(place / rows) }
}

export const wholeRows = (selection: Selection, ground: Ground): Selection => {
  const range = rangeOfSelection(selection)
  return selectRange({ ...range, left: 0, right: ground.cols - 1 }, selection.active)
}

export const wholeColumns = (selection: Selection, ground: Ground): Selection => {
  const range = rangeOfSelection(selection)
  return selectRange({ ...range, top: 0, bottom: Math.max(0, ground.dataRows - 1) }, selection.active)
}

export const everything = (selection: Selection, ground: Ground): Selection =>
  selectRange({ top: 0, left: 0, bottom: Math.max(0, ground.dataRows - 1), right: ground.cols - 1 }, selection.active)
