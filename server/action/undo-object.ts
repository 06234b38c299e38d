// One object's part of an undo: lock, compare, refuse what others changed, bring back, and let what depends on it follow.
import { AppError } from '#core/lib/error.ts'
import type { FieldErrors } from '#core/lib/error.ts'
import type { Field } from '#core/field/field.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { ident } from '#server/schema/ident.ts'
import { renewRecords } from './backfill.ts'
import type { Ctx } from './context.ts'
import { touch } from './context.ts'
import { formerKeys } from './depends.ts'
import { needUnguarded } from './guards.ts'
import type { Values } from './fields.ts'
import { columnsOf, fieldsByColumn, isDerived, ownFields, readSql } from './fields.ts'
import { recompute } from './recompute.ts'
import { blockerOf, referrersOf } from './refers.ts'
import { visible } from './rights.ts'
import { titlesOf } from './rows.ts'
import { putSearch, SEARCH_COLUMNS, searchKeysOf } from './search-columns.ts'
import { backSql, conflictSql, netSql, phaseSql } from './undo-sql.ts'
import { BATCH, changeColumns } from './write.ts'

export interface Undone {
  object: ObjectDef
  /** Records that the undone batch had created: now in the bin. */
  created: string[]
}

interface Skip {
  id: string
  key: string
}

const BIN = ['deleted_at', 'deleted_batch']
const SEARCH_NAMES = SEARCH_COLUMNS.map(column => column.name)
/** The phase of records that come out of the bin. */
const RETURNS = 2

interface Work {
  object: ObjectDef
  batch: string
  /** Columns that people fill: only these can be in conflict. */
  columns: string[]
  /** Columns that are brought back: formulas too, so that they need not be written twice. */
  restored: string[]
  skip: Skip[]
  allowed: Set<string>
  /** Ids by the order in which they come back. */
  phases: [string[], string[], string[]]
}

export async function undoObject(ctx: Ctx, object: ObjectDef, batch: string, partly: boolean): Promise<Undone> {
  const { rows } = await ctx.tx.query<{ id: string }>(
    'select distinct record as id from history where org = $1 and batch = $2 and object = $3 order by record', [ctx.org, batch, object.name])
  const names = (fields: Field[]): string[] => [...fields.flatMap(columnsOf).map(column => column.name), ...BIN]
  const columns = names(ownFields(object).filter(field => !isDerived(field)))
  const restored = names(ownFields(object).filter(field => field.kind !== 'rollup'))
  const work: Work = { object, batch, columns, restored, skip: [], allowed: new Set(), phases: [[], [], []] }
  const created: string[] = []
  for (const ids of parts(rows.map(row => row.id))) created.push(...await lookAt(ctx, work, ids))
  if (work.skip.length > 0 && !partly) throw await conflictError(ctx, work)
  for (const [at, phase] of work.phases.entries()) for (const ids of parts(phase)) await bringBack(ctx, work, ids, at === RETURNS)
  return { object, created }
}

const parts = (ids: string[]): string[][] => Array.from({ length: Math.ceil(ids.length / BATCH) }, (_, at) => ids.slice(at * BATCH, (at + 1) * BATCH))

/** Locks and compares before anything is written. Returns the records that the batch had created. */
async function lookAt(ctx: Ctx, work: Work, ids: string[]): Promise<string[]> {
  const { object, batch, columns } = work
  await lockAll(ctx, object, ids)
  await needUnguarded(ctx, object, ids, 'changed')
  for (const id of await visible(ctx, object, ids, 'update')) work.allowed.add(id)
  const net = netSql({ org: '$2', batch: '$3::uuid', object: '$4', ids: '$1::uuid[]', columns: '$5::text[]', skip: "'[]'::json" })
  const params = [ids, ctx.org, batch, object.name, columns]
  const { rows: conflicts } = await ctx.tx.query<Skip>(`with ${net} ${conflictSql(object, columns)}`, params)
  for (const { id, key } of conflicts) work.skip.push(...(key === 'deleted_at' ? BIN : [key]).map(name => ({ id, key: name })))
  const { rows } = await ctx.tx.query<{ id: string; created: boolean; phase: 0 | 1 | 2 }>(`with ${net} ${phaseSql(object)}`, params)
  for (const row of rows) work.phases[row.phase].push(row.id)
  return rows.filter(row => row.created).map(row => row.id)
}

async function bringBack(ctx: Ctx, work: Work, ids: string[], returns: boolean): Promise<void> {
  const { object, batch, restored, skip, allowed } = work
  const changed = await changedColumns(ctx, object, batch, ids, restored)
  const net = netSql({ org: '$2', batch: '$9::uuid', object: '$8', ids: '$1::uuid[]', columns: '$10::text[]', skip: '$11::json' })
  const words = await searchRows(ctx, work, ids, changed)
  const versions = await changeColumns(ctx, object, {
    sql: `with ${net} select b.*${words ? `, ${SEARCH_NAMES.map(name => `g.${name}`).join(', ')}` : ''} from (${backSql(object, changed)}) b
      ${words ? `join json_to_recordset($12::json) as g(id uuid, ${SEARCH_COLUMNS.map(column => `${column.name} ${column.type}`).join(', ')}) using (id)` : ''}`,
    param: ids, columns: changed, silent: words ? SEARCH_NAMES : [], more: [batch, restored, JSON.stringify(skip), ...words ? [words] : []],
  })
  const done = [...versions.keys()]
  if (returns) await renewRecords(ctx, object, done, false)
  await follow(ctx, object, done, changed)
  await needVisible(ctx, object, done, allowed)
}

/** The search columns as they will be, where a searched field comes back. */
async function searchRows(ctx: Ctx, { object, batch, restored, skip }: Work, ids: string[], changed: string[]): Promise<string | undefined> {
  const keys = searchKeysOf(object)
  const fields = Object.values(object.fields).filter(field => keys.has(field.key))
  const columns = fields.flatMap(columnsOf).map(column => column.name)
  if (!columns.some(name => changed.includes(name))) return undefined
  const net = netSql({ org: '$2', batch: '$4::uuid', object: '$5', ids: '$1::uuid[]', columns: '$6::text[]', skip: '$8::json' })
  const values = fields.map(field => `${readSql(field, 'b')} as ${ident(field.key)}`).join(', ')
  const { rows } = await ctx.tx.query<{ id: string; v: Values }>(
    `with ${net} select b.id, (select row_to_json(x) from (select ${values}) x) as v from (${backSql(object, columns)}) b`,
    [ids, ctx.org, ctx.now, batch, object.name, restored, ctx.batch, JSON.stringify(skip)])
  return JSON.stringify(rows.map(row => {
    const out: Values = { id: row.id }
    putSearch(out, object, row.v)
    return out
  }))
}

async function lockAll(ctx: Ctx, object: ObjectDef, ids: string[]): Promise<void> {
  const { rowCount } = await ctx.tx.query(
    `select id from ${ident(object.table)} where org = $1 and id = any($2::uuid[]) order by id for update`, [ctx.org, ids])
  if (rowCount < ids.length) throw new AppError('conflict', { key: 'undo.gone' })
}

/** Only columns that the batch touched: a statement over all would write the same values again. */
async function changedColumns(ctx: Ctx, object: ObjectDef, batch: string, ids: string[], columns: string[]): Promise<string[]> {
  const { rows } = await ctx.tx.query<{ key: string }>(
    `select distinct key from history h cross join lateral jsonb_object_keys(h.before) key
     where h.org = $1 and h.batch = $2 and h.object = $3 and h.record = any($4::uuid[])`, [ctx.org, batch, object.name, ids])
  const known = new Set(rows.map(row => row.key))
  return columns.filter(name => known.has(name) || BIN.includes(name))
}

/** What depends on the columns that came back. */
async function follow(ctx: Ctx, object: ObjectDef, ids: string[], columns: string[]): Promise<void> {
  if (ids.length === 0) return
  const fields = fieldsByColumn(object)
  const keys = new Set(columns.flatMap(column => fields.get(column)?.key ?? []))
  const computed = await recompute(ctx, object, ids)
  const moved = await binMoved(ctx, object, ids)
  touch(ctx, object.name, ids, moved ? undefined : [...keys, ...computed.keys], await formerValues(ctx, object, ids))
}

async function binMoved(ctx: Ctx, object: ObjectDef, ids: string[]): Promise<boolean> {
  const { rows } = await ctx.tx.query(
    `select from history where org = $1 and batch = $2 and object = $3 and record = any($4::uuid[]) and before ? 'deleted_at' limit 1`,
    [ctx.org, ctx.batch, object.name, ids])
  return rows.length > 0
}

/** Parents that the records pointed to until now and dates that they had, read off the history just written. */
async function formerValues(ctx: Ctx, object: ObjectDef, ids: string[]): Promise<Map<string, Set<string>>> {
  const former = new Map<string, Set<string>>()
  for (const key of formerKeys(ctx.catalog, object.name)) {
    const column = columnsOf(object.fields[key]!)[0]!.name
    const { rows } = await ctx.tx.query<{ id: string }>(
      `select distinct before ->> $5 as id from history where org = $1 and batch = $2 and object = $3 and record = any($4::uuid[]) and before ->> $5 is not null`,
      [ctx.org, ctx.batch, object.name, ids, column])
    former.set(key, new Set(rows.map(row => row.id)))
  }
  return former
}

/** The person must have the right to the records as they were or as they are now (who gave a record away may take it back). */
async function needVisible(ctx: Ctx, object: ObjectDef, ids: string[], before: Set<string>): Promise<void> {
  const open = ids.filter(id => !before.has(id))
  const after = await visible(ctx, object, open, 'update')
  if (open.some(id => !after.has(id))) throw new AppError('forbidden', { key: 'record.noUpdate' })
}

async function conflictError(ctx: Ctx, { object, batch, skip }: Work): Promise<AppError> {
  const readable = await visible(ctx, object, [...new Set(skip.map(item => item.id))], 'read')
  const titles = await titlesOf(ctx, object, [...readable])
  const columns = fieldsByColumn(object)
  const fields = Object.create(null) as FieldErrors
  const names = new Set<string>()
  for (const { id, key } of skip) {
    const who = await lastChanger(ctx, object, batch, id, key)
    names.add(who)
    fields[`${id}.${columns.get(key)?.key ?? ''}`] ??= { key: 'undo.conflictField', params: { record: titles.get(id) ?? id, who } }
  }
  return new AppError('conflict', { key: 'undo.conflict', params: { who: [...names].join('、'), count: Object.keys(fields).length }, fields })
}

async function lastChanger(ctx: Ctx, object: ObjectDef, batch: string, id: string, key: string): Promise<string> {
  const { rows } = await ctx.tx.query<{ name: string }>(
    `select b.actor_name as name from history h join action_batch b on b.org = h.org and b.id = h.batch
     where h.org = $1 and h.object = $2 and h.record = $3 and h.batch <> $4 and h.after ? $5 order by h.id desc limit 1`,
    [ctx.org, object.name, id, batch, key])
  return rows[0]?.name ?? ''
}

/** A record that others use by now cannot be un-made. */
export async function refuseCreatedInUse(ctx: Ctx, { object, created }: Undone): Promise<void> {
  if (created.length === 0) return
  const { rows } = await ctx.tx.query<{ id: string }>(
    `select id from ${ident(object.table)} where org = $1 and id = any($2::uuid[]) and deleted_batch = $3`, [ctx.org, created, ctx.batch])
  const gone = rows.map(row => row.id)
  const single = referrersOf(ctx.catalog, object.name).filter(referrer => !referrer.many)
  const blocker = await blockerOf(ctx, single, gone, new Map())
  if (!blocker) return
  const record = (await titlesOf(ctx, object, [blocker.id])).get(blocker.id) ?? ''
  throw new AppError('conflict', { key: 'undo.referred', params: { record } })
}
