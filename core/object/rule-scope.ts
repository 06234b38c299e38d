// The names a rule over an object may use: its fields and those reached through references, by key or by label.
import type { Field } from '../field/field.ts'
import { isKind, kindOf } from '../field/kinds.ts'
import { resultType } from '../field/kinds/derived.ts'
import { checkRule, parseRule } from '../rule/rule.ts'
import type { CheckedRule, RuleScope, RuleType } from '../rule/rule.ts'
import type { Catalog, Resolved } from './catalog.ts'
import { resolvePath } from './catalog.ts'
import type { ObjectDef } from './object.ts'

export function ruleTypeOf(field: Field, part = ''): RuleType | null {
  if (part) return kindOf(field).parts?.[part]?.type ?? null
  return isKind(field, 'computed') || isKind(field, 'rollup') ? resultType(field) : kindOf(field).ruleType
}

const labels = new WeakMap<Catalog, Map<string, ReadonlyMap<string, string>>>()

/** Labels of the object itself come before those of the others. */
function labelsOf(catalog: Catalog, object: ObjectDef): ReadonlyMap<string, string> {
  const byObject = labels.get(catalog) ?? new Map<string, ReadonlyMap<string, string>>()
  labels.set(catalog, byObject)
  const known = byObject.get(object.name)
  if (known) return known
  const names = new Map<string, string>()
  for (const one of [object, ...catalog.objects.values()])
    for (const field of Object.values(one.fields))
      for (const label of [field.label.zh, field.label.en]) if (label && !names.has(label)) names.set(label, field.key)
  // A key is never mistaken for the label of another field.
  for (const key of Object.keys(object.fields)) names.delete(key)
  byObject.set(object.name, names)
  return names
}

/** `allowed` narrows it to what a reader may use. A reference is the text of its id. */
export function ruleScope(catalog: Catalog, object: ObjectDef, allowed: (found: Resolved) => boolean = () => true): RuleScope {
  return {
    names: labelsOf(catalog, object),
    resolve: path => {
      const ref = path.join('.')
      const found = resolvePath(catalog, object, ref)
      const type = found && ruleTypeOf(found.field, found.part)
      return type && allowed(found) ? { type, ref } : undefined
    },
  }
}

/** Throws a RuleError that says what is wrong and where. */
export const checkedRule = (catalog: Catalog, object: ObjectDef, text: string, want?: RuleType): CheckedRule =>
  checkRule(parseRule(text), ruleScope(catalog, object), want)
