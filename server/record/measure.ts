// One measure over a group. Money stays decimal: the median too is worked out without a float.
import { AppError } from '#core/lib/error.ts'
import type { Measure } from '#core/report/query.ts'
import { usable } from './column.ts'
import type { ColumnRef } from './column.ts'
import { filterSql } from './filter.ts'
import type { Source } from './source.ts'

interface MeasureColumn {
  key: string
  name: string
  sql: string
  /** The value as it goes out, from `name`. */
  wire: string
}

const NUMBERS = new Set(['numeric', 'bigint', 'integer', 'double precision'])
const ORDERED = new Set([...NUMBERS, 'date', 'timestamptz'])
/** Decimal places of an average. */
const PLACES = 6

export function measureColumn(source: Source, measure: Measure, name: string): MeasureColumn {
  const { fn, field } = measure
  const key = measure.as ?? (field === undefined ? fn : `${fn}:${field}`)
  const only = measure.where === undefined ? '' : ` filter (where ${filterSql(source, measure.where)})`
  if (field === undefined) {
    if (fn !== 'count') throw refused('')
    return { key, name, sql: `count(*)${only}`, wire: name }
  }
  return { key, name, ...over(usable(source, field), fn, name, only) }
}

const refused = (field: string): AppError => new AppError('invalid', { key: 'field.notHere', params: { field } })

const asText = (name: string): string => `${name}::text`

/** Smallest, largest and sum are values of the field; means are decimals of their own. */
function over(ref: ColumnRef, fn: Measure['fn'], name: string, only: string): Pick<MeasureColumn, 'sql' | 'wire'> {
  if (ref.ops.length === 0) throw refused(ref.path)
  if (fn === 'count' || fn === 'distinct') return { sql: `count(${fn === 'count' ? '' : 'distinct '}${ref.value})${only}`, wire: name }
  if (!(fn === 'min' || fn === 'max' ? ORDERED : NUMBERS).has(ref.orderType)) throw refused(ref.path)
  // A birthday is ordered by its solar day, which is then what comes out.
  const wire = ref.order === ref.value ? ref.read(name) : asText(name)
  if (fn === 'min' || fn === 'max' || fn === 'sum') return { sql: `${fn}(${ref.order})${only}`, wire }
  const value = `${ref.order}::numeric`
  return { sql: fn === 'avg' ? `trim_scale(round(avg(${value})${only}, ${PLACES}))` : median(value, only), wire: asText(name) }
}

/** The middle value, or the mean of the two in the middle: the lower one counted from each end. */
const median = (value: string, only: string): string =>
  `trim_scale((percentile_disc(0.5) within group (order by ${value})${only} + percentile_disc(0.5) within group (order by ${value} desc)${only}) / 2)`
