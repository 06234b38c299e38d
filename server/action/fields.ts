// Fields as columns: which a save writes, how they are named and typed, and how a wire value becomes their values.
import { pinyinKey } from '#core/lib/pinyin.ts'
import { birthDate } from '#core/lib/lunar.ts'
import type { Field } from '#core/field/field.ts'
import type { Column, StoreEnv } from '#core/field/kind.ts'
import { columnName, kindOf } from '#core/field/kinds.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { ident } from '#server/schema/ident.ts'

/** Wire values by field key. Only keys of the catalog come in here; what a request names is looked up in it first. */
export type Values = Record<string, unknown>

export const storeEnv: StoreEnv = {
  sortKey: (text, person) => pinyinKey(text, { person }),
  solarBirthday: value => birthDate(value) ?? null,
}

export interface StoredColumn {
  name: string
  type: Column['type']
}

/** Asked for every value of every row that is written: worked out once a field. */
const storedColumns = new WeakMap<Field, StoredColumn[]>()

export function columnsOf(field: Field): StoredColumn[] {
  const known = storedColumns.get(field)
  if (known) return known
  const columns = kindOf(field).columns(field).map(column => ({ name: columnName(field, column.suffix), type: column.type }))
  storedColumns.set(field, columns)
  return columns
}

/** Fields with columns of their own, without those the system fills in every table. */
export const ownFields = (object: ObjectDef): Field[] =>
  Object.values(object.fields).filter(field => !field.retired && !field.system && kindOf(field).columns(field).length > 0)

export const isDerived = (field: Field): boolean => field.kind === 'computed' || field.kind === 'rollup'

export const readSql = (field: Field, alias: string): string =>
  kindOf(field).read(suffix => `${alias}.${ident(columnName(field, suffix))}`, field)

/** Puts the columns of a wire value into a row for json_to_recordset, which reads what is not there as null. */
export function putColumns(row: Values, field: Field, value: unknown): void {
  if (value === null || value === undefined) return
  const stored = kindOf(field).store(value, field, storeEnv)
  for (const [at, column] of columnsOf(field).entries()) {
    const part = stored[at] ?? null
    // What is left out is null for json_to_recordset.
    if (part !== null) row[column.name] = column.type === 'jsonb' && typeof part === 'string' ? JSON.parse(part) : part
  }
}

/** Equal as stored: '1.50' and '1.5' are one number. */
export function sameValue(field: Field, a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (a === null || b === null || a === undefined || b === undefined) return (a ?? null) === (b ?? null)
  if (typeof a === 'string' && typeof b === 'string') {
    if (kindOf(field).numeric && Number.isFinite(Number(a))) return plain(a) === plain(b)
    if (field.kind === 'datetime') return Date.parse(a) === Date.parse(b)
    return false
  }
  return typeof a === 'object' && JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
}

const plain = (text: string): string => text.replace(/^\+/, '').replace(/^(-?)0+(?=\d)/, '$1').replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '').replace(/^-0$/, '0')

const sorted = (value: unknown): unknown => (value !== null && typeof value === 'object' && !Array.isArray(value)
  ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, sorted(part)]))
  : value)

/** The field that a column belongs to; undefined for those of the system. */
export function fieldsByColumn(object: ObjectDef): Map<string, Field> {
  const map = new Map<string, Field>()
  for (const field of Object.values(object.fields)) for (const column of columnsOf(field)) map.set(column.name, field)
  return map
}
