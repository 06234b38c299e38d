// Values of records that a rule reaches through references ('product.price', 'customer.region.name'), read in bulk.
import type { Field } from '#core/field/field.ts'
import { kindOf } from '#core/field/kinds.ts'
import { objectOf } from '#core/object/catalog.ts'
import type { ObjectDef } from '#core/object/object.ts'
import type { Ctx } from './context.ts'
import type { Values } from './fields.ts'
import { storeEnv } from './fields.ts'
import { loadRows } from './rows.ts'

export interface FarValues {
  read(values: Values, path: string): unknown
  /** For records that are not in the database yet: a new parent of new lines. */
  put(prefix: string, id: string, values: Values): void
}

/** Loads what `paths` need, one statement for each reference passed. */
export async function farValues(ctx: Ctx, object: ObjectDef, records: Iterable<Values>, paths: readonly string[]): Promise<FarValues> {
  const cache = new Map<string, Map<string, Values>>()
  await loadFar(ctx, object, [...records], paths.map(path => path.split('.')), '', cache)
  return {
    read: (values, path) => readPath(cache, values, path.split('.')),
    put: (prefix, id, values) => {
      const known = cache.get(prefix) ?? new Map<string, Values>()
      cache.set(prefix, known.set(id, values))
    },
  }
}

async function loadFar(ctx: Ctx, object: ObjectDef, records: Values[], paths: string[][], prefix: string, cache: Map<string, Map<string, Values>>): Promise<void> {
  for (const [key, group] of Map.groupBy(paths.filter(path => path.length > 1), path => path[0]!)) {
    const field = object.fields[key]
    const target = field && kindOf(field).target?.(field)
    if (!field || !target || target.many) continue
    const ids = [...new Set(records.map(values => values[key]).filter(id => typeof id === 'string'))]
    const next = objectOf(ctx.catalog, target.object)
    const rest = group.map(path => path.slice(1))
    const fields = [...new Set(rest.map(path => path[0]!))].map(name => next.fields[name]).filter((item): item is Field => item !== undefined)
    const rows = await loadRows(ctx, next, ids, fields)
    const at = `${prefix}${key}.`
    cache.set(at, new Map([...rows].map(([id, row]) => [id, row.values])))
    await loadFar(ctx, next, [...rows.values()].map(row => row.values), rest, at, cache)
  }
}

function readPath(cache: Map<string, Map<string, Values>>, values: Values, path: string[]): unknown {
  let here: Values | undefined = values
  let prefix = ''
  for (const [at, key] of path.entries()) {
    const value: unknown = here?.[key] ?? null
    if (at === path.length - 1) return value
    prefix += `${key}.`
    const next = cache.get(prefix)
    if (!next) return partOf(value, path[at + 1]!)
    here = typeof value === 'string' ? next.get(value) : undefined
  }
  return null
}

function partOf(value: unknown, part: string): unknown {
  if (typeof value === 'string') return part === 'solar' ? storeEnv.solarBirthday(value) : null
  return value !== null && typeof value === 'object' && Object.hasOwn(value, part) ? (value as Values)[part] : null
}
