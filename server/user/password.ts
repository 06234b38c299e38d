// Forgotten, changed and first passwords. A link tells nobody whether an address is known.
import { AppError } from '#core/lib/error.ts'
import { messageOf } from '#core/lib/messages.ts'
import type { Lang } from '#core/lib/text.ts'
import type { Actor } from '#core/object/access.ts'
import { transaction } from '#server/database/transaction.ts'
import type { Tx } from '#server/database/transaction.ts'
import type { Site } from '#server/http/site.ts'
import { accountEmail } from './account-email.ts'
import { setPassword } from './account.ts'
import { authCall } from './auth-call.ts'
import { countAttempt } from './attempts.ts'
import { makeLink, useLink } from './links.ts'
import type { Purpose } from './links.ts'
import { checkPassword } from './password-policy.ts'

interface Person {
  id: string
  name: string
  email: string
}

async function person(tx: Tx, where: string, params: unknown[]): Promise<Person | undefined> {
  const { rows } = await tx.query<Person>(
    `select id, name, email from app_user where org = $1 and deleted_at is null and active is true and ${where}`, params)
  return rows[0]
}

/** Where a link of this kind leads in the browser. */
export const linkUrl = (site: Site, purpose: Purpose, token: string): string =>
  `${site.config.baseUrl.replace(/\/$/, '')}/${{ setup: 'setup', invite: 'invitation', reset: 'reset' }[purpose]}?token=${token}`

/** Mails the link when the address is known; answers alike in any case and does not wait for the mail. */
export async function forgotPassword(site: Site, email: string, ip: string, lang: Lang): Promise<void> {
  await countAttempt(site.db, 'address', `forgot ${ip}`)
  await countAttempt(site.db, 'account', `forgot ${email}`)
  const found = await person(site.db, 'lower(email) = $2', [site.org, email.toLowerCase()])
  if (!found || !site.mail.ready) return
  const token = await transaction(site.database.pool, tx => makeLink(tx, site.org, 'reset', found.id))
  const text = (key: string): string => messageOf({ key, params: { name: found.name, link: linkUrl(site, 'reset', token) } }, lang)
  site.mail.send({ to: found.email, subject: text('mail.reset.subject'), text: text('mail.reset.text') })
    .catch((error: unknown) => site.log.error({ err: error }, 'password mail not sent'))
}

export async function resetPassword(site: Site, purpose: 'reset' | 'invite', token: string, password: string): Promise<void> {
  await transaction(site.database.pool, async tx => {
    const link = await useLink(tx, purpose, token)
    const found = link.userId ? await person(tx, 'id = $2', [link.org, link.userId]) : undefined
    if (!found) throw new AppError('invalid', { key: 'link.dead' })
    checkPassword(password, [found.name, found.email])
    await setPassword(tx, found, password)
  })
  site.sessions.forget()
}

/** Gives the address back, so that the caller can open a new session. */
export async function changePassword(site: Site, actor: Actor, current: string, next: string): Promise<string> {
  const found = await person(site.db, 'id = $2', [actor.org, actor.userId])
  if (!found) throw new AppError('unauthenticated')
  await countAttempt(site.db, 'account', found.email)
  const answer = await authCall(site.auth, '/sign-in/email', { email: accountEmail(found.id), password: current })
  if (answer.status !== 200) throw new AppError('invalid', { fields: { current: { key: 'signIn.wrongPassword' } } })
  checkPassword(next, [found.name, found.email])
  await transaction(site.database.pool, tx => setPassword(tx, found, next))
  site.sessions.forget()
  return found.email
}
