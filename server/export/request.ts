// An export is asked for, kept for ten minutes, and logged before its first byte leaves: two actions.
import { z } from 'zod'
import { AppError } from '#core/lib/error.ts'
import { isId, newId } from '#core/lib/id.ts'
import { fillPlaces, inLang } from '#core/lib/text.ts'
import type { Actor } from '#core/object/access.ts'
import { objectOf } from '#core/object/catalog.ts'
import { today } from '#core/lib/date.ts'
import { messages } from '#core/lib/messages.ts'
import type { Ctx } from '#server/action/context.ts'
import { defineAction } from '#server/action/define.ts'
import type { Reader } from '#server/database/transaction.ts'
import { readableObject } from '#server/record/rows.ts'
import { askSchema, delicateTitles, needExport, needMany, planExport } from './plan.ts'
import type { ExportAsk } from './plan.ts'

const KEPT = '10 minutes'
/** Counting a long list may take a while. */
const TIMEOUT_MS = 60_000

export interface Requested {
  id: string
  /** Records that it would hold now. */
  count: number
}

export const requestExport = defineAction<ExportAsk, Requested>({
  name: 'export.request', label: messages['export.label']!, undoable: false, timeoutMs: TIMEOUT_MS,
  input: askSchema as unknown as z.ZodType<ExportAsk>,
  async run(ctx, ask) {
    const { tx, catalog, actor } = ctx
    needExport(actor, readableObject(catalog, actor, ask.object))
    const plan = await planExport(tx, catalog, actor, ask)
    needMany(actor, plan.count, delicateTitles(plan), ask.reason)
    await tx.query(`delete from export_job where org = $1 and created_at < now() - interval '${KEPT}'`, [ctx.org])
    const id = newId()
    await tx.query(
      `insert into export_job (org, id, actor, object, state, format, reason, query, detail) values ($1, $2, $3, $4, 'asked', $5, $6, $7, '{}')`,
      [ctx.org, id, actor.userId, ask.object, ask.format, ask.reason ?? null, JSON.stringify(ask)])
    return { id, count: plan.count }
  },
})

/** One's own request, as long as it is kept. */
export async function requested(reader: Reader, actor: Actor, id: string): Promise<ExportAsk> {
  const found = isId(id) ? await reader.query<{ query: unknown }>(
    `select query from export_job where org = $1 and id = $2 and actor = $3 and created_at >= now() - interval '${KEPT}'`, [actor.org, id, actor.userId]) : { rows: [] }
  const ask = askSchema.safeParse(found.rows[0]?.query)
  if (!ask.success) throw new AppError('not_found', { key: 'export.gone' })
  return ask.data
}

const startSchema = z.strictObject({ id: z.guid(), ask: askSchema, count: z.int().min(0), delicate: z.array(z.string()) })
export type Starting = z.output<typeof startSchema>

/** Rights are looked at again, since they may have changed; a refusal is noted like that of any action. */
export const startExport = defineAction<Starting, null>({
  name: 'export.start', label: messages['export.label']!, undoable: false,
  input: startSchema as unknown as z.ZodType<Starting>,
  async run(ctx, { id, ask, count, delicate }) {
    needExport(ctx.actor, objectOf(ctx.catalog, ask.object))
    needMany(ctx.actor, count, delicate, ask.reason)
    await ctx.tx.query(`update export_job set state = 'sent', rows = $3, updated_at = now() where org = $1 and id = $2`, [ctx.org, id, count])
    note(ctx, id, ask, count, delicate)
    return null
  },
})

function note(ctx: Ctx, id: string, ask: ExportAsk, count: number, delicate: string[]): void {
  const { filter, search, bin } = ask.query
  const rows = ask.ids ? { selected: ask.ids.length } : { filter, search }
  ctx.journal.audit.push({ what: 'export', object: ask.object, detail: {
    export: id, format: ask.format, columns: ask.columns, ...rows, ...(bin ? { bin } : {}), count, reason: ask.reason ?? null, ...(delicate.length > 0 ? { delicate } : {}),
  } })
}

/** 客户_2026-11-23.xlsx */
export function fileName(ctx: Pick<Ctx, 'catalog' | 'actor'>, ask: Pick<ExportAsk, 'object' | 'format'>, key: 'export.fileName' | 'export.templateName' = 'export.fileName'): string {
  const { lang, zone } = ctx.actor
  const name = fillPlaces(inLang(messages[key]!, lang), { object: inLang(objectOf(ctx.catalog, ask.object).label, lang), date: today(zone) })
  return `${name.replaceAll(/[\\/\u0000-\u001f\u007f"<>|:*?]+/g, '_').slice(0, 150)}.${ask.format}`
}
