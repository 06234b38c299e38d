// Gifts go out of stock once, all that was asked for or nothing, by those who keep them.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Person, TestSite } from '#app/test-site.ts'
import { testSite } from '#app/test-site.ts'

type Row = Record<string, unknown>

let it: TestSite
let specialist: Person, keeper: Person, director: Person
let customer: string, tea: string, pen: string

const create = async (who: Person, object: string, values: Row): Promise<string> => (await who.ok<{ id: string }>('POST', `/api/records/${object}`, values)).id
const get = (who: Person, object: string, id: string): Promise<Row> => who.ok<Row>('GET', `/api/records/${object}/${id}`)
const change = (who: Person, object: string, id: string, values: Row) => who.call('PATCH', `/api/records/${object}/${id}`, { values })
const handOut = (who: Person, record: string) => who.call('POST', '/api/forms/F24/acts/handOut', { params: {}, record })
const stockOf = async (gift: string): Promise<unknown> => (await get(keeper, 'gift', gift)).stock
const said = (answer: { json<T>(): T }): string => answer.json<{ error: { message: string } }>().error.message
const ask = (lines: Row[]): Promise<string> => create(specialist, 'giftApplication', { customer, date: '2026-12-01', receiver: '潘总', lines })

beforeAll(async () => {
  it = await testSite()
  specialist = await it.person('陈佳怡', ['客户关系专员'])
  keeper = await it.person('夏云', ['礼品管理人员'])
  director = await it.person('方秀英', ['办公室主任'])
  customer = await create(specialist, 'customer', { name: '杭州宏达建材有限公司' })
  tea = await create(keeper, 'gift', { name: '龙井茶礼盒', value: '268' })
  pen = await create(keeper, 'gift', { name: '签字笔', value: '89' })
  for (const gift of [tea, pen]) await create(keeper, 'giftMove', { gift, quantity: 10 })
})
afterAll(() => it?.close())

test('what comes in and goes out is the stock; nobody takes out more than there is', async () => {
  expect(await stockOf(tea)).toBe(10)
  const out = await create(keeper, 'giftMove', { gift: tea, direction: 'out', quantity: 4 })
  expect(await stockOf(tea)).toBe(6)
  const much = await keeper.call('POST', '/api/records/giftMove', { gift: tea, direction: 'out', quantity: 7 })
  expect(much.json<{ error: { fields: Row } }>().error.fields).toMatchObject({ quantity: { message: '“龙井茶礼盒”库存不足，还差 1' } })
  expect((await change(keeper, 'giftMove', out, { quantity: 11 })).statusCode).toBe(400)
  await change(keeper, 'giftMove', out, { quantity: 1 })
  expect(await stockOf(tea)).toBe(9)
  expect((await specialist.call('POST', '/api/records/giftMove', { gift: tea, quantity: 1 })).statusCode).not.toBe(201)
})

test('an application is handed out by the gift manager alone, once', async () => {
  const record = await ask([{ gift: tea, quantity: 2, value: '536' }, { gift: pen, quantity: 1, value: '89' }, { gift: tea, quantity: 1, value: '268' }])
  expect(await get(specialist, 'giftApplication', record)).toMatchObject({ total: '893', handedOutOn: null })
  for (const other of [specialist, director]) expect([403, 404]).toContain((await handOut(other, record)).statusCode)
  const done = await handOut(keeper, record)
  expect(done.json()).toMatchObject({ form: 'F24', record, message: '已发放 4 件礼品，库存已减少' })
  expect([await stockOf(tea), await stockOf(pen)]).toEqual([6, 9])
  const filled = await get(specialist, 'giftApplication', record)
  expect(filled).toMatchObject({ handedOutBy: { id: keeper.id } })
  const twice = await handOut(keeper, record)
  expect(twice.statusCode).toBe(400)
  expect(said(twice)).toBe(`${String(filled.code)} 的礼品已于 ${String(filled.handedOutOn)} 发放，不能再次发放`)
  const [line] = filled.lines as Row[]
  const late = await change(specialist, 'giftApplication', record, { lines: [{ ...line, quantity: 9 }] })
  expect(late.json<{ error: { fields: Row } }>().error.fields).toMatchObject({ 'lines.0.quantity': { message: '礼品已经发放，不能再修改申请的礼品' } })
  expect(await stockOf(tea)).toBe(6)
})

test('two who hand out at once take it out once', async () => {
  const record = await ask([{ gift: pen, quantity: 2 }])
  const both = await Promise.all([handOut(keeper, record), handOut(keeper, record)])
  expect(both.map(answer => answer.statusCode).sort()).toEqual([200, 400])
  expect(await stockOf(pen)).toBe(7)
})

test('a short stock is named, and nothing goes out at all', async () => {
  const record = await ask([{ gift: pen, quantity: 1 }, { gift: tea, quantity: 7 }])
  const refused = await handOut(keeper, record)
  expect(said(refused)).toBe('库存不足，未发放：“龙井茶礼盒”库存 6，申请 7')
  expect([await stockOf(tea), await stockOf(pen)]).toEqual([6, 7])
  expect(said(await handOut(keeper, await ask([])))).toBe('申请里还没有礼品')
})

test('those of the chain sign, each in his own place', async () => {
  const record = await ask([{ gift: pen, quantity: 1 }])
  const sign = (who: Person, values: Row) => change(who, 'giftApplication', record, values)
  expect((await sign(director, { officeDirectorSigned: director.id })).statusCode).toBe(200)
  expect((await sign(director, { deputyManagerSigned: director.id })).statusCode).toBe(400)
  expect((await sign(director, { lines: [] })).statusCode).toBe(400)
  expect((await sign(keeper, { giftManagerSigned: keeper.id })).statusCode).toBe(200)
  expect((await sign(specialist, { headSigned: specialist.id })).statusCode).toBe(400)
})
