// Names in cells that stand for records: people for author and owner, lookups that may be created on the way.
// Only what must be known before the save is looked up here; all other links are resolved by the save itself.
import type { Field } from '#core/field/field.ts'
import { kindOf } from '#core/field/kinds.ts'
import { inLang } from '#core/lib/text.ts'
import { objectOf } from '#core/object/catalog.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { rightsOf } from '#core/object/rights.ts'
import type { Ctx } from '#server/action/context.ts'
import { findNames } from '#server/action/links.ts'
import { isNamed } from '#server/action/parse.ts'
import { visible } from '#server/action/rights.ts'
import { saveRecords } from '#server/action/save.ts'
import type { CleanRow, ReadyColumn } from './clean.ts'
import type { Plan } from './job.ts'

export async function resolveEarly(ctx: Ctx, columns: readonly ReadyColumn[], plan: Plan, rows: readonly CleanRow[]): Promise<void> {
  for (const column of columns) {
    const target = kindOf(column.target).target?.(column.target)
    if (!target || !(column.createMissing || column.target.system || plan.match.includes(column.key))) continue
    const object = objectOf(ctx.catalog, target.object)
    const names = new Set(rows.flatMap(row => namesIn(row.values[column.key])))
    if (names.size === 0) continue
    const known = await idsOf(ctx, object, names)
    if (column.createMissing) await createMissing(ctx, object, [...names].filter(name => !known.has(name)), known)
    for (const row of rows) settle(ctx, column.target, object, row, known)
  }
}

const namesIn = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).filter(isNamed).map(item => item.name)

/** Exactly the name or the code, among what the person may see. */
async function idsOf(ctx: Ctx, object: ObjectDef, names: Set<string>): Promise<Map<string, string[]>> {
  const found = await findNames(ctx, object, names)
  const seen = await visible(ctx, object, [...new Set([...found.values()].flat())], 'read')
  if (object.name === 'user') seen.add(ctx.actor.userId)
  const known = new Map<string, string[]>()
  for (const [name, ids] of found) {
    const list = ids.filter(id => seen.has(id))
    if (list.length > 0) known.set(name, list)
  }
  return known
}

async function createMissing(ctx: Ctx, object: ObjectDef, names: string[], known: Map<string, string[]>): Promise<void> {
  if (names.length === 0 || !rightsOf(ctx.actor, object).create) return
  const results = await saveRecords(ctx, object.name, names.map(name => ({ values: { [object.title]: name } })), { mode: 'good' })
  results.forEach((result, at) => { if (result.ok) known.set(names[at]!, [result.id]) })
}

function settle(ctx: Ctx, field: Field, object: ObjectDef, row: CleanRow, known: Map<string, string[]>): void {
  const value = row.values[field.key]
  const parts = Array.isArray(value) ? value : [value]
  const ids = parts.map(part => {
    if (!isNamed(part)) return part
    const list = known.get(part.name) ?? []
    if (list.length === 1) return list[0]
    row.problems[field.key] ??= { key: list.length === 0 ? 'reference.notFound' : 'reference.ambiguous', params: { name: part.name, object: inLang(object.label, ctx.actor.lang) } }
    return part
  })
  if (value !== undefined) row.values[field.key] = Array.isArray(value) ? ids : ids[0]
}
