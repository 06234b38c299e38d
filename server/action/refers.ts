// Who points to an object: the fields of all objects whose links lead to it.
import type { Field } from '#core/field/field.ts'
import { columnName, kindOf } from '#core/field/kinds.ts'
import type { Catalog } from '#core/object/catalog.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { inLang } from '#core/lib/text.ts'
import { ident } from '#server/schema/ident.ts'
import type { Ctx } from './context.ts'

export interface Referrer {
  object: ObjectDef
  field: Field
  column: string
  many: boolean
  /** The object lives inside the one referred to. */
  child: boolean
  /** What happens to the link when its record goes to the bin. */
  onDelete: 'restrict' | 'clear'
}

export function referrersOf(catalog: Catalog, name: string): Referrer[] {
  return [...catalog.objects.values()].flatMap(object => Object.values(object.fields).flatMap(field => {
    const target = field.system || kindOf(field).columns(field).length === 0 ? undefined : kindOf(field).target?.(field)
    if (target?.object !== name) return []
    const onDelete = target.many ? 'clear' as const : field.kind === 'reference' ? field.onDelete ?? 'restrict' : 'restrict' as const
    return [{ object, field, column: ident(columnName(field)), many: target.many, child: object.parent === field.key, onDelete }]
  }))
}

export const childrenOf = (catalog: Catalog, name: string): Referrer[] => referrersOf(catalog, name).filter(referrer => referrer.child)

export interface Blocker {
  /** One of the records that are still used. */
  id: string
  object: string
  count: number
}

/** The first living record outside of `but` that still points to one of the ids through one of the fields. */
export async function blockerOf(ctx: Ctx, referrers: Referrer[], ids: readonly string[], but: ReadonlyMap<string, readonly string[]>): Promise<Blocker | undefined> {
  for (const { object, column } of referrers) {
    const { rows: [row] } = await ctx.tx.query<{ id: string | null; count: string }>(
      `select (array_agg(${column}))[1] as id, count(*) as count from (
         select ${column} from ${ident(object.table)} where org = $1 and deleted_at is null and ${column} = any($2::uuid[])
           and not (id = any($3::uuid[])) limit 1000) x`, [ctx.org, ids, but.get(object.name) ?? []])
    if (row?.id) return { id: row.id, object: inLang(object.label, ctx.actor.lang), count: Number(row.count) }
  }
  return undefined
}
