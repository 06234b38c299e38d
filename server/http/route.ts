// A route: who may call it, what it takes, what it does. Parsing, the actor and the OpenAPI text come from here.
import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify'
import { z } from 'zod'
import { AppError } from '#core/lib/error.ts'
import type { FieldErrors } from '#core/lib/error.ts'
import { refusalOf } from '#core/lib/messages.ts'
import type { Actor } from '#core/object/access.ts'
import { actorOf } from './guard.ts'
import type { Site } from './site.ts'

export interface Call<B, Q> {
  site: Site
  body: B
  query: Q
  params: Record<string, string>
  request: FastifyRequest
  reply: FastifyReply
}

interface Common<B, Q> {
  method: HTTPMethods
  url: string
  summary: string
  body?: z.ZodType<B>
  query?: z.ZodType<Q>
}

export interface Route<B, Q> extends Common<B, Q> {
  run(call: Call<B, Q> & { actor: Actor }): Promise<unknown>
}

export interface OpenRoute<B, Q> extends Common<B, Q> {
  run(call: Call<B, Q>): Promise<unknown>
}

/** zod's issues as field errors, by path. */
export function zodFields(error: z.ZodError): FieldErrors {
  const fields = Object.create(null) as FieldErrors
  for (const issue of error.issues) fields[issue.path.join('.')] ??= refusalOf(issue.message)
  return fields
}

export function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const answer = schema.safeParse(value)
  if (!answer.success) throw new AppError('invalid', { fields: zodFields(answer.error) })
  return answer.data
}

const jsonSchema = (schema: z.ZodType | undefined): object | undefined =>
  schema && z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' })

function add<B, Q>(app: FastifyInstance, site: Site, route: Common<B, Q>, answer: (call: Call<B, Q>) => Promise<unknown>): void {
  const body = jsonSchema(route.body)
  const querystring = jsonSchema(route.query)
  app.route({
    method: route.method,
    url: route.url,
    schema: { summary: route.summary, ...(body ? { body } : {}), ...(querystring ? { querystring } : {}) },
    handler: async (request, reply) => answer({
      site, request, reply,
      body: route.body ? parse(route.body, request.body ?? {}) : undefined as B,
      query: route.query ? parse(route.query, request.query) : undefined as Q,
      params: request.params as Record<string, string>,
    }),
  })
}

/** For signed-in people and API keys. */
export function route<B, Q>(app: FastifyInstance, site: Site, it: Route<B, Q>): void {
  add(app, site, it, async call => it.run({ ...call, actor: await actorOf(site, call.request) }))
}

/** For anybody: sign-in, set-up, health. */
export function openRoute<B, Q>(app: FastifyInstance, site: Site, it: OpenRoute<B, Q>): void {
  add(app, site, it, call => it.run(call))
}
