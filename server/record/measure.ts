// One measure over a group. Money stays decimal: the median too is worked out without a float.
import { AppError } from '#core/lib/error.ts'
import type { Measure } from '#core/report/query.ts'
import { usable } from './column.ts'
import type { ColumnRef } from './column.ts'
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
  if (field === undefined) {
    if (fn !== 'count') throw refused('')
    return { key, name, sql: 'count(*)', wire: name }
  }
  return { key, name, ...over(usable(source, field), fn, name) }
}

const refused = (field: string): AppError => new AppError('invalid', { key: 'field.notHere', params: { field } })

const asText = (name: string): string => `${name}::text`

/** Smallest, largest and sum are values of the field; means are decimals of their own. */
function over(ref: ColumnRef, fn: Measure['fn'], name: string): Pick<MeasureColumn, 'sql' | 'wire'> {
  if (ref.ops.length === 0) throw refused(ref.path)
  if (fn === 'count' || fn === 'distinct') return { sql: fn === 'count' ? `count(${ref.value})` : `count(distinct ${ref.value})`, wire: name }
  if (!(fn === 'min' || fn === 'max' ? ORDERED : NUMBERS).has(ref.orderType)) throw refused(ref.path)
  // A birthday is ordered by its solar day, which is then what comes out.
  const wire = ref.order === ref.value ? ref.read(name) : asText(name)
  if (fn === 'min' || fn === 'max' || fn === 'sum') return { sql: `${fn}(${ref.order})`, wire }
  const value = `${ref.order}::numeric`
  return { sql: fn === 'avg' ? `trim_scale(round(avg(${value}), ${PLACES}))` : median(value), wire: asText(name) }
}

/** The middle value, or the mean of the two in the middle: the lower one counted from each end. */
const median = (value: string): string =>
  `trim_scale((percentile_disc(0.5) within group (order by ${value}) + percentile_disc(0.5) within group (order by ${value} desc)) / 2)`
