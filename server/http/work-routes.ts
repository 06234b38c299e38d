// Work on many records at once, and what surrounds a record: bin, merge, comments, history, undo. Each is an action.
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { filterSchema } from '#core/report/query.ts'
import { perform } from '#server/action/perform.ts'
import { undoState } from '#server/action/undo.ts'
import { read } from '#server/database/transaction.ts'
import { commentsOf } from '#server/record/comments.ts'
import { historyOf } from '#server/record/history.ts'
import { timelineOf } from '#server/record/timeline.ts'
import { changesBody, performOptions } from './record-routes.ts'
import { route } from './route.ts'
import type { Site } from './site.ts'

const id = z.string().max(36)
const ids = z.array(id).min(1).max(100_000)
const values = z.record(z.string().max(63), z.unknown())

const bulkBody = z.strictObject({
  ids: ids.optional(), filter: filterSchema.optional(), search: z.string().max(200).optional(),
  set: values.optional(), delete: z.literal(true).optional(),
  /** How many records the person was told; another number refuses the whole. */
  expect: z.int().min(0).optional(),
})

/** Path below /api/records/:object, body, and the action; the object (and id) of the path go into its input. */
const ACTIONS: [path: string, body: z.ZodType, action: string, summary: string][] = [
  ['save', changesBody, 'record.save', 'Save many records: paste, fill, import of a few'],
  ['bulk', bulkBody, 'record.bulk', 'Change or delete many records'],
  ['merge', z.strictObject({ keep: id, from: z.array(id).min(1).max(50), values: values.optional() }), 'record.merge', 'Merge duplicates into one record; references follow'],
  ['restore', z.strictObject({ ids }), 'record.restore', 'Bring records back from the bin'],
  ['erase', z.strictObject({ ids }), 'record.erase', 'Remove records from the bin for good'],
  [':id/reveal', z.strictObject({ field: z.string().max(63) }), 'record.reveal', 'Show one masked value; logged'],
  [':id/comments', z.strictObject({ text: z.string().trim().min(1, 'field.required').max(5000), mentions: z.array(id).max(50).default([]) }), 'comment.add', 'Comment on a record'],
  [':id/share', z.strictObject({ share: z.array(z.unknown()).max(100) }), 'record.share', 'Show a record to further people and departments'],
]

export function workRoutes(app: FastifyInstance, site: Site): void {
  for (const [path, body, action, summary] of ACTIONS) {
    route(app, site, {
      method: 'POST', url: `/api/records/:object/${path}`, summary, body,
      run: ({ actor, body: input, params, request }) => perform(site.env, actor, action, { ...(input as object), ...params }, performOptions(request)),
    })
  }
  route(app, site, {
    method: 'GET', url: '/api/records/:object/:id/history', summary: 'Who changed what, and when; only fields that the caller may read',
    query: z.strictObject({ before: z.string().max(40).optional() }),
    run: ({ actor, params, query }) => read(site.database.pool, reader =>
      historyOf(reader, site.env.catalog.current(), actor, params['object']!, params['id']!, query.before)),
  })
  route(app, site, {
    method: 'GET', url: '/api/records/:object/:id/comments', summary: 'Comments on a record',
    run: ({ actor, params }) => read(site.database.pool, reader =>
      commentsOf(reader, site.env.catalog.current(), actor, params['object']!, params['id']!)),
  })
  route(app, site, {
    method: 'GET', url: '/api/records/:object/:id/timeline', summary: 'Changes, comments and related records of a record, newest first',
    query: z.strictObject({ before: z.string().max(120).optional() }),
    run: ({ actor, params, query }) => read(site.database.pool, reader =>
      timelineOf(reader, site.env.catalog.current(), actor, params['object']!, params['id']!, query.before)),
  })
  undoRoutes(app, site)
}

function undoRoutes(app: FastifyInstance, site: Site): void {
  const body = z.strictObject({ batch: id.optional() })
  for (const name of ['undo', 'redo'] as const) {
    route(app, site, {
      method: 'POST', url: `/api/${name}`, summary: name === 'undo' ? 'Take back one\'s own last change, or a named one' : 'Do again what was undone', body,
      run: ({ actor, body: input, request }) => perform(site.env, actor, name, input, performOptions(request)),
    })
  }
  route(app, site, {
    method: 'GET', url: '/api/undo', summary: 'What undo and redo would take back or do again',
    run: ({ actor }) => read(site.database.pool, reader => undoState(reader, actor)),
  })
}
