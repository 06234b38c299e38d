// Computed fields of very many dependents, left by settle for later: a job takes the notes out of the outbox and works
// through them in small transactions. Until then these fields show the value before; a few seconds at most.
import { columnName } from '#core/field/kinds.ts'
import type { Actor } from '#core/object/access.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { ident } from '#server/schema/ident.ts'
import { transaction } from '#server/database/transaction.ts'
import { renewRecords, someIds } from './backfill.ts'
import type { Ctx, Env } from './context.ts'
import { contextOf } from './perform.ts'
import { recompute } from './recompute.ts'
import { settle, touchDerived } from './settle.ts'

interface Note {
  id: string
  /** Dependents of `ids` by reference `by`; without `by` all records. */
  payload: { object: string; by?: string; ids?: string[]; search?: boolean; after?: string }
}

const STEP = 2000

/** Does one step of one note; false when there is none. `actor` is the system's own. */
export function catchUp(env: Env, actor: Actor): Promise<boolean> {
  return transaction(env.pool, async tx => {
    const { rows: [note] } = await tx.query<Note>(
      `select id, payload from outbox where org = $1 and kind = 'recompute' and done_at is null order by seq limit 1 for update skip locked`, [actor.org])
    if (!note) return false
    const ctx = contextOf(env, actor, tx, 'recompute')
    const object = ctx.catalog.objects.get(note.payload.object)
    const ids = object ? await nextIds(ctx, object, note.payload) : []
    if (object && ids.length > 0) await workThrough(ctx, object, ids, note.payload)
    await (ids.length < STEP
      ? tx.query('update outbox set done_at = now() where org = $1 and id = $2', [actor.org, note.id])
      : tx.query('update outbox set payload = payload || jsonb_build_object(\'after\', $3::text) where org = $1 and id = $2', [actor.org, note.id, ids.at(-1)]))
    return true
  })
}

async function workThrough(ctx: Ctx, object: ObjectDef, ids: string[], note: Note['payload']): Promise<void> {
  if (note.by === undefined) return renewRecords(ctx, object, ids, note.search ?? false)
  const changed = await recompute(ctx, object, ids)
  if (changed.ids.length > 0) touchDerived(ctx, object.name, changed.ids, [...changed.keys])
  await settle(ctx)
}

async function nextIds(ctx: Ctx, object: ObjectDef, note: Note['payload']): Promise<string[]> {
  if (note.by === undefined) return someIds(ctx, object, note.after ?? null, STEP)
  const by = object.fields[note.by]
  if (!by) return []
  const { rows } = await ctx.tx.query<{ id: string }>(
    `select id from ${ident(object.table)} where org = $1 and deleted_at is null and ${ident(columnName(by))} = any($2::uuid[])
       and ($3::uuid is null or id > $3::uuid) order by id limit ${STEP}`, [ctx.org, note.ids ?? [], note.after ?? null])
  return rows.map(row => row.id)
}
