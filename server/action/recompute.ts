// Computed fields of records that stand already, worked out again because something they rest on changed.
// Not a change by a person: no version, no history.
import { kindOf } from '#core/field/kinds.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { ident } from '#server/schema/ident.ts'
import type { Ctx } from './context.ts'
import { computeInto, ruleEnv } from './derive.ts'
import { farValues } from './far-values.ts'
import type { Values } from './fields.ts'
import { columnsOf, putColumns } from './fields.ts'
import { rulesOf } from './object-rules.ts'
import { putSearch, SEARCH_COLUMNS, isSearched } from './search-columns.ts'
import { loadRows } from './rows.ts'
import { BATCH } from './write.ts'

export interface Recomputed {
  ids: string[]
  keys: Set<string>
}

/** Returns which records and fields really changed. */
export async function recompute(ctx: Ctx, object: ObjectDef, ids: readonly string[]): Promise<Recomputed> {
  const result: Recomputed = { ids: [], keys: new Set() }
  const rules = rulesOf(ctx.catalog, object)
  if (rules.computed.length === 0) return result
  const sorted = [...ids].sort()
  const env = ruleEnv(ctx)
  const fieldKeys = new Set(rules.computed.flatMap(item => [item.field.key, ...item.keys]))
  const fields = Object.values(object.fields).filter(field => fieldKeys.has(field.key) && kindOf(field).columns(field).length > 0)
  for (let from = 0; from < sorted.length; from += BATCH) {
    const rows = await loadRows(ctx, object, sorted.slice(from, from + BATCH), fields)
    const far = await farValues(ctx, object, [...rows.values()].map(row => row.values), rules.far)
    const changed = [...rows.values()].flatMap(row => {
      const keys = computeInto(rules, row.values, far, env)
      for (const key of keys) result.keys.add(key)
      return keys.length > 0 ? [{ id: row.id, values: row.values }] : []
    })
    await storeComputed(ctx, object, [...result.keys], changed)
    result.ids.push(...changed.map(row => row.id))
  }
  return result
}

async function storeComputed(ctx: Ctx, object: ObjectDef, keys: string[], rows: { id: string; values: Values }[]): Promise<void> {
  if (rows.length === 0) return
  const fields = keys.map(key => object.fields[key]!)
  const columns = fields.flatMap(columnsOf)
  const source = rows.map(row => {
    const out: Values = { id: row.id }
    for (const field of fields) putColumns(out, field, row.values[field.key] ?? null)
    return out
  })
  await ctx.tx.query(
    `update ${ident(object.table)} t set ${columns.map(column => `${ident(column.name)} = x.${ident(column.name)}`).join(', ')}
     from json_to_recordset($2::json) as x(id uuid, ${columns.map(column => `${ident(column.name)} ${column.type}`).join(', ')})
     where t.org = $1 and t.id = x.id`, [ctx.org, JSON.stringify(source)])
}

/** Search columns from the stored values: after values came back without passing through JavaScript (undo). */
export async function refreshSearch(ctx: Ctx, object: ObjectDef, ids: readonly string[]): Promise<void> {
  if (!isSearched(object)) return
  for (let from = 0; from < ids.length; from += BATCH) {
    const rows = await loadRows(ctx, object, ids.slice(from, from + BATCH))
    const source = [...rows.values()].map(row => {
      const out: Values = { id: row.id }
      putSearch(out, object, row.values)
      return out
    })
    await ctx.tx.query(
      `update ${ident(object.table)} t set ${SEARCH_COLUMNS.map(column => `${column.name} = x.${column.name}`).join(', ')}
       from json_to_recordset($2::json) as x(id uuid, ${SEARCH_COLUMNS.map(column => `${column.name} ${column.type}`).join(', ')})
       where t.org = $1 and t.id = x.id`, [ctx.org, JSON.stringify(source)])
  }
}
