// Records of the base that a row may mean: by the core of its name through the search index, by its very name, by phone.
// Only records and fields that the person may see.
import type { Field } from '#core/field/field.ts'
import { columnName } from '#core/field/kinds.ts'
import { nameKey } from '#core/lib/company-name.ts'
import { queryGrams } from '#core/lib/grams.ts'
import type { NamedRow } from '#core/lib/near-duplicates.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { searchSlot } from '#core/object/search-slot.ts'
import type { Ctx } from '#server/action/context.ts'
import { visible } from '#server/action/rights.ts'
import { loadRows } from '#server/action/rows.ts'
import { ident } from '#server/schema/ident.ts'
import type { NameFields } from './near.ts'

/** A look-up by parts of a name takes about a millisecond; rows beyond these are compared by name and phone alone. */
const LOOKUPS = 20_000
const MOST_EACH = 10

/** `done` rows were looked up before these. */
export async function knownNames(ctx: Ctx, object: ObjectDef, { title, phone }: NameFields, rows: readonly NamedRow[], done: number): Promise<NamedRow[]> {
  const ids = new Set(await holding(ctx, object, title, rows.map(row => row.name)))
  if (phone) for (const id of await holding(ctx, object, phone, rows.flatMap(row => row.phone ?? []))) ids.add(id)
  if (title.search && done < LOOKUPS) for (const id of await likeNames(ctx, object, title, rows)) ids.add(id)
  const seen = await visible(ctx, object, [...ids], 'read')
  const found = await loadRows(ctx, object, [...seen], phone ? [title, phone] : [title])
  return [...found.values()].flatMap(({ id, values }) => {
    const name = values[title.key]
    return typeof name === 'string' ? [{ id, name, phone: phone ? (values[phone.key] as string | null) ?? null : null }] : []
  })
}

async function holding(ctx: Ctx, object: ObjectDef, field: Field, values: string[]): Promise<string[]> {
  if (values.length === 0) return []
  const { rows } = await ctx.tx.query<{ id: string }>(
    `select id from ${ident(object.table)} where org = $1 and deleted_at is null and ${ident(columnName(field))} = any($2::text[]) limit 10000`,
    [ctx.org, [...new Set(values)]])
  return rows.map(row => row.id)
}

async function likeNames(ctx: Ctx, object: ObjectDef, title: Field, rows: readonly NamedRow[]): Promise<string[]> {
  const slot = searchSlot(object, title)
  const keys = [...new Set(rows.map(row => nameKey(row.name)).filter(key => key.length >= 2))]
  const asked = keys.map(key => ({ tokens: queryGrams(key).map(gram => slot + gram) })).filter(item => item.tokens.length > 0)
  const { rows: found } = await ctx.tx.query<{ id: string }>(
    `select distinct f.id from json_to_recordset($2::json) as x(tokens text[])
     cross join lateral (select t.id from ${ident(object.table)} t where t.org = $1 and t.deleted_at is null and t.grams @> x.tokens limit ${MOST_EACH}) f`,
    [ctx.org, JSON.stringify(asked)])
  return found.map(row => row.id)
}
