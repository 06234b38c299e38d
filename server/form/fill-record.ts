// The record that a form is about: every path that the form shows, with what this person may not see covered.
import { isKind } from '#core/field/kinds.ts'
import type { FormData } from '#core/form/data.ts'
import type { SheetLink } from '#core/form/sheet.ts'
import { AppError } from '#core/lib/error.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { fieldOf } from '#core/object/catalog.ts'
import { rightsOf } from '#core/object/rights.ts'
import { getRecord } from '#server/record/get-record.ts'
import { readableObject } from '#server/record/rows.ts'
import { labelsOf } from './labels.ts'
import { fixedFields, itemsOf, recordPaths, sortedPaths } from './scope.ts'
import type { Scope } from './scope.ts'

type RecordData = NonNullable<FormData['record']>

export async function fillRecord(scope: Scope, id: string | undefined): Promise<RecordData | undefined> {
  const { ask: { catalog, actor }, form } = scope
  if (form.record === undefined) return undefined
  const object = readableObject(catalog, actor, form.record)
  // What the record is called names files and filled forms, whether or not the form shows it.
  const paths = [...recordPaths(form).filter(path => !isLines(object, path)), object.title, ...(object.code === undefined ? [] : [object.code])]
  const needs = scope.light ? [] : itemsOf(form).flatMap(item => (item.lookup === undefined ? [] : scope.parts.lookups[item.lookup]?.needs ?? []))
  const { shown, covered } = sortedPaths(scope, object, paths)
  const base = { object: object.name, masked: covered, fixed: fixedFields(scope, object, shown) }
  if (id === undefined) return { ...base, id: null, version: null, values: await freshValues(scope, object, shown), canUpdate: rightsOf(actor, object).create }
  const record = await readRecord(scope, object, id, [...shown, ...sortedPaths(scope, object, needs).shown])
  const { _masked: masked, _can: can, version, ...values } = record
  const hidden = [...covered, ...(masked as string[] | undefined ?? [])]
  const open = Object.fromEntries(Object.entries(values).filter(([path]) => !hidden.includes(path)))
  const data = { ...base, id, version: Number(version), values: open, masked: hidden, canUpdate: (can as { update: boolean }).update }
  return scope.light ? data : lookedUp(scope, data)
}

/** Lines are read by their grids. */
const isLines = (object: ObjectDef, path: string): boolean => {
  const field = fieldOf(object, path)
  return field !== undefined && isKind(field, 'lines')
}

async function readRecord({ ask: { reader, catalog, actor } }: Scope, object: ObjectDef, id: string, columns: string[]): Promise<Record<string, unknown>> {
  return getRecord(reader, catalog, actor, object.name, id, { columns: [...new Set(columns)] })
}

/** What a new record will begin with is shown at once: today's date, who asks. */
async function freshValues(scope: Scope, object: ObjectDef, paths: readonly string[]): Promise<Record<string, unknown>> {
  const { actor, today } = scope.ask
  const values: Record<string, unknown> = {}
  for (const path of paths) {
    const field = fieldOf(object, path)
    if (!field || field.readOnly || field.system) continue
    if (field.fill === 'today') values[path] = today
    else if (field.fill === 'me') values[path] = { id: actor.userId, label: actor.name }
    else if (field.fill === 'myDepartment') values[path] = await myDepartment(scope)
    else if (field.fill === undefined && field.initial !== undefined && field.kind !== 'rollup') values[path] = field.initial
  }
  return values
}

export async function myDepartment({ ask }: Scope): Promise<{ id: string; label: string } | null> {
  const id = ask.actor.departments[0]
  return id === undefined ? null : { id, label: (await labelsOf(ask, 'department', [id])).get(id) ?? '' }
}

/** Where a lookup answers, that stands and is not typed. */
async function lookedUp(scope: Scope, data: RecordData): Promise<RecordData> {
  const values = { ...data.values }
  const links: Record<string, SheetLink> = {}
  const fixed = [...data.fixed ?? []]
  for (const { lookup: name, at } of itemsOf(scope.form)) {
    if (name === undefined || at === undefined || data.masked.includes(at)) continue
    const lookup = scope.parts.lookups[name]
    const found = (await lookup?.run(scope.ask, [{ id: data.id!, values: data.values }]))?.get(data.id!)
    if (!found || found.value === null || found.value === undefined) continue
    values[at] = found.value
    fixed.push(at)
    if (found.link) links[at] = found.link
  }
  return { ...data, values, fixed, ...(Object.keys(links).length > 0 ? { links } : {}) }
}

/** 'new' and nothing at all mean an empty one. */
export function recordAsked(form: { record?: string | undefined }, given: string | undefined): string | undefined {
  if (given === undefined || given === '' || given === 'new') return undefined
  if (form.record === undefined) throw new AppError('invalid', { fields: { record: { key: 'form.noRecordHere' } } })
  return given
}
