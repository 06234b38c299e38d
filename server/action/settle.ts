// After records were written: sums in their parents, then what is computed from these, then the parents above, until nothing
// changes any more. Runs inside the same transaction, so nobody ever sees a sum that does not fit its parts.
import { columnName } from '#core/field/kinds.ts'
import { objectOf } from '#core/object/catalog.ts'
import { ident } from '#server/schema/ident.ts'
import type { Ctx, Touched } from './context.ts'
import { addTo } from './context.ts'
import type { Reach } from './depends.ts'
import { dependsOf } from './depends.ts'
import { recompute } from './recompute.ts'
import { dirtyParents, matters, recount } from './rollup.ts'
import { recountSeries } from './series.ts'

/** Deeper chains than any catalog has; a circle of rules ends here. */
const ROUNDS = 20
/** More dependents than this are left to the job that reads the outbox (catch-up.ts). */
const DEPENDENTS_NOW = 5000

export async function settle(ctx: Ctx): Promise<void> {
  for (let round = 0; round < ROUNDS && ctx.journal.touched.size > 0; round++) {
    for (const [name, touched] of takeLowest(ctx)) {
      await settleParents(ctx, name, touched)
      await settleSeries(ctx, name, touched)
      await settleReaches(ctx, name, touched)
    }
  }
  ctx.journal.touched.clear()
}

/** Children before their parents: an order is summed into its customer once, when its own lines are in. */
function takeLowest(ctx: Ctx): [string, Touched][] {
  const { touched } = ctx.journal
  const { rollups } = dependsOf(ctx.catalog)
  const above = new Set([...touched.keys()].flatMap(name => (rollups.get(name) ?? []).map(group => group.parent.name).filter(parent => parent !== name)))
  const lowest = [...touched].filter(([name]) => !above.has(name))
  const taken = lowest.length > 0 ? lowest : [...touched]
  for (const [name] of taken) touched.delete(name)
  return taken
}

async function settleParents(ctx: Ctx, name: string, touched: Touched): Promise<void> {
  for (const group of dependsOf(ctx.catalog).rollups.get(name) ?? []) {
    if (!matters(group, touched)) continue
    const changed = await recount(ctx, group, await dirtyParents(ctx, group, touched))
    if (changed.length === 0) continue
    const further = await recompute(ctx, group.parent, changed)
    touchDerived(ctx, group.parent.name, changed, [...group.fields.map(field => field.key), ...further.keys])
  }
}

async function settleSeries(ctx: Ctx, name: string, touched: Touched): Promise<void> {
  for (const group of dependsOf(ctx.catalog).series.get(name) ?? []) {
    if (matters(group, touched)) await recountSeries(ctx, group, await dirtyParents(ctx, { child: group.child, by: group.series.by }, touched), touched)
  }
}

async function settleReaches(ctx: Ctx, name: string, touched: Touched): Promise<void> {
  for (const reach of dependsOf(ctx.catalog).reaches.get(name) ?? []) {
    if (touched.keys !== undefined && ![...reach.keys].some(key => touched.keys!.has(key))) continue
    const dependents = await dependentsOf(ctx, reach, [...touched.ids])
    if (dependents.length > DEPENDENTS_NOW) {
      ctx.journal.events.push({ kind: 'recompute', payload: { object: reach.object.name, by: reach.by, ids: [...touched.ids] } })
      continue
    }
    const further = await recompute(ctx, reach.object, dependents)
    if (further.ids.length > 0) touchDerived(ctx, reach.object.name, further.ids, [...further.keys])
  }
}

async function dependentsOf(ctx: Ctx, reach: Reach, ids: string[]): Promise<string[]> {
  const by = ident(columnName(reach.object.fields[reach.by]!))
  const { rows } = await ctx.tx.query<{ id: string }>(
    `select id from ${ident(reach.object.table)} where org = $1 and deleted_at is null and ${by} = any($2::uuid[])
     limit ${DEPENDENTS_NOW + 1}`, [ctx.org, ids])
  return rows.map(row => row.id)
}

/** Derived values are nobody's change: they are told to listeners, but not to history. */
export function touchDerived(ctx: Ctx, name: string, ids: readonly string[], keys: readonly string[]): void {
  const object = objectOf(ctx.catalog, name)
  addTo(ctx.journal.derived, object.name, ids)
  const known = ctx.journal.touched.get(name) ?? { ids: new Set<string>(), keys: new Set<string>(), former: new Map<string, Set<string>>() }
  for (const id of ids) known.ids.add(id)
  if (known.keys) for (const key of keys) known.keys.add(key)
  ctx.journal.touched.set(name, known)
}
