// The global search: over all objects with something to search that the asker may read.
import type { Actor } from '#core/object/access.ts'
import type { Catalog } from '#core/object/catalog.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { rightsOf } from '#core/object/rights.ts'
import type { Reader } from '#server/database/transaction.ts'
import { foundSql } from './found.ts'
import { titleShown } from './label.ts'
import { byBitmap } from './narrow.ts'
import { permissionOn } from './permission.ts'
import { baseSql } from './rows.ts'
import { readableSearchFields, searchSql } from './search.ts'
import { newAsk } from './ask.ts'
import { and, newSource } from './source.ts'
import type { Ask } from './source.ts'

export interface FoundRecord {
  object: string
  id: string
  title: string
  code: string | null
  hint: string | null
}

/** Records of each object. */
const EACH = 8

/** The newest of each object first. */
export async function searchAll(reader: Reader, catalog: Catalog, actor: Actor, text: string): Promise<FoundRecord[]> {
  if (text.trim() === '') return []
  const ask = newAsk(catalog, actor)
  const parts = [...catalog.objects.values()].filter(object => searched(ask, object)).map(object => {
    const source = newSource(ask, object)
    const where = and(baseSql(source, false), permissionOn(source, 'read'), searchSql(source, text.slice(0, 200)))
    return where === 'false' ? undefined : `(${foundSql(source, where, EACH)})`
  }).filter(part => part !== undefined)
  if (parts.length === 0) return []
  const { rows } = await byBitmap(reader, () => ask.params.run<Omit<FoundRecord, 'title'> & { label: string }>(reader, parts.join(' union all ')))
  return rows.map(({ object, id, label, code, hint }) => ({ object, id, title: label, code, hint }))
}

const searched = (ask: Ask, object: ObjectDef): boolean =>
  !object.retired && rightsOf(ask.actor, object).read.length > 0 && readableSearchFields(ask, object).length > 0 && titleShown(ask, object) !== undefined
