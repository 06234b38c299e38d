// Places of a block in reading order, for dragging and for the buttons up and down; widths as shares that people can read. Pure.
import type { Block, Form } from '#core/form/form.ts'
import type { Place } from '#core/form/edit-items.ts'
import { addRow, moveItem, removeItem, rowsOf } from '#core/form/edit-items.ts'

export const placesOf = (block: Block, at: number): Place[] =>
  rowsOf(block).flatMap((items, row) => items.map((_, item) => ({ block: at, row, item })))

/** The place dragged from one to another of the reading order; into another row before or after what stands there. */
export function dragItem(form: Form, at: number, from: number, to: number): Form {
  const places = placesOf(form.blocks[at]!, at)
  const [source, target] = [places[from], places[to]]
  if (!source || !target) return form
  const after = source.row !== target.row && from < to ? 1 : 0
  return moveItem(form, source, { row: target.row, item: target.item + after })
}

/** One step on; past the end of a row into the next one. */
export function stepItem(form: Form, place: Place, by: 1 | -1): Form {
  const rows = rowsOf(form.blocks[place.block])
  const item = place.item + by
  if (item >= 0 && item < (rows[place.row]?.length ?? 0)) return moveItem(form, place, { row: place.row, item })
  const row = place.row + by
  const next = rows[row]
  return next ? moveItem(form, place, { row, item: by === 1 ? 0 : next.length }) : form
}

export const canStep = (block: Block, place: Place, by: 1 | -1): boolean => {
  const rows = rowsOf(block)
  return by === 1 ? place.item < (rows[place.row]?.length ?? 0) - 1 || place.row < rows.length - 1 : place.item > 0 || place.row > 0
}

/** Out of its row into one of its own below. */
export function ownRow(form: Form, place: Place): Form {
  const taken = rowsOf(form.blocks[place.block])[place.row]?.[place.item]
  return taken ? removeItem(addRow(form, place.block, place.row + 1, [taken]), place) : form
}

interface Weighed { weight?: number }

const weightOf = (one: Weighed): number => one.weight ?? 1
const total = (list: readonly Weighed[]): number => list.reduce((sum, one) => sum + weightOf(one), 0)

/** Percent of the width that one of them takes. */
export const shareOf = (list: readonly Weighed[], at: number): number => Math.round(weightOf(list[at] ?? {}) / total(list) * 100)

/** The weight that gives it this percentage while the others share the rest as before. */
export function weightFor(list: readonly Weighed[], at: number, percent: number): number {
  const others = total(list) - weightOf(list[at] ?? {})
  const share = Math.min(95, Math.max(1, percent)) / 100
  return others <= 0 ? 1 : Math.round(others * share / (1 - share) * 1000) / 1000
}

/** A fair width for one more. */
export const fairWeight = (list: readonly Weighed[]): number => (list.length === 0 ? 1 : Math.round(total(list) / list.length * 1000) / 1000)
