// The rules of an object made ready to run: its computed fields in the order in which they depend on each other, its checks.
import type { Field } from '#core/field/field.ts'
import { isKind } from '#core/field/kinds.ts'
import type { Catalog } from '#core/object/catalog.ts'
import type { Check, ObjectDef } from '#core/object/object.ts'
import { checkedRule } from '#core/object/rule-scope.ts'
import { compileRule } from '#core/rule/rule.ts'
import type { CheckedRule, CompiledRule, RuleType } from '#core/rule/rule.ts'

export interface ReadyRule {
  run: CompiledRule
  checked: CheckedRule
  /** Field paths it reads. */
  paths: string[]
  /** Their first parts: fields of the object itself. */
  keys: Set<string>
}

export interface ObjectRules {
  computed: (ReadyRule & { field: Field })[]
  checks: (ReadyRule & { check: Check; late: boolean })[]
  /** Paths through references that the computed fields and checks read. */
  far: string[]
  /** Rollups, and computed fields that rest on them: known only after the children are saved. */
  afterRollup: Set<string>
}

const cache = new WeakMap<Catalog, Map<string, ObjectRules>>()

export function rulesOf(catalog: Catalog, object: ObjectDef): ObjectRules {
  const known = cache.get(catalog) ?? new Map<string, ObjectRules>()
  cache.set(catalog, known)
  let rules = known.get(object.name)
  if (!rules) known.set(object.name, rules = makeRules(catalog, object))
  return rules
}

function makeRules(catalog: Catalog, object: ObjectDef): ObjectRules {
  const fields = Object.values(object.fields).filter(field => !field.retired)
  const computed = fields.flatMap(field => (isKind(field, 'computed') && !field.volatile ? [{ field: field as Field, ...readyRule(catalog, object, field.rule) }] : []))
  const ordered = inOrder(computed)
  const afterRollup = new Set(fields.filter(field => field.kind === 'rollup').map(field => field.key))
  for (const item of ordered) if ([...item.keys].some(key => afterRollup.has(key))) afterRollup.add(item.field.key)
  const checks = object.checks.map(check => {
    const rule = readyRule(catalog, object, check.rule, 'boolean')
    return { check, ...rule, late: [...rule.keys].some(key => afterRollup.has(key)) }
  })
  const far = [...ordered, ...checks].flatMap(item => item.paths).filter(path => path.includes('.'))
  return { computed: ordered, checks, far: [...new Set(far)], afterRollup }
}

function readyRule(catalog: Catalog, object: ObjectDef, text: string, want?: RuleType): ReadyRule {
  const checked = checkedRule(catalog, object, text, want)
  const paths = checked.paths.map(path => path.join('.'))
  return { checked, run: compileRule(checked), paths, keys: new Set(checked.paths.map(path => path[0]!)) }
}

/** Each after those it reads; a circle is left in the order of declaration and settles to what it can. */
function inOrder<T extends { field: Field; keys: Set<string> }>(items: T[]): T[] {
  const byKey = new Map(items.map(item => [item.field.key, item]))
  const done: T[] = []
  const seen = new Set<string>()
  const visit = (item: T): void => {
    if (seen.has(item.field.key)) return
    seen.add(item.field.key)
    for (const key of item.keys) {
      const other = byKey.get(key)
      if (other) visit(other)
    }
    done.push(item)
  }
  for (const item of items) visit(item)
  return done
}
