// Diagrams change while cases run: each case stays on the version that it began with, and nothing decided opens again.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rowOf } from '#app/test-diagram.ts'
import { act, ask, begin, look, openTask, told } from '#app/test-cases.ts'
import { openTeam } from '#app/test-hands.ts'
import type { Team } from '#app/test-hands.ts'
import type { FlowDetail } from './list.ts'

let team: Team
beforeAll(async () => { team = await openTeam() }, 60_000)
afterAll(() => team.it.close())

const REVIEW = 'guanxi:who="serviceManager" guanxi:review="true"'

test('a new version is for new cases; one under way ends as it began, though its step is no more', async () => {
  const { it: { boss }, specialist, manager } = team
  await boss.ok('POST', '/api/flows/leave/versions', { xml: rowOf('leave', [{ name: '初审', with: REVIEW }, { name: '复审', with: REVIEW }]), seen: 0 })
  const { id } = await begin(specialist, 'leave', 'hospitality', (await ask(specialist, '10')).id)
  await act(manager, id, 'approve')
  await boss.ok('POST', '/api/flows/leave/versions', { xml: rowOf('leave', [{ name: '终审', with: REVIEW }]), seen: 1, note: '简化' })
  const view = await look(manager, id)
  expect([view.flow.version, openTask(view).name, view.xml.includes('复审')]).toEqual([1, '复审', true])
  expect(await act(manager, id, 'approve')).toBe('ended')
  const fresh = await begin(specialist, 'leave', 'hospitality', (await ask(specialist, '20')).id)
  expect([fresh.flow.version, openTask(fresh).name]).toEqual([2, '终审'])
  const detail = await boss.ok<FlowDetail>('GET', '/api/flows/leave')
  expect(detail.versions.map(({ version, note }) => [version, note])).toEqual([[2, '简化'], [1, null]])
  expect((await boss.ok<FlowDetail>('GET', '/api/flows/leave?version=1')).xml).toContain('复审')
})

test('of two who publish at once the second is told; others may not publish at all', async () => {
  const { it: { boss }, manager } = team
  const xml = rowOf('once', [{ name: '审', with: REVIEW }])
  const both = await Promise.all([1, 2].map(() => boss.call('POST', '/api/flows/once/versions', { xml, seen: 0 })))
  expect(both.map(answer => answer.statusCode).sort()).toEqual([200, 409])
  expect((await told(manager.call('POST', '/api/flows/once/versions', { xml, seen: 1 }))).status).toBe(403)
})

test('publishing refuses by name: unknown roles, records and conditions, another process\' name, no diagram', async () => {
  const { it: { boss } } = team
  const keys = async (xml: string): Promise<unknown[]> => {
    const { status, error } = await told(boss.call('POST', '/api/flows/bad/versions', { xml, seen: 0 }))
    expect(status).toBe(400)
    return Object.entries(error.fields ?? {}).map(([at, { key }]) => [at, key])
  }
  expect(await keys(rowOf('bad', [{ name: '审', with: 'guanxi:who="chairman"' }]))).toEqual([['s0', 'flow.unknownRole']])
  expect(await keys(rowOf('bad', [{ name: '审', with: REVIEW }], 'spaceship'))).toEqual([['0', 'flow.unknownObject']])
  expect(await keys(rowOf('bad', [{ name: '审', with: REVIEW }], ''))).toEqual([['0', 'flow.noObject']])
  expect(await keys(rowOf('other', [{ name: '审', with: REVIEW }]))).toEqual([['0', 'flow.otherId']])
  expect(await keys('<a/>')).toEqual([['0', 'flow.notBpmn']])
  const rule = rowOf('bad', [{ name: '审', with: REVIEW }]).replace('<bpmn:sequenceFlow id="a1"', '<bpmn:exclusiveGateway id="g" default="a1" /><bpmn:sequenceFlow id="x1" sourceRef="s0" targetRef="g" /><bpmn:sequenceFlow id="x2" sourceRef="g" targetRef="s0"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">colour = "red"</bpmn:conditionExpression></bpmn:sequenceFlow><bpmn:sequenceFlow id="a1"').replace('id="a1" sourceRef="s0"', 'id="a1" sourceRef="g"')
  expect(await keys(rule)).toEqual([['x2', 'flow.badRule']])
})

test('what is shipped is there from the first start, once', async () => {
  const { flows } = await team.specialist.ok<{ flows: { id: string; version: number; shipped: boolean; objects: string[] }[] }>('GET', '/api/flows')
  expect(flows.filter(flow => flow.shipped).map(flow => [flow.id, flow.version])).toEqual([['P1', 1], ['P2', 1], ['P3', 1], ['P4', 1], ['P5', 1]])
})
