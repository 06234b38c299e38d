// The refusal of a rule: which sentence (messages.ts) and which part of the text it is about.

import { AppError } from '#core/lib/error.ts'
import type { Span } from './node.ts'

export class RuleError extends AppError {
  readonly from: number
  readonly to: number

  constructor(key: string, span: Span, params: Record<string, string | number> = {}) {
    super('invalid', { key, params: { ...params, at: span.from + 1 } })
    this.name = 'RuleError'
    this.from = span.from
    this.to = span.to
  }
}
