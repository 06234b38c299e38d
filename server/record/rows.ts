// Which rows a query means: object, bin, permission, filter and search, as one condition over one source.
import { AppError } from '#core/lib/error.ts'
import type { Actor } from '#core/object/access.ts'
import type { Catalog } from '#core/object/catalog.ts'
import { objectOf } from '#core/object/catalog.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { hasPower, rightsOf } from '#core/object/rights.ts'
import { querySchema } from '#core/report/query.ts'
import type { Query } from '#core/report/query.ts'
import { filterSql } from './filter.ts'
import { ownedParts, permissionOn } from './permission.ts'
import { searchSql } from './search.ts'
import { newAsk } from './ask.ts'
import { and, newSource } from './source.ts'
import type { Ask, Source } from './source.ts'

const DEEPEST = 200

/** An object without any right answers like one that does not exist. */
export function readableObject(catalog: Catalog, actor: Actor, name: string): ObjectDef {
  const object = objectOf(catalog, name)
  if (rightsOf(actor, object).read.length === 0) throw new AppError('not_found', { key: 'object.unknown', params: { object: name } })
  return object
}

/** Whoever calls, the query is checked here: also its depth, before anything walks it by recursion. */
export function checkedQuery(query: Query): Query {
  if (deeperThan(query, DEEPEST)) throw new AppError('invalid', { key: 'filter.tooDeep' })
  const answer = querySchema.safeParse(query)
  if (answer.success) return answer.data
  const path = answer.error.issues[0]?.path.join('.') ?? ''
  throw new AppError('invalid', { key: 'query.invalid', params: { at: path.slice(0, 100) } })
}

export function deeperThan(value: unknown, limit: number): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true
    level = level.flatMap(item => (typeof item === 'object' && item !== null ? Object.values(item) : []))
  }
  return false
}

export interface Rows {
  ask: Ask
  source: Source
  where: string
  /** No condition at all but the organisation: every record is meant. */
  everything: boolean
  /** The condition of the words searched for; undefined without words, and in the bin, which has no index of grams. */
  searched: string | undefined
  /** The words themselves. */
  words: string
  /** All conditions but that one. */
  rest: string
  /** The same rows in parts that do not overlap, each of which an index by owner or department gives in order of time. */
  parts: string[] | undefined
  /** Such parts that are counted fast; only where nothing else narrows the list. */
  countParts: string[] | undefined
}

export function rowsOf(catalog: Catalog, actor: Actor, query: Query): Rows {
  const object = readableObject(catalog, actor, query.object)
  const ask = newAsk(catalog, actor)
  const source = newSource(ask, object)
  const allowed = and(permissionOn(source, 'read'), query.bin ? binSql(source) : 'true')
  const searched = query.search?.trim() ? searchSql(source, query.search) : undefined
  const filtered = query.filter ? filterSql(source, query.filter) : 'true'
  const asked = and(filtered, searched ?? 'true')
  const base = baseSql(source, query.bin ?? false)
  const parts = query.bin ? undefined : ownedParts(source)
  return {
    ask, source, where: and(base, allowed, asked), everything: allowed === 'true' && asked === 'true' && !query.bin, searched: query.bin ? undefined : searched, words: query.search ?? '', rest: and(base, allowed, filtered),
    parts: parts?.read.map(part => and(base, part, asked)),
    countParts: asked === 'true' ? parts?.count.map(part => and(base, part)) : undefined,
  }
}

export const baseSql = (source: Source, bin: boolean): string =>
  `${source.alias}.org = ${source.ask.org} and ${source.alias}.deleted_at is ${bin ? 'not ' : ''}null`

/** The bin shows what one could delete oneself; all of it only to those who keep it. */
export const binSql = (source: Source): string => (hasPower(source.ask.actor, 'bin') ? 'true' : permissionOn(source, 'delete'))
