// Records that left in a period, counted by a reference of theirs: those that took a certain value (lost customers), and those that
// went into the bin. Only a count is told, of records that the reader may see or could see before they went.
import { columnName } from '#core/field/kinds.ts'
import type { Actor } from '#core/object/access.ts'
import type { Catalog } from '#core/object/catalog.ts'
import type { Reader } from '#server/database/transaction.ts'
import { ident, literal } from '#server/schema/ident.ts'
import { usable } from './column.ts'
import { newAsk } from './ask.ts'
import { permissionOn } from './permission.ts'
import { readableObject } from './rows.ts'
import { newSource } from './source.ts'

export interface LeftAsk {
  object: string
  /** Reference by which they are counted. */
  by: string
  /** The field and the value that means "left". */
  field: string
  value: string
  /** Instants: from the first to just before the second. */
  from: string
  to: string
}

/** By id of the reference, '' without one. When a value was taken is read off the history; of imported records it is their last change. */
export async function countLeft(reader: Reader, catalog: Catalog, actor: Actor, asked: LeftAsk): Promise<Map<string, number>> {
  const object = readableObject(catalog, actor, asked.object)
  const ask = newAsk(catalog, actor)
  const source = newSource(ask, object)
  const [by, state] = [usable(source, asked.by).value, usable(source, asked.field)]
  const [from, to, value] = [ask.params.bind(asked.from, 'timestamptz'), ask.params.bind(asked.to, 'timestamptz'), ask.params.bind(asked.value, 'text')]
  const t = source.alias
  const took = `(select max(h.at) from history h where h.org = ${ask.org} and h.object = ${literal(object.name)} and h.record = ${t}.id
    and h.after ->> ${literal(columnName(state.field))} = ${value})`
  // Who took the value in the period was changed in it or later; when he took it is looked up once for each (offset 0).
  const lost = `${t}.deleted_at is null and ${state.value} = ${value} and ${t}.updated_at >= ${from}`
  const binned = `${t}.deleted_at >= ${from} and ${t}.deleted_at < ${to}`
  const { rows } = await ask.params.run<{ id: string | null; count: number }>(reader,
    `select id, count(*)::int as count from (
       select id from (select ${by} as id, coalesce(${took}, ${t}.updated_at) as at from ${ident(object.table)} ${t} where ${t}.org = ${ask.org} and ${lost} and ${permissionOn(source, 'read')} offset 0) lost
         where at >= ${from} and at < ${to}
       union all
       select ${by} as id from ${ident(object.table)} ${t} where ${t}.org = ${ask.org} and ${binned} and ${permissionOn(source, 'read')}) left_ones group by 1`)
  return new Map(rows.map(row => [row.id ?? '', row.count]))
}
