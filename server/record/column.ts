// From a path to its columns, with the reader's right to them. The only way from a name in a query into SQL.
import type { Field } from '#core/field/field.ts'
import type { Column, Op } from '#core/field/kind.ts'
import { isKind, kindOf } from '#core/field/kinds.ts'
import { DATE_OPS, NUMBER_OPS, TEXT_OPS } from '#core/field/kinds/shared.ts'
import { AppError } from '#core/lib/error.ts'
import { resolvePath } from '#core/object/catalog.ts'
import type { Resolved } from '#core/object/catalog.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { rightTo } from './right.ts'
import { fieldCol, hop } from './source.ts'
import type { Source } from './source.ts'

export interface ColumnRef {
  path: string
  object: ObjectDef
  field: Field
  /** The table that has the field. */
  source: Source
  masked: boolean
  /** The value itself, and what it is sorted and range-filtered by. */
  value: string
  order: string
  type: Column['type']
  orderType: Column['type']
  /** The value as it goes over the wire. */
  read: (value?: string) => string
  ops: readonly Op[]
  part: string
}

export const unknownField = (path: string): AppError => new AppError('invalid', { key: 'field.unknown', params: { field: path } })

/** A record's own id can be asked for like a field: selections are filters by id. */
function idField(object: ObjectDef): Field {
  return { key: 'id', kind: 'reference', to: object.name, label: { zh: 'ID', en: 'ID' } }
}

/** Refuses what the reader may not know of in the very same words as what does not exist. */
export function column(source: Source, path: string): ColumnRef {
  const { ask } = source
  const found: Resolved | undefined = path === 'id' ? { hops: [], object: source.object, field: idField(source.object), part: '' }
    : resolvePath(ask.catalog, source.object, path)
  if (!found) throw unknownField(path)
  const rights = new Set([...found.hops, found].map(step => (step.field.key === 'id' ? 'read' : rightTo(ask, step.object, step.field))))
  if (rights.has('hidden')) throw unknownField(path)
  const masked = rights.has('masked')
  let here = source
  // Behind a mask nothing is joined: not even a plan may depend on it.
  if (!masked) for (const step of found.hops) here = hop(here, step.field, target => (ask.trusted ? 'true' : ask.compile.permissionOn(target, 'read')))
  return { path, object: found.object, field: found.field, source: here, masked, part: found.part, ...parts(here, found) }
}

/** For filter, sort, group, measure: a masked value must not be told from its effects either. */
export function usable(source: Source, path: string): ColumnRef {
  const found = column(source, path)
  if (found.masked) throw new AppError('forbidden', { key: 'field.masked', params: { field: path } })
  return found
}

const PART_OPS: Record<string, readonly Op[]> = { text: TEXT_OPS, number: NUMBER_OPS, date: DATE_OPS }

type Parts = Pick<ColumnRef, 'value' | 'order' | 'type' | 'orderType' | 'read' | 'ops'>

function parts(source: Source, found: Resolved): Parts {
  const { field, part } = found
  const kind = kindOf(field)
  const types = new Map(kind.columns(field).map(entry => [entry.suffix, entry.type]))
  const at = (suffix: string): string => fieldCol(source, field, suffix)
  if (part) {
    const { suffix, type } = kind.parts![part]!
    const own = types.get(suffix)!
    const value = at(suffix)
    return { value, order: value, type: own, orderType: own, read: (sql = value) => (own === 'date' ? `${sql}::text` : sql), ops: PART_OPS[type] ?? [] }
  }
  if (isKind(field, 'computed') && field.volatile) return volatileParts(source, field)
  if (types.size === 0) return { value: 'null', order: 'null', type: 'text', orderType: 'text', read: () => 'null', ops: [] }
  const orderSuffix = kind.order(suffix => suffix, field)
  return {
    value: at(''), order: at(orderSuffix), type: types.get('')!, orderType: types.get(orderSuffix)!,
    read: sql => (sql === undefined ? kind.read(at, field) : readsAlone(field) ? kind.read(() => sql, field) : sql), ops: kind.ops,
  }
}

/** False for what is put together from several columns: taken out of its row, it is its plain value. */
function readsAlone(field: Field): boolean {
  const asked = new Set<string>()
  kindOf(field).read(suffix => (asked.add(suffix), 'x'), field)
  return asked.size === 1 && asked.has('')
}

function volatileParts(source: Source, field: Extract<Field, { kind: 'computed' }>): Parts {
  const stored: Field = { ...field, volatile: false }
  const type = kindOf(stored).columns(stored)[0]!.type
  const value = source.ask.compile.volatileSql(source, field, type)
  return { value, order: value, type, orderType: type, read: (sql = value) => kindOf(stored).read(() => sql, stored), ops: kindOf(field).ops }
}
