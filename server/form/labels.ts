// What ids are called that stand outside of records: among parameters and among values typed on the form itself.
import { kindOf } from '#core/field/kinds.ts'
import type { Field, FieldInput } from '#core/field/field.ts'
import { isId } from '#core/lib/id.ts'
import type { Catalog } from '#core/object/catalog.ts'
import { objectOf } from '#core/object/catalog.ts'
import type { Actor } from '#core/object/access.ts'
import { rightsOf } from '#core/object/rights.ts'
import type { Reader } from '#server/database/transaction.ts'
import { runQuery } from '#server/record/page.ts'
import { systemActor } from '#server/user/system-actor.ts'

export interface Asker {
  reader: Reader
  catalog: Catalog
  actor: Actor
}

/** Names of people and departments are no secret inside the company. */
const OPEN = new Set(['user', 'department'])
const MOST = 500

/** Ids that the person may not see, or that mean nothing, are missing in the answer. */
export async function labelsOf({ reader, catalog, actor }: Asker, name: string, ids: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)].filter(isId).slice(0, MOST)
  const object = objectOf(catalog, name)
  const who = OPEN.has(name) ? systemActor(actor.org, catalog) : actor
  if (wanted.length === 0 || rightsOf(who, object).read.length === 0) return new Map()
  const { rows } = await runQuery(reader, catalog, who, { object: name, columns: [object.title], filter: { field: 'id', op: 'in', value: wanted }, size: MOST })
  return new Map(rows.map(row => [String(row['id']), titleIn(row[object.title])]))
}

const titleIn = (value: unknown): string => (typeof value === 'object' && value !== null && 'label' in value ? String(value.label) : String(value ?? ''))

export const targetOf = (key: string, input: FieldInput): { object: string; many: boolean } | undefined => {
  const field = { ...input, key } as Field
  return kindOf(field).target?.(field)
}

export const idsIn = (value: unknown): string[] => [value].flat().flatMap(item => (typeof item === 'string' ? [item]
  : typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string' ? [item.id] : []))

/** Ids become {id, label}, as on the wire of records. What cannot be seen is called nothing. */
export async function linked(asker: Asker, fields: Readonly<Record<string, FieldInput>>, values: Readonly<Record<string, unknown>>): Promise<Record<string, unknown>> {
  const made: Record<string, unknown> = {}
  for (const [key, input] of Object.entries(fields)) {
    if (!Object.hasOwn(values, key)) continue
    const target = targetOf(key, input)
    const ids = target ? idsIn(values[key]) : []
    if (!target || ids.length === 0) {
      made[key] = values[key]
      continue
    }
    const labels = await labelsOf(asker, target.object, ids)
    const links = ids.map(id => ({ id, label: labels.get(id) ?? '' }))
    made[key] = target.many ? links : links[0]
  }
  return made
}
