// Everything that a catalog must keep so that tables, queries and pages can be derived from it.
// Answers all problems at once, each with its place, in words for the person who declares.
import type { Field } from '../field/field.ts'
import { columnName, isKind, kindOf, kinds } from '../field/kinds.ts'
import type { Catalog } from './catalog.ts'
import { fieldOf, resolvePath } from './catalog.ts'
import type { ObjectDef } from './object.ts'
import type { Series } from './series.ts'
import { seriesTable } from './series.ts'

/** What PostgreSQL leaves of a name; parts and index names are made longer than the key. */
const COLUMN_LIMIT = 63
const OWN_COLUMNS = new Set(['org', 'id', 'version', 'deleted_at', 'deleted_batch', 'grams', 'search_pinyin', 'search_initials'])

export function catalogProblems(catalog: Catalog): string[] {
  const tables = Map.groupBy(catalog.objects.values(), object => object.table)
  return [
    ...[...tables].filter(([, objects]) => objects.length > 1).map(([table, objects]) => `${objects.map(object => object.name).join(', ')}: same table ${table}`),
    ...[...catalog.objects.values()].flatMap(object => objectProblems(catalog, object)),
  ]
}

function objectProblems(catalog: Catalog, object: ObjectDef): string[] {
  const at = object.name
  const known = (key: string): boolean => fieldOf(object, key) !== undefined
  const problems: string[] = []
  if (!/^[a-z][A-Za-z0-9_]*$/.test(object.name) || object.table.length > COLUMN_LIMIT) problems.push(`${at}: not a name for an object`)
  if (!object.retired && !known(object.title)) problems.push(`${at}.title: no field ${object.title}`)
  if (object.code !== undefined && !known(object.code)) problems.push(`${at}.code: no field ${object.code}`)
  if (object.parent !== undefined && !isReference(object, object.parent)) problems.push(`${at}.parent: ${object.parent} is no reference`)
  for (const [what, lists] of [['unique', object.unique], ['indexes', object.indexes]] as const)
    for (const key of (lists ?? []).flat()) if (!Object.hasOwn(object.fields, key)) problems.push(`${at}.${what}: no field ${key}`)
  for (const key of object.sections.flatMap(section => section.fields))
    if (!Object.hasOwn(object.fields, key)) problems.push(`${at}.sections: no field ${key}`)
  for (const view of object.views)
    for (const path of view.columns) if (!retired(object, path) && !resolvePath(catalog, object, path)) problems.push(`${at}.views.${view.key}: no field ${path}`)
  for (const related of object.related)
    if (!pointsHere(catalog, related.object, related.by, object)) problems.push(`${at}.related: ${related.object}.${related.by} does not refer to ${at}`)
  for (const series of object.series ?? []) problems.push(...seriesProblems(catalog, object, series))
  return [...problems, ...columnProblems(object), ...Object.values(object.fields).flatMap(field => fieldProblems(catalog, object, field))]
}

const retired = (object: ObjectDef, key: string): boolean => Object.hasOwn(object.fields, key) && Boolean(object.fields[key]!.retired)

function columnProblems(object: ObjectDef): string[] {
  const seen = new Map<string, string>()
  const problems: string[] = []
  for (const field of Object.values(object.fields)) {
    for (const { suffix } of Object.hasOwn(kinds, field.kind) ? kindOf(field).columns(field) : []) {
      const name = columnName(field, suffix)
      const other = seen.get(name)
      if (other !== undefined) problems.push(`${object.name}.${field.key}: same column as ${other}`)
      if (OWN_COLUMNS.has(name)) problems.push(`${object.name}.${field.key}: the name is taken by the system`)
      if (name.length > COLUMN_LIMIT) problems.push(`${object.name}.${field.key}: the name is too long`)
      seen.set(name, field.key)
    }
  }
  return problems
}

const isReference = (object: ObjectDef, key: string): boolean => {
  const field = fieldOf(object, key)
  return field !== undefined && kindOf(field).target?.(field)?.many === false
}

function pointsHere(catalog: Catalog, name: string, by: string, here: ObjectDef): boolean {
  const child = catalog.objects.get(name)
  const field = child && fieldOf(child, by)
  return field !== undefined && kindOf(field).target?.(field)?.object === here.name
}

function fieldProblems(catalog: Catalog, object: ObjectDef, field: Field): string[] {
  const at = `${object.name}.${field.key}`
  if (!Object.hasOwn(kinds, field.kind)) return [`${at}: no kind ${String((field as { kind: unknown }).kind)}`]
  if (!/^[a-z][A-Za-z0-9_]*$/.test(field.key)) return [`${at}: not a key for a field`]
  if (field.retired) return []
  const target = kindOf(field).target?.(field)
  const problems: string[] = []
  if (target && !catalog.objects.has(target.object)) problems.push(`${at}: no object ${target.object}`)
  if ('options' in field && new Set(field.options.map(option => option.value)).size < field.options.length) problems.push(`${at}.options: a value stands twice`)
  if (isKind(field, 'lines') && !pointsHere(catalog, field.of, field.by, object)) problems.push(`${at}: ${field.of}.${field.by} does not refer to ${object.name}`)
  if (isKind(field, 'rollup')) problems.push(...rollupProblems(catalog, object, field, at))
  return problems
}

function rollupProblems(catalog: Catalog, object: ObjectDef, field: Extract<Field, { kind: 'rollup' }>, at: string): string[] {
  if (!pointsHere(catalog, field.of, field.by, object)) return [`${at}: ${field.of}.${field.by} does not refer to ${object.name}`]
  if (field.fn === 'count') return []
  const child = catalog.objects.get(field.of)!
  const source = field.field === undefined ? undefined : fieldOf(child, field.field)
  if (!source) return [`${at}: no field ${field.of}.${field.field ?? ''}`]
  return field.fn === 'sum' && !kindOf(source).numeric ? [`${at}: ${field.of}.${source.key} cannot be summed`] : []
}

function seriesProblems(catalog: Catalog, object: ObjectDef, series: Series): string[] {
  const at = `${object.name}.series.${series.key}`
  const child = catalog.objects.get(series.of)
  if (!child || !pointsHere(catalog, series.of, series.by, object)) return [`${at}: ${series.of}.${series.by} does not refer to ${object.name}`]
  const date = fieldOf(child, series.date)
  const problems = date && isKind(date, 'date') ? [] : [`${at}: ${series.of}.${series.date} is no date`]
  if (seriesTable(object, series).length > COLUMN_LIMIT) problems.push(`${at}: the name is too long`)
  for (const [key, measure] of Object.entries(series.measures)) {
    const source = measure.field === undefined ? undefined : fieldOf(child, measure.field)
    if (measure.fn === 'sum' && !(source && kindOf(source).numeric)) problems.push(`${at}.${key}: ${series.of}.${measure.field ?? ''} cannot be summed`)
  }
  return problems
}
