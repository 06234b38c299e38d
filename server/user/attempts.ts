// Brakes on guessing: at most ten tries in fifteen minutes on one account, sixty from one address.
// A slowed account works again by itself, so nobody can lock another out for ever.
import { AppError } from '#core/lib/error.ts'
import type { Tx } from '#server/database/transaction.ts'

const WINDOW_MINUTES = 15
const LIMITS = { account: 10, address: 60 } as const

/** Counts this try and refuses it when there were too many; refused ones count no further. */
export async function countAttempt(db: Tx, kind: keyof typeof LIMITS, who: string): Promise<void> {
  const key = `${kind}:${who.toLowerCase()}`
  await db.query(`delete from sign_in_attempt where key = $1 and at < now() - make_interval(mins => $2)`, [key, WINDOW_MINUTES])
  const { rows } = await db.query<{ n: number }>(
    `with added as (insert into sign_in_attempt (key) select $1 where (select count(*) from sign_in_attempt where key = $1) < $2 returning 1)
     select count(*)::int as n from added`, [key, LIMITS[kind]])
  if (rows[0]?.n === 0) throw new AppError('too_many', { key: 'signIn.tooMany', params: { minutes: WINDOW_MINUTES } })
}

export async function forgetAttempts(db: Tx, account: string): Promise<void> {
  await db.query('delete from sign_in_attempt where key = $1', [`account:${account.toLowerCase()}`])
}
