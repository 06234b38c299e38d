// Pages of the customer list: by any indexed sort, deep in the list, filtered and sorted.
import { read } from '#server/database/transaction.ts'
import { anchors } from '#server/record/anchors.ts'
import { runQueryText } from '#server/record/page.ts'
import type { Filter, Query, Sort } from '#core/report/query.ts'
import type { Asker, Bench, Question, Topic } from './kit.ts'
import { COLUMNS, pageSql, place } from './shape.ts'

/** Where a value may be missing, the hand-written SQL leaves those rows out: a page of the largest has none, and an index serves it. */
const SORTS: [name: string, sort: Sort, order: string, where?: string][] = [
  ['newest', { field: 'createdAt', dir: 'desc' }, 'c.created_at desc, c.id desc'],
  ['name (pinyin)', { field: 'name', dir: 'asc' }, 'c.name__py, c.id'],
  ['sales, largest', { field: 'salesTotal', dir: 'desc' }, 'c.sales_total desc, c.id desc', 'c.sales_total is not null'],
  ['last order', { field: 'lastOrder', dir: 'desc' }, 'c.last_order desc, c.id desc', 'c.last_order is not null'],
  ['receivable, largest', { field: 'receivable', dir: 'desc' }, 'c.receivable desc, c.id desc', 'c.receivable is not null'],
  ['last changed', { field: 'updatedAt', dir: 'desc' }, 'c.updated_at desc, c.id desc'],
]

const FILTERS: [name: string, filter: Filter, where: string, sort: Sort, order: string][] = [
  ['Zhejiang, grade A or B, by sales', { all: [{ field: 'address.province', op: 'eq', value: '浙江省' }, { field: 'grade', op: 'in', value: ['A', 'B'] }] },
    `c.address__province = '浙江省' and c.grade in ('A', 'B') and c.sales_total is not null`, { field: 'salesTotal', dir: 'desc' }, 'c.sales_total desc, c.id desc'],
  ['owing more than 10,000, by last order', { field: 'receivable', op: 'gt', value: '10000' }, 'c.receivable > 10000', { field: 'lastOrder', dir: 'asc' }, 'c.last_order, c.id'],
  ['lost, by name', { field: 'stage', op: 'eq', value: 'lost' }, `c.stage = 'lost'`, { field: 'name', dir: 'asc' }, 'c.name__py, c.id'],
]

const ask = ({ site }: Bench, asker: Asker, query: Omit<Query, 'object'>): Promise<string> =>
  read(site.database.pool, reader => runQueryText(reader, site.env.catalog.current(), asker.actor, { object: 'customer', columns: COLUMNS, size: 100, ...query }))

export const lists: Topic = async bench => {
  const { site, askers } = bench
  const raw = (asker: Asker, where: string, order: string) => () => site.db.query(pageSql(asker, where, order), asker.value)
  const pages = askers.flatMap(asker => [
    ...SORTS.map(([name, sort, order, where = 'true']): Question => ({ name: `page of 100: ${name}`, who: asker.label, product: () => ask(bench, asker, { sort: [sort] }), raw: raw(asker, where, order) })),
    ...FILTERS.map(([name, filter, where, sort, order]): Question => ({ name: `filter: ${name}`, who: asker.label, product: () => ask(bench, asker, { filter, sort: [sort] }), raw: raw(asker, where, order) })),
  ])
  return [...pages, ...(await Promise.all(askers.map(asker => deep(bench, asker)))).flat()]
}

const EVERY = 1000
/** How far down the deep page lies: row 900,000 of a million. */
const DEPTH = 0.9

async function deep(bench: Bench, asker: Asker): Promise<Question[]> {
  const { site } = bench
  const sort: Sort[] = [{ field: 'salesTotal', dir: 'desc' }]
  const order = 'c.sales_total desc, c.id desc'
  const places = () => read(site.database.pool, reader => anchors(reader, site.env.catalog.current(), asker.actor, { object: 'customer', sort }, EVERY), { timeoutMs: 60_000 })
  const { total, every, cursors } = await places()
  const row = Math.floor(total * DEPTH)
  const after = cursors[Math.floor(row / every)] ?? ''
  const { rows: [edge] } = await site.db.query<{ sales: string; id: string }>(
    `select c.sales_total as sales, c.id from customer c where c.org = 1 and c.deleted_at is null and c.sales_total is not null and ${asker.mine} order by ${order} offset ${Math.max(row - 1, 0)} limit 1`, asker.value)
  const behind = `(c.sales_total, c.id) < (${place(asker)}, ${place(asker, 1)})`
  return [
    { name: `deep page: row ${row} by sales`, who: asker.label,
      product: () => ask(bench, asker, { sort, skip: row % every, ...(after === '' ? {} : { after }) }),
      raw: () => site.db.query(pageSql(asker, behind, order), [...asker.value, edge!.sales, edge!.id]) },
    { name: `anchors over ${total} rows`, who: asker.label, product: places,
      raw: () => site.db.query(`select sales_total, id from (select row_number() over (order by ${order}) as n, c.sales_total, c.id from customer c
        where c.org = 1 and c.deleted_at is null and c.sales_total is not null and ${asker.mine}) numbered where n % ${every} = 0`, asker.value) },
  ]
}
