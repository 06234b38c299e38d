// Type-ahead: a few records of one object.
import type { Actor } from '#core/object/access.ts'
import type { Catalog } from '#core/object/catalog.ts'
import { objectOf } from '#core/object/catalog.ts'
import { rightsOf } from '#core/object/rights.ts'
import type { Reader } from '#server/database/transaction.ts'
import { foundSql } from './found.ts'
import { byBitmap } from './narrow.ts'
import { permissionOn } from './permission.ts'
import { baseSql, readableObject } from './rows.ts'
import { readableSearchFields, searchSql } from './search.ts'
import { newAsk } from './ask.ts'
import { and, newSource } from './source.ts'
import type { Source } from './source.ts'

export interface Found {
  id: string
  label: string
  /** The code, or whatever else of the first readable search fields tells two of a name apart. */
  hint: string | null
}

/** People and departments are known to everybody in the company: they are mentioned, asked, chosen. */
const DIRECTORY = new Set(['user', 'department'])
const MOST = 50

export async function lookup(reader: Reader, catalog: Catalog, actor: Actor, name: string, text: string, limit = 20): Promise<Found[]> {
  const open = DIRECTORY.has(name) && rightsOf(actor, objectOf(catalog, name)).read.length === 0
  const object = open ? objectOf(catalog, name) : readableObject(catalog, actor, name)
  const ask = newAsk(catalog, actor)
  const rows = Math.min(Math.max(Math.trunc(limit) || 1, 1), MOST)
  const source = newSource(ask, object)
  const where = open ? directorySql(source, text) : and(permissionOn(source, 'read'), searchSql(source, text))
  if (where === 'false') return []
  const sql = foundSql(source, and(baseSql(source, false), where), rows, open)
  const { rows: found } = await (text.trim() === '' ? ask.params.run<Found>(reader, sql) : byBitmap(reader, () => ask.params.run<Found>(reader, sql)))
  return found.map(({ id, label, hint }) => ({ id, label, hint }))
}

/** Without a grant only the name is shown, so only the name is searched. */
function directorySql(source: Source, text: string): string {
  const trusted: Source = { ...source, ask: { ...source.ask, trusted: true } }
  return searchSql(trusted, text, readableSearchFields(trusted.ask, source.object).filter(field => field.key === source.object.title))
}
