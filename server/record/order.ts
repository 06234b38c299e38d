// The order of a list: columns with a direction, nulls last, ties by id. Records are sorted by links' names.
import { kindOf } from '#core/field/kinds.ts'
import { AppError } from '#core/lib/error.ts'
import type { Sort } from '#core/report/query.ts'
import { usable } from './column.ts'
import type { ColumnRef } from './column.ts'
import { titleOrder } from './label.ts'
import { hop } from './source.ts'
import type { Source } from './source.ts'

export interface Order {
  sql: string
  type: string
  dir: 'asc' | 'desc'
  /** False for columns that always hold a value: their index serves both directions as it is. */
  nullable: boolean
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
    orders.push(orderOf(source, field, dir))
    if (field === 'id') return orders
  }
  return [...orders, { sql: `${source.alias}.id`, type: 'uuid', dir: orders[0]!.dir, nullable: false }]
}

function orderOf(source: Source, path: string, dir: 'asc' | 'desc'): Order {
  const ref = usable(source, path)
  const { sql, type } = orderSql(ref)
  if (NOT_SORTED.has(type) || ref.ops.length === 0) throw new AppError('invalid', { key: 'field.notHere', params: { field: path } })
  return { sql, type, dir: dir === 'desc' ? 'desc' : 'asc', nullable: !NEVER_NULL.has(path) }
}

export function orderSql(ref: ColumnRef): { sql: string; type: string } {
  const target = ref.part === '' && ref.field.key !== 'id' ? kindOf(ref.field).target?.(ref.field) : undefined
  if (target && !target.many) return titleOrder(hop(ref.source, ref.field)) ?? { sql: ref.order, type: ref.orderType }
  const long = ref.part === '' && ref.field.kind === 'longText' && !ref.field.indexed
  return { sql: long ? `left(${ref.order}, ${HEAD})` : ref.order, type: ref.orderType }
}

export const orderBy = (orders: readonly Order[], name: (order: Order, index: number) => string = order => order.sql): string =>
  orders.map((order, index) => `${name(order, index)} ${order.dir}${order.nullable ? ' nulls last' : ''}`).join(', ')
