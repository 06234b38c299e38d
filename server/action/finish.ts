// The end of an action: its row for undo, its entries in the log, its events; one statement for each kind.
import { objectOf } from '#core/object/catalog.ts'
import { AppError } from '#core/lib/error.ts'
import { newId } from '#core/lib/id.ts'
import type { Lang, Text } from '#core/lib/text.ts'
import { fillPlaces, inLang } from '#core/lib/text.ts'
import { writeAudit } from './audit.ts'
import type { Ctx } from './context.ts'
import { addTo } from './context.ts'
import type { Action } from './define.ts'
import { settle } from './settle.ts'

/** Above this many records a listener is told "many" and asks anew. */
const IDS_IN_EVENT = 1000

export async function finish(ctx: Ctx, action: Action, result: unknown): Promise<void> {
  await settle(ctx)
  const { journal } = ctx
  const undoing = action.undoing?.(result)
  if (journal.count > 0 || journal.inverse) {
    await writeBatch(ctx, action, undoing)
    journal.audit.push({ what: action.name, detail: { batch: ctx.batch, count: journal.count, objects: [...journal.changed.keys()] } })
  }
  await writeAudit(ctx.tx, ctx.actor, ctx.now, journal.audit)
  await writeEvents(ctx)
}

async function writeBatch(ctx: Ctx, action: Action, undoing: ReturnType<NonNullable<Action['undoing']>> | undefined): Promise<void> {
  const { journal, actor } = ctx
  const undoable = action.undoable !== false && (journal.count > 0 || journal.inverse !== undefined)
  const { rowCount } = await ctx.tx.query(
    `insert into action_batch as b (org, id, at, actor, actor_name, via, action, label, kind, target, undoable, count, objects, inverse)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
     on conflict (org, id) do update set count = b.count + excluded.count,
       objects = (select jsonb_agg(distinct name) from jsonb_array_elements(b.objects || excluded.objects) as name)
     where b.actor = excluded.actor and b.undone_by is null`,
    [ctx.org, ctx.batch, ctx.now, actor.userId, actor.name, actor.via, action.name, JSON.stringify(undoing?.label ?? labelOf(ctx, action.label)),
      undoing?.kind ?? 'do', undoing?.target ?? null, undoable, journal.count, JSON.stringify([...journal.changed.keys()]),
      journal.inverse ? JSON.stringify(journal.inverse) : null])
  if (rowCount === 0) throw new AppError('conflict', { key: 'undo.already' })
}

function labelOf(ctx: Ctx, label: Text): Text {
  const [first] = ctx.journal.changed.keys()
  const object = first === undefined ? undefined : objectOf(ctx.catalog, first)
  const fill = (lang: Lang): string => fillPlaces(label[lang], {
    object: object ? inLang(object.label, lang) : '', title: ctx.journal.title ?? '', count: ctx.journal.count,
  }).trim()
  return { zh: fill('zh'), en: fill('en') }
}

/** Only ids travel: whoever listens asks again with his own rights. */
export async function writeEvents(ctx: Ctx): Promise<void> {
  const { journal } = ctx
  const all = new Map<string, Set<string>>()
  for (const source of [journal.changed, journal.derived]) for (const [object, ids] of source) addTo(all, object, ids)
  const events = [...all].map(([object, ids]) => ({
    kind: 'changed', payload: { object, ids: ids.size > IDS_IN_EVENT ? null : [...ids], batch: ctx.batch, actor: ctx.actor.userId },
  }))
  const rows = [...events, ...journal.events].map(event => ({ id: newId(), ...event }))
  if (rows.length === 0) return
  await ctx.tx.query(
    `insert into outbox (org, id, at, kind, payload, xid)
     select $1, x.id, $2, x.kind, x.payload, pg_current_xact_id()::text::bigint
     from json_to_recordset($3::json) as x(id uuid, kind text, payload jsonb)`,
    [ctx.org, ctx.now, JSON.stringify(rows)])
}
