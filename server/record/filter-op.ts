// One operator over one column. Equality asks the value, ranges ask the order column; dates of a
// date-time mean the whole day in the asker's time zone.
import type { Op } from '#core/field/kind.ts'
import { columnName, kindOf } from '#core/field/kinds.ts'
import { dateAdd, isDate } from '#core/lib/date.ts'
import { isRelativeName, relativeRange } from '#core/lib/date-relative.ts'
import { fromLocal } from '#core/lib/date-time.ts'
import { AppError } from '#core/lib/error.ts'
import { fieldOf, objectOf } from '#core/object/catalog.ts'
import { ident } from '#server/schema/ident.ts'
import type { ColumnRef } from './column.ts'
import { dayOf } from './computed.ts'
import { badValue, bindMany, bindOne, isPlainText } from './filter-value.ts'
import { or } from './source.ts'

export function opSql(ref: ColumnRef, op: Op, value: unknown): string {
  if (!ref.ops.includes(op)) throw new AppError('invalid', { key: 'filter.op', params: { field: ref.path, op: String(op).slice(0, 30) } })
  return OPS[op](dated(ref), value)
}

/** A birthday is compared by its solar day: what is typed may be lunar, what is asked is a day. */
function dated(ref: ColumnRef): ColumnRef {
  return ref.orderType === 'date' && ref.type !== 'date' ? { ...ref, value: ref.order, type: 'date' } : ref
}

const isList = (ref: ColumnRef): boolean => ref.type === 'text[]' || ref.type === 'uuid[]'

const OPS: Record<Op, (ref: ColumnRef, value: unknown) => string> = {
  eq: (ref, value) => (isDay(ref, value) ? range(ref, value, value) : `${ref.value} = ${bindOne(ref, ref.type, single(ref, value))}`),
  ne: (ref, value) => (isDay(ref, value) ? `(${range(ref, value, value)}) is not true` : `${ref.value} is distinct from ${bindOne(ref, ref.type, single(ref, value))}`),
  lt: (ref, value) => compare(ref, '<', isDay(ref, value) ? startOf(ref, value) : value),
  ge: (ref, value) => compare(ref, '>=', isDay(ref, value) ? startOf(ref, value) : value),
  le: (ref, value) => (isDay(ref, value) ? compare(ref, '<', endOf(ref, value)) : compare(ref, '<=', value)),
  gt: (ref, value) => (isDay(ref, value) ? compare(ref, '>=', endOf(ref, value)) : compare(ref, '>', value)),
  between: (ref, value) => {
    if (!Array.isArray(value) || value.length !== 2) throw badValue(ref.path)
    return range(ref, value[0], value[1])
  },
  in: (ref, value) => anyOf(ref, value),
  notIn: (ref, value) => {
    const found = anyOf(ref, value)
    return found === 'false' ? 'true' : `(${found}) is not true`
  },
  contains: (ref, value) => like(ref, value, text => `%${text}%`),
  notContains: (ref, value) => `(${like(ref, value, text => `%${text}%`)}) is not true`,
  startsWith: (ref, value) => like(ref, value, text => `${text}%`),
  empty: ref => emptySql(ref),
  notEmpty: ref => `(${emptySql(ref)}) is not true`,
  hasAny: (ref, value) => listSql(ref, '&&', value),
  hasAll: (ref, value) => listSql(ref, '@>', value),
  relative: (ref, value) => {
    const name = typeof value === 'string' ? value : typeof value === 'object' && value !== null && 'name' in value ? relativeName(value) : undefined
    if (name === undefined || !isRelativeName(name)) throw badValue(ref.path)
    const { from, to } = relativeRange(name, dayOf(ref.source.ask))
    return range(ref, from, to)
  },
  under: (ref, value) => underSql(ref, value),
}

/** {name: 'lastDays', n: 30} is last30Days. */
function relativeName(value: { name: unknown; n?: unknown }): string | undefined {
  if (typeof value.name !== 'string') return undefined
  return value.n === undefined ? value.name : value.name.replace(/^(last|next)N?Days$/, `$1${Number(value.n)}Days`)
}

function single(ref: ColumnRef, value: unknown): unknown {
  if (Array.isArray(value)) throw badValue(ref.path)
  return value
}

const isDay = (ref: ColumnRef, value: unknown): value is string => ref.orderType === 'timestamptz' && typeof value === 'string' && isDate(value)
const startOf = (ref: ColumnRef, day: string): string => fromLocal(day, 0, ref.source.ask.actor.zone)
const endOf = (ref: ColumnRef, day: string): string => fromLocal(dateAdd(day, 1), 0, ref.source.ask.actor.zone)

const compare = (ref: ColumnRef, sign: string, value: unknown): string => `${ref.order} ${sign} ${bindOne(ref, ref.orderType, single(ref, value))}`

/** Both ends belong to it; null leaves an end open. */
function range(ref: ColumnRef, from: unknown, to: unknown): string {
  const ends = [from === null ? '' : OPS.ge(ref, from), to === null ? '' : OPS.le(ref, to)].filter(Boolean)
  return ends.length === 0 ? `${ref.order} is not null` : `(${ends.join(' and ')})`
}

function anyOf(ref: ColumnRef, value: unknown): string {
  const list = bindMany(ref, ref.type, value)
  return list === undefined ? 'false' : `${ref.value} = any(${list})`
}

/** Without regard to case, as people look for things; % and _ are plain signs. */
function like(ref: ColumnRef, value: unknown, pattern: (text: string) => string): string {
  if (!isPlainText(value) || ref.type !== 'text') throw badValue(ref.path)
  const plain = value.replaceAll(/[\\%_]/g, sign => `\\${sign}`)
  return `${ref.value} ilike ${ref.source.ask.params.bind(pattern(plain), 'text')}`
}

function emptySql(ref: ColumnRef): string {
  return ref.type === 'text' ? or(`${ref.value} is null`, `${ref.value} = ''`) : isList(ref) ? or(`${ref.value} is null`, `${ref.value} = '{}'`) : `${ref.value} is null`
}

/** None of an empty list and all of an empty list alike find nothing: an empty choice is no choice. */
function listSql(ref: ColumnRef, sign: string, value: unknown): string {
  const list = bindMany(ref, ref.type, value)
  return list === undefined ? 'false' : `${ref.value} ${sign} ${list}`
}

/** The record or anything below it in the tree of its `parent` field. A union ends also where the tree bites its tail. */
function underSql(ref: ColumnRef, value: unknown): string {
  const { ask } = ref.source
  const target = objectOf(ask.catalog, kindOf(ref.field).target!(ref.field)!.object)
  const parent = fieldOf(target, 'parent')
  const list = bindMany(ref, ref.type, value)
  if (list === undefined) return 'false'
  if (!parent || kindOf(parent).target?.(parent)?.object !== target.name) return `${ref.value} = any(${list})`
  const table = ident(target.table)
  return `${ref.value} in (with recursive down as (select id from ${table} where org = ${ask.org} and id = any(${list})`
    + ` union select c.id from ${table} c join down on c.org = ${ask.org} and c.${ident(columnName(parent))} = down.id) select id from down)`
}
