// What fills forms, made of a site or of an action: its catalog and forms of this moment, and one snapshot to read from.
import type { Actor } from '#core/object/access.ts'
import { AppError } from '#core/lib/error.ts'
import type { Ctx, Env } from '#server/action/context.ts'
import { read } from '#server/database/transaction.ts'
import type { FormStore } from './book.ts'
import type { FillEnv } from './fill.ts'

export function formsOf(env: Pick<Env, 'forms'>): FormStore {
  if (!env.forms) throw new AppError('not_found', { key: 'form.unknown' })
  return env.forms
}

/** Analysis over many customers may take longer than a list. */
const TIMEOUT_MS = 30_000

/** `work` sees one moment, whatever it reads. */
export async function readForms<T>(env: Env, actor: Actor, work: (fill: FillEnv) => Promise<T>): Promise<T> {
  const forms = formsOf(env)
  const now = await forms.now()
  return read(env.pool, reader => work({ reader, catalog: env.catalog.current(), actor, shipped: forms.shipped, now }), { timeoutMs: TIMEOUT_MS })
}

/** Inside an action: it also sees what the action has written. */
export async function formsIn(ctx: Ctx): Promise<FillEnv> {
  const forms = formsOf(ctx.env)
  return { reader: ctx.tx, catalog: ctx.catalog, actor: ctx.actor, shipped: forms.shipped, now: await forms.now() }
}
