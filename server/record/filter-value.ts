// Values in filters, checked by the type of the column before they are bound: a wrong one is the asker's
// mistake and is told so, it never becomes a fault of the database.
import type { Column } from '#core/field/kind.ts'
import { kindOf } from '#core/field/kinds.ts'
import { isDate } from '#core/lib/date.ts'
import { AppError } from '#core/lib/error.ts'
import { isId } from '#core/lib/id.ts'
import type { ColumnRef } from './column.ts'
import type { SqlType } from './params.ts'

export const badValue = (path: string): AppError => new AppError('invalid', { key: 'filter.value', params: { field: path } })

const LONGEST = 2000
const MOST = 5000
const DECIMAL = /^-?\d{1,20}(\.\d{1,20})?$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/

export const isPlainText = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= LONGEST && !value.includes('\0') && value.isWellFormed()

const isInstant = (value: unknown): value is string =>
  typeof value === 'string' && INSTANT.test(value) && isDate(value.slice(0, 10)) && !Number.isNaN(Date.parse(value))

function decimal(value: unknown): string | undefined {
  const text = typeof value === 'number' && Number.isFinite(value) ? String(value) : value
  return typeof text === 'string' && DECIMAL.test(text) ? text : undefined
}

const idOf = (value: unknown): unknown => (typeof value === 'object' && value !== null && 'id' in value ? value.id : value)

/** The value as the database takes it, or undefined when it cannot be one of this type. */
function ofType(type: Column['type'], value: unknown): unknown {
  switch (type) {
    case 'text': case 'text[]': return isPlainText(value) ? value : undefined
    case 'numeric': case 'bigint': case 'integer': case 'double precision': return decimal(value)
    case 'boolean': return typeof value === 'boolean' ? value : undefined
    case 'date': return typeof value === 'string' && isDate(value) ? value : undefined
    case 'timestamptz': return isInstant(value) ? value : undefined
    case 'uuid': case 'uuid[]': return isId(idOf(value)) ? idOf(value) : undefined
    case 'jsonb': return undefined
  }
}

/** Whole numbers are compared as numeric: 1.5 and 10^20 are questions too, and PostgreSQL has no bigint for them. */
function boundType(type: Column['type'], values: unknown[]): Exclude<SqlType, `${string}[]`> {
  if (type === 'bigint' || type === 'integer') return values.every(value => /^-?\d{1,18}$/.test(String(value))) ? 'bigint' : 'numeric'
  return type === 'text[]' ? 'text' : type === 'uuid[]' ? 'uuid' : type
}

export function bindOne(ref: ColumnRef, type: Column['type'], value: unknown): string {
  const known = ofType(type, standIn(ref, value)[0])
  if (known === undefined) throw badValue(ref.path)
  return ref.source.ask.params.bind(known, boundType(type, [known]))
}

/** A list as one array; undefined when it is empty. */
export function bindMany(ref: ColumnRef, type: Column['type'], value: unknown): string | undefined {
  const list = (Array.isArray(value) ? value : [value]).flatMap(item => standIn(ref, item))
  if (list.length > MOST) throw badValue(ref.path)
  const known = list.map(item => ofType(type, item))
  if (known.includes(undefined)) throw badValue(ref.path)
  return known.length === 0 ? undefined : ref.source.ask.params.bind(known, `${boundType(type, known)}[]` as SqlType)
}

/** '@me' and '@myDepartment' stand for the asker: so one saved view serves everybody. */
function standIn(ref: ColumnRef, value: unknown): unknown[] {
  const target = kindOf(ref.field).target?.(ref.field)?.object
  const { actor } = ref.source.ask
  if (value === '@me' && target === 'user') return [actor.userId]
  if (value === '@myDepartment' && target === 'department') return actor.departments
  return [value]
}
