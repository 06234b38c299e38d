// How a form is changed: what the designer does at a click, and what a company's own set is made of.
// Pure: the form that is given stays as it was, so that undoing is taking up the one before.
import type { FieldInput } from '../field/field.ts'
import type { Block, Form, GridBlock, GridColumn } from './form.ts'

/** undefined takes a property away. */
export type Patch<T> = { [K in keyof T]?: T[K] | undefined }
export type BlockOf<K extends Block['kind']> = Extract<Block, { kind: K }>
export type Step = (form: Form) => Form

/** A form and what is done to it, one after the other. */
export const edited = (form: Form, ...steps: Step[]): Form => steps.reduce((now, step) => step(now), form)

export function patched<T extends object>(value: T, patch: Patch<T>): T {
  const kept = Object.entries({ ...value, ...patch }).filter(([, part]) => part !== undefined)
  return Object.fromEntries(kept) as T
}

export const inserted = <T>(list: readonly T[], at: number, value: T): T[] => list.toSpliced(at, 0, value)
export const without = <T>(list: readonly T[], at: number): T[] => list.filter((_, place) => place !== at)
export const replaced = <T>(list: readonly T[], at: number, change: (value: T) => T): T[] => list.map((value, place) => (place === at ? change(value) : value))

/** `to` is the place it has afterwards. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  if (from < 0 || from >= list.length) return [...list]
  return inserted(without(list, from), to, list[from]!)
}

export const setForm = (form: Form, patch: Patch<Pick<Form, 'title' | 'about' | 'page' | 'filledBy'>>): Form => patched<Form>(form, patch)

/** What a parameter is when nothing is said: 前 10 名 becomes 前 5 名. */
export function setPreset(form: Form, param: string, preset: unknown): Form {
  const known = form.params?.[param]
  return known ? { ...form, params: { ...form.params, [param]: patched(known, { preset }) } } : form
}

export const addBlock = (form: Form, at: number, block: Block): Form => ({ ...form, blocks: inserted(form.blocks, at, block) })
export const removeBlock = (form: Form, at: number): Form => ({ ...form, blocks: without(form.blocks, at) })
export const moveBlock = (form: Form, from: number, to: number): Form => ({ ...form, blocks: moved(form.blocks, from, to) })

/** Changes the block at a place when it is of this kind. */
export function changeBlock<K extends Block['kind']>(form: Form, at: number, kind: K, change: (block: BlockOf<K>) => BlockOf<K>): Form {
  return { ...form, blocks: replaced(form.blocks, at, block => (block.kind === kind ? change(block as BlockOf<K>) : block)) }
}

/** What a block says of itself, besides the parts that have edits of their own and the rows that it is filled with. */
type Looks<K extends Block['kind']> = Omit<BlockOf<K>, 'kind' | 'key' | 'source' | 'columns' | 'spare' | 'items' | 'rows'>
export const setBlock = <K extends Block['kind']>(form: Form, at: number, kind: K, patch: Patch<Looks<K>>): Form =>
  changeBlock(form, at, kind, block => patched(block, patch as Patch<BlockOf<K>>))

const withColumns = (form: Form, at: number, change: (columns: GridColumn[]) => GridColumn[]): Form =>
  changeBlock(form, at, 'grid', grid => ({ ...grid, columns: change(grid.columns) }))

export const addColumn = (form: Form, block: number, at: number, column: GridColumn): Form => withColumns(form, block, columns => inserted(columns, at, column))
export const removeColumn = (form: Form, block: number, at: number): Form => withColumns(form, block, columns => without(columns, at))
export const moveColumn = (form: Form, block: number, from: number, to: number): Form => withColumns(form, block, columns => moved(columns, from, to))
export const setColumn = (form: Form, block: number, at: number, patch: Patch<GridColumn>): Form => withColumns(form, block, columns => replaced(columns, at, column => patched(column, patch)))

/** Neighbours under the same title, this one among them. */
export function underRun(columns: readonly GridColumn[], at: number): { from: number; to: number } {
  const title = JSON.stringify(columns[at]?.under)
  const same = (place: number): boolean => columns[place]?.under !== undefined && JSON.stringify(columns[place].under) === title
  let [from, to] = [at, at]
  while (same(from - 1)) from--
  while (same(to + 1)) to++
  return { from, to }
}

/** The title over several columns is one: it changes over all of them. */
export const setUnder = (form: Form, block: number, { from, to }: { from: number; to: number }, under: GridColumn['under']): Form =>
  withColumns(form, block, columns => columns.map((column, at) => (from <= at && at <= to ? patched(column, { under }) : column)))

export const setValue = (form: Form, key: string, field: FieldInput): Form => ({ ...form, values: { ...form.values, [key]: field } })

/** Blocks and columns by what they are called, for edits written down. */
export const gridOf = (form: Form, key: string): { at: number; grid: GridBlock } => {
  const at = form.blocks.findIndex(block => block.kind === 'grid' && block.key === key)
  if (at < 0) throw new Error(`${form.id} has no grid ${key}`)
  return { at, grid: form.blocks[at] as GridBlock }
}
