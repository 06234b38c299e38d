// Paper forms: which there are, one of them filled, saved, filed, acted on, and as a file out and back in.
import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Sheet } from '#core/form/sheet.ts'
import { AppError } from '#core/lib/error.ts'
import type { Actor } from '#core/object/access.ts'
import { perform } from '#server/action/perform.ts'
import { actOnForm } from '#server/form/act.ts'
import { fileFormAction, placeSchema, reopenFormAction, saveFormAction, saveSchema } from '#server/form/actions.ts'
import { formsOut } from '#server/form/export.ts'
import { formList } from '#server/form/list.ts'
import { openForm, queryOf } from '#server/form/open.ts'
import type { FormQuery } from '#server/form/open.ts'
import { readBack, readUpload } from '#server/form/read-back.ts'
import type { SaveAnswer } from '#server/form/save.ts'
import { readForms } from '#server/form/site.ts'
import { noteViewed } from '#server/form/viewed.ts'
import { writeForms } from '#server/form/write-file.ts'
import { disposition } from './file-routes.ts'
import { performOptions } from './record-routes.ts'
import { route } from './route.ts'
import type { Site } from './site.ts'

const query = z.record(z.string().max(63), z.string().max(40_000))
/** A workbook of forms is small. */
const FILE_LIMIT = 20 * 1024 * 1024

interface Place {
  params: Record<string, unknown>
  record?: string | null | undefined
  filled?: string | undefined
}

/** The form as it is after something was done with it. */
async function sheetNow(site: Site, actor: Actor, id: string, place: Place): Promise<Sheet> {
  return (await readForms(site.env, actor, env => openForm(env, id, queryOf(place)))).sheet
}

export function formRoutes(app: FastifyInstance, site: Site): void {
  route(app, site, {
    method: 'GET', url: '/api/forms', summary: 'Forms that the caller may open, and the sets of forms',
    run: async ({ actor }) => formList(await site.forms.now(), site.forms.shipped, site.env.catalog.current(), actor),
  })
  route(app, site, {
    method: 'GET', url: '/api/forms/:id', query,
    summary: 'A form filled, laid out as a page of cells; the query holds its parameters, record, blank=1 or filled. With .xlsx or .pdf after the id: a file, of several records with record=a,b,c',
    async run({ actor, params, query, reply }) {
      const [, id, format] = /^([A-Za-z][\w-]*)(?:\.(xlsx|pdf))?$/.exec(params['id']!) ?? []
      if (id === undefined) throw new AppError('not_found', { key: 'form.unknown' })
      if (format === 'xlsx' || format === 'pdf') return sendFile(site, actor, reply, { id, format, query })
      const opened = await readForms(site.env, actor, env => openForm(env, id, query))
      await noteViewed(site.env, actor, opened)
      return opened.sheet
    },
  })
  typed(app, site)
  filed(app, site)
}

async function sendFile(site: Site, actor: Actor, reply: FastifyReply, { id, format, query }: { id: string; format: 'xlsx' | 'pdf'; query: FormQuery }): Promise<FastifyReply> {
  const out = await formsOut(site.env, actor, id, query, format)
  const file = await writeForms(site, actor, out, format)
  return reply.type(file.type).header('content-disposition', disposition(`${out.fileName}.${format}`)).send(file.bytes)
}

function typed(app: FastifyInstance, site: Site): void {
  route(app, site, {
    method: 'POST', url: '/api/forms/:id/save', summary: 'Save what was typed into a form, all of it or nothing', body: saveSchema,
    async run({ actor, params, body, request }) {
      const id = params['id']!
      const { record, batch } = await perform<SaveAnswer>(site.env, actor, saveFormAction.name, { form: id, save: body }, performOptions(request))
      return { ...(record === undefined ? {} : { record }), batch, sheet: await sheetNow(site, actor, id, { ...body, record }) }
    },
  })
  route(app, site, {
    method: 'POST', url: '/api/forms/:id/read', summary: 'Read a workbook of the form that was filled in by hand (multipart, field "file"); nothing is saved',
    async run({ actor, params, request }) {
      const part = await request.file({ limits: { fileSize: FILE_LIMIT } })
      if (!part) throw new AppError('invalid', { key: 'file.missing' })
      const answers = await readBack(site.env, actor, params['id']!, await readUpload(site.config.DATA_DIR, { name: part.filename, content: part.file }))
      return { ...answers[0]!, ...(answers.length > 1 ? { all: answers } : {}) }
    },
  })
  route(app, site, {
    method: 'POST', url: '/api/forms/:id/acts/:key', summary: 'One of the form\'s own actions, with its parameters', body: placeSchema,
    run: ({ actor, params, body, request }) => actOnForm(site.env, actor, { form: params['id']!, key: params['key']!, ...body }, performOptions(request)),
  })
}

function filed(app: FastifyInstance, site: Site): void {
  for (const [url, action, summary] of [
    ['/api/forms/:id/file', fileFormAction.name, 'Keep the form as it is now and lock it'],
    ['/api/forms/:id/reopen', reopenFormAction.name, 'Open a filed form again'],
  ] as const) {
    route(app, site, {
      method: 'POST', url, summary, body: placeSchema,
      async run({ actor, params, body, request }) {
        const done = await perform<object>(site.env, actor, action, { form: params['id'], ...body }, performOptions(request))
        return { ...done, sheet: await sheetNow(site, actor, params['id']!, body) }
      },
    })
  }
}
