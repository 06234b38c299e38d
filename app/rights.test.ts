// Who may do what with whose records, through HTTP: every role against a customer of a specialist.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Person, TestSite } from './test-site.ts'
import { stateHash, testSite } from './test-site.ts'

let it: TestSite
const people: Record<string, Person> = {}
let customer: string
let order: string

const STRANGER = '01900000-0000-7000-8000-000000000000'

beforeAll(async () => {
  it = await testSite()
  const [head] = (await it.boss.ok<{ rows: { id: string }[] }>('POST', '/api/records/department/query', { columns: ['name'] })).rows
  const department = async (name: string, parent: string) => (await it.boss.ok<{ id: string }>('POST', '/api/records/department', { name, parent })).id
  const service = await department('客户服务部', head!.id)
  const east = await department('华东组', service)
  const south = await department('华南组', service)
  people.owner = await it.person('张专员', ['客户关系专员'], east)
  people.colleague = await it.person('李专员', ['客户关系专员'], east)
  people.other = await it.person('王专员', ['客户关系专员'], south)
  people.supervisor = await it.person('陈主管', ['客户关系主管'], east)
  people.above = await it.person('赵主管', ['客户关系主管'], service)
  people.southern = await it.person('周主管', ['客户关系主管'], south)
  people.manager = await it.person('钱经理', ['客户服务部经理'], service)
  people.finance = await it.person('孙会计', ['财务部'], head!.id)
  people.admin = await it.person('吴管理', ['系统管理员'], head!.id)
  people.nobody = await it.person('无角色', ['各相关部门'], head!.id)
  customer = (await people.owner.ok<{ id: string }>('POST', '/api/records/customer', { name: '上海恒达建材有限公司', bankAccount: undefined, phone: '13800138000' })).id
  const category = (await it.boss.ok<{ id: string }>('POST', '/api/records/category', { name: '瓷砖' })).id
  const product = (await it.boss.ok<{ id: string }>('POST', '/api/records/product', { name: '抛光砖', category, price: '100' })).id
  order = (await people.owner.ok<{ id: string }>('POST', '/api/records/order', { customer, lines: [{ product, quantity: '3', price: '100' }] })).id
})
afterAll(() => it?.close())

/** Sees it, may change it, may delete it. */
const POLICY: Record<string, [see: boolean, change: boolean, remove: boolean]> = {
  owner: [true, true, true], colleague: [false, false, false], other: [false, false, false],
  supervisor: [true, true, true], above: [true, true, true], southern: [false, false, false],
  manager: [true, true, true], finance: [true, false, false], admin: [false, false, false], nobody: [false, false, false],
}

describe.each(Object.entries(POLICY))('%s', (who, [see, change, remove]) => {
  test(`${see ? 'sees' : 'does not see'} the customer, by any way`, async () => {
    const person = people[who]!
    const one = await person.call('GET', `/api/records/customer/${customer}`)
    expect(one.statusCode).toBe(see ? 200 : 404)
    if (who === 'admin') {
      expect((await person.call('POST', '/api/records/customer/query', {})).statusCode).toBe(404)
      return
    }
    const list = await person.ok<{ rows: { id: string }[]; total: number }>('POST', '/api/records/customer/query', { total: 'capped' })
    expect(list.rows.some(row => row.id === customer)).toBe(see)
    expect(list.total > 0).toBe(see)
    const found = await person.ok<{ id: string }[]>('GET', `/api/search?q=${encodeURIComponent('恒达')}`)
    expect(JSON.stringify(found).includes(customer)).toBe(see)
    expect(JSON.stringify(await person.ok('GET', `/api/lookup/customer?q=${encodeURIComponent('恒达')}`)).includes(customer)).toBe(see)
    const groups = await person.ok<{ rows: unknown[] }>('POST', '/api/records/customer/pivot', { group: [{ field: 'stage' }], measures: [{ fn: 'count' }] })
    expect(groups.rows.length > 0).toBe(see)
    for (const path of ['history', 'comments']) expect((await person.call('GET', `/api/records/customer/${customer}/${path}`)).statusCode).toBe(see ? 200 : 404)
  })

  test(`gets the same answer for a record that is not there${see ? '' : ' as for this one'}`, async () => {
    const person = people[who]!
    for (const [method, path, body] of [['GET', '', undefined], ['PATCH', '', { values: { note: 'x' } }], ['DELETE', '', undefined], ['GET', '/history', undefined], ['POST', '/comments', { text: 'x' }]] as const) {
      const unknown = await person.call(method, `/api/records/customer/${STRANGER}${path}`, body)
      expect(unknown.statusCode, `${method} ${path} ${unknown.body}`).toBeGreaterThanOrEqual(400)
      if (see) continue
      const hidden = await person.call(method, `/api/records/customer/${customer}${path}`, body)
      expect([hidden.statusCode, hidden.body.replaceAll(customer, STRANGER)]).toEqual([unknown.statusCode, unknown.body])
    }
  })

  test(`${change ? 'may' : 'may not'} change it, and a refusal leaves no trace`, async () => {
    const person = people[who]!
    const before = await stateHash(it)
    const tries = [
      await person.call('PATCH', `/api/records/customer/${customer}`, { values: { note: `改自 ${who}` } }),
      await person.call('POST', '/api/records/customer/save', { changes: [{ id: customer, values: { trade: who } }] }),
      await person.call('POST', '/api/records/customer/bulk', { ids: [customer], set: { trade: `${who}!` } }),
    ]
    for (const answer of tries) expect(answer.statusCode < 300, answer.body).toBe(change)
    if (!change) expect(await stateHash(it)).toBe(before)
  })

  test(`${remove ? 'may' : 'may not'} delete it and bring it back`, async () => {
    const person = people[who]!
    const doomed = (await people.owner!.ok<{ id: string }>('POST', '/api/records/customer', { name: `待删客户 ${who}` })).id
    const before = await stateHash(it)
    const answer = await person.call('DELETE', `/api/records/customer/${doomed}`)
    expect(answer.statusCode < 300, answer.body).toBe(remove)
    if (!remove) return expect(await stateHash(it)).toBe(before)
    expect((await person.call('GET', `/api/records/customer/${doomed}`)).statusCode).toBe(404)
    const undone = await person.call('POST', '/api/undo', {})
    expect(undone.statusCode, undone.body).toBe(200)
    expect((await person.call('GET', `/api/records/customer/${doomed}`)).statusCode).toBe(200)
  })
})

test('lines are seen with their order, and their cost by nobody without the right', async () => {
  const whole = await people.owner!.ok<{ lines: Record<string, unknown>[]; total: string }>('GET', `/api/records/order/${order}`)
  expect(whole.total).toBe('300.00')
  expect(whole.lines).toHaveLength(1)
  expect(whole.lines[0]!['cost']).toBe('•••')
  expect((await people.colleague!.call('GET', `/api/records/order/${order}`)).statusCode).toBe(404)
  expect((await people.colleague!.ok<{ rows: unknown[] }>('POST', '/api/records/orderLine/query', {})).rows).toEqual([])
})

test('sales of a customer follow his orders at once', async () => {
  const seen = await people.owner!.ok<Record<string, unknown>>('GET', `/api/records/customer/${customer}`)
  expect(seen).toMatchObject({ salesTotal: '300.00', orderCount: 1, receivable: '300.00' })
})

describe('nobody lifts himself up', () => {
  const attempts = (): [string, Person, 'PATCH' | 'POST', string, unknown][] => {
    const sales = people.owner!
    const admin = people.admin!
    return [
      ['a specialist gives himself a role', sales, 'PATCH', `/api/records/user/${sales.id}`, { values: { roles: [] } }],
      ['a specialist moves himself to another department', sales, 'PATCH', `/api/records/user/${sales.id}`, { values: { department: null } }],
      ['a specialist makes a role', sales, 'POST', '/api/records/role', { name: '万能', rights: { grants: [], powers: ['admin'] } }],
      ['a specialist changes users in bulk', sales, 'POST', '/api/records/user/bulk', { ids: [sales.id], set: { active: true } }],
      ['a specialist makes a user', sales, 'POST', '/api/records/user', { name: '影子', email: 'shadow@example.cn' }],
      ['a specialist invites', sales, 'POST', '/api/users/invite', { name: '影子', email: 's2@example.cn', roles: [STRANGER] }],
      ['a specialist adds a field', sales, 'POST', '/api/catalog/objects/customer/fields', { label: { zh: '后门', en: 'x' }, kind: 'text' }],
      ['an administrator gives himself a role', admin, 'PATCH', `/api/records/user/${admin.id}`, { values: { roles: [] } }],
      ['an administrator changes himself in bulk', admin, 'POST', '/api/records/user/bulk', { ids: [admin.id], set: { roles: [] } }],
      ['an administrator saves himself in the grid', admin, 'POST', '/api/records/user/save', { changes: [{ id: admin.id, values: { roles: [] } }] }],
      ['a specialist hands his customer a creator', sales, 'PATCH', `/api/records/customer/${customer}`, { values: { createdBy: people.other!.id } }],
      ['a specialist writes the total', sales, 'PATCH', `/api/records/customer/${customer}`, { values: { salesTotal: '1' } }],
      ['a specialist sets the version', sales, 'PATCH', `/api/records/customer/${customer}`, { values: { version: 99 } }],
      ['a specialist writes an unknown field', sales, 'PATCH', `/api/records/customer/${customer}`, { values: { isAdmin: true } }],
      ['a specialist sets the organisation', sales, 'POST', '/api/records/customer', { name: '别家', org: 2 }],
      ['finance changes a customer', people.finance!, 'POST', '/api/records/customer/save', { changes: [{ id: customer, values: { name: '改名' } }] }],
    ]
  }
  test('sixteen ways are refused and change nothing', async () => {
    const before = await stateHash(it)
    for (const [what, person, method, url, body] of attempts()) {
      const answer = await person.call(method, url, body)
      expect(answer.statusCode, `${what}: ${answer.body}`).toBeGreaterThanOrEqual(400)
      expect(answer.statusCode, `${what}: ${answer.body}`).toBeLessThan(500)
    }
    expect(await stateHash(it)).toBe(before)
  })

  test('an administrator cannot widen a role that he holds himself', async () => {
    const roles = await people.admin!.ok<{ rows: { id: string; name: string }[] }>('POST', '/api/records/role/query', { columns: ['name'] })
    const own = roles.rows.find(row => row.name === '系统管理员')!
    const rights = { grants: [{ object: '*', read: 'all', update: 'all', delete: 'all', create: true, export: true, import: true }], powers: ['admin', 'users'] }
    const answer = await people.admin!.call('PATCH', `/api/records/role/${own.id}`, { values: { rights } })
    expect(answer.statusCode, answer.body).toBe(400)
    expect(answer.json().error.fields[''].key).toBe('user.notOneself')
  })
})

test('a role taken away is felt at the next request', async () => {
  const person = await it.person('临时主管', ['客户服务部经理'])
  expect((await person.call('GET', `/api/records/customer/${customer}`)).statusCode).toBe(200)
  await it.boss.ok('PATCH', `/api/records/user/${person.id}`, { values: { roles: [] } })
  await expect.poll(async () => (await person.call('GET', `/api/records/customer/${customer}`)).statusCode, { timeout: 3000 }).toBe(404)
})
