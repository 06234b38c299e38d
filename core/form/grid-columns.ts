// Columns of a grid as they are printed: repeated ones written out, each with its field, its share of the width and its heads.
import type { Field } from '../field/field.ts'
import { isKind } from '../field/kinds.ts'
import type { Catalog } from '../object/catalog.ts'
import { fieldOf } from '../object/catalog.ts'
import type { ObjectDef } from '../object/object.ts'
import type { Form, GridBlock, GridColumn } from './form.ts'
import type { Piece } from './piece.ts'
import { piece, words } from './piece.ts'
import type { Scene } from './scene.ts'
import { fieldMade, said } from './scene.ts'
import { canType, fieldAt, isTyped } from './spot.ts'
import { sidesFor } from './weights.ts'

export interface PrintedColumn {
  column: GridColumn
  /** Key of its values in the rows. */
  key: string
  label: string
  under: string
  field?: Field
  /** The declaration lets people type it. */
  editable: boolean
  from: number
  to: number
}

/** Columns of products that nobody chose yet: 产品 A to G, as on paper. */
const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F', 'G']
/** Narrowest column in mm: two characters and a little; 序号 in its head. */
const NARROW = 10.5
const NARROWEST = 10.4

/** The object that the rows are records of. */
export function rowObject(catalog: Catalog, form: Form, grid: GridBlock): ObjectDef | undefined {
  if ('object' in grid.source) return catalog.objects.get(grid.source.object)
  if (!('lines' in grid.source) || form.record === undefined) return undefined
  const parent = catalog.objects.get(form.record)
  const lines = parent && fieldOf(parent, grid.source.lines)
  return lines && isKind(lines, 'lines') ? catalog.objects.get(lines.of) : undefined
}

export function printedColumns(scene: Scene, grid: GridBlock, head: number): PrintedColumn[] {
  const object = rowObject(scene.catalog, scene.form, grid)
  const across = scene.data.grids[grid.key]?.across
  const names = across && across.length > 0 ? across : LETTERS.map(key => ({ key, label: key }))
  const all = grid.columns.flatMap(column => {
    const base = { column, under: said(scene, column.under), ...fieldFor(scene, grid, column, object) }
    return column.across
      ? names.map(name => ({ ...base, key: `${column.key}:${name.key}`, label: name.label, editable: false }))
      : [{ ...base, key: column.key, label: said(scene, column.label) }]
  })
  const sides = sidesFor(all.map(one => one.column.weight), all.map(one => (one.column.number ? NARROWEST : NARROW) / scene.page), head)
  return all.map((one, index) => ({ ...one, from: sides[index]!, to: sides[index + 1]! }))
}

function fieldFor(scene: Scene, grid: GridBlock, column: GridColumn, object: ObjectDef | undefined): { field?: Field; editable: boolean } {
  if (column.number) return { editable: false }
  if (column.as) return { field: fieldMade(scene, column.key, column.as, column.label), editable: false }
  if ('report' in grid.source) return { editable: false }
  const { field, own } = fieldAt(scene.catalog, object, column.key)
  return { ...(field ? { field } : {}), editable: own && field !== undefined && isTyped(field) && canType(field, column.show) }
}

/** One row of heads, or two where titles stand over neighbours. */
export function headPieces(columns: readonly PrintedColumn[]): { pieces: Piece[]; rows: number } {
  const rows = columns.some(one => one.under !== '') ? 2 : 1
  const head = (text: string) => words(text, 'head', 'center', true)
  const pieces = columns.flatMap(one => (one.under === ''
    ? [piece(0, one.from, one.to, head(one.label), { rowSpan: rows })]
    : [piece(1, one.from, one.to, head(one.label))]))
  for (let at = 0; at < columns.length; at++) {
    const { under, from } = columns[at]!
    if (under === '') continue
    while (columns[at + 1]?.under === under) at++
    pieces.push(piece(0, from, columns[at]!.to, head(under)))
  }
  return { pieces, rows }
}
