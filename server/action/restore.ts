// Out of the bin, with the children that went in together and the links that were cleared on the way.
import { AppError } from '#core/lib/error.ts'
import type { FieldErrors } from '#core/lib/error.ts'
import { columnName } from '#core/field/kinds.ts'
import { objectOf } from '#core/object/catalog.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { parentName } from '#core/object/rights.ts'
import { ident } from '#server/schema/ident.ts'
import { renewRecords } from './backfill.ts'
import { lockBinned, treeOf } from './bin.ts'
import type { Ctx } from './context.ts'
import { touch } from './context.ts'
import { newDraft } from './draft.ts'
import { referrersOf } from './refers.ts'
import { needAll, needBinned } from './rights.ts'
import { loadRows, titlesOf } from './rows.ts'
import { refuseTaken } from './unique.ts'
import { BATCH, changeColumns } from './write.ts'

export async function restoreRecords(ctx: Ctx, name: string, ids: readonly string[]): Promise<void> {
  const object = objectOf(ctx.catalog, name)
  const binned = await lockBinned(ctx, object, ids)
  await needBinned(ctx, object, ids)
  await needLivingParents(ctx, object, ids)
  if (ids.length === 1) ctx.journal.title = (await titlesOf(ctx, object, ids)).get(ids[0]!) ?? ''
  for (const [batch, group] of Map.groupBy(binned, row => row.batch)) {
    const tree = await treeOf(ctx, object, group.map(row => row.id), 't.deleted_batch = $3::uuid', batch)
    for (const [part, list] of tree) await liveAgain(ctx, objectOf(ctx.catalog, part), list)
    for (const [part, list] of tree) await relink(ctx, objectOf(ctx.catalog, part), list, batch)
    for (const [part, list] of [...tree].reverse()) await renewRecords(ctx, objectOf(ctx.catalog, part), list, false)
  }
}

/** A line cannot live where its parent does not. */
async function needLivingParents(ctx: Ctx, object: ObjectDef, ids: readonly string[]): Promise<void> {
  const parent = parentName(object)
  if (parent === undefined || object.parent === undefined) return
  const rows = await loadRows(ctx, object, ids, [object.fields[object.parent]!])
  await needAll(ctx, objectOf(ctx.catalog, parent), [...new Set([...rows.values()].map(row => String(row.values[object.parent!])))], 'update')
}

async function liveAgain(ctx: Ctx, object: ObjectDef, ids: readonly string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += BATCH) {
    const part = ids.slice(from, from + BATCH)
    await refuseTakenMeanwhile(ctx, object, part)
    await changeColumns(ctx, object, {
      sql: 'select u.id, null::timestamptz as deleted_at, null::uuid as deleted_batch from unnest($1::uuid[]) as u(id)', param: part,
      columns: ['deleted_at', 'deleted_batch'],
    })
    touch(ctx, object.name, part)
  }
}

/** Its number or name may belong to somebody else by now. */
async function refuseTakenMeanwhile(ctx: Ctx, object: ObjectDef, ids: readonly string[]): Promise<void> {
  const rows = await loadRows(ctx, object, ids)
  const drafts = [...rows.values()].map((row, at) => {
    const draft = newDraft({ id: row.id, values: {} }, at)
    Object.assign(draft.values, row.values)
    draft.changed = new Set(Object.keys(row.values))
    return draft
  })
  await refuseTaken(ctx, object, drafts)
  const fields = Object.create(null) as FieldErrors
  for (const draft of drafts) for (const [key, value] of draft.errors) fields[`${draft.index}.${key}`] = value
  if (Object.keys(fields).length > 0) throw new AppError('conflict', { ...Object.values(fields)[0], fields })
}

/** Links that were cleared when the records left, where nobody has set another since. */
async function relink(ctx: Ctx, object: ObjectDef, ids: readonly string[], batch: string | null): Promise<void> {
  if (batch === null) return
  for (const { object: from, field, column, many, child } of referrersOf(ctx.catalog, object.name)) {
    if (child) continue
    const name = columnName(field)
    const value = many ? `array_cat(t.${column}, array_agg(distinct w.id))` : 'min(w.id::text)::uuid'
    const standing = many ? `(t.${column} is null or not (w.id = any(t.${column})))` : `t.${column} is null`
    const pointed = many ? 'h.before -> $10 ? w.id::text' : 'h.before ->> $10 = w.id::text'
    const changed = await changeColumns(ctx, from, {
      sql: `select t.id, ${value} as ${column} from unnest($1::uuid[]) as w(id)
        join history h on h.org = $2 and h.batch = $9::uuid and h.object = $8 and ${pointed}
        join ${ident(from.table)} t on t.org = $2 and t.id = h.record and ${standing} group by t.id, t.${column}`,
      param: ids, columns: [name], more: [batch, name],
    })
    touch(ctx, from.name, changed.keys(), [field.key])
  }
}
