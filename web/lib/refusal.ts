// Words for a refusal that was found in the browser; the server sends its own along.
import type { Refusal } from '#core/lib/error.ts'
import type { Lang } from '#core/lib/text.ts'
import { messageOf, messages, refusalOf } from '#core/lib/messages.ts'

export function refusalText(refusal: Refusal, lang: Lang, fallback?: string): string {
  const known = Object.hasOwn(messages, refusal.key) ? refusal : { ...refusalOf(refusal.key), ...(refusal.params ? { params: refusal.params } : {}) }
  return fallback !== undefined && !Object.hasOwn(messages, known.key) ? fallback : messageOf(known, lang)
}
