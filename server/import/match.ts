// Which record a row means: equal in all match fields, among the records that the person may see.
import type { ObjectDef } from '#core/object/object.ts'
import { columnsOf } from '#server/action/fields.ts'
import type { Ctx } from '#server/action/context.ts'
import { visible } from '#server/action/rights.ts'
import { ident } from '#server/schema/ident.ts'
import type { CleanRow } from './clean.ts'

export interface Match {
  id: string
  version: number
}

/** Undefined when a match field is blank: such a row means no record. */
export function matchKey(row: CleanRow, match: readonly string[]): string | undefined {
  if (match.length === 0) return undefined
  const values = match.map(key => row.values[key])
  return values.every(value => typeof value === 'string' || typeof value === 'number') ? JSON.stringify(values) : undefined
}

/** Place in the list to the records that fit. */
export async function findMatches(ctx: Ctx, object: ObjectDef, match: readonly string[], rows: readonly CleanRow[]): Promise<Map<number, Match[]>> {
  if (rows.length === 0 || match.length === 0) return new Map()
  const columns = match.map(key => columnsOf(object.fields[key]!)[0]!)
  const given = rows.map((row, i) => ({ i, ...Object.fromEntries(match.map((key, c) => [`v${c}`, row.values[key]])) }))
  const types = columns.map((column, c) => `v${c} ${column.type}`).join(', ')
  const on = columns.map((column, c) => `t.${ident(column.name)} = x.v${c}`).join(' and ')
  const { rows: found } = await ctx.tx.query<{ i: number; id: string; version: number }>(
    `select x.i, t.id, t.version from json_to_recordset($2::json) as x(i int, ${types})
     join ${ident(object.table)} t on t.org = $1 and t.deleted_at is null and ${on}`, [ctx.org, JSON.stringify(given)])
  const seen = await visible(ctx, object, [...new Set(found.map(item => item.id))], 'read')
  const matches = new Map<number, Match[]>()
  for (const { i, id, version } of found) if (seen.has(id)) matches.set(i, [...matches.get(i) ?? [], { id, version }])
  return matches
}
