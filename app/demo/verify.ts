// Counts everything anew that is kept in records, rollups and computed fields alike, and compares.
import type { Field } from '#core/field/field.ts'
import { columnName, isKind, kindOf } from '#core/field/kinds.ts'
import type { Actor } from '#core/object/access.ts'
import type { Catalog } from '#core/object/catalog.ts'
import type { ObjectDef } from '#core/object/object.ts'
import type { RollupField, RollupGroup } from '#server/action/depends.ts'
import { dependsOf, seriesGroups } from '#server/action/depends.ts'
import { wrongMonths } from '#server/action/series.ts'
import type { Reader } from '#server/database/transaction.ts'
import { ruleFilterSql, volatileSql } from '#server/record/computed.ts'
import { newAsk } from '#server/record/ask.ts'
import { and, col, fieldCol, fromSql, newSource, trusting } from '#server/record/source.ts'
import type { Source } from '#server/record/source.ts'
import { ident } from '#server/schema/ident.ts'

export interface Difference {
  object: string
  field: string
  /** Records whose kept value is not the counted one. */
  records: number
}

/** `actor` must be the product itself: fields that a person may not see are counted too. Empty: all agree. */
export async function differences(reader: Reader, catalog: Catalog, actor: Actor): Promise<Difference[]> {
  const found: Difference[] = []
  for (const group of [...dependsOf(catalog).rollups.values()].flat()) found.push(...await wrongRollups(reader, catalog, actor, group))
  for (const object of catalog.objects.values())
    for (const field of Object.values(object.fields))
      if (isKind(field, 'computed') && !field.volatile && !field.retired) found.push(await wrongComputed(reader, catalog, actor, object, field))
  for (const group of seriesGroups(catalog))
    found.push({ object: group.parent.name, field: group.series.key, records: await wrongMonths({ tx: reader, catalog, actor }, group) })
  return found.filter(one => one.records > 0)
}

async function wrongRollups(reader: Reader, catalog: Catalog, actor: Actor, group: RollupGroup): Promise<Difference[]> {
  const ask = newAsk(catalog, actor)
  const child = trusting(newSource(ask, group.child))
  const by = fieldCol(child, group.child.fields[group.by]!)
  const sums = group.fields.map((field, at) => `${sumSql(child, field)} as v${at}`)
  const wrong = group.fields.map((field, at) => `count(*) filter (where p.${ident(columnName(field))} is distinct from ${counted(field, `s.v${at}`)})::int as w${at}`)
  const { rows: [row] } = await ask.params.run<Record<string, number>>(reader,
    `select ${wrong.join(', ')} from ${ident(group.parent.table)} p left join (
       select ${by} as id, ${sums.join(', ')} from ${fromSql(child)} where ${and(`${col(child, 'org')} = ${ask.org}`, `${col(child, 'deleted_at')} is null`)} group by ${by}
     ) s on s.id = p.id where p.org = ${ask.org} and p.deleted_at is null`)
  return group.fields.map((field, at) => ({ object: group.parent.name, field: field.key, records: row![`w${at}`]! }))
}

function sumSql(child: Source, field: RollupField): string {
  const filter = field.where === undefined ? '' : ` filter (where ${ruleFilterSql(child, field.where)})`
  return field.fn === 'count' ? `count(*)${filter}` : `${field.fn}(${fieldCol(child, child.object.fields[field.field!]!)})${filter}`
}

/** Nothing to add up is zero. */
const counted = (field: RollupField, sql: string): string => (field.fn === 'count' || field.fn === 'sum' ? `coalesce(${sql}, 0)` : sql)

async function wrongComputed(reader: Reader, catalog: Catalog, actor: Actor, object: ObjectDef, field: Extract<Field, { kind: 'computed' }>): Promise<Difference> {
  const ask = newAsk(catalog, actor)
  const source = trusting(newSource(ask, object))
  const rule = volatileSql(source, field, kindOf(field).columns(field)[0]!.type)
  const { rows: [row] } = await ask.params.run<{ records: number }>(reader,
    `select count(*)::int as records from ${fromSql(source)} where ${col(source, 'org')} = ${ask.org} and ${col(source, 'deleted_at')} is null
       and ${fieldCol(source, field)} is distinct from ${rule}`)
  return { object: object.name, field: field.key, records: row!.records }
}
