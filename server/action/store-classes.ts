// Writes the class of each record by how it ranks (server/record/series-rank.ts) into a choice of it, in statements over whole sets:
// each change is a record of its own, and history holds both, so that one undo takes them back. Only what differs is written.
import { columnName } from '#core/field/kinds.ts'
import { AppError } from '#core/lib/error.ts'
import { objectOf } from '#core/object/catalog.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { fieldRight, rightsOf } from '#core/object/rights.ts'
import type { SqlType } from '#server/record/params.ts'
import { ROOM } from '#server/record/series.ts'
import { classedSql, openRank } from '#server/record/series-rank.ts'
import type { RankAsk } from '#server/record/series-rank.ts'
import { ident } from '#server/schema/ident.ts'
import type { Ctx } from './context.ts'
import { touch } from './context.ts'
import { columnsOf } from './fields.ts'
import { changeColumns, historyColumns, image } from './write.ts'

export interface StoreClasses {
  rank: RankAsk
  /** The choice that is written, and its values from the best class down. */
  field: string
  values: readonly string[]
  /** The object of the changes: its fields for the record, the new and the former value, and what else stands in each. */
  change: { object: string; record: string; value: string; former: string; more: Record<string, unknown> }
}

/** Rows of one statement: so many old and new rows are held at once. */
const STEP = 50_000

/** How many changed. Ranks are among all: only who may see and change all can store them. */
export async function storeClasses(ctx: Ctx, asked: StoreClasses): Promise<number> {
  const object = objectOf(ctx.catalog, asked.rank.object)
  const rights = rightsOf(ctx.actor, object)
  if (!rights.read.includes('all') || !rights.update.includes('all') || fieldRight(ctx.actor, object, object.fields[asked.field]!) !== 'write') throw new AppError('forbidden', { key: 'grades.needAll' })
  await ctx.tx.query(ROOM)
  const count = await writeChanges(ctx, object, asked)
  if (count > 0) await followChanges(ctx, object, asked)
  return count
}

/** Ids are made by the database here, in the form of those made by the product: the time comes first. */
const NEW_ID = `overlay(overlay(gen_random_uuid()::text placing $at$ from 1 for 13) placing '7' from 15 for 1)::uuid`
const timeHead = (now: string): string => Date.parse(now).toString(16).padStart(12, '0').replace(/^(.{8})/, '$1-')

async function writeChanges(ctx: Ctx, object: ObjectDef, { rank, field, values, change }: StoreClasses): Promise<number> {
  const open = openRank(ctx.catalog, ctx.actor, rank)
  const { ask } = open
  const into = objectOf(ctx.catalog, change.object)
  const column = (key: string): string => ident(columnName(into.fields[key]!))
  const more = Object.entries(change.more).map(([key, value]) => ({ name: column(key), sql: ask.params.bind(value, columnsOf(into.fields[key]!)[0]!.type as SqlType) }))
  const own = [column(change.record), column(change.value), column(change.former), ...more.map(one => one.name)]
  const now = ask.params.bind(ctx.now, 'timestamptz')
  const user = ask.params.bind(ctx.actor.userId, 'uuid')
  const current = ident(columnName(object.fields[field]!))
  const id = NEW_ID.replace('$at$', ask.params.bind(timeHead(ctx.now), 'text'))
  const names = own.map(name => name.slice(1, -1))
  const { rows: [row] } = await ask.params.run<{ count: number }>(ctx.tx,
    `with ${classedSql(open, rank)},
     meant as (select t.id, t.${current} as former, (${ask.params.bind(values, 'text[]')})[coalesce(c.class, ${values.length - 1}) + 1] as value
       from ${ident(object.table)} t left join classed c on c.id = t.id where t.org = ${ask.org} and t.deleted_at is null),
     ins as (
       insert into ${ident(into.table)} as t (org, id, version, created_at, created_by, updated_at, updated_by, ${own.join(', ')})
       select ${ask.org}, ${id}, 1, ${now}, ${user}, ${now}, ${user}, m.id, m.value, m.former${more.map(one => `, ${one.sql}`).join('')} from meant m where m.former is distinct from m.value
       returning t.id, jsonb_strip_nulls(${image('t', names)}) as after),
     kept as (
       insert into history (${historyColumns}) select ${ask.org}, ${now}, ${user}, ${ask.params.bind(ctx.actor.via, 'text')}, ${ask.params.bind(ctx.action, 'text')}, ${ask.params.bind(ctx.batch, 'uuid')},
         ${ask.params.bind(into.name, 'text')}, ins.id, 1, null, ins.after from ins returning 1)
     select count(*)::int as count from kept`)
  ctx.journal.count += row!.count
  return row!.count
}

/** The records themselves, from the changes just written, step by step in the order of history. */
async function followChanges(ctx: Ctx, object: ObjectDef, { field, change }: StoreClasses): Promise<void> {
  const into = objectOf(ctx.catalog, change.object)
  const [record, value] = [change.record, change.value].map(key => ident(columnName(into.fields[key]!)))
  const name = columnName(object.fields[field]!)
  for (let after = '0'; ;) {
    const { rows: [last] } = await ctx.tx.query<{ id: string | null; count: number }>(
      `select max(id) as id, count(*)::int as count from (select id from history where org = $1 and batch = $2 and object = $3 and id > $4 order by id limit ${STEP}) h`, [ctx.org, ctx.batch, into.name, after])
    if (!last?.id) return
    const changed = await changeColumns(ctx, object, {
      sql: `select g.${record} as id, g.${value} as ${ident(name)} from history h join ${ident(into.table)} g on g.org = $2 and g.id = h.record
        where h.org = $2 and h.batch = $7::uuid and h.object = $9 and h.id > $1::bigint and h.id <= $10::bigint`,
      param: after, columns: [name], more: [into.name, last.id] })
    touch(ctx, object.name, changed.keys(), [field])
    after = last.id
  }
}
