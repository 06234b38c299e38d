// Monthly sums are those of a recount, whatever people did: orders that move to other days and customers, go and come back,
// customers that are merged, undo and redo, two people at once.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { AppError } from '#core/lib/error.ts'
import type { Actor } from '#core/object/access.ts'
import { read, transaction } from '#server/database/transaction.ts'
import { seriesGroups } from './depends.ts'
import { contextOf } from './perform.ts'
import { catchUp } from './catch-up.ts'
import { rebuildSeries, wrongMonths } from './series.ts'
import { fillSeries } from './series-fill.ts'
import { openWorld } from './test-world.ts'
import type { World } from './test-world.ts'

let world: World
beforeAll(async () => { world = await openWorld() })
afterAll(() => world.close())

const wrong = async (): Promise<number> => {
  const catalog = world.catalog.current()
  return read(world.pool, reader => wrongMonths({ tx: reader, catalog, actor: world.boss }, seriesGroups(catalog)[0]!))
}

const DAYS = ['2025-12-31', '2026-01-01', '2026-01-31', '2026-02-01', '2027-05-09', null]

type Command =
  | { do: 'order'; customer: number; day: number; price: number; draft: boolean }
  | { do: 'move'; order: number; customer: number; day: number }
  | { do: 'status' | 'price'; order: number; n: number }
  | { do: 'delete' | 'restore'; order: number }
  | { do: 'many'; day: number }
  | { do: 'merge'; a: number; b: number }
  | { do: 'undo' | 'redo' }

const five = fc.nat(4)
const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ do: fc.constant('order' as const), customer: five, day: fc.nat(5), price: fc.integer({ min: 0, max: 300 }), draft: fc.boolean() }),
  fc.record({ do: fc.constant('move' as const), order: five, customer: five, day: fc.nat(5) }),
  fc.record({ do: fc.constantFrom('status' as const, 'price' as const), order: five, n: fc.nat(4) }),
  fc.record({ do: fc.constantFrom('delete' as const, 'restore' as const), order: five }),
  fc.record({ do: fc.constant('many' as const), day: fc.nat(5) }),
  fc.record({ do: fc.constant('merge' as const), a: five, b: five }),
  fc.record({ do: fc.constantFrom('undo' as const, 'undo' as const, 'redo' as const) }),
)

interface Town {
  actor: Actor
  customers: string[]
  orders: string[]
}

async function act({ actor, customers, orders }: Town, step: Command): Promise<void> {
  const run = (action: string, input: unknown): Promise<{ id?: string }> => world.run(actor, action, input)
  const order = 'order' in step ? orders[step.order % Math.max(orders.length, 1)] : undefined
  if ('order' in step && order === undefined) return
  switch (step.do) {
    case 'order': {
      const { id } = await run('record.create', { object: 'order', values: {
        customer: customers[step.customer], date: DAYS[step.day], status: step.draft ? 'draft' : 'open', lines: [{ text: 'x', quantity: '2', price: `${step.price}.55` }] } })
      return void orders.push(id!)
    }
    case 'move': return void await run('record.update', { object: 'order', id: order, values: { customer: customers[step.customer], date: DAYS[step.day] } })
    case 'status': return void await run('record.update', { object: 'order', id: order, values: { status: ['draft', 'open', 'done'][step.n % 3] } })
    case 'price': return void await run('record.update', { object: 'order', id: order, values: { discount: `${step.n}` } })
    case 'delete': return void await run('record.delete', { object: 'order', ids: [order] })
    case 'restore': return void await run('record.restore', { object: 'order', ids: [order] })
    case 'many': return void await run('record.bulk', { object: 'order', ids: orders, set: { date: DAYS[step.day] } })
    case 'merge': return void await run('record.merge', { object: 'customer', keep: customers[step.a], from: [customers[step.b]] })
    case 'undo': return void await run('undo', {})
    case 'redo': await run('undo', {})
      return void await run('redo', {})
  }
}

test('whatever is done to orders and customers, every month holds what a recount gives', async () => {
  const done = new Map<string, number>()
  await fc.assert(fc.asyncProperty(fc.array(command, { minLength: 5, maxLength: 25 }), async steps => {
    const town: Town = { actor: world.actor({ powers: ['bulk', 'merge', 'bin'] }), customers: [], orders: [] }
    for (let n = 0; n < 5; n++) town.customers.push((await world.run<{ id: string }>(town.actor, 'record.create', { object: 'customer', values: { name: `客户${n}` } })).id)
    for (const step of steps) {
      try {
        await act(town, step)
        done.set(step.do, (done.get(step.do) ?? 0) + 1)
      } catch (fault) {
        if (!(fault instanceof AppError) || fault.code === 'internal') throw fault
      }
      expect(await wrong()).toBe(0)
    }
  }), { numRuns: 25 })
  // Each of them was really done.
  for (const kind of ['order', 'move', 'status', 'price', 'delete', 'restore', 'many', 'merge', 'undo', 'redo']) expect([kind, (done.get(kind) ?? 0) > 2]).toEqual([kind, true])
}, 180_000)

test('orders entered for one customer by several people at once are all in its month', async () => {
  const { id } = await world.run<{ id: string }>(world.boss, 'record.create', { object: 'customer', values: { name: '众人的客户' } })
  await Promise.all(Array.from({ length: 12 }, (_, n) => world.run(world.actor(), 'record.create', { object: 'order', values: {
    customer: id, date: n % 2 ? '2026-03-01' : '2026-03-31', lines: [{ text: 'x', price: '10.01' }] } })))
  expect(await world.rows('select month, amount, orders from customer_sales_month where parent = $1', [id])).toEqual([{ month: 202603, amount: '12012', orders: '12' }])
  expect(await wrong()).toBe(0)
})

test('months that were lost are there again after a rebuild', async () => {
  await world.pool.query('update customer_sales_month set amount = amount + 1')
  await world.pool.query('insert into customer_sales_month (org, parent, month, amount) values (1, gen_random_uuid(), 202601, 5)')
  expect(await wrong()).toBeGreaterThan(1)
  await transaction(world.pool, tx => rebuildSeries(contextOf(world.env, world.boss, tx, 'test'), seriesGroups(world.catalog.current())[0]!))
  expect(await wrong()).toBe(0)
})

test('a database without months gets them in the background, once', async () => {
  await world.pool.query('delete from customer_sales_month')
  await world.pool.query("update sales_order set goods = 0, total = 0")
  await world.pool.query("update outbox set done_at = now() where done_at is null and kind = 'recompute'")
  expect(await fillSeries(world.env, world.boss)).toEqual(['orderLine', 'order', 'customer'])
  expect(await fillSeries(world.env, world.boss)).toEqual([])
  while (await catchUp(world.env, world.boss)) { /* the next step */ }
  expect(await wrong()).toBe(0)
  expect(await world.rows(`select sum(goods) > 0 as filled, (select sum(amount) > 0 from customer_sales_month) as months from sales_order`)).toEqual([{ filled: true, months: true }])
  expect(await fillSeries(world.env, world.boss)).toEqual([])
})
