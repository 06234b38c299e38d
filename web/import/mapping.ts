// The mapping while a person corrects it: each column's field and settings, and what makes two records the same.
import { isKind, kindOf } from '#core/field/kinds.ts'
import { isImportable } from '#core/lib/map-columns.ts'
import type { Lang } from '#core/lib/text.ts'
import { inLang } from '#core/lib/text.ts'
import type { WebField } from '../lib/api-types.ts'
import type { WebObject } from '../lib/catalog.ts'
import { liveFields } from '../lib/catalog.ts'
import type { JobView, Mode, SheetView } from './types.ts'

export interface DraftColumn {
  index: number
  title: string
  samples: string[]
  /** A field, 'new' for a new one, '' to leave it out. */
  to: string
  factor: string
  dateOrder: 'mdy' | 'dmy'
  createMissing: boolean
}

export interface Draft {
  columns: DraftColumn[]
  match: string[]
  mode: Mode
  badRows: 'skip' | 'stop'
}

export const NEW = 'new'

export const importable = (object: WebObject): WebField[] =>
  liveFields(object).filter(field => isImportable(field) && (field.right === 'write' || field.system))

export const fieldAt = (object: WebObject, path: string): WebField | undefined => object.fields[path.split('.')[0] ?? '']

/** Fields and the parts of addresses, as choices. */
export function targets(object: WebObject, lang: Lang): { value: string; label: string }[] {
  return importable(object).flatMap(field => {
    const label = inLang(field.label, lang)
    const parts = isKind(field, 'address') ? Object.entries(kindOf(field).parts ?? {}).filter(([part]) => part !== 'lon' && part !== 'lat') : []
    return [{ value: field.key, label }, ...parts.map(([part, { label: name }]) => ({ value: `${field.key}.${part}`, label: `${label} · ${inLang(name, lang)}` }))]
  })
}

/** Values by which a record can be found again. */
export const matchable = (object: WebObject, columns: readonly DraftColumn[]): WebField[] => {
  const mapped = new Set(columns.map(column => column.to))
  return importable(object).filter(field => mapped.has(field.key) && !field.system && !['address', 'longText', 'tags', 'choices', 'references', 'yesNo'].includes(field.kind))
}

function usualMatch(object: WebObject, columns: readonly DraftColumn[]): string[] {
  const able = new Set(matchable(object, columns).map(field => field.key))
  return object.matchKeys?.find(keys => keys.every(key => able.has(key))) ?? []
}

/** Regions and the like, which nobody owns, come along with the first workbook; customers or people are never made by a typing error. */
export const isLookup = (target: WebObject | undefined): boolean => target !== undefined && target.can.create && !target.owned && !target.internal

/** `lookup` tells whether the field points to such an object. */
export function firstDraft(object: WebObject, job: JobView, at: number, lookup: (field: string) => boolean): Draft {
  const sheet: SheetView = job.sheets[at]!
  const plan = job.plan?.sheet === at ? job.plan : undefined
  const columns = sheet.guess.map((guess): DraftColumn => {
    const known = plan?.columns.find(column => column.index === guess.index)
    return {
      index: guess.index, title: guess.title, samples: sheet.columns.find(column => column.index === guess.index)?.samples ?? [],
      to: plan ? known?.field ?? '' : guess.field ?? '', factor: (plan ? known?.factor : guess.factor) ?? '1', dateOrder: (plan ? known?.dateOrder : guess.dateOrder) ?? 'mdy',
      createMissing: plan ? known?.createMissing ?? false : lookup(guess.field ?? ''),
    }
  })
  return { columns, match: plan?.match ?? usualMatch(object, columns), mode: plan?.mode ?? 'both', badRows: plan?.badRows ?? 'skip' }
}

/** The object that a field points to. */
export function targetOf(object: WebObject, key: string): string | undefined {
  const field = liveFields(object).find(one => one.key === key)
  return field && kindOf(field).target?.(field)?.object
}

/** One field takes one column: the column that had it before is left out. */
export function assign(draft: Draft, index: number, change: Partial<DraftColumn>): Draft {
  const columns = draft.columns.map(column => {
    if (column.index === index) return { ...column, ...change }
    return change.to && change.to !== NEW && column.to === change.to ? { ...column, to: '' } : column
  })
  const mapped = new Set(columns.map(column => column.to))
  return { ...draft, columns, match: draft.match.filter(key => mapped.has(key)) }
}

export function mappingBody(draft: Draft, sheet: number, view: SheetView, object: WebObject): unknown {
  return {
    sheet, match: draft.match, mode: draft.mode, badRows: draft.badRows,
    columns: draft.columns.filter(column => column.to !== '').map(column => {
      const guess = view.guess.find(one => one.index === column.index)
      if (column.to === NEW) return { index: column.index, newField: guess?.newField, ...(guess?.factor ? { factor: guess.factor } : {}) }
      const field = fieldAt(object, column.to)
      const kind = field && kindOf(field)
      return {
        index: column.index, field: column.to, ...(kind?.numeric && column.factor !== '1' ? { factor: column.factor } : {}),
        ...(kind?.ruleType === 'date' || kind?.ruleType === 'datetime' ? { dateOrder: column.dateOrder } : {}), ...(kind?.target && column.createMissing ? { createMissing: true } : {}),
      }
    }),
  }
}
