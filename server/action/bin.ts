// The recycle bin: into it with children and links, out of it with both, and the end of a record for good.
import { AppError } from '#core/lib/error.ts'
import { columnName, isKind } from '#core/field/kinds.ts'
import { objectOf } from '#core/object/catalog.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { forgetCases } from '#server/schema/flow-rows.ts'
import { ident } from '#server/schema/ident.ts'
import type { Ctx } from './context.ts'
import { touch } from './context.ts'
import { needUnguarded } from './guards.ts'
import type { Referrer } from './refers.ts'
import { blockerOf, childrenOf, referrersOf } from './refers.ts'
import { needAll, needBinned } from './rights.ts'
import { lockLiving, titlesOf } from './rows.ts'
import { BATCH, changeColumns } from './write.ts'

/** Object name to ids: a record and what lives inside it. */
export type Tree = Map<string, string[]>

/** Into the bin, with nothing asked: what may refuse it was asked before. */
export async function binRecords(ctx: Ctx, object: ObjectDef, ids: readonly string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += BATCH) {
    const part = ids.slice(from, from + BATCH)
    await changeColumns(ctx, object, {
      sql: 'select u.id, $9::timestamptz as deleted_at, $10::uuid as deleted_batch from unnest($1::uuid[]) as u(id)', param: part,
      columns: ['deleted_at', 'deleted_batch'], more: [ctx.now, ctx.batch],
    })
    touch(ctx, object.name, part)
  }
}

/** Children and their children; `condition` is SQL over the child's alias t with $3 as `param`. */
export async function treeOf(ctx: Ctx, object: ObjectDef, ids: readonly string[], condition: string, param: unknown): Promise<Tree> {
  const tree: Tree = new Map([[object.name, [...ids]]])
  const open: [ObjectDef, readonly string[]][] = [[object, ids]]
  for (let next = open.shift(); next; next = open.shift()) {
    for (const { object: child, column } of childrenOf(ctx.catalog, next[0].name)) {
      const { rows } = await ctx.tx.query<{ id: string }>(
        `select t.id from ${ident(child.table)} t where t.org = $1 and t.${column} = any($2::uuid[]) and ${condition}`, [ctx.org, next[1], param])
      const found = rows.map(row => row.id).filter(id => !(tree.get(child.name) ?? []).includes(id))
      if (found.length === 0) continue
      tree.set(child.name, [...tree.get(child.name) ?? [], ...found])
      open.push([child, found])
    }
  }
  return tree
}

export async function deleteRecords(ctx: Ctx, name: string, ids: readonly string[]): Promise<void> {
  const object = objectOf(ctx.catalog, name)
  const living = await lockLiving(ctx, object, ids)
  if (ids.some(id => !living.has(id))) throw new AppError('not_found', { key: 'record.unknown' })
  await needAll(ctx, object, ids, 'delete')
  const tree = await treeOf(ctx, object, ids, 't.deleted_at is null and $3::text is null', null)
  for (const [part, list] of tree) await needUnguarded(ctx, objectOf(ctx.catalog, part), list, 'gone')
  for (const [part, list] of tree) {
    await refuseReferred(ctx, objectOf(ctx.catalog, part), list, tree)
    await clearLinks(ctx, objectOf(ctx.catalog, part), list, tree)
  }
  if (ids.length === 1) ctx.journal.title = (await titlesOf(ctx, object, ids)).get(ids[0]!) ?? ''
  for (const [part, list] of [...tree].reverse()) await binRecords(ctx, objectOf(ctx.catalog, part), list)
}

async function refuseReferred(ctx: Ctx, object: ObjectDef, ids: readonly string[], tree: Tree): Promise<void> {
  const strict = referrersOf(ctx.catalog, object.name).filter(referrer => referrer.onDelete === 'restrict' && !referrer.child)
  const blocker = await blockerOf(ctx, strict, ids, tree)
  if (!blocker) return
  const record = (await titlesOf(ctx, object, [blocker.id])).get(blocker.id) ?? ''
  throw new AppError('conflict', { key: 'record.referred', params: { record, object: blocker.object, count: blocker.count } })
}

/** Links that may be cleared are: history keeps them for the way back. */
async function clearLinks(ctx: Ctx, object: ObjectDef, ids: readonly string[], tree: Tree): Promise<void> {
  for (const referrer of referrersOf(ctx.catalog, object.name).filter(item => item.onDelete === 'clear' && !item.child)) {
    const outside = tree.get(referrer.object.name) ?? []
    await changeLinks(ctx, referrer, ids, 't.deleted_at is null and not (t.id = any($9::uuid[]))', [outside], referrer.many
      ? `nullif(array(select e from unnest(t.${referrer.column}) with ordinality u(e, o) where not (e = any($1::uuid[])) order by o), '{}')`
      : 'null::uuid')
  }
}

/** Gives links that point to one of the ids another value. */
export async function changeLinks(ctx: Ctx, { object, field, column, many }: Referrer, ids: readonly string[], condition: string, more: unknown[], value: string): Promise<void> {
  const points = many ? `t.${column} && $1::uuid[]` : `t.${column} = any($1::uuid[])`
  const changed = await changeColumns(ctx, object, {
    sql: `select t.id, ${value} as ${column} from ${ident(object.table)} t where t.org = $2 and ${points} and ${condition}`,
    param: ids, columns: [columnName(field)], more,
  })
  touch(ctx, object.name, changed.keys(), [field.key], new Map([[field.key, new Set(ids)]]))
}

interface Binned {
  id: string
  batch: string | null
}

export async function lockBinned(ctx: Ctx, object: ObjectDef, ids: readonly string[]): Promise<Binned[]> {
  const { rows } = await ctx.tx.query<Binned>(
    `select id, deleted_batch as batch from ${ident(object.table)} where org = $1 and id = any($2::uuid[]) and deleted_at is not null
     order by id for update`, [ctx.org, ids])
  if (rows.length < new Set(ids).size) throw new AppError('not_found', { key: 'record.unknown' })
  return rows
}

/** Gone for good: rows, what hangs on them, and their values in history. Only the fact stays in the log. */
export async function eraseRecords(ctx: Ctx, name: string, ids: readonly string[]): Promise<void> {
  const object = objectOf(ctx.catalog, name)
  await lockBinned(ctx, object, ids)
  await needBinned(ctx, object, ids)
  const tree = await treeOf(ctx, object, ids, 't.deleted_at is not null and $3::text is null', null)
  for (const [part, list] of tree) {
    const here = objectOf(ctx.catalog, part)
    for (const referrer of referrersOf(ctx.catalog, part).filter(item => !item.child)) {
      await changeLinks(ctx, referrer, list, 'true', [], referrer.many ? `nullif(array(select e from unnest(t.${referrer.column}) e where not (e = any($1::uuid[]))), '{}')` : 'null::uuid')
    }
    await forget(ctx, here, list)
    for (const id of list) ctx.journal.audit.push({ what: 'erase', object: part, record: id })
    ctx.journal.count += list.length
    touch(ctx, part, list)
  }
}

async function forget(ctx: Ctx, object: ObjectDef, ids: readonly string[]): Promise<void> {
  await ctx.tx.query('update history set before = null, after = null where org = $1 and object = $2 and record = any($3::uuid[])', [ctx.org, object.name, ids])
  await forgetCases(ctx.tx, ctx.org, object.name, ids)
  await ctx.tx.query('delete from record_share where org = $1 and object = $2 and record = any($3::uuid[])', [ctx.org, object.name, ids])
  for (const attached of ctx.catalog.objects.values()) {
    const [kind, record] = [attached.fields.object, attached.fields.record]
    if (!kind || !record || !isKind(kind, 'text') || !isKind(record, 'text')) continue
    // Comments, and pages that were filed about the record: they hold its values, and so does their history.
    const { rows } = await ctx.tx.query<{ id: string }>(`delete from ${ident(attached.table)} where org = $1 and object = $2 and record = any($3::text[]) returning id`, [ctx.org, object.name, ids])
    await ctx.tx.query('update history set before = null, after = null where org = $1 and object = $2 and record = any($3::uuid[])', [ctx.org, attached.name, rows.map(row => row.id)])
  }
  await ctx.tx.query(`delete from ${ident(object.table)} where org = $1 and id = any($2::uuid[])`, [ctx.org, ids])
}
