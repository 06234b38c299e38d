// Records by the sum of their months, as a condition of a filter: those behind a number of an analysis form.
import { cmp } from '#core/lib/decimal.ts'
import { AppError } from '#core/lib/error.ts'
import { seriesTable } from '#core/object/series.ts'
import type { Filter } from '#core/report/query.ts'
import { ident } from '#server/schema/ident.ts'
import { measureColumnName } from '#server/schema/series-shape.ts'
import { knownSeries, needMeasure } from './series-right.ts'
import type { Source } from './source.ts'

type SeriesFilter = Extract<Filter, { series: string }>

const DECIMAL = /^-?\d{1,15}(\.\d{1,6})?$/

export function seriesSql(source: Source, filter: SeriesFilter): string {
  const { ask, object } = source
  needMeasure(ask, object, filter.series, filter.measure)
  const series = knownSeries(object, filter.series)
  if ([filter.least, filter.below].some(limit => limit !== undefined && !DECIMAL.test(limit))) throw new AppError('invalid', { key: 'filter.value', params: { field: filter.series } })
  const unit = series.measures[filter.measure]!.result === 'money' ? ' * 100' : ''
  const sum = `coalesce(sum(s.${ident(measureColumnName(filter.measure))}), 0)::bigint`
  const months = `from ${ident(seriesTable(object, series))} s where s.org = ${ask.org} and s.month between ${ask.params.bind(filter.from, 'integer')} and ${ask.params.bind(filter.to, 'integer')}`
  const fits = (value: string): string => [
    ...(filter.least === undefined ? [] : [`${value} >= ${ask.params.bind(filter.least, 'numeric')}${unit}`]),
    ...(filter.below === undefined ? [] : [`${value} < ${ask.params.bind(filter.below, 'numeric')}${unit}`]),
  ].join(' and ') || 'true'
  // Nothing sold is a sum of zero: where that fits, records without any month fit too.
  const few = filter.least !== undefined && cmp(filter.least, '0') > 0
  if (few) return `${source.alias}.id in (select s.parent ${months} group by s.parent having ${fits(sum)})`
  return `(${fits(`(select ${sum} ${months} and s.parent = ${source.alias}.id)`)})`
}
