// Whose a step is: superiors, deputies for their days, several signers, people who leave, roles that nobody holds. Never stuck.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rowOf } from '#app/test-diagram.ts'
import type { DrawnStep } from '#app/test-diagram.ts'
import { act, ask, begin, box, decide, look, openTask, told } from '#app/test-cases.ts'
import { change, list, make, openTeam } from '#app/test-hands.ts'
import type { Team } from '#app/test-hands.ts'
import type { Person } from '#app/test-site.ts'
import { lookAfterCases } from './clock.ts'

let team: Team
beforeAll(async () => { team = await openTeam() }, 60_000)
afterAll(() => team.it.close())

const publish = (id: string, steps: DrawnStep[], seen = 0): Promise<unknown> => team.it.boss.ok('POST', `/api/flows/${id}/versions`, { xml: rowOf(id, steps), seen })

async function started(flow: string, who = team.specialist): Promise<string> {
  return (await begin(who, flow, 'hospitality', (await ask(who, '300')).id)).id
}

const clock = (): Promise<number> => lookAfterCases(team.it.site.env, team.it.site.org)
const kinds = async (run: string): Promise<string[]> => (await look(team.it.boss, run)).events.map(event => event.kind)

describe('whose a step is', () => {
  test('the superior: the head of the starter\'s department, and for the head the one above him', async () => {
    await publish('up', [{ name: '领导批示', with: 'guanxi:who="superior" guanxi:review="true"' }])
    const departments = await list(team.it.boss, 'department', ['name', 'parent'])
    const east = departments.find(one => one['name'] === '华东组')!
    const whole = departments.find(one => one.id !== east.id)!
    await change(team.it.boss, 'department', east.id, { manager: team.supervisor.id })
    await change(team.it.boss, 'department', whole.id, { manager: team.manager.id })
    expect(openTask(await look(team.specialist, await started('up'))).holders).toEqual(['陈主管'])
    expect(openTask(await look(team.supervisor, await started('up', team.supervisor))).holders).toEqual(['钱经理'])
    expect(openTask(await look(team.manager, await started('up', team.manager))).holders).toHaveLength(1)
  })

  test('a person of the record', async () => {
    await publish('arrange', [{ name: '安排', with: 'guanxi:who="field:arranger"' }])
    const record = await ask(team.specialist, '100', { arranger: team.colleague.id })
    const { id } = await begin(team.specialist, 'arrange', 'hospitality', record.id)
    expect((await box(team.colleague)).find(row => row.run === id)?.step).toBe('安排')
    expect(await act(team.colleague, id, 'done')).toBe('ended')
  })

  test('a role that nobody holds: it goes up, and everybody sees that it did', async () => {
    await publish('none', [{ name: '礼品审核', with: 'guanxi:who="giftManager" guanxi:review="true"' }])
    const id = await started('none')
    expect(openTask(await look(team.specialist, id)).holders).toEqual(['陈主管'])
    expect((await look(team.specialist, id)).events.find(event => event.kind === 'sentUp')?.detail).toEqual({ role: 'giftManager', to: ['陈主管'] })
    expect(await act(team.supervisor, id, 'approve')).toBe('ended')
  })

  test('somebody who leaves: within a minute another has it', async () => {
    const sees = { read: 'all', update: 'none', delete: 'none', create: false, export: false, import: false }
    await make(team.it.boss, 'role', { name: '内审', rights: { grants: [{ object: 'hospitality', ...sees }], powers: [] } })
    const leaver = await team.it.person('韩内审', ['内审'])
    await publish('leave', [{ name: '内部审核', with: 'guanxi:who="内审" guanxi:review="true"' }])
    const id = await started('leave')
    const before = openTask(await look(team.specialist, id)).holders
    await team.it.boss.ok('POST', `/api/users/${leaver.id}/deactivate`)
    await clock()
    const after = openTask(await look(team.specialist, id)).holders
    expect([before, after, (await kinds(id)).includes('sentUp')]).toEqual([['韩内审'], ['陈主管'], true])
    expect(await clock()).toBe(0)
  })
})

describe('deputies', () => {
  test('for the days that are named, and not on the day after', async () => {
    await publish('boss', [{ name: '经理审批', with: 'guanxi:who="supervisor" guanxi:review="true"' }])
    const chief = team.supervisor
    const id = await started('boss')
    expect((await told(decide(team.colleague, id, 'approve'))).error.key).toBe('flow.notYours')
    const away = await make(chief, 'deputy', { deputy: team.colleague.id, begins: '2020-01-01', ends: '2020-02-01' })
    expect((await told(decide(team.colleague, id, 'approve'))).error.key).toBe('flow.notYours')
    await change(chief, 'deputy', away.id, { ends: '2099-01-01' })
    expect((await box(team.colleague)).map(row => row.run)).toContain(id)
    expect(await act(team.colleague, id, 'approve')).toBe('ended')
    expect((await look(team.specialist, id)).events.find(event => event.kind === 'approve')).toMatchObject({ by: '李专员', detail: { for: '陈主管' } })
  })
})

describe('several decide', () => {
  let voters: Person[]
  beforeAll(async () => {
    voters = []
    for (const name of ['甲财务', '乙财务']) voters.push(await team.it.person(name, ['财务部']))
    voters.push(team.finance)
    await publish('all', [{ name: '会签', with: 'guanxi:who="finance" guanxi:review="true" guanxi:many="all"' }])
    await publish('two', [{ name: '会签', with: 'guanxi:who="finance" guanxi:review="true" guanxi:many="2"' }])
  })

  async function vote(who: Person, run: string, decision = 'approve'): Promise<string> {
    const view = await look(who, run)
    const task = view.tasks.find(one => one.can.includes(decision))!
    return (await who.ok<{ state: string }>('POST', `/api/tasks/${task.id}/${decision}`, { seen: view.seen, note: '意见' })).state
  }

  test('all of them; at the same moment too', async () => {
    const id = await started('all')
    expect(await Promise.all(voters.map(who => vote(who, id)))).toHaveLength(3)
    expect((await look(team.specialist, id)).state).toBe('ended')
    expect((await kinds(id)).filter(kind => kind === 'ended')).toHaveLength(1)
  })

  test('two of three are enough, and the third need not', async () => {
    const id = await started('two')
    expect([await vote(voters[0]!, id), await vote(voters[1]!, id)]).toEqual(['running', 'ended'])
    expect((await look(team.specialist, id)).tasks.map(task => task.state).sort()).toEqual(['closed', 'done', 'done'])
  })

  test('one says no', async () => {
    const id = await started('all')
    expect([await vote(voters[0]!, id), await vote(voters[1]!, id, 'reject')]).toEqual(['running', 'rejected'])
  })

  test('one of them leaves while the others have signed', async () => {
    const id = await started('all')
    await vote(voters[1]!, id)
    await vote(voters[2]!, id)
    await team.it.boss.ok('POST', `/api/users/${voters[0]!.id}/deactivate`)
    await clock()
    expect((await look(team.specialist, id)).state).toBe('ended')
  })
})

describe('around a step', () => {
  beforeAll(() => publish('one', [{ name: '填写', with: 'guanxi:who="starter"' }, { name: '审批', with: 'guanxi:who="serviceManager" guanxi:review="true"' }]))
  const asked = async (): Promise<string> => {
    const id = await started('one')
    await act(team.specialist, id, 'done')
    return id
  }

  test('a signer before: the step waits for him, then comes back', async () => {
    const id = await asked()
    await act(team.manager, id, 'addSigner', { person: team.supervisor.id, where: 'before', note: '请先看' })
    const waiting = await look(team.manager, id)
    const held = waiting.tasks.find(task => task.state === 'held')!
    expect((await told(team.manager.call('POST', `/api/tasks/${held.id}/approve`, { seen: waiting.seen }))).error.key).toBe('flow.held')
    expect(await act(team.supervisor, id, 'approve')).toBe('running')
    expect(await act(team.manager, id, 'approve')).toBe('ended')
  })

  test('a signer after: the case waits for him; his no ends it', async () => {
    const id = await asked()
    await act(team.manager, id, 'addSigner', { person: team.it.boss.id, where: 'after' })
    expect(await act(team.manager, id, 'approve')).toBe('running')
    expect(await act(team.it.boss, id, 'reject', { note: '不同意' })).toBe('rejected')
  })

  test('handed over within the role, to nobody else', async () => {
    const id = await asked()
    expect((await told(decide(team.manager, id, 'handOver', { person: team.supervisor.id }))).error.fields?.['person']?.key).toBe('flow.notFitting')
    await act(team.manager, id, 'handOver', { person: team.manager2.id })
    expect((await told(decide(team.manager, id, 'approve'))).error.key).toBe('flow.notYours')
    expect(await act(team.manager2, id, 'approve')).toBe('ended')
  })

  test('withdrawn while nobody has decided, cancelled after that, with the reason', async () => {
    const first = await started('one')
    await act(team.specialist, first, 'done')
    expect((await told(team.manager.call('POST', `/api/runs/${first}/withdraw`, {}))).status).toBe(403)
    expect(await act(team.specialist, first, 'withdraw')).toBe('withdrawn')
    const second = await asked()
    await act(team.manager, second, 'back', { note: '缺名单' })
    expect((await told(decide(team.specialist, second, 'withdraw'))).error.key).toBe('flow.tooLate')
    expect((await told(decide(team.specialist, second, 'cancel'))).error.fields).toHaveProperty('note')
    expect(await act(team.specialist, second, 'cancel', { note: '客户改期' })).toBe('cancelled')
    expect((await told(team.specialist.call('POST', `/api/runs/${second}/cancel`, { note: '再次' }))).error.key).toBe('flow.over')
  })

  test('asked for once an hour, and talked about', async () => {
    const id = await asked()
    expect((await team.specialist.call('POST', `/api/runs/${id}/remind`, {})).statusCode).toBe(200)
    expect((await told(team.specialist.call('POST', `/api/runs/${id}/remind`, {}))).error.key).toBe('flow.remindedAlready')
    await team.manager.ok('POST', `/api/runs/${id}/comment`, { note: '下午看' })
    const texts = (await list(team.specialist, 'notification', ['text'], { field: 'run', op: 'eq', value: id })).map(row => row['text'])
    expect(texts).toEqual(['钱经理在one（' + (await look(team.specialist, id)).title + '）中说：下午看'])
  })
})

test('a time limit with an arrow of its own is taken by the clock, once', async () => {
  await publish('limit', [{ name: '等待', with: 'guanxi:who="starter"', limit: { after: 'PT4H', to: '善后' } }, { name: '正常', with: 'guanxi:who="starter"' }, { name: '善后', with: 'guanxi:who="starter"' }])
  const id = await started('limit')
  await team.it.site.db.query(`update flow_task set opened_at = now() - interval '9 days', limit_at = now() - interval '1 minute' where run = $1`, [id])
  await Promise.all([clock(), clock()])
  expect(openTask(await look(team.specialist, id)).name).toBe('善后')
  expect((await kinds(id)).filter(kind => kind === 'limit')).toHaveLength(1)
})
