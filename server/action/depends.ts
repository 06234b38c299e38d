// What follows from what, read off the catalog once: rollups over an object, computed fields that reach into it.
import type { Field, FieldOf } from '#core/field/field.ts'
import { isKind, kindOf } from '#core/field/kinds.ts'
import type { Catalog } from '#core/object/catalog.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { checkedRule } from '#core/object/rule-scope.ts'
import type { Series } from '#core/object/series.ts'
import { rulesOf } from './object-rules.ts'

export type RollupField = Field & FieldOf<'rollup'>

/** Rollups of one parent object over one reference of the child. */
export interface RollupGroup {
  parent: ObjectDef
  child: ObjectDef
  by: string
  fields: RollupField[]
  /** Fields of the child whose change matters. */
  keys: Set<string>
}

/** Monthly sums of one parent object. */
export interface SeriesGroup {
  parent: ObjectDef
  child: ObjectDef
  series: Series
  keys: Set<string>
}

/** Computed fields of `object` that read `keys` of the records that its reference `by` points to. */
export interface Reach {
  object: ObjectDef
  by: string
  keys: Set<string>
}

interface Depends {
  rollups: Map<string, RollupGroup[]>
  series: Map<string, SeriesGroup[]>
  reaches: Map<string, Reach[]>
}

const cache = new WeakMap<Catalog, Depends>()

export function dependsOf(catalog: Catalog): Depends {
  const known = cache.get(catalog)
  if (known) return known
  const made: Depends = { rollups: new Map(), series: new Map(), reaches: new Map() }
  for (const object of catalog.objects.values()) {
    if (object.retired) continue
    for (const group of rollupsOf(catalog, object)) push(made.rollups, group.child.name, group)
    for (const group of seriesOf(catalog, object)) push(made.series, group.child.name, group)
    for (const reach of reachesOf(catalog, object)) push(made.reaches, reach.target, reach)
  }
  cache.set(catalog, made)
  return made
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  map.set(key, [...map.get(key) ?? [], value])
}

function rollupsOf(catalog: Catalog, parent: ObjectDef): RollupGroup[] {
  const fields = Object.values(parent.fields).filter(field => !field.retired).filter(field => isKind(field, 'rollup'))
  return [...Map.groupBy(fields, field => `${field.of} ${field.by}`).values()].flatMap(group => {
    const child = catalog.objects.get(group[0]!.of)
    if (!child || child.retired) return []
    const keys = new Set<string>([group[0]!.by])
    for (const field of group) {
      if (field.field) keys.add(field.field)
      if (field.where) for (const path of checkedRule(catalog, child, field.where).paths) keys.add(path[0]!)
    }
    return [{ parent, child, by: group[0]!.by, fields: group as RollupField[], keys }]
  })
}

function seriesOf(catalog: Catalog, parent: ObjectDef): SeriesGroup[] {
  return (parent.series ?? []).flatMap(series => {
    const child = catalog.objects.get(series.of)
    if (!child || child.retired) return []
    const keys = new Set([series.by, series.date, ...Object.values(series.measures).flatMap(measure => measure.field ?? [])])
    if (series.where) for (const path of checkedRule(catalog, child, series.where).paths) keys.add(path[0]!)
    return [{ parent, child, series, keys }]
  })
}

export const seriesGroups = (catalog: Catalog): SeriesGroup[] => [...dependsOf(catalog).series.values()].flat()

/** Fields whose former values must be remembered until what was kept by them is settled: parents and months left behind. */
export function formerKeys(catalog: Catalog, child: string): Set<string> {
  const { rollups, series } = dependsOf(catalog)
  return new Set([...(rollups.get(child) ?? []).map(group => group.by), ...(series.get(child) ?? []).flatMap(group => [group.series.by, group.series.date])])
}

/** The first two steps of each far path; what lies further is followed when the record between is recomputed. */
function reachesOf(catalog: Catalog, object: ObjectDef): (Reach & { target: string })[] {
  const found = new Map<string, Reach & { target: string }>()
  for (const path of rulesOf(catalog, object).computed.flatMap(item => item.paths)) {
    const [by, key] = path.split('.')
    const field = by === undefined ? undefined : object.fields[by]
    const target = field && kindOf(field).target?.(field)
    if (!field || !target || target.many || key === undefined) continue
    const known = found.get(field.key) ?? { object, by: field.key, keys: new Set<string>(), target: target.object }
    known.keys.add(key)
    found.set(field.key, known)
  }
  return [...found.values()]
}
