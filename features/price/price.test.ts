// F13 and F14: who decides on a price, what stays as it is after that, and how it comes among the preferences exactly once.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#core/object/access.ts'
import { perform } from '#server/action/perform.ts'
import { stateHash } from '#app/test-site.ts'
import type { Person } from '#app/test-site.ts'
import type { Row, Team } from '#app/test-hands.ts'
import { cellAt, change, get, list, make, openForm, openTeam, refusal, rowBind, saveForm, textsOf } from '#app/test-hands.ts'

let team: Team
const year = new Date().getFullYear()

beforeAll(async () => { team = await openTeam() })
afterAll(() => team?.it.close())

const asked = (): object => ({ customer: team.customer, offer: '抛光砖九五折', price: '38.5', expected: '800000' })
const preferences = (application: string): Promise<Row[]> => list(team.it.boss, 'pricePreference', ['customer', 'price', 'note'], { field: 'application', op: 'eq', value: application })

async function decide(who: Person, id: string, decision: string, note?: string): Promise<unknown> {
  const known = (await team.it.site.actors.get(1, who.id))!
  return perform(team.it.site.env, { ...known, via: 'flow' } as Actor, 'price.decide', { id, decision, ...(note ? { note } : {}) })
}

test('a manager decides, not specialist or supervisor; what is approved becomes a preference exactly once', async () => {
  const { specialist, supervisor, manager, manager2, customer } = team
  const { id } = await make(specialist, 'priceApplication', asked())
  for (const person of [specialist, supervisor]) expect(await refusal(change(person, 'priceApplication', id, { decision: 'approved' }))).toMatchObject({ decision: { key: 'field.notWritable' } })
  expect((await change(manager, 'priceApplication', id, { decision: 'approved', decisionNote: '同意，限本年度' })).statusCode).toBe(200)
  expect(await get(specialist, 'priceApplication', id)).toMatchObject({ decision: 'approved', decidedBy: { id: manager.id }, year })
  expect(await preferences(id)).toMatchObject([{ customer: { id: customer }, price: '38.5', note: '抛光砖九五折' }])
  expect(await refusal(change(manager2, 'priceApplication', id, { decision: 'refused' }))).toMatchObject({ decision: { key: 'price.final' } })
  expect(await refusal(change(specialist, 'priceApplication', id, { price: '20' }))).toMatchObject({ price: { key: 'price.decided' } })
  expect(await preferences(id)).toHaveLength(1)
})

test('nobody decides on his own application, in whatever way he tries', async () => {
  const { specialist, manager, manager2 } = team
  const before = await stateHash(team.it)
  expect(await refusal(manager.call('POST', '/api/records/priceApplication', { ...asked(), decision: 'approved' }))).toMatchObject({ decision: { key: 'price.own' } })
  expect(await stateHash(team.it)).toBe(before)
  const { id } = await make(manager, 'priceApplication', asked())
  await change(manager, 'priceApplication', id, { owner: specialist.id })
  expect(await refusal(change(manager, 'priceApplication', id, { decision: 'approved' }))).toMatchObject({ decision: { key: 'price.own' } })
  expect(Object.values(await refusal(saveForm(manager, 'F14', [[rowBind('applications', id, 'decision'), 'approved']], { params: { year } })))[0]?.key).toBe('price.own')
  await expect(decide(manager, id, 'approved')).rejects.toMatchObject({ code: 'invalid' })
  await decide(manager2, id, 'refused', '毛利不足')
  expect(await get(manager, 'priceApplication', id)).toMatchObject({ decision: 'refused', decisionNote: '毛利不足' })
  expect(await preferences(id)).toHaveLength(0)
  await decide(manager2, id, 'approved')
  expect(await preferences(id)).toHaveLength(1)
})

test('two managers who approve at the same moment make one preference', async () => {
  const { specialist, manager, manager2 } = team
  const { id } = await make(specialist, 'priceApplication', asked())
  await Promise.allSettled([decide(manager, id, 'approved'), decide(manager2, id, 'approved')])
  expect(await preferences(id)).toHaveLength(1)
})

test('a decision taken back takes its preference along', async () => {
  const { specialist, manager } = team
  const { id } = await make(specialist, 'priceApplication', asked())
  await change(manager, 'priceApplication', id, { decision: 'approved' })
  await manager.ok('POST', '/api/undo', {})
  expect(await get(manager, 'priceApplication', id)).toMatchObject({ decision: null, decidedBy: null })
  expect(await preferences(id)).toHaveLength(0)
})

test('on the form the specialist asks in 万元 and sees the decision; the manager chooses it there, and F13 has the row', async () => {
  const { specialist, manager, customer } = team
  const bind = (path: string): ReturnType<typeof rowBind> => rowBind('applications', 'new:0', path)
  const saved = await saveForm(specialist, 'F14', [[bind('customer'), customer], [bind('offer'), '量大九折'], [bind('expected'), '1250000']], { params: { year } })
  expect(saved.statusCode, saved.body).toBe(200)
  const id = (await list(specialist, 'priceApplication', ['offer'], { field: 'offer', op: 'eq', value: '量大九折' }))[0]!.id
  const sheet = await openForm(specialist, 'F14', `?year=${year}`)
  expect(textsOf(sheet)).toEqual(expect.arrayContaining(['单位：万元', '125.00', '量大九折', '批示']))
  expect(cellAt(sheet, 'decision', id)).toBeUndefined()
  expect(cellAt(await openForm(manager, 'F14', `?year=${year}`), 'decision', id)?.choices).toEqual(['同意', '不同意'])
  expect((await saveForm(manager, 'F14', [[rowBind('applications', id, 'decision'), 'approved']], { params: { year } })).statusCode).toBe(200)
  expect(textsOf(await openForm(specialist, 'F13'))).toContain('量大九折')
  expect((await saveForm(specialist, 'F13', [[rowBind('preferences', 'new:0', 'customer'), customer]])).statusCode).toBe(400)
})
