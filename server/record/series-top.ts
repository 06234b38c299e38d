// The first of many by a sum or a rate of monthly sums: several such lists out of one look at the months. Equal values are in
// the order of their codes, so the lists stay as they are until the figures change.
import { AppError } from '#core/lib/error.ts'
import type { Actor } from '#core/object/access.ts'
import type { Catalog } from '#core/object/catalog.ts'
import type { Path } from '#core/report/query.ts'
import type { Reader } from '#server/database/transaction.ts'
import { fieldCol, fromSql, newSource } from './source.ts'
import { boundAs, openSeries, outSql, perRecordSql, ROOM } from './series.ts'
import type { OpenSeries, SeriesAsk } from './series.ts'
import { renameRow, wireColumns, wireList } from './wire.ts'

/** A sum by its name, or (part - less) / of; without a value where `of` is not above zero. */
export type SeriesValue = string | { part: string; less?: string; of: string }

export interface Top {
  by: SeriesValue
  /** Only records whose sums are so: at least, or exactly. */
  where?: { sum: string; op: 'ge' | 'gt' | 'eq'; value: string }[]
  dir?: 'asc' | 'desc'
  size: number
}

export interface TopRow {
  id: string
  /** The value that the list is by: a decimal. */
  value: string
  /** All sums by name. */
  sums: Record<string, string>
  /** Wire values of the columns asked for. */
  row: Record<string, unknown>
}

export interface TopList {
  rows: TopRow[]
  /** Records that would be in the list if it were long enough. */
  count: number
}

const OPS = { ge: '>=', gt: '>', eq: '=' } as const

export async function seriesTops<K extends string>(reader: Reader, catalog: Catalog, actor: Actor, asked: SeriesAsk & { tops: Record<K, Top>; columns: readonly Path[] }): Promise<Record<K, TopList>> {
  const open = openSeries(catalog, actor, asked)
  const { ask } = open
  const names = Object.keys(asked.tops) as K[]
  const record = newSource(ask, open.source.object)
  const wire = wireColumns(record, asked.columns)
  const code = record.object.code === undefined ? `${record.alias}.id::text` : fieldCol(record, record.object.fields[record.object.code]!)
  const values = open.sums.map(sum => outSql(sum, 'l')).join(', ')
  const list = wireList(record, wire)
  await reader.query(ROOM)
  const { rows } = await ask.params.run<{ top: number; value: string | null; count: number; sums: string[]; row: Record<string, unknown> }>(reader,
    `with per as materialized (select sums.*, ${names.map((name, at) => `${rankedSql(open, asked.tops[name])} as r${at}`).join(', ')} from (${perRecordSql(open)}) sums),
     counts as materialized (select ${names.map((_, at) => `count(r${at}) as c${at}`).join(', ')} from per),
     listed as (${names.map((name, at) => topSql(open, asked.tops[name], at)).join(' union all ')})
     select l.top, l.value::text as value, l.count::int as count, json_build_array(${values}) as sums, row_to_json(w) as row
     from listed l join ${fromSql(record)} on ${record.alias}.org = ${ask.org} and ${record.alias}.id = l.id cross join lateral (select ${list}) w
     order by l.top, l.n, ${code}, ${record.alias}.id`)
  return Object.fromEntries(names.map((name, at): [K, TopList] => {
    const own = rows.filter(row => row.top === at)
    const made = own.slice(0, asked.tops[name].size).map(({ value, sums, row }): TopRow => ({
      id: String(row.id), value: value ?? '0', row: renameRow(wire, row), sums: Object.fromEntries(open.sums.map((sum, place) => [sum.name, sums[place]!])) }))
    return [name, { rows: made, count: own[0]?.count ?? 0 }]
  })) as Record<K, TopList>
}

/** What a list is by, of those that are in it: worked out once for each, since rates of a million are what takes the time. */
function rankedSql(open: OpenSeries, { by, where = [] }: Top): string {
  const conditions = where.map(({ sum, op, value: limit }) => {
    const known = sumOf(open, sum)
    return `${known.column} ${OPS[op]} ${boundAs(open.ask, known, limit)}`
  })
  return conditions.length === 0 ? valueSql(open, by) : `case when ${conditions.join(' and ')} then ${valueSql(open, by)} end`
}

/** With all that tie with the last one: which of them stay is decided by their codes. The last value is found first, which needs no sorting of all. */
function topSql(open: OpenSeries, { by, dir = 'desc', size }: Top, at: number): string {
  const r = `r${at}`
  const [last, beyond] = dir === 'desc' ? ['min', '>='] : ['max', '<=']
  const value = typeof by === 'string' && sumOf(open, by).money ? `round(${r}::numeric / 100, 2)` : `${r}::numeric`
  return `(select ${at} as top, per.*, ${value} as value, rank() over (order by ${r} ${dir}) as n, (select c${at} from counts) as count from per
      where ${r} ${beyond} (select ${last}(v) from (select ${r} as v from per where ${r} is not null order by 1 ${dir} limit ${Math.trunc(size)}) first_ones))`
}

function sumOf(open: OpenSeries, name: string): OpenSeries['sums'][number] {
  const found = open.sums.find(sum => sum.name === name)
  if (!found) throw new AppError('invalid', { key: 'field.unknown', params: { field: name } })
  return found
}

function valueSql(open: OpenSeries, value: SeriesValue): string {
  if (typeof value === 'string') return sumOf(open, value).column
  const [part, of] = [sumOf(open, value.part).column, sumOf(open, value.of).column]
  const less = value.less === undefined ? '' : ` - ${sumOf(open, value.less).column}`
  return `(case when ${of} > 0 then round((${part}${less})::numeric / ${of}, 6) end)`
}
