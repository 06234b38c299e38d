// "Behind this row" as a condition that an index can answer: no OFFSET, however deep the page.
import type { CursorValue } from './cursor.ts'
import type { Order } from './order.ts'
import type { Params, SqlType } from './params.ts'

/** `orders[0]` must not be null in the rows asked (its nulls are a part of their own). */
export function behind(params: Params, orders: readonly Order[], values: readonly CursorValue[]): string {
  const places = values.map((value, index) => (value === null ? null : params.bind(value, orders[index]!.type as SqlType)))
  const alike = orders.every((order, index) => order.dir === orders[0]!.dir && (index === 0 || !order.nullable))
  const sign = (order: Order): string => (order.dir === 'asc' ? '>' : '<')
  if (alike) return `(${orders.map(order => order.sql).join(', ')}) ${sign(orders[0]!)} (${places.join(', ')})`
  const steps = orders.flatMap((order, index) => {
    const place = places[index]
    if (place === null || place === undefined) return [] // nulls are last: nothing comes behind one
    const equal = orders.slice(0, index).map((before, at) => (places[at] === null ? `${before.sql} is null` : `${before.sql} = ${places[at]}`))
    const beyond = `${order.sql} ${sign(order)} ${place}`
    return [`(${[...equal, order.nullable && index > 0 ? `(${beyond} or ${order.sql} is null)` : beyond].join(' and ')})`]
  })
  // The first column once more, plainly: this is what the index begins its scan with.
  return `${orders[0]!.sql} ${sign(orders[0]!)}= ${places[0]} and (${steps.join(' or ')})`
}
