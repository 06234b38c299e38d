// SQL that makes tables, columns and indexes: the same for migrations and for what is added at run time.
import type { Field } from '#core/field/field.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { ident, idents } from './ident.ts'
import { indexShape } from './index-shape.ts'
import { fieldColumns, fieldIndexes, objectShape } from './object-shape.ts'
import type { ColumnShape, IndexShape, TableShape } from './shape.ts'

function columnSql(column: ColumnShape): string {
  return [
    ident(column.name), column.type,
    column.collateC ? 'collate "C"' : '',
    column.identity ? 'generated always as identity' : '',
    column.notNull ? 'not null' : '',
    column.default === undefined ? '' : `default ${column.default}`,
  ].filter(Boolean).join(' ')
}

export const indexSql = (index: IndexShape): string =>
  `create ${index.unique ? 'unique ' : ''}index ${ident(index.name)} ${index.definition}`

export const addColumnSql = (table: string, column: ColumnShape): string =>
  `alter table ${ident(table)} add column ${columnSql(column)}`

export function tableSql(table: TableShape): string[] {
  const lines = [...table.columns.map(columnSql), `primary key (${idents(table.primaryKey)})`]
  return [`create table ${ident(table.name)} (\n  ${lines.join(',\n  ')}\n)`, ...table.indexes.map(indexSql)]
}

/** Statements that make the table of an object, declared or added at run time. */
export const createTableSql = (object: ObjectDef): string[] => tableSql(objectShape(object))

/**
 * Statements that add a field to a table that stands; `object` already has the field. A first searchable
 * field brings the search columns: they are added when absent.
 */
export function addFieldSql(object: ObjectDef, field: Field): string[] {
  const shape = objectShape(object)
  const wanted = new Set(fieldColumns(field).map(column => column.name))
  const searching = field.search ? ['grams', 'search_pinyin', 'search_initials'] : []
  const own = shape.columns.filter(column => wanted.has(column.name) || searching.includes(column.name))
  const names = new Set(fieldIndexes(object, field).map(wish => indexShape(wish).name))
  const indexes = shape.indexes.filter(index => names.has(index.name) || (field.search && /\("(?:grams|org", "search_\w+)"\)/.test(index.definition)))
  return [
    ...own.map(column => addColumnSql(object.table, column).replace('add column', 'add column if not exists')),
    ...indexes.map(index => indexSql(index).replace('index "', 'index if not exists "')),
  ]
}

/** Statements for a field whose declaration changed (now indexed, unique or searched; or no longer). */
export function changeFieldSql(object: ObjectDef, before: Field, after: Field): string[] {
  const names = (field: Field): string[] => fieldIndexes(object, field).map(wish => indexShape(wish).name)
  const kept = new Set(names(after))
  return [
    ...names(before).filter(name => !kept.has(name)).map(name => `drop index if exists ${ident(name)}`),
    ...addFieldSql(object, after),
  ]
}
