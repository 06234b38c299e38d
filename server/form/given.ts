// Binds inside the filter and the fresh values of a grid: '@region' is a parameter, 'record' the form's record, 'record.date' a
// value of it. A part of a filter whose value is empty is left out: no region chosen means all regions.
import type { Filter } from '#core/report/query.ts'

export interface Given {
  params: Readonly<Record<string, unknown>>
  record?: string | undefined
  /** Values of the record by path. */
  values: Readonly<Record<string, unknown>>
}

const own = (values: Readonly<Record<string, unknown>>, key: string): unknown => (Object.hasOwn(values, key) ? values[key] : undefined)

/** Ids for links: that is what filters and records are given. */
const bare = (value: unknown): unknown => (typeof value === 'object' && value !== null && 'id' in value ? value.id : value)

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** What stands at a bind; every other value is itself. '@me' stays: the reader behind a filter is known to the query. */
export function valueGiven(value: unknown, given: Given): unknown {
  if (Array.isArray(value)) return value.map(item => valueGiven(item, given))
  if (typeof value !== 'string') return value
  if (value === 'record') return given.record
  if (value.startsWith('record.')) return bare(own(given.values, value.slice('record.'.length)))
  return value.startsWith('@') && Object.hasOwn(given.params, value.slice(1)) ? bare(given.params[value.slice(1)]) : value
}

/** Undefined: nothing of it is left. */
export function filterGiven(filter: Filter | undefined, given: Given): Filter | undefined {
  if (filter === undefined) return undefined
  if ('all' in filter) return joined(filter.all, given, all => ({ all }))
  if ('any' in filter) return joined(filter.any, given, any => ({ any }))
  if ('not' in filter) {
    const not = filterGiven(filter.not, given)
    return not && { not }
  }
  if ('some' in filter) return { ...filter, ...(filter.where ? { where: filterGiven(filter.where, given) } : {}) }
  return 'field' in filter ? fieldGiven(filter, given) : filter
}

function joined(parts: Filter[], given: Given, join: (parts: Filter[]) => Filter): Filter | undefined {
  const left = parts.flatMap(part => filterGiven(part, given) ?? [])
  return left.length === 0 ? undefined : join(left)
}

function fieldGiven(filter: Extract<Filter, { field: string }>, given: Given): Filter | undefined {
  if (filter.value === undefined) return filter
  const value = valueGiven(filter.value, given)
  if (filter.op === 'between' && Array.isArray(value)) return betweenGiven(filter, value)
  return isEmpty(value) ? undefined : { ...filter, value: Array.isArray(value) ? value.filter(item => !isEmpty(item)) : value }
}

/** A period with one end is open on the other side. */
function betweenGiven(filter: Extract<Filter, { field: string }>, [from, to]: unknown[]): Filter | undefined {
  if (isEmpty(from) && isEmpty(to)) return undefined
  if (isEmpty(from)) return { ...filter, op: 'le', value: to }
  return isEmpty(to) ? { ...filter, op: 'ge', value: from } : { ...filter, value: [from, to] }
}

/** True when the filter is about the form's record: without one there are no rows. */
export const asksRecord = (value: unknown): boolean => (typeof value === 'string' ? value === 'record' || value.startsWith('record.')
  : typeof value === 'object' && value !== null && Object.values(value).some(asksRecord))

/** What a row typed into the form begins with. */
export function freshGiven(fresh: Readonly<Record<string, unknown>>, given: Given): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fresh).flatMap(([key, value]) => {
    const known = valueGiven(value, given)
    return isEmpty(known) ? [] : [[key, known]]
  }))
}
