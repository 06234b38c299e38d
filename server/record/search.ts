// Words in the search box as a condition: all words must be found, each in some field that the reader may
// read, or at the beginning of the title's pinyin, or inside its initials. Grams alone decide: a LIKE beside them misleads the planner.
import { queryGrams } from '#core/lib/grams.ts'
import { foldWidth } from '#core/lib/width.ts'
import type { Field } from '#core/field/field.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { searchFields } from '#server/schema/object-shape.ts'
import { innerTokens, READING_LIMIT, readingToken, searchSlot } from '#core/object/search-slot.ts'
import { rightTo } from './right.ts'
import { and, col, or } from './source.ts'
import type { Ask, Source } from './source.ts'

const MOST_WORDS = 8

const mayRead = (ask: Ask, object: ObjectDef, field: Field): boolean => ['read', 'write'].includes(rightTo(ask, object, field))

export const readableSearchFields = (ask: Ask, object: ObjectDef): Field[] => searchFields(object).filter(field => mayRead(ask, object, field))

/** Blank text asks for nothing; text without a letter, digit or sign finds nothing. */
export function searchSql(source: Source, text: string, fields: readonly Field[] = readableSearchFields(source.ask, source.object)): string {
  const words = text.replaceAll('\0', '').toWellFormed().split(/\s+/).filter(Boolean).slice(0, MOST_WORDS)
  return and(...words.map(word => wordSql(source, word, fields)))
}

function wordSql(source: Source, word: string, fields: readonly Field[]): string {
  const { ask, object } = source
  const grams = queryGrams(word)
  const held = (tokens: string[]): string => `${col(source, 'grams')} @> ${ask.params.bind(tokens, 'text[]')}`
  const found = grams.length === 0 ? []
    : fields.map(field => held(grams.map(gram => searchSlot(object, field) + gram)))
  return or(...found, ...readingSql(source, word, held))
}

/** Only letters and digits can begin a reading; % and _ never get here. */
function readingSql(source: Source, word: string, held: (tokens: string[]) => string): string[] {
  const { ask, object } = source
  const start = foldWidth(word).toLowerCase()
  const title = object.fields[object.title]
  if (!/^[a-z0-9]+$/.test(start) || !title || searchFields(object).length === 0 || !mayRead(ask, object, title)) return []
  const inner = innerTokens(object, start)
  const pattern = ask.params.bind(`${start}%`, 'text')
  return [
    `${col(source, 'search_pinyin')} like ${pattern}`, `${col(source, 'search_initials')} like ${pattern}`,
    ...(start.length <= READING_LIMIT ? [held([readingToken(object, start)])] : []),
    ...(inner.length > 0 ? [held(inner)] : []),
  ]
}
