// One record whole, with its child lines inside and what the reader may do with it.
import { isKind } from '#core/field/kinds.ts'
import type { FieldOf } from '#core/field/field.ts'
import { AppError } from '#core/lib/error.ts'
import { isId } from '#core/lib/id.ts'
import type { Actor } from '#core/object/access.ts'
import type { Catalog } from '#core/object/catalog.ts'
import { fieldOf, objectOf } from '#core/object/catalog.ts'
import type { Reader } from '#server/database/transaction.ts'
import { permissionOn } from './permission.ts'
import { rightTo } from './right.ts'
import { baseSql, binSql, readableObject } from './rows.ts'
import { newAsk } from './ask.ts'
import { and, fieldCol, fromSql, newSource } from './source.ts'
import type { Source } from './source.ts'
import { renameRow, visibleFields, wireColumns, wireList } from './wire.ts'

interface GetOptions {
  /** From the bin. */
  bin?: boolean
  /** All visible fields when absent. */
  columns?: string[]
}

export async function getRecord(reader: Reader, catalog: Catalog, actor: Actor, object: string, id: string, options: GetOptions = {}): Promise<Record<string, unknown>> {
  const found = isId(id) ? await findRecord(reader, catalog, actor, object, id, options) : undefined
  if (!found) throw new AppError('not_found', { key: 'record.unknown' })
  return found
}

/** Undefined when it does not exist or is not visible: nobody can tell which. */
async function findRecord(reader: Reader, catalog: Catalog, actor: Actor, name: string, id: string, options: GetOptions): Promise<Record<string, unknown> | undefined> {
  const object = readableObject(catalog, actor, name)
  const ask = newAsk(catalog, actor)
  const source = newSource(ask, object)
  const bin = options.bin ?? false
  const wire = wireColumns(source, options.columns ?? visibleFields(ask, object).map(field => field.key))
  wire.columns = wire.columns.map(one => ({ ...one, sql: linesOf(source, one.path, bin) ?? one.sql }))
  const can = (['update', 'delete'] as const).map(verb => `'${verb}', coalesce(${permissionOn(source, verb)}, false)`).join(', ')
  const list = wireList(source, wire, [`json_build_object(${can}) as "_can"`])
  const where = and(baseSql(source, bin), `${source.alias}.id = ${ask.params.bind(id, 'uuid')}`, permissionOn(source, 'read'), bin ? binSql(source) : 'true')
  const { rows } = await ask.params.run<{ row: Record<string, unknown> }>(reader,
    `select row_to_json(w) as row from ${fromSql(source)} cross join lateral (select ${list}) w where ${where}`)
  return rows[0] && renameRow(wire, rows[0].row)
}

/** Child lines as an array of rows; undefined for every other field. */
function linesOf(source: Source, path: string, bin: boolean): string | undefined {
  const field = fieldOf(source.object, path)
  if (!field || !isKind(field, 'lines') || rightTo(source.ask, source.object, field) === 'masked') return undefined
  return linesSql(source, field, bin)
}

/** In the bin lie the lines that went there together with their record. */
function linesSql(source: Source, field: FieldOf<'lines'>, bin: boolean): string {
  const { ask } = source
  const child = newSource(ask, objectOf(ask.catalog, field.of))
  const fields = visibleFields(ask, child.object).filter(one => !one.system && one.kind !== 'lines' && one.key !== field.by)
  const list = wireList(child, wireColumns(child, fields.map(one => one.key)))
  const living = bin ? `${child.alias}.deleted_batch = ${source.alias}.deleted_batch` : `${child.alias}.deleted_at is null`
  const place = fieldOf(child.object, 'position')
  const order = place && !place.retired ? `${fieldCol(child, place)} nulls last, ${child.alias}.id` : `${child.alias}.id`
  return `(select coalesce(json_agg(row_to_json(l) order by ${order}), '[]') from ${fromSql(child)} cross join lateral (select ${list}) l`
    + ` where ${child.alias}.org = ${ask.org} and ${fieldCol(child, child.object.fields[field.by]!)} = ${source.alias}.id and ${living})`
}
