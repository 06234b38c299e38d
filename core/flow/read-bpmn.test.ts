// Diagrams as BPMN editors write them, with and without what BPMN leaves optional.
import { describe, expect, test } from 'vitest'
import { messages } from '../lib/messages.ts'
import { readBpmn } from './read-bpmn.ts'

const bpmn = (inner: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:guanxi="urn:guanxi:flow" targetNamespace="urn:t" id="d">
  <bpmn:process id="meal" name="客户招待用餐管理流程" isExecutable="true">${inner}</bpmn:process></bpmn:definitions>`

const arrow = (id: string, from: string, to: string, when = ''): string =>
  `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${when ? `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${when}</bpmn:conditionExpression>` : ''}</bpmn:sequenceFlow>`

const MEAL = bpmn(`
  <bpmn:laneSet id="ls"><bpmn:lane id="l1" name="各相关部门"><bpmn:flowNodeRef>fill</bpmn:flowNodeRef></bpmn:lane><bpmn:lane id="l2" name="总经理"><bpmn:flowNodeRef>boss</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>
  <bpmn:startEvent id="s" name="开始" /><bpmn:userTask id="fill" name="①填写客户招待用餐申请" guanxi:who="starter" guanxi:form="F21" />
  <bpmn:exclusiveGateway id="g" name="权限内" default="inside" />
  <bpmn:userTask id="boss" name="审核" guanxi:who="generalManager" guanxi:many="2" />
  <bpmn:boundaryEvent id="late" attachedToRef="boss"><bpmn:timerEventDefinition id="t"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P2D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>
  <bpmn:endEvent id="e" name="结束" />
  ${arrow('a', 's', 'fill')}${arrow('b', 'fill', 'g')}${arrow('over', 'g', 'boss', 'budget &gt; 1000')}${arrow('inside', 'g', 'e')}${arrow('c', 'boss', 'e')}`)

test('a diagram is read with its lanes, people, forms, conditions and time limits', async () => {
  const { flow, problems } = await readBpmn(MEAL)
  expect(problems).toEqual([])
  expect(flow!.name).toBe('客户招待用餐管理流程')
  expect(flow!.lanes.map(lane => lane.name)).toEqual(['各相关部门', '总经理'])
  expect(flow!.nodes.get('fill')).toEqual({ id: 'fill', kind: 'user', name: '①填写客户招待用餐申请', lane: 'l1', who: { starter: true }, form: 'F21' })
  expect(flow!.nodes.get('boss')).toMatchObject({ who: { role: 'generalManager' }, many: 2, limits: [{ id: 'late', after: 'P2D' }] })
  expect(flow!.edges.get('over')!.when).toBe('budget > 1000')
  expect(flow!.nodes.get('g')!.otherwise).toBe('inside')
})

describe('what cannot be run is refused by its name', () => {
  const refused = async (xml: string): Promise<[string, unknown][]> => (await readBpmn(xml)).problems.map(problem => [problem.key, problem.params?.['step']])
  const around = (middle: string): string => bpmn(`<bpmn:startEvent id="s" />${middle}<bpmn:endEvent id="e" />${arrow('a', 's', 'm')}${arrow('b', 'm', 'e')}`)
  test('a script', async () => { expect(await refused(around('<bpmn:scriptTask id="m" name="算一下" />'))).toEqual([['flow.notSupported', '算一下']]) })
  test('a time limit of no length', async () => {
    const limit = '<bpmn:boundaryEvent id="b1" name="时限" attachedToRef="m"><bpmn:timerEventDefinition id="t"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">soon</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>'
    expect(await refused(around(`<bpmn:userTask id="m" guanxi:who="starter" />${limit}`))).toEqual([['flow.badLimit', '时限']])
  })
  test('text that is no diagram, and no XML at all', async () => {
    expect(await refused('hello')).toEqual([['flow.notBpmn', undefined]])
    expect(await refused('<a><b></a>')).toEqual([['flow.notBpmn', undefined]])
  })
  test('an entity that would be read from elsewhere stays unread', async () => {
    const { flow } = await readBpmn(`<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${around('<bpmn:userTask id="m" name="&e;" guanxi:who="starter" />').replace(/<\?xml.*\?>/, '')}`)
    expect(JSON.stringify([...flow?.nodes.values() ?? []])).not.toContain('root:')
  })
})

test('every reason has its sentence', async () => {
  const source = await import('node:fs/promises').then(fs => Promise.all(['check-flow', 'read-bpmn'].map(name => fs.readFile(new URL(`${name}.ts`, import.meta.url), 'utf8'))))
  const keys = source.join('').matchAll(/(?:problem\(|at\()'(\w+)'|'flow\.(\w+)'/g)
  for (const [, short, full] of keys) expect(messages[`flow.${short ?? full}`], short ?? full).toBeDefined()
})
