// Every computed form against the same told in plain SQL over the orders and lines of a random town.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestSite } from '#app/test-site.ts'
import { testSite } from '#app/test-site.ts'
import type { GridData, RowData } from '#core/form/data.ts'
import type { SheetLink } from '#core/form/sheet.ts'
import { PROVINCES } from '#core/lib/divisions.ts'
import { perform } from '#server/action/perform.ts'
import { read } from '#server/database/transaction.ts'
import { groupRows } from '#server/record/group.ts'
import { plainSales, report, settle } from './test-town.ts'
import type { Sold, Town } from './test-town.ts'

const SEEDS = [7, 42, 2026]
const YEAR = ['2026-01-01', '2026-12-31'] as const

let site: TestSite
let town: Town
beforeAll(async () => {
  site = await testSite()
  // The company draws its own line: in this town little is much.
  const { rows: [company] } = await site.site.database.pool.query<{ id: string }>('select id from company')
  await site.boss.ok('PATCH', `/api/records/company/${company!.id}`, { values: { growthFloor: '500' } })
})
afterAll(() => site?.close())

const rows = async <T extends object>(sql: string, params: unknown[] = []): Promise<T[]> => (await site.site.database.pool.query<T>(sql, params)).rows
const ask = (name: string, params: Record<string, unknown> = {}): Promise<GridData> => report(site, town.actor, name, { year: 2026, ...params })
const behind = ({ object, filter }: SheetLink): Promise<number> => read(site.site.database.pool, async reader =>
  Number((await groupRows(reader, site.site.env.catalog.current(), town.actor, { object, ...(filter ? { filter } : {}), measures: [{ fn: 'count' }] })).rows[0]!.count))

const cents = (amount: string): number => Math.round(Number(amount) * 100)
const byAmount = (a: Sold, b: Sold): number => cents(b.amount) - cents(a.amount) || (a.code < b.code ? -1 : 1)
const thousandths = (list: unknown[]): number => list.reduce<number>((sum, value) => sum + Math.round(Number(value) * 1000), 0)

/** Towns grow: each seed adds its people to those before. */
describe.each(SEEDS)('town %i', seed => {
  let sold: Sold[]
  beforeAll(async () => {
    town = await settle(site, seed, { customers: 30, orders: 90 })
    sold = await plainSales(site, ...YEAR)
  }, 60_000)

  test('F05: every line is counted, lines of a kind are all customers, shares add up to 100 %, and links lead to the records', async () => {
    const all = await rows<Record<string, string | null>>('select boss_gender as gender, boss_age as age, settlement, address__province as province, demand, wage, shopping, id from customer where deleted_at is null')
    const side = new Map(PROVINCES.map(province => [province.name, province.side]))
    const band = (value: string | null, limits: number[], unit: string): string => {
      if (value === null) return '未填'
      const at = limits.filter(limit => Number(value) >= limit).length
      return at === 0 ? `${limits[0]}${unit}以下` : at === limits.length ? `${limits.at(-1)}${unit}以上` : `${limits[at - 1]}~${limits[at]}${unit}`
    }
    const words: Record<string, string> = { male: '男性', female: '女性', urban: '城市', rural: '乡村', production: '生产资料', consumption: '生活资料', stall: '摊点零售', market: '市场批发', factory: '厂家批发' }
    const word = (value: string | null): string => (value === null ? '未填' : words[value]!)
    const spent = new Map(sold.map(one => [one.id, cents(one.amount)]))
    const expected = new Map<string, number>()
    for (const one of all) {
      const fen = spent.get(one.id!)!
      const lines = { 性别: word(one.gender!), 年龄: band(one.age!, [18, 45, 60], '岁'), '地域（城乡）': word(one.settlement!), '地域（东西南北）': side.get(one.province ?? '') ?? '未填', 需求类型: word(one.demand!),
        工薪水平: band(one.wage!, [1000, 3000], '元'), 偏好的购物方式: word(one.shopping!), 消费额: fen >= 10_000_000 ? '高额' : fen >= 1_000_000 ? '中额' : fen > 0 ? '低额' : '本年无消费' }
      for (const [group, line] of Object.entries(lines)) expected.set(`${group} ${line}`, (expected.get(`${group} ${line}`) ?? 0) + 1)
    }
    const data = await ask('overview')
    for (const row of data.rows) expect([row.values.group, row.values.line, row.values.count]).toEqual([row.values.group, row.values.line, expected.get(`${row.values.group} ${row.values.line}`) ?? 0])
    for (const [group, lines] of Map.groupBy(data.rows, row => row.values.group)) {
      expect([group, lines.reduce((sum, row) => sum + Number(row.values.count), 0), thousandths(lines.map(row => row.values.share))]).toEqual([group, all.length, 1000])
    }
    for (const row of data.rows) expect([row.values.line, await behind(row.links!.count!)]).toEqual([row.values.line, row.values.count])
    expect([...new Set(data.rows.map(row => row.values.group))]).toEqual(['性别', '年龄', '地域（城乡）', '地域（东西南北）', '消费额', '需求类型', '工薪水平', '偏好的购物方式'])
  })

  test('F06: regions with their customers and sales, customers without a region in a line of their own; inside one, shares of its sales', async () => {
    const names = new Map((await rows<{ id: string; name: string }>('select id, name from region')).map(row => [row.id, row.name]))
    const data = await ask('regions')
    for (const [region, own] of Map.groupBy(sold, one => one.region)) {
      const row = data.rows.find(one => one.values.area === (region === null ? '未填' : names.get(region)))!
      expect([row.values.count, cents(String(row.values.sales))]).toEqual([own.length, own.reduce((sum, one) => sum + cents(one.amount), 0)])
      expect(await behind(row.links!.count!)).toBe(own.length)
    }
    expect(thousandths(data.rows.map(row => row.values.countShare))).toBe(1000)
    expect(cents(String(data.totals!.sales))).toBe(sold.reduce((sum, one) => sum + cents(one.amount), 0))
    expect(data.rows.at(-1)!.values.area).toBe('未填')
    const region = town.regions[0]!
    const inside = await ask('regions', { region, top: 3 })
    const own = sold.filter(one => one.region === region && cents(one.amount) !== 0).sort(byAmount)
    expect(inside.rows.slice(1, 4).map(row => [row.values.area, cents(String(row.values.sales))])).toEqual(own.slice(0, 3).map(one => [one.name, cents(one.amount)]))
    expect(inside.rows.slice(1).reduce((sum, row) => sum + cents(String(row.values.sales)), 0)).toBe(sold.filter(one => one.region === region).reduce((sum, one) => sum + cents(one.amount), 0))
  })

  test('F07: what each customer bought of each product; others make every total whole', async () => {
    const bought = await rows<{ customer: string; product: string; amount: string }>(`select c.name as customer, l.product, sum(round(l.quantity * l.price, 2))::text as amount from order_line l join sales_order o on o.id = l."order" join customer c on c.id = o.customer
      where l.deleted_at is null and o.deleted_at is null and o.status in ('confirmed', 'shipped', 'done') and o.date between $1 and $2 group by c.id, c.name, l.product`, [...YEAR])
    const whole = bought.reduce((sum, one) => sum + cents(one.amount), 0)
    for (const params of [{}, { top: 4, columns: 3 }, { by: 'category' }, { products: [town.products[2], town.products[0]] }]) {
      const data = await ask('matrix', params)
      const keys = data.across!.map(column => `p:${column.key}`)
      for (const row of data.rows) expect([row.values.name, [...keys, 'other'].reduce((sum, key) => sum + cents(String(row.values[key] ?? '0')), 0)]).toEqual([row.values.name, cents(String(row.values.total))])
      for (const key of [...keys, 'other', 'total']) expect([key, data.rows.reduce((sum, row) => sum + cents(String(row.values[key] ?? '0')), 0)]).toEqual([key, cents(String(data.totals![key]))])
      expect(cents(String(data.totals!.total))).toBe(whole)
    }
    const data = await ask('matrix', { columns: 15, top: 200 })
    for (const { key } of data.across!) expect(cents(String(data.totals![`p:${key}`]))).toBe(bought.filter(one => one.product === key).reduce((sum, one) => sum + cents(one.amount), 0))
    const asked = await ask('matrix', { products: [town.products[2], town.products[0]] })
    expect(asked.across!.map(column => column.key)).toEqual([town.products[2], town.products[0]])
  })

  test.each(['rank', 'share', 'ours'])('F08 by %s: half-open bands, no sales is E, links lead to as many as are counted', async basis => {
    const buyers = sold.filter(one => cents(one.amount) > 0)
    const total = buyers.reduce((sum, one) => sum + cents(one.amount), 0)
    const ours = new Map((await rows<{ customer: string; share: string }>('select customer, max(share)::text as share from customer_supplier where ours and deleted_at is null group by 1')).map(row => [row.customer, Number(row.share)]))
    const score = (one: Sold): number => (basis === 'ours' ? ours.get(one.id) ?? 0
      : basis === 'share' ? buyers.filter(other => cents(other.amount) <= cents(one.amount)).reduce((sum, other) => sum + cents(other.amount), 0) / total
        : buyers.filter(other => cents(other.amount) < cents(one.amount)).length / (buyers.length - 1))
    const gradeOf = (one: Sold): string => {
      const value = cents(one.amount) > 0 ? score(one) : 0
      return value >= 0.9 ? 'A' : value >= 0.8 ? 'B' : value >= 0.7 ? 'C' : value >= 0.6 ? 'D' : 'E'
    }
    const expected = Map.groupBy(sold.toSorted((a, b) => Math.max(0, cents(b.amount)) - Math.max(0, cents(a.amount)) || (a.code < b.code ? -1 : 1)), gradeOf)
    const data = await ask('grades', { basis, rows: 300 })
    const counts = data.rows.at(-1)!
    for (const grade of 'ABCDE') {
      const own = data.rows.slice(0, -1).flatMap(row => (row.values[`${grade}_code`] === undefined ? [] : [row.values[`${grade}_code`]]))
      expect([grade, own]).toEqual([grade, (expected.get(grade) ?? []).map(one => one.code)])
      expect([grade, counts.values[`${grade}_name`]]).toEqual([grade, `共${own.length}家`])
      expect([grade, await behind(counts.links![`${grade}_name`]!)]).toEqual([grade, own.length])
    }
    const few = await ask('grades', { basis, rows: 2 })
    expect(few.rows).toHaveLength(3)
    expect(few.remarks!.some(text => /^E：另有\d+家未列出。$/.test(text))).toBe(true)
  })

  test('F09: the largest sales, growth of the months that are over, margins where all costs are known', async () => {
    const now = new Map((await plainSales(site, '2026-01-01', '2026-10-31')).map(one => [one.id, cents(one.amount)]))
    const before = new Map((await plainSales(site, '2025-01-01', '2025-10-31')).map(one => [one.id, cents(one.amount)]))
    const data = await ask('keyCustomers', { top: 6 })
    const column = (key: string): unknown[][] => data.rows.flatMap(row => (row.values[`${key}_name`] === undefined ? [] : [[row.values[`${key}_name`], Number(row.values[`${key}_value`]).toFixed(4)]]))
    expect(column('sales')).toEqual(sold.filter(one => cents(one.amount) > 0).sort(byAmount).slice(0, 6).map(one => [one.name, Number(one.amount).toFixed(4)]))
    const ordered = <T extends { value: number; one: Sold }>(list: T[]): unknown[][] => list.sort((a, b) => b.value - a.value || (a.one.code < b.one.code ? -1 : 1)).slice(0, 6).map(({ one, value }) => [one.name, value.toFixed(4)])
    expect(column('growth')).toEqual(ordered(sold.flatMap(one => (before.get(one.id)! >= 50_000 && now.get(one.id)! > 0 ? [{ one, value: (now.get(one.id)! - before.get(one.id)!) / before.get(one.id)! }] : []))))
    expect(column('margin')).toEqual(ordered(sold.flatMap(one => (cents(one.amount) > 0 && one.uncosted === 0 ? [{ one, value: (cents(one.amount) - cents(one.cost)) / cents(one.amount) }] : []))))
    expect(Math.min(column('sales').length, column('growth').length, column('margin').length)).toBeGreaterThan(3)
    expect(data.remarks!.join()).toContain('2026年1-10月与2025年1-10月同期比较（未满的月份不计），上期销售额不低于500元')
  })
})

test('a year without data says so and holds no figure that is none', async () => {
  for (const name of ['overview', 'regions', 'matrix', 'grades', 'keyCustomers']) {
    const data = await ask(name, { year: 2031 })
    expect([name, data.remarks!.some(text => text.includes('2031年没有销售数据'))]).toEqual([name, true])
    expect(JSON.stringify(data)).not.toMatch(/NaN|null,"share|Infinity/)
  }
})

test('grades are stored with date and basis, only where they differ, and one undo takes them back', async () => {
  const store = (): Promise<{ count: number; message: string }> => perform(site.site.env, town.actor, 'grade.store', { year: 2026, basis: 'rank' })
  const wanted = await ask('grades', { basis: 'rank', rows: 300 })
  const codes = (grade: string): unknown[] => wanted.rows.slice(0, -1).flatMap((row: RowData) => row.values[`${grade}_code`] ?? []).sort()
  const all = Number((await rows<{ n: number }>('select count(*)::int as n from customer where deleted_at is null'))[0]!.n)
  expect((await store()).count).toBe(all)
  const kept = await rows<{ code: string; grade: string; version: number }>('select code, grade, version from customer order by code')
  for (const grade of 'ABCDE') expect([grade, kept.filter(one => one.grade === grade).map(one => one.code)]).toEqual([grade, codes(grade)])
  expect(await rows('select distinct basis, year, previous, version from grade_change')).toEqual([{ basis: 'rank', year: '2026', previous: null, version: 1 }])
  expect((await store()).message).toBe('已评定，等级没有变动')
  const share = await perform<{ count: number }>(site.site.env, town.actor, 'grade.store', { year: 2026, basis: 'share' })
  expect(share.count).toBeGreaterThan(0)
  expect(await rows('select count(*)::int as n from grade_change where basis = $1 and previous is not null and previous <> grade', ['share'])).toEqual([{ n: share.count }])
  await perform(site.site.env, town.actor, 'undo', {})
  expect(await rows('select code, grade from customer order by code')).toEqual(kept.map(({ code, grade }) => ({ code, grade })))
  expect(await rows("select count(*)::int as n from grade_change where basis = 'share' and deleted_at is null")).toEqual([{ n: 0 }])
  expect(await rows("select count(*)::int as n from history h join customer c on c.id = h.record where h.object = 'customer' and h.action = 'grade.store' and h.after ? 'grade'")).toEqual([{ n: all + share.count }])
})
