// Turns a fill gesture (handle, Ctrl+D, Ctrl+R) into texts for cells.
import type { CellText } from './changes.ts'
import type { GridModel } from './model.ts'
import type { Pos, Range, Side } from './range.ts'
import { fillSeries } from './series.ts'
import { rowsIn } from './range.ts'

/** Runs each column (or row, when filling sideways) of the source on into the target. */
export function fillCells(model: GridModel, source: Range, target: Range, side: Side): CellText[] {
  const vertical = side === 'up' || side === 'down'
  const back = side === 'up' || side === 'left'
  const cells: CellText[] = []
  const [first, last] = vertical ? [source.left, source.right] : [source.top, source.bottom]
  for (let line = first; line <= last; line += 1) {
    const seeds = seedsOf(source, vertical, line)
    const places = placesOf(target, vertical, back, line)
    const texts = seeds.map((pos) => model.plain(pos.row, pos.col))
    const filled = vertical && keepsOrder(model, line)
      ? fillSeries(texts, places.length, back)
      : places.map((_, at) => ({ copy: back ? (seeds.length - 1 - (at % seeds.length)) : at % seeds.length }))
    filled.forEach((result, at) => {
      const place = places[at]!
      if ('text' in result) cells.push({ ...place, text: result.text })
      else cells.push(copyOf(model, seeds[result.copy]!, place))
    })
  }
  return cells
}

/** Choices and references have no series: the next label is no "next value". */
function keepsOrder(model: GridModel, col: number): boolean {
  const column = model.columns[col]
  return !column?.options && !column?.lookup && column?.editor !== 'yesNo' && column?.editor !== 'popup'
}

function seedsOf(source: Range, vertical: boolean, line: number): Pos[] {
  const [first, last] = vertical ? [source.top, source.bottom] : [source.left, source.right]
  return Array.from({ length: last - first + 1 }, (_, at) => vertical ? { row: first + at, col: line } : { row: line, col: first + at })
}

/** The nearest to the source first. */
function placesOf(target: Range, vertical: boolean, back: boolean, line: number): Pos[] {
  const [first, last] = vertical ? [target.top, target.bottom] : [target.left, target.right]
  const places = Array.from({ length: last - first + 1 }, (_, at) => vertical ? { row: first + at, col: line } : { row: line, col: first + at })
  return back ? places.reverse() : places
}

/** Within one column the wire value goes along; into another column only the text can. */
function copyOf(model: GridModel, from: Pos, to: Pos): CellText {
  const text = model.plain(from.row, from.col)
  const same = from.col === to.col && text !== '' && !(model.draft(from.row, from.col)?.readable === false)
  return same ? { ...to, text, picked: { value: model.value(from.row, from.col) } } : { ...to, text }
}

/** Ctrl+D and Ctrl+R: the first row (column) of the range into the rest; for one row, from the one before it. */
export function fillFromFirst(model: GridModel, range: Range, axis: 'row' | 'col'): CellText[] {
  const cells: CellText[] = []
  const single = axis === 'row' ? range.top === range.bottom : range.left === range.right
  const from = (axis === 'row' ? range.top : range.left) - (single ? 1 : 0)
  if (from < 0) return cells
  for (let row = range.top; row <= range.bottom; row += 1) {
    for (let col = range.left; col <= range.right; col += 1) {
      const source = axis === 'row' ? { row: from, col } : { row, col: from }
      if (source.row !== row || source.col !== col) cells.push(copyOf(model, source, { row, col }))
    }
  }
  return cells
}

/** Double click on the handle: down to where the neighbouring column's data ends, as far as rows are loaded. */
export function fillDownTarget(model: GridModel, source: Range): Range | null {
  const below = source.bottom + 1
  const neighbour = [source.left - 1, source.right + 1].find((col) => col >= 0 && col < model.columns.length && model.filled(below, col))
  if (neighbour === undefined) return null
  let bottom = source.bottom
  while (bottom + 1 < model.dataRows() && model.record(bottom + 1) && model.filled(bottom + 1, neighbour)) bottom += 1
  const target = { ...source, top: below, bottom }
  return rowsIn(target) > 0 ? target : null
}
