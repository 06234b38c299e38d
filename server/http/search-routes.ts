// Type-ahead for references, the search over everything, one's notifications and the audit log.
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { needPower } from '#core/object/rights.ts'
import { verifyAudit } from '#server/action/audit.ts'
import { read } from '#server/database/transaction.ts'
import { lookup } from '#server/record/lookup.ts'
import { searchAll } from '#server/record/search-all.ts'
import { route } from './route.ts'
import type { Site } from './site.ts'

const text = z.strictObject({ q: z.string().max(200).default('') })
const LOOKUP_ROWS = 20

export function searchRoutes(app: FastifyInstance, site: Site): void {
  route(app, site, {
    method: 'GET', url: '/api/lookup/:object', summary: 'Records to refer to, by what was typed', query: text,
    run: ({ actor, params, query }) => read(site.database.pool, reader =>
      lookup(reader, site.env.catalog.current(), actor, params['object']!, query.q, LOOKUP_ROWS)),
  })
  route(app, site, {
    method: 'GET', url: '/api/search', summary: 'Records of all objects that fit what was typed', query: text,
    run: ({ actor, query }) => read(site.database.pool, reader => searchAll(reader, site.env.catalog.current(), actor, query.q)),
  })
  route(app, site, {
    method: 'GET', url: '/api/audit', summary: 'The audit log, newest first',
    query: z.strictObject({
      before: z.coerce.number().int().optional(), what: z.string().max(60).optional(), actor: z.uuid().optional(),
      object: z.string().max(63).optional(), record: z.uuid().optional(),
      from: z.iso.datetime({ offset: true }).optional(), until: z.iso.datetime({ offset: true }).optional(),
    }),
    async run({ actor, query }) {
      needPower(actor, 'audit')
      const { rows } = await site.db.query(
        `select a.seq, a.at, a.actor, u.name as "actorName", a.via, a.ip, a.what, a.object, a.record, a.detail from audit a
         left join app_user u on u.org = a.org and u.id = a.actor
         where a.org = $1 and a.seq is not null and ($2::bigint is null or a.seq < $2) and ($3::text is null or a.what = $3) and ($4::uuid is null or a.actor = $4)
           and ($5::text is null or a.object = $5) and ($6::uuid is null or a.record = $6)
           and ($7::timestamptz is null or a.at >= $7) and ($8::timestamptz is null or a.at < $8) order by a.seq desc limit 100`,
        [actor.org, query.before ?? null, query.what ?? null, query.actor ?? null, query.object ?? null, query.record ?? null, query.from ?? null, query.until ?? null])
      return { rows }
    },
  })
  route(app, site, {
    method: 'POST', url: '/api/audit/verify', summary: 'Is the chain of the audit log whole',
    async run({ actor }) {
      needPower(actor, 'audit')
      return read(site.database.pool, reader => verifyAudit(reader, actor.org), { timeoutMs: 600_000 })
    },
  })
}
