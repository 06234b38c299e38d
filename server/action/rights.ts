// Rights as the write path asks for them; which records are seen is decided by server/record alone.
import type { Field } from '#core/field/field.ts'
import { AppError } from '#core/lib/error.ts'
import type { Refusal } from '#core/lib/error.ts'
import { inLang } from '#core/lib/text.ts'
import { fieldRight, rightsOf } from '#core/object/rights.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { visibleIds } from '#server/record/visible.ts'
import type { Ctx } from './context.ts'

export type Verb = 'read' | 'update' | 'delete'

export async function visible(ctx: Ctx, object: ObjectDef, ids: readonly string[], verb: Verb, bin = false): Promise<Set<string>> {
  return visibleIds(ctx.tx, ctx.catalog, ctx.actor, object, ids, verb, { bin })
}

export function needCreate(ctx: Ctx, object: ObjectDef): void {
  const rights = rightsOf(ctx.actor, object)
  if (rights.create) return
  if (rights.read.length === 0) throw new AppError('not_found', { key: 'object.unknown' })
  throw new AppError('forbidden', { key: 'record.noCreate', params: { object: inLang(object.label, ctx.actor.lang) } })
}

/** Nobody may learn from an answer that a record exists which he cannot read. */
export async function refusalFor(ctx: Ctx, object: ObjectDef, ids: readonly string[], verb: 'update' | 'delete'): Promise<Map<string, Refusal>> {
  const readable = await visible(ctx, object, ids, 'read')
  const key = verb === 'update' ? 'record.noUpdate' : 'record.noDelete'
  return new Map(ids.map(id => [id, { key: readable.has(id) ? key : 'record.unknown' }]))
}

/** Records in the bin are changed by those who see them there. */
export async function needBinned(ctx: Ctx, object: ObjectDef, ids: readonly string[]): Promise<void> {
  const allowed = await visible(ctx, object, ids, 'delete', true)
  if (ids.some(id => !allowed.has(id))) throw new AppError('not_found', { key: 'record.unknown' })
}

/** Throws when any of the records may not be changed so. */
export async function needAll(ctx: Ctx, object: ObjectDef, ids: readonly string[], verb: Verb): Promise<void> {
  const allowed = await visible(ctx, object, ids, verb)
  const missing = ids.filter(id => !allowed.has(id))
  if (missing.length === 0) return
  if (verb === 'read') throw new AppError('not_found', { key: 'record.unknown' })
  const refusals = await refusalFor(ctx, object, missing, verb)
  const worst = [...refusals.values()].find(refusal => refusal.key === 'record.unknown')
  if (worst) throw new AppError('not_found', { key: 'record.unknown' })
  throw new AppError('forbidden', { key: [...refusals.values()][0]!.key })
}

/** Why the field cannot be written, if so. A hidden field answers like one that does not exist. */
export function writeRefusal(ctx: Ctx, object: ObjectDef, field: Field): Refusal | undefined {
  const right = fieldRight(ctx.actor, object, field)
  if (right === 'hidden') return { key: 'field.unknown' }
  if (field.readOnly || field.kind === 'computed' || field.kind === 'rollup') return { key: 'field.readOnly' }
  return right === 'write' ? undefined : { key: 'field.notWritable' }
}
