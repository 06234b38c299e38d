// Records in classes by how they rank among each other: by percentile, by cumulative share, or by a share that their child lines tell.
// Only records with a sum above zero rank; bands are half-open, and what reaches no band is in the last class.
import type { Actor } from '#core/object/access.ts'
import type { Catalog } from '#core/object/catalog.ts'
import { objectOf } from '#core/object/catalog.ts'
import type { Filter, Path } from '#core/report/query.ts'
import type { Reader } from '#server/database/transaction.ts'
import { usable } from './column.ts'
import { filterSql } from './filter.ts'
import { baseSql } from './rows.ts'
import { openSeries, outSql, perRecordSql, ROOM } from './series.ts'
import type { OpenSeries, SeriesAsk, SeriesSum } from './series.ts'
import { fieldCol, fromSql, newSource } from './source.ts'
import { renameRow, wireColumns, wireList } from './wire.ts'

/** 'rank': share of the others that have less. 'share': part of the whole made by those that have no more. Or the largest value of child lines. */
export type Score = 'rank' | 'share' | { lines: string; by: string; field: string; where?: Filter }

export interface RankAsk extends Omit<SeriesAsk, 'sums'> {
  sum: SeriesSum
  score: Score
  /** Least scores of the classes, from the best down; one more class takes the rest. */
  least: readonly string[]
}

export interface RankClass {
  count: number
  /** The least sum in it; null in an empty one. */
  low: string | null
  rows: { id: string; value: string; score: string; row: Record<string, unknown> }[]
}

export const openRank = (catalog: Catalog, actor: Actor, { sum, ...asked }: RankAsk): OpenSeries => openSeries(catalog, actor, { ...asked, sums: { value: sum } })

/** CTEs per, scored and classed(id, v, score, class): class 0 is the best. */
export function classedSql(open: OpenSeries, { score, least }: Pick<RankAsk, 'score' | 'least'>): string {
  const limits = least.map((limit, at) => `when score >= ${open.ask.params.bind(limit, 'numeric')} then ${at}`)
  return `per as materialized (${perRecordSql(open)}),
    scored as (${scoredSql(open, score)}),
    classed as materialized (select id, v, score, case ${limits.join(' ')} else ${least.length} end as class from scored)`
}

function scoredSql(open: OpenSeries, score: Score): string {
  if (score === 'rank') return `select id, v0 as v, case when count(*) over () = 1 then 1 else percent_rank() over (order by v0) end as score from per where v0 > 0`
  if (score === 'share') return `select id, v0 as v, sum(v0) over (order by v0)::numeric / sum(v0) over () as score from per where v0 > 0`
  const child = newSource(open.ask, objectOf(open.ask.catalog, score.lines))
  const value = usable(child, score.field).value
  const by = fieldCol(child, usable(child, score.by).field)
  const where = score.where ? ` and ${filterSql(child, score.where)}` : ''
  return `select per.id, per.v0 as v, coalesce(l.score, 0) as score from per
    left join (select ${by} as id, max(${value}) as score from ${fromSql(child)} where ${baseSql(child, false)}${where} group by 1) l on l.id = per.id where per.v0 > 0`
}

/** The first of each class by their sums, equal ones by code, and how many there are in all. */
export async function rankRecords(reader: Reader, catalog: Catalog, actor: Actor, asked: RankAsk & { each: number; columns: readonly Path[] }): Promise<RankClass[]> {
  const open = openRank(catalog, actor, asked)
  const { ask } = open
  const [sum] = open.sums
  const record = newSource(ask, open.source.object)
  const wire = wireColumns(record, asked.columns)
  const code = record.object.code === undefined ? `${record.alias}.id::text` : fieldCol(record, record.object.fields[record.object.code]!)
  const list = wireList(record, wire)
  await reader.query(ROOM)
  const { rows: [answer] } = await ask.params.run<{ stats: { class: number; count: number; low: string }[] | null; rows: Listed[] | null }>(reader,
    `with ${classedSql(open, asked)},
     stats as (select class, count(*)::int as count, min(v) as low from classed group by class),
     lasts as materialized (select stats.class, (select min(v) from (select v from classed where classed.class = stats.class order by v desc limit ${Math.trunc(asked.each)}) first_ones) as v from stats),
     listed as (select classed.* from classed join lasts on lasts.class = classed.class and classed.v >= lasts.v)
     select (select json_agg(json_build_object('class', class, 'count', count, 'low', ${outSql({ column: 'low', money: sum!.money })})) from stats) as stats,
       (select json_agg(json_build_object('class', l.class, 'value', ${outSql({ column: 'v', money: sum!.money }, 'l')}, 'score', round(l.score::numeric, 6)::text, 'row', row_to_json(w))
           order by l.class, l.v desc, ${code}, ${record.alias}.id)
        from listed l join ${fromSql(record)} on ${record.alias}.org = ${ask.org} and ${record.alias}.id = l.id cross join lateral (select ${list}) w) as rows`)
  return Array.from({ length: asked.least.length + 1 }, (_, at) => {
    const stat = answer!.stats?.find(one => one.class === at)
    const rows = (answer!.rows ?? []).filter(row => row.class === at).slice(0, asked.each)
    return { count: stat?.count ?? 0, low: stat?.low ?? null, rows: rows.map(({ value, score, row }) => ({ id: String(row.id), value, score, row: renameRow(wire, row) })) }
  })
}

interface Listed {
  class: number
  value: string
  score: string
  row: Record<string, unknown>
}
