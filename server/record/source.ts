// One statement in the making: who asks, the values, the tables joined. A source is one table in it;
// each hop over a reference is joined once, and every join carries the organisation.
import type { Field } from '#core/field/field.ts'
import type { Column } from '#core/field/kind.ts'
import { columnName, kindOf } from '#core/field/kinds.ts'
import type { Actor } from '#core/object/access.ts'
import type { Catalog } from '#core/object/catalog.ts'
import { objectOf } from '#core/object/catalog.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { ident } from '#server/schema/ident.ts'
import type { Params } from './params.ts'

/** What the parts of the compiler need of each other: a filter may ask for permission, a permission is a filter. */
interface Compile {
  permissionSql(source: Source, verb: Verb): string
  permissionOn(source: Source, verb: Verb): string
  volatileSql(source: Source, field: Extract<Field, { kind: 'computed' }>, type: Column['type']): string
}

export type Verb = 'read' | 'update' | 'delete'

export interface Ask {
  compile: Compile
  catalog: Catalog
  actor: Actor
  params: Params
  /** Place of the organisation's id. */
  org: string
  /** Rules and filters written by an administrator may use fields that the reader may not see. */
  trusted: boolean
}

export interface Source {
  ask: Ask
  object: ObjectDef
  alias: string
  /** Joins of the whole from-clause, shared by all sources in it. */
  joins: string[]
  hops: Map<string, Source>
}

export const trusting = (source: Source): Source => ({ ...source, ask: { ...source.ask, trusted: true } })

export const newSource = (ask: Ask, object: ObjectDef): Source =>
  ({ ask, object, alias: ask.params.alias(), joins: [], hops: new Map() })

export const col = (source: Source, name: string): string => `${source.alias}.${ident(name)}`

export const fieldCol = (source: Source, field: Field, suffix = ''): string => col(source, columnName(field, suffix))

/** `from` with all joins that were asked for until now. */
export const fromSql = (source: Source): string => [`${ident(source.object.table)} ${source.alias}`, ...source.joins].join('\n')

/** The record that a single reference points to. `condition` hides it; a hop with another condition is another join. */
export function hop(source: Source, field: Field, condition?: (target: Source) => string): Source {
  const object = objectOf(source.ask.catalog, kindOf(field).target!(field)!.object)
  const target: Source = { ask: source.ask, object, alias: source.ask.params.alias(), joins: source.joins, hops: new Map() }
  const hidden = condition?.(target) ?? 'true'
  const key = hidden === 'true' ? field.key : `${field.key}?`
  const known = source.hops.get(key)
  if (known) return known.ask === source.ask ? known : { ...known, ask: source.ask }
  const on = `${target.alias}.org = ${source.ask.org} and ${target.alias}.id = ${fieldCol(source, field)}`
  source.joins.push(`left join ${ident(object.table)} ${target.alias} on ${on}${hidden === 'true' ? '' : ` and ${hidden}`}`)
  source.hops.set(key, target)
  return target
}

export const and = (...parts: string[]): string => join(parts, 'and', 'true', 'false')
export const or = (...parts: string[]): string => join(parts, 'or', 'false', 'true')

/** Constants fold, so that plans stay simple: `empty` is what joins nothing, `wins` is what decides alone. */
function join(parts: string[], word: string, empty: string, wins: string): string {
  if (parts.includes(wins)) return wins
  const real = [...new Set(parts.filter(part => part !== empty))]
  return real.length === 0 ? empty : real.length === 1 ? real[0]! : `(${real.join(` ${word} `)})`
}
