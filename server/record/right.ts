// The reader's right to a field. What is computed from other fields is at most as open as they are.
import type { Field } from '#core/field/field.ts'
import type { Actor, FieldRight } from '#core/object/access.ts'
import type { Catalog } from '#core/object/catalog.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { derivedFrom } from '#core/object/derived-from.ts'
import type { FieldPlace } from '#core/object/derived-from.ts'
import { fieldRight, rightsOf } from '#core/object/rights.ts'
import type { Ask } from './source.ts'

const STRENGTH: FieldRight[] = ['hidden', 'masked', 'read', 'write']
const weaker = (a: FieldRight, b: FieldRight): FieldRight => (STRENGTH.indexOf(a) <= STRENGTH.indexOf(b) ? a : b)

/** As the record doors see it; the catalog shown to browsers asks here too. */
export function visibleRight(catalog: Catalog, actor: Actor, object: ObjectDef, field: Field): FieldRight {
  let right = fieldRight(actor, object, field)
  for (const source of derivedFrom(catalog, object, field)) right = weaker(right, sourceRight(actor, source))
  return right
}

/**
 * A sum over orders is a field of the customer, for those too who may not open orders; but what is
 * restricted or sensitive there stays so in whatever is made of it.
 */
function sourceRight(actor: Actor, { object, field }: FieldPlace): FieldRight {
  if (rightsOf(actor, object).read.length > 0) return fieldRight(actor, object, field)
  return field.sensitivity === 'sensitive' ? 'hidden' : field.sensitivity === 'restricted' ? 'masked' : 'read'
}

const cache = new WeakMap<Actor, Map<Field, FieldRight>>()

export function rightTo(ask: Ask, object: ObjectDef, field: Field): FieldRight {
  if (ask.trusted) return 'read'
  const known = cache.get(ask.actor) ?? new Map<Field, FieldRight>()
  cache.set(ask.actor, known)
  const right = known.get(field) ?? visibleRight(ask.catalog, ask.actor, object, field)
  known.set(field, right)
  return right
}
