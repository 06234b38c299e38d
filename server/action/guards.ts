// Records that nobody may change for a while, whichever way the change comes: a case that is being decided holds its record
// still. Whoever holds records registers a guard; saving, deleting, merging and undoing ask it.
import { AppError } from '#core/lib/error.ts'
import type { Refusal } from '#core/lib/error.ts'
import type { ObjectDef } from '#core/object/object.ts'
import type { Ctx } from './context.ts'
import type { Draft, SaveOptions } from './draft.ts'
import { isRefused, refuse } from './draft.ts'
import { isDerived } from './fields.ts'
import type { Values } from './fields.ts'

export interface Guarded {
  id: string
  fresh: boolean
  /** Keys that change; undefined: any may. */
  keys: readonly string[] | undefined
  /** It goes to the bin. */
  gone: boolean
  /** As it will be, where that is known. */
  after: Values | undefined
}

/** Refusals by id; what is not in the answer may be changed. */
export type Guard = (ctx: Ctx, object: ObjectDef, items: readonly Guarded[]) => Promise<Map<string, Refusal>>

const guards: Guard[] = []

export function defineGuard(guard: Guard): Guard {
  guards.push(guard)
  return guard
}

/** Lines inside their record count as a change of its list. */
export async function refuseGuarded(ctx: Ctx, object: ObjectDef, drafts: readonly Draft[], options: SaveOptions): Promise<void> {
  if (options.trusted || drafts[0]?.parent !== undefined) return
  const open = drafts.filter(draft => !isRefused(draft))
  const items = open.map((draft): Guarded => ({
    id: draft.id, fresh: draft.fresh, gone: false, after: draft.values,
    keys: [...draft.changed].filter(key => object.fields[key] && !isDerived(object.fields[key])),
  })).filter(item => item.keys!.length > 0)
  const refused = await ask(ctx, object, items)
  for (const draft of open) {
    draft.guarded = refused.get(draft.id)
    if (draft.guarded) refuse(draft, '', draft.guarded)
  }
}

export async function needUnguarded(ctx: Ctx, object: ObjectDef, ids: readonly string[], how: 'changed' | 'gone'): Promise<void> {
  const refused = await ask(ctx, object, ids.map(id => ({ id, fresh: false, keys: undefined, gone: how === 'gone', after: undefined })))
  for (const refusal of refused.values()) throw new AppError('conflict', refusal)
}

async function ask(ctx: Ctx, object: ObjectDef, items: readonly Guarded[]): Promise<Map<string, Refusal>> {
  const all = new Map<string, Refusal>()
  if (items.length === 0) return all
  for (const guard of guards) for (const [id, refusal] of await guard(ctx, object, items)) all.set(id, refusal)
  return all
}
