// SQL of undo: what a batch did to each record in sum, and what it takes to bring the columns back.
import type { ObjectDef } from '#core/object/object.ts'
import { ident } from '#server/schema/ident.ts'
import { image } from './write.ts'

/** The first value of each column over several changes of one record in one batch ('desc' lets the earliest win). */
const merged = (list: string, order: 'asc' | 'desc'): string =>
  `(select jsonb_object_agg(e.key, e.value order by u.o ${order}) from unnest(${list}) with ordinality u(j, o), jsonb_each(u.j) e)`

export interface NetParams {
  /** Places of the parameters. */
  org: string
  batch: string
  object: string
  ids: string
  columns: string
  skip: string
}

/**
 * net(id, created, skipped, b, a): columns before and after, narrowed to `columns` (derived values are worked out anew) and
 * without those to skip; materialized, since every column asks it again. A record that the batch created goes to the bin.
 */
export function netSql({ org, batch, object, ids, columns, skip }: NetParams): string {
  return `seen as (
     select record as id, bool_or(before is null) as created, count(*) as n,
       array_agg(before order by id) as bs, array_agg(after order by id) as az
     from history where org = ${org} and batch = ${batch} and object = ${object} and record = any(${ids}) group by record),
   whole as materialized (
     select id, created, case when n = 1 then bs[1] else ${merged('bs', 'desc')} end as b, case when n = 1 then az[1] else ${merged('az', 'asc')} end as a
     from seen),
   net as materialized (
     select w.id, w.created, w.a - k.drop as a, exists (select from json_to_recordset(${skip}) as s(id uuid, key text) where s.id = w.id) as skipped,
       w.b - k.drop as b
     from whole w cross join lateral (
       select array(select key from jsonb_object_keys(coalesce(w.a, '{}') || coalesce(w.b, '{}')) key where not (key = any(${columns}))
         union all select s.key from json_to_recordset(${skip}) as s(id uuid, key text) where s.id = w.id) as drop) k)`
}

/** Columns that are not any more what the batch left; a record that came or went since is told as 'deleted_at'. */
export function conflictSql(object: ObjectDef, columns: readonly string[]): string {
  const own = image('t', columns)
  return `select net.id, e.key from net join ${ident(object.table)} t on t.org = $2 and t.id = net.id
     cross join lateral (select ${own} as now offset 0) i
     cross join lateral (
       select key from jsonb_each(case when net.created then jsonb_strip_nulls(i.now) || net.a else net.a end) as x(key, value)
       where case when net.created then coalesce(jsonb_strip_nulls(i.now -> key), 'null') is distinct from coalesce(jsonb_strip_nulls(net.a -> key), 'null')
         else i.now -> key is distinct from value end
       union select 'deleted_at' where t.deleted_at is not null and not (net.a ? 'deleted_at')) e
     limit 200`
}

/** New values of all columns that any record of the batch changed; the others keep theirs. */
export function backSql(object: ObjectDef, columns: readonly string[]): string {
  const table = ident(object.table)
  const values = columns.map(name => `case when v.b ? '${name}' then p.${ident(name)} else t.${ident(name)} end as ${ident(name)}`)
  return `select t.id, ${values.join(', ')} from net
     cross join lateral (select case when net.created then jsonb_build_object('deleted_at', $3::timestamptz, 'deleted_batch', $7::uuid) else net.b end as b offset 0) v
     join ${table} t on t.org = $2 and t.id = net.id
     cross join lateral jsonb_populate_record(null::${table}, v.b) p where v.b <> '{}' and not (net.created and net.skipped)`
}

/** In which order records come back, so that a unique value is free before it is taken: 0 leaves, 1 changes, 2 returns. */
export const phaseSql = (object: ObjectDef): string =>
  `select net.id, net.created, case when net.created or coalesce(net.b -> 'deleted_at', 'null') <> 'null' then 0 when t.deleted_at is null then 1 else 2 end as phase
   from net join ${ident(object.table)} t on t.org = $2 and t.id = net.id`
