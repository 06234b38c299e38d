// Rules inside a statement: filters written as rules, and computed values that depend on the day of the question.
import type { Field } from '#core/field/field.ts'
import type { Column } from '#core/field/kind.ts'
import { today } from '#core/lib/date.ts'
import { AppError } from '#core/lib/error.ts'
import { resolvePath } from '#core/object/catalog.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { checkedRule, ruleScope } from '#core/object/rule-scope.ts'
import { checkRule, parseRule, ruleToSql } from '#core/rule/rule.ts'
import type { CheckedRule, RuleEnv } from '#core/rule/rule.ts'
import { column, usable } from './column.ts'
import { rightTo } from './right.ts'
import { trusting } from './source.ts'
import type { Ask, Source } from './source.ts'

export const dayOf = (ask: Ask): string => today(ask.actor.zone)

const envOf = (ask: Ask): RuleEnv => ({ today: dayOf(ask), now: new Date().toISOString(), zone: ask.actor.zone })

/** Ids are texts in rules; a birthday is its solar day. */
function ruleColumn(source: Source, path: string): { sql: string } {
  const found = column(source, path)
  const sql = found.part === '' && found.type !== found.orderType ? found.order : found.value
  return { sql: found.type === 'uuid' ? `${sql}::text` : sql }
}

function write(source: Source, checked: CheckedRule, use: 'value' | 'filter'): string {
  return ruleToSql(checked, ref => ruleColumn(source, ref), value => source.ask.params.place(value), envOf(source.ask), use)
}

/** The rule of the declaration is trusted: whoever may see the result may have it worked out. */
export const volatileSql = (source: Source, field: Extract<Field, { kind: 'computed' }>, type: Column['type']): string =>
  `(${write(trusting(source), checkedRule(source.ask.catalog, source.object, field.rule), 'value')})::${type}`

/** A rule of a reader: names that he may not use are unknown to it. */
export function ruleFilterSql(source: Source, text: string): string {
  // PostgreSQL can store neither, so no value can be equal to it.
  if (text.includes('\0') || !text.isWellFormed()) throw new AppError('invalid', { key: 'text.control' })
  return write(source, checkRule(parseRule(text), readerScope(source), 'boolean'), 'filter')
}

function readerScope(source: Source): ReturnType<typeof ruleScope> {
  const { ask, object } = source
  const scope = ruleScope(ask.catalog, object)
  return {
    ...(scope.names ? { names: visibleNames(source, scope.names) } : {}),
    resolve: path => {
      const found = scope.resolve(path)
      const resolved = found && resolvePath(ask.catalog, object, path.join('.'))
      if (!resolved) return undefined
      const rights = new Set([...resolved.hops, resolved].map(step => rightTo(ask, step.object, step.field)))
      if (rights.has('hidden')) return undefined
      if (rights.has('masked')) usable(source, path.join('.'))
      return found
    },
  }
}

/** The label of a hidden field must not answer differently from a word that nobody knows. */
function visibleNames(source: Source, names: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const { object, ask } = source
  const hidden = (candidate: ObjectDef, key: string): boolean => Object.hasOwn(candidate.fields, key) && rightTo(ask, candidate, candidate.fields[key]!) === 'hidden'
  return ask.trusted ? names : new Map([...names].filter(([, key]) => !hidden(object, key)))
}
