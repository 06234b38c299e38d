// Repeated requests: the first one with a key works, all others with the same key get its answer.
// The row is inserted before anything else, so a twin that comes at the same moment waits for the first to end.
import { AppError } from '#core/lib/error.ts'
import type { Ctx } from './context.ts'

/** A key may be used anew after this time. */
const HOURS = 24

/** Undefined: this is the first request with the key, go on. */
export async function claim(ctx: Ctx, key: string, hash: string): Promise<{ answer: unknown } | undefined> {
  const { rowCount } = await ctx.tx.query(
    `insert into idempotency as i (org, actor, key, hash, at) values ($1, $2, $3, $4, $5)
     on conflict (org, actor, key) do update set hash = excluded.hash, at = excluded.at, answer = null
     where i.at < excluded.at - make_interval(hours => $6)`,
    [ctx.org, ctx.actor.userId, key, hash, ctx.now, HOURS])
  if (rowCount === 1) return undefined
  const { rows } = await ctx.tx.query<{ hash: string; answer: unknown }>(
    'select hash, answer from idempotency where org = $1 and actor = $2 and key = $3', [ctx.org, ctx.actor.userId, key])
  if (rows[0]?.hash !== hash) throw new AppError('idempotency', { key: 'idempotency.otherBody' })
  return { answer: typeof rows[0].answer === 'string' ? JSON.parse(rows[0].answer) as unknown : null }
}

/** As one text, so that the repeated answer is the same to the byte. */
export async function keep(ctx: Ctx, key: string, result: unknown): Promise<void> {
  await ctx.tx.query('update idempotency set answer = $4 where org = $1 and actor = $2 and key = $3',
    [ctx.org, ctx.actor.userId, key, JSON.stringify(JSON.stringify(result ?? null))])
}

/** For a nightly job. */
export async function forgetOldKeys(query: Ctx['tx']['query']): Promise<void> {
  await query('delete from idempotency where at < now() - make_interval(hours => $1)', [HOURS])
}
