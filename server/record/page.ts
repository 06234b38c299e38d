// One page of a list. First the keys of its rows are found by index, then those rows alone are read with
// their labels; the answer is JSON made by PostgreSQL, which nobody parses on its way to the browser.
import type { Actor } from '#core/object/access.ts'
import type { Catalog } from '#core/object/catalog.ts'
import type { Page, Query } from '#core/report/query.ts'
import type { Reader } from '#server/database/transaction.ts'
import { countRows } from './count.ts'
import { readCursor, writeCursor } from './cursor.ts'
import type { CursorValue } from './cursor.ts'
import { keysSql } from './keys.ts'
import { goesByLink } from './link-keys.ts'
import { narrowed } from './narrow.ts'
import { ordersOf } from './order.ts'
import type { Order } from './order.ts'
import { checkedQuery, rowsOf } from './rows.ts'
import type { Rows } from './rows.ts'
import { fromSql, newSource } from './source.ts'
import { renameRow, wireColumns, wireList } from './wire.ts'
import type { Wire } from './wire.ts'

const SIZE = 100

interface Answer {
  rows: string
  got: number
  last: CursorValue[] | null
}

interface RawPage {
  rows: string
  wire: Wire
  next: string | null
  total: number | null
  exact: boolean
}

export async function runQuery(reader: Reader, catalog: Catalog, actor: Actor, query: Query): Promise<Page> {
  const { rows, wire, next, total, exact } = await rawPage(reader, catalog, actor, checkedQuery(query))
  return { rows: parsed(rows, wire), next, total, exact }
}

/** The same as JSON text for the HTTP route. */
export async function runQueryText(reader: Reader, catalog: Catalog, actor: Actor, query: Query): Promise<string> {
  const { rows, wire, next, total, exact } = await rawPage(reader, catalog, actor, checkedQuery(query))
  const text = wire.renamed ? JSON.stringify(parsed(rows, wire)) : rows
  return `{"rows":${text},"next":${JSON.stringify(next)},"total":${total},"exact":${exact}}`
}

const parsed = (rows: string, wire: Wire): Page['rows'] => (JSON.parse(rows) as Page['rows']).map(row => renameRow(wire, row))

/** A page of any size, unchecked: exports take thousands of rows at a time. */
export async function rawPage(reader: Reader, catalog: Catalog, actor: Actor, query: Query): Promise<RawPage> {
  const rows = await narrowed(reader, rowsOf(catalog, actor, query))
  const size = query.size ?? SIZE
  const orders = ordersOf(rows.source, query.sort)
  const { sql, wire } = pageSql(rows, orders, query, { size, byLink: await goesByLink(reader, rows, orders) })
  const answer = await rows.ask.params.run<Answer>(reader, sql)
  const { rows: text, got, last } = answer.rows[0]!
  const count = query.total === 'capped' ? await countRows(reader, rows) : { total: null, exact: true }
  return { rows: text, wire, next: got > size ? writeCursor(query, last!) : null, ...count }
}

function pageSql(rows: Rows, orders: Order[], query: Query, { size, byLink }: { size: number; byLink: boolean }): { sql: string; wire: Wire } {
  const { ask } = rows
  const keys = keysSql(rows, orders, { after: readCursor(query, orders), skip: query.skip ?? 0, size: size + 1, byLink })
  const record = newSource(ask, rows.source.object)
  const wire = wireColumns(record, query.columns ?? [])
  const list = wireList(record, wire)
  const last = `json_build_array(${orders.map((_, index) => `o${index}::text`).join(', ')})`
  return {
    wire,
    sql: `with ${keys}
      select (select coalesce(json_agg(row_to_json(w) order by k.n), '[]') from keys k, ${fromSql(record)} cross join lateral (select ${list}) w
          where k.n <= ${size} and ${record.alias}.org = ${ask.org} and ${record.alias}.id = k.id)::text as rows,
        (select count(*)::int from keys) as got,
        (select ${last} from keys where n = ${size}) as last`,
  }
}
