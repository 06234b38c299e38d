// Reads records for the write path: whole, unmasked and without permission. What leaves to people goes through server/record.
import type { Field } from '#core/field/field.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { ident } from '#server/schema/ident.ts'
import type { Ctx } from './context.ts'
import type { Values } from './fields.ts'
import { ownFields, readSql } from './fields.ts'

export interface Row {
  id: string
  version: number
  deletedAt: string | null
  values: Values
}

/** Locks living records in the order of their ids, so that two savers never wait for each other. */
export async function lockLiving(ctx: Ctx, object: ObjectDef, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await ctx.tx.query<{ id: string }>(
    `select id from ${ident(object.table)} where org = $1 and id = any($2::uuid[]) and deleted_at is null order by id for no key update`,
    [ctx.org, ids])
  return new Set(rows.map(row => row.id))
}

/** By id, in the bin or not; `fields` are those read, by default all with columns. */
export async function loadRows(ctx: Ctx, object: ObjectDef, ids: readonly string[], fields: readonly Field[] = ownFields(object)): Promise<Map<string, Row>> {
  if (ids.length === 0) return new Map()
  const columns = fields.map(field => `, ${readSql(field, 't')} as ${ident(field.key)}`).join('')
  const { rows } = await ctx.tx.query<{ id: string; version: number; deleted: string | null; v: Values }>(
    `select t.id, t.version, t.deleted_at as deleted, (select row_to_json(x) from (select 1 as "_"${columns}) x) as v
     from ${ident(object.table)} t where t.org = $1 and t.id = any($2::uuid[])`,
    [ctx.org, ids])
  return new Map(rows.map(row => [row.id, { id: row.id, version: row.version, deletedAt: row.deleted, values: row.v }]))
}

/** Titles for messages; only for what the reader may see. */
export async function titlesOf(ctx: Ctx, object: ObjectDef, ids: readonly string[]): Promise<Map<string, string>> {
  const fields = [object.title, object.code].flatMap(key => (key !== undefined && object.fields[key] ? [object.fields[key]] : []))
  const rows = await loadRows(ctx, object, ids, fields)
  return new Map([...rows].map(([id, row]) => {
    const [title, code] = [object.title, object.code].map(key => (key === undefined ? undefined : row.values[key]))
    return [id, String((typeof title === 'string' && title) || code || id)]
  }))
}
