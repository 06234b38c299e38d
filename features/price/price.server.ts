// 批示: who may decide on a price application, what stays as it is after that, and how an approved one becomes a row of F13.
import { z } from 'zod'
import { isId } from '#core/lib/id.ts'
import { objectOf } from '#core/object/catalog.ts'
import type { Ctx } from '#server/action/context.ts'
import { defineAction } from '#server/action/define.ts'
import type { Draft } from '#server/action/draft.ts'
import { refuse } from '#server/action/draft.ts'
import { defineEffect, give } from '#server/action/effects.ts'
import { loadRows } from '#server/action/rows.ts'
import { saveRecords } from '#server/action/save.ts'
import { runQuery } from '#server/record/page.ts'
import { systemActor } from '#server/user/system-actor.ts'
import { decisions } from './price.ts'

const APPLICATION = 'priceApplication'
const before = (draft: Draft, key: string): unknown => draft.before?.values[key] ?? null

/** Those who ask: the owner as he was before this change, and whoever wrote it down. */
async function askers(ctx: Ctx, drafts: Draft[]): Promise<Map<string, Set<unknown>>> {
  const object = objectOf(ctx.catalog, APPLICATION)
  const rows = await loadRows(ctx, object, drafts.filter(draft => !draft.fresh).map(draft => draft.id), [object.fields.createdBy!])
  return new Map(drafts.map(draft => [draft.id, draft.fresh ? new Set([ctx.actor.userId]) : new Set([before(draft, 'owner'), rows.get(draft.id)?.values.createdBy])]))
}

defineEffect({
  object: APPLICATION, keys: ['decision'],
  async before(ctx, drafts) {
    const asking = await askers(ctx, drafts)
    for (const draft of drafts) {
      if (before(draft, 'decision') === 'approved') refuse(draft, 'decision', { key: 'price.final' })
      else if (asking.get(draft.id)!.has(ctx.actor.userId)) refuse(draft, 'decision', { key: 'price.own' })
      const open = (draft.values.decision ?? null) === null
      give(draft, 'decidedBy', open ? null : ctx.actor.userId)
      give(draft, 'decidedAt', open ? null : ctx.now)
    }
  },
  async after(ctx, drafts) {
    const approved = drafts.filter(draft => draft.values.decision === 'approved')
    const known = await withPreference(ctx, approved.map(draft => draft.id))
    await saveRecords(ctx, 'pricePreference', approved.filter(draft => !known.has(draft.id)).map(({ id, values }) => ({
      values: { application: id, ...Object.fromEntries(['region', 'customer', 'product', 'price', 'owner', 'department'].map(key => [key, values[key] ?? null])), note: values.offer },
    })), { trusted: true })
  },
})

async function withPreference(ctx: Ctx, applications: string[]): Promise<Set<string>> {
  if (applications.length === 0) return new Set()
  const page = await runQuery(ctx.tx, ctx.catalog, systemActor(ctx.org, ctx.catalog), {
    object: 'pricePreference', columns: ['application'], filter: { field: 'application', op: 'in', value: applications }, size: 500, total: 'none',
  })
  return new Set(page.rows.map(row => (row.application as { id: string }).id))
}

defineEffect({
  object: APPLICATION, keys: ['region', 'customer', 'date', 'expected', 'offer', 'product', 'price'],
  async before(_ctx, drafts) {
    for (const draft of drafts) {
      const key = ['offer', 'expected', 'price', 'product', 'customer', 'region', 'date'].find(one => draft.changed.has(one))!
      if (before(draft, 'decision') !== null) refuse(draft, key, { key: 'price.decided' })
    }
  },
})

/** For flows and scripts; on the page the decision is simply chosen in F14. */
export const decide = defineAction({
  name: 'price.decide',
  label: { zh: '批示价格优惠申请', en: 'Decide on a price application' },
  input: z.strictObject({ id: z.string().refine(isId, { error: 'reference.notAnId' }), decision: z.enum(decisions.map(option => option.value)), note: z.string().trim().max(300).optional() }),
  async run(ctx, { id, decision, note }) {
    await saveRecords(ctx, APPLICATION, [{ id, values: { decision, ...(note === undefined ? {} : { decisionNote: note }) } }])
    return { id, batch: ctx.batch }
  },
})
