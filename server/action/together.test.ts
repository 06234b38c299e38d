// Many writers at once, cut connections, repeated requests: nothing lost, nothing doubled, nothing half done.
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { AppError } from '#core/lib/error.ts'
import { newId } from '#core/lib/id.ts'
import { openWorld } from './test-world.ts'
import type { World } from './test-world.ts'

let world: World
beforeAll(async () => { world = await openWorld() })
afterAll(() => world.close())

type Saved = { id: string; version: number }
const create = (object: string, values: Record<string, unknown>): Promise<Saved> => world.run<Saved>(world.boss, 'record.create', { object, values })
const update = (object: string, id: string, values: Record<string, unknown>, version?: number): Promise<Saved> =>
  world.run<Saved>(world.boss, 'record.update', { object, id, values, ...(version === undefined ? {} : { version }) })
const all = <T>(count: number, work: (at: number) => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: count }, (_, at) => work(at)))
const keyOf = (work: Promise<unknown>): Promise<string | undefined> =>
  work.then(() => undefined, (fault: unknown) => { if (fault instanceof AppError) return fault.key; throw fault })

async function stateHash(): Promise<string> {
  const tables = ['customer', 'sales_order', 'order_line', 'region', 'history', 'action_batch', 'outbox', 'counter', 'idempotency', 'record_comment', 'record_share']
  const dump = await Promise.all(tables.map(table => world.rows(`select t::text as row from "${table}" t order by 1`)))
  return createHash('sha256').update(JSON.stringify(dump)).digest('hex')
}

/** Sums as they are stored beside sums counted from scratch. */
async function wrongSums(): Promise<unknown[]> {
  const orders = await world.rows(`select o.id from sales_order o where deleted_at is null and (
    goods is distinct from (select coalesce(sum(amount), 0) from order_line l where l."order" = o.id and l.deleted_at is null) or total is distinct from goods - coalesce(discount, 0))`)
  const customers = await world.rows(`select c.id from customer c where deleted_at is null and (
    orders is distinct from (select count(*) from sales_order o where o.customer = c.id and o.deleted_at is null)
    or sales is distinct from (select coalesce(sum(total) filter (where status <> 'draft'), 0) from sales_order o where o.customer = c.id and o.deleted_at is null)
    or free is distinct from coalesce(credit, 0) - sales)`)
  return [...orders, ...customers]
}

test('eight people changing one record by its version: as many successes as versions', async () => {
  const { id } = await create('customer', { name: 'cas', staff: 0 })
  let successes = 0
  await all(8, async () => {
    for (let i = 0; i < 15; i++) {
      const [row] = await world.rows<{ version: number; staff: string }>('select version, staff from customer where id = $1', [id])
      const key = await keyOf(update('customer', id, { staff: Number(row!.staff) + 1 }, row!.version))
      if (key === undefined) successes++
      else expect(key).toBe('record.changed')
    }
  })
  expect(await world.rows('select version, staff from customer where id = $1', [id])).toEqual([{ version: successes + 1, staff: String(successes) }])
})

test('every acknowledged line of a shared note stands in it exactly once', async () => {
  const { id } = await create('customer', { name: 'append', log: '' })
  const acknowledged: string[] = []
  await all(6, async who => {
    for (let i = 0; i < 10; i++) {
      const mark = `[${who}.${i}]`
      for (;;) {
        const [row] = await world.rows<{ version: number; log: string | null }>('select version, log from customer where id = $1', [id])
        if (await keyOf(update('customer', id, { log: (row!.log ?? '') + mark }, row!.version)) === undefined) break
      }
      acknowledged.push(mark)
    }
  })
  const [row] = await world.rows<{ log: string }>('select log from customer where id = $1', [id])
  expect(row!.log.match(/\[\d+\.\d+\]/g)!.sort()).toEqual(acknowledged.sort())
})

test('sixteen writers get sixteen rows of numbers without a double and without a gap', async () => {
  const before = await world.rows<{ n: string }>("select coalesce(max(right(code, 4)::int), 0) as n from customer where code like 'KH-%'")
  await all(16, async () => { for (let i = 0; i < 10; i++) await create('customer', { name: 'serial' }) })
  const codes = await world.rows<{ n: string }>("select right(code, 4)::int as n from customer where name = 'serial' order by 1")
  expect(codes.map(row => Number(row.n))).toEqual(Array.from({ length: 160 }, (_, at) => Number(before[0]!.n) + 1 + at))
})

test('two people taking one e-mail address: one gets it, the other is told whose it is', async () => {
  const results = await all(6, at => keyOf(create('customer', { name: `mail ${at}`, email: 'one@example.com' })))
  expect(results.filter(key => key === undefined)).toHaveLength(1)
  expect(new Set(results.filter(key => key !== undefined))).toEqual(new Set(['error.invalid']))
})

test('sums equal a recount whatever is done at the same time', async () => {
  const customers = await all(3, async at => (await create('customer', { name: `sum ${at}`, credit: '100' })).id)
  const orders: string[] = []
  const pick = <T>(list: T[], at: number): T => list[at % list.length]!
  await all(8, async who => {
    const actor = { ...world.actor({ powers: ['bin', 'merge'] }), name: `w${who}` }
    for (let i = 0; i < 12; i++) {
      const step = (who * 7 + i * 5) % 6
      const order = orders.length > 0 ? pick(orders, who + i * 3) : undefined
      const work = step < 2 || order === undefined
        ? world.run<Saved>(actor, 'record.create', { object: 'order', values: { customer: pick(customers, who + i), lines: [{ price: String(i + 1) }, { price: '2', quantity: '3' }] } }).then(saved => orders.push(saved.id))
        : step === 2 ? world.run(actor, 'record.update', { object: 'order', id: order, values: { lines: [{ price: String(who) }] } })
          : step === 3 ? world.run(actor, 'record.update', { object: 'order', id: order, values: { customer: pick(customers, i) } })
            : step === 4 ? world.run(actor, 'undo', {})
              : world.run(actor, 'record.delete', { object: 'order', ids: [order] })
      await work.catch((fault: unknown) => { if (!(fault instanceof AppError)) throw fault })
    }
  })
  expect(await wrongSums()).toEqual([])
  expect(orders.length).toBeGreaterThan(20)
})

test('a refusal leaves nothing behind but its own entry in the log', async () => {
  const { id } = await create('customer', { name: 'denied' })
  const { id: order } = await create('order', { customer: id, lines: [{ price: '5' }] })
  const nobody = world.actor({ read: 'none', create: false })
  const reader = world.actor({ read: 'all', write: 'none', create: false })
  const before = await stateHash()
  const audits = Number((await world.rows<{ n: string }>('select count(*) as n from audit'))[0]!.n)
  const tries: [string, unknown][] = [
    ['record.create', { object: 'customer', values: { name: 'x' } }], ['record.update', { object: 'customer', id, values: { note: 'x' } }],
    ['record.delete', { object: 'order', ids: [order] }], ['record.bulk', { object: 'customer', ids: [id], set: { note: 'x' } }],
    ['record.merge', { object: 'customer', keep: id, from: [newId()] }], ['record.erase', { object: 'customer', ids: [id] }],
    ['record.restore', { object: 'customer', ids: [id] }], ['record.reveal', { object: 'customer', id, field: 'secret' }],
    ['record.share', { object: 'customer', id, share: [] }], ['comment.add', { object: 'customer', id, text: 'x' }],
    ['catalog.addField', { object: 'customer', definition: { kind: 'text', label: { zh: 'x', en: 'x' } } }], ['undo', {}], ['redo', {}],
    ['record.save', { object: 'order', changes: [{ id: order, values: { lines: [] } }] }],
  ]
  let forbidden = 0
  for (const actor of [nobody, reader]) {
    for (const [name, input] of tries) {
      if (actor === reader && ['comment.add'].includes(name)) continue
      const fault = await world.run(actor, name, input, { idempotencyKey: newId() }).then(() => undefined, (reason: unknown) => reason as AppError)
      expect(fault, name).toBeInstanceOf(AppError)
      expect(fault!.code, name).toMatch(/forbidden|not_found|invalid|conflict/)
      if (fault!.code === 'forbidden') forbidden++
    }
  }
  expect(await stateHash()).toBe(before)
  const entries = await world.rows<{ what: string }>('select what from audit order by at, id offset $1', [audits])
  expect(entries.map(row => row.what)).toEqual(Array.from({ length: forbidden }, () => 'denied'))
  expect(forbidden).toBeGreaterThan(8)
})

test('twenty repeats of one request at once are one request', async () => {
  const me = world.actor()
  const idempotencyKey = newId()
  const input = { object: 'customer', values: { name: 'twenty' } }
  const answers = await all(20, () => world.run<Saved>(me, 'record.create', input, { idempotencyKey }))
  expect(new Set(answers.map(answer => JSON.stringify(answer))).size).toBe(1)
  expect(await world.rows("select count(*) from customer where name = 'twenty'")).toEqual([{ count: '1' }])
  expect(await keyOf(world.run(me, 'record.create', { ...input, values: { name: 'other' } }, { idempotencyKey }))).toBe('idempotency.otherBody')
  await world.run(world.actor(), 'record.create', input, { idempotencyKey })
  expect(await world.rows("select count(*) from customer where name = 'twenty'")).toEqual([{ count: '2' }])
  await world.rows("update idempotency set at = now() - interval '25 hours'")
  await world.run(me, 'record.create', { ...input, values: { name: 'after a day' } }, { idempotencyKey })
  expect(await world.rows("select count(*) from customer where name = 'after a day'")).toEqual([{ count: '1' }])
})

test('a connection cut at any moment leaves the whole of an action or nothing of it', async () => {
  const customer = (await create('customer', { name: 'cut', credit: '1000' })).id
  let [done, lost] = [0, 0]
  const work = { running: true }
  const killer = (async () => {
    while (work.running) {
      await new Promise(resolve => { setTimeout(resolve, Math.random() * 12) })
      await world.rows("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state in ('active', 'idle in transaction') limit 1").catch(() => undefined)
    }
  })()
  await all(4, async () => {
    for (let i = 0; i < 25; i++) {
      await create('order', { customer, lines: [{ price: '1' }, { price: '2' }, { price: '3' }] })
        .then(() => { done++ }, (fault: unknown) => { expect(fault).toBeInstanceOf(AppError); lost++ })
    }
  })
  work.running = false
  await killer
  const [row] = await world.rows<{ orders: string; sales: string }>('select orders, sales from customer where id = $1', [customer])
  // A commit whose answer was lost may have happened: at most as many more as were cut.
  expect(Number(row!.orders)).toBeGreaterThanOrEqual(done)
  expect(Number(row!.orders)).toBeLessThanOrEqual(done + lost)
  expect(Number(row!.sales)).toBe(Number(row!.orders) * 6)
  expect(await wrongSums()).toEqual([])
  const [halves] = await world.rows(`select count(*) from action_batch b where action = 'record.create' and not exists (select from history h where h.batch = b.id)`)
  expect(halves).toEqual({ count: '0' })
  expect(lost).toBeGreaterThan(0)
})
