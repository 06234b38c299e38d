// The computed forms of the analysis (F05-F09, F16) and the figures beside a page of customers, for the whole of the data.
import { today } from '#core/lib/date.ts'
import { read } from '#server/database/transaction.ts'
import type { FormAsk } from '#server/form/parts.ts'
import { formBook } from '#app/forms.ts'
import type { Asker, Bench, Question, Topic } from './kit.ts'

const day = today()
const year = Number(day.slice(0, 4))
const MONTHS = `s.month between ${year}01 and ${year}12`
const LIVING = 'c.org = 1 and c.deleted_at is null'
const COUNTED = `o.org = 1 and o.deleted_at is null and o.status in ('confirmed', 'shipped', 'done') and o.date between '${year}-01-01' and '${year}-12-31'`

/** Sums of each customer's year, as anybody would write it over the months. */
const sales = (mine: string): string => `select c.id, sum(s.amount) as v from customer c join customer_sales_month s on s.org = 1 and s.parent = c.id and ${MONTHS} where ${LIVING} and ${mine} group by c.id`

type Raw = (mine: string) => string

const REPORTS: [name: string, report: string, params: Record<string, unknown>, raw: Raw][] = [
  ['F05 classes', 'overview', { year }, mine => `select count(*), count(*) filter (where boss_gender = 'male'), count(*) filter (where boss_age < 18), count(*) filter (where settlement = 'rural'),
    count(*) filter (where demand = 'production'), count(*) filter (where wage < 1000), count(*) filter (where shopping = 'market') from customer c where ${LIVING} and ${mine}`],
  ['F06 regions', 'regions', { year }, mine => `select c.region, count(*), sum(x.v) from customer c left join (${sales(mine)}) x on x.id = c.id where ${LIVING} and ${mine} group by 1`],
  ['F07 products', 'matrix', { year, top: 20, columns: 7 }, mine => `select l.product, sum(l.amount) from order_line l join sales_order o on o.org = 1 and o.id = l."order" and ${COUNTED}
    where l.org = 1 and l.deleted_at is null and ${mine.replaceAll('c.', 'o.')} group by 1 order by 2 desc`],
  ['F08 grades, percentile', 'grades', { year, basis: 'rank', rows: 20 }, mine => `select * from (select x.*, row_number() over (partition by width_bucket(r, array[0.6, 0.7, 0.8, 0.9]) order by v desc) as n
    from (select x.id, v, percent_rank() over (order by v) as r from (${sales(mine)}) x where v > 0) x) y where n <= 20`],
  ['F08 grades, Pareto', 'grades', { year, basis: 'share', rows: 20 }, mine => `select * from (select x.*, row_number() over (partition by width_bucket(r::float8, array[0.6, 0.7, 0.8, 0.9]) order by v desc) as n
    from (select x.id, v, sum(v) over (order by v) / sum(v) over () as r from (${sales(mine)}) x where v > 0) x) y where n <= 20`],
  ['F09 top tens', 'keyCustomers', { year, top: 10 }, mine => `select c.code, c.name, x.v from (${sales(mine)}) x join customer c on c.org = 1 and c.id = x.id order by x.v desc, c.code limit 10`],
  ['F16 representatives', 'representatives', { from: `${day.slice(0, 7)}-01`, to: day }, mine => `select c.owner, count(*) filter (where c.stage <> 'lost'), count(*) filter (where c.created_at >= '${day.slice(0, 7)}-01') from customer c where ${LIVING} and ${mine} group by 1`],
]

/** Eight questions of three people, each beside its raw SQL: a few minutes in all. */
const PATIENCE_MS = 4000

const LOOKED_UP = ['salesOfYear', 'growth', 'margin', 'trend', 'averageMonth']

const given = ({ site }: Bench, { actor }: Asker, params: Record<string, unknown>): Omit<FormAsk, 'reader'> =>
  ({ catalog: site.env.catalog.current(), actor, params, today: day, lang: 'zh', settings: {} })

export const forms: Topic = async bench => bench.askers.flatMap(asker => {
  const { pool } = bench.site.database
  const ask = <T>(work: (reader: FormAsk['reader']) => Promise<T>): Promise<T> => read(pool, work, { timeoutMs: 60_000 })
  return [
    ...REPORTS.map(([name, report, params, raw]): Question => ({
      name: `form: ${name}`, who: asker.label, patienceMs: PATIENCE_MS,
      product: () => ask(reader => formBook.parts.reports[report]!({ ...given(bench, asker, params), reader }, {})),
      raw: () => ask(reader => reader.query(raw(asker.mine), asker.value)),
    })),
    { name: 'form: five figures beside 50 customers', who: asker.label, patienceMs: PATIENCE_MS, product: () => ask(async reader => {
      const { rows } = await reader.query<{ id: string }>(`select c.id from customer c where ${LIVING} and ${asker.mine} order by c.sales_total desc nulls last limit 50`, asker.value)
      for (const name of LOOKED_UP) await formBook.parts.lookups[name]!.run({ ...given(bench, asker, { year }), reader }, rows.map(row => ({ id: row.id, values: {} })))
    }) },
  ]
})
