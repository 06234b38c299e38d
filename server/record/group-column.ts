// One thing to group by: a value, a link with its name, each entry of a list, a date by year, quarter, month, week or day.
import { kindOf } from '#core/field/kinds.ts'
import { AppError } from '#core/lib/error.ts'
import { objectOf } from '#core/object/catalog.ts'
import type { GroupBy } from '#core/report/query.ts'
import { usable } from './column.ts'
import type { ColumnRef } from './column.ts'
import { linkSql, titleOrder } from './label.ts'
import { orderSql } from './order.ts'
import { fromSql, newSource } from './source.ts'
import type { Source } from './source.ts'

export interface GroupColumn {
  key: string
  name: string
  /** What is grouped by. */
  sql: string
  /** An aggregate to sort the groups by; undefined where `late` tells it. */
  order: string | undefined
  /** Joined to the groups when they are made, as `<name>_title(title)`. */
  late?: string
  /** The value as it goes out, from `name`. */
  wire: string
  /** Further entries of the from-clause. */
  from: string[]
}

const DATES = new Set(['date', 'timestamptz'])

export function groupColumn(source: Source, group: GroupBy, name: string): GroupColumn {
  const ref = usable(source, group.field)
  const refused = new AppError('invalid', { key: 'field.notHere', params: { field: group.field } })
  if (group.grain && !DATES.has(ref.orderType)) throw refused
  if (ref.type === 'jsonb' || ref.ops.length === 0) throw refused
  const base = { key: group.field, name, from: [] }
  if (group.grain) return { ...base, ...grained(ref, group.grain), wire: `${name}::text` }
  if (ref.type === 'text[]' || ref.type === 'uuid[]') return entries(ref, base)
  const target = ref.part === '' ? kindOf(ref.field).target?.(ref.field) : undefined
  const late = target && ref.field.key !== 'id' ? titleAfter(ref, name) : undefined
  if (late) return { ...base, sql: ref.value, order: undefined, late, wire: linkSql(ref.source.ask, ref.field, name) }
  const { sql: order, type } = orderSql(ref)
  const smallest = type === 'uuid' || type === 'boolean' ? `min(${order}::text)` : `min(${order})`
  return { ...base, sql: ref.value, order: smallest, wire: target ? linkSql(ref.source.ask, ref.field, name) : ref.read(name) }
}

/** A link's name is joined to the groups, not to every record before they are grouped. */
function titleAfter({ source: { ask }, field }: ColumnRef, name: string): string | undefined {
  const target = newSource(ask, objectOf(ask.catalog, kindOf(field).target!(field)!.object))
  const title = titleOrder(target)
  return title && `left join lateral (select ${title.sql} as title from ${fromSql(target)} where ${target.alias}.org = ${ask.org} and ${target.alias}.id = grouped.${name}) ${name}_title on true`
}

/** What the groups are made of: `g0 as g0, order as g0_order`. */
export const groupList = ({ name, sql, order }: GroupColumn): string[] => [`${sql} as ${name}`, ...(order === undefined ? [] : [`${order} as ${name}_order`])]

/** The groups with all that they are sorted by. */
export function withOrders(columns: readonly GroupColumn[], grouped: string): string {
  const late = columns.filter(column => column.late !== undefined)
  return late.length === 0 ? grouped : `select grouped.*, ${late.map(({ name }) => `${name}_title.title as ${name}_order`).join(', ')} from (${grouped}) grouped ${late.map(column => column.late).join('\n')}`
}

/** Weeks begin on Monday; the day of a date-time is that of the asker's time zone. */
function grained(ref: ColumnRef, grain: string): Pick<GroupColumn, 'sql' | 'order'> {
  const { params, actor } = ref.source.ask
  const local = ref.orderType === 'timestamptz' ? `(${ref.order} at time zone ${params.bind(actor.zone, 'text')})` : `${ref.order}::timestamp`
  const sql = `date_trunc('${grain}', ${local})::date`
  return { sql, order: `min(${sql})` }
}

/** A record counts once in the group of each of its tags, and in none's when it has no tag. */
function entries(ref: ColumnRef, base: Pick<GroupColumn, 'key' | 'name' | 'from'>): GroupColumn {
  const sql = `${base.name}_entry.v`
  return {
    ...base, sql, order: `min(${sql}::text)`,
    from: [`left join lateral (select distinct unnest(${ref.value}) as v) ${base.name}_entry on true`],
    wire: ref.type === 'uuid[]' ? linkSql(ref.source.ask, ref.field, base.name) : base.name,
  }
}
