// Every error becomes an answer here and nowhere else: known ones with their sentence, all others as "internal",
// without stack, SQL or path.
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { AppError } from '#core/lib/error.ts'
import type { ErrorBody, ErrorCode } from '#core/lib/error.ts'
import { messageOf } from '#core/lib/messages.ts'
import type { Lang } from '#core/lib/text.ts'
import { toAppError } from '#server/database/faults.ts'

const BY_STATUS: Record<number, ErrorCode> = { 400: 'invalid', 404: 'not_found', 413: 'too_large', 415: 'invalid', 429: 'too_many', 503: 'unavailable' }

export const langOf = (request: FastifyRequest): Lang =>
  /^en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh'

/** Fastify's own refusals (bad JSON, too large a body) keep their status; the rest is ours or unknown. */
export function known(error: unknown): AppError {
  if (error instanceof AppError) return error
  const status = (error as Partial<FastifyError>).statusCode
  const code = status === undefined ? undefined : BY_STATUS[status] ?? (status >= 400 && status < 500 ? 'invalid' : undefined)
  if (code) return new AppError(code, { key: code === 'invalid' ? 'input.unreadable' : `error.${code}`, cause: error })
  const mapped = toAppError(error)
  return mapped instanceof AppError ? mapped : new AppError('internal', { cause: error })
}

export function errorBody(error: AppError, lang: Lang): ErrorBody {
  const fields = error.fields && Object.fromEntries(
    Object.entries(error.fields).map(([path, refusal]) => [path, { ...refusal, message: messageOf(refusal, lang) }]))
  const first = fields && Object.values(fields)[0]
  return {
    code: error.code, key: error.key, params: error.params, ...(fields ? { fields } : {}),
    message: error.key === 'error.invalid' && first ? first.message : messageOf({ key: error.key, params: error.params }, lang),
  }
}

export function sendError(request: FastifyRequest, reply: FastifyReply, thrown: unknown): FastifyReply {
  const error = known(thrown)
  if (error.code === 'internal') request.log.error({ err: thrown }, 'request failed')
  if (error.code === 'unavailable') void reply.header('retry-after', '5')
  return reply.status(error.status).type('application/json').send({ error: errorBody(error, langOf(request)) })
}

export function mapErrors(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => sendError(request, reply, error))
}

/** Where no pages are served; with them, unknown paths are the browser's to find. */
export function mapUnknown(app: FastifyInstance): void {
  app.setNotFoundHandler((request, reply) => sendError(request, reply, new AppError('not_found')))
}
