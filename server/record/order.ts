// The order of a list: columns with a direction, nulls last, ties by id. Records are sorted by links' names.
import { kindOf } from '#core/field/kinds.ts'
import { AppError } from '#core/lib/error.ts'
import type { Sort } from '#core/report/query.ts'
import { usable } from './column.ts'
import type { ColumnRef } from './column.ts'
import { titleOrder } from './label.ts'
import { col, hop } from './source.ts'
import type { Source } from './source.ts'

export interface Order {
  sql: string
  type: string
  dir: 'asc' | 'desc'
  /** False for columns that always hold a value: their index serves both directions as it is. */
  nullable: boolean
  /** Set on the name of a link: the table that has it, and the column. The id of the link comes next. */
  link?: { table: string; title: string }
}

const NEVER_NULL = new Set(['id', 'createdAt', 'updatedAt'])
const NOT_SORTED = new Set(['text[]', 'uuid[]', 'jsonb'])
/** Characters of a long text that count: cursors carry them. */
const HEAD = 200

/** The newest first; lines in the order in which they were written. */
const defaultSort = (source: Source): Sort[] =>
  (source.object.parent === undefined ? [{ field: 'updatedAt', dir: 'desc' }] : [{ field: 'id', dir: 'asc' }])

/** Always ends in the id, which goes the way of the first column, so that one index scan serves. */
export function ordersOf(source: Source, sort: readonly Sort[] | undefined): Order[] {
  const seen = new Set<string>()
  const orders: Order[] = []
  for (const { field, dir } of sort?.length ? sort : defaultSort(source)) {
    if (seen.has(field)) continue
    seen.add(field)
    orders.push(...orderOf(source, field, dir))
    if (field === 'id') return orders
  }
  // Of one person's or department's records the newest first (or last): the index over owners is in that order.
  if (orders.length === 2 && orders[0]!.link && source.object.owned && (seen.has('owner') || seen.has('department')))
    orders.push({ sql: col(source, 'updated_at'), type: 'timestamptz', dir: orders[0]!.dir, nullable: false })
  return [...orders, { sql: `${source.alias}.id`, type: 'uuid', dir: orders[0]!.dir, nullable: false }]
}

function orderOf(source: Source, path: string, wanted: 'asc' | 'desc'): Order[] {
  const ref = usable(source, path)
  const { sql, type } = orderSql(ref)
  if (NOT_SORTED.has(type) || ref.ops.length === 0) throw new AppError('invalid', { key: 'field.notHere', params: { field: path } })
  const dir = wanted === 'desc' ? 'desc' : 'asc'
  const order: Order = { sql, type, dir, nullable: !NEVER_NULL.has(path) }
  const link = ref.source === source ? linkOf(ref, sql) : undefined
  // Two of the same name stay apart.
  return link ? [{ ...order, link }, { sql: ref.value, type: 'uuid', dir, nullable: true }] : [order]
}

/** Only names that the target itself holds, not those it takes from further links. */
function linkOf(ref: ColumnRef, sql: string): Order['link'] {
  const target = ref.part === '' && ref.field.key !== 'id' ? kindOf(ref.field).target?.(ref.field) : undefined
  if (!target || sql === ref.order) return undefined
  const found = hop(ref.source, ref.field)
  const title = /^(t\d+)\."(\w+)"$/.exec(sql)
  return title?.[1] === found.alias ? { table: found.object.table, title: title[2]! } : undefined
}

export function orderSql(ref: ColumnRef): { sql: string; type: string } {
  const target = ref.part === '' && ref.field.key !== 'id' ? kindOf(ref.field).target?.(ref.field) : undefined
  if (target && !target.many) return titleOrder(hop(ref.source, ref.field)) ?? { sql: ref.order, type: ref.orderType }
  const long = ref.part === '' && ref.field.kind === 'longText' && !ref.field.indexed
  return { sql: long ? `left(${ref.order}, ${HEAD})` : ref.order, type: ref.orderType }
}

export const orderBy = (orders: readonly Order[], name: (order: Order, index: number) => string = order => order.sql): string =>
  orders.map((order, index) => `${name(order, index)} ${order.dir}${order.nullable ? ' nulls last' : ''}`).join(', ')
