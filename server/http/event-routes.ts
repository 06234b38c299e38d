// Live updates: what changed, without values; the browser asks again with its own rights.
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Actor } from '#core/object/access.ts'
import type { Catalog } from '#core/object/catalog.ts'
import { rightsOf } from '#core/object/rights.ts'
import type { ChangeEvent } from '#server/action/events.ts'
import { uncount } from './guard.ts'
import { route } from './route.ts'
import type { Site } from './site.ts'

const HEARTBEAT_MS = 20_000
const WATCH_MS = 1000
/** Streams of one person at once: tabs. The oldest gives way. */
const STREAMS = 12

interface Stream {
  actor: Actor
  cookie: string | undefined
  reply: FastifyReply
}

const write = (stream: Stream, event: string, data: object): void => void stream.reply.raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)

/** Nothing about objects that the person may not read, and nothing about others' notifications. */
function meant(catalog: Catalog, actor: Actor, event: ChangeEvent): boolean {
  if (event.kind === 'notification') return event.payload['user'] === actor.userId
  if (event.kind === 'catalog') return true
  // A diagram was published; a case moved.
  if (event.kind === 'flow' && event.payload['object'] === undefined) return true
  const object = catalog.objects.get(String(event.payload['object']))
  return (event.kind === 'changed' || event.kind === 'flow') && object !== undefined && rightsOf(actor, object).read.length > 0
}

export function eventRoutes(app: FastifyInstance, site: Site): void {
  const streams = new Set<Stream>()
  const end = (stream: Stream): void => {
    streams.delete(stream)
    stream.reply.raw.end()
  }
  const unsubscribe = site.events.subscribe(event => {
    const catalog = site.env.catalog.current()
    for (const stream of streams) if (meant(catalog, stream.actor, event)) write(stream, event.kind, event.payload)
  })
  const renew = (stream: Stream): void => void stillThere(site, stream).then(actor => {
    if (actor) stream.actor = actor
    else end(stream)
  })
  const beat = setInterval(() => streams.forEach(stream => stream.reply.raw.write(': beat\n\n')), HEARTBEAT_MS).unref()
  /** Every second it is asked anew who it is: an ended session or a lost right is felt here as fast as elsewhere. */
  const watch = setInterval(() => streams.forEach(renew), WATCH_MS).unref()
  app.addHook('preClose', async () => {
    clearInterval(beat)
    clearInterval(watch)
    unsubscribe()
    for (const stream of streams) end(stream)
  })
  route(app, site, {
    method: 'GET', url: '/api/events', summary: 'Live updates as server-sent events: changed, catalog, notification, flow',
    async run({ actor, request, reply }) {
      uncount(request)
      const mine = [...streams].filter(stream => stream.actor.userId === actor.userId)
      if (mine.length >= STREAMS) end(mine[0]!)
      reply.hijack()
      reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no', connection: 'keep-alive' })
      const stream: Stream = { actor, cookie: request.cookies[site.auth.cookieName], reply }
      streams.add(stream)
      write(stream, 'hello', { catalogVersion: site.env.catalog.current().version })
      request.raw.on('close', () => streams.delete(stream))
    },
  })
}

/** The person behind the stream as he is now; null when the session or the person has ended. */
async function stillThere(site: Site, stream: Stream): Promise<Actor | null> {
  try {
    const userId = stream.actor.via === 'page' ? stream.cookie && await site.sessions.userOf(stream.cookie) : stream.actor.userId
    const known = userId ? await site.actors.get(stream.actor.org, userId) : null
    return known && { ...stream.actor, ...known }
  } catch {
    return stream.actor // the database is away for a moment: no reason to throw people out
  }
}
