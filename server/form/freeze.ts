// A filed page: kept as it was, whatever happens to the data. Its cells with delicate values remember whose they are, so that
// a reader without the right to them finds a mask, on the filed page as on a living one.
import { gunzipSync, gzipSync } from 'node:zlib'
import type { FormData } from '#core/form/data.ts'
import { rowObject } from '#core/form/grid-columns.ts'
import type { GridBlock } from '#core/form/form.ts'
import { layout } from '#core/form/layout.ts'
import { MASK } from '#core/form/shown.ts'
import type { Cell, Sheet } from '#core/form/sheet.ts'
import type { Actor } from '#core/object/access.ts'
import type { Catalog } from '#core/object/catalog.ts'
import { resolvePath } from '#core/object/catalog.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { isDelicate } from '#server/export/columns.ts'
import type { OpenForm } from './book.ts'
import { pathRight, recordPaths } from './scope.ts'

/** What stands in some cells: a path of an object, a column that the business worked out, or a fact that it told besides. */
type Guarded = { object: string; path: string } | { block: string; column: string } | { fact: string }

export interface Frozen {
  sheet: Sheet
  /** Places in `cells` by what stands there. */
  guards: (Guarded & { cells: number[] })[]
}

const delicate = (catalog: Catalog, object: ObjectDef | undefined, path: string): boolean => {
  const found = object && resolvePath(catalog, object, path)
  return found !== undefined && [...found.hops, found].some(step => isDelicate(catalog, step.object, step.field))
}

type Variant = [Guarded, FormData]

/** The same data with one thing covered: the cells that are masked or empty then, sums among them, are those of it. */
function* variants(catalog: Catalog, { form }: OpenForm, data: FormData): Generator<Variant> {
  const about = form.record === undefined ? undefined : catalog.objects.get(form.record)
  for (const path of new Set(recordPaths(form))) {
    if (data.record && delicate(catalog, about, path)) yield [{ object: about!.name, path }, { ...data, record: { ...data.record, masked: [...data.record.masked, path] } }]
  }
  for (const block of form.blocks) if (block.kind === 'grid') yield* gridVariants(catalog, block, rowObject(catalog, form, block), data)
}

function* gridVariants(catalog: Catalog, block: GridBlock, object: ObjectDef | undefined, data: FormData): Generator<Variant> {
  const grid = data.grids[block.key]
  if (!grid) return
  const covered = (hides: (key: string) => boolean): FormData => ({ ...data, grids: { ...data.grids, [block.key]: { ...grid, rows: grid.rows.map(row => ({ ...row, masked: [...row.masked ?? [], ...Object.keys(row.values).filter(hides)] })) } } })
  for (const column of block.columns) {
    const worked = 'report' in block.source || column.lookup !== undefined
    if (worked && !column.number) yield [{ block: block.key, column: column.key }, covered(key => key === column.key || key.startsWith(`${column.key}:`))]
    else if (delicate(catalog, object, column.key)) yield [{ object: object!.name, path: column.key }, covered(key => key === column.key)]
  }
  for (const fact of Object.keys(grid.facts ?? {})) {
    const { [fact]: _gone, ...facts } = grid.facts!
    yield [{ fact }, { ...data, grids: { ...data.grids, [block.key]: { ...grid, facts } } }]
  }
}

export function freeze(catalog: Catalog, open: OpenForm, data: FormData): Frozen {
  const sheet = layout(open.form, data, catalog)
  const guards = [...variants(catalog, open, data)].map(([what, variant]) => ({ ...what, cells: hiddenIn(sheet, layout(open.form, variant, catalog)) }))
  return { sheet: stilled(sheet), guards: guards.filter(guard => guard.cells.length > 0) }
}

/** Cells that say something, and another thing or nothing in the variant. */
function hiddenIn(sheet: Sheet, variant: Sheet): number[] {
  const texts = new Map(variant.cells.flatMap(cell => spots(cell).map(spot => [spot, cell.masked ? undefined : inOneLine(cell)] as const)))
  return sheet.cells.flatMap((cell, index) => (!cell.masked && cell.text !== '' && spots(cell).some(spot => texts.get(spot) !== inOneLine(cell)) ? [index] : []))
}

/** Columns follow what stands in them, and choices break where their column ends. */
const inOneLine = ({ text }: Cell): string => text.replaceAll(/\s+/g, ' ')

/** Every place under a cell: equal neighbours, masks among them, may have become one. */
const spots = ({ row, col, rowSpan, colSpan }: Cell): string[] =>
  Array.from({ length: rowSpan * colSpan }, (_, at) => `${row + Math.floor(at / colSpan)}:${col + (at % colSpan)}`)

/** Nothing can be typed, and nothing is offered. */
function stilled(sheet: Sheet): Sheet {
  const cells = sheet.cells.map(({ bind: _bind, field: _field, wire: _wire, choices: _choices, ...cell }): Cell => cell)
  return { ...sheet, cells, fields: [], locked: true, ...(sheet.record ? { record: { ...sheet.record, canUpdate: false } } : {}) }
}

const maskedCell = ({ row, col, rowSpan, colSpan, style, frame }: Cell): Cell => ({ row, col, rowSpan, colSpan, style, frame, text: MASK, align: 'left', masked: true })

/** Whether this reader would be told it on the same form today. */
export type Told = (guard: { block: string; column: string } | { fact: string }) => boolean

/** As this reader may see it. */
export function thawed(catalog: Catalog, actor: Actor, { sheet, guards }: Frozen, told: Told): Sheet {
  const hidden = new Set(guards.filter(guard => {
    if (!('object' in guard)) return !told(guard)
    const known = catalog.objects.get(guard.object)
    const right = known && pathRight(catalog, actor, known, guard.path)
    return right !== 'read' && right !== 'write'
  }).flatMap(guard => guard.cells))
  return { ...sheet, cells: sheet.cells.map((cell, index) => (hidden.has(index) ? maskedCell(cell) : cell)) }
}

/** A column counts as told when it is open in every row that the reader gets of his own. */
export function toldIn(data: FormData | undefined): Told {
  return guard => {
    const grids = Object.entries(data?.grids ?? {})
    if ('fact' in guard) return grids.some(([, grid]) => grid.facts && Object.hasOwn(grid.facts, guard.fact))
    const rows = grids.find(([key]) => key === guard.block)?.[1].rows ?? []
    const same = (key: string): boolean => key === guard.column || key.startsWith(`${guard.column}:`)
    return rows.some(row => Object.keys(row.values).some(same)) && !rows.some(row => row.masked?.some(same))
  }
}

/** Pages are long and repeat themselves: kept small, a matrix of 500 rows fits into a field. */
export const packed = (frozen: Frozen): { gz: string } => ({ gz: gzipSync(JSON.stringify(frozen)).toString('base64') })

export function unpacked(kept: unknown): Frozen | null {
  const text = typeof kept === 'object' && kept !== null && 'gz' in kept ? kept.gz : undefined
  return typeof text === 'string' ? JSON.parse(gunzipSync(Buffer.from(text, 'base64')).toString()) as Frozen : null
}
