// Lists sorted by the name of a link to one of a few (people, regions): the few are gone through by name, and of
// each the first records are taken from the index over the link. Sorting the whole list would read all of it.
import type { Reader } from '#server/database/transaction.ts'
import { ident, literal } from '#server/schema/ident.ts'
import type { CursorValue } from './cursor.ts'
import { behind } from './keyset.ts'
import { orderBy } from './order.ts'
import type { Order } from './order.ts'
import type { Rows } from './rows.ts'
import { fromSql } from './source.ts'

/** Bytes of a table of which one goes through every row without a thought. */
const SMALL = 2_000_000

/** Share of all records from which on each of the few has enough of those that are meant. */
const SHARE = 0.05

/** Only where the list is little narrowed: where it is much, the planner knows better what to begin with. */
export async function goesByLink(reader: Reader, rows: Rows, orders: readonly Order[]): Promise<boolean> {
  const link = orders[0]!.link
  if (!link || rows.searched !== undefined || orders.slice(2).some(order => order.nullable)) return false
  const { rows: [row] } = await reader.query<{ small: boolean; all: number }>(`select pg_relation_size(to_regclass(${literal(ident(link.table))})) <= ${SMALL} as small,
    (select reltuples::float8 from pg_class where oid = to_regclass(${literal(ident(rows.source.object.table))})) as all`)
  return row?.small === true && (rows.everything || await expected(reader, rows) > row.all * SHARE && row.all > 0)
}

/** How many rows the planner thinks are meant; it does not look at one of them. */
async function expected(reader: Reader, rows: Rows): Promise<number> {
  const answer = await rows.ask.params.run<{ 'QUERY PLAN': { Plan: { 'Plan Rows': number } }[] }>(reader,
    `explain (format json) select from ${fromSql(rows.source)} where ${rows.where}`)
  return answer.rows[0]?.['QUERY PLAN'][0]?.Plan['Plan Rows'] ?? 0
}

/** The first `limit` rows that have a name to be sorted by. `orders` are the name, the link's id, and what else. */
export function linkPart(rows: Rows, orders: readonly Order[], after: CursorValue[] | undefined, limit: number): string {
  const { ask: { params, org }, source } = rows
  const [name, id, ...rest] = orders as [Order, Order, ...Order[]]
  const { table, title } = name.link!
  const values = after && `(${params.bind(after[0], 'text')}, ${params.bind(after[1], 'uuid')})`
  const from = values ? ` and (${ident(title)}, id) ${name.dir === 'asc' ? '>=' : '<='} ${values}` : ''
  const inside = values ? ` and ((l.title, l.id) <> ${values} or (${behind(params, rest, after.slice(2))}))` : ''
  const found = rest.map((order, index) => `${order.sql} as o${index + 2}`).join(', ')
  return `select f.id, l.title as o0, l.id as o1, ${rest.map((_, index) => `f.o${index + 2}`).join(', ')}
    from (select id, ${ident(title)} as title from ${ident(table)} where org = ${org} and ${ident(title)} is not null${from} order by 2 ${name.dir}, 1 ${name.dir}) l
    cross join lateral (select ${source.alias}.id, ${found} from ${fromSql(source)} where ${rows.where} and ${id.sql} = l.id${inside} order by ${orderBy(rest)} limit ${limit}) f
    order by l.title ${name.dir}, l.id ${name.dir}, ${orderBy(rest, (_, index) => `f.o${index + 2}`)} limit ${limit}`
}
