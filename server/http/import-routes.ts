// Imports: upload, mapping, dry run, run, progress, undo, the rows that failed; and duplicates among records.
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import type { Writable } from 'node:stream'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { AppError } from '#core/lib/error.ts'
import { filterSchema } from '#core/report/query.ts'
import { read, transaction } from '#server/database/transaction.ts'
import { duplicateGroups } from '#server/import/duplicates.ts'
import { recentJobs } from '#server/import/job.ts'
import type { ImportHome } from '#server/import/job.ts'
import { choicesSchema, chooseHeader, mappingSchema, setChoices, setMapping } from '#server/import/mapping.ts'
import { jobView, previewRows, rawRows, viewJob } from '#server/import/preview.ts'
import { writeProblems } from '#server/import/problems.ts'
import { cancelImport, startImport, undoImport } from '#server/import/run.ts'
import { upload } from '#server/import/upload.ts'
import { route } from './route.ts'
import type { Site } from './site.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const importHome = (site: Site): ImportHome => ({
  env: site.env, org: site.org, dir: join(site.config.DATA_DIR, 'imports'),
  person: async userId => {
    const known = await site.actors.get(site.org, userId)
    return known && { ...known, via: 'import' }
  },
})

function sendXlsx(reply: FastifyReply, name: string, write: (target: Writable) => Promise<void>): FastifyReply {
  const stream = new PassThrough()
  write(stream).catch((fault: unknown) => stream.destroy(fault instanceof Error ? fault : new Error(String(fault))))
  return reply.type(XLSX).header('content-disposition', `attachment; filename="${name}"`).send(stream)
}

const page = z.strictObject({
  from: z.coerce.number().int().min(0).default(0), size: z.coerce.number().int().min(1).max(500).default(100), only: z.enum(['problems', 'duplicates', 'skipped']).optional(),
})
const rawPage = z.strictObject({ sheet: z.coerce.number().int().min(0).default(0), from: z.coerce.number().int().min(0).default(0), size: z.coerce.number().int().min(1).max(200).default(30) })

export function importRoutes(app: FastifyInstance, site: Site): void {
  const home = importHome(site)
  route(app, site, {
    method: 'POST', url: '/api/imports', summary: 'Bring a spreadsheet to import (multipart: object, file)',
    async run({ actor, request }) {
      const part = await request.file()
      if (!part) throw new AppError('invalid', { key: 'import.noFile' })
      const field = part.fields['object']
      const object = field && !Array.isArray(field) && field.type === 'field' ? String(field.value) : new URL(request.url, 'http://x').searchParams.get('object') ?? ''
      return jobView(home, actor, await upload(home, actor, object, { name: part.filename, content: part.file }))
    },
  })
  route(app, site, {
    method: 'GET', url: '/api/imports', summary: 'One\'s own recent imports into an object', query: z.strictObject({ object: z.string().max(63) }),
    run: async ({ actor, query }) => (await transaction(site.database.pool, tx => recentJobs(tx, actor, query.object)))
      .map(({ id, name, state, at, total, detail }) => ({ id, name, state, at, total, counts: detail.counts ?? null })),
  })
  oneImport(app, site, home)
  running(app, site, home)
  route(app, site, {
    method: 'POST', url: '/api/records/:object/duplicates', summary: 'Groups of records that may be one', body: z.strictObject({ filter: filterSchema.optional() }),
    run: ({ actor, params, body }) => read(site.database.pool, reader =>
      duplicateGroups(reader, site.env.catalog.current(), actor, params['object']!, body.filter), { timeoutMs: 60_000 }),
  })
}

function oneImport(app: FastifyInstance, site: Site, home: ImportHome): void {
  route(app, site, {
    method: 'GET', url: '/api/imports/:id', summary: 'State, counts, sheets and guessed columns of an import',
    run: ({ actor, params }) => viewJob(home, actor, params['id']!),
  })
  route(app, site, {
    method: 'GET', url: '/api/imports/:id/preview', summary: 'Rows as they will be saved, with the problems of each cell', query: page,
    run: ({ actor, params, query }) => previewRows(home, actor, params['id']!, query),
  })
  route(app, site, {
    method: 'GET', url: '/api/imports/:id/rows', summary: 'Rows of a sheet as they are', query: rawPage,
    run: ({ actor, params, query }) => rawRows(home, actor, params['id']!, query.sheet, query.from, query.size),
  })
  route(app, site, {
    method: 'POST', url: '/api/imports/:id/header', summary: 'Name the row that is the header', body: z.strictObject({ sheet: z.int().min(0), headerRow: z.int().min(0).optional() }),
    async run({ actor, params, body }) {
      await chooseHeader(home, actor, params['id']!, body.sheet, body.headerRow)
      return viewJob(home, actor, params['id']!)
    },
  })
  route(app, site, {
    method: 'POST', url: '/api/imports/:id/mapping', summary: 'Say which column is which field', body: mappingSchema,
    async run({ actor, params, body }) {
      await setMapping(home, actor, params['id']!, body)
      return viewJob(home, actor, params['id']!)
    },
  })
  route(app, site, {
    method: 'GET', url: '/api/imports/:id/problems.xlsx', summary: 'The rows that failed, with the reasons as comments',
    async run({ actor, params, reply }) {
      await viewJob(home, actor, params['id']!)
      return sendXlsx(reply, 'problems.xlsx', target => writeProblems(home, actor, params['id']!, target))
    },
  })
}

function running(app: FastifyInstance, site: Site, home: ImportHome): void {
  route(app, site, {
    method: 'POST', url: '/api/imports/:id/run', summary: 'Run the import, or try it without writing (dryRun)', body: z.strictObject({ dryRun: z.boolean().default(false) }),
    run: async ({ actor, params, body, reply }) => {
      const job = await startImport(home, actor, params['id']!, body.dryRun)
      void reply.status(202)
      return jobView(home, actor, job)
    },
  })
  route(app, site, {
    method: 'POST', url: '/api/imports/:id/choices', summary: 'What to do with rows that may be duplicates', body: z.strictObject({ choices: choicesSchema }),
    async run({ actor, params, body }) {
      await setChoices(home, actor, params['id']!, body.choices)
      return viewJob(home, actor, params['id']!)
    },
  })
  route(app, site, {
    method: 'POST', url: '/api/imports/:id/cancel', summary: 'Stop an import; what was written stays and can be undone',
    run: async ({ actor, params }) => jobView(home, actor, await cancelImport(home, actor, params['id']!)),
  })
  route(app, site, {
    method: 'POST', url: '/api/imports/:id/undo', summary: 'Take the whole import back, updates included', body: z.strictObject({ partly: z.boolean().optional() }),
    run: ({ actor, params, body }) => undoImport(home, actor, params['id']!, body.partly),
  })
}
