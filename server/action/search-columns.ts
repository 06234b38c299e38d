// The search columns of a record: grams of each searchable field under its own mark, and the title's pinyin.
import { grams } from '#core/lib/grams.ts'
import { searchKeys } from '#core/lib/pinyin.ts'
import type { Field } from '#core/field/field.ts'
import { kindOf } from '#core/field/kinds.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { searchFields } from '#server/schema/object-shape.ts'
import { readingTokens, searchSlot } from '#core/object/search-slot.ts'
import type { StoredColumn, Values } from './fields.ts'

export const SEARCH_COLUMNS: StoredColumn[] = [
  { name: 'grams', type: 'text[]' }, { name: 'search_pinyin', type: 'text' }, { name: 'search_initials', type: 'text' },
]

/** A note of many pages is found by its beginning. */
const WORDS_LIMIT = 2000

export const isSearched = (object: ObjectDef): boolean => searchFields(object).length > 0

/** Fields whose change makes the search columns new. */
export const searchKeysOf = (object: ObjectDef): Set<string> =>
  new Set(isSearched(object) ? [object.title, ...searchFields(object).map(field => field.key)] : [])

const searched = new WeakMap<ObjectDef, Field[]>()

function fieldsOf(object: ObjectDef): Field[] {
  const fields = searched.get(object) ?? searchFields(object)
  searched.set(object, fields)
  return fields
}

export function putSearch(row: Values, object: ObjectDef, values: Values): void {
  const tokens = new Set<string>()
  for (const field of fieldsOf(object)) {
    const value = values[field.key] ?? null
    const words = value === null ? undefined : kindOf(field).words?.(value)
    if (!words) continue
    const slot = searchSlot(object, field)
    for (const gram of grams(words.slice(0, WORDS_LIMIT))) tokens.add(slot + gram)
  }
  const title = values[object.title]
  const keys = typeof title === 'string' ? searchKeys(title) : { pinyin: '', initials: '' }
  for (const token of readingTokens(object, keys)) tokens.add(token)
  row.grams = [...tokens]
  row.search_pinyin = keys.pinyin.split(' ')[0] || null
  row.search_initials = keys.initials.split(' ')[0] || null
}
