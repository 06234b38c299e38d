// How the product tells people what happened: a short word of success, or an error that says what to do.
import { App } from 'antd'
import type { Lang } from '#core/lib/text.ts'
import { AppError } from '#core/lib/error.ts'
import { refusalText } from './refusal.ts'
import { serverWords } from './api.ts'
import type { T, TextKey } from './texts.ts'
import { useT } from './texts.ts'

const CODES: Record<AppError['code'], TextKey> = {
  invalid: 'error.invalid', unauthenticated: 'error.unauthenticated', forbidden: 'error.forbidden', not_found: 'error.notFound', conflict: 'error.conflict',
  too_large: 'error.tooLarge', idempotency: 'error.conflict', too_many: 'error.tooMany', unavailable: 'error.unavailable', internal: 'error.internal',
}

/** One sentence for a person. */
export function errorText(error: unknown, t: T, lang: Lang): string {
  if (!(error instanceof AppError)) return t('error.internal')
  if (error.key === 'error.offline') return t('error.offline')
  const words = serverWords(error)?.message
  if (words && words !== error.key) return words
  return error.key === `error.${error.code}` ? t(CODES[error.code]) : refusalText(error, lang, t(CODES[error.code]))
}

/** What is wrong with which field, in words; '' is the record as a whole. */
export function fieldTexts(error: unknown, lang: Lang): Record<string, string> {
  if (!(error instanceof AppError) || !error.fields) return {}
  const words = serverWords(error)?.fields
  return Object.fromEntries(Object.entries(error.fields).map(([path, refusal]) =>
    [path, words?.[path]?.message ?? refusalText(refusal, lang)]))
}

export interface Say {
  ok(text: string): void
  fail(error: unknown): void
  warn(text: string): void
}

export function useSay(): Say {
  const { message } = App.useApp()
  const { t, lang } = useT()
  return {
    ok: text => { void message.success(text) },
    warn: text => { void message.warning(text) },
    fail: error => { void message.error({ content: errorText(error, t, lang), duration: 5 }) },
  }
}
