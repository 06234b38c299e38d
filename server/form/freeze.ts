// A filed page: kept as it was, whatever happens to the data. Its cells with delicate values remember whose they are, so that
// a reader without the right to them finds a mask, on the filed page as on a living one.
import { gunzipSync, gzipSync } from 'node:zlib'
import type { FormData } from '#core/form/data.ts'
import { rowObject } from '#core/form/grid-columns.ts'
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

export interface Frozen {
  sheet: Sheet
  /** Places in `cells` by the path whose value stands there. */
  guards: { object: string; path: string; cells: number[] }[]
}

interface Place {
  object: ObjectDef
  path: string
  /** Grid; undefined for the form's record. */
  block?: string
}

function places(catalog: Catalog, { form }: OpenForm, data: FormData): Place[] {
  const about = form.record === undefined ? undefined : catalog.objects.get(form.record)
  const own = about && data.record ? recordPaths(form).map((path): Place => ({ object: about, path })) : []
  const rows = form.blocks.flatMap(block => {
    const object = block.kind === 'grid' ? rowObject(catalog, form, block) : undefined
    return object && block.kind === 'grid' ? block.columns.map((column): Place => ({ object, path: column.key, block: block.key })) : []
  })
  return [...own, ...rows]
}

const delicate = (catalog: Catalog, { object, path }: Place): boolean => {
  const found = resolvePath(catalog, object, path)
  return found !== undefined && [...found.hops, found].some(step => isDelicate(catalog, step.object, step.field))
}

/** The same data with one place covered: the cells that are masked then, its sum among them, are those of the place. */
function covered(data: FormData, { path, block }: Place): FormData {
  if (block === undefined) return { ...data, record: data.record && { ...data.record, masked: [...data.record.masked, path] } }
  const grid = data.grids[block] ?? { rows: [] }
  return { ...data, grids: { ...data.grids, [block]: { ...grid, rows: grid.rows.map(row => ({ ...row, masked: [...row.masked ?? [], path] })) } } }
}

export function freeze(catalog: Catalog, open: OpenForm, data: FormData): Frozen {
  const sheet = layout(open.form, data, catalog)
  const guards = places(catalog, open, data).filter(place => delicate(catalog, place)).map(place => {
    const masked = new Set(layout(open.form, covered(data, place), catalog).cells.filter(cell => cell.masked).flatMap(spots))
    const cells = sheet.cells.flatMap((cell, index) => (!cell.masked && spots(cell).some(spot => masked.has(spot)) ? [index] : []))
    return { object: place.object.name, path: place.path, cells }
  })
  return { sheet: stilled(sheet), guards: guards.filter(guard => guard.cells.length > 0) }
}

/** Every place under a cell: equal neighbours, masks among them, may have become one. */
const spots = ({ row, col, rowSpan, colSpan }: Cell): string[] =>
  Array.from({ length: rowSpan * colSpan }, (_, at) => `${row + Math.floor(at / colSpan)}:${col + (at % colSpan)}`)

/** Nothing can be typed, and nothing is offered. */
function stilled(sheet: Sheet): Sheet {
  const cells = sheet.cells.map(({ bind: _bind, field: _field, wire: _wire, choices: _choices, ...cell }): Cell => cell)
  return { ...sheet, cells, fields: [], locked: true, ...(sheet.record ? { record: { ...sheet.record, canUpdate: false } } : {}) }
}

const maskedCell = ({ row, col, rowSpan, colSpan, style, frame }: Cell): Cell => ({ row, col, rowSpan, colSpan, style, frame, text: MASK, align: 'left', masked: true })

/** As this reader may see it. */
export function thawed(catalog: Catalog, actor: Actor, { sheet, guards }: Frozen): Sheet {
  const hidden = new Set(guards.filter(({ object, path }) => {
    const known = catalog.objects.get(object)
    const right = known && pathRight(catalog, actor, known, path)
    return right !== 'read' && right !== 'write'
  }).flatMap(guard => guard.cells))
  return { ...sheet, cells: sheet.cells.map((cell, index) => (hidden.has(index) ? maskedCell(cell) : cell)) }
}

/** Pages are long and repeat themselves: kept small, a matrix of 500 rows fits into a field. */
export const packed = (frozen: Frozen): { gz: string } => ({ gz: gzipSync(JSON.stringify(frozen)).toString('base64') })

export function unpacked(kept: unknown): Frozen | null {
  const text = typeof kept === 'object' && kept !== null && 'gz' in kept ? kept.gz : undefined
  return typeof text === 'string' ? JSON.parse(gunzipSync(Buffer.from(text, 'base64')).toString()) as Frozen : null
}
