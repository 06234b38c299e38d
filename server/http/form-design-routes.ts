// Forms on the administrator's drawing board: previewed, published, set back; and the company's set of forms.
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { AppError } from '#core/lib/error.ts'
import { perform } from '#server/action/perform.ts'
import { chooseSetAction, designedForm, designFormAction, designSchema, resetDesignAction, resetSchema, setSchema, wireParams } from '#server/form/actions.ts'
import { designOf } from '#server/form/design.ts'
import { previewForm } from '#server/form/preview.ts'
import { readForms } from '#server/form/site.ts'
import { performOptions } from './record-routes.ts'
import { route } from './route.ts'
import type { Site } from './site.ts'

const preview = z.strictObject({ form: designedForm, params: wireParams.default({}), record: z.string().max(36).nullish() })

export function formDesignRoutes(app: FastifyInstance, site: Site): void {
  route(app, site, {
    method: 'GET', url: '/api/forms/:id/design', summary: 'A form as declaration, its original, and the versions published',
    run: ({ actor, params }) => readForms(site.env, actor, env => designOf(env.reader, env.now, actor, params['id']!)),
  })
  route(app, site, {
    method: 'POST', url: '/api/forms/preview', summary: 'Lay out a form that is not published', body: preview,
    run: ({ actor, body }) => readForms(site.env, actor, env => previewForm(env, body.form, body.params, body.record ?? undefined)),
  })
  route(app, site, {
    method: 'POST', url: '/api/forms/:id/design', summary: 'Publish a form; `seen` is the newest version that the caller knows', body: designSchema,
    run({ actor, params, body, request }) {
      if (body.form.id !== params['id']) throw new AppError('invalid', { key: 'form.otherForm', params: { name: params['id']! } })
      return perform(site.env, actor, designFormAction.name, body, performOptions(request))
    },
  })
  route(app, site, {
    method: 'POST', url: '/api/forms/:id/design/reset', summary: 'Back to the original, or to an earlier version', body: resetSchema,
    run: ({ actor, params, body, request }) => perform(site.env, actor, resetDesignAction.name, { form: params['id'], ...body }, performOptions(request)),
  })
  route(app, site, {
    method: 'POST', url: '/api/form-set', summary: 'Change to a set of forms; null for the product\'s own', body: setSchema,
    run: ({ actor, body, request }) => perform(site.env, actor, chooseSetAction.name, body, performOptions(request)),
  })
}
