// Undo, redo, the bin and merging: what was comes back exactly, and what others did meanwhile is not touched.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AppError } from '#core/lib/error.ts'
import { openWorld } from './test-world.ts'
import type { World } from './test-world.ts'
import { undoState } from './undo.ts'

let world: World
beforeAll(async () => { world = await openWorld() })
afterAll(() => world.close())

type Saved = { id: string; version: number; batch: string; count: number; target: string }
const act = (name: string, input: unknown, actor = world.boss): Promise<Saved> => world.run<Saved>(actor, name, input)
const create = (object: string, values: Record<string, unknown>, actor = world.boss): Promise<Saved> => act('record.create', { object, values }, actor)
const one = async (table: string, id: string): Promise<Record<string, unknown>> => (await world.rows(`select * from ${table} where id = $1`, [id]))[0]!

/** All data but versions, dates of change and the bin's batch, which an undo moves on. */
async function state(): Promise<unknown> {
  const tables = ['customer', 'region', 'sales_order', 'order_line', 'record_comment', 'notification']
  const dump = await Promise.all(tables.map(table => world.rows(
    `select (to_jsonb(t) - '{version,updated_at,updated_by,deleted_at,deleted_batch}'::text[]) || jsonb_build_object('gone', deleted_at is not null) as row from ${table} t order by id`)))
  return dump
}

async function refused(work: Promise<unknown>): Promise<AppError> {
  const fault = await work.then(() => undefined, (reason: unknown) => reason)
  expect(fault).toBeInstanceOf(AppError)
  return fault as AppError
}

describe('undo and redo', () => {
  test('of an edit bring back values, sums and search words', async () => {
    const me = world.actor()
    const { id: region } = await create('region', { name: 'U1' }, me)
    const { id } = await create('customer', { name: '旧名字', phone: '13812345678', region, address: { city: '杭州市', detail: '西湖' }, tags: ['a'] }, me)
    const before = await state()
    await act('record.update', { object: 'customer', id, values: { name: '新名字', phone: null, region: null, address: { city: '上海市' }, tags: ['b', 'c'], credit: '7' } }, me)
    const after = await state()
    expect(after).not.toEqual(before)
    await act('undo', {}, me)
    expect(await state()).toEqual(before)
    await act('redo', {}, me)
    expect(await state()).toEqual(after)
    await act('undo', {}, me)
    expect(await state()).toEqual(before)
    expect((await undoState({ query: async (sql, params) => ({ rows: await world.rows(sql, params) as never, rowCount: 0 }) }, me)).redo).not.toBeNull()
  })

  test('walk back and forth through several actions of one person only', async () => {
    const me = world.actor()
    const { id } = await create('customer', { name: 'walk', note: '0' }, me)
    for (const note of ['1', '2', '3']) await act('record.update', { object: 'customer', id, values: { note } }, me)
    await create('customer', { name: 'of somebody else' })
    const notes = async (): Promise<unknown> => (await one('customer', id)).note
    await act('undo', {}, me)
    await act('undo', {}, me)
    expect(await notes()).toBe('1')
    await act('redo', {}, me)
    expect(await notes()).toBe('2')
    await act('record.update', { object: 'customer', id, values: { note: 'new' } }, me)
    expect((await refused(act('redo', {}, me))).key).toBe('redo.nothing')
    for (let i = 0; i < 4; i++) await act('undo', {}, me)
    expect((await one('customer', id)).deleted_at).not.toBeNull()
    expect((await refused(act('undo', {}, me))).key).toBe('undo.nothing')
  })

  test('of a new order with lines takes its sums back', async () => {
    const me = world.actor()
    const { id: customer } = await create('customer', { name: 'sum', credit: '100' }, me)
    const before = await one('customer', customer)
    const { id } = await create('order', { customer, lines: [{ price: '30' }, { price: '5' }] }, me)
    expect((await one('customer', customer)).free).toBe('65.00')
    await act('undo', {}, me)
    expect(await one('customer', customer)).toEqual(before)
    await act('redo', {}, me)
    expect(await one('customer', customer)).toMatchObject({ free: '65.00', orders: '1' })
    expect(await one('sales_order', id)).toMatchObject({ total: '35.00', deleted_at: null })
  })

  test('is refused by name where somebody else changed the same field since, and can leave that out', async () => {
    const [me, li] = [world.actor(), world.actor({ name: 'Li' })]
    const { id } = await create('customer', { name: 'conflict' }, me)
    const { batch } = await act('record.update', { object: 'customer', id, values: { phone: '13800000000', note: 'mine' } }, me)
    await act('record.update', { object: 'customer', id, values: { phone: '13900000000', credit: '5' } }, li)
    const fault = await refused(act('undo', {}, me))
    expect([fault.code, fault.key, fault.params, Object.keys(fault.fields!)]).toEqual(['conflict', 'undo.conflict', { who: 'Li', count: 1 }, [`${id}.phone`]])
    await act('undo', { batch, partly: true }, me)
    expect(await one('customer', id)).toMatchObject({ phone: '13900000000', note: null, credit: '5' })
  })

  test('cannot be done to what others did', async () => {
    const { batch } = await create('customer', { name: 'foreign' })
    expect((await refused(act('undo', { batch }, world.actor()))).code).toBe('not_found')
  })

  test('does not un-make a customer that others gave orders meanwhile', async () => {
    const me = world.actor()
    const { id: customer } = await create('customer', { name: 'in use' }, me)
    await create('order', { customer, lines: [{ price: '1' }] })
    expect((await refused(act('undo', {}, me))).key).toBe('undo.referred')
  })

  test('takes back what was given away', async () => {
    const [me, li] = [world.actor({ read: 'own' }), world.actor()]
    await world.rows('insert into app_user (org, id, name) values (1, $1, $2)', [li.userId, 'Li'])
    const { id } = await create('customer', { name: 'given' }, me)
    await act('record.update', { object: 'customer', id, values: { owner: li.userId } }, me)
    await act('undo', {}, me)
    expect((await one('customer', id)).owner).toBe(me.userId)
  })
})

describe('the bin', () => {
  test('takes children along, clears links, and gives all of it back', async () => {
    const me = world.actor()
    const { id: region } = await create('region', { name: 'bin' }, me)
    const { id: customer } = await create('customer', { name: 'binned', region, regions: [region] }, me)
    await create('order', { customer, lines: [{ price: '1', region: null }] }, me)
    expect((await refused(act('record.delete', { object: 'customer', ids: [customer] }, me))).params).toMatchObject({ record: 'binned', object: 'Order', count: 1 })
    const before = await state()
    await act('record.delete', { object: 'region', ids: [region] }, me)
    expect(await one('customer', customer)).toMatchObject({ region: null, regions: null })
    await act('record.restore', { object: 'region', ids: [region] }, { ...me, roles: world.boss.roles })
    expect(await state()).toEqual(before)
    await act('undo', {}, me)
    await act('undo', {}, me)
    expect(await state()).toEqual(before)
    const orders = await world.rows<{ id: string }>('select id from sales_order where customer = $1', [customer])
    await act('record.delete', { object: 'order', ids: orders.map(row => row.id) }, me)
    expect(await world.rows('select count(*) from order_line where "order" = $1 and deleted_at is not null', [orders[0]!.id])).toEqual([{ count: '1' }])
    expect(await one('customer', customer)).toMatchObject({ orders: '0', sales: '0' })
    await act('undo', {}, me)
    expect(await state()).toEqual(before)
  })

  test('erases for good only from inside, and forgets the values', async () => {
    const { id } = await create('customer', { name: 'erased', secret: 'x' })
    expect((await refused(act('record.erase', { object: 'customer', ids: [id] }))).code).toBe('not_found')
    await act('record.delete', { object: 'customer', ids: [id] })
    expect((await refused(act('record.erase', { object: 'customer', ids: [id] }, world.actor()))).code).toBe('forbidden')
    await act('record.erase', { object: 'customer', ids: [id] })
    expect(await world.rows('select id from customer where id = $1', [id])).toEqual([])
    expect(await world.rows('select id from history where record = $1 and (before is not null or after is not null)', [id])).toEqual([])
  })
})

describe('merging', () => {
  test('moves what pointed to the others, and one undo restores everything byte for byte', async () => {
    const me = world.actor({ powers: ['merge', 'bin', 'bulk'] })
    const { id: keep } = await create('customer', { name: '甲公司', email: 'keep@example.com' }, me)
    const { id: twin } = await create('customer', { name: '甲公司（上海）', email: 'twin@example.com', phone: '13812345678' }, me)
    const { id: third } = await create('customer', { name: '甲' }, me)
    for (const customer of [keep, twin, third]) await create('order', { customer, lines: [{ price: '10' }] }, me)
    await act('comment.add', { object: 'customer', id: twin, text: 'hello' }, me)
    const before = await state()
    await act('record.merge', { object: 'customer', keep, from: [twin, third], values: { email: 'twin@example.com', phone: '13812345678' } }, me)
    expect(await one('customer', keep)).toMatchObject({ orders: '3', sales: '30.00', email: 'twin@example.com' })
    expect(await world.rows('select count(*) from record_comment where record = $1', [keep])).toEqual([{ count: '1' }])
    const merged = await state()
    await act('undo', {}, me)
    expect(await state()).toEqual(before)
    await act('redo', {}, me)
    expect(await state()).toEqual(merged)
  })
})

describe('bulk', () => {
  test('changes and deletes what fits a filter, in one step to undo', async () => {
    const me = world.actor({ powers: ['bulk'] })
    await act('record.save', { object: 'customer', changes: Array.from({ length: 300 }, (_, at) => ({ values: { name: `bulk ${at}`, staff: at } })) }, me)
    const filter = { all: [{ field: 'name', op: 'startsWith', value: 'bulk' }, { field: 'staff', op: 'lt', value: 100 }] }
    const before = await state()
    expect((await refused(act('record.bulk', { object: 'customer', filter, set: { vip: true }, expect: 99 }, me))).key).toBe('bulk.countChanged')
    expect((await act('record.bulk', { object: 'customer', filter, set: { vip: true }, expect: 100 }, me)).count).toBe(100)
    expect(await world.rows('select count(*) from customer where vip')).toEqual([{ count: '100' }])
    await act('record.bulk', { object: 'customer', filter, delete: true }, me)
    await act('undo', {}, me)
    await act('undo', {}, me)
    expect(await state()).toEqual(before)
    expect((await refused(act('record.bulk', { object: 'customer', filter, set: { vip: true } }, world.actor()))).code).toBe('forbidden')
  })
})
