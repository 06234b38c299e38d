// Monthly sums added up: over all, in groups by a field of the record (region), month by month, and record by record.
import { AppError } from '#core/lib/error.ts'
import type { Actor } from '#core/object/access.ts'
import type { Catalog } from '#core/object/catalog.ts'
import type { Path } from '#core/report/query.ts'
import type { Reader } from '#server/database/transaction.ts'
import { groupColumn, groupList, withOrders } from './group-column.ts'
import { openSeries, outSql, perRecordSql, ROOM } from './series.ts'
import type { OpenSeries, SeriesAsk } from './series.ts'

export type Sums = Record<string, string>

const named = (open: OpenSeries, values: string[]): Sums => Object.fromEntries(open.sums.map((sum, at) => [sum.name, values[at]!]))
const outList = (open: OpenSeries): string => `json_build_array(${open.sums.map(sum => outSql(sum, 'x')).join(', ')})`
const aggregates = (open: OpenSeries): string => open.sums.map(sum => `${sum.sql} as ${sum.column}`).join(', ')

export async function seriesTotals(reader: Reader, catalog: Catalog, actor: Actor, asked: SeriesAsk): Promise<Sums> {
  const open = openSeries(catalog, actor, asked)
  const { rows: [row] } = await open.ask.params.run<{ sums: string[] }>(reader,
    `select ${outList(open)} as sums from (select ${aggregates(open)} from ${open.from()} where ${open.where}) x`)
  return named(open, row!.sums)
}

/** `group` is the wire value of the path: a link as {id, label}, null where there is none. */
export async function seriesGroups(reader: Reader, catalog: Catalog, actor: Actor, asked: SeriesAsk & { group: Path }): Promise<{ group: unknown; sums: Sums }[]> {
  const open = openSeries(catalog, actor, asked)
  const column = groupColumn(open.source, { field: asked.group }, 'g0')
  // Entries of a list would count a record's months once for each.
  if (column.from.length > 0) throw new AppError('invalid', { key: 'field.notHere', params: { field: asked.group } })
  const made = `select ${[...groupList(column), aggregates(open)].join(', ')} from ${open.from()} where ${open.where} group by 1`
  const { rows } = await open.ask.params.run<{ group: unknown; sums: string[] }>(reader,
    `select ${column.wire} as group, ${outList(open)} as sums from (${withOrders([column], made)}) x order by g0_order nulls last, g0`)
  return rows.map(row => ({ group: row.group, sums: named(open, row.sums) }))
}

/** By id; records without any of the months are left out. */
export async function seriesOfRecords(reader: Reader, catalog: Catalog, actor: Actor, asked: SeriesAsk): Promise<Map<string, Sums>> {
  const open = openSeries(catalog, actor, asked)
  const { rows } = await open.ask.params.run<{ id: string; sums: string[] }>(reader, `select x.id, ${outList(open)} as sums from (${perRecordSql(open)}) x`)
  return new Map(rows.map(row => [row.id, named(open, row.sums)]))
}

export interface MonthRow {
  /** '' where the months of all are added up. */
  id: string
  month: number
  sums: Sums
}

/** Months in which something was counted, in order; `each`: of every record by itself. */
export async function seriesMonths(reader: Reader, catalog: Catalog, actor: Actor, asked: SeriesAsk & { each?: boolean }): Promise<MonthRow[]> {
  const open = openSeries(catalog, actor, asked)
  const id = asked.each ? `${open.source.alias}.id::text` : `''`
  const { rows } = await open.ask.params.run<{ id: string; month: number; sums: string[] }>(reader,
    `select x.id, x.month, ${outList(open)} as sums from (
       select ${id} as id, s.month, ${aggregates(open)} from ${open.from()} where ${open.where} group by 1, 2) x order by 1, 2`)
  return rows.map(row => ({ id: row.id, month: row.month, sums: named(open, row.sums) }))
}

/** How many records have a sum in each of the bands [least, next); those without a sum are in none. */
export async function seriesBands(reader: Reader, catalog: Catalog, actor: Actor, asked: SeriesAsk & { by: string; least: readonly string[] }): Promise<number[]> {
  const open = openSeries(catalog, actor, asked)
  const sum = open.sums.find(one => one.name === asked.by)
  if (!sum) throw new AppError('invalid', { key: 'field.unknown', params: { field: asked.by } })
  const limits = asked.least.map(value => `${open.ask.params.bind(value, 'numeric')}${sum.money ? ' * 100' : ''}`)
  const counts = limits.map((limit, at) => `count(*) filter (where ${sum.column} >= ${limit}${limits[at + 1] === undefined ? '' : ` and ${sum.column} < ${limits[at + 1]}`})::int`)
  await reader.query(ROOM)
  const { rows: [row] } = await open.ask.params.run<{ counts: number[] }>(reader, `select json_build_array(${counts.join(', ')}) as counts from (${perRecordSql(open)}) x`)
  return row!.counts
}
