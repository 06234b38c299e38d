// Grams of all searched fields of a record stand in one column. Each is led by the slot of its field, so
// that a reader is only ever matched on fields that he may read.
import type { Field } from '../field/field.ts'
import type { ObjectDef } from './object.ts'

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** FNV-1a: kept in the rows, so it must never change. */
function signs(key: string, count: number): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193) >>> 0
  let text = ''
  for (; text.length < count; hash = Math.floor(hash / SIGNS.length)) text += SIGNS[hash % SIGNS.length]
  return text
}

const slots = new WeakMap<ObjectDef, Map<string, string>>()

/** Two characters; where two keys of an object would share them, the later one gets a longer slot that no short one begins. */
function slotsOf(object: ObjectDef): Map<string, string> {
  const known = slots.get(object)
  if (known) return known
  const made = new Map<string, string>()
  const taken = new Set<string>()
  // Not the order on the page, which people change: declared before added, then by key.
  const fields = Object.values(object.fields).filter(field => field.search)
    .sort((a, b) => Number(a.custom ?? false) - Number(b.custom ?? false) || (a.key < b.key ? -1 : 1))
  for (const { key } of fields) {
    const short = signs(key, 2)
    made.set(key, taken.has(short) ? `_${signs(key, 4)}` : short)
    taken.add(short)
  }
  slots.set(object, made)
  return made
}

export const searchSlot = (object: ObjectDef, field: Field): string => slotsOf(object).get(field.key) ?? `_${signs(field.key, 4)}`

/** Characters of a further reading that are kept, and that are looked for. */
export const READING_LIMIT = 12

/** The token by which a further reading of the title is found from its beginning. */
export const readingToken = (object: ObjectDef, start: string): string => `${searchSlot(object, object.fields[object.title]!)}^${start.slice(0, READING_LIMIT)}`

/** Initials are also found from their middle (恒达建材 in 上海恒达建材: hdjc), by runs of three. */
const RUN = 3

const runs = (text: string): string[] => Array.from({ length: Math.max(0, text.length - RUN + 1) }, (_, at) => text.slice(at, at + RUN))

/** Tokens that must all be there for initials to hold this run of letters; none for a run too short to tell. */
export const innerTokens = (object: ObjectDef, letters: string): string[] =>
  runs(letters).map(run => `${searchSlot(object, object.fields[object.title]!)}~${run}`)

/**
 * Tokens for the second and further readings of a title (单伟: shanwei, sw), whose first one has columns of its own,
 * and for the middles of all initials. `keys` are those of searchKeys: readings separated by a space.
 */
export function readingTokens(object: ObjectDef, keys: { pinyin: string; initials: string }): string[] {
  const initials = keys.initials.split(' ')
  const further = [...keys.pinyin.split(' ').slice(1), ...initials.slice(1)]
  const starts = further.flatMap(text => Array.from({ length: Math.min(text.length, READING_LIMIT) }, (_, index) => text.slice(0, index + 1)))
  return [...new Set([...starts.map(start => readingToken(object, start)), ...initials.flatMap(text => innerTokens(object, text))])]
}
