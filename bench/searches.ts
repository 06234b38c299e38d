// The search box: two characters, initials, a piece of a phone number.
import { queryGrams } from '#core/lib/grams.ts'
import { objectOf } from '#core/object/catalog.ts'
import { searchSlot } from '#core/object/search-slot.ts'
import { read } from '#server/database/transaction.ts'
import { runQueryText } from '#server/record/page.ts'
import { searchFields } from '#server/schema/object-shape.ts'
import type { Asker, Question, Topic } from './kit.ts'
import { COLUMNS, pageSql, place } from './shape.ts'

const WORDS: [name: string, words: string[]][] = [
  ['two characters, many hits', ['建材', '五金', '宏达', '装饰']],
  ['two characters, few hits', ['锡林', '鼎鑫', '迪庆', '诸葛']],
  ['initials', ['hzhdjc', 'ywxswj', 'cdth', 'gzhf']],
  ['pinyin', ['hangzhouhong', 'yiwuxing', 'chengdutai', 'foshan']],
  ['piece of a phone', ['16016', '15488', '64321', '9876']],
]

export const searches: Topic = async ({ site, askers }) => {
  const catalog = site.env.catalog.current()
  const object = objectOf(catalog, 'customer')
  const tokens = (word: string): string[][] => searchFields(object).map(field => queryGrams(word).map(gram => searchSlot(object, field) + gram))
  const product = (asker: Asker, search: string) => read(site.database.pool, reader =>
    runQueryText(reader, catalog, asker.actor, { object: 'customer', columns: COLUMNS, size: 100, search, sort: [{ field: 'createdAt', dir: 'desc' }] }))
  const raw = (asker: Asker, word: string) => {
    const lists = tokens(word).filter(list => list.length > 0)
    const held = lists.map((_, index) => `c.grams @> ${place(asker, index)}::text[]`)
    const latin = /^[a-z]+$/.test(word) ? [`c.search_pinyin like '${word}%'`, `c.search_initials like '${word}%'`] : []
    return site.db.query(pageSql(asker, `(${[...held, ...latin].join(' or ')})`, 'c.created_at desc, c.id desc'), [...asker.value, ...lists])
  }
  return askers.flatMap(asker => WORDS.map(([name, words]): Question => ({
    name: `search: ${name}`, who: asker.label,
    product: turn => product(asker, words[turn % words.length]!), raw: turn => raw(asker, words[turn % words.length]!),
  })))
}
