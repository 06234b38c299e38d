// What a record is called where another one points to it: its title, when the reader may read that field.
import type { Field } from '#core/field/field.ts'
import { isKind, kindOf } from '#core/field/kinds.ts'
import { rightTo } from './right.ts'
import { fieldCol, fromSql, hop, newSource } from './source.ts'
import type { Ask, Source } from './source.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { objectOf } from '#core/object/catalog.ts'
import { orderSuffix } from '#server/schema/object-shape.ts'

export const MASK = '•••'
const MASKED = `'${MASK}'::text`

/** Titles through titles (a line is called after its product): so many steps at most. */
const STEPS = 3

/** Names of settings, people and departments are no secret inside the company. */
export const titleShown = (ask: Ask, object: ObjectDef): Field | undefined => {
  const title = object.fields[object.title]
  return title && (object.internal || ['read', 'write'].includes(rightTo(ask, object, title))) ? title : undefined
}

/** Text of the title of the record in this source. */
export function titleSql(source: Source, steps = STEPS): string {
  const title = titleShown(source.ask, source.object)
  if (!title) return MASKED
  const target = kindOf(title).target?.(title)
  if (target) return target.many || steps === 0 ? MASKED : titleSql(hop(source, title), steps - 1)
  if (isKind(title, 'computed') && title.volatile) return MASKED
  return `coalesce((${kindOf(title).read(suffix => fieldCol(source, title, suffix), title)})::text, '')`
}

/** What records are sorted by where they are named; undefined when the reader may not know the name. */
export function titleOrder(source: Source, steps = STEPS): { sql: string; type: string } | undefined {
  const title = titleShown(source.ask, source.object)
  if (!title) return undefined
  const target = kindOf(title).target?.(title)
  if (target) return target.many || steps === 0 ? undefined : titleOrder(hop(source, title), steps - 1)
  const suffix = orderSuffix(title)
  const type = kindOf(title).columns(title).find(column => column.suffix === suffix)?.type
  return type && { sql: fieldCol(source, title, suffix), type }
}

/** {id, label} of an id that stands in another part of the statement. */
export function linkSql(ask: Ask, field: Field, id: string): string {
  const target = newSource(ask, objectOf(ask.catalog, kindOf(field).target!(field)!.object))
  const label = titleSql(target)
  return `case when ${id} is null then null else json_build_object('id', ${id}, 'label', coalesce(${
    label === MASKED ? MASKED : `(select ${label} from ${fromSql(target)} where ${target.alias}.org = ${ask.org} and ${target.alias}.id = ${id})`}, '')) end`
}

/** A list of ids as a list of {id, label}, in its order. */
export function linksSql(ask: Ask, field: Field, ids: string): string {
  const target = newSource(ask, objectOf(ask.catalog, kindOf(field).target!(field)!.object))
  const label = titleSql(target)
  const id = `${target.alias}.id`
  return `case when ${ids} is null then null else (select coalesce(json_agg(json_build_object('id', ${id}, 'label', ${label}) order by u.n), '[]')`
    + ` from unnest(${ids}) with ordinality u(id, n), ${fromSql(target)} where ${target.alias}.org = ${ask.org} and ${id} = u.id) end`
}
