// Several records of one thing become one: values are chosen, whatever pointed to the others points to the one that stays,
// and the others go to the bin. One batch, so one undo takes it back.
import { AppError } from '#core/lib/error.ts'
import { columnName, isKind } from '#core/field/kinds.ts'
import { objectOf } from '#core/object/catalog.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { ident } from '#server/schema/ident.ts'
import { binRecords, changeLinks } from './bin.ts'
import type { Ctx } from './context.ts'
import { addTo, touch } from './context.ts'
import { storeEnv } from './fields.ts'
import { needUnguarded } from './guards.ts'
import { referrersOf } from './refers.ts'
import { needAll } from './rights.ts'
import { lockLiving, titlesOf } from './rows.ts'
import { saveRecords } from './save.ts'
import { changeColumns } from './write.ts'

export interface MergeInput {
  object: string
  keep: string
  from: string[]
  values?: Record<string, unknown> | undefined
}

export async function mergeRecords(ctx: Ctx, input: MergeInput): Promise<void> {
  const object = objectOf(ctx.catalog, input.object)
  const from = [...new Set(input.from)].filter(id => id !== input.keep)
  if (from.length === 0) throw new AppError('invalid', { key: 'merge.same' })
  const living = await lockLiving(ctx, object, [input.keep, ...from])
  if (living.size !== from.length + 1) throw new AppError('not_found', { key: 'record.unknown' })
  await needAll(ctx, object, [input.keep], 'update')
  await needAll(ctx, object, from, 'delete')
  await needUnguarded(ctx, object, from, 'gone')
  ctx.journal.title = (await titlesOf(ctx, object, [input.keep])).get(input.keep) ?? ''
  // The first to change names the whole: a merge of customers, though their contacts are moved first.
  addTo(ctx.journal.changed, object.name, [input.keep])
  await moveLinks(ctx, object, input.keep, from)
  await moveAttached(ctx, object, input.keep, from)
  await binRecords(ctx, object, from)
  // Last, so that a unique value of one that went may be taken over.
  if (input.values && Object.keys(input.values).length > 0) await saveRecords(ctx, object.name, [{ id: input.keep, values: input.values }])
}

async function moveLinks(ctx: Ctx, object: ObjectDef, keep: string, from: string[]): Promise<void> {
  for (const referrer of referrersOf(ctx.catalog, object.name)) {
    const { column, many } = referrer
    // The one that stays must not come to point to itself (a department under its twin).
    await changeLinks(ctx, referrer, from, 'true', [keep], many
      ? `array(select v from (select v, min(o) as o from (select case when e = any($1::uuid[]) then $9::uuid else e end as v, o from unnest(t.${column}) with ordinality u(e, o)) p group by v) q order by q.o)`
      : 'case when t.id = $9::uuid then null else $9::uuid end')
  }
}

/** Comments and files name their record by object and id. */
async function moveAttached(ctx: Ctx, object: ObjectDef, keep: string, from: string[]): Promise<void> {
  for (const attached of ctx.catalog.objects.values()) {
    const [kind, record] = [attached.fields.object, attached.fields.record]
    if (!attached.internal || !kind || !record || !isKind(kind, 'text') || !isKind(record, 'text')) continue
    const changed = await changeColumns(ctx, attached, {
      sql: `select t.id, $9::text as record, $11::text as record__py from ${ident(attached.table)} t where t.org = $2 and t.${ident(columnName(kind))} = $10 and t.record = any($1::text[])`,
      param: from, columns: ['record', 'record__py'], more: [keep, object.name, storeEnv.sortKey(keep, false)],
    })
    touch(ctx, attached.name, changed.keys(), ['record'])
  }
}
