// Records of any object: lists, one, create, change, delete. Thin: reading is server/record, writing is an action.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { AppError } from '#core/lib/error.ts'
import type { Actor } from '#core/object/access.ts'
import { objectOf } from '#core/object/catalog.ts'
import { querySchema } from '#core/report/query.ts'
import type { Query, Sort } from '#core/report/query.ts'
import { perform } from '#server/action/perform.ts'
import type { PerformOptions } from '#server/action/perform.ts'
import { noteListSeen, noteRecordSeen } from '#server/action/viewed.ts'
import { read } from '#server/database/transaction.ts'
import { anchors } from '#server/record/anchors.ts'
import { getRecord } from '#server/record/get-record.ts'
import { groupRows } from '#server/record/group.ts'
import { runQueryText } from '#server/record/page.ts'
import { visibleRight } from '#server/record/right.ts'
import { route } from './route.ts'
import type { Site } from './site.ts'

const values = z.record(z.string().max(63), z.unknown())
const body = querySchema.omit({ object: true })

const listQuery = z.strictObject({
  size: z.coerce.number().int().min(1).max(500).optional(), after: z.string().max(4000).optional(),
  search: z.string().max(200).optional(), sort: z.string().max(500).optional(), columns: z.string().max(4000).optional(),
})

/** '-salesTotal,name' → sorts. */
const sorts = (text: string | undefined): Sort[] | undefined => text?.split(',').filter(Boolean).map(part =>
  (part.startsWith('-') ? { field: part.slice(1), dir: 'desc' } : { field: part, dir: 'asc' }))

/** Scripts that name no columns get all that the caller may see, lines left out. */
function ownColumns(site: Site, actor: Actor, name: string): string[] {
  const catalog = site.env.catalog.current()
  const object = objectOf(catalog, name)
  return Object.values(object.fields).filter(field => field.kind !== 'lines' && !field.retired && visibleRight(catalog, actor, object, field) !== 'hidden').map(field => field.key)
}

export function performOptions(request: FastifyRequest): PerformOptions {
  const key = request.headers['idempotency-key']
  if (key === undefined) return {}
  if (typeof key !== 'string' || key.length < 8 || key.length > 200) throw new AppError('invalid', { key: 'idempotency.key' })
  return { idempotencyKey: key }
}

/** The version that the caller saw: If-Match: "7". */
export function versionOf(request: FastifyRequest): number | undefined {
  const given = /^(?:W\/)?"?(\d{1,9})"?$/.exec(request.headers['if-match'] ?? '')?.[1]
  return given === undefined ? undefined : Number(given)
}

export function recordRoutes(app: FastifyInstance, site: Site): void {
  const answerQuery = async (actor: Actor, query: Query, reply: FastifyReply): Promise<FastifyReply> => {
    await noteListSeen({ env: site.env, actor }, query.object, query.columns)
    const text = await read(site.database.pool, reader => runQueryText(reader, site.env.catalog.current(), actor, query))
    return reply.type('application/json').serializer((ready: string) => ready).send(text)
  }
  route(app, site, {
    method: 'GET', url: '/api/records/:object', summary: 'A page of records', query: listQuery,
    run: ({ actor, params, query, reply }) => answerQuery(actor, {
      object: params['object']!, size: query.size, after: query.after, search: query.search, sort: sorts(query.sort),
      columns: query.columns?.split(',').filter(Boolean) ?? ownColumns(site, actor, params['object']!), total: 'capped',
    }, reply),
  })
  route(app, site, {
    method: 'POST', url: '/api/records/:object/query', summary: 'A page of records that fit a filter', body,
    run: ({ actor, params, body, reply }) => answerQuery(actor, { ...body, object: params['object']! }, reply),
  })
  route(app, site, {
    method: 'POST', url: '/api/records/:object/anchors', summary: 'Cursors spread over a long list, for random access',
    body: z.strictObject({ filter: body.shape.filter, search: body.shape.search, sort: body.shape.sort, bin: body.shape.bin, every: z.int().min(100).max(100_000) }),
    run: ({ actor, params, body: { every, ...query } }) => read(site.database.pool, reader =>
      anchors(reader, site.env.catalog.current(), actor, { ...query, object: params['object']! }, every)),
  })
  route(app, site, {
    method: 'POST', url: '/api/records/:object/pivot', summary: 'Measures over records, grouped', body,
    run: ({ actor, params, body }) => read(site.database.pool, reader =>
      groupRows(reader, site.env.catalog.current(), actor, { ...body, object: params['object']! })),
  })
  oneRecord(app, site)
}

function oneRecord(app: FastifyInstance, site: Site): void {
  const load = (actor: Actor, object: string, id: string, bin = false) => read(site.database.pool, reader =>
    getRecord(reader, site.env.catalog.current(), actor, object, id, { bin }))
  route(app, site, {
    method: 'GET', url: '/api/records/:object/:id', summary: 'One record with its lines', query: z.strictObject({ bin: z.enum(['1', '0']).optional() }),
    async run({ actor, params, query, reply }) {
      const record = await load(actor, params['object']!, params['id']!, query.bin === '1')
      await noteRecordSeen({ env: site.env, actor }, params['object']!, record)
      void reply.header('etag', `"${String(record['version'])}"`)
      return record
    },
  })
  route(app, site, {
    method: 'POST', url: '/api/records/:object', summary: 'Create a record', body: values,
    async run({ actor, params, body, request, reply }) {
      const object = params['object']!
      const made = await perform<{ id: string }>(site.env, actor, 'record.create', { object, values: body }, performOptions(request))
      void reply.status(201)
      return load(actor, object, made.id)
    },
  })
  route(app, site, {
    method: 'PATCH', url: '/api/records/:object/:id', summary: 'Change a record; If-Match carries the version seen',
    body: z.strictObject({ values }),
    async run({ actor, params, body, request, reply }) {
      const { object, id } = params as { object: string; id: string }
      const version = versionOf(request)
      await perform(site.env, actor, 'record.update', { object, id, values: body.values, ...(version === undefined ? {} : { version }) }, performOptions(request))
      const record = await load(actor, object, id)
      void reply.header('etag', `"${String(record['version'])}"`)
      return record
    },
  })
  route(app, site, {
    method: 'DELETE', url: '/api/records/:object/:id', summary: 'Put a record into the bin; with erase=1 remove it from there for good',
    query: z.strictObject({ erase: z.enum(['1']).optional() }),
    run: ({ actor, params, query, request }) => perform(site.env, actor, query.erase ? 'record.erase' : 'record.delete',
      { object: params['object'], ids: [params['id']] }, performOptions(request)),
  })
}

export const changesBody = z.strictObject({
  changes: z.array(z.strictObject({ id: z.string().max(36).optional(), version: z.int().optional(), values })).min(1).max(10_000),
  mode: z.enum(['all', 'good']).default('all'),
  /** What the person did (paste, fill, type): of use to browsers only. */
  kind: z.string().max(20).optional(),
}).transform(({ changes, mode }) => ({ changes, mode }))

