// Is it well: cheap, open to all, without secrets; durability of the database for administrators.
import type { FastifyInstance } from 'fastify'
import { needPower } from '#core/object/rights.ts'
import { openRoute, route } from './route.ts'
import type { Site } from './site.ts'

export function healthRoutes(app: FastifyInstance, site: Site): void {
  openRoute(app, site, {
    method: 'GET', url: '/api/health', summary: 'Does the product answer, and does its database',
    async run() {
      await site.db.query('select 1')
      return { ok: true }
    },
  })
  route(app, site, {
    method: 'GET', url: '/api/status', summary: 'State of the installation, for administrators',
    async run({ actor }) {
      needPower(actor, 'admin')
      const { rows } = await site.db.query<{ bytes: string; name: string }>('select pg_database_size(current_database())::text as bytes, current_database() as name')
      return {
        database: { version: site.database.version, embedded: site.database.embedded, bytes: Number(rows[0]?.bytes), durability: await site.database.durability() },
        memory: process.memoryUsage.rss(), uptime: Math.round(process.uptime()), node: process.version,
        mail: site.mail.ready, baseUrl: site.config.baseUrl,
      }
    },
  })
}
