// What a save is going to do, worked out for all its records at once and before anything is written.
import type { ObjectDef } from '#core/object/object.ts'
import type { Ctx } from './context.ts'
import type { Draft, SaveOptions } from './draft.ts'
import { isRefused, refuse } from './draft.ts'
import { fillDefaults, refuseMissing } from './defaults.ts'
import { deriveDrafts } from './derive.ts'
import { refuseByEffects } from './effects.ts'
import { refuseGuarded } from './guards.ts'
import { meetExisting, needParents, refuseConflicts } from './existing.ts'
import { draftLines, linesFields } from './lines.ts'
import { resolveLinks } from './links.ts'
import { refuseEscalation } from './escalation.ts'
import { parseDrafts } from './parse.ts'
import { giveSerials } from './serial.ts'
import { refuseTaken } from './unique.ts'

export async function planDrafts(ctx: Ctx, object: ObjectDef, drafts: Draft[], options: SaveOptions): Promise<void> {
  await meetExisting(ctx, object, drafts, options)
  parseDrafts(ctx, object, drafts, options)
  refuseTwice(drafts)
  fillDefaults(ctx, object, drafts)
  await resolveLinks(ctx, object, drafts, options)
  await refuseEscalation(ctx, object, drafts, options)
  const nested = drafts[0]?.parent !== undefined
  if (!nested) await refuseConflicts(ctx, object, drafts)
  if (!nested && !options.trusted) await needParents(ctx, object, drafts.filter(draft => !isRefused(draft)))
  refuseMissing(object, drafts)
  await refuseTaken(ctx, object, drafts)
  await planLines(ctx, object, drafts, options)
  await giveSerials(ctx, object, drafts)
  await deriveDrafts(ctx, object, drafts)
  await refuseGuarded(ctx, object, drafts, options)
  await refuseByEffects(ctx, object, drafts, options)
}

/** Mistakes in the lines are told together with those of their record, unless it is not known at all. */
async function planLines(ctx: Ctx, object: ObjectDef, drafts: Draft[], options: SaveOptions): Promise<void> {
  for (const field of linesFields(object)) {
    const { child, drafts: lines } = await draftLines(ctx, field, drafts.filter(draft => draft.fresh || draft.before))
    if (lines.length > 0) await planDrafts(ctx, child, lines, options)
  }
}

/** One record twice in one save: nobody could say which value was meant. */
function refuseTwice(drafts: Draft[]): void {
  const seen = new Set<string>()
  for (const draft of drafts) {
    if (!draft.fresh && seen.has(draft.id)) refuse(draft, '', { key: 'unique.repeated', params: { value: draft.id } })
    seen.add(draft.id)
  }
}
