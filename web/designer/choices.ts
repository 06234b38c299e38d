// What can stand in a place or a column of a form: fields of its records and what they refer to, values typed on the
// form, its parameters, what the moment knows, what its reports tell. Pure.
import type { Form, GridBlock, GridColumn, Source } from '#core/form/form.ts'
import { rowsOf } from '#core/form/edit-items.ts'
import { isKind, kindOf } from '#core/field/kinds.ts'
import type { Lang, Text } from '#core/lib/text.ts'
import { inLang } from '#core/lib/text.ts'
import { resolvePath } from '#core/object/catalog.ts'
import type { WebCatalog, WebObject } from '../lib/catalog.ts'
import type { WebField } from '../lib/api-types.ts'
import { columnAt, pathsOf } from '../field/path.ts'
import type { T } from '../lib/texts.ts'
import { fairWeight } from './places.ts'

export interface Choice { value: string; label: string; group: string }
export interface Said { t: T; lang: Lang; catalog: WebCatalog }

const MOMENT = ['%today', '%me', '%company', '%department'] as const
/** Bookkeeping and coordinates make no sense on paper. */
const NOT_PRINTED = /(^|\.)(updatedBy|createdBy)$|\.(lon|lat)$/

/** Paths of an object's fields; those of the objects referred to in groups of their own. */
function pathChoices({ catalog, lang }: Said, object: WebObject): Choice[] {
  return pathsOf(catalog, object).filter(path => !NOT_PRINTED.test(path)).flatMap(path => {
    const found = resolvePath(catalog, object, path)
    const column = columnAt(catalog, object, path, lang)
    if (!found || !column) return []
    const hop = found.hops[0]?.field
    const group = hop ? `${inLang(object.label, lang)} · ${inLang(hop.label, lang)}` : inLang(object.label, lang)
    return [{ value: path, label: hop ? column.label.split(' · ').slice(1).join(' · ') : column.label, group }]
  })
}

export const recordObject = (catalog: WebCatalog, form: Form): WebObject | undefined => (form.record ? catalog.objects.get(form.record) : undefined)

/** The field that a path of the form's record or of a grid's rows ends at. */
export const fieldAt = (catalog: WebCatalog, object: WebObject | undefined, path: string): WebField | undefined =>
  object && path ? resolvePath(catalog, object, path)?.field as WebField | undefined : undefined

/** Facts that the reports tell are known by their use on the form as it was shipped. */
function facts(original: Form, said: Said): Choice[] {
  const used = original.blocks.flatMap(block => rowsOf(block).flat()).filter(item => item.at?.startsWith('$'))
  return used.map(item => ({ value: item.at!, label: item.label ? inLang(item.label, said.lang) : item.at!.slice(1), group: said.t('design.group.facts') }))
}

export function itemChoices(said: Said, form: Form, original: Form): Choice[] {
  const { t, lang, catalog } = said
  const object = recordObject(catalog, form)
  const of = (prefix: string, group: string, fields: Record<string, { label: Text }> | undefined): Choice[] =>
    Object.entries(fields ?? {}).map(([key, field]) => ({ value: `${prefix}${key}`, label: inLang(field.label, lang), group }))
  return [
    ...(object ? pathChoices(said, object) : []),
    ...of('#', t('design.group.values'), form.values),
    ...of('@', t('design.group.params'), form.params),
    ...facts(original, said),
    ...MOMENT.map(value => ({ value, label: t(`design.moment.${value.slice(1) as 'today'}`), group: t('design.group.moment') })),
  ]
}

/** The object whose records are the rows; none for reports. */
export function rowObject(catalog: WebCatalog, form: Form, source: Source): WebObject | undefined {
  if ('object' in source) return catalog.objects.get(source.object)
  if (!('lines' in source)) return undefined
  const lines = fieldAt(catalog, recordObject(catalog, form), source.lines)
  return lines && isKind(lines, 'lines') ? catalog.objects.get(lines.of) : undefined
}

export interface ColumnChoice extends Choice { column: GridColumn }

/** With the title above it: five columns may be called 客户名称. */
export const columnName = ({ label, under }: GridColumn, lang: Lang): string => (under ? `${inLang(under, lang)} / ${inLang(label, lang)}` : inLang(label, lang))

const keyOf = (column: GridColumn): string => (column.number ? '#' : column.key)

/** Columns that the grid does not have yet: shipped ones taken away, those its report could fill, fields of its rows. */
export function columnChoices(said: Said, form: Form, original: Form, grid: GridBlock): ColumnChoice[] {
  const { t, lang, catalog } = said
  const shipped = original.blocks.find((block): block is GridBlock => block.kind === 'grid' && block.key === grid.key)
  const known = [...shipped?.columns ?? [], ...shipped?.spare ?? [], ...grid.spare ?? []]
  const object = rowObject(catalog, form, grid.source)
  const number: GridColumn = { key: '', number: true, weight: 0.5, label: { zh: '序号', en: 'No.' } }
  const fromForm = [...known, number].map(column => ({ value: keyOf(column), label: columnName(column, lang), group: t('design.group.spare'), column }))
  const fromFields = object ? pathChoices(said, object).map(choice => ({ ...choice, column: { ...fieldColumn(catalog, object, choice.value), weight: fairWeight(grid.columns.filter(column => !column.number)) } })) : []
  const taken = new Set(grid.columns.map(keyOf))
  return [...fromForm, ...fromFields].filter((choice, at, all) => !taken.has(choice.value) && all.findIndex(one => one.value === choice.value) === at)
}

function fieldColumn(catalog: WebCatalog, object: WebObject, path: string): GridColumn {
  const found = resolvePath(catalog, object, path)!
  // The name of the thing referred to, for its title: 客户 rather than 客户 · 客户名称.
  const field = found.hops.length > 0 && found.field.key === found.object.title ? found.hops.at(-1)!.field : found.field
  return { key: path, label: field.label, weight: 1 }
}

/** Grids that a new block may be: lines of the record, records that refer to it. */
export interface GridChoice { value: string; label: string; source: Source; object: WebObject }

export function gridChoices({ catalog, lang }: Said, form: Form): GridChoice[] {
  const object = recordObject(catalog, form)
  if (!object) return []
  const lines = Object.values(object.fields).flatMap((field): GridChoice[] => {
    const child = isKind(field, 'lines') ? catalog.objects.get(field.of) : undefined
    return child && !field.retired ? [{ value: field.key, label: inLang(field.label, lang), source: { lines: field.key }, object: child }] : []
  })
  const referring = [...catalog.objects.values()].filter(one => !one.internal && !one.retired && !one.parent).flatMap(one => Object.values(one.fields)
    .filter(field => !field.retired && kindOf(field).target?.(field)?.object === object.name && !kindOf(field).target?.(field)?.many)
    .map((field): GridChoice => ({
      value: `${one.name}.${field.key}`, label: inLang(one.label, lang), object: one,
      source: { object: one.name, filter: { field: field.key, op: 'eq', value: 'record' }, fresh: { [field.key]: 'record' } },
    })))
  return [...lines, ...referring]
}

/** A new grid begins with a running number and the first fields that people see in the object's list. */
export function newGrid(choice: GridChoice, form: Form): GridBlock {
  const taken = new Set(form.blocks.flatMap(block => (block.kind === 'grid' ? [block.key] : [])))
  let key = 'rows'
  for (let n = 2; taken.has(key); n++) key = `rows${n}`
  const own = 'object' in choice.source ? Object.keys(choice.source.fresh ?? {}) : [choice.object.parent ?? '']
  const fields = Object.values(choice.object.fields).filter(field => !field.system && !field.retired && !isKind(field, 'json') && !isKind(field, 'lines') && !own.includes(field.key)).slice(0, 4)
  return {
    kind: 'grid', key, source: choice.source, least: 4,
    columns: [{ key: '', number: true, weight: 0.5, label: { zh: '序号', en: 'No.' } }, ...fields.map(field => ({ key: field.key, label: field.label, weight: 2 }))],
  }
}

/** Choices under the headings of a list to choose from. */
export function grouped<C extends Choice>(choices: C[]): { label: string; options: C[] }[] {
  return [...Map.groupBy(choices, choice => choice.group)].map(([label, options]) => ({ label, options }))
}
