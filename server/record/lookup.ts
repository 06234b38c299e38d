// Type-ahead: a few records of one object, or of all that can be searched.
import type { Actor } from '#core/object/access.ts'
import type { Catalog } from '#core/object/catalog.ts'
import { fieldOf, objectOf } from '#core/object/catalog.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { rightsOf } from '#core/object/rights.ts'
import { kindOf } from '#core/field/kinds.ts'
import { literal } from '#server/schema/ident.ts'
import type { Reader } from '#server/database/transaction.ts'
import { titleShown, titleSql } from './label.ts'
import { permissionOn } from './permission.ts'
import { rightTo } from './right.ts'
import { baseSql, readableObject } from './rows.ts'
import { readableSearchFields, searchSql } from './search.ts'
import { and, fieldCol, fromSql, newAsk, newSource } from './source.ts'
import type { Ask, Source } from './source.ts'

export interface Found {
  id: string
  label: string
  /** The code, or whatever else of the first readable search fields tells two of a name apart. */
  hint: string | null
}

export interface FoundRecord {
  object: string
  id: string
  title: string
  code: string | null
  hint: string | null
}

/** People and departments are known to everybody in the company: they are mentioned, asked, chosen. */
const DIRECTORY = new Set(['user', 'department'])
const MOST = 50
const EACH = 8

export async function lookup(reader: Reader, catalog: Catalog, actor: Actor, name: string, text: string, limit = 20): Promise<Found[]> {
  const open = DIRECTORY.has(name) && rightsOf(actor, objectOf(catalog, name)).read.length === 0
  const object = open ? objectOf(catalog, name) : readableObject(catalog, actor, name)
  const ask = newAsk(catalog, actor)
  const rows = Math.min(Math.max(Math.trunc(limit) || 1, 1), MOST)
  const source = newSource(ask, object)
  const where = open ? directorySql(source, text) : and(permissionOn(source, 'read'), searchSql(source, text))
  const { rows: found } = await ask.params.run<Found>(reader, foundSql(source, and(baseSql(source, false), where), rows, open))
  return found.map(({ id, label, hint }) => ({ id, label, hint }))
}

/** Without a grant only the name is shown, so only the name is searched. */
function directorySql(source: Source, text: string): string {
  const trusted: Source = { ...source, ask: { ...source.ask, trusted: true } }
  return searchSql(trusted, text, readableSearchFields(trusted.ask, source.object).filter(field => field.key === source.object.title))
}

function foundSql(source: Source, where: string, limit: number, open = false): string {
  const { object } = source
  const code = textOf(source, object.code, open)
  const hint = open ? 'null' : hintOf(source)
  const list = `${literal(object.name)} as object, ${source.alias}.id, ${titleSql(source)} as label, ${code ?? 'null'} as code, ${hint} as hint`
  return `select ${list} from ${fromSql(source)} where ${where} order by ${source.alias}.updated_at desc, ${source.alias}.id desc limit ${limit}`
}

function textOf(source: Source, key: string | undefined, open: boolean): string | undefined {
  const field = key === undefined ? undefined : fieldOf(source.object, key)
  if (!field || open || !['read', 'write'].includes(rightTo(source.ask, source.object, field))) return undefined
  return `(${kindOf(field).read(suffix => fieldCol(source, field, suffix), field)})::text`
}

/** Code first, then phone or whatever is searched besides the title. */
function hintOf(source: Source): string {
  const { object, ask } = source
  const others = readableSearchFields(ask, object).filter(field => field.key !== object.title && field.key !== object.code)
  const parts = [object.code, ...others.map(field => field.key)].flatMap(key => (key === object.title ? [] : textOf(source, key, false) ?? [])).slice(0, 2)
  return parts.length === 0 ? 'null' : `nullif(concat_ws(' · ', ${parts.join(', ')}), '')`
}

/** Over all objects with something to search that the asker may read; the newest of each first. */
export async function searchAll(reader: Reader, catalog: Catalog, actor: Actor, text: string): Promise<FoundRecord[]> {
  if (text.trim() === '') return []
  const ask = newAsk(catalog, actor)
  const parts = [...catalog.objects.values()].filter(object => searched(ask, object)).map(object => {
    const source = newSource(ask, object)
    const where = and(baseSql(source, false), permissionOn(source, 'read'), searchSql(source, text.slice(0, 200)))
    return where === 'false' ? undefined : `(${foundSql(source, where, EACH)})`
  }).filter(part => part !== undefined)
  if (parts.length === 0) return []
  const { rows } = await ask.params.run<{ object: string; id: string; label: string; code: string | null; hint: string | null }>(reader, parts.join(' union all '))
  return rows.map(({ object, id, label, code, hint }) => ({ object, id, title: label, code, hint }))
}

const searched = (ask: Ask, object: ObjectDef): boolean =>
  !object.retired && rightsOf(ask.actor, object).read.length > 0 && readableSearchFields(ask, object).length > 0 && titleShown(ask, object) !== undefined
