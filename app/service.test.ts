// Customer service as people live it: whose profile is open to whom, what adds up to 100 %, who decides on a price, who stands in
// the lists of important and problem customers.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#core/object/access.ts'
import { perform } from '#server/action/perform.ts'
import './forms.ts'
import type { Person, TestSite } from './test-site.ts'
import { stateHash, testSite } from './test-site.ts'

type Row = Record<string, unknown> & { id: string }

let it: TestSite
let specialist: Person, colleague: Person, supervisor: Person, manager: Person, manager2: Person, finance: Person, seller: Person
let customer: string

beforeAll(async () => {
  it = await testSite()
  const [head] = (await it.boss.ok<{ rows: Row[] }>('POST', '/api/records/department/query', { columns: ['name'] })).rows
  const east = (await it.boss.ok<Row>('POST', '/api/records/department', { name: '华东组', parent: head!.id })).id
  specialist = await it.person('张专员', ['客户关系专员'], east)
  colleague = await it.person('李专员', ['客户关系专员'], east)
  supervisor = await it.person('陈主管', ['客户关系主管'], east)
  manager = await it.person('钱经理', ['客户服务部经理'], head!.id)
  manager2 = await it.person('周经理', ['客户服务部经理'], head!.id)
  finance = await it.person('孙会计', ['财务部'], head!.id)
  seller = await it.person('何销售', ['销售人员'], east)
  customer = (await specialist.ok<Row>('POST', '/api/records/customer', { name: '杭州西湖陶瓷经营部', grade: 'A', creditLimit: '1000' })).id
})
afterAll(() => it?.close())

const make = (who: Person, object: string, values: object): Promise<Row> => who.ok<Row>('POST', `/api/records/${object}`, values)
const change = (who: Person, object: string, id: string, values: object) => who.call('PATCH', `/api/records/${object}/${id}`, { values })
const get = (who: Person, object: string, id: string): Promise<Row> => who.ok<Row>('GET', `/api/records/${object}/${id}`)
const list = async (who: Person, object: string, columns: string[], filter?: unknown): Promise<Row[]> =>
  (await who.ok<{ rows: Row[] }>('POST', `/api/records/${object}/query`, { columns, size: 100, ...(filter ? { filter } : {}) })).rows

/** What is said at the place of a refused save. */
async function refusal(answer: ReturnType<Person['call']>): Promise<Record<string, { key: string; params?: { text?: string } }>> {
  const { statusCode, body } = await answer
  expect(statusCode, body).toBeGreaterThanOrEqual(400)
  return JSON.parse(body).error.fields
}

async function act<T>(who: Person, name: string, input: object): Promise<T> {
  const known = (await it.site.actors.get(1, who.id))!
  return perform<T>(it.site.env, { ...known, via: 'page' } as Actor, name, input)
}

describe('the deep-care profile', () => {
  let contact: string
  beforeAll(async () => {
    contact = (await make(specialist, 'contact', {
      name: '王秀兰', customer, ethnicity: '汉族', drinking: '偶尔小酌', topics: '茶叶', wedding: '2005-10-01',
      children: [{ name: '王小明', birthday: '2015-06-01', likes: '足球' }], parents: [{ name: '王德福', age: 78 }],
    })).id
  })

  test('is open to who looks after the contact and to those above', async () => {
    for (const person of [specialist, supervisor, manager, it.boss]) {
      const seen = await get(person, 'contact', contact)
      expect(seen).toMatchObject({ ethnicity: '汉族', drinking: '偶尔小酌', topics: '茶叶' })
      expect(seen.children).toMatchObject([{ name: '王小明', birthday: '2015-06-01', likes: '足球' }])
    }
    const [child] = (await get(specialist, 'contact', contact)).children as Row[]
    expect(child!.age).toBeGreaterThan(9)
  })

  test('hides family and habits from finance, masks the rest, and is not there for a colleague', async () => {
    const seen = await get(finance, 'contact', contact)
    for (const key of ['ethnicity', 'drinking', 'children', 'parents', 'wedding', 'homeAddress']) expect(Object.hasOwn(seen, key), key).toBe(false)
    expect(seen.topics).toBe('•••')
    expect((await finance.call('POST', '/api/records/contactChild/query', { columns: ['name'] })).statusCode).toBe(400)
    expect((await finance.call('POST', '/api/records/contact/query', { columns: ['name'], filter: { field: 'ethnicity', op: 'eq', value: '汉族' } })).statusCode).toBe(400)
    expect((await colleague.call('GET', `/api/records/contact/${contact}`)).statusCode).toBe(404)
  })

  test('a sales person keeps the address book without the profile', async () => {
    const own = (await make(seller, 'contact', { name: '赵强' })).id
    expect(Object.hasOwn(await get(seller, 'contact', own), 'ethnicity')).toBe(false)
    expect(await refusal(change(seller, 'contact', own, { ethnicity: '回族' }))).toMatchObject({ ethnicity: { key: 'field.unknown' } })
  })

  test('leaves an entry in the log each time somebody looks at it, and none for whom it is hidden from', async () => {
    const views = async (): Promise<Row[]> => (await it.site.db.query<Row>(`select actor, record, object, detail from audit where what = 'viewed' and actor = any($1) order by at`, [[supervisor.id, finance.id]])).rows
    const before = (await views()).length
    await get(supervisor, 'contact', contact)
    await list(supervisor, 'contact', ['name', 'ethnicity'])
    await list(supervisor, 'contact', ['name', 'mobile'])
    await get(finance, 'contact', contact)
    const noted = (await views()).slice(before)
    expect(noted).toMatchObject([{ actor: supervisor.id, record: contact, object: 'contact' }, { actor: supervisor.id, record: null, detail: { fields: ['ethnicity'] } }])
    expect((noted[0]!.detail as { fields: string[] }).fields).toEqual(expect.arrayContaining(['ethnicity', 'children', 'drinking']))
  })

  test('links people, but nobody to himself or to nobody', async () => {
    const other = (await make(specialist, 'contact', { name: '李建国', customer })).id
    expect((await change(specialist, 'contact', contact, { relations: [{ person: other, tie: 'schoolmate', nature: 'close' }, { colleague: specialist.id, tie: 'townsman' }] })).statusCode).toBe(200)
    expect((await refusal(specialist.call('POST', '/api/records/contactRelation', { contact, tie: 'friend' })))['person']?.params?.text).toContain('请选择一位联系人')
    expect((await refusal(specialist.call('POST', '/api/records/contactRelation', { contact, person: contact, tie: 'friend' })))['person']?.params?.text).toContain('不能与本人')
  })
})

describe('what adds up to a hundred per cent', () => {
  test('shares of the dealer card may stay below, not above, however they are saved', async () => {
    expect((await change(specialist, 'customer', customer, { suppliers: [{ brand: '恒达', share: '0.6', ours: true }, { brand: '远大', share: '0.3' }] })).statusCode).toBe(200)
    const lines = (await get(specialist, 'customer', customer)).suppliers as Row[]
    const over = await refusal(change(specialist, 'customer', customer, { suppliers: [...lines, { brand: '联泰', share: '0.2' }] }))
    expect(over['suppliers']?.params?.text).toBe('进货对象的占比合计不能超过 100%，现为 110%')
    const alone = await refusal(specialist.call('POST', '/api/records/customerSupplier', { customer, brand: '联泰', share: '0.2' }))
    expect(Object.values(alone)[0]?.params?.text).toContain('110%')
    expect((await get(specialist, 'customer', customer)).supplierShare).toBe('0.9')
  })

  test('weights of an evaluation must meet it exactly, and the total is the weighted score', async () => {
    const items = [{ indicator: '销售贡献', weight: '0.6', score: '90' }, { indicator: '付款信用', weight: '0.3', score: '70' }]
    expect((await refusal(specialist.call('POST', '/api/records/evaluation', { customer, items })))['items']?.params?.text).toBe('指标权重合计应为 100%，现为 90%')
    const { id } = await make(specialist, 'evaluation', { customer, items: [...items, { indicator: '口碑', weight: '0.1', score: '100' }] })
    expect(await get(specialist, 'evaluation', id)).toMatchObject({ total: '85.00', weightSum: '1.0' })
  })

  test('the usual indicators are filled in once, and levels follow the scores', async () => {
    const { id } = await make(specialist, 'evaluation', { customer })
    expect(await act(specialist, 'evaluation.template', { record: id })).toMatchObject({ message: '已填入 6 项常用指标' })
    expect(await act(specialist, 'evaluation.template', { record: id })).toMatchObject({ message: '已有评估指标，未作改动' })
    const items = (await get(specialist, 'evaluation', id)).items as Row[]
    expect(items.map(item => item.indicator)).toEqual(['销售贡献', '付款信用', '增长潜力', '合作年限与忠诚度', '满意度与口碑', '服务成本'])
    await change(specialist, 'evaluation', id, { items: items.map(({ points: _made, ...item }, at) => ({ ...item, score: String(95 - at * 10) })) })
    expect(await act(specialist, 'evaluation.level', { record: id })).toMatchObject({ message: '已评定 6 项等级' })
    expect(((await get(specialist, 'evaluation', id)).items as Row[]).map(item => item.level)).toEqual(['excellent', 'good', 'fair', 'fair', 'poor', 'poor'])
    await expect(act(colleague, 'evaluation.template', { record: id })).rejects.toMatchObject({ code: 'not_found' })
    await expect(act(specialist, 'evaluation.template', {})).rejects.toMatchObject({ key: 'evaluation.needRecord' })
  })
})

describe('a price application', () => {
  const asked = { offer: '抛光砖九五折', price: '38.5', expected: '800000' }
  const preferences = (application: string) => list(it.boss, 'pricePreference', ['customer', 'price', 'note'], { field: 'application', op: 'eq', value: application })

  test('is decided by a manager, not by specialist or supervisor, and becomes a preference exactly once', async () => {
    const { id } = await make(specialist, 'priceApplication', { customer, ...asked })
    expect(await refusal(change(specialist, 'priceApplication', id, { decision: 'approved' }))).toMatchObject({ decision: { key: 'field.notWritable' } })
    expect(await refusal(change(supervisor, 'priceApplication', id, { decision: 'approved' }))).toMatchObject({ decision: { key: 'field.notWritable' } })
    expect((await change(manager, 'priceApplication', id, { decision: 'approved', decisionNote: '同意，限本年度' })).statusCode).toBe(200)
    expect(await get(specialist, 'priceApplication', id)).toMatchObject({ decision: 'approved', decidedBy: { id: manager.id }, year: new Date().getFullYear() })
    expect(await preferences(id)).toMatchObject([{ customer: { id: customer }, price: '38.5', note: '抛光砖九五折' }])
    expect(await refusal(change(manager2, 'priceApplication', id, { decision: 'refused' }))).toMatchObject({ decision: { key: 'price.final' } })
    expect(await refusal(change(specialist, 'priceApplication', id, { price: '20' }))).toMatchObject({ price: { key: 'price.decided' } })
    expect(await preferences(id)).toHaveLength(1)
  })

  test('is never decided by who asks, in whatever way he tries', async () => {
    const before = await stateHash(it)
    expect(await refusal(manager.call('POST', '/api/records/priceApplication', { customer, ...asked, decision: 'approved' }))).toMatchObject({ decision: { key: 'price.own' } })
    expect(await stateHash(it)).toBe(before)
    const { id } = await make(manager, 'priceApplication', { customer, ...asked })
    await change(manager, 'priceApplication', id, { owner: specialist.id })
    expect(await refusal(change(manager, 'priceApplication', id, { decision: 'approved' }))).toMatchObject({ decision: { key: 'price.own' } })
    await expect(act(manager, 'price.decide', { id, decision: 'approved' })).rejects.toMatchObject({ code: 'invalid' })
    await act(manager2, 'price.decide', { id, decision: 'refused', note: '毛利不足' })
    expect(await get(manager, 'priceApplication', id)).toMatchObject({ decision: 'refused', decisionNote: '毛利不足' })
    expect(await preferences(id)).toHaveLength(0)
    await act(manager2, 'price.decide', { id, decision: 'approved' })
    expect(await preferences(id)).toHaveLength(1)
  })

  test('a decision taken back takes its preference along', async () => {
    const { id } = await make(specialist, 'priceApplication', { customer, ...asked })
    await change(manager, 'priceApplication', id, { decision: 'approved' })
    await manager.ok('POST', '/api/undo', {})
    expect(await get(manager, 'priceApplication', id)).toMatchObject({ decision: null, decidedBy: null })
    expect(await preferences(id)).toHaveLength(0)
  })
})

test('a complaint needs a result to be closed, is then dated, and is counted beside its customer', async () => {
  const { id } = await make(specialist, 'complaint', { customer, content: '两箱瓷砖破损', handler: colleague.id })
  expect(await get(specialist, 'customer', customer)).toMatchObject({ complaintCount: 1, openComplaints: 1 })
  expect((await refusal(change(colleague, 'complaint', id, { status: 'closed' })))['result']?.params?.text).toContain('请填写处理结果')
  expect((await change(colleague, 'complaint', id, { status: 'closed', result: '已补发' })).statusCode).toBe(200)
  expect((await get(colleague, 'complaint', id)).closedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  expect(await get(specialist, 'customer', customer)).toMatchObject({ complaintCount: 1, openComplaints: 0 })
  await change(specialist, 'complaint', id, { status: 'handling' })
  expect(await get(specialist, 'complaint', id)).toMatchObject({ closedOn: null })
})

describe('countermeasures', () => {
  const thisYear = new Date().getFullYear()
  const order = async (who: Person, of: string, date: string, amount: string): Promise<void> => {
    const product = (await list(it.boss, 'product', ['name']))[0]?.id ?? (await make(it.boss, 'product', { name: '抛光砖' })).id
    await make(who, 'order', { customer: of, date, lines: [{ product, quantity: '1', price: amount }] })
  }

  test('important customers are proposed once a year, whoever sees them', async () => {
    const seen = await act<{ message: string; count: number }>(supervisor, 'measure.proposeImportant', { params: { year: thisYear } })
    expect(seen).toMatchObject({ message: '新增 1 家', count: 1 })
    expect(await list(specialist, 'countermeasure', ['customer', 'owner'])).toMatchObject([{ customer: { id: customer }, owner: { id: specialist.id } }])
    expect(await act(specialist, 'measure.proposeImportant', { params: { year: thisYear } })).toMatchObject({ message: '没有新的客户需要列入' })
      expect(await act(it.boss, 'measure.proposeImportant', { params: { year: thisYear - 1 } })).toMatchObject({ count: 1 })
    expect(Object.values(await refusal(specialist.call('POST', '/api/records/countermeasure', { kind: 'important', year: thisYear, customer })))[0]?.key).toContain('unique')
  })

  test('problem customers are those who buy far less, owe too much or complain', async () => {
    const fallen = (await make(specialist, 'customer', { name: '宁波下滑建材店' })).id
    const steady = (await make(specialist, 'customer', { name: '绍兴稳定建材店' })).id
    const small = (await make(specialist, 'customer', { name: '嘉兴零散客户' })).id
    for (const [of, before, now] of [[fallen, '50000', '20000'], [steady, '50000', '48000'], [small, '500', '10']] as const) {
      await order(specialist, of, `${thisYear - 1}-01-15`, before)
      await order(specialist, of, `${thisYear}-01-15`, now)
      await make(finance, 'payment', { customer: of, amount: '999999' })
    }
    const complaining = (await make(specialist, 'customer', { name: '湖州多诉客户' })).id
    for (const content of ['送货迟到', '色差']) await make(specialist, 'complaint', { customer: complaining, content })
    const owing = (await make(specialist, 'customer', { name: '金华欠款客户', creditLimit: '1000' })).id
    await order(specialist, owing, `${thisYear}-02-01`, '3000')
    const found = await act<{ count: number }>(specialist, 'measure.proposeProblem', { params: { year: thisYear } })
    const names = (await list(specialist, 'countermeasure', ['customer'], { field: 'kind', op: 'eq', value: 'problem' })).map(row => (row.customer as { label: string }).label)
    expect(names.sort()).toEqual(['宁波下滑建材店', '湖州多诉客户', '金华欠款客户'].sort())
    expect(found.count).toBe(3)
    expect(await act(specialist, 'measure.proposeProblem', { params: { year: thisYear } })).toMatchObject({ count: 0 })
  })

  test('a trend is written over with a reason only', async () => {
    const [row] = await list(specialist, 'countermeasure', ['customer'], { field: 'kind', op: 'eq', value: 'problem' })
    expect((await refusal(change(specialist, 'countermeasure', row!.id, { trend: '已回升' })))['trend']?.params?.text).toContain('请写明理由')
    expect((await change(specialist, 'countermeasure', row!.id, { trend: '已回升（理由：新店开业）' })).statusCode).toBe(200)
  })
})

test('talks need a next step where a date for it is given, and tell the customer when they last were', async () => {
  expect((await refusal(specialist.call('POST', '/api/records/communication', { customer, content: '电话回访', date: '2026-03-01', nextDate: '2026-03-05' })))['next']?.params?.text).toContain('下一步行动计划')
  expect((await refusal(specialist.call('POST', '/api/records/communication', { customer, content: '电话回访', date: '2026-03-01', next: '送样', nextDate: '2026-02-05' })))['nextDate']?.params?.text).toContain('不能早于')
  await make(specialist, 'communication', { customer, way: 'phone', content: '电话回访', date: '2026-03-01', next: '送样', nextDate: '2026-03-05' })
  expect((await get(specialist, 'customer', customer)).lastTalk).toBe('2026-03-01')
  await make(specialist, 'opportunity', { customer, name: '样板间项目', amount: '200000', probability: '0.4' })
  expect(await list(specialist, 'opportunity', ['code', 'weighted'])).toMatchObject([{ code: expect.stringMatching(/^JH-\d{4}-001$/), weighted: '80000.00' }])
})
