// Where a page begins: the order values of the last row, carried by the asker. They are checked like
// any input, and refused when the sort is another one.
import { isDate } from '#core/lib/date.ts'
import { AppError } from '#core/lib/error.ts'
import { isId } from '#core/lib/id.ts'
import type { Query } from '#core/report/query.ts'
import { steadyHash } from '#server/schema/index-shape.ts'
import type { Order } from './order.ts'

export type CursorValue = string | null

const signOf = (query: Query): string => steadyHash(JSON.stringify([query.object, query.sort ?? []]))

/** `values` are PostgreSQL's own texts: exact to the last digit. */
export const writeCursor = (query: Query, values: readonly CursorValue[]): string =>
  Buffer.from(JSON.stringify({ s: signOf(query), v: values })).toString('base64url')

const VALID: Record<string, (text: string) => boolean> = {
  uuid: isId,
  date: text => isDate(text),
  timestamptz: text => /^\d{4,6}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:?\d\d)?$/.test(text) && !Number.isNaN(Date.parse(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))),
  numeric: text => /^-?\d{1,40}(\.\d{1,40})?$/.test(text),
  bigint: text => /^-?\d{1,18}$/.test(text),
  integer: text => /^-?\d{1,9}$/.test(text),
  'double precision': text => /^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(text),
  boolean: text => text === 'true' || text === 'false',
  text: text => !text.includes('\0') && text.isWellFormed(),
}

export function readCursor(query: Query, orders: readonly Order[]): CursorValue[] | undefined {
  if (!query.after) return undefined
  const values = parse(query.after, signOf(query))
  const fits = values?.length === orders.length && values.every((value, index) => {
    const order = orders[index]!
    return value === null ? order.nullable : VALID[order.type]!(value)
  })
  if (!fits) throw new AppError('invalid', { key: 'cursor.invalid' })
  return values
}

function parse(cursor: string, sign: string): CursorValue[] | undefined {
  try {
    const found: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (typeof found !== 'object' || found === null || !('s' in found) || !('v' in found) || found.s !== sign || !Array.isArray(found.v)) return undefined
    const values: unknown[] = found.v
    return values.every(value => value === null || typeof value === 'string') ? values : undefined
  } catch {
    return undefined
  }
}
