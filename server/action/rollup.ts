// Sums over children, kept in their parents. The parents are locked in the order of their ids and then counted anew by a
// fresh statement, which sees what others committed while we waited: so concurrent writers never lose each other's part.
import type { ObjectDef } from '#core/object/object.ts'
import { columnName, kindOf } from '#core/field/kinds.ts'
import { ruleFilterSql } from '#server/record/computed.ts'
import { newAsk } from '#server/record/ask.ts'
import { and, col, fieldCol, fromSql, newSource, trusting } from '#server/record/source.ts'
import type { Source } from '#server/record/source.ts'
import { ident } from '#server/schema/ident.ts'
import type { Ctx, Touched } from './context.ts'
import type { RollupField, RollupGroup } from './depends.ts'
import { BATCH } from './write.ts'

/** Parents whose sums the written children may have changed. */
export async function dirtyParents(ctx: Ctx, group: Pick<RollupGroup, 'child' | 'by'>, touched: Touched): Promise<string[]> {
  const by = ident(columnName(group.child.fields[group.by]!))
  const { rows } = await ctx.tx.query<{ id: string }>(
    `select distinct ${by} as id from ${ident(group.child.table)} where org = $1 and id = any($2::uuid[]) and ${by} is not null`,
    [ctx.org, [...touched.ids]])
  return [...new Set([...rows.map(row => row.id), ...touched.former.get(group.by) ?? []])].sort()
}

export const matters = (group: Pick<RollupGroup, 'keys'>, touched: Touched): boolean =>
  touched.keys === undefined || [...group.keys].some(key => touched.keys!.has(key))

/** Returns the parents whose sums changed. */
export async function recount(ctx: Ctx, group: RollupGroup, parents: string[]): Promise<string[]> {
  const changed: string[] = []
  for (let from = 0; from < parents.length; from += BATCH) {
    const ids = await lockParents(ctx, group.parent, parents.slice(from, from + BATCH))
    if (ids.length > 0) changed.push(...await recountLocked(ctx, group, ids))
  }
  return changed
}

/** In the bin a record keeps the sums it went there with; they are counted anew when it returns. */
async function lockParents(ctx: Ctx, parent: ObjectDef, ids: string[]): Promise<string[]> {
  const { rows } = await ctx.tx.query<{ id: string }>(
    `select id from ${ident(parent.table)} where org = $1 and id = any($2::uuid[]) and deleted_at is null
     order by id for no key update`, [ctx.org, ids])
  return rows.map(row => row.id)
}

async function recountLocked(ctx: Ctx, group: RollupGroup, ids: string[]): Promise<string[]> {
  const ask = newAsk(ctx.catalog, ctx.actor)
  const child = trusting(newSource(ask, group.child))
  const list = ask.params.bind(ids, 'uuid[]')
  const sums = group.fields.map((field, at) => `${sumSql(child, field)} as v${at}`)
  const by = fieldCol(child, group.child.fields[group.by]!)
  const where = and(`${col(child, 'org')} = ${ask.org}`, `${col(child, 'deleted_at')} is null`, `${by} = any(${list})`)
  const columns = group.fields.map(field => ident(columnName(field)))
  const values = group.fields.map((field, at) => emptyAs(field, `s.v${at}`))
  const { rows } = await ask.params.run<{ id: string }>(ctx.tx,
    `update ${ident(group.parent.table)} p set ${columns.map((column, at) => `${column} = ${values[at]}`).join(', ')}
     from unnest(${list}) as d(id) left join (select ${by} as id, ${sums.join(', ')} from ${fromSql(child)} where ${where} group by ${by}) s on s.id = d.id
     where p.org = ${ask.org} and p.id = d.id and (${columns.map((column, at) => `p.${column} is distinct from ${values[at]}`).join(' or ')})
     returning p.id`)
  return rows.map(row => row.id)
}

function sumSql(child: Source, field: RollupField): string {
  const filter = field.where === undefined ? '' : ` filter (where ${ruleFilterSql(child, field.where)})`
  if (field.fn === 'count') return `count(*)${filter}`
  const source = child.object.fields[field.field!]!
  return `${field.fn}(${fieldCol(child, source)})${filter}`
}

function emptyAs(field: RollupField, sql: string): string {
  const type = kindOf(field).columns(field)[0]!.type
  return field.fn === 'count' || field.fn === 'sum' ? `coalesce(${sql}, 0)::${type}` : `(${sql})::${type}`
}
