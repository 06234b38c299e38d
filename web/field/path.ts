// A column of a list: the field a path leads to, with its name and its text, through references and to parts.
import type { Lang } from '#core/lib/text.ts'
import { inLang } from '#core/lib/text.ts'
import { isKind, kindOf } from '#core/field/kinds.ts'
import { resolvePath } from '#core/object/catalog.ts'
import { messageOf } from '#core/lib/messages.ts'
import type { WebField } from '../lib/api-types.ts'
import type { WebCatalog, WebObject } from '../lib/catalog.ts'
import { liveFields } from '../lib/catalog.ts'
import { isBlank, MASK } from './kind.ts'

export interface PathColumn {
  path: string
  label: string
  field: WebField
  part: string
  /** Belongs to the record itself and may be typed. */
  editable: boolean
  masked: boolean
}

export function columnAt(catalog: WebCatalog, object: WebObject, path: string, lang: Lang): PathColumn | undefined {
  const found = resolvePath(catalog, object, path)
  if (!found) return undefined
  const field = found.field as WebField
  const names = [...found.hops.map(hop => hop.field), field].map(step => inLang(step.label, lang))
  const part = found.part ? kindOf(field).parts?.[found.part] : undefined
  if (part) names.push(inLang(part.label, lang))
  const own = found.hops.length === 0 && !part
  return { path, label: names.join(' · '), field, part: found.part, editable: own && field.right === 'write' && !field.readOnly && kindOf(field).typed, masked: field.right === 'masked' }
}

/** A value as people read it; blank for nothing, the mask as it is. */
export function formatAt(column: Pick<PathColumn, 'field' | 'part'>, value: unknown, lang: Lang): string {
  if (isBlank(value)) return ''
  if (value === MASK) return MASK
  return column.part ? String(value) : kindOf(column.field).format(value, column.field, lang)
}

/** A typed text as a wire value of the field, or the reason why not. */
export function parseAt(field: WebField, text: string, lang: Lang): { value: unknown } | { refusal: string } {
  if (text.trim() === '') return { value: null }
  const parsed = kindOf(field).parse(text, field, lang)
  return 'value' in parsed ? parsed : { refusal: messageOf(parsed.refusal, lang) }
}

const listed = (field: WebField): boolean => !isKind(field, 'json') && !isKind(field, 'lines')

/** Everything a list of this object can show: its fields, their parts, and one step along each reference. */
export function pathsOf(catalog: WebCatalog, object: WebObject, depth = 1): string[] {
  const fields = liveFields(object).filter(listed)
  // A record's own fields come before those of the records it refers to.
  const own = fields.flatMap(field => [field.key, ...Object.keys(kindOf(field).parts ?? {}).filter(part => part !== 'lon' && part !== 'lat').map(part => `${field.key}.${part}`)])
  const further = fields.flatMap(field => {
    const to = isKind(field, 'reference') && depth > 0 ? catalog.objects.get(field.to) : undefined
    return to ? pathsOf(catalog, to, depth - 1).filter(path => !/^(created|updated)(At|By)$/.test(path)).map(path => `${field.key}.${path}`) : []
  })
  return [...own, ...further]
}

const SUMMED = new Set(['number', 'money', 'percent', 'integer'])

/** Can be added up by this reader: derived fields by what they come to, masked ones not at all. */
export const isSummed = ({ field, part, masked }: PathColumn): boolean =>
  !masked && part === '' && (isKind(field, 'computed') || isKind(field, 'rollup') ? SUMMED.has(field.result) : kindOf(field).numeric)

/** Does the field order, group, filter: masked ones must not. */
export const askable = (column: PathColumn | undefined): column is PathColumn =>
  column !== undefined && !column.masked && (column.part !== '' || kindOf(column.field).ops.length > 0)
