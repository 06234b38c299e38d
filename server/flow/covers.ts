// Records that belong to a case besides the one it is about: those of the objects that its diagram covers, by their link to it.
import type { Flow } from '#core/flow/flow.ts'
import { kindOf } from '#core/field/kinds.ts'
import type { Catalog } from '#core/object/catalog.ts'
import type { ObjectDef } from '#core/object/object.ts'

export interface Cover {
  object: ObjectDef
  /** Its link to the record. */
  field: string
}

export function coversOf(catalog: Catalog, flow: Pick<Flow, 'covers'>, about: string): Cover[] {
  return flow.covers.flatMap(name => {
    const object = catalog.objects.get(name)
    const field = object && Object.values(object.fields).find(one => !one.retired && !one.system && kindOf(one).target?.(one)?.object === about)
    return object && field && !kindOf(field).target?.(field)?.many ? [{ object, field: field.key }] : []
  })
}
