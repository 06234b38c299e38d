// The one door in: runs an action in one transaction, with its rights, its repeated requests, its log and its events.
import { createHash } from 'node:crypto'
import type { Actor } from '#core/object/access.ts'
import { needPower } from '#core/object/rights.ts'
import { AppError } from '#core/lib/error.ts'
import type { FieldErrors } from '#core/lib/error.ts'
import { newId } from '#core/lib/id.ts'
import { refusalOf } from '#core/lib/messages.ts'
import { transaction } from '#server/database/transaction.ts'
import type { Tx } from '#server/database/transaction.ts'
import { writeAudit } from './audit.ts'
import type { Ctx, Env } from './context.ts'
import { newJournal } from './context.ts'
import type { Action } from './define.ts'
import { actionOf } from './define.ts'
import { finish } from './finish.ts'
import { claim, keep } from './idempotency.ts'
import { isUniqueViolation, tooLate } from './unique.ts'

export interface PerformOptions {
  idempotencyKey?: string
  /** Goes on with this batch of the same person: an import in many steps is undone as one. */
  batch?: string
}

/** A value that somebody took between our look and our write: look again, so that the refusal can name the record. */
const UNIQUE_RETRIES = 3

export async function perform<R = unknown>(env: Env, actor: Actor, name: string, input: unknown, options: PerformOptions = {}): Promise<R> {
  const action = actionOf(name)
  const parsed = parseInput(action, input)
  try {
    return (await attempts(env, actor, action, parsed, options)) as R
  } catch (fault) {
    if (fault instanceof AppError && fault.code === 'forbidden') await noteDenied(env, actor, name, fault)
    throw fault
  }
}

async function attempts(env: Env, actor: Actor, action: Action, input: unknown, options: PerformOptions): Promise<unknown> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(env, actor, action, input, options)
    } catch (fault) {
      if (!isUniqueViolation(fault)) throw fault
      if (attempt >= UNIQUE_RETRIES) throw tooLate(fault)
    }
  }
}

async function once(env: Env, actor: Actor, action: Action, input: unknown, options: PerformOptions): Promise<unknown> {
  let after: Ctx['journal']['after'] = []
  const result = await transaction(env.pool, async tx => {
    const ctx = contextOf(env, actor, tx, action.name, options.batch)
    after = ctx.journal.after
    return inTransaction(ctx, action, input, options)
  }, action.timeoutMs === undefined ? {} : { timeoutMs: action.timeoutMs })
  for (const work of after) await work()
  env.events?.hint()
  return result
}

async function inTransaction(ctx: Ctx, action: Action, input: unknown, options: PerformOptions): Promise<unknown> {
  if (action.power) needPower(ctx.actor, action.power)
  const key = options.idempotencyKey
  if (key !== undefined) {
    const stored = await claim(ctx, key, hashOf(action.name, input))
    if (stored) return stored.answer
  }
  const result = await action.run(ctx, input)
  await finish(ctx, action, result)
  if (key !== undefined) await keep(ctx, key, result)
  return result
}

/** A context of its own, for jobs that call the parts of the write path inside their transaction. */
export function contextOf(env: Env, actor: Actor, tx: Tx, action: string, batch: string = newId()): Ctx {
  return {
    tx, env, actor, action, org: actor.org, catalog: env.catalog.current(),
    now: new Date().toISOString(), batch, journal: newJournal(),
  }
}

function parseInput(action: Action, input: unknown): unknown {
  const answer = action.input.safeParse(input)
  if (answer.success) return answer.data
  const fields: FieldErrors = Object.create(null) as FieldErrors
  for (const issue of answer.error.issues) fields[issue.path.join('.')] ??= refusalOf(issue.message)
  throw new AppError('invalid', { fields })
}

/** Same content, same hash, whatever the order of the keys. */
function hashOf(name: string, input: unknown): string {
  return createHash('sha256').update(`${name}\n${stable(input)}`).digest('hex')
}

export function stable(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (part !== null && typeof part === 'object' && !Array.isArray(part)
    ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
    : part)) ?? 'null'
}

/** The only trace a refusal leaves. */
async function noteDenied(env: Env, actor: Actor, action: string, fault: AppError): Promise<void> {
  await transaction(env.pool, tx => writeAudit(tx, actor, new Date().toISOString(), [
    { what: 'denied', detail: { action, key: fault.key, ...fault.params } },
  ]))
}
