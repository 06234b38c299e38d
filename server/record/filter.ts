// A filter as a condition. Null counts as false everywhere, also inside `not`: SQL's third answer
// would otherwise drop rows that JavaScript keeps.
import { kindOf } from '#core/field/kinds.ts'
import { AppError } from '#core/lib/error.ts'
import { fieldOf, objectOf } from '#core/object/catalog.ts'
import type { Filter } from '#core/report/query.ts'
import { usable, unknownField } from './column.ts'
import { ruleFilterSql } from './computed.ts'
import { opSql } from './filter-op.ts'
import { seriesSql } from './series-filter.ts'
import { and, fieldCol, fromSql, newSource, or, trusting } from './source.ts'
import type { Source } from './source.ts'

/** In a grant an empty list allows nothing; in a person's filter `all: []` is no filter. */
type FilterUse = 'query' | 'grant'

const DEEPEST = 30

export function filterSql(source: Source, filter: Filter, use: FilterUse = 'query', depth = 0): string {
  if (depth > DEEPEST) throw new AppError('invalid', { key: 'filter.tooDeep' })
  const inner = (part: Filter): string => filterSql(source, part, use, depth + 1)
  if ('all' in filter) return filter.all.length === 0 && use === 'grant' ? 'false' : and(...filter.all.map(inner))
  if ('any' in filter) return or(...filter.any.map(inner))
  if ('not' in filter) return negated(inner(filter.not))
  if ('rule' in filter) return ruleFilterSql(source, filter.rule)
  if ('some' in filter) return someSql(source, filter, use, depth)
  if ('series' in filter) return seriesSql(source, filter)
  return opSql(usable(source, filter.field), filter.op, filter.value)
}

const negated = (condition: string): string =>
  condition === 'true' ? 'false' : condition === 'false' ? 'true' : `(${condition}) is not true`

/** Records that refer here: only living ones that the reader may see count. */
function someSql(source: Source, filter: Extract<Filter, { some: string }>, use: FilterUse, depth: number): string {
  const { ask } = source
  const child = ask.catalog.objects.get(filter.some)
  const field = child && fieldOf(child, filter.by)
  const target = field && kindOf(field).target?.(field)
  if (!child || !field || target?.object !== source.object.name) throw unknownField(`${filter.some}.${filter.by}`)
  const own = newSource(ask, objectOf(ask.catalog, filter.some))
  const rows = ask.trusted ? trusting(own) : own
  usable(rows, filter.by)
  const seen = ask.trusted ? 'true' : ask.compile.permissionSql(rows, 'read')
  const fits = filter.where ? filterSql(rows, filter.where, use, depth + 1) : 'true'
  const here = `${source.alias}.id`
  const points = target.many ? `${here} = any(${fieldCol(rows, field)})` : `${fieldCol(rows, field)} = ${here}`
  const found = and(`${rows.alias}.org = ${ask.org}`, points, `${rows.alias}.deleted_at is null`, seen, fits)
  const exists = found === 'false' ? 'false' : `exists (select from ${fromSql(rows)} where ${found})`
  return filter.none ? negated(exists) : exists
}
