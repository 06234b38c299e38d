// Due times are working time of the company, whatever its clock is in UTC.
import { expect, test } from 'vitest'
import { dueAt } from './due.ts'
import { ahead, answersReject, earlier, standing } from './ways.ts'
import { flowOf } from './random-flows.ts'

test.each([
  ['a Wednesday and two days', '2026-11-25T02:00:00.000Z', 'P2D', '2026-11-27T02:00:00.000Z'],
  ['over a weekend', '2026-11-26T02:00:00.000Z', 'P2D', '2026-11-30T02:00:00.000Z'],
  ['begun on a Saturday', '2026-11-28T02:00:00.000Z', 'P1D', '2026-11-30T02:00:00.000Z'],
  ['four hours', '2026-11-25T02:00:00.000Z', 'PT4H', '2026-11-25T06:00:00.000Z'],
  ['hours into a weekend', '2026-11-27T12:00:00.000Z', 'PT8H', '2026-11-29T20:00:00.000Z'],
  ['a day of Shanghai that is the day before in UTC', '2026-11-29T17:00:00.000Z', 'P1D', '2026-11-30T17:00:00.000Z'],
])('%s', (_, now, after, due) => { expect(dueAt(now, after, 'Asia/Shanghai')).toBe(due) })

test('a return undoes the approvals that come after it, and only steps done before are offered', () => {
  const flow = flowOf({ row: [{ step: 'user' }, { step: 'user' }, { step: 'user' }] })
  const [a, b, c] = [...flow.nodes.values()].filter(node => node.kind === 'user').map(node => node.id)
  expect(standing(flow, [a!, b!], b!)).toEqual([a])
  expect(standing(flow, [a!, b!], a!)).toEqual([])
  expect(earlier(flow, c!, [b!, a!, b!]).map(node => node.id)).toEqual([b, a])
  expect(ahead(flow, c!).has(a!)).toBe(false)
  expect(answersReject(flow, a!)).toBe(false)
})
