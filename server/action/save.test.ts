// What saving a record does: values, numbers, sums, links, refusals, and people who work at the same time.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AppError } from '#core/lib/error.ts'
import { newId } from '#core/lib/id.ts'
import { openWorld } from './test-world.ts'
import type { World } from './test-world.ts'

let world: World
beforeAll(async () => { world = await openWorld() })
afterAll(() => world.close())

type Saved = { id: string; version: number; batch: string }
const create = (object: string, values: Record<string, unknown>, actor = world.boss): Promise<Saved> => world.run<Saved>(actor, 'record.create', { object, values })
const update = (object: string, id: string, values: Record<string, unknown>, more: { version?: number; actor?: World['boss'] } = {}): Promise<Saved> =>
  world.run<Saved>(more.actor ?? world.boss, 'record.update', { object, id, values, ...(more.version === undefined ? {} : { version: more.version }) })
const one = async (table: string, id: string): Promise<Record<string, unknown>> => (await world.rows(`select * from ${table} where id = $1`, [id]))[0]!

async function refused(work: Promise<unknown>): Promise<AppError> {
  const fault = await work.then(() => undefined, (reason: unknown) => reason)
  expect(fault).toBeInstanceOf(AppError)
  return fault as AppError
}

describe('a new customer', () => {
  test('gets a number, a date, search words and a line in history', async () => {
    const { id } = await create('customer', { name: '重庆长安汽车', phone: '13812345678', birthday: 'L1990-04-07', tags: ['重点'], credit: '1000.50' })
    const row = await one('customer', id)
    expect(row.code).toMatch(/^KH-\d{4}-0001$/)
    expect(row).toMatchObject({ version: 1, search_initials: 'cqcaqc', birthday__solar: '1990-05-01', free: '1000.50', sales: '0', orders: '0', owner: world.boss.userId, tags: ['重点'] })
    expect((row.grams as string[]).length).toBeGreaterThan(10)
    const [history] = await world.rows('select * from history where record = $1', [id])
    expect(history).toMatchObject({ version: 1, before: null, action: 'record.create' })
    expect(history!.after).toMatchObject({ name: '重庆长安汽车', credit: 1000.5 })
    expect(history!.after).not.toHaveProperty('grams')
  })

  test('with lines has its sums, and its customer has them too', async () => {
    const { id: customer } = await create('customer', { name: 'Sums', credit: '500' })
    const { id } = await create('order', { customer, discount: '1', lines: [{ text: 'a', quantity: '2', price: '10.25' }, { text: 'b', price: '5' }] })
    expect(await one('sales_order', id)).toMatchObject({ goods: '25.50', total: '24.50' })
    expect(await one('customer', customer)).toMatchObject({ sales: '24.50', orders: '1', free: '475.50', version: 1 })
    const lines = await world.rows<{ id: string }>('select id from order_line where "order" = $1 order by text', [id])
    await update('order', id, { lines: [{ id: lines[1]!.id, price: '7' }, { text: 'c', quantity: '3', price: '1' }] })
    expect(await one('sales_order', id)).toMatchObject({ goods: '10.00', total: '9.00' })
    expect(await one('customer', customer)).toMatchObject({ sales: '9.00', free: '491.00' })
    await update('order', id, { status: 'draft' })
    expect(await one('customer', customer)).toMatchObject({ sales: '0', orders: '1' })
  })
})

describe('refusals', () => {
  test('all failing fields are told at once and nothing is stored', async () => {
    const before = await world.rows('select count(*) from customer')
    const fault = await refused(create('customer', { email: 'nobody', credit: '-1', grade: 'Z', staff: '1.5', nonsense: 1, free: '1', createdAt: '2020-01-01T00:00:00Z' }))
    expect(fault.code).toBe('invalid')
    expect(Object.fromEntries(Object.entries(fault.fields!).map(([key, value]) => [key, value.key]))).toEqual({
      name: 'field.required', email: 'email.invalid', credit: 'number.min', grade: 'choice.unknown', staff: 'number.notWhole',
      nonsense: 'field.unknown', free: 'field.readOnly', createdAt: 'field.readOnly',
    })
    expect(await world.rows('select count(*) from customer')).toEqual(before)
  })

  test('a rule of the object is told in words', async () => {
    const fault = await refused(create('customer', { name: 'Rule', grade: 'A', credit: '50' }))
    expect(fault.fields).toEqual({ credit: { key: 'check.failed', params: { text: 'A customers have at least 100' } } })
  })

  test('a rule over sums is checked after the lines are in', async () => {
    const { id: customer } = await create('customer', { name: 'Late' })
    const fault = await refused(create('order', { customer, discount: '10', lines: [{ price: '9' }] }))
    expect(fault.fields).toEqual({ '': { key: 'check.failed', params: { text: 'The total must not be negative' } } })
    expect(await one('customer', customer)).toMatchObject({ orders: '0' })
  })

  test('a wrong line is named by its place', async () => {
    const { id: customer } = await create('customer', { name: 'Lines' })
    const fault = await refused(create('order', { customer, lines: [{ price: '1' }, { price: 'x', colour: 'red' }] }))
    expect(Object.keys(fault.fields!).sort()).toEqual(['lines.1.colour', 'lines.1.price'])
  })

  test('a taken value names the record that has it', async () => {
    await create('customer', { name: 'First', email: 'same@example.com' })
    const fault = await refused(create('customer', { name: 'Second', email: 'same@example.com' }))
    expect(fault.fields).toEqual({ email: { key: 'unique.takenBy', params: { value: 'same@example.com', record: 'First' } } })
  })

  test('a hidden field answers like one that does not exist', async () => {
    const limited = world.actor({ fields: { secret: 'hidden', bank: 'masked', note: 'read' } })
    const fault = await refused(create('customer', { name: 'X', secret: 'a', unknown: 'b', bank: 'c', note: 'd' }, limited))
    expect(fault.fields).toEqual({
      secret: { key: 'field.unknown' }, unknown: { key: 'field.unknown' }, bank: { key: 'field.notWritable' }, note: { key: 'field.notWritable' },
    })
  })

  test('mass assignment changes nothing', async () => {
    const { id } = await create('customer', { name: 'Mass' })
    const before = await one('customer', id)
    for (const key of ['id', 'org', 'version', 'createdAt', 'createdBy', 'created_at', 'updatedBy', 'deletedAt', 'deleted_batch', 'grams', 'sales', 'free', '__proto__', 'constructor', 'toString', 'name__py', 'isAdmin']) {
      const values = JSON.parse(`{"${key}": "1"}`) as Record<string, unknown>
      expect((await refused(update('customer', id, values))).code, key).toBe('invalid')
    }
    expect(await one('customer', id)).toEqual(before)
  })
})

describe('links', () => {
  test('by name, when exactly one fits', async () => {
    const { id: region } = await create('region', { name: '华东' })
    const { id } = await create('customer', { name: 'Named', region: { name: '华东' }, regions: [{ name: '华东' }, region] })
    expect(await one('customer', id)).toMatchObject({ region, regions: [region] })
    expect((await refused(create('customer', { name: 'Named', region: { name: '火星' } }))).fields!.region).toMatchObject({ key: 'reference.notFound' })
  })

  test('unknown and forbidden records give the same answer', async () => {
    const { id: customer } = await create('customer', { name: 'Hers' })
    const other = world.actor({ read: 'own' })
    const forbidden = await refused(create('order', { customer }, other))
    const unknown = await refused(create('order', { customer: newId() }, other))
    expect(forbidden.fields).toEqual(unknown.fields)
    expect(forbidden.fields).toEqual({ customer: { key: 'reference.unknown' } })
  })
})

describe('several people at one record', () => {
  test('different fields are both saved, the same field is a conflict that names who', async () => {
    const li = world.actor({ name: 'Li' })
    const { id } = await create('customer', { name: 'Together', note: 'n' })
    await update('customer', id, { phone: '13900000000' }, { version: 1, actor: li })
    await update('customer', id, { note: 'mine' }, { version: 1 })
    expect(await one('customer', id)).toMatchObject({ phone: '13900000000', note: 'mine', version: 3 })
    const fault = await refused(update('customer', id, { phone: '13911111111' }, { version: 1 }))
    expect([fault.code, fault.params.who, fault.fields]).toEqual(['conflict', 'Li', { phone: { key: 'record.changedField', params: { who: 'Li' } } }])
  })

  test('records of others are not found, or not changed, by right', async () => {
    const { id } = await create('customer', { name: 'Not yours' })
    expect((await refused(update('customer', id, { note: 'x' }, { actor: world.actor({ read: 'own' }) }))).code).toBe('not_found')
    expect((await refused(update('customer', id, { note: 'x' }, { actor: world.actor({ read: 'all', write: 'own' }) }))).code).toBe('forbidden')
    expect((await refused(create('customer', { name: 'x' }, world.actor({ create: false })))).code).toBe('forbidden')
    expect(await world.rows("select what, detail->>'key' as key from audit where what = 'denied' order by at")).toEqual([
      { what: 'denied', key: 'record.noUpdate' }, { what: 'denied', key: 'record.noCreate' }])
  })
})

describe('a computed field over a reference', () => {
  test('follows when the referenced record changes', async () => {
    const { id: region } = await create('region', { name: 'Factor', factor: '2' })
    const { id: customer } = await create('customer', { name: 'Far' })
    const { id: order } = await create('order', { customer, lines: [{ price: '10', region }] })
    expect(await one('customer', customer)).toMatchObject({ sales: '20.00' })
    await update('region', region, { factor: '3' })
    expect(await one('sales_order', order)).toMatchObject({ total: '30.00' })
    expect(await one('customer', customer)).toMatchObject({ sales: '30.00', free: '-30.00' })
  })
})

describe('many records at once', () => {
  test('the good ones are saved and the others told, where that was asked', async () => {
    const { results } = await world.run<{ results: { ok: boolean; fields?: object }[] }>(world.boss, 'record.save', {
      object: 'customer', mode: 'good', changes: [{ values: { name: 'g1' } }, { values: { credit: 'x' } }, { values: { name: 'g2' } }],
    })
    expect(results.map(result => result.ok)).toEqual([true, false, true])
    expect(Object.keys(results[1]!.fields!).sort()).toEqual(['credit', 'name'])
    const fault = await refused(world.run(world.boss, 'record.save', { object: 'customer', changes: [{ values: { name: 'g3' } }, { values: { credit: 'x' } }] }))
    expect(Object.keys(fault.fields!).sort()).toEqual(['1.credit', '1.name'])
    expect(await world.rows("select name from customer where name like 'g_' order by name")).toEqual([{ name: 'g1' }, { name: 'g2' }])
  })

  test('an imported code pushes the counter past it', async () => {
    const year = new Date().getFullYear()
    await create('customer', { name: 'imported', code: `KH-${year}-0900` })
    const { id } = await create('customer', { name: 'next' })
    expect((await one('customer', id)).code).toBe(`KH-${year}-0901`)
  })
})
