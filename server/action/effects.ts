// What the business adds to a change of a field, whichever way it comes (page, paste, import, form, flow): why it may not be,
// and what follows from it in the same transaction. Registered by features' .server.ts; the machine does not know them.
import type { ObjectDef } from '#core/object/object.ts'
import type { Ctx } from './context.ts'
import type { Draft, SaveOptions } from './draft.ts'
import { isRefused } from './draft.ts'

export interface Effect {
  object: string
  /** Fields whose change matters; a new record matters where it has a value in one of them. */
  keys: readonly string[]
  /** Before anything is written: refuses drafts (refuse), or gives further values to them (give). Not asked of what the system itself writes. */
  before?(ctx: Ctx, drafts: Draft[]): Promise<void>
  /** After the records are saved. */
  after?(ctx: Ctx, drafts: Draft[]): Promise<void>
}

const effects = new Map<string, Effect[]>()

export function defineEffect(effect: Effect): Effect {
  effects.set(effect.object, [...effects.get(effect.object) ?? [], effect])
  return effect
}

/** A value that follows from the change: 结案日期 with 已关闭. */
export function give(draft: Draft, key: string, value: unknown): void {
  draft.values[key] = value
  draft.changed.add(key)
}

export const touches = (effect: Effect, draft: Draft): boolean =>
  effect.keys.some(key => (draft.fresh ? (draft.values[key] ?? null) !== null : draft.changed.has(key)))

const concerned = (effect: Effect, drafts: Draft[]): Draft[] => drafts.filter(draft => !isRefused(draft) && touches(effect, draft))

export async function refuseByEffects(ctx: Ctx, object: ObjectDef, drafts: Draft[], options: SaveOptions): Promise<void> {
  if (options.trusted) return
  for (const effect of effects.get(object.name) ?? []) {
    const open = concerned(effect, drafts)
    if (open.length > 0) await effect.before?.(ctx, open)
  }
}

export async function runEffects(ctx: Ctx, object: ObjectDef, drafts: Draft[]): Promise<void> {
  for (const effect of effects.get(object.name) ?? []) {
    const saved = concerned(effect, drafts)
    if (saved.length > 0) await effect.after?.(ctx, saved)
  }
}
