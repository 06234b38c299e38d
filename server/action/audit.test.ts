// The log's chain: a missing or altered entry is found at its exact place.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { transaction } from '#server/database/transaction.ts'
import { sealAudit, verifyAudit } from './audit.ts'
import { openWorld } from './test-world.ts'
import type { World } from './test-world.ts'

let world: World
beforeAll(async () => { world = await openWorld() })
afterAll(() => world.close())

const seal = (): Promise<number> => transaction(world.pool, tx => sealAudit(tx, 1))
const faults = async (): Promise<unknown> => (await transaction(world.pool, tx => verifyAudit(tx, 1))).faults
const act = async (count: number): Promise<void> => {
  for (let i = 0; i < count; i++) await world.run(world.boss, 'record.create', { object: 'customer', values: { name: `a${i}` } })
}

/** Does something to the table behind the product's back, looks, and puts it right again. */
async function tampered(sql: string): Promise<unknown> {
  await world.pool.query('create table spare as table audit')
  await world.pool.query(sql)
  const found = await faults()
  await world.pool.query('delete from audit')
  await world.pool.query('insert into audit select * from spare')
  await world.pool.query('drop table spare')
  return found
}

test('two sealers at once number every entry once, in order', async () => {
  await act(12)
  await Promise.all([seal(), seal()])
  await act(8)
  await seal()
  const rows = await world.rows<{ seq: string }>('select seq from audit order by seq')
  expect(rows.map(row => Number(row.seq))).toEqual(Array.from({ length: 20 }, (_, at) => at + 1))
  expect(await transaction(world.pool, tx => verifyAudit(tx, 1))).toEqual({ entries: 20, open: 0, faults: [] })
})

test('what was done to the log is found at its place', async () => {
  expect(await tampered('delete from audit where seq = 7')).toEqual([{ seq: 7, fault: 'missing' }])
  expect(await tampered('delete from audit where seq = 20')).toEqual([{ seq: 20, fault: 'missing' }])
  expect(await tampered('delete from audit where seq <= 2')).toEqual([{ seq: 1, fault: 'missing' }, { seq: 2, fault: 'missing' }])
  expect(await tampered(`update audit set detail = '{"count": 2}' where seq = 5`)).toEqual([{ seq: 5, fault: 'altered' }])
  expect(await tampered(`update audit set at = at + interval '1 second' where seq = 9`)).toEqual([{ seq: 9, fault: 'altered' }])
  expect(await tampered(`update audit set actor = gen_random_uuid() where seq = 1`)).toEqual([{ seq: 1, fault: 'altered' }])
  expect(await tampered(`update audit a set hash = b.hash, prev = b.prev, detail = b.detail from audit b where a.seq = 3 and b.seq = 4`)).toEqual([
    { seq: 3, fault: 'altered' }, { seq: 4, fault: 'chain' }])
  expect(await faults()).toEqual([])
})

test('reveals and denials stand in it', async () => {
  const { id } = await world.run<{ id: string }>(world.boss, 'record.create', { object: 'customer', values: { name: 'r', bank: '6222' } })
  const masked = world.actor({ fields: { bank: 'masked' } })
  expect(await world.run(masked, 'record.reveal', { object: 'customer', id, field: 'bank' })).toEqual({ value: '6222' })
  const [entry] = await world.rows("select what, object, record, detail, actor from audit where what = 'reveal'")
  expect(entry).toEqual({ what: 'reveal', object: 'customer', record: id, detail: { field: 'bank' }, actor: masked.userId })
  await expect(world.run(masked, 'record.reveal', { object: 'customer', id, field: 'name' })).rejects.toThrow('reveal.notMasked')
  await expect(world.run(masked, 'record.reveal', { object: 'customer', id, field: 'secret' })).rejects.toThrow('field.unknown')
})
