// Monthly sums (core/object/series.ts) asked for a reader: only records that he may read, only measures whose fields he may see.
// All that is asked of them begins here; series-top.ts, series-group.ts and series-rank.ts end the statement.
import { isId } from '#core/lib/id.ts'
import type { Actor } from '#core/object/access.ts'
import type { Catalog } from '#core/object/catalog.ts'
import { seriesTable } from '#core/object/series.ts'
import type { Filter } from '#core/report/query.ts'
import { ident } from '#server/schema/ident.ts'
import { measureColumnName } from '#server/schema/series-shape.ts'
import { newAsk } from './ask.ts'
import { filterSql } from './filter.ts'
import { permissionOn } from './permission.ts'
import { baseSql, readableObject } from './rows.ts'
import { knownSeries, needMeasure } from './series-right.ts'
import { and, fromSql, newSource } from './source.ts'
import type { Ask, Source } from './source.ts'

/** A measure added up over months, both ends included: 202601 to 202612. */
export interface SeriesSum {
  measure: string
  from: number
  to: number
}

export interface SeriesAsk {
  /** The object that the months stand beside, and the key of its series. */
  object: string
  series: string
  /** By the names under which they are answered. */
  sums: Record<string, SeriesSum>
  filter?: Filter | undefined
  ids?: readonly string[] | undefined
}

export interface OpenSeries {
  ask: Ask
  source: Source
  /** Records with months asked for: `from` and `where` of a statement over them, months as `s`. Asked for last, when all joins are known. */
  from(): string
  where: string
  /** The same from the months alone, where no record of those living is left out. */
  months: string | undefined
  /** Columns v0, v1 … in the order of the sums, as aggregates of `s`. */
  sums: { name: string; column: string; sql: string; money: boolean }[]
}

export function openSeries(catalog: Catalog, actor: Actor, { object: name, series: key, sums, filter, ids }: SeriesAsk): OpenSeries {
  const object = readableObject(catalog, actor, name)
  const series = knownSeries(object, key)
  const ask = newAsk(catalog, actor)
  const source = newSource(ask, object)
  const list = Object.entries(sums)
  for (const [, sum] of list) needMeasure(ask, object, key, sum.measure)
  const narrowed = and(permissionOn(source, 'read'), filter ? filterSql(source, filter) : 'true', ids ? `${source.alias}.id = any(${ask.params.bind(ids.filter(isId), 'uuid[]')})` : 'true')
  const span = spanSql(ask, list.map(([, sum]) => sum))
  const table = ident(seriesTable(object, series))
  return {
    ask, source, where: and(baseSql(source, false), narrowed, span),
    from: () => `${fromSql(source)}\njoin ${table} s on s.org = ${ask.org} and s.parent = ${source.alias}.id`,
    // Who sees everything asks the months alone: only the few records in the bin must be left out.
    months: narrowed === 'true' ? `from ${table} s where s.org = ${ask.org} and ${span}
      and s.parent not in (select id from ${ident(object.table)} where org = ${ask.org} and deleted_at is not null)` : undefined,
    sums: list.map(([named, sum], at) => ({ name: named, column: `v${at}`, sql: sumSql(ask, sum), money: series.measures[sum.measure]!.result === 'money' })),
  }
}

/** Whole months that any of the sums needs: a part of the table that its index gives. */
function spanSql(ask: Ask, sums: SeriesSum[]): string {
  const from = Math.min(...sums.map(sum => sum.from))
  const to = Math.max(...sums.map(sum => sum.to))
  return `s.month between ${ask.params.bind(from, 'integer')} and ${ask.params.bind(to, 'integer')}`
}

function sumSql(ask: Ask, { measure, from, to }: SeriesSum): string {
  const months = `s.month between ${ask.params.bind(from, 'integer')} and ${ask.params.bind(to, 'integer')}`
  return `coalesce(sum(s.${ident(measureColumnName(measure))}) filter (where ${months}), 0)::bigint`
}

/** One row a record: id, v0, v1 … */
export function perRecordSql(open: OpenSeries): string {
  const sums = open.sums.map(sum => `${sum.sql} as ${sum.column}`).join(', ')
  // In the order of the primary key the sums of one record end before the next begin: half the time of hashing a million of them.
  if (open.months) return `select s.parent as id, ${sums} from (select s.* ${open.months} order by s.parent) s group by s.parent`
  return `select ${open.source.alias}.id, ${sums} from ${open.from()} where ${open.where} group by ${open.source.alias}.id`
}

/** As it goes out: yuan as a decimal, counts as whole numbers in text. */
export const outSql = ({ column, money }: { column: string; money: boolean }, alias = ''): string => {
  const value = alias === '' ? column : `${alias}.${column}`
  return money ? `round(${value}::numeric / 100, 2)::text` : `${value}::text`
}

/** A decimal in the unit in which the sum is kept. */
export const boundAs = (ask: Ask, sum: { money: boolean }, value: string): string => `${ask.params.bind(value, 'numeric')}${sum.money ? ' * 100' : ''}`

/** Sums are few and groups many: sorting and hashing them in memory is what makes them fast. */
export const ROOM = "select set_config('work_mem', '96MB', true)"
