// Signing in and out, first set-up, forgotten passwords, one's own second factor.
import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { AppError } from '#core/lib/error.ts'
import { writeAudit } from '#server/action/audit.ts'
import { transaction } from '#server/database/transaction.ts'
import { authCall } from '#server/user/auth-call.ts'
import { changePassword, forgotPassword, resetPassword } from '#server/user/password.ts'
import { endSession, signIn } from '#server/user/session.ts'
import type { SignInAnswer, SignInInput } from '#server/user/session.ts'
import { hasAdministrator, setUp, setupInput } from '#server/user/setup.ts'
import { langOf } from './errors.ts'
import { actorOf } from './guard.ts'
import { openRoute, route } from './route.ts'
import type { Site } from './site.ts'

const setCookies = (reply: FastifyReply, cookies: string[]): void => {
  for (const line of cookies) void reply.header('set-cookie', line)
}

/** Comings and goings for the auditor; the address that was tried is not kept: people type passwords there. */
const note = (site: Site, ip: string, what: 'signIn' | 'signOut' | 'signIn.failed', userId: string | null): Promise<void> =>
  transaction(site.database.pool, tx => writeAudit(tx, { org: site.org, via: 'page', userId, ip }, new Date().toISOString(), [{ what }]))

async function signInNoted(site: Site, input: SignInInput): Promise<SignInAnswer> {
  try {
    const answer = await signIn(site.db, site.auth, input)
    if ('userId' in answer) {
      if (!await site.actors.get(site.org, answer.userId)) throw new AppError('unauthenticated', { key: 'signIn.wrong' })
      await note(site, input.ip, 'signIn', answer.userId)
    }
    return answer
  } catch (error) {
    if (error instanceof AppError && error.code === 'unauthenticated') await note(site, input.ip, 'signIn.failed', null)
    throw error
  }
}

export function sessionRoutes(app: FastifyInstance, site: Site): void {
  whoRoute(app, site)
  openRoute(app, site, {
    method: 'POST', url: '/api/sign-in', summary: 'Sign in with address, password and, where switched on, a code',
    body: z.strictObject({ email: z.string().min(3).max(254), password: z.string().min(1).max(256), totp: z.string().max(40).optional() }),
    async run({ body, reply, request }) {
      const answer = await signInNoted(site, { ...body, ip: request.ip })
      if ('totp' in answer) return { totp: true }
      setCookies(reply, answer.cookies)
      return { ok: true }
    },
  })
  openRoute(app, site, {
    method: 'POST', url: '/api/sign-out', summary: 'End this session',
    async run({ request, reply }) {
      const value = request.cookies[site.auth.cookieName]
      const userId = value ? await site.sessions.userOf(value) : null
      if (value) await endSession(site.db, value)
      if (userId) await note(site, request.ip, 'signOut', userId)
      site.sessions.forget()
      void reply.clearCookie(site.auth.cookieName, { path: '/' })
      return { ok: true }
    },
  })
  openRoute(app, site, {
    method: 'POST', url: '/api/setup', summary: 'First set-up: the company and its first administrator', body: setupInput,
    async run({ body, reply, request }) {
      await setUp(site, body)
      const answer = await signInNoted(site, { email: body.email, password: body.password, ip: request.ip })
      if ('cookies' in answer) setCookies(reply, answer.cookies)
      return { ok: true }
    },
  })
  passwordRoutes(app, site)
  totpRoutes(app, site)
}

function whoRoute(app: FastifyInstance, site: Site): void {
  openRoute(app, site, {
    method: 'GET', url: '/api/session', summary: 'Who is signed in, and whether the product is set up',
    async run({ request }) {
      const actor = await actorOf(site, request).catch((error: unknown) => {
        if (error instanceof AppError && error.code === 'unauthenticated') return null
        throw error
      })
      const company = await site.db.query<{ name: string }>('select name from company where org = $1 and deleted_at is null limit 1', [site.org])
      const me = actor && (await site.db.query<{ email: string; lang: 'zh' | 'en' | null; settings: unknown }>('select email, lang, settings from app_user where org = $1 and id = $2', [site.org, actor.userId])).rows[0]
      return {
        user: actor && me ? { id: actor.userId, name: actor.name, email: me.email, lang: me.lang ?? actor.lang, settings: me.settings, departments: actor.departments, roles: actor.roleNames } : null,
        powers: actor ? [...new Set(actor.roles.flatMap(role => role.powers))] : [],
        setup: !await hasAdministrator(site.db, site.org),
        company: { name: company.rows[0]?.name ?? '' },
        catalogVersion: actor ? site.env.catalog.current().version : 0,
        mail: site.mail.ready,
      }
    },
  })
}

function passwordRoutes(app: FastifyInstance, site: Site): void {
  openRoute(app, site, {
    method: 'POST', url: '/api/password/forgot', summary: 'Ask for a link to set a new password; the answer is the same for every address',
    body: z.strictObject({ email: z.email().max(254) }),
    async run({ body, request }) {
      await forgotPassword(site, body.email, request.ip, langOf(request))
      return { ok: true }
    },
  })
  openRoute(app, site, {
    method: 'POST', url: '/api/password/reset', summary: 'Set a new password by a link',
    body: z.strictObject({ token: z.string().max(100), password: z.string().max(256) }),
    async run({ body }) {
      await resetPassword(site, 'reset', body.token, body.password)
      return { ok: true }
    },
  })
  openRoute(app, site, {
    method: 'POST', url: '/api/invitations/accept', summary: 'Choose the first password by an invitation',
    body: z.strictObject({ token: z.string().max(100), password: z.string().max(256) }),
    async run({ body }) {
      await resetPassword(site, 'invite', body.token, body.password)
      return { ok: true }
    },
  })
  route(app, site, {
    method: 'POST', url: '/api/password/change', summary: 'Change one\'s own password; other sessions end',
    body: z.strictObject({ current: z.string().max(256), next: z.string().max(256) }),
    async run({ actor, body, reply, request }) {
      const email = await changePassword(site, actor, body.current, body.next)
      const answer = await signInNoted(site, { email, password: body.next, ip: request.ip })
      if ('cookies' in answer) setCookies(reply, answer.cookies)
      return { ok: true }
    },
  })
}

function totpRoutes(app: FastifyInstance, site: Site): void {
  const call = async (path: string, body: unknown, cookie: string | undefined, reply: FastifyReply) => {
    const answer = await authCall(site.auth, path, body, cookie)
    if (answer.status !== 200) throw new AppError('invalid', { key: path.endsWith('totp') ? 'signIn.wrongCode' : 'signIn.wrongPassword' })
    setCookies(reply, answer.cookies)
    site.sessions.forget()
    return answer.body
  }
  route(app, site, {
    method: 'POST', url: '/api/me/totp/start', summary: 'Begin two-step sign-in', body: z.strictObject({ password: z.string().max(256) }),
    async run({ body, request, reply }) {
      const answer = await call('/two-factor/enable', body, request.headers.cookie, reply)
      return { uri: answer['totpURI'], recovery: answer['backupCodes'] }
    },
  })
  route(app, site, {
    method: 'POST', url: '/api/me/totp/confirm', summary: 'Finish two-step sign-in with a first code', body: z.strictObject({ code: z.string().max(10) }),
    run: async ({ body, request, reply }) => ({ ok: Boolean(await call('/two-factor/verify-totp', body, request.headers.cookie, reply)) }),
  })
  route(app, site, {
    method: 'POST', url: '/api/me/totp/off', summary: 'Switch two-step sign-in off', body: z.strictObject({ password: z.string().max(256) }),
    run: async ({ body, request, reply }) => ({ ok: Boolean(await call('/two-factor/disable', body, request.headers.cookie, reply)) }),
  })
  route(app, site, {
    method: 'GET', url: '/api/me/sessions', summary: 'One\'s own sessions',
    async run({ actor }) {
      const { rows } = await transaction(site.database.pool, tx => tx.query(
        'select id, "createdAt", "expiresAt", "userAgent" from auth_session where "userId" = $1 and "expiresAt" > now() order by "createdAt" desc', [actor.userId]))
      const factor = await site.db.query<{ on: boolean }>('select "twoFactorEnabled" as on from auth_user where id = $1', [actor.userId])
      return { sessions: rows, totp: factor.rows[0]?.on ?? false }
    },
  })
}
