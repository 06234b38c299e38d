// Which fields a computed or rolled-up field is made of, through any number of steps.
import type { Field } from '../field/field.ts'
import { isKind } from '../field/kinds.ts'
import type { Catalog } from './catalog.ts'
import { fieldOf, resolvePath } from './catalog.ts'
import type { ObjectDef } from './object.ts'
import { checkedRule } from './rule-scope.ts'

export interface FieldPlace {
  object: ObjectDef
  field: Field
}

const cache = new WeakMap<Catalog, Map<Field, FieldPlace[]>>()

/** Empty for fields that are not derived. A rule that no longer holds derives from nothing that is known. */
export function derivedFrom(catalog: Catalog, object: ObjectDef, field: Field): FieldPlace[] {
  if (!isKind(field, 'computed') && !isKind(field, 'rollup')) return []
  const known = cache.get(catalog) ?? new Map<Field, FieldPlace[]>()
  cache.set(catalog, known)
  const made = known.get(field)
  if (made) return made
  const found = new Map<Field, FieldPlace>()
  collect(catalog, { object, field }, found)
  found.delete(field)
  known.set(field, [...found.values()])
  return [...found.values()]
}

/** True when the field is made of itself, through however many steps. */
export function isCircular(catalog: Catalog, place: FieldPlace): boolean {
  const found = new Map<Field, FieldPlace>()
  for (const next of directly(catalog, place)) collect(catalog, next, found)
  return found.has(place.field)
}

function collect(catalog: Catalog, place: FieldPlace, found: Map<Field, FieldPlace>): void {
  if (found.has(place.field)) return
  found.set(place.field, place)
  for (const next of directly(catalog, place)) collect(catalog, next, found)
}

function directly(catalog: Catalog, { object, field }: FieldPlace): FieldPlace[] {
  if (isKind(field, 'computed')) return ofRule(catalog, object, field.rule)
  if (!isKind(field, 'rollup')) return []
  const child = catalog.objects.get(field.of)
  if (!child) return []
  const source = field.field === undefined ? undefined : fieldOf(child, field.field)
  return [...(source ? [{ object: child, field: source }] : []), ...(field.where === undefined ? [] : ofRule(catalog, child, field.where))]
}

function ofRule(catalog: Catalog, object: ObjectDef, rule: string): FieldPlace[] {
  return checkedRule(catalog, object, rule).paths.flatMap(path => {
    const found = resolvePath(catalog, object, path.join('.'))
    return found ? [...found.hops, { object: found.object, field: found.field }] : []
  })
}
