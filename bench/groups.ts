// Groups and sums over a whole list, and the same over the HTTP interface.
import { read } from '#server/database/transaction.ts'
import { groupRows } from '#server/record/group.ts'
import type { Query } from '#core/report/query.ts'
import type { Question, Topic } from './kit.ts'

const sums: Query['measures'] = [{ fn: 'count' }, { fn: 'sum', field: 'salesTotal' }]

const GROUPS: [name: string, query: Query, sql: (mine: string) => string][] = [
  ['customers by region', { object: 'customer', group: [{ field: 'region' }], measures: sums },
    mine => `select r.name, g.* from (select c.region, count(*), sum(c.sales_total) from customer c where c.org = 1 and c.deleted_at is null and ${mine} group by 1) g left join region r on r.org = 1 and r.id = g.region order by 1`],
  ['customers by stage and grade', { object: 'customer', group: [{ field: 'stage' }, { field: 'grade' }], measures: sums },
    mine => `select c.stage, c.grade, count(*), sum(c.sales_total) from customer c where c.org = 1 and c.deleted_at is null and ${mine} group by 1, 2 order by 1, 2`],
  ['orders by month', { object: 'order', group: [{ field: 'date', grain: 'month' }], measures: [{ fn: 'count' }, { fn: 'sum', field: 'total' }] },
    mine => `select date_trunc('month', c.date), count(*), sum(c.total) from sales_order c where c.org = 1 and c.deleted_at is null and ${mine} group by 1 order by 1`],
]

export const groups: Topic = async ({ site, askers }) => askers.flatMap(asker => GROUPS.map(([name, query, sql]): Question => ({
  name: `group: ${name}`, who: asker.label,
  product: () => read(site.database.pool, reader => groupRows(reader, site.env.catalog.current(), asker.actor, query), { timeoutMs: 60_000 }),
  raw: () => read(site.database.pool, reader => reader.query(sql(asker.mine), asker.value), { timeoutMs: 60_000 }),
})))
