// The table of an object, derived from its fields. The record compiler relies on these indexes.
import type { Field } from '#core/field/field.ts'
import type { Column } from '#core/field/kind.ts'
import { columnName, kindOf } from '#core/field/kinds.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { indexShape } from './index-shape.ts'
import type { IndexWish } from './index-shape.ts'
import type { ColumnShape, IndexShape, TableShape } from './shape.ts'

const LIVING = 'deleted_at is null'

const SYSTEM: ColumnShape[] = [
  { name: 'org', type: 'integer', notNull: true },
  { name: 'id', type: 'uuid', notNull: true },
  { name: 'version', type: 'integer', notNull: true, default: '1' },
  { name: 'created_at', type: 'timestamp with time zone', notNull: true, default: 'now()' },
  { name: 'created_by', type: 'uuid' },
  { name: 'updated_at', type: 'timestamp with time zone', notNull: true, default: 'now()' },
  { name: 'updated_by', type: 'uuid' },
  { name: 'deleted_at', type: 'timestamp with time zone' },
  { name: 'deleted_batch', type: 'uuid' },
]

const SEARCH: ColumnShape[] = [
  { name: 'grams', type: 'text[]' },
  { name: 'search_pinyin', type: 'text', collateC: true },
  { name: 'search_initials', type: 'text', collateC: true },
]

const TYPES: Partial<Record<Column['type'], string>> = { timestamptz: 'timestamp with time zone' }

const searched = new WeakMap<ObjectDef, Field[]>()

/** Fields that people search by; asked for every row that is written. */
export function searchFields(object: ObjectDef): Field[] {
  const known = searched.get(object)
  if (known) return known
  const fields = Object.values(object.fields).filter(field => field.search && !field.retired)
  searched.set(object, fields)
  return fields
}

/** Columns of one field, in the order in which its kind stores them. */
export const fieldColumns = (field: Field): ColumnShape[] => kindOf(field).columns(field).map(column => ({
  name: columnName(field, column.suffix),
  type: TYPES[column.type] ?? column.type,
  ...(column.collateC ? { collateC: true } : {}),
}))

/** Suffix of the column that the field is sorted by. */
export const orderSuffix = (field: Field): string => kindOf(field).order(suffix => suffix, field)

/** Columns that an index over the field names: its order, and its value where people look it up by that. */
function lookedUp(object: ObjectDef, field: Field): string[] {
  const named = field.key === object.title || field.key === object.code
  const target = kindOf(field).target?.(field)
  // Who made or changed a record is no way into a list, and lines are found by their parent: no index pays there.
  const dated = !object.parent && (field.key === 'createdAt' || field.key === 'updatedAt')
  if (!(field.indexed || field.unique || named || (target && !target.many && !field.system) || dated)) return []
  const order = columnName(field, orderSuffix(field))
  return [...new Set([order, columnName(field)])]
}

/** One's own list in order of time needs the owner first in the index; that serves look-ups by owner as well. */
const byOwner = (object: ObjectDef): string[] => (object.owned ? ['owner', 'department'] : [])

export function fieldIndexes(object: ObjectDef, field: Field): IndexWish[] {
  const { table } = object
  if (field.retired || fieldColumns(field).length === 0) return []
  if (fieldColumns(field)[0]!.type.endsWith('[]')) return [{ table, columns: [columnName(field)], gin: true, where: LIVING }]
  if (byOwner(object).includes(field.key)) return ['updated_at', 'created_at'].map(time => ({ table, columns: ['org', columnName(field), time, 'id'], where: LIVING }))
  // A unique index sorts as well as one that ends in the id.
  return lookedUp(object, field).map(column => (field.unique && column === columnName(field)
    ? { table, columns: ['org', column], unique: true, where: LIVING }
    : { table, columns: ['org', column, 'id'], where: LIVING }))
}

const valueColumns = (object: ObjectDef, keys: string[]): string[] => keys.map(key => columnName(object.fields[key]!))
const orderColumns = (object: ObjectDef, keys: string[]): string[] =>
  keys.map(key => columnName(object.fields[key]!, orderSuffix(object.fields[key]!)))

function objectIndexes(object: ObjectDef): IndexShape[] {
  const { table } = object
  const wishes: IndexWish[] = Object.values(object.fields).flatMap(field => fieldIndexes(object, field))
  for (const keys of object.unique ?? []) wishes.push({ table, columns: ['org', ...valueColumns(object, keys)], unique: true, where: LIVING })
  for (const keys of object.indexes ?? []) wishes.push({ table, columns: ['org', ...orderColumns(object, keys), 'id'], where: LIVING })
  wishes.push({ table, columns: ['org', 'deleted_at', 'id'], where: 'deleted_at is not null' })
  if (searchFields(object).length > 0) {
    wishes.push({ table, columns: ['grams'], gin: true, where: LIVING })
    for (const column of ['search_pinyin', 'search_initials']) wishes.push({ table, columns: ['org', column], where: LIVING })
  }
  const shapes = new Map(wishes.map(indexShape).map(shape => [shape.name, shape]))
  return [...shapes.values()]
}

/** The whole table of an object. Retired fields keep their columns: nothing is lost. */
export function objectShape(object: ObjectDef): TableShape {
  const own = Object.values(object.fields).filter(field => !field.system)
  return {
    name: object.table,
    columns: [...SYSTEM, ...(searchFields(object).length > 0 ? SEARCH : []), ...own.flatMap(fieldColumns)],
    primaryKey: ['org', 'id'],
    indexes: objectIndexes(object),
  }
}
