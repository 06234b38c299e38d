// Files out: an export is asked for, then fetched as a download; and empty workbooks to fill in and import.
import { PassThrough } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { AppError } from '#core/lib/error.ts'
import { perform } from '#server/action/perform.ts'
import { read } from '#server/database/transaction.ts'
import { askSchema } from '#server/export/plan.ts'
import { fileName, requestExport } from '#server/export/request.ts'
import { sendExport, TYPES } from '#server/export/send.ts'
import { importTemplate } from '#server/export/template.ts'
import { writeXlsx } from '#server/sheet/write-xlsx.ts'
import { disposition } from './file-routes.ts'
import { route } from './route.ts'
import type { Site } from './site.ts'

export function exportRoutes(app: FastifyInstance, site: Site): void {
  route(app, site, {
    method: 'POST', url: '/api/exports', summary: 'Ask for an export of a list or a selection; the answer names the file to fetch within ten minutes', body: askSchema,
    async run({ actor, body, reply }) {
      void reply.status(201)
      return perform(site.env, actor, requestExport.name, body)
    },
  })
  route(app, site, {
    method: 'GET', url: '/api/exports/:id', summary: 'The file of an export; rights are those of this moment',
    async run({ actor, params, request, reply }) {
      const body = new PassThrough()
      try {
        await sendExport(site.env, actor, params['id']!, file => {
          void reply.type(file.type).header('content-disposition', disposition(file.name)).send(body)
          return body
        })
      } catch (error) {
        if (!reply.sent) throw error
        // Half a file has left: the cut connection tells the browser that the download failed.
        request.log.warn({ err: error }, 'an export broke off')
      }
      return reply
    },
  })
  route(app, site, {
    method: 'GET', url: '/api/exports/template/:file', summary: 'An empty workbook to fill in and import: {object}.xlsx',
    async run({ actor, params, request, reply }) {
      const object = /^(\w+)\.xlsx$/.exec(params['file']!)?.[1]
      if (!object) throw new AppError('not_found')
      const catalog = site.env.catalog.current()
      const book = await read(site.database.pool, reader => importTemplate(reader, catalog, actor, object))
      const body = new PassThrough()
      const name = fileName({ catalog, actor }, { object, format: 'xlsx' }, 'export.templateName')
      void reply.type(TYPES.xlsx).header('content-disposition', disposition(name)).send(body)
      await writeXlsx(body, book).catch((error: unknown) => request.log.warn({ err: error }, 'a template broke off'))
      return reply
    },
  })
}
