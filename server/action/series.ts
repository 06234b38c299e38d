// Monthly sums kept beside their parents (core/object/series.ts). The parents are locked in the order of their ids, then the
// months between the earliest and the latest date written are counted anew by a fresh statement: as with rollups, nobody's part is lost.
import { columnName } from '#core/field/kinds.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { seriesTable } from '#core/object/series.ts'
import type { SeriesMeasure } from '#core/object/series.ts'
import { newAsk } from '#server/record/ask.ts'
import { ruleFilterSql } from '#server/record/computed.ts'
import { and, col, fieldCol, fromSql, newSource, trusting } from '#server/record/source.ts'
import type { Ask, Source } from '#server/record/source.ts'
import { ident } from '#server/schema/ident.ts'
import { measureColumnName } from '#server/schema/series-shape.ts'
import type { Ctx, Touched } from './context.ts'
import type { SeriesGroup } from './depends.ts'
import { BATCH } from './write.ts'

/** `parents` are those that the written records point to or pointed to; without `touched` all their months are counted. */
export async function recountSeries(ctx: Ctx, group: SeriesGroup, parents: readonly string[], touched?: Touched): Promise<void> {
  for (let from = 0; from < parents.length; from += BATCH) {
    const ids = parents.slice(from, from + BATCH)
    await lockParents(ctx, group.parent, ids)
    await recountLocked(ctx, group, ids, touched)
  }
}

/** Those in the bin too: their months must fit the records that point to them when they return. */
async function lockParents(ctx: Ctx, parent: ObjectDef, ids: string[]): Promise<void> {
  await ctx.tx.query(`select id from ${ident(parent.table)} where org = $1 and id = any($2::uuid[]) order by id for no key update`, [ctx.org, ids])
}

async function recountLocked(ctx: Ctx, group: SeriesGroup, parents: string[], touched: Touched | undefined): Promise<void> {
  const counted = countedSql(ctx, group)
  const { ask, date } = counted
  const names = Object.keys(group.series.measures).map(key => ident(measureColumnName(key)))
  const table = ident(seriesTable(group.parent, group.series))
  const list = ask.params.bind(parents, 'uuid[]')
  const span = touched && { sql: writtenSql(ask, group, touched), dates: `${date} >= (select lo from written) and ${date} < (select hi from written)`, months: `and s.month >= ${monthSql('(select lo from written)')} and s.month < ${monthSql('(select hi from written)')}` }
  await ask.params.run(ctx.tx,
    `with ${span ? `written as materialized (${span.sql}),` : ''}
     counted as materialized (${counted.sql(`${counted.by} = any(${list})${span ? ` and ${span.dates}` : ''}`)}),
     gone as (
       delete from ${table} s where s.org = ${ask.org} and s.parent = any(${list}) ${span?.months ?? ''}
         and not exists (select from counted c where c.parent = s.parent and c.month = s.month))
     insert into ${table} as s (org, parent, month, ${names.join(', ')}) select ${ask.org}, parent, month, ${names.join(', ')} from counted
     on conflict (org, parent, month) do update set ${names.map(name => `${name} = excluded.${name}`).join(', ')}
       where (${names.map(name => `s.${name}`).join(', ')}) is distinct from (${names.map(name => `excluded.${name}`).join(', ')})`)
}

/** From the first day of the earliest month that the records are in or were in, to that after the latest one. */
function writtenSql(ask: Ask, { child, series }: SeriesGroup, { ids, former }: Touched): string {
  const date = ident(columnName(child.fields[series.date]!))
  return `select date_trunc('month', min(d))::date as lo, (date_trunc('month', max(d)) + interval '1 month')::date as hi from (
      select ${date} as d from ${ident(child.table)} where org = ${ask.org} and id = any(${ask.params.bind([...ids], 'uuid[]')})
      union all select unnest(${ask.params.bind([...former.get(series.date) ?? []], 'date[]')})) days`
}

const monthSql = (date: string): string => `(extract(year from ${date}) * 100 + extract(month from ${date}))::integer`

interface Counted {
  ask: Ask
  child: Source
  by: string
  date: string
  /** What the months should hold: parent, month and measures. */
  sql(condition: string): string
}

/** The one place that says what a month holds; rebuilding and verifying ask it too. */
function countedSql(ctx: Pick<Ctx, 'catalog' | 'actor'>, { child: object, series }: SeriesGroup): Counted {
  const ask = newAsk(ctx.catalog, ctx.actor)
  const child = trusting(newSource(ask, object))
  const by = fieldCol(child, object.fields[series.by]!)
  const date = fieldCol(child, object.fields[series.date]!)
  const where = series.where === undefined ? 'true' : ruleFilterSql(child, series.where)
  const sums = Object.entries(series.measures).map(([key, measure]) => `${measureSql(child, measure)} as ${ident(measureColumnName(key))}`)
  return {
    ask, child, by, date,
    sql: condition => `select ${by} as parent, ${monthSql(date)} as month, ${sums.join(', ')} from ${fromSql(child)}
      where ${and(`${col(child, 'org')} = ${ask.org}`, `${col(child, 'deleted_at')} is null`, `${by} is not null`, `${date} is not null`, where, condition)} group by 1, 2`,
  }
}

/** Money as whole fen: a sum of months is then a sum of whole numbers. */
function measureSql(child: Source, { fn, field, result }: SeriesMeasure): string {
  if (fn === 'count') return 'count(*)'
  const sum = `coalesce(sum(${fieldCol(child, child.object.fields[field!]!)}), 0)`
  return result === 'money' ? `round(${sum} * 100)::bigint` : `${sum}::bigint`
}

/** Everything counted anew, in one statement: after a load that went past the write path, or for a database of an older release. */
export async function rebuildSeries(ctx: Pick<Ctx, 'catalog' | 'actor' | 'tx' | 'org'>, group: SeriesGroup): Promise<void> {
  const table = ident(seriesTable(group.parent, group.series))
  const names = Object.keys(group.series.measures).map(key => ident(measureColumnName(key))).join(', ')
  // Who writes meanwhile waits: his months would be counted twice or not at all.
  await ctx.tx.query(`lock table ${ident(group.child.table)}, ${table} in share row exclusive mode`)
  await ctx.tx.query(`delete from ${table} where org = $1`, [ctx.org])
  const { ask, sql } = countedSql(ctx, group)
  await ask.params.run(ctx.tx, `insert into ${table} (org, parent, month, ${names}) select ${ask.org}, parent, month, ${names} from (${sql('true')}) counted`)
}

/** Months that do not hold what a recount gives; 0 when all is well. */
export async function wrongMonths(ctx: Pick<Ctx, 'catalog' | 'actor' | 'tx'>, group: SeriesGroup): Promise<number> {
  const { ask, sql } = countedSql(ctx, group)
  const names = ['parent', 'month', ...Object.keys(group.series.measures).map(key => ident(measureColumnName(key)))].join(', ')
  const kept = `select ${names} from ${ident(seriesTable(group.parent, group.series))} where org = ${ask.org}`
  const counted = `select ${names} from (${sql('true')}) counted`
  const { rows: [row] } = await ask.params.run<{ wrong: number }>(ctx.tx,
    `select ((select count(*) from (${kept} except ${counted}) a) + (select count(*) from (${counted} except ${kept}) b))::int as wrong`)
  return row!.wrong
}
