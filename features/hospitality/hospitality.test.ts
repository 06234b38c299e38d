// Guests are entertained: asked for with a budget, reported with what it cost, signed by those whose turn it is.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Person, TestSite } from '#app/test-site.ts'
import { testSite } from '#app/test-site.ts'

type Row = Record<string, unknown>

let it: TestSite
let specialist: Person, staff: Person, manager: Person, finance: Person
let customer: string, application: string

const create = async (who: Person, object: string, values: Row): Promise<string> => (await who.ok<{ id: string }>('POST', `/api/records/${object}`, values)).id
const get = (who: Person, object: string, id: string): Promise<Row> => who.ok<Row>('GET', `/api/records/${object}/${id}`)
const change = (who: Person, object: string, id: string, values: Row) => who.call('PATCH', `/api/records/${object}/${id}`, { values })

const report = (who: Person, record: string) => who.call('POST', '/api/forms/F21/acts/report', { params: {}, record })

beforeAll(async () => {
  it = await testSite()
  specialist = await it.person('陈佳怡', ['客户关系专员'])
  staff = await it.person('姚颖', ['各相关部门'])
  manager = await it.person('沈丽娟', ['客户服务部经理'])
  finance = await it.person('孔令仪', ['财务部'])
  customer = await create(specialist, 'customer', { name: '杭州宏达建材有限公司' })
  application = await create(specialist, 'hospitality', {
    customer, place: '楼外楼', date: '2026-11-20', appliedOn: '2026-11-12', guests: '潘总等三人', ours: '沈经理', meal: '1200', transport: '150.5', gifts: '300', purpose: '商谈明年合作',
  })
})
afterAll(() => it?.close())

test('an application has a number of its month and the sum of its budget', async () => {
  expect(await get(specialist, 'hospitality', application)).toMatchObject({ code: expect.stringMatching(/^ZD-\d{6}-001$/) as string, budget: '1650.50', spent: '0', owner: { id: specialist.id } })
  const refused = await specialist.call('POST', '/api/records/hospitality', { customer, date: '2026-11-20', meal: '-5' })
  expect(refused.json<{ error: { fields: Row } }>().error.fields).toMatchObject({ meal: { key: 'number.min' } })
})

test('staff of any department may apply, for a guest who is no customer yet too', async () => {
  const nameless = await staff.call('POST', '/api/records/hospitality', { date: '2026-12-01' })
  expect(nameless.json<{ error: { fields: Row } }>().error.fields).toMatchObject({ customer: { message: '请选择客户；客户还没有建档时，请填写“未建档客户”' } })
  const own = await create(staff, 'hospitality', { customerName: '瓯江卫浴', date: '2026-12-01', meal: '800' })
  expect((await staff.ok<{ rows: Row[] }>('POST', '/api/records/hospitality/query', {})).rows.map(row => row.id)).toEqual([own])
  expect((await staff.call('GET', `/api/records/hospitality/${application}`)).statusCode).toBe(404)
})

test('each signs for himself alone', async () => {
  expect((await change(specialist, 'hospitality', application, { serviceManagerOpinion: '同意' })).json<{ error: { fields: Row } }>().error.fields).toMatchObject({ serviceManagerOpinion: { key: 'field.notWritable' } })
  expect((await change(manager, 'hospitality', application, { serviceManagerOpinion: '同意', serviceManagerDate: '2026-11-13' })).statusCode).toBe(200)
  expect((await change(finance, 'hospitality', application, { financeOpinion: '预算内', financeDate: '2026-11-14' })).statusCode).toBe(200)
  expect((await change(finance, 'hospitality', application, { meal: '1' })).statusCode).toBe(400)
  expect((await change(manager, 'hospitality', application, { financeOpinion: '不同意' })).statusCode).toBe(400)
  expect(await get(finance, 'hospitality', application)).toMatchObject({ budget: '1650.50', serviceManagerOpinion: '同意', financeOpinion: '预算内' })
})

test('the report begins with what the application says; its actuals come back to the application', async () => {
  const made = (await report(specialist, application)).json<{ form: string; record: string }>()
  expect(made.form).toBe('F22')
  expect(await get(specialist, 'hospitalityReport', made.record)).toMatchObject({
    application: { id: application }, customer: { id: customer }, place: '楼外楼', date: '2026-11-20', guests: '潘总等三人', ours: '沈经理', purpose: '商谈明年合作',
    meal: '1200', transport: '150.5', gifts: '300', lodging: null, total: '1650.50', left: '0.00',
  })
  expect((await change(specialist, 'hospitalityReport', made.record, { meal: '1500', lodging: '200' })).statusCode).toBe(200)
  expect(await get(specialist, 'hospitalityReport', made.record)).toMatchObject({ total: '2150.50', left: '-500.00' })
  expect(await get(specialist, 'hospitality', application)).toMatchObject({ spent: '2150.50', reports: 1 })
  await change(specialist, 'hospitality', application, { other: '100' })
  expect(await get(specialist, 'hospitalityReport', made.record)).toMatchObject({ left: '-400.00' })
})

test('one application has one report, however often it is asked for', async () => {
  const again = (await report(specialist, application)).json<{ record: string; message: string }>()
  expect(again.message).toBe('这份申请已经有报告，已为您打开')
  expect((await get(specialist, 'hospitality', application)).reports).toBe(1)
  const second = await specialist.call('POST', '/api/records/hospitalityReport', { application, customer, date: '2026-11-20' })
  expect(second.json<{ error: { fields: Row } }>().error.fields).toHaveProperty('application')
  expect((await report(staff, application)).statusCode).toBe(404)
  const other = await create(specialist, 'hospitality', { customer, date: '2026-11-25', meal: '500' })
  const both = await Promise.all([report(specialist, other), report(specialist, other)])
  expect(new Set(both.map(answer => answer.json<{ record: string }>().record)).size).toBe(1)
})
