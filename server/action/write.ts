// Rows into the database, many in one statement, each with its history: what stood before and what stands now.
import type { Field } from '#core/field/field.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { ident } from '#server/schema/ident.ts'
import type { Ctx } from './context.ts'
import { touch } from './context.ts'
import { formerKeys } from './depends.ts'
import type { StoredColumn, Values } from './fields.ts'
import { columnsOf, ownFields, putColumns } from './fields.ts'
import { isSearched, putSearch, SEARCH_COLUMNS, searchKeysOf } from './search-columns.ts'

/** Rows a statement. */
export const BATCH = 5000

export interface NewRow {
  id: string
  values: Values
  createdAt: string
  createdBy: string | null
}

export interface ChangedRow {
  id: string
  values: Values
  /** Values before, by field, for the parents and months left behind. */
  former: Values
}

/** The columns as one JSON value: a row constructor has no limit of arguments. */
export const image = (alias: string, columns: readonly string[]): string =>
  `(select to_jsonb(img) from (select ${columns.map(name => `${alias}.${ident(name)}`).join(', ')}) img)`

const recordset = (columns: readonly StoredColumn[]): string =>
  `x(id uuid${columns.map(column => `, ${ident(column.name)} ${column.type}`).join('')})`

const historyValues = '$2::int, $3::timestamptz, $4::uuid, $5::text, $6::text, $7::uuid, $8::text'
export const historyColumns = 'org, at, actor, via, action, batch, object, record, version, before, after'
/** $2 … $8 of the statements here. */
export const historyParams = (ctx: Ctx, object: ObjectDef): unknown[] =>
  [ctx.org, ctx.now, ctx.actor.userId, ctx.actor.via, ctx.action, ctx.batch, object.name]

export async function insertRows(ctx: Ctx, object: ObjectDef, rows: readonly NewRow[]): Promise<void> {
  if (rows.length === 0) return
  const fields = ownFields(object)
  const own = fields.flatMap(columnsOf)
  const columns = isSearched(object) ? [...own, ...SEARCH_COLUMNS] : own
  const source = rows.map(row => {
    const out: Values = { id: row.id, created_at: row.createdAt, created_by: row.createdBy }
    for (const field of fields) putColumns(out, field, row.values[field.key] ?? null)
    if (isSearched(object)) putSearch(out, object, row.values)
    return out
  })
  const names = columns.map(column => `, ${ident(column.name)}`).join('')
  await ctx.tx.query(
    `with ins as (
       insert into ${ident(object.table)} as t (org, id, version, created_at, created_by, updated_at, updated_by${names})
       select $2::int, x.id, 1, x.created_at, x.created_by, $3::timestamptz, $4::uuid${columns.map(column => `, x.${ident(column.name)}`).join('')}
       from json_to_recordset($1::json) as ${recordset([...columns, { name: 'created_at', type: 'timestamptz' }, { name: 'created_by', type: 'uuid' }])}
       returning t.id, ${own.length > 0 ? `jsonb_strip_nulls(${image('t', own.map(column => column.name))})` : "'{}'::jsonb"} as after)
     insert into history (${historyColumns}) select ${historyValues}, ins.id, 1, null, ins.after from ins`,
    [JSON.stringify(source), ...historyParams(ctx, object)])
  ctx.journal.count += rows.length
  touch(ctx, object.name, rows.map(row => row.id))
}

/** All rows get the columns of `fields`; a row that does not change one is given its value again. Returns the new versions. */
export async function updateRows(ctx: Ctx, object: ObjectDef, fields: readonly Field[], rows: readonly ChangedRow[]): Promise<Map<string, number>> {
  if (rows.length === 0 || fields.length === 0) return new Map()
  const own = fields.flatMap(columnsOf)
  const searching = searchKeysOf(object)
  const again = fields.some(field => searching.has(field.key))
  const source = rows.map(row => {
    const out: Values = { id: row.id }
    for (const field of fields) putColumns(out, field, row.values[field.key] ?? null)
    if (again) putSearch(out, object, row.values)
    return out
  })
  const versions = await changeColumns(ctx, object, {
    sql: `select * from json_to_recordset($1::json) as ${recordset(again ? [...own, ...SEARCH_COLUMNS] : own)}`, param: JSON.stringify(source),
    columns: own.map(column => column.name), silent: again ? SEARCH_COLUMNS.map(column => column.name) : [],
  })
  touch(ctx, object.name, versions.keys(), fields.map(field => field.key), formerOf(ctx, object, fields, rows))
  return versions
}

function formerOf(ctx: Ctx, object: ObjectDef, fields: readonly Field[], rows: readonly ChangedRow[]): Map<string, Set<string>> {
  const former = new Map<string, Set<string>>()
  const wanted = formerKeys(ctx.catalog, object.name)
  for (const field of fields) {
    if (!wanted.has(field.key)) continue
    former.set(field.key, new Set(rows.map(row => row.former[field.key]).filter(id => typeof id === 'string')))
  }
  return former
}

export interface ColumnChange {
  /** A query with `id` and the new values of the columns; $1 is `param`, $2 the organisation. */
  sql: string
  param: unknown
  /** Columns that go into history. */
  columns: readonly string[]
  /** Columns that follow from others and need no history. */
  silent?: readonly string[]
  more?: readonly unknown[]
}

/** The one statement by which living records change: new values, version, history. */
export async function changeColumns(ctx: Ctx, object: ObjectDef, change: ColumnChange): Promise<Map<string, number>> {
  const all = [...change.columns, ...change.silent ?? []]
  // One join only, by primary key: what PostgreSQL guesses of the size of `src` may then be wrong without harm.
  const { rows } = await ctx.tx.query<{ record: string; version: number }>(
    `with src as materialized (${change.sql}),
     old as materialized (
       select src.*, ${image('t', change.columns)} as "before the change" from src join ${ident(object.table)} t on t.org = $2 and t.id = src.id),
     upd as (
       update ${ident(object.table)} t set ${all.map(name => `${ident(name)} = o.${ident(name)}`).join(', ')},
         version = t.version + 1, updated_at = $3, updated_by = $4
       from old o where t.org = $2 and t.id = o.id
       returning t.id, t.version, o."before the change" as before, ${image('t', change.columns)} as after)
     insert into history (${historyColumns})
     select ${historyValues}, upd.id, upd.version, ${onlyChanged('upd.before', 'upd.after')}, ${onlyChanged('upd.after', 'upd.before')} from upd
     returning record, version`,
    [change.param, ...historyParams(ctx, object), ...change.more ?? []])
  ctx.journal.count += rows.length
  return new Map(rows.map(row => [row.record, row.version]))
}

const onlyChanged = (of: string, than: string): string =>
  `(select coalesce(jsonb_object_agg(e.key, e.value), '{}') from jsonb_each(${of}) e where e.value is distinct from ${than} -> e.key)`
