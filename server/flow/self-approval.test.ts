// Nobody decides on his own request, by any way there is; the same decision by somebody else passes. Each attempt is in the log.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { act, ask, begin, box, decide, look, openTask, told } from '#app/test-cases.ts'
import { change, list, make, openTeam } from '#app/test-hands.ts'
import type { Team } from '#app/test-hands.ts'
import type { Person } from '#app/test-site.ts'

let team: Team
/** Two who hold the deciding role, and ask for things themselves. */
let lead: Person
let otherLead: Person

beforeAll(async () => {
  team = await openTeam()
  lead = await team.it.person('罗组长', ['客户关系专员', '客户服务部经理'])
  otherLead = await team.it.person('马组长', ['客户服务部经理'])
}, 60_000)
afterAll(() => team.it.close())

/** A meal asked for by this person, before the managers. */
async function asked(who: Person, budget = '300'): Promise<string> {
  const { id } = await begin(who, 'P4', 'hospitality', (await ask(who, budget)).id)
  await act(who, id, 'done')
  return id
}

const denials = async (): Promise<number> => {
  const { rows } = await team.it.site.db.query<{ n: number }>(`select count(*)::int as n from audit where what = 'denied' and detail ->> 'key' = 'flow.ownRequest'`)
  return rows[0]!.n
}

async function refused(who: Person, run: string, decision = 'approve', body: object = {}): Promise<void> {
  const before = await denials()
  const { status, error } = await told(decide(who, run, decision, body))
  expect([status, error.key]).toEqual([403, 'flow.ownRequest'])
  expect(await denials()).toBe(before + 1)
  expect(openTask(await look(who, run)).state).toBe('open')
}

describe('refused and written down', () => {
  test('as a holder of the role: it is not in his inbox, offers him nothing, and refuses him; a colleague passes', async () => {
    const run = await asked(lead)
    expect((await box(lead)).some(row => row.run === run)).toBe(false)
    expect(openTask(await look(lead, run)).can).toEqual([])
    for (const decision of ['approve', 'reject', 'back']) await refused(lead, run, decision, { note: '同意' })
    expect(await act(otherLead, run, 'approve')).toBe('running')
  })

  test('by handing his own request to somebody of his choice, or by adding a signer', async () => {
    const run = await asked(lead)
    await refused(lead, run, 'handOver', { person: otherLead.id })
    await refused(lead, run, 'addSigner', { person: otherLead.id })
    expect((await told(decide(otherLead, run, 'handOver', { person: lead.id }))).error.fields).toHaveProperty('person')
    expect((await told(decide(otherLead, run, 'addSigner', { person: lead.id }))).error.fields).toHaveProperty('person')
    expect(await act(otherLead, run, 'approve')).toBe('running')
  })

  test('as deputy of the one who decides, and the deputy of the one who asks', async () => {
    const helper = await team.it.person('邓助理', ['客户关系专员', '各相关部门'])
    const away = { begins: '2020-01-01', ends: '2099-12-31' }
    await make(otherLead, 'deputy', { ...away, deputy: helper.id })
    await make(lead, 'deputy', { ...away, deputy: helper.id })
    await refused(helper, await asked(helper))
    const others = await asked(lead)
    const { error } = await told(decide(team.specialist, others, 'approve'))
    expect(error.key).toBe('flow.notYours')
    // For the other manager he may: it is neither his own request nor decided in the place of the one who asks.
    expect(await act(helper, others, 'approve')).toBe('running')
    const done = (await look(lead, others)).events.find(event => event.kind === 'approve')!
    expect([done.by, done.detail?.['for']]).toEqual(['邓助理', '马组长'])
  })

  test('as administrator and general manager', async () => {
    const { it: { boss } } = team
    const { id } = await begin(boss, 'P4', 'hospitality', (await ask(boss, '9000')).id)
    await act(boss, id, 'done')
    await refused(boss, id)
    await act(otherLead, id, 'approve')
    // Above the manager's authority the general manager decides: he is the one who asks, and nobody else is.
    expect(openTask(await look(boss, id))).toMatchObject({ name: '审核' })
    await refused(boss, id)
  })

  test('a record written for another: whoever wrote it down does not decide on it, nor does its owner', async () => {
    const record = await ask(lead, '300', { owner: team.specialist.id })
    const { id } = await begin(team.specialist, 'P4', 'hospitality', record.id)
    await act(team.specialist, id, 'done')
    await refused(lead, id)
    expect(await act(otherLead, id, 'approve')).toBe('running')
  })

  test('after the applicant was changed to somebody else', async () => {
    const record = await ask(lead, '300')
    const { id } = await begin(lead, 'P4', 'hospitality', record.id)
    expect((await change(lead, 'hospitality', record.id, { owner: team.specialist.id })).statusCode).toBe(200)
    await act(lead, id, 'done')
    await refused(lead, id)
    expect(await act(otherLead, id, 'approve')).toBe('running')
  })

  test('a case begun and decided by a key of his', async () => {
    const { key } = await lead.ok<{ key: string }>('POST', '/api/keys', { name: '脚本', scopes: [{ object: '*', verbs: ['read', 'write'] }] })
    const byKey = (method: 'GET' | 'POST', url: string, body?: unknown) => team.it.anybody(method, url, body, { authorization: `Bearer ${key}` })
    const record = await ask(lead, '300')
    const run = (await byKey('POST', '/api/flows/P4/runs', { object: 'hospitality', record: record.id })).json<{ id: string; seen: string; tasks: { id: string }[] }>()
    expect((await byKey('POST', `/api/tasks/${run.tasks[0]!.id}/done`, { seen: run.seen })).statusCode).toBe(200)
    const now = (await byKey('GET', `/api/runs/${run.id}`)).json<{ seen: string; tasks: { id: string; state: string }[] }>()
    const answer = await byKey('POST', `/api/tasks/${now.tasks.find(task => task.state === 'open')!.id}/approve`, { seen: now.seen })
    expect([answer.statusCode, answer.json<{ error: { key: string } }>().error.key]).toEqual([403, 'flow.ownRequest'])
    expect(await act(otherLead, run.id, 'approve')).toBe('running')
  })
})

test('a key that may only read decides nothing', async () => {
  const run = await asked(team.specialist)
  const { key } = await otherLead.ok<{ key: string }>('POST', '/api/keys', { name: '看板', scopes: [{ object: '*', verbs: ['read'] }] })
  const byKey = (method: 'GET' | 'POST', url: string, body?: unknown) => team.it.anybody(method, url, body, { authorization: `Bearer ${key}` })
  const view = (await byKey('GET', `/api/runs/${run}`)).json<{ seen: string; tasks: { id: string; state: string; can: string[] }[] }>()
  const task = view.tasks.find(one => one.state === 'open')!
  expect(task.can).toEqual([])
  expect((await told(byKey('POST', `/api/tasks/${task.id}/approve`, { seen: view.seen }))).error.key).toBe('flow.keyScope')
  expect(await act(otherLead, run, 'approve')).toBe('running')
})

test('a deputy is named by oneself: not for a superior, not by whoever keeps the users for himself', async () => {
  const away = { begins: '2020-01-01', ends: '2099-12-31' }
  const grab = await told(team.specialist.call('POST', '/api/records/deputy', { ...away, owner: team.manager.id, deputy: team.specialist.id }))
  expect(grab.error.fields?.['owner']?.key).toBe('flow.deputyOwn')
  const admin = await told(team.it.boss.call('POST', '/api/records/deputy', { ...away, owner: team.manager.id, deputy: team.it.boss.id }))
  expect(admin.error.fields?.['owner']?.key).toBe('flow.deputyOwn')
  const mine = await make(team.specialist, 'deputy', { ...away, deputy: team.colleague.id })
  expect((await change(team.specialist, 'deputy', mine.id, { owner: team.manager.id, deputy: team.specialist.id })).statusCode).toBe(400)
  expect(await list(team.colleague, 'deputy', ['owner'])).toHaveLength(1)
  expect(await list(team.seller, 'deputy', ['owner'])).toHaveLength(0)
})
