// Values of records that stand already, after the catalog changed: a new sum or formula is worked out, a newly searchable
// field is found. Small tables at once; large ones by the job that reads the outbox, in steps.
import type { Field } from '#core/field/field.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { ident } from '#server/schema/ident.ts'
import type { Ctx } from './context.ts'
import { dependsOf, seriesGroups } from './depends.ts'
import { isDerived } from './fields.ts'
import { recompute, refreshSearch } from './recompute.ts'
import { recount } from './rollup.ts'
import { searchKeysOf } from './search-columns.ts'
import { recountSeries } from './series.ts'

/** Records that are done inside the action itself. */
const AT_ONCE = 5000

export async function backfill(ctx: Ctx, before: ObjectDef | undefined, after: ObjectDef): Promise<void> {
  if (!before || after.retired) return
  const search = [...searchKeysOf(after)].sort().join() !== [...searchKeysOf(before)].sort().join()
  const derived = Object.values(after.fields).some(field => isDerived(field) && differs(before.fields[field.key], field))
  if (!search && !derived) return
  const ids = await someIds(ctx, after, null, AT_ONCE + 1)
  if (ids.length > AT_ONCE) ctx.journal.events.push({ kind: 'recompute', payload: { object: after.name, search } })
  else await renewRecords(ctx, after, ids, search)
}

const differs = (a: Field | undefined, b: Field): boolean => JSON.stringify(a) !== JSON.stringify(b)

export async function someIds(ctx: Ctx, object: ObjectDef, after: string | null, limit: number): Promise<string[]> {
  const { rows } = await ctx.tx.query<{ id: string }>(
    `select id from ${ident(object.table)} where org = $1 and ($2::uuid is null or id > $2::uuid) order by id limit $3`, [ctx.org, after, limit])
  return rows.map(row => row.id)
}

/** Sums, formulas, months and, where asked, search columns of these records anew. */
export async function renewRecords(ctx: Ctx, object: ObjectDef, ids: readonly string[], search: boolean): Promise<void> {
  for (const groups of dependsOf(ctx.catalog).rollups.values()) {
    for (const group of groups) if (group.parent.name === object.name) await recount(ctx, group, [...ids])
  }
  await recompute(ctx, object, ids)
  for (const group of seriesGroups(ctx.catalog)) if (group.parent.name === object.name) await recountSeries(ctx, group, ids)
  if (search) await refreshSearch(ctx, object, ids)
}
