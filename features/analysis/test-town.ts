// A town of random customers, orders, returns and payments for the tests of the analysis, entered through the write path; and the same
// told again in plain SQL over orders and lines alone.
import type { TestSite } from '#app/test-site.ts'
import type { Actor } from '#core/object/access.ts'
import type { FormAsk } from '#server/form/parts.ts'
import { perform } from '#server/action/perform.ts'
import { read } from '#server/database/transaction.ts'
import { systemActor } from '#server/user/system-actor.ts'
import { analysisParts } from './analysis.server.ts'

export const TODAY = '2026-11-25'

export interface Town {
  site: TestSite
  actor: Actor
  customers: string[]
  regions: string[]
  products: string[]
}

const PROVINCES = ['浙江省', '四川省', '广东省', '北京市', '火星', null]
const pick = <T>(random: () => number, list: readonly T[]): T => list[Math.floor(random() * list.length)]!

/** Repeatable: the seed tells everything (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

export const actorOf = async (site: TestSite, id: string): Promise<Actor> => ({ ...(await site.site.actors.get(1, id))!, via: 'page' })

const run = <R = { id: string }>(site: TestSite, actor: Actor, action: string, input: unknown): Promise<R> => perform<R>(site.site.env, actor, action, input)

export async function settle(site: TestSite, seed: number, size: { customers: number; orders: number }): Promise<Town> {
  const random = randomOf(seed)
  const actor = await actorOf(site, site.boss.id)
  // The product itself enters costs too.
  const maker = systemActor(1, site.site.env.catalog.current())
  const make = async (object: string, values: Record<string, unknown>): Promise<string> => (await run(site, maker, 'record.create', { object, values })).id
  const regions = [await make('region', { name: `东区${seed}` }), await make('region', { name: `西区${seed}` })]
  const category = await make('category', { name: `五金${seed}` })
  const products = await Promise.all(Array.from({ length: 9 }, (_, n) => make('product', { name: `产品${seed}-${n}`, ...(n % 3 ? { category } : {}) })))
  const saved = await run<{ results: { id: string }[] }>(site, maker, 'record.save', { object: 'customer', changes: Array.from({ length: size.customers }, (_, n) => ({ values: customer(random, n, regions) })) })
  const customers = saved.results.map(result => result.id)
  await run(site, maker, 'record.save', { object: 'order', changes: Array.from({ length: size.orders }, () => ({ values: order(random, customers, products) })) })
  return { site, actor, customers, regions, products }
}

function customer(random: () => number, n: number, regions: string[]): Record<string, unknown> {
  const some = <T>(value: T): T | null => (random() < 0.8 ? value : null)
  const province = pick(random, PROVINCES)
  return {
    name: `客户${n}`, region: pick(random, [...regions, null]), bossGender: some(pick(random, ['male', 'female'])), bossAge: some(pick(random, [17, 18, 44, 45, 59, 60, 80])),
    settlement: some(pick(random, ['urban', 'rural'])), demand: some(pick(random, ['production', 'consumption'])), wage: some(pick(random, ['999.99', '1000', '2999.99', '3000'])),
    shopping: some(pick(random, ['stall', 'market', 'factory'])), ...(province ? { address: { province, detail: '某路1号' } } : {}),
    suppliers: random() < 0.5 ? [{ brand: '本厂', ours: true, share: pick(random, ['0.5', '0.6', '0.75', '0.9', '1']) }] : [],
  }
}

function order(random: () => number, customers: string[], products: string[]): Record<string, unknown> {
  const back = random() < 0.1
  // A few customers buy much, some never.
  const who = customers[Math.floor(random() ** 2 * customers.length * 0.8)]!
  const month = 1 + Math.floor(random() * 12)
  const year = random() < 0.6 ? 2026 : 2025
  const lines = Array.from({ length: 1 + Math.floor(random() * 3) }, () => ({
    product: pick(random, products), quantity: String((back ? -1 : 1) * (1 + Math.floor(random() * 9))), price: pick(random, ['10', '33.33', '250', '999.99', '0.01']), ...(random() < 0.9 ? { cost: pick(random, ['5', '20.5', '200']) } : {}),
  }))
  return {
    customer: who, date: `${year}-${String(month).padStart(2, '0')}-${pick(random, ['01', '15', '28'])}`, status: pick(random, ['draft', 'confirmed', 'shipped', 'done', 'done', 'cancelled']),
    kind: back ? 'return' : 'sale', discount: pick(random, ['0', '0', '1.5']), lines,
  }
}

/** A report as the form server would ask for it. */
export const report = (site: TestSite, actor: Actor, name: string, params: Record<string, unknown>, given: Record<string, unknown> = {}) => {
  const { pool } = site.site.database
  return read(pool, reader => analysisParts.reports![name]!({ reader, ...asking(site, actor, params) }, given))
}

export const asking = (site: TestSite, actor: Actor, params: Record<string, unknown>): Omit<FormAsk, 'reader'> =>
  ({ catalog: site.site.env.catalog.current(), actor, params, today: TODAY, lang: 'zh', settings: {} })

export interface Sold {
  id: string
  code: string
  name: string
  region: string | null
  amount: string
  cost: string
  uncosted: number
}

/** What every living customer bought between two days, from the lines themselves. */
export async function plainSales(site: TestSite, from: string, to: string): Promise<Sold[]> {
  const { rows } = await site.site.database.pool.query<Sold>(`
    with orders as (select o.customer, coalesce(sum(round(l.quantity * l.price, 2)), 0) - coalesce(o.discount, 0) as amount, coalesce(sum(round(l.quantity * l.cost, 2)), 0) as cost, count(*) filter (where l.id is not null and l.cost is null) as uncosted
      from sales_order o left join order_line l on l."order" = o.id and l.deleted_at is null
      where o.deleted_at is null and o.status in ('confirmed', 'shipped', 'done') and o.date between $1 and $2 group by o.id, o.customer, o.discount)
    select c.id, c.code, c.name, c.region, coalesce(sum(o.amount), 0)::numeric(20,2)::text as amount, coalesce(sum(o.cost), 0)::numeric(20,2)::text as cost, coalesce(sum(o.uncosted), 0)::int as uncosted
    from customer c left join orders o on o.customer = c.id where c.deleted_at is null group by c.org, c.id order by c.code collate "C"`, [from, to])
  return rows
}
