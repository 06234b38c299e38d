// The one error of the product: a code and what was wrong with which field.
// Thrown anywhere, mapped to HTTP once (server/http), rebuilt in the browser (web/lib).

export type ErrorCode =
  | 'invalid' // bad input: fields say what and where (400)
  | 'unauthenticated' // no or dead session (401)
  | 'forbidden' // signed in, but not allowed (403)
  | 'not_found' // unknown or not visible: the two are told apart by nobody (404)
  | 'conflict' // somebody else changed it in between (409)
  | 'too_large' // a file, page or batch over its limit (413)
  | 'idempotency' // same key, other body (422)
  | 'too_many' // rate limit (429)
  | 'unavailable' // database away or disk full: try again (503)
  | 'internal' // a fault of ours (500)

/** One refusal. `key` names a text in core/lib/messages, `params` fill its places. */
export interface Refusal {
  key: string
  params?: Record<string, string | number>
}

/** Refusals by field path ('phone', 'lines.3.price'); '' is the record as a whole. */
export type FieldErrors = Record<string, Refusal>

export const STATUS: Record<ErrorCode, number> = {
  invalid: 400, unauthenticated: 401, forbidden: 403, not_found: 404, conflict: 409,
  too_large: 413, idempotency: 422, too_many: 429, unavailable: 503, internal: 500,
}

export interface ErrorBody {
  code: ErrorCode
  message: string
  key: string
  params?: Record<string, string | number>
  fields?: Record<string, Refusal & { message?: string }>
}

export class AppError extends Error {
  readonly code: ErrorCode
  readonly key: string
  readonly params: Record<string, string | number>
  readonly fields: FieldErrors | undefined

  /** `detail.key` names the sentence shown to people; by default the code's own sentence. */
  constructor(code: ErrorCode, detail: { key?: string; params?: Record<string, string | number>; fields?: FieldErrors; cause?: unknown } = {}) {
    super(`${code}${detail.key ? `: ${detail.key}` : ''}`, { cause: detail.cause })
    this.name = 'AppError'
    this.code = code
    this.key = detail.key ?? `error.${code}`
    this.params = detail.params ?? {}
    this.fields = detail.fields
  }

  get status(): number {
    return STATUS[this.code]
  }
}
