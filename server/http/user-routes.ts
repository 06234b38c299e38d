// People, their own settings and their API keys. User records themselves go through the records routes.
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { AppError } from '#core/lib/error.ts'
import { isId } from '#core/lib/id.ts'
import { messageOf } from '#core/lib/messages.ts'
import { needPower } from '#core/object/rights.ts'
import { perform } from '#server/action/perform.ts'
import { transaction } from '#server/database/transaction.ts'
import { keyInput, listKeys, makeKey, revokeKey } from '#server/user/keys.ts'
import { linkUrl } from '#server/user/password.ts'
import { inviteAction, inviteInput, relinkAction, setActiveAction } from '#server/user/people.ts'
import { route } from './route.ts'
import type { Site } from './site.ts'

/** Mails the invitation when a server is set; the link is shown to the administrator in any case. */
async function invite(site: Site, to: { name: string; email: string; lang: 'zh' | 'en' }, token: string) {
  const link = linkUrl(site, 'invite', token)
  if (!site.mail.ready) return { link, mailed: false }
  const text = (key: string): string => messageOf({ key, params: { name: to.name, link } }, to.lang)
  try {
    await site.mail.send({ to: to.email, subject: text('mail.invite.subject'), text: text('mail.invite.text') })
    return { link, mailed: true }
  } catch (error) {
    site.log.error({ err: error }, 'invitation not mailed')
    return { link, mailed: false }
  }
}

export function userRoutes(app: FastifyInstance, site: Site): void {
  route(app, site, {
    method: 'POST', url: '/api/users/invite', summary: 'Invite a person', body: inviteInput,
    async run({ actor, body }) {
      const made = await perform<{ id: string; token: string }>(site.env, actor, inviteAction.name, body)
      return { id: made.id, ...await invite(site, { name: body.name, email: body.email, lang: actor.lang }, made.token) }
    },
  })
  route(app, site, {
    method: 'POST', url: '/api/users/:id/invite', summary: 'A new invitation link for a person',
    async run({ actor, params }) {
      const made = await perform<{ name: string; email: string; token: string }>(site.env, actor, relinkAction.name, { id: params['id'] })
      return invite(site, { ...made, lang: actor.lang }, made.token)
    },
  })
  route(app, site, {
    method: 'GET', url: '/api/users/sign-ins', summary: 'Who has chosen a password, and when each last signed in',
    async run({ actor }) {
      needPower(actor, 'users')
      const { rows } = await site.db.query(
        `select u.id, exists (select from auth_account a where a."userId" = u.id::text and a.password is not null) as joined,
           (select max(s."createdAt") from auth_session s where s."userId" = u.id::text) as last
         from app_user u where u.org = $1 and u.deleted_at is null`, [actor.org])
      return { rows }
    },
  })
  for (const active of [true, false]) {
    route(app, site, {
      method: 'POST', url: `/api/users/:id/${active ? 'activate' : 'deactivate'}`, summary: active ? 'Let a person sign in again' : 'End a person\'s access at once',
      async run({ actor, params }) {
        const answer = await perform(site.env, actor, setActiveAction.name, { id: params['id'], active })
        site.sessions.forget()
        site.actors.forget(params['id'])
        return answer
      },
    })
  }
  ownRoutes(app, site)
}

const ownInput = z.strictObject({
  lang: z.enum(['zh', 'en']).optional(),
  settings: z.record(z.string().max(60), z.unknown()).optional(),
})

function ownRoutes(app: FastifyInstance, site: Site): void {
  route(app, site, {
    method: 'PUT', url: '/api/me', summary: 'One\'s own language and settings', body: ownInput,
    async run({ actor, body }) {
      if (JSON.stringify(body.settings ?? {}).length > 20_000) throw new AppError('too_large')
      await site.db.query(
        `update app_user set lang = coalesce($3, lang), settings = coalesce(settings, '{}'::jsonb) || $4::jsonb where org = $1 and id = $2`,
        [actor.org, actor.userId, body.lang ?? null, JSON.stringify(body.settings ?? {})])
      site.actors.forget(actor.userId)
      return { ok: true }
    },
  })
  route(app, site, {
    method: 'GET', url: '/api/keys', summary: 'One\'s own API keys',
    run: async ({ actor }) => ({ keys: await listKeys(site.db, actor.org, actor.userId) }),
  })
  route(app, site, {
    method: 'POST', url: '/api/keys', summary: 'Make an API key; its text is shown this once', body: keyInput,
    async run({ actor, body }) {
      if (actor.via !== 'page') throw new AppError('forbidden', { key: 'keys.onlyPage' })
      return transaction(site.database.pool, tx => makeKey(tx, actor.org, actor.userId, body))
    },
  })
  route(app, site, {
    method: 'DELETE', url: '/api/keys/:id', summary: 'Revoke an API key',
    async run({ actor, params }) {
      if (!isId(params['id']) || !await revokeKey(site.db, actor.org, actor.userId, params['id'])) throw new AppError('not_found')
      return { ok: true }
    },
  })
}
