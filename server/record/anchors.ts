// Places in a long list from which any row is a short way off: the scroll bar jumps to one and skips on.
import type { Actor } from '#core/object/access.ts'
import type { Catalog } from '#core/object/catalog.ts'
import type { Query } from '#core/report/query.ts'
import type { Reader } from '#server/database/transaction.ts'
import { writeCursor } from './cursor.ts'
import type { CursorValue } from './cursor.ts'
import { orderBy, ordersOf } from './order.ts'
import type { Order } from './order.ts'
import { narrowed } from './narrow.ts'
import { checkedQuery, rowsOf } from './rows.ts'
import { fromSql } from './source.ts'

export interface Anchors {
  total: number
  every: number
  /** cursors[i] is the `after` of row i × every; the first is '' (the beginning). */
  cursors: string[]
}

const LEAST = 100
/** Places in one answer: the distance between them grows with the list. */
const MOST = 2000

interface Part {
  total: number
  found: CursorValue[][]
}

export async function anchors(reader: Reader, catalog: Catalog, actor: Actor, query: Query, every: number): Promise<Anchors> {
  const asked = checkedQuery(query)
  const step = Math.min(Math.max(Math.trunc(every) || LEAST, LEAST), 10_000)
  const run = (null_: boolean | undefined, done: number): Promise<Part> => partOf(reader, catalog, actor, asked, { nulls: null_, done, step })
  const nullable = ordersOf(rowsOf(catalog, actor, asked).source, asked.sort)[0]!.nullable
  const first = await run(nullable ? false : undefined, 0)
  const second: Part = nullable ? await run(true, first.total) : { total: 0, found: [] }
  const total = first.total + second.total
  const cursors = ['', ...[...first.found, ...second.found].map(values => writeCursor(asked, values))]
  return { total, every: step, cursors: cursors.slice(0, Math.max(1, Math.ceil(total / step))).slice(0, MOST) }
}

interface Ask {
  /** Only rows whose first order value is null, or is not. */
  nulls: boolean | undefined
  /** Rows that lie before this part. */
  done: number
  step: number
}

/** Only the index is read where it holds all that is asked for. */
async function partOf(reader: Reader, catalog: Catalog, actor: Actor, query: Query, { nulls, done, step }: Ask): Promise<Part> {
  const rows = await narrowed(reader, rowsOf(catalog, actor, query))
  const orders = ordersOf(rows.source, query.sort)
  const [first, ...rest] = orders as [Order, ...Order[]]
  const by = nulls ? rest : [{ ...first, nullable: false }, ...rest]
  const only = nulls === undefined ? '' : ` and ${first.sql} is ${nulls ? '' : 'not '}null`
  const list = orders.map((order, index) => `${order.sql} as o${index}`).join(', ')
  const values = `json_build_array(${orders.map((_, index) => `o${index}::text`).join(', ')})`
  const { rows: [row] } = await rows.ask.params.run<{ total: number; found: CursorValue[][] | null }>(reader,
    `select count(*)::int as total, json_agg(${values} order by n) filter (where (n + ${done}) % ${step} = 0) as found
      from (select row_number() over (order by ${orderBy(by)}) as n, ${list} from ${fromSql(rows.source)} where ${rows.where}${only}) numbered`)
  return { total: row!.total, found: row!.found ?? [] }
}
