// Ids of the rows of one page, in order. Rows whose first order value is null come last, as a part of their
// own that is only looked at when the first part does not fill the page: so each part is one index scan.
import type { CursorValue } from './cursor.ts'
import { behind } from './keyset.ts'
import { linkPart } from './link-keys.ts'
import { orderBy } from './order.ts'
import type { Order } from './order.ts'
import type { Rows } from './rows.ts'
import { fromSql } from './source.ts'

export interface Window {
  after: CursorValue[] | undefined
  skip: number
  size: number
  /** Go by the few that the first order value names. */
  byLink: boolean
}

/** Common table expressions ending in `keys(n, id, o0, o1 …)`, n from 1. */
export function keysSql(rows: Rows, orders: Order[], window: Window): string {
  return orders[0]!.nullable ? twoParts(rows, orders, window) : onePart(rows, orders, window)
}

const list = (rows: Rows, orders: readonly Order[]): string =>
  [`${rows.source.alias}.id`, ...orders.map((order, index) => `${order.sql} as o${index}`)].join(', ')

const part = (rows: Rows, orders: readonly Order[], conditions: string[], by: readonly Order[], limit: string, where = rows.where): string =>
  `select ${list(rows, orders)} from ${fromSql(rows.source)} where ${[where, ...conditions].join(' and ')} order by ${orderBy(by)} ${limit}`

/** Times by which each owner's and each department's records stand in an index of their own. */
const byTime = (rows: Rows, order: Order): boolean => [`${rows.source.alias}."updated_at"`, `${rows.source.alias}."created_at"`].includes(order.sql)

function onePart(rows: Rows, orders: Order[], { after, skip, size }: Window): string {
  const conditions = after ? [behind(rows.ask.params, orders, after)] : []
  if (rows.parts && byTime(rows, orders[0]!)) return merged(rows, orders, conditions, { skip, size })
  return `part as materialized (${part(rows, orders, conditions, orders, `limit ${size}${skip > 0 ? ` offset ${skip}` : ''}`)}),
    keys as (select row_number() over (order by ${named(orders)}) as n, part.* from part)`
}

/** As many rows of each part as the page could need, put in order together. */
function merged(rows: Rows, orders: Order[], conditions: string[], { skip, size }: Pick<Window, 'skip' | 'size'>): string {
  const parts = rows.parts!.map(where => `(${part(rows, orders, conditions, orders, `limit ${skip + size}`, where)})`)
  return `part as materialized (select * from (${parts.join(' union all ')}) parts order by ${named(orders)} limit ${size} offset ${skip}),
    keys as (select row_number() over (order by ${named(orders)}) as n, part.* from part)`
}

const named = (orders: readonly Order[]): string => orderBy(orders, (_, index) => `o${index}`)

function twoParts(rows: Rows, orders: Order[], { after, skip, size, byLink }: Window): string {
  const { params } = rows.ask
  const [first, ...rest] = orders as [Order, ...Order[]]
  const filled = { ...first, nullable: false }
  const limit = skip + size
  const inNulls = after !== undefined && after[0] === null
  const one = inNulls ? undefined : byLink ? linkPart(rows, orders, after, limit)
    : part(rows, orders, [`${first.sql} is not null`, ...(after ? [behind(params, [filled, ...rest], after)] : [])], [filled, ...rest], `limit ${limit}`)
  const two = part(rows, orders, [`${first.sql} is null`,
    ...(inNulls ? [afterNull(rows, rest, after.slice(1))] : []),
    ...(one ? [`(select count(*) from part_one) < ${limit}`] : [])], rest, `limit ${limit}`)
  const both = one ? 'select * from part_one union all select * from part_two' : 'select * from part_two'
  return `${one ? `part_one as materialized (${one}),` : ''} part_two as materialized (${two}),
    keys as (select row_number() over (order by ${named(orders)}) - ${skip} as n, both_parts.* from (${both}) both_parts order by 1 limit ${size} offset ${skip})`
}

/** The part of the nulls has an order of its own; its first column may hold nulls again. */
function afterNull(rows: Rows, rest: Order[], values: CursorValue[]): string {
  const [first] = rest
  if (!first!.nullable) return behind(rows.ask.params, rest, values)
  if (values[0] === null) return `(${first!.sql} is null and ${afterNull(rows, rest.slice(1), values.slice(1))})`
  return `(${behind(rows.ask.params, [{ ...first!, nullable: false }, ...rest.slice(1)], values)} or ${first!.sql} is null)`
}
