// Links that work once: first set-up, invitations, password resets. Only their digest is stored.
import { createHash, randomBytes } from 'node:crypto'
import { AppError } from '#core/lib/error.ts'
import type { Tx } from '#server/database/transaction.ts'

export type Purpose = 'setup' | 'invite' | 'reset'

/** Minutes that each kind of link lives. */
const MINUTES: Record<Purpose, number> = { setup: 30, invite: 7 * 24 * 60, reset: 60 }

const digest = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Earlier unused links of the same purpose and person die with the new one. */
export async function makeLink(tx: Tx, org: number, purpose: Purpose, userId: string | null): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await tx.query('delete from one_time_link where org = $1 and purpose = $2 and user_id is not distinct from $3', [org, purpose, userId])
  await tx.query(
    `insert into one_time_link (token_hash, org, purpose, user_id, expires_at) values ($1, $2, $3, $4, now() + make_interval(mins => $5))`,
    [digest(token), org, purpose, userId, MINUTES[purpose]])
  return token
}

/** Takes the link out of use and tells whose it was; one call at most succeeds. */
export async function useLink(tx: Tx, purpose: Purpose, token: string): Promise<{ org: number; userId: string | null }> {
  const { rows } = await tx.query<{ org: number; user_id: string | null }>(
    `update one_time_link set used_at = now()
     where token_hash = $1 and purpose = $2 and used_at is null and expires_at > now() returning org, user_id`,
    [digest(token), purpose])
  const row = rows[0]
  if (!row) throw new AppError('invalid', { key: 'link.dead' })
  return { org: row.org, userId: row.user_id }
}
