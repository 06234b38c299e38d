// Events: everything committed is told once to every process; a slow transaction is not forgotten, a rolled back one not told.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { transaction } from '#server/database/transaction.ts'
import { openEvents } from './events.ts'
import type { ChangedPayload, EventHub } from './events.ts'
import { catchUp } from './catch-up.ts'
import { openWorld } from './test-world.ts'
import type { World } from './test-world.ts'

let world: World
let hubs: EventHub[]
const heard: string[][] = [[], []]

beforeAll(async () => {
  world = await openWorld()
  const { user, host, database } = world.pool.options
  hubs = await Promise.all(heard.map(() => openEvents(world.pool, { connection: { user, host, database }, every: 50 })))
  hubs.forEach((hub, at) => hub.subscribe(event => {
    if (event.kind === 'changed') heard[at]!.push(...(event.payload as unknown as ChangedPayload).ids ?? ['many'])
  }))
  world.env.events = hubs[0]!
})
afterAll(async () => {
  await Promise.all(hubs.map(hub => hub.close()))
  await world.close()
})

const until = async (ready: () => boolean): Promise<void> => {
  for (let i = 0; i < 200 && !ready(); i++) await new Promise(resolve => { setTimeout(resolve, 25) })
}

test('each process hears of each change once, also of one that was long under way', async () => {
  let release: () => void = () => undefined
  const held = new Promise<void>(resolve => { release = resolve })
  const slow = transaction(world.pool, async tx => {
    await tx.query(`insert into outbox (org, id, kind, payload, xid) values (1, gen_random_uuid(), 'changed', '{"object": "customer", "ids": ["slow"]}', pg_current_xact_id()::text::bigint)`)
    await held
  })
  const ids = await Promise.all(Array.from({ length: 20 }, async (_, at) => (await world.run<{ id: string }>(world.boss, 'record.create', { object: 'customer', values: { name: `e${at}` } })).id))
  await until(() => heard.every(list => list.length >= 20))
  release()
  await slow
  await until(() => heard.every(list => list.length >= 21))
  for (const list of heard) expect(list.toSorted()).toEqual([...ids, 'slow'].sort())
})

test('parents whose sums moved are told too, and refused actions are not', async () => {
  const { id: customer } = await world.run<{ id: string }>(world.boss, 'record.create', { object: 'customer', values: { name: 'p' } })
  const { id } = await world.run<{ id: string }>(world.boss, 'record.create', { object: 'order', values: { customer, lines: [{ price: '1' }] } })
  await world.run(world.boss, 'record.create', { object: 'order', values: { customer, lines: [{ price: 'x' }] } }).catch(() => undefined)
  await until(() => heard[1]!.filter(one => one === customer).length >= 2)
  expect(heard[1]!.filter(one => one === customer)).toHaveLength(2)
  expect(heard[1]).toContain(id)
})

test('formulas of very many dependents follow in the background', async () => {
  const run = <R>(name: string, input: unknown): Promise<R> => world.run<R>(world.boss, name, input)
  const { id: region } = await run<{ id: string }>('record.create', { object: 'region', values: { name: 'wide', factor: '1' } })
  const { id: customer } = await run<{ id: string }>('record.create', { object: 'customer', values: { name: 'wide' } })
  for (let i = 0; i < 4; i++) await run('record.create', { object: 'order', values: { customer, lines: Array.from({ length: 1500 }, () => ({ price: '1', region })) } })
  await run('record.update', { object: 'region', id: region, values: { factor: '2' } })
  expect(await world.rows('select sales from customer where id = $1', [customer])).toEqual([{ sales: '6000.00' }])
  while (await catchUp(world.env, world.boss));
  expect(await world.rows('select sales from customer where id = $1', [customer])).toEqual([{ sales: '12000.00' }])
})
