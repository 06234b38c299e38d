// Groups and measures: pivots, subtotals, sums of a whole list.
import type { Actor } from '#core/object/access.ts'
import type { Catalog } from '#core/object/catalog.ts'
import { AppError } from '#core/lib/error.ts'
import type { Query } from '#core/report/query.ts'
import type { Reader } from '#server/database/transaction.ts'
import { groupColumn, groupList, withOrders } from './group-column.ts'
import type { GroupColumn } from './group-column.ts'
import { measureColumn } from './measure.ts'
import { narrowed } from './narrow.ts'
import { checkedQuery, rowsOf } from './rows.ts'
import { fromSql } from './source.ts'

export interface GroupPage {
  /** {<path of the group>: value, <name of the measure>: value}; names are `as`, else 'sum:total', 'count'. */
  rows: Record<string, unknown>[]
  /** There were more groups than were asked for. */
  more: boolean
}

/** Groups in one answer where no size is asked for. */
const MOST = 10_000

export async function groupRows(reader: Reader, catalog: Catalog, actor: Actor, query: Query): Promise<GroupPage> {
  const asked = checkedQuery(query)
  const rows = await narrowed(reader, rowsOf(catalog, actor, asked))
  const groups = (asked.group ?? []).map((group, index) => groupColumn(rows.source, group, `g${index}`))
  const measures = (asked.measures?.length ? asked.measures : [{ fn: 'count' as const }]).map((measure, index) => measureColumn(rows.source, measure, `m${index}`))
  const keys = [...groups.map(one => one.key), ...measures.map(one => one.key)]
  if (new Set(keys).size < keys.length) throw new AppError('invalid', { key: 'query.invalid', params: { at: 'measures' } })
  const size = asked.size ?? MOST
  const made = `select ${[...groups.flatMap(groupList), ...measures.map(one => `${one.sql} as ${one.name}`)].join(', ')}
      from ${[fromSql(rows.source), ...groups.flatMap(one => one.from)].join('\n')} where ${rows.where}
      ${groups.length > 0 ? `group by ${groups.map(one => one.sql).join(', ')}` : ''}`
  const sql = `with grouped as (${withOrders(groups, made)})
    select ${[...groups.map(one => `${one.wire} as ${one.name}`), ...measures.map(one => `${one.wire} as ${one.name}`)].join(', ')} from grouped
    ${groups.length > 0 ? `order by ${[...sorted(asked, groups, measures), ...groups.map(one => `${one.name}_order nulls last, grouped.${one.name} nulls last`)].join(', ')}` : ''} limit ${size + 1}`
  const answer = await rows.ask.params.run<{ row: Record<string, unknown> }>(reader, `select row_to_json(w) as row from (${sql}) w`)
  const named = new Map([...groups, ...measures].map(one => [one.name, one.key]))
  const shown = answer.rows.slice(0, size).map(({ row }) => Object.fromEntries(Object.entries(row).map(([name, value]) => [named.get(name)!, value])))
  return { rows: shown, more: answer.rows.length > size }
}

/** Sorted by names of groups and measures of the same query; those were checked already. */
function sorted(query: Query, groups: GroupColumn[], measures: { key: string; name: string }[]): string[] {
  return (query.sort ?? []).map(({ field, dir }) => {
    const group = groups.find(one => one.key === field)
    const name = group ? `${group.name}_order` : named(measures.find(one => one.key === field))
    if (!name) throw new AppError('invalid', { key: 'field.unknown', params: { field } })
    return `${name} ${dir === 'desc' ? 'desc' : 'asc'} nulls last`
  })
}

/** The value in the group, not its text in the answer: '10' is not less than '9'. */
const named = (measure: { name: string } | undefined): string | undefined => measure && `grouped.${measure.name}`
