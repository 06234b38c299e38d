// Monthly sums kept beside an object: what each customer bought in each month. The write path keeps them up to date from the
// records of another object that point here (server/action/series.ts); sales analysis reads them (server/record/series.ts).
import type { Field } from '../field/field.ts'
import type { Text } from '../lib/text.ts'
import type { ObjectDef } from './object.ts'

export interface SeriesMeasure {
  fn: 'sum' | 'count'
  /** Summed field of the records counted; money is kept in fen. */
  field?: string
  result: 'money' | 'integer'
  label: Text
  /** Field of this object that tells the same over all time: who may not see it sees no month of it either. */
  like?: string
}

export interface Series {
  key: string
  /** The object counted, and its reference to this one. */
  of: string
  by: string
  /** Date field that says to which month a record belongs; without a date it belongs to none. */
  date: string
  /** A rule over the object counted: which records count. */
  where?: string
  measures: Record<string, SeriesMeasure>
}

export const snake = (key: string): string => key.replaceAll(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)

export const seriesTable = (object: ObjectDef, series: Series): string => `${object.table}_${snake(series.key)}_month`

export const seriesOf = (object: ObjectDef, key: string): Series | undefined => object.series?.find(series => series.key === key)

const fields = new WeakMap<SeriesMeasure, Field>()

/** A measure as the rollup field that it would be: rights and formats are asked of it. */
export function seriesField(series: Series, key: string): Field {
  const measure = series.measures[key]!
  const known = fields.get(measure)
  if (known) return known
  const { fn, field, result, label } = measure
  const made = { key: `${series.key}.${key}`, kind: 'rollup', of: series.of, by: series.by, fn, result, label,
    ...(field === undefined ? {} : { field }), ...(series.where === undefined ? {} : { where: series.where }) } as Field
  fields.set(measure, made)
  return made
}

/** 202601 of '2026-01-15'. */
export const monthOf = (date: string): number => Number(date.slice(0, 4)) * 100 + Number(date.slice(5, 7))

/** Months of a year, from and to. */
export const monthsOf = (year: number): { from: number; to: number } => ({ from: year * 100 + 1, to: year * 100 + 12 })
