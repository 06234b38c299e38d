// Rules inside declarations: every one must parse, name what exists and be of the type its place needs.
import type { Field } from '../field/field.ts'
import { isKind } from '../field/kinds.ts'
import { resultType } from '../field/kinds/derived.ts'
import { AppError } from '../lib/error.ts'
import { messageOf } from '../lib/messages.ts'
import type { RuleType } from '../rule/rule.ts'
import type { Catalog } from './catalog.ts'
import { resolvePath } from './catalog.ts'
import { isCircular } from './derived-from.ts'
import type { ObjectDef } from './object.ts'
import { checkedRule } from './rule-scope.ts'

interface Place {
  object: ObjectDef
  at: string
  rule: string
  want: RuleType
}

export function ruleProblems(catalog: Catalog): string[] {
  const objects = [...catalog.objects.values()].filter(object => !object.retired)
  const broken = objects.flatMap(object => placesOf(catalog, object)).flatMap(place => problemOf(catalog, place) ?? [])
  // What a field is made of can only be followed through rules that hold.
  return broken.length > 0 ? broken : objects.flatMap(object => Object.values(object.fields).flatMap(field => derivedProblems(catalog, object, field)))
}

function placesOf(catalog: Catalog, object: ObjectDef): Place[] {
  const checks = object.checks.map((check, index): Place => ({ object, at: `${object.name}.checks.${index}`, rule: check.rule, want: 'boolean' }))
  const fields = Object.values(object.fields).filter(field => !field.retired).flatMap((field): Place[] => {
    const at = `${object.name}.${field.key}`
    const child = isKind(field, 'rollup') ? catalog.objects.get(field.of) : undefined
    return [
      ...(isKind(field, 'computed') ? [{ object, at, rule: field.rule, want: resultType(field) }] : []),
      ...(isKind(field, 'rollup') && field.where !== undefined && child ? [{ object: child, at: `${at}.where`, rule: field.where, want: 'boolean' as const }] : []),
      ...(field.visibleIf === undefined ? [] : [{ object, at: `${at}.visibleIf`, rule: field.visibleIf, want: 'boolean' as const }]),
    ]
  })
  const series = (object.series ?? []).flatMap(({ key, of, where }): Place[] => {
    const child = catalog.objects.get(of)
    return where === undefined || !child ? [] : [{ object: child, at: `${object.name}.series.${key}.where`, rule: where, want: 'boolean' }]
  })
  return [...checks, ...fields, ...series]
}

function problemOf(catalog: Catalog, { object, at, rule, want }: Place): string | undefined {
  try {
    checkedRule(catalog, object, rule, want)
    return undefined
  } catch (fault) {
    if (!(fault instanceof AppError)) throw fault
    return `${at}: ${messageOf({ key: fault.key, params: fault.params }, 'en')}`
  }
}

/** The rule asks for today or now, or for a value that does. A rule that does not hold asks for nothing. */
export function isVolatile(catalog: Catalog, object: ObjectDef, field: Field): boolean {
  if (!isKind(field, 'computed') || problemOf(catalog, { object, at: '', rule: field.rule, want: resultType(field) }) !== undefined) return false
  const { volatile, paths } = checkedRule(catalog, object, field.rule)
  return volatile || paths.some(path => {
    const found = resolvePath(catalog, object, path.join('.'))?.field
    return found !== undefined && isKind(found, 'computed') && Boolean(found.volatile)
  })
}

function derivedProblems(catalog: Catalog, object: ObjectDef, field: Field): string[] {
  const at = `${object.name}.${field.key}`
  if (field.retired) return []
  if (isCircular(catalog, { object, field })) return [`${at}: it is made of itself`]
  return isKind(field, 'computed') && !field.volatile && isVolatile(catalog, object, field) ? [`${at}: the rule asks for the day, so it must be volatile`] : []
}
