// Rules over the record on the screen: which fields show, and what the computed ones of a line come to while it is typed.
// Only what stands on the record itself is known here; a rule that looks further is left to the server.
import { resultType } from '#core/field/kinds/derived.ts'
import { isKind, kindOf } from '#core/field/kinds.ts'
import { today } from '#core/lib/date.ts'
import type { CompiledRule } from '#core/rule/rule.ts'
import { checkRule, compileRule, parseRule } from '#core/rule/rule.ts'
import type { WebField } from '../lib/api-types.ts'
import type { WebObject } from '../lib/catalog.ts'
import { liveFields } from '../lib/catalog.ts'
import { MASK } from './kind.ts'

const compiled = new WeakMap<WebObject, Map<string, CompiledRule | null>>()

const typeOf = (field: WebField) => (isKind(field, 'computed') || isKind(field, 'rollup') ? resultType(field) : kindOf(field).ruleType)

function compile(object: WebObject, text: string): CompiledRule | null {
  try {
    const resolve = (path: string[]) => {
      const field = path.length === 1 ? object.fields[path[0] ?? ''] : undefined
      const type = field ? typeOf(field) : null
      return field && type ? { type, ref: field.key } : undefined
    }
    return compileRule(checkRule(parseRule(text), { resolve }))
  } catch {
    return null
  }
}

function ruleOf(object: WebObject, text: string): CompiledRule | null {
  const known = compiled.get(object) ?? new Map<string, CompiledRule | null>()
  compiled.set(object, known)
  if (!known.has(text)) known.set(text, compile(object, text))
  return known.get(text) ?? null
}

function run(rule: CompiledRule, values: Record<string, unknown>): unknown {
  const read = (ref: string): unknown => {
    const value = values[ref]
    return value === MASK ? null : typeof value === 'object' && value !== null && 'id' in value ? value.id : typeof value === 'number' ? String(value) : value
  }
  return rule(read, { today: today(), now: new Date().toISOString() })
}

/** A field whose rule cannot be judged here is shown. */
export function isVisible(object: WebObject, field: WebField, values: Record<string, unknown>): boolean {
  const rule = field.visibleIf ? ruleOf(object, field.visibleIf) : null
  return rule === null || run(rule, values) === true
}

/** The record with its computed fields worked out anew. */
export function computeOwn(object: WebObject, values: Record<string, unknown>): Record<string, unknown> {
  const next = { ...values }
  for (const field of liveFields(object)) {
    const rule = isKind(field, 'computed') ? ruleOf(object, field.rule) : null
    if (rule) next[field.key] = run(rule, next)
  }
  return next
}
