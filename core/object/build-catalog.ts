// Declarations in code and rows added at run time become one catalog of the very same values.
import type { ZodError, ZodType } from 'zod'
import type { Field } from '../field/field.ts'
import { AppError } from '../lib/error.ts'
import type { Catalog } from './catalog.ts'
import { catalogProblems } from './check-catalog.ts'
import { isVolatile, ruleProblems } from './check-rules.ts'
import { customFieldSchema, customObjectSchema, fieldChangeSchema, objectChangeSchema } from './custom.ts'
import { defineObject } from './define.ts'
import type { ObjectDef } from './object.ts'

/** Rows as the database keeps them: definitions are JSON that nobody has looked at. */
export interface CustomRows {
  version: number
  objects: { name: string; definition: unknown; position: number }[]
  fields: { object: string; key: string; definition: unknown; position: number }[]
}

export const NO_ROWS: CustomRows = { version: 0, objects: [], fields: [] }

/** Names made at run time begin so: what a later release declares can never clash with them. */
export const CUSTOM_NAME = /^x_[a-z][a-z0-9_]{0,37}$/

type FieldRow = CustomRows['fields'][number]

/** Throws an AppError 'invalid' (key catalog.invalid) that tells every problem, each with its place. */
export function buildCatalog(declared: readonly ObjectDef[], custom: CustomRows = NO_ROWS): Catalog {
  const problems: string[] = []
  const objects = new Map<string, ObjectDef>()
  for (const object of declared) {
    if (objects.has(object.name)) problems.push(`${object.name}: declared twice`)
    objects.set(object.name, object)
  }
  for (const row of custom.objects) {
    const object = withObjectRow(objects.get(row.name), row, problems)
    if (object) objects.set(row.name, object)
  }
  for (const [name, rows] of Map.groupBy(custom.fields, row => row.object)) {
    const object = objects.get(name)
    if (object) objects.set(name, withFieldRows(object, rows, problems))
    else problems.push(`${name}: fields of an unknown object`)
  }
  const catalog: Catalog = { version: custom.version, objects: withVolatile({ version: custom.version, objects }) }
  if (problems.length === 0) problems.push(...catalogProblems(catalog), ...ruleProblems(catalog))
  if (problems.length > 0) throw new AppError('invalid', { key: 'catalog.invalid', params: { problems: problems.join('\n') } })
  return catalog
}

/** Nobody has to say of an added formula that it asks for today: the rule says so itself. */
function withVolatile(catalog: Catalog): Map<string, ObjectDef> {
  return new Map([...catalog.objects].map(([name, object]) => {
    const moved = Object.values(object.fields).filter(field => field.custom && isVolatile(catalog, object, field))
    if (moved.length === 0) return [name, object]
    const fields = Object.assign(Object.create(null) as Record<string, Field>, object.fields)
    for (const field of moved) fields[field.key] = { ...field, volatile: true } as Field
    return [name, { ...object, fields }]
  }))
}

function withObjectRow(declared: ObjectDef | undefined, row: CustomRows['objects'][number], problems: string[]): ObjectDef | undefined {
  if (declared) {
    const { checks, ...change } = checked(objectChangeSchema, row.definition, row.name, problems) ?? {}
    // Checks of the declaration hold whatever is added.
    return { ...declared, ...change, checks: [...declared.checks, ...(checks ?? [])] }
  }
  if (!CUSTOM_NAME.test(row.name)) problems.push(`${row.name}: not a name for an object`)
  const definition = checked(customObjectSchema, row.definition, row.name, problems)
  return definition && defineObject({ ...definition, name: row.name, custom: true, fields: {} })
}

function withFieldRows(object: ObjectDef, rows: FieldRow[], problems: string[]): ObjectDef {
  const fields = { ...object.fields }
  // Owner and department of an object made at run time stand after its own fields until somebody moves them.
  const places = new Map(Object.keys(object.fields).map((key, index) => [key, (object.custom ? 900_000 : 0) + (index + 1) * 100]))
  for (const row of rows) {
    const field = withFieldRow(object, row, problems)
    if (!field) continue
    fields[row.key] = field
    if (row.position > 0 || !places.has(row.key)) places.set(row.key, row.position || 1_000_000)
  }
  const ordered = Object.values(fields).sort((a, b) => Number(a.system ?? false) - Number(b.system ?? false) || places.get(a.key)! - places.get(b.key)!)
  const all = Object.assign(Object.create(null) as Record<string, Field>, Object.fromEntries(ordered.map(field => [field.key, field])))
  return { ...object, fields: all, sections: withRest(object, all), views: withColumns(object, all) }
}

function withFieldRow(object: ObjectDef, row: FieldRow, problems: string[]): Field | undefined {
  const place = `${object.name}.${row.key}`
  const declared = Object.hasOwn(object.fields, row.key) ? object.fields[row.key] : undefined
  if (declared) {
    const change = checked(fieldChangeSchema, row.definition, place, problems) ?? {}
    return { ...declared, ...change, required: Boolean(declared.required || change.required) } as Field
  }
  if (!CUSTOM_NAME.test(row.key)) problems.push(`${place}: not a key for a field`)
  const input = checked(customFieldSchema as ZodType<object>, row.definition, place, problems)
  return input && ({ ...input, key: row.key, custom: true } as Field)
}

/** Fields that no section names stand at the end of the first. */
function withRest(object: ObjectDef, fields: Record<string, Field>): ObjectDef['sections'] {
  const named = new Set(object.sections.flatMap(section => section.fields))
  const rest = Object.values(fields).filter(field => field.custom && !field.retired && !named.has(field.key)).map(field => field.key)
  return object.sections.map((section, index) => (index === 0 ? { ...section, fields: [...section.fields, ...rest] } : section))
}

/** The list of an object that was made without fields shows the first that it got. */
function withColumns(object: ObjectDef, fields: Record<string, Field>): ObjectDef['views'] {
  const first = Object.values(fields).filter(field => !field.system && !field.retired).map(field => field.key).slice(0, 12)
  return object.custom ? object.views.map(view => (view.columns.length === 0 || view.key === 'all' ? { ...view, columns: first } : view)) : object.views
}

function checked<T>(schema: ZodType<T>, value: unknown, place: string, problems: string[]): T | undefined {
  const answer = schema.safeParse(value)
  if (answer.success) return answer.data
  problems.push(...(answer.error as ZodError).issues.map(issue => `${place}${issue.path.length ? `.${issue.path.join('.')}` : ''}: ${issue.message}`))
  return undefined
}
