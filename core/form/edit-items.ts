// Changes of the places in lines, rows of fields and sign-off lines. Pure, as edit.ts.
import type { Block, Form, Item } from './form.ts'
import type { Patch } from './edit.ts'
import { inserted, moved, patched, replaced, without } from './edit.ts'

/** `row` is 0 in lines and sign-off lines. */
export interface Place { block: number; row: number; item: number }

/** Rows of places, whatever the block calls them. */
export function rowsOf(block: Block | undefined): Item[][] {
  if (!block) return []
  return block.kind === 'fields' ? block.rows : block.kind === 'line' || block.kind === 'signatures' ? [block.items] : []
}

function withRows(form: Form, at: number, change: (rows: Item[][]) => Item[][]): Form {
  return {
    ...form, blocks: replaced(form.blocks, at, block => {
      if (block.kind === 'fields') return { ...block, rows: change(block.rows) }
      return block.kind === 'line' || block.kind === 'signatures' ? { ...block, items: change([block.items]).flat() } : block
    }),
  }
}

const withRow = (form: Form, { block, row }: Place, change: (items: Item[]) => Item[]): Form => withRows(form, block, rows => replaced(rows, row, change))

/** A row of fields without any place is none. */
const filled = (rows: Item[][]): Item[][] => rows.filter(row => row.length > 0)

export const addItem = (form: Form, place: Place, item: Item): Form => withRow(form, place, items => inserted(items, place.item, item))
export const setItem = (form: Form, place: Place, patch: Patch<Item>): Form => withRow(form, place, items => replaced(items, place.item, item => patched(item, patch)))
export const removeItem = (form: Form, place: Place): Form => withRows(form, place.block, rows => filled(replaced(rows, place.row, items => without(items, place.item))))

/** Within a row or into another row of the same block. */
export function moveItem(form: Form, from: Place, to: { row: number; item: number }): Form {
  if (from.row === to.row) return withRow(form, from, items => moved(items, from.item, to.item))
  const taken = rowsOf(form.blocks[from.block])[from.row]?.[from.item]
  if (!taken) return form
  const put = (rows: Item[][]): Item[][] => replaced(rows, to.row, items => inserted(items, to.item, taken))
  return withRows(form, from.block, rows => filled(replaced(put(rows), from.row, items => without(items, from.item))))
}

export const addRow = (form: Form, block: number, at: number, items: Item[]): Form => withRows(form, block, rows => inserted(rows, at, items))
export const moveRow = (form: Form, block: number, from: number, to: number): Form => withRows(form, block, rows => moved(rows, from, to))
export const removeRow = (form: Form, block: number, at: number): Form => withRows(form, block, rows => without(rows, at))

/** Places of the form that show this value. */
export function usesOf(form: Form, bind: string): number {
  const places = form.blocks.flatMap(block => ('at' in block && block.at === bind ? [block] : rowsOf(block).flat().filter(item => item.at === bind)))
  return places.length
}

/** A key for a value typed on the form, unused here and in the forms given. */
export function freshValue(form: Form, ...others: Form[]): string {
  const taken = new Set([form, ...others].flatMap(one => Object.keys(one.values ?? {})))
  let n = 1
  while (taken.has(`own${n}`)) n++
  return `own${n}`
}

/** Own values that were made and then not used are no part of the published form; those of `kept` stay: filled forms hold them. */
export function tidied(form: Form, ...kept: Form[]): Form {
  const held = new Set(kept.flatMap(one => Object.keys(one.values ?? {})))
  const values = Object.entries(form.values ?? {}).filter(([key]) => held.has(key) || usesOf(form, `#${key}`) > 0)
  return patched(form, { values: values.length > 0 ? Object.fromEntries(values) : undefined })
}

/** Where a value stands, for edits written down. */
export function placeOf(form: Form, bind: string): Place {
  const places = form.blocks.flatMap((block, at) => rowsOf(block).flatMap((items, row) => items.map((item, place) => ({ item, place: { block: at, row, item: place } }))))
  const found = places.find(({ item }) => item.at === bind)
  if (!found) throw new Error(`${form.id} shows ${bind} nowhere`)
  return found.place
}
