// The gate before every route: whose request this is, and that it was meant (no cross-site requests).
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { AppError } from '#core/lib/error.ts'
import type { Actor } from '#core/object/access.ts'
import { findKey } from '#server/user/keys.ts'
import { langOf } from './errors.ts'
import type { Site } from './site.ts'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Requests of one person under way at once; more wait for nothing good. */
const CONCURRENT = 20

const bearer = (request: FastifyRequest): string | undefined => /^Bearer (\S{20,200})$/i.exec(request.headers.authorization ?? '')?.[1]

/** A page of another site can send our cookie, but neither our Origin nor a foreign header. */
function meant(site: Site, request: FastifyRequest): boolean {
  const { origin, host } = request.headers
  const fetchSite = request.headers['sec-fetch-site']
  if (fetchSite !== undefined && fetchSite !== 'same-origin' && fetchSite !== 'none') return false
  if (origin === undefined) return fetchSite !== undefined
  return origin === new URL(site.config.baseUrl).origin || origin === `${request.protocol}://${host}`
}

export function guard(app: FastifyInstance, site: Site): void {
  app.addHook('onRequest', async request => {
    if (SAFE.has(request.method) || bearer(request)) return
    if (!meant(site, request)) throw new AppError('forbidden', { key: 'error.crossSite' })
  })
  app.addHook('onRequest', async (request, reply) => void reply.raw.once('close', () => end(request)))
  app.addHook('onResponse', async request => end(request))
}

const actors = new WeakMap<FastifyRequest, Promise<Actor>>()
const underWay = new Map<string, number>()

/** The signed-in person or key; throws 'unauthenticated'. Asked once a request. */
export function actorOf(site: Site, request: FastifyRequest): Promise<Actor> {
  let actor = actors.get(request)
  if (!actor) {
    actor = find(site, request).then(found => {
      count(found.userId, request)
      return found
    })
    actors.set(request, actor)
  }
  return actor
}

async function find(site: Site, request: FastifyRequest): Promise<Actor> {
  const key = bearer(request)
  const answer = key ? await byKey(site, key) : await byCookie(site, request.cookies[site.auth.cookieName])
  if (!answer) throw new AppError('unauthenticated')
  const lang = request.headers['accept-language'] ? langOf(request) : answer.lang
  return { ...answer, lang, ip: request.ip }
}

async function byCookie(site: Site, value: string | undefined): Promise<Actor | null> {
  const userId = value ? await site.sessions.userOf(value) : null
  const known = userId ? await site.actors.get(site.org, userId) : null
  return known && { ...known, via: 'page' }
}

async function byKey(site: Site, text: string): Promise<Actor | null> {
  const key = await findKey(site.db, text)
  const known = key ? await site.actors.get(key.org, key.userId) : null
  return known && key ? { ...known, via: 'api', scopes: key.scopes, keyId: key.id } : null
}

const counted = new WeakMap<FastifyRequest, string>()
/** A page that is left drops its requests, some before it is known whose they are. */
const ended = new WeakSet<FastifyRequest>()

function end(request: FastifyRequest): void {
  ended.add(request)
  uncount(request)
}

function count(userId: string, request: FastifyRequest): void {
  if (ended.has(request)) return
  const now = underWay.get(userId) ?? 0
  if (now >= CONCURRENT) throw new AppError('too_many')
  underWay.set(userId, now + 1)
  counted.set(request, userId)
}

/** An open event stream is no work under way. */
export function uncount(request: FastifyRequest): void {
  const userId = counted.get(request)
  if (userId === undefined) return
  counted.delete(request)
  const left = (underWay.get(userId) ?? 1) - 1
  if (left > 0) underWay.set(userId, left)
  else underWay.delete(userId)
}
