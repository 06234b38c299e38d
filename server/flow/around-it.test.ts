// Ways around a case: the old tab, the captured request, changing what is being signed by every door, the status by hand.
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { act, ask, begin, box, decide, look, openTask, told } from '#app/test-cases.ts'
import { change, get, openForm, openTeam, saveForm } from '#app/test-hands.ts'
import type { Team } from '#app/test-hands.ts'
import { importHome } from '#server/http/import-routes.ts'
import { mappingSchema, setMapping } from '#server/import/mapping.ts'
import { viewJob } from '#server/import/preview.ts'
import { finished, startImport } from '#server/import/run.ts'
import { upload } from '#server/import/upload.ts'
import { stateHash } from '#app/test-site.ts'
import type { Person } from '#app/test-site.ts'

let team: Team
beforeAll(async () => { team = await openTeam() }, 60_000)
afterAll(() => team.it.close())

/** A meal before the manager. */
async function asked(budget = '300'): Promise<{ id: string; record: string }> {
  const { id, record } = await begin(team.specialist, 'P4', 'hospitality', (await ask(team.specialist, budget)).id)
  await act(team.specialist, id, 'done')
  return { id, record }
}

describe('a decision counts once', () => {
  test('the second click, the old tab and the captured request are told who was quicker', async () => {
    const { id } = await asked()
    const view = await look(team.manager, id)
    const url = `/api/tasks/${openTask(view).id}/approve`
    expect((await team.manager.call('POST', url, { seen: view.seen })).statusCode).toBe(200)
    for (const who of [team.manager, team.manager2]) {
      expect(await told(who.call('POST', url, { seen: view.seen }))).toMatchObject({ status: 409, error: { key: 'flow.decided', params: { who: '钱经理', step: '②审批申请' } } })
    }
    expect((await look(team.manager, id)).events.filter(event => event.kind === 'approve')).toHaveLength(1)
  })

  test('the same request under one key is answered the same and does nothing more; another content under that key is refused', async () => {
    const { id } = await asked()
    const view = await look(team.manager, id)
    const url = `/api/tasks/${openTask(view).id}/approve`
    const key = { 'idempotency-key': 'decide-once-0001' }
    const first = await team.manager.call('POST', url, { seen: view.seen }, key)
    const again = await team.manager.call('POST', url, { seen: view.seen }, key)
    expect([again.statusCode, again.body]).toEqual([200, first.body])
    expect((await team.manager.call('POST', url, { seen: view.seen, note: '改' }, key)).statusCode).toBe(422)
    expect((await look(team.manager, id)).events.filter(event => event.kind === 'approve')).toHaveLength(1)
  })

  test('looking changes nothing, whatever is looked at', async () => {
    const { id, record } = await asked()
    const before = await stateHash(team.it)
    for (const url of ['/api/flows', '/api/flows/P4', `/api/runs/${id}`, '/api/tasks', '/api/tasks?box=mine', '/api/tasks?box=waiting', '/api/tasks?box=done', `/api/records/hospitality/${record}/runs`]) {
      for (const who of [team.manager, team.specialist]) expect((await who.call('GET', url)).statusCode).toBe(200)
    }
    const task = openTask(await look(team.manager, id)).id
    expect((await team.manager.call('GET', `/api/tasks/${task}/approve`)).statusCode).toBe(404)
    expect(await stateHash(team.it)).toBe(before)
  })
})

describe('what is being decided holds still', () => {
  const doors: Record<string, (who: Person, record: string) => ReturnType<Person['call']>> = {
    'a change of the record': (who, record) => change(who, 'hospitality', record, { meal: '9000' }),
    'a pasted block': (who, record) => who.call('POST', '/api/records/hospitality/save', { changes: [{ id: record, values: { meal: '9000' } }] }),
    'a change of many': (who, record) => who.call('POST', '/api/records/hospitality/bulk', { ids: [record], set: { meal: '9000' } }),
    'the paper form': (who, record) => saveForm(who, 'F21', [[{ on: 'record', path: 'meal' }, '9000']], { record }),
    'deleting it': (who, record) => who.call('DELETE', `/api/records/hospitality/${record}`),
    'deleting many': (who, record) => who.call('POST', '/api/records/hospitality/bulk', { ids: [record], delete: true }),
    'its report': (who, record) => who.call('POST', '/api/records/hospitalityReport', { application: record, customerName: '来访客户', date: '2026-12-01', meal: '9000' }),
  }

  test.each(Object.keys(doors))('against %s, by whoever asked and by whoever decides; sent back, the starter may', async door => {
    const { id, record } = await asked()
    for (const who of [team.specialist, team.manager]) {
      const { status, error } = await told(doors[door]!(who, record))
      expect([status, error.key], door).toEqual([409, door.startsWith('deleting') ? 'flow.inUse' : 'flow.locked'])
    }
    expect(await get(team.manager, 'hospitality', record)).toMatchObject({ meal: '300', reports: 0 })
    await act(team.manager, id, 'back', { note: '请核对金额' })
    expect((await doors[door]!(team.specialist, record)).statusCode).toBe(door.startsWith('deleting') ? 409 : door === 'its report' ? 201 : 200)
  })

  test('undoing an earlier change is a change too', async () => {
    const record = (await ask(team.specialist, '300')).id
    await change(team.specialist, 'hospitality', record, { meal: '400' })
    const { id } = await begin(team.specialist, 'P4', 'hospitality', record)
    await act(team.specialist, id, 'done')
    // The decision on the way has left nothing to undo: the change of the amount is what Ctrl+Z would take back.
    expect(await told(team.specialist.call('POST', '/api/undo', {}))).toMatchObject({ status: 409, error: { key: 'flow.locked' } })
    expect((await get(team.manager, 'hospitality', record))['meal']).toBe('400')
  })

  test('merging it away', async () => {
    const { record } = await asked()
    const other = await ask(team.specialist, '20')
    expect((await told(team.specialist.call('POST', '/api/records/hospitality/merge', { keep: other.id, from: [record] }))).error.key).toBe('flow.inUse')
    expect((await told(team.specialist.call('POST', '/api/records/hospitality/merge', { keep: record, from: [other.id], values: { meal: '20' } }))).error.key).toBe('flow.locked')
  })

  test('the one who decides writes his opinion on the form, and nothing else', async () => {
    const { id, record } = await asked()
    await openForm(team.manager, 'F21', `?record=${record}`)
    expect((await change(team.manager, 'hospitality', record, { serviceManagerOpinion: '同意，注意标准' })).statusCode).toBe(200)
    expect((await told(change(team.manager, 'hospitality', record, { serviceManagerOpinion: '同意', place: '别处' }))).error).toMatchObject({ key: 'flow.lockedFields', params: { fields: '宴请场所' } })
    expect((await change(team.manager2, 'hospitality', record, { serviceManagerOpinion: '再议' })).statusCode).toBe(200)
    expect(await act(team.manager, id, 'approve')).toBe('running')
  })

  test('after an approval the amount stays, and what belongs to the next steps may be filled in', async () => {
    const { id, record } = await asked('4000')
    await act(team.manager, id, 'approve')
    for (const step of ['plan', 'meal']) {
      expect(openTask(await look(team.colleague, id)).node).toBe(step)
      await act(team.colleague, id, 'done')
    }
    expect((await told(change(team.specialist, 'hospitality', record, { meal: '9000' }))).error.key).toBe('flow.lockedFields')
    expect((await change(team.specialist, 'hospitality', record, { attention: '客人不吃辣' })).statusCode).toBe(200)
    expect((await told(change(team.manager, 'hospitality', record, { attention: '随意' }))).error.key).toBe('flow.locked')
  })
})

test('what changed between looking and deciding must be looked at again', async () => {
  const { id, record } = await begin(team.specialist, 'P4', 'hospitality', (await ask(team.specialist, '300')).id)
  const early = await look(team.specialist, id)
  await change(team.specialist, 'hospitality', record, { meal: '301' })
  const url = `/api/tasks/${openTask(early).id}/done`
  expect((await told(team.specialist.call('POST', url, { seen: early.seen }))).error.key).toBe('flow.changed')
  expect((await told(team.specialist.call('POST', url, {}))).error.fields).toHaveProperty('seen')
  expect(await act(team.specialist, id, 'done')).toBe('running')
  const signed = await look(team.manager, id)
  await change(team.manager2, 'hospitality', record, { serviceManagerOpinion: '先等等' })
  expect((await told(team.manager.call('POST', `/api/tasks/${openTask(signed).id}/approve`, { seen: signed.seen }))).error.key).toBe('flow.changed')
})

test('who has nothing to do with a case learns nothing of it, and whoever only sees it decides nothing', async () => {
  const { id } = await asked()
  const stranger = await team.it.person('路人', ['各相关部门'])
  const task = openTask(await look(team.manager, id)).id
  for (const reply of [stranger.call('GET', `/api/runs/${id}`), stranger.call('POST', `/api/tasks/${task}/approve`, { seen: 'x' }), stranger.call('POST', `/api/runs/${id}/comment`, { note: '?' })]) {
    expect(await told(reply)).toMatchObject({ status: 404, error: { key: 'flow.noRun' } })
  }
  expect((await told(decide(team.colleague, id, 'approve'))).error.key).toBe('flow.notYours')
  expect((await box(stranger)).length).toBe(0)
  expect((await told(stranger.call('POST', '/api/flows/P4/runs', { object: 'hospitality', record: (await look(team.manager, id)).record }))).status).toBe(404)
})

test('of two who begin the same case one succeeds, and the other is told', async () => {
  const record = (await ask(team.specialist, '10')).id
  const both = await Promise.all([1, 2].map(() => team.specialist.call('POST', '/api/flows/P3/runs', { object: 'hospitality', record })))
  expect(both.map(answer => answer.statusCode).sort()).toEqual([201, 409])
  expect((await told(team.specialist.call('POST', '/api/flows/P2/runs', { object: 'hospitality', record }))).error.key).toBe('flow.notAbout')
  expect((await told(team.specialist.call('POST', '/api/flows/P9/runs', { object: 'hospitality', record }))).status).toBe(404)
})

test('a file with other amounts is imported around the record that is being decided', async () => {
  const { record } = await asked('410')
  const other = await ask(team.specialist, '20')
  const codes = await Promise.all([record, other.id].map(async id => String((await get(team.specialist, 'hospitality', id))['code'])))
  const home = importHome(team.it.site)
  const actor = { ...(await team.it.site.actors.get(1, team.specialist.id))!, via: 'import' as const }
  const csv = `申请编号,用餐预算\n${codes[0]},9000\n${codes[1]},25\n`
  const { id } = await upload(home, actor, 'hospitality', { name: '招待.csv', content: Readable.from([Buffer.from(csv)]) })
  const columns = (await viewJob(home, actor, id)).sheets[0]!.guess.map(({ index, field, factor, dateOrder }) => ({ index, field, factor, dateOrder }))
  await setMapping(home, actor, id, mappingSchema.parse({ columns, match: ['code'], mode: 'update' }))
  await startImport(home, actor, id, false)
  await finished(id)
  expect([(await get(team.specialist, 'hospitality', record))['meal'], (await get(team.specialist, 'hospitality', other.id))['meal']]).toEqual(['410', '25.00'])
})
