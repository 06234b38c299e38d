// The catalog: all objects by name, declared in code or added at run time — nobody can tell which.
// Also the way from a path ('region.name', 'address.city') to the field it means.
import { AppError } from '../lib/error.ts'
import type { Field } from '../field/field.ts'
import type { Path } from '../report/query.ts'
import type { ObjectDef } from './object.ts'
import { kindOf } from '../field/kinds.ts'

export interface Catalog {
  /** Grows with every change of the catalog at run time; browsers compare it. */
  version: number
  objects: ReadonlyMap<string, ObjectDef>
}

/** A path taken apart: the references passed through, the field it ends at, and the part of it. */
export interface Resolved {
  /** Hops: object and its reference field, from the start object on. */
  hops: { object: ObjectDef; field: Field }[]
  object: ObjectDef
  field: Field
  /** '' for the whole value. */
  part: string
}

export function objectOf(catalog: Catalog, name: string): ObjectDef {
  const object = catalog.objects.get(name)
  if (!object || object.retired) throw new AppError('not_found', { key: 'object.unknown', params: { object: name } })
  return object
}

export function fieldOf(object: ObjectDef, key: string): Field | undefined {
  const field = Object.hasOwn(object.fields, key) ? object.fields[key] : undefined
  return field && !field.retired ? field : undefined
}

/** At most four references deep. Unknown and retired names give undefined. */
export function resolvePath(catalog: Catalog, object: ObjectDef, path: Path): Resolved | undefined {
  const names = path.split('.')
  if (names.length > 6) return undefined
  const hops: Resolved['hops'] = []
  let here = object
  for (let i = 0; i < names.length; i++) {
    const field = fieldOf(here, names[i]!)
    if (!field) return undefined
    if (i === names.length - 1) return { hops, object: here, field, part: '' }
    const part = names[i + 1]!
    const parts = kindOf(field).parts
    if (parts && i === names.length - 2) return Object.hasOwn(parts, part) ? { hops, object: here, field, part } : undefined
    const target = kindOf(field).target?.(field)
    const next = target && !target.many ? catalog.objects.get(target.object) : undefined
    if (!next) return undefined
    hops.push({ object: here, field })
    here = next
  }
  return undefined
}
