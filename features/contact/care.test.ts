// The deep-care profile (F03): open to those who look after the person and to those above, and each look at it is noted.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Team } from '#app/test-hands.ts'
import { cellAt, change, get, list, make, openForm, openTeam, refusal, saveForm, textsOf } from '#app/test-hands.ts'
import type { Row } from '#app/test-hands.ts'

let team: Team
let contact: string

beforeAll(async () => {
  team = await openTeam()
  const { specialist, customer } = team
  contact = (await make(specialist, 'contact', {
    name: '王秀兰', customer, ethnicity: '汉族', drinking: '偶尔小酌', topics: '茶叶', wedding: '2005-10-01',
    children: [{ name: '王小明', birthday: '2015-06-01', likes: '足球' }], parents: [{ name: '王德福', age: 78 }],
  })).id
})
afterAll(() => team?.it.close())

const views = async (who: string[]): Promise<Row[]> =>
  (await team.it.site.db.query<Row>(`select actor, record, object, detail from audit where what = 'viewed' and actor = any($1) order by at, id`, [who])).rows

test('who looks after the contact and those above see all of it, with ages of children', async () => {
  const { specialist, supervisor, manager, it } = team
  for (const person of [specialist, supervisor, manager, it.boss]) {
    const seen = await get(person, 'contact', contact)
    expect(seen).toMatchObject({ ethnicity: '汉族', drinking: '偶尔小酌', topics: '茶叶' })
    expect(seen.children).toMatchObject([{ name: '王小明', birthday: '2015-06-01', likes: '足球' }])
    expect((seen.children as Row[])[0]!.age).toBeGreaterThan(9)
  }
})

test('family and habits are hidden from finance and the rest is masked; a colleague finds nothing', async () => {
  const { finance, colleague } = team
  const seen = await get(finance, 'contact', contact)
  for (const key of ['ethnicity', 'drinking', 'children', 'parents', 'wedding', 'homeAddress']) expect(Object.hasOwn(seen, key), key).toBe(false)
  expect(seen.topics).toBe('•••')
  expect((await finance.call('POST', '/api/records/contactChild/query', { columns: ['name'] })).statusCode).toBe(400)
  expect((await finance.call('POST', '/api/records/contact/query', { columns: ['name'], filter: { field: 'ethnicity', op: 'eq', value: '汉族' } })).statusCode).toBe(400)
  expect((await colleague.call('GET', `/api/records/contact/${contact}`)).statusCode).toBe(404)
  expect((await colleague.call('GET', `/api/forms/F03?record=${contact}`)).statusCode).toBe(404)
})

test('a sales person keeps the address book without the profile', async () => {
  const { seller } = team
  const own = (await make(seller, 'contact', { name: '赵强' })).id
  expect(Object.hasOwn(await get(seller, 'contact', own), 'ethnicity')).toBe(false)
  expect(await refusal(change(seller, 'contact', own, { ethnicity: '回族' }))).toMatchObject({ ethnicity: { key: 'field.unknown' } })
})

test('the printed form shows it to the specialist and covers it for finance', async () => {
  const { specialist, finance } = team
  const own = textsOf(await openForm(specialist, 'F03', `?record=${contact}`))
  expect(own).toEqual(expect.arrayContaining(['客户深度关怀表', '1.姓名', '王秀兰', '汉族', '王小明', '足球', '王德福', '78', '1.饮酒习惯', '偶尔小酌', '公关现状与前景分析']))
  const covered = textsOf(await openForm(finance, 'F03', `?record=${contact}`))
  expect(covered).toContain('王秀兰')
  for (const text of ['汉族', '王小明', '王德福', '偶尔小酌', '茶叶']) expect(covered).not.toContain(text)
})

test('what is typed into the form comes into the profile, with new children', async () => {
  const { specialist } = team
  const sheet = await openForm(specialist, 'F03', `?record=${contact}`)
  expect(cellAt(sheet, 'hobbies')).toBeDefined()
  const saved = await saveForm(specialist, 'F03', [[{ on: 'record', path: 'hobbies' }, '钓鱼'], [{ on: 'row', block: 'children', row: 'new:0', path: 'name' }, '王小红']], { record: contact })
  expect(saved.statusCode, saved.body).toBe(200)
  const seen = await get(specialist, 'contact', contact)
  expect(seen.hobbies).toBe('钓鱼')
  expect((seen.children as Row[]).map(child => child.name).sort()).toEqual(['王小明', '王小红'])
})

test('each look leaves an entry in the log: the record, a list, the form; and none for whom it is hidden from', async () => {
  const { supervisor, finance } = team
  const before = (await views([supervisor.id, finance.id])).length
  await get(supervisor, 'contact', contact)
  await list(supervisor, 'contact', ['name', 'ethnicity'])
  await list(supervisor, 'contact', ['name', 'mobile'])
  await openForm(supervisor, 'F03', `?record=${contact}`)
  await get(finance, 'contact', contact)
  const noted = (await views([supervisor.id, finance.id])).slice(before)
  expect(noted).toMatchObject([
    { actor: supervisor.id, record: contact, object: 'contact' }, { actor: supervisor.id, record: null, detail: { fields: ['ethnicity'] } }, { actor: supervisor.id, record: contact, detail: { form: 'F03' } },
  ])
  expect((noted[0]!.detail as { fields: string[] }).fields).toEqual(expect.arrayContaining(['ethnicity', 'children', 'drinking']))
})

test('people are tied to each other, but nobody to himself or to nobody', async () => {
  const { specialist, customer } = team
  const other = (await make(specialist, 'contact', { name: '李建国', customer })).id
  expect((await change(specialist, 'contact', contact, { relations: [{ person: other, tie: 'schoolmate', nature: 'close' }, { colleague: specialist.id, tie: 'townsman' }] })).statusCode).toBe(200)
  expect((await refusal(specialist.call('POST', '/api/records/contactRelation', { contact, tie: 'friend' })))['person']?.params?.text).toContain('请选择一位联系人')
  expect((await refusal(specialist.call('POST', '/api/records/contactRelation', { contact, person: contact, tie: 'friend' })))['person']?.params?.text).toContain('不能与本人')
})
