// What must hold of a grid: where its rows come from, what its columns show, which rows can be added.
import type { Field } from '../field/field.ts'
import { isKind, kindOf } from '../field/kinds.ts'
import { messageOf } from '../lib/messages.ts'
import { inLang } from '../lib/text.ts'
import { fieldOf, resolvePath } from '../object/catalog.ts'
import type { ObjectDef } from '../object/object.ts'
import type { Filter } from '../report/query.ts'
import type { Check } from './check-form.ts'
import { fitsCell, lookProblems } from './check-place.ts'
import type { GridBlock, GridColumn } from './form.ts'
import { rowObject } from './grid-columns.ts'
import { fieldAt } from './spot.ts'

export function gridProblems(check: Check, grid: GridBlock, place: string): void {
  sourceProblems(check, grid, place)
  const object = rowObject(check.catalog, check.form, grid)
  for (const column of [...grid.columns, ...grid.spare ?? []]) {
    const label = inLang(column.label, check.lang) || column.key
    columnProblems(check, grid, object, column, `${place} ${messageOf({ key: 'form.place.column', params: { label } }, check.lang)}`)
  }
  const keys = grid.columns.flatMap(column => (column.number ? [] : [column.key]))
  for (const key of new Set(keys.filter((key, index) => keys.indexOf(key) !== index))) check.tell(place, 'form.sameColumn', { name: key })
  for (const count of [grid.least, grid.most]) if (typeof count === 'string') countProblem(check, count, place)
  if (grid.groupBy !== undefined && object && !resolvePath(check.catalog, object, grid.groupBy) && !grid.columns.some(column => column.key === grid.groupBy)) check.tell(place, 'form.noField', { name: grid.groupBy })
}

function countProblem({ form, tell }: Check, bind: string, place: string): void {
  const name = bind.slice(1)
  const param = form.params && Object.hasOwn(form.params, name) ? form.params[name] : undefined
  if (!param) tell(place, 'form.noParam', { name })
  else if (!kindOf({ ...param, key: name } as Field).numeric) tell(place, 'form.noNumber')
}

function sourceProblems(check: Check, grid: GridBlock, place: string): void {
  const { form, catalog, parts, tell } = check
  const { source } = grid
  if ('report' in source) {
    if (!parts.reports.includes(source.report)) tell(place, 'form.noReport', { name: source.report })
    return
  }
  if ('lines' in source) {
    const parent = form.record === undefined ? undefined : catalog.objects.get(form.record)
    const field = parent && fieldOf(parent, source.lines)
    if (!field || !isKind(field, 'lines')) tell(place, 'form.noLines', { name: source.lines })
    return
  }
  const object = catalog.objects.get(source.object)
  if (!object) return tell(place, 'form.noObject', { name: source.object })
  if (source.filter) filterProblems(check, object, source.filter, place)
  for (const { field } of source.sort ?? []) if (!resolvePath(catalog, object, field)) tell(place, 'form.noField', { name: field })
  for (const [key, value] of Object.entries(source.fresh ?? {})) {
    if (!fieldOf(object, key)) tell(place, 'form.noField', { name: key })
    valueProblem(check, value, place)
  }
}

function filterProblems(check: Check, object: ObjectDef, filter: Filter, place: string): void {
  if ('all' in filter) for (const part of filter.all) filterProblems(check, object, part, place)
  else if ('any' in filter) for (const part of filter.any) filterProblems(check, object, part, place)
  else if ('not' in filter) filterProblems(check, object, filter.not, place)
  else if ('some' in filter) {
    const other = check.catalog.objects.get(filter.some)
    if (!other || !fieldOf(other, filter.by)) check.tell(place, 'form.noObject', { name: filter.some })
    else if (filter.where) filterProblems(check, other, filter.where, place)
  } else if ('field' in filter) {
    if (filter.field !== 'id' && !resolvePath(check.catalog, object, filter.field)) check.tell(place, 'form.noField', { name: filter.field })
    valueProblem(check, filter.value, place)
  }
}

/** '@param' inside a filter or the beginnings of a new row. */
function valueProblem(check: Check, value: unknown, place: string): void {
  if (Array.isArray(value)) for (const one of value) valueProblem(check, one, place)
  else if (typeof value === 'string' && /^@[a-z]\w*$/.test(value) && !Object.hasOwn(check.form.params ?? {}, value.slice(1))) check.tell(place, 'form.noParam', { name: value.slice(1) })
}

function columnProblems(check: Check, grid: GridBlock, object: ObjectDef | undefined, column: GridColumn, place: string): void {
  const { catalog, parts, tell } = check
  if (column.number) return
  if (column.key === '' || (column.across && !/^[A-Za-z]\w*$/.test(column.key))) return tell(place, 'form.noKey')
  if (column.lookup !== undefined && !parts.lookups.includes(column.lookup)) tell(place, 'form.noLookup', { name: column.lookup })
  const free = 'report' in grid.source || (column.lookup !== undefined && column.as !== undefined)
  if (!free && column.across) tell(place, 'form.acrossReport')
  const found = free || !object ? undefined : fieldAt(catalog, object, column.key)
  if (found && !found.known) tell(place, 'form.noField', { name: column.key })
  if (found?.field && !fitsCell(found.field)) tell(place, 'form.notInCell', { name: column.key })
  const field = column.as ? { ...column.as, key: column.key, label: column.label } as Field : found?.field
  if (!field) return
  if (column.sum && !kindOf(field).numeric) tell(place, 'form.noSum')
  lookProblems(check, column, field, place)
}
