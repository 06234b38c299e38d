// Who asks: a salesman gets the figures of his own customers, costs stay covered for those who may not see them; representatives
// with what they won and lost; and the figures beside the customers of other forms.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Person, TestSite } from '#app/test-site.ts'
import { testSite } from '#app/test-site.ts'
import { AppError } from '#core/lib/error.ts'
import type { Actor } from '#core/object/access.ts'
import { read } from '#server/database/transaction.ts'
import { seriesTotals } from '#server/record/series-group.ts'
import { perform } from '#server/action/perform.ts'
import { analysisParts } from './analysis.server.ts'
import { actorOf, asking, plainSales, report, settle, TODAY } from './test-town.ts'
import type { Town } from './test-town.ts'

let site: TestSite
let town: Town
let seller: Person
let selling: Actor
const mine = (): string[] => town.customers.slice(0, 8)

beforeAll(async () => {
  site = await testSite()
  town = await settle(site, 11, { customers: 30, orders: 120 })
  seller = await site.person('王芳', ['销售人员'])
  await perform(site.site.env, town.actor, 'record.bulk', { object: 'customer', ids: mine(), set: { owner: seller.id } })
  const orders = await rows<{ id: string }>('select id from sales_order where customer = any($1)', [mine()])
  await perform(site.site.env, town.actor, 'record.bulk', { object: 'order', ids: orders.map(order => order.id), set: { owner: seller.id } })
  selling = await actorOf(site, seller.id)
}, 60_000)
afterAll(() => site?.close())

const rows = async <T extends object>(sql: string, params: unknown[] = []): Promise<T[]> => (await site.site.database.pool.query<T>(sql, params)).rows
const cents = (amount: unknown): number => Math.round(Number(amount ?? 0) * 100)
const total = (list: { amount: string }[]): number => list.reduce((sum, one) => sum + cents(one.amount), 0)

test('a salesman sees his own customers alone, in every form', async () => {
  const own = (await plainSales(site, '2026-01-01', '2026-12-31')).filter(one => mine().includes(one.id))
  const names = new Set(own.map(one => one.name))
  const regions = await report(site, selling, 'regions', { year: 2026 })
  expect([Number(regions.totals!.count), cents(regions.totals!.sales)]).toEqual([8, total(own)])
  const overview = await report(site, selling, 'overview', { year: 2026 })
  expect(overview.rows.filter(row => row.values.group === '性别').reduce((sum, row) => sum + Number(row.values.count), 0)).toBe(8)
  const matrix = await report(site, selling, 'matrix', { year: 2026 })
  expect(matrix.rows.every(row => names.has(String(row.values.name)))).toBe(true)
  const grades = await report(site, selling, 'grades', { year: 2026, basis: 'rank' })
  for (const row of grades.rows.slice(0, -1)) for (const grade of 'ABCDE') expect(row.values[`${grade}_name`] === undefined || names.has(String(row.values[`${grade}_name`]))).toBe(true)
  const tops = await report(site, selling, 'keyCustomers', { year: 2026 })
  expect(tops.rows.map(row => row.values.sales_name).filter(Boolean)).toEqual(own.filter(one => cents(one.amount) > 0).sort((a, b) => cents(b.amount) - cents(a.amount) || (a.code < b.code ? -1 : 1)).map(one => one.name).slice(0, 10))
})

test('costs are covered for a salesman: no margin in F09, none beside customers, none by asking for the months themselves', async () => {
  const tops = await report(site, selling, 'keyCustomers', { year: 2026 })
  for (const row of tops.rows) expect([row.masked, row.values.margin_name, row.values.margin_value]).toEqual([['margin_name', 'margin_value'], undefined, undefined])
  expect(tops.remarks).toContain('您无权查看成本，销售利润率不显示。')
  const margin = await read(site.site.database.pool, reader => analysisParts.lookups!.margin!.run({ reader, ...asking(site, selling, { year: 2026 }) }, mine().map(id => ({ id, values: {} }))))
  expect(margin.size).toBe(0)
  const cost = { object: 'customer', series: 'sales', sums: { cost: { measure: 'cost', from: 202601, to: 202612 } } }
  await expect(read(site.site.database.pool, reader => seriesTotals(reader, site.site.env.catalog.current(), selling, cost))).rejects.toMatchObject({ code: 'forbidden' })
  const filtered = { columns: ['name'], filter: { series: 'sales', measure: 'cost', from: 202601, to: 202612, least: '1' } }
  expect((await seller.call('POST', '/api/records/customer/query', filtered)).statusCode).toBe(403)
  expect((await seller.call('POST', '/api/records/customer/query', { ...filtered, filter: { ...filtered.filter, measure: 'amount' } })).statusCode).toBe(200)
})

test('age and wage that a reader may not see stand masked in F05, the other lines as ever', async () => {
  const finance = await actorOf(site, (await site.person('钱会计', ['财务部'])).id)
  const { rows: lines } = await report(site, finance, 'overview', { year: 2026 })
  for (const line of lines) {
    const covered = line.values.group === '年龄' || line.values.group === '工薪水平'
    expect([line.values.group, line.masked ?? null, line.values.count === undefined]).toEqual([line.values.group, covered ? ['count', 'share'] : null, covered])
  }
})

test('only who may see and change all customers stores grades', async () => {
  await expect(perform(site.site.env, selling, 'grade.store', { year: 2026 })).rejects.toBeInstanceOf(AppError)
  expect(await rows('select count(*)::int as n from grade_change')).toEqual([{ n: 0 }])
})

test('F16: won, lost, in the bin, kept and paid, by representative', async () => {
  const run = (action: string, input: unknown): Promise<{ id: string }> => perform(site.site.env, town.actor, action, input)
  const [lost, binned, before] = [mine()[0]!, (await run('record.create', { object: 'customer', values: { name: '将删除', owner: seller.id } })).id, mine()[1]!]
  await run('record.update', { object: 'customer', id: lost, values: { stage: 'lost' } })
  await run('record.update', { object: 'customer', id: before, values: { stage: 'lost' } })
  await rows("update history set at = '2026-01-05' where object = 'customer' and record = $1 and after ->> 'stage' = 'lost'", [before])
  await run('record.delete', { object: 'customer', ids: [binned] })
  await run('record.create', { object: 'payment', values: { customer: lost, date: TODAY, amount: '1234.50', owner: seller.id } })
  await run('record.create', { object: 'payment', values: { customer: lost, date: '2026-01-01', amount: '99', owner: seller.id } })
  await run('record.create', { object: 'repNote', values: { person: seller.id, date: TODAY, text: '漏报客户' } })
  const day = new Date().toISOString().slice(0, 10)
  const [from, to] = [day < TODAY ? day.slice(0, 8) + '01' : '2026-11-01', day > TODAY ? day : '2026-11-30']
  const data = await report(site, town.actor, 'representatives', { from, to })
  const row = data.rows.find(one => one.values.person === '王芳')!
  expect(row.values).toMatchObject({ fresh: 8, left: 2, present: 6, net: 6, paid: '1234.5', fault: '漏报客户' })
  expect(data.rows.find(one => one.values.person !== '王芳')!.values).toMatchObject({ fresh: 22, left: 0, present: 22 })
  expect(data.remarks![0]).toContain('移入回收站')
})

test('figures beside customers are those of their orders, for rows of customers and for rows that name one', async () => {
  const [now, before] = [await plainSales(site, '2026-01-01', '2026-12-31'), await plainSales(site, '2025-01-01', '2025-12-31')]
  const look = (name: string, records: { id: string; values: Record<string, unknown> }[]) =>
    read(site.site.database.pool, reader => analysisParts.lookups![name]!.run({ reader, ...asking(site, town.actor, { year: 2026 }) }, records))
  const plain = await look('salesOfYear', town.customers.map(id => ({ id, values: {} })))
  for (const one of now) expect([one.name, cents(plain.get(one.id)?.value)]).toEqual([one.name, cents(one.amount)])
  const named = await look('salesLastYear', town.customers.map((id, at) => ({ id: `row${at}`, values: { customer: { id, label: '' } } })))
  town.customers.forEach((id, at) => expect(cents(named.get(`row${at}`)?.value)).toBe(cents(before.find(one => one.id === id)?.amount)))
  const months = await rows<{ customer: string; month: string; total: string }>(`select customer, to_char(date, 'YYYY-MM') as month, sum(total)::text as total from sales_order
    where deleted_at is null and status in ('confirmed', 'shipped', 'done') and date between '2025-11-01' and '2026-10-31' group by 1, 2`)
  const first = new Map((await rows<{ customer: string; month: string }>("select customer, to_char(min(date), 'YYYY-MM') as month from sales_order where deleted_at is null and status in ('confirmed', 'shipped', 'done') group by 1")).map(row => [row.customer, row.month]))
  const [average, best, worst] = await Promise.all(['averageMonth', 'bestMonth', 'worstMonth'].map(name => look(name, town.customers.map(id => ({ id, values: {} })))))
  for (const [id, own] of Map.groupBy(months, row => row.customer)) {
    const begun = first.get(id)! < '2025-11' ? '2025-11' : first.get(id)!
    const count = (2026 - Number(begun.slice(0, 4))) * 12 + 10 - Number(begun.slice(5)) + 1
    const amounts = own.map(row => cents(row.total))
    expect([cents(average!.get(id)!.value), cents(best!.get(id)!.value), cents(worst!.get(id)!.value)]).toEqual(
      [Math.round(amounts.reduce((sum, one) => sum + one, 0) / count + 1e-9), Math.max(...amounts), Math.min(...amounts, ...(amounts.length < count ? [0] : []))])
  }
})

test('a falling customer over its limit with an open complaint is told so in words', async () => {
  const id = town.customers[3]!
  await rows("update customer set credit_limit = 100, receivable = 350.5, open_complaints = 2 where id = $1", [id])
  await rows("update customer_sales_month set amount = 0 where parent = $1", [id])
  await rows("insert into customer_sales_month (org, parent, month, amount) values (1, $1, 202503, 100000), (1, $1, 202603, 65000) on conflict (org, parent, month) do update set amount = excluded.amount", [id])
  const found = await read(site.site.database.pool, reader => analysisParts.lookups!.trend!.run({ reader, ...asking(site, town.actor, { year: 2026 }) }, [{ id, values: {} }]))
  expect(found.get(id)!.value).toBe('销售额同比下降35%；应收超信用额度250.50元；未结投诉2件')
})
