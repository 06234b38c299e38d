// Who may see which months: a measure is as open as the fields that it is made of.
import type { Field } from '#core/field/field.ts'
import { AppError } from '#core/lib/error.ts'
import type { Actor, FieldRight } from '#core/object/access.ts'
import type { Catalog } from '#core/object/catalog.ts'
import { fieldOf } from '#core/object/catalog.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { seriesField, seriesOf } from '#core/object/series.ts'
import type { Series } from '#core/object/series.ts'
import { unknownField } from './column.ts'
import { visibleRight } from './right.ts'
import type { Ask } from './source.ts'

/** The series, or nothing that the reader can tell from a series that does not exist. */
export function knownSeries(object: ObjectDef, key: string): Series {
  const series = seriesOf(object, key)
  if (!series) throw unknownField(key)
  return series
}

/** What is restricted where it comes from is restricted here. */
export function seriesRight(catalog: Catalog, actor: Actor, object: ObjectDef, key: string, measure: string): FieldRight {
  const series = seriesOf(object, key)
  const known = series && Object.hasOwn(series.measures, measure) ? series.measures[measure] : undefined
  if (!series || !known) return 'hidden'
  const like = known.like === undefined ? undefined : fieldOf(object, known.like)
  const fields: Field[] = [seriesField(series, measure), ...(like ? [like] : [])]
  const rights = fields.map(field => visibleRight(catalog, actor, object, field))
  return rights.find(right => right === 'hidden') ?? rights.find(right => right === 'masked') ?? 'read'
}

export function needMeasure(ask: Ask, object: ObjectDef, series: string, measure: string): void {
  const right = ask.trusted ? 'read' : seriesRight(ask.catalog, ask.actor, object, series, measure)
  if (right === 'hidden' || !Object.hasOwn(knownSeries(object, series).measures, measure)) throw unknownField(`${series}.${measure}`)
  if (right === 'masked') throw new AppError('forbidden', { key: 'field.masked', params: { field: `${series}.${measure}` } })
}
