// Paper forms: which there are, one of them filled, saved.
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { AppError } from '#core/lib/error.ts'
import type { Actor } from '#core/object/access.ts'
import type { Sheet } from '#core/form/sheet.ts'
import { perform } from '#server/action/perform.ts'
import { saveFormAction, saveSchema } from '#server/form/actions.ts'
import type { SaveAnswer } from '#server/form/save.ts'
import { formList } from '#server/form/list.ts'
import { openForm, textsOf } from '#server/form/open.ts'
import { readForms } from '#server/form/site.ts'
import { performOptions } from './record-routes.ts'
import { route } from './route.ts'
import type { Site } from './site.ts'

/** The form as it is after something was done with it. */
async function sheetNow(site: Site, actor: Actor, id: string, params: Readonly<Record<string, unknown>>, record: string | undefined): Promise<Sheet> {
  return (await readForms(site.env, actor, env => openForm(env, id, { ...textsOf(params), ...(record === undefined ? {} : { record }) }))).sheet
}

const query = z.record(z.string().max(63), z.string().max(40_000))

export function formRoutes(app: FastifyInstance, site: Site): void {
  route(app, site, {
    method: 'GET', url: '/api/forms', summary: 'Forms that the caller may open, and the sets of forms',
    run: async ({ actor }) => formList(await site.forms.now(), site.forms.shipped, site.env.catalog.current(), actor),
  })
  route(app, site, {
    method: 'GET', url: '/api/forms/:id', summary: 'A form filled, laid out as a page of cells; the query holds its parameters, record, blank=1 or filled', query,
    async run({ actor, params, query }) {
      if (!/^[A-Za-z][\w-]*$/.test(params['id']!)) throw new AppError('not_found', { key: 'form.unknown' })
      return (await readForms(site.env, actor, env => openForm(env, params['id']!, query))).sheet
    },
  })
  route(app, site, {
    method: 'POST', url: '/api/forms/:id/save', summary: 'Save what was typed into a form, all of it or nothing', body: saveSchema,
    async run({ actor, params, body, request }) {
      const id = params['id']!
      const { record, batch } = await perform<SaveAnswer>(site.env, actor, saveFormAction.name, { form: id, save: body }, performOptions(request))
      return { ...(record === undefined ? {} : { record }), batch, sheet: await sheetNow(site, actor, id, body.params, record) }
    },
  })
}
