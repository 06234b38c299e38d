// Sessions: sign in, out, and whose cookie this is. Answers are kept one second, so an ended session dies within one.
import { AppError } from '#core/lib/error.ts'
import type { Reader, Tx } from '#server/database/transaction.ts'
import { accountEmail } from './account-email.ts'
import { asCookieHeader, authCall } from './auth-call.ts'
import type { Auth } from './auth.ts'
import { countAttempt, forgetAttempts } from './attempts.ts'

const FRESH_MS = 1000

export interface SignInInput {
  email: string
  password: string
  totp?: string | undefined
  ip: string
}

export type SignInAnswer = { cookies: string[]; userId: string } | { totp: true }

/** Wrong address and wrong password get the same answer after the same work. */
const refused = (): AppError => new AppError('unauthenticated', { key: 'signIn.wrong' })

/** `db` is the pool itself: attempts count also when the sign-in fails. */
export async function signIn(db: Tx, auth: Auth, input: SignInInput): Promise<SignInAnswer> {
  await countAttempt(db, 'address', input.ip)
  await countAttempt(db, 'account', input.email)
  const first = await authCall(auth, '/sign-in/email', { email: await accountOf(db, input.email), password: input.password })
  if (first.status !== 200) throw refused()
  if (first.body['twoFactorRedirect']) {
    if (!input.totp) return { totp: true }
    const path = /^\d{6}$/.test(input.totp) ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code'
    const second = await authCall(auth, path, { code: input.totp }, asCookieHeader(first.cookies))
    if (second.status !== 200) throw new AppError('unauthenticated', { key: 'signIn.wrongCode' })
    await forgetAttempts(db, input.email)
    return { cookies: second.cookies, userId: userIn(second.body) }
  }
  await forgetAttempts(db, input.email)
  return { cookies: first.cookies, userId: userIn(first.body) }
}

/** An unknown address leads to an account that nobody has: the same work, the same answer. */
async function accountOf(db: Tx, email: string): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    'select id from app_user where lower(email) = lower($1) and deleted_at is null and active is true limit 1', [email])
  return accountEmail(rows[0]?.id ?? 'nobody')
}

function userIn(body: Record<string, unknown>): string {
  const user = body['user']
  if (typeof user === 'object' && user !== null && 'id' in user) return String(user.id)
  throw refused()
}

export interface Sessions {
  /** The user whose session this token is; null when there is none or it has ended. */
  userOf(cookieValue: string): Promise<string | null>
  forget(): void
}

/** The cookie holds `<token>.<signature>`; the signature is checked as better-auth makes it (HMAC-SHA-256). */
export function sessions(reader: Reader, secret: string): Sessions {
  const kept = new Map<string, { at: number; user: Promise<string | null> }>()
  const keyed = crypto.subtle.importKey('raw', new TextEncoder().encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['verify'])
  async function look(value: string): Promise<string | null> {
    const cut = value.lastIndexOf('.')
    if (cut < 1) return null
    const token = value.slice(0, cut)
    const signature = Buffer.from(value.slice(cut + 1), 'base64')
    if (!await crypto.subtle.verify('HMAC', await keyed, signature, new TextEncoder().encode(token))) return null
    const { rows } = await reader.query<{ userId: string }>(
      'select "userId" from auth_session where token = $1 and "expiresAt" > now()', [token])
    return rows[0]?.userId ?? null
  }
  return {
    userOf(value) {
      const hit = kept.get(value)
      if (hit && Date.now() - hit.at < FRESH_MS) return hit.user
      const user = look(value)
      kept.set(value, { at: Date.now(), user })
      user.catch(() => kept.delete(value))
      if (kept.size > 5000) kept.clear()
      return user
    },
    forget: () => kept.clear(),
  }
}

/** All sessions of a person end: sign-in on every device is asked for again. */
export async function endSessions(tx: Tx, userId: string): Promise<void> {
  await tx.query('delete from auth_session where "userId" = $1', [userId])
}

export async function endSession(tx: Tx, cookieValue: string): Promise<void> {
  await tx.query('delete from auth_session where token = $1', [cookieValue.slice(0, cookieValue.lastIndexOf('.'))])
}
