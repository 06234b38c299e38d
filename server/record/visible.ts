// Which of these records may be read, changed or deleted: what every action asks before it writes.
import type { Actor } from '#core/object/access.ts'
import type { Catalog } from '#core/object/catalog.ts'
import type { ObjectDef } from '#core/object/object.ts'
import type { Reader } from '#server/database/transaction.ts'
import { permissionOn } from './permission.ts'
import { baseSql, binSql } from './rows.ts'
import { newAsk } from './ask.ts'
import { and, fromSql, newSource } from './source.ts'
import type { Verb } from './source.ts'

/** `bin`: records in the bin instead of living ones. */
export async function visibleIds(reader: Reader, catalog: Catalog, actor: Actor, object: ObjectDef, ids: readonly string[], verb: Verb,
  options: { bin?: boolean } = {}): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const ask = newAsk(catalog, actor)
  const source = newSource(ask, object)
  const bin = options.bin ?? false
  const allowed = and(permissionOn(source, bin ? 'read' : verb), bin ? binSql(source) : 'true')
  if (allowed === 'false') return new Set()
  const { rows } = await ask.params.run<{ id: string }>(reader,
    `select ${source.alias}.id from ${fromSql(source)} where ${baseSql(source, bin)} and ${source.alias}.id = any(${ask.params.bind(ids, 'uuid[]')}) and ${allowed}`)
  return new Set(rows.map(row => row.id))
}
