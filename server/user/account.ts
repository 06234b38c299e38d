// Passwords of people, written straight into better-auth's tables inside the caller's transaction,
// so that a person and the way to sign in come to be together or not at all.
import { newId } from '#core/lib/id.ts'
import type { Tx } from '#server/database/transaction.ts'
import { accountEmail } from './account-email.ts'
import { hashPassword } from './auth.ts'
import { endSessions } from './session.ts'

/** Makes or replaces the password; all sessions end. The person's record has the same id. */
export async function setPassword(tx: Tx, person: { id: string; name: string }, password: string): Promise<void> {
  const hashed = await hashPassword(password)
  await tx.query(
    `insert into auth_user (id, name, email, "emailVerified", "createdAt", "updatedAt") values ($1, $2, $3, true, now(), now())
     on conflict (id) do update set name = excluded.name, "updatedAt" = now()`,
    [person.id, person.name, accountEmail(person.id)])
  const { rowCount } = await tx.query(
    `update auth_account set password = $2, "updatedAt" = now() where "userId" = $1 and "providerId" = 'credential'`, [person.id, hashed])
  if (rowCount === 0) {
    await tx.query(
      `insert into auth_account (id, "accountId", "providerId", "userId", password, "createdAt", "updatedAt") values ($1, $2, 'credential', $2, $3, now(), now())`,
      [newId(), person.id, hashed])
  }
  await endSessions(tx, person.id)
}
