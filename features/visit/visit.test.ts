// A specialist's day: visits, the report made from them in one click, corrected by hand; appraisal filled from the figures.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Person, TestSite } from '#app/test-site.ts'
import { testSite } from '#app/test-site.ts'
import { dateAdd, today } from '#core/lib/date.ts'

type Row = Record<string, unknown>
interface Link { id: string; label: string }

let it: TestSite
let specialist: Person, colleague: Person, supervisor: Person, manager: Person
let customer: string, contact: string
const day = today('Asia/Shanghai')

const create = async (who: Person, object: string, values: Row): Promise<string> => (await who.ok<{ id: string }>('POST', `/api/records/${object}`, values)).id
const get = (who: Person, object: string, id: string): Promise<Row> => who.ok<Row>('GET', `/api/records/${object}/${id}`)
const change = (who: Person, object: string, id: string, values: Row) => who.call('PATCH', `/api/records/${object}/${id}`, { values })
const act = (who: Person, form: string, key: string, body: Row) => who.call('POST', `/api/forms/${form}/acts/${key}`, body)
const done = async (who: Person, form: string, key: string, body: Row): Promise<{ form: string; record: string; message: string }> => {
  const answer = await act(who, form, key, body)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json()
}

beforeAll(async () => {
  it = await testSite()
  const department = await create(it.boss, 'department', { name: '华东组' })
  supervisor = await it.person('陆文斌', ['客户关系主管'], department)
  await change(it.boss, 'department', department, { manager: supervisor.id })
  specialist = await it.person('陈佳怡', ['客户关系专员'], department)
  colleague = await it.person('王磊', ['客户关系专员'], department)
  manager = await it.person('沈丽娟', ['客户服务部经理'])
  customer = await create(specialist, 'customer', { name: '杭州宏达建材有限公司', payingManner: 'prompt', address: { province: '浙江省', city: '杭州市', detail: '人民路8号' } })
  contact = await create(specialist, 'contact', { name: '潘建国', customer })
})
afterAll(() => it?.close())

test('a day without visits has no report to be made', async () => {
  const answer = await act(specialist, 'F20', 'make', { params: { date: dateAdd(day, -300) } })
  expect(answer.statusCode).toBe(400)
  expect(answer.json<{ error: { message: string } }>().error.message).toBe(`${dateAdd(day, -300)} 没有陈佳怡的拜访记录，请先登记拜访`)
})

test('the report of the day is made from its visits in one click, counts them, and can be corrected', async () => {
  const one = await create(specialist, 'visit', { customer, begins: '09:00', ends: '10:00', met: [contact], plan: 'b', outcome: 'A', handled: 2, unsolved: 1, companions: [colleague.id] })
  const two = await create(specialist, 'visit', { customer, begins: '14:00', plan: 'c', outcome: 'B', handled: 0 })
  await create(specialist, 'visit', { customer, date: dateAdd(day, -1) })
  await create(colleague, 'visit', { customer: await create(colleague, 'customer', { name: '别人的客户' }) })
  const made = await done(specialist, 'F20', 'make', { params: { date: day } })
  expect(made).toMatchObject({ form: 'F20', message: '已收入 2 次拜访' })
  const report = await get(specialist, 'dailyReport', made.record)
  expect(report).toMatchObject({ date: day, owner: { id: specialist.id }, supervisor: { id: supervisor.id }, visits: 2, handled: 2, unsolved: 1 })
  expect((report.companions as Link[]).map(link => link.id)).toEqual([colleague.id])
  for (const id of [one, two]) expect((await get(specialist, 'visit', id)).daily).toMatchObject({ id: made.record })
  await change(specialist, 'dailyReport', made.record, { handledTyped: 5 })
  await change(specialist, 'visit', one, { handled: 3, unsolved: 0 })
  expect(await get(specialist, 'dailyReport', made.record)).toMatchObject({ handled: 5, handledCounted: 3, unsolved: 0 })
  await change(specialist, 'dailyReport', made.record, { handledTyped: null })
  expect(await get(specialist, 'dailyReport', made.record)).toMatchObject({ handled: 3 })
})

test('a later click completes the same report, and there is one a day and person', async () => {
  await create(specialist, 'visit', { customer, begins: '16:00' })
  const again = await done(specialist, 'F20', 'make', { params: { date: day } })
  expect(again.message).toBe('已收入 1 次拜访')
  expect(await get(specialist, 'dailyReport', again.record)).toMatchObject({ visits: 3 })
  expect((await done(specialist, 'F20', 'make', { params: {}, record: again.record })).message).toBe('当天的拜访都已在日报里')
  const second = await specialist.call('POST', '/api/records/dailyReport', { date: day })
  expect(second.statusCode).toBe(400)
})

test('expenses add up, and none is less than nothing', async () => {
  const { record } = await done(specialist, 'F20', 'make', { params: { date: day } })
  await change(specialist, 'dailyReport', record, { expenses: [{ item: '市内交通', amount: '36.5' }, { item: '餐费', amount: '58' }] })
  expect(await get(specialist, 'dailyReport', record)).toMatchObject({ expenseTotal: '94.5' })
  const refused = await change(specialist, 'dailyReport', record, { expenses: [{ item: '餐费', amount: '-1' }] })
  expect(refused.json<{ error: { fields: Row } }>().error.fields).toMatchObject({ 'expenses.0.amount': { key: 'number.min' } })
})

test('nobody makes or sees the report of a colleague; the supervisor and the manager do', async () => {
  const { record } = await done(specialist, 'F20', 'make', { params: { date: day } })
  expect((await act(colleague, 'F20', 'make', { params: {}, record })).statusCode).toBe(404)
  for (const who of [supervisor, manager]) expect(await get(who, 'dailyReport', record)).toMatchObject({ visits: 3 })
  expect((await done(supervisor, 'F20', 'make', { params: {}, record })).record).toBe(record)
})

test('a visit or an appointment does not end before it begins', async () => {
  const refused = await specialist.call('POST', '/api/records/appointment', { customer, date: day, begins: '15:00', ends: '14:00' })
  expect(refused.json<{ error: { fields: Row } }>().error.fields).toMatchObject({ ends: { message: '结束时间应晚于开始时间' } })
  const noTime = await specialist.call('POST', '/api/records/visit', { customer, begins: '25:00' })
  expect(noTime.json<{ error: { fields: Row } }>().error.fields).toMatchObject({ begins: { key: 'time.notATime' } })
})

test('the appraisal takes growth, credit and margin from what the person may see of the orders', async () => {
  const product = await create(it.boss, 'product', { name: '抛光砖', price: '100' })
  const month = `${day.slice(0, 7)}-01`
  const sold = (date: string, quantity: string) => create(manager, 'order', { customer, date, lines: [{ product, quantity, price: '100' }] })
  await sold(dateAdd(month, -1, 'month'), '30')
  await sold(dateAdd(month, -13, 'month'), '20')
  const visit = await create(specialist, 'visit', { customer })
  const { message } = await done(specialist, 'F19', 'figures', { params: {}, record: visit })
  expect(message).toMatch(/^已填入：.*信用度/)
  const filled = await get(specialist, 'visit', visit)
  expect(filled.credit).toBe('优（付款爽快，应收 5,000 元）')
  if (day.slice(5, 7) !== '01') expect(filled.growth).toBe('0.500')
  expect(filled.margin).toBeNull()
  const nothing = await create(specialist, 'visit', { customer: await create(specialist, 'customer', { name: '新客户' }) })
  expect((await act(specialist, 'F19', 'figures', { params: {}, record: nothing })).json<{ error: { message: string } }>().error.message).toBe('这个客户还没有可以计算的订单')
})

test('appointments of one person at the same time are said to clash', async () => {
  const at = dateAdd(day, 10)
  await create(specialist, 'appointment', { customer, date: at, begins: '09:00', ends: '10:00' })
  await create(specialist, 'appointment', { customer, date: at, begins: '09:30' })
  await create(specialist, 'appointment', { customer, date: at, begins: '11:00' })
  const { formBook } = await import('#app/forms.ts')
  const { rows } = await specialist.ok<{ rows: Row[] }>('POST', '/api/records/appointment/query', { columns: ['date', 'begins', 'ends', 'owner', 'state'], filter: { field: 'date', op: 'eq', value: at }, sort: [{ field: 'begins', dir: 'asc' }] })
  const known = await it.site.actors.get(1, specialist.id)
  const found = await formBook.parts.lookups['appointment.clash']!.run(
    { reader: it.site.db, catalog: it.site.env.catalog.current(), actor: { ...known!, via: 'page' }, params: {}, today: day, lang: 'zh', settings: {} }, rows.map(({ id, ...values }) => ({ id: String(id), values })))
  expect(rows.map(row => found.get(String(row.id))?.value)).toEqual(['与 09:30 杭州宏达建材有限公司 冲突', '与 09:00 杭州宏达建材有限公司 冲突', undefined])
})
