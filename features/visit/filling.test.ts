// The forms of contact, visit, hospitality and gifts as people fill them in: rows typed into lists, a report with its visits, budgets beside actuals.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Person, TestSite } from '#app/test-site.ts'
import { testSite } from '#app/test-site.ts'
import type { Cell, CellChange, Sheet } from '#core/form/sheet.ts'
import { today } from '#core/lib/date.ts'

type Row = Record<string, unknown>
type Saved = { record?: string; sheet: Sheet }

let it: TestSite
let specialist: Person, staff: Person, keeper: Person
let customer: string, contact: string
const day = today('Asia/Shanghai')

const create = async (who: Person, object: string, values: Row): Promise<string> => (await who.ok<{ id: string }>('POST', `/api/records/${object}`, values)).id
const open = (who: Person, form: string, query = ''): Promise<Sheet> => who.ok<Sheet>('GET', `/api/forms/${form}?${query}`)
const save = (who: Person, form: string, body: Row) => who.ok<Saved>('POST', `/api/forms/${form}/save`, { params: {}, ...body })
const row = (block: string, at: string, values: Row): CellChange[] => Object.entries(values).map(([path, value]) => ({ bind: { on: 'row', block, row: at, path }, value }))
const record = (values: Row): CellChange[] => Object.entries(values).map(([path, value]) => ({ bind: { on: 'record', path }, value }))
const texts = (sheet: Sheet): string[] => sheet.cells.map(cell => cell.text).filter(Boolean)
const at = (sheet: Sheet, path: string, place?: string): Cell | undefined => sheet.cells.find(cell => cell.bind?.path === path && cell.bind.row === place)
/** What stands right of a printed label. */
const beside = (sheet: Sheet, label: string): string | undefined => {
  const found = sheet.cells.find(cell => cell.text === label)
  return found && sheet.cells.find(cell => cell.row === found.row && cell.col === found.col + found.colSpan)?.text
}
const all = async (who: Person, object: string, columns: string[]): Promise<Row[]> => (await who.ok<{ rows: Row[] }>('POST', `/api/records/${object}/query`, { columns })).rows

beforeAll(async () => {
  it = await testSite()
  specialist = await it.person('陈佳怡', ['客户关系专员'])
  staff = await it.person('姚颖', ['各相关部门'])
  keeper = await it.person('夏云', ['礼品管理人员'])
  customer = await create(specialist, 'customer', { name: '杭州宏达建材有限公司', trade: '建材', address: { province: '浙江省', city: '杭州市', detail: '人民路8号' } })
  contact = await create(specialist, 'contact', { name: '潘建国', customer })
})
afterAll(() => it?.close())

test('a contact and an appointment typed into their lists are records of the person who typed them', async () => {
  const plan = await open(specialist, 'F17')
  expect(texts(plan)).toEqual(expect.arrayContaining(['客户联络计划表', '序号', '客户名称', '地址', '联系方式', '联络人员', '联络时间', '联络目的', '联络地点']))
  const { sheet } = await save(specialist, 'F17', { changes: row('plans', 'new:0', { customer, way: '电话', date: day, purpose: '月度对账' }) })
  expect(texts(sheet)).toEqual(expect.arrayContaining(['杭州宏达建材有限公司', '陈佳怡', '月度对账', '浙江省杭州市人民路8号']))
  await save(specialist, 'F18', { changes: row('appointments', 'new:0', { customer, date: day, begins: '14:00', ends: '15:30', targetDepartment: '采购部' }) })
  expect(await all(specialist, 'appointment', ['date', 'begins', 'owner', 'state'])).toMatchObject([{ date: day, begins: '14:00', owner: { id: specialist.id }, state: 'planned' }])
  const late = await specialist.call('POST', '/api/forms/F18/save', { params: {}, changes: row('appointments', 'new:0', { customer, date: day, begins: '16:00', ends: '15:30' }) })
  expect(Object.entries(late.json<{ error: { fields: Row } }>().error.fields)).toMatchObject([[expect.stringContaining('ends'), { message: '结束时间应晚于开始时间' }]])
})

test('a visit typed into the report belongs to its day and person; what is counted can be written over', async () => {
  const yesterday = '2026-05-20'
  const made = await save(specialist, 'F20', { record: null, changes: [
    ...record({ date: yesterday }), ...row('visits', 'new:0', { customer, met: [contact], plan: 'b', summary: '色差换货', outcome: 'A' }), ...row('expenses', 'new:0', { item: '市内交通', amount: '36.5' }),
  ] })
  const [visit] = await all(specialist, 'visit', ['date', 'owner', 'daily'])
  expect(visit).toMatchObject({ date: yesterday, owner: { id: specialist.id }, daily: { id: made.record } })
  const sheet = await open(specialist, 'F20', `record=${made.record}`)
  expect(texts(sheet)).toEqual(expect.arrayContaining(['星期三', '潘建国', '36.50', '合计']))
  expect(texts(sheet).filter(text => text.includes('☑')).map(text => /☑([^□\s]+)/.exec(text)?.[1])).toEqual(['b.处理问题', 'A.商谈成功'])
  expect([beside(sheet, '本日拜访数目'), at(sheet, 'visitsTyped')?.wire]).toEqual(['1', null])
  const corrected = await save(specialist, 'F20', { record: made.record, changes: record({ visitsTyped: 2 }) })
  expect(beside(corrected.sheet, '本日拜访数目')).toBe('2')
  const back = await save(specialist, 'F20', { record: made.record, changes: record({ visitsTyped: null }) })
  expect(beside(back.sheet, '本日拜访数目')).toBe('1')
})

test('the record of a visit shows the address of its customer', async () => {
  const visit = await create(specialist, 'visit', { customer, date: day, met: [contact] })
  const { sheet } = await save(specialist, 'F19', { record: visit, changes: record({ growth: '0.125', overall: '有潜力', watch: '下周回访' }) })
  expect([beside(sheet, '客户名称'), beside(sheet, '详细地址'), beside(sheet, '拜访对象'), beside(sheet, '成长率')]).toEqual(['杭州宏达建材有限公司', '浙江省杭州市人民路8号', '潘建国', '12.5%'])
})

test('the report on hospitality shows budget beside actual; opinions are closed to those who do not sign', async () => {
  const asked = await save(staff, 'F21', { record: null, changes: record({ customerName: '瓯江卫浴', date: day, meal: '800', gifts: '200' }) })
  expect([beside(asked.sheet, '申请人'), at(asked.sheet, 'serviceManagerOpinion')]).toEqual(['姚颖', undefined])
  expect(texts(asked.sheet)).toContain('1,000.00')
  const { record: id } = await staff.ok<{ record: string }>('POST', '/api/forms/F21/acts/report', { params: {}, record: asked.record })
  const { sheet } = await save(staff, 'F22', { record: id, changes: record({ meal: '950', mealNote: '含酒水' }) })
  const meal = sheet.cells.find(cell => cell.text === '用餐')!
  expect(sheet.cells.filter(cell => cell.row === meal.row && cell.col >= meal.col).map(cell => cell.text)).toEqual(['用餐', '800.00', '950.00', '含酒水'])
  expect(beside(sheet, '预算结余')).toBe('-150.00')
  const application = await open(staff, 'F21', `record=${asked.record}`)
  expect(beside(application, '实际支出额(元)')).toBe('1,150.00')
})

test('gifts planned in a year stand in its plan; an application is typed with its gifts', async () => {
  const gift = await create(keeper, 'gift', { name: '龙井茶礼盒', value: '268' })
  const { sheet } = await save(specialist, 'F23', { params: { year: 2027 }, changes: row('plans', 'new:0', { customer, person: '潘建国', purpose: '春节拜访', gift, quantity: 2, budget: '536' }) })
  expect(texts(sheet)).toEqual(expect.arrayContaining(['杭州宏达建材有限公司', '建材', '春节拜访', '龙井茶礼盒', '536.00']))
  expect(texts(await open(specialist, 'F23', 'year=2026'))).not.toContain('春节拜访')
  const asked = await save(specialist, 'F24', { record: null, changes: [...record({ customer, date: day, receiver: '潘建国' }), ...row('gifts', 'new:0', { gift, quantity: 1, value: '268' })] })
  expect(texts(asked.sheet)).toEqual(expect.arrayContaining(['填表人', '部门主管', '礼品管理人员', '办公室主任', '副经理', '陈佳怡', '268.00']))
  const short = await keeper.call('POST', '/api/forms/F24/acts/handOut', { params: {}, record: asked.record })
  expect(short.json<{ error: { message: string } }>().error.message).toBe('库存不足，未发放：“龙井茶礼盒”库存 0，申请 1')
})
