// Cases always end, on every path, and nobody's step is lost or there twice: checked on flows made by chance.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { advance, enough, NotThere } from './advance.ts'
import type { Place } from './advance.ts'
import { flowProblems } from './check-flow.ts'
import type { Flow, FlowEdge, FlowNode } from './flow.ts'
import { waits } from './flow.ts'
import { blocks, flowOf } from './random-flows.ts'
import { scopesOf, within } from './scopes.ts'

const NOTHING: Place = { tokens: [], next: 1 }
const waiting = (flow: Flow, place: Place) => place.tokens.filter(token => waits(flow.nodes.get(token.node)!))

/** Chance picks who acts next, which way choices go, and now and then sends a case back. */
function play(flow: Flow, seed: number[]): { place: Place; ended: number; open: Map<number, string> } {
  let at = 0
  const chance = (): number => seed[at++ % seed.length]! + (at > 200 ? -1e9 : 0)
  const open = new Map<number, string>()
  let ended = 0
  const apply = (place: Place, event: Parameters<typeof advance>[2]): Place => {
    const step = advance(flow, place, event, () => chance() % 3 === 0 && at < 200)
    for (const effect of step.effects) {
      if (effect.kind === 'ended') ended++
      else if (effect.kind === 'open') {
        expect(open.has(effect.token)).toBe(false)
        open.set(effect.token, effect.node)
      } else expect(open.delete(effect.token)).toBe(true)
    }
    return { tokens: step.tokens, next: step.next }
  }
  let place = apply(NOTHING, { kind: 'start' })
  for (let round = 0; round < 5000; round++) {
    if (ended > 0) break
    const there = waiting(flow, place)
    expect(there.length).toBeGreaterThan(0)
    const token = there[Math.abs(chance()) % there.length]!
    const earlier = at < 200 && chance() % 7 === 0 ? backTo(flow, token.node, Math.abs(chance())) : undefined
    place = apply(place, earlier ? { kind: 'back', token: token.id, to: earlier } : { kind: 'done', token: token.id })
    expect([...open.keys()].sort()).toEqual(waiting(flow, place).map(one => one.id).sort())
  }
  return { place, ended, open }
}

function backTo(flow: Flow, from: string, pick: number): string | undefined {
  const { of } = scopesOf(flow)
  const fitting = [...flow.nodes.values()].filter(node => node.kind === 'user' && within(of.get(from)!, of.get(node.id)!))
  return fitting[pick % Math.max(1, fitting.length)]?.id
}

test('a flow of nested blocks may be published', () => {
  fc.assert(fc.property(blocks, block => { expect(flowProblems(flowOf(block))).toEqual([]) }), { numRuns: 300 })
})

test('every case ends once, whoever acts first, whichever way is chosen, however often it is sent back', () => {
  fc.assert(fc.property(blocks, fc.array(fc.nat(1000), { minLength: 5, maxLength: 60 }), (block, seed) => {
    const { place, ended, open } = play(flowOf(block), seed)
    expect(ended).toBe(1)
    expect(place.tokens).toEqual([])
    expect(open.size).toBe(0)
  }), { numRuns: 500 })
})

test('a case that is stopped leaves nobody with a step', () => {
  fc.assert(fc.property(blocks, block => {
    const flow = flowOf(block)
    const started = advance(flow, NOTHING, { kind: 'start' }, () => false)
    const stopped = advance(flow, started, { kind: 'stop' }, () => false)
    expect(stopped.tokens).toEqual([])
    expect(stopped.effects.filter(effect => effect.kind === 'close')).toHaveLength(waiting(flow, started).length)
  }))
})

test('a step that somebody else has done is there no more', () => {
  const flow = flowOf({ row: [{ step: 'user' }, { step: 'user' }] })
  const first = advance(flow, NOTHING, { kind: 'start' }, () => false)
  const token = first.tokens[0]!.id
  const second = advance(flow, first, { kind: 'done', token }, () => false)
  expect(() => advance(flow, second, { kind: 'done', token }, () => false)).toThrow(NotThere)
})

describe('several people', () => {
  test('all, any and two of three', () => {
    expect([enough('all', { done: 2, of: 3 }), enough('all', { done: 3, of: 3 })]).toEqual([false, true])
    expect([enough('any', { done: 0, of: 3 }), enough('any', { done: 1, of: 3 }), enough(undefined, { done: 1, of: 1 })]).toEqual([false, true, true])
    expect([enough(2, { done: 1, of: 3 }), enough(2, { done: 2, of: 3 }), enough(5, { done: 3, of: 3 })]).toEqual([false, true, true])
  })
  test('a step with votes open stays', () => {
    const flow = flowOf({ row: [{ step: 'user' }, { step: 'user' }] })
    const first = advance(flow, NOTHING, { kind: 'start' }, () => false)
    const nodes = new Map([...flow.nodes].map(([id, node]): [string, FlowNode] => [id, { ...node, many: 'all' }]))
    const after = advance({ ...flow, nodes }, first, { kind: 'done', token: first.tokens[0]!.id, tally: { done: 1, of: 2 } }, () => false)
    expect(after.tokens).toEqual(first.tokens)
    expect(after.effects).toEqual([])
  })
})

describe('publishing refuses by name', () => {
  const changed = (flow: Flow, nodes: FlowNode[], edges: [string, string][]): Flow => ({
    ...flow, nodes: new Map([...flow.nodes, ...nodes.map(node => [node.id, node] as const)]),
    edges: new Map<string, FlowEdge>([...flow.edges, ...edges.map(([from, to], at) => [`x${at}`, { id: `x${at}`, from, to, name: '' }] as const)]),
  })
  const keys = (flow: Flow): string[] => flowProblems(flow).map(problem => problem.key)
  const plain = flowOf({ row: [{ step: 'user' }, { step: 'user' }] })
  const first = [...plain.nodes.values()].find(node => node.kind === 'user')!
  const nobody: FlowNode = { id: first.id, kind: 'user', name: '' }
  const user = (id: string): FlowNode => ({ id, kind: 'user', name: id, who: { starter: true } })

  test('a dead end', () => {
    expect(flowProblems(changed(plain, [{ id: 'g', kind: 'exclusive', name: '', otherwise: 'x0' }, user('审核')], [['g', '审核']]))
      .filter(problem => problem.key === 'flow.deadEnd').map(problem => problem.params)).toContainEqual({ step: '审核' })
  })
  test('a step that nobody reaches', () => { expect(keys(changed(plain, [user('lonely')], [['lonely', [...plain.nodes.values()].find(node => node.kind === 'end')!.id]]))).toContain('flow.unreachable') })
  test('two arrows out of a step', () => { expect(keys(changed(plain, [], [[first.id, [...plain.nodes.values()].find(node => node.kind === 'end')!.id]]))).toContain('flow.manyArrows') })
  test('an end inside a parallel branch, and a choice without another way', () => {
    const end: FlowNode = { id: 'end2', kind: 'end', name: '' }
    const parallel = flowOf({ parallel: [{ step: 'user' }, { step: 'user' }] })
    const branch = [...parallel.nodes.values()].find(node => node.kind === 'user')!
    const gate: FlowNode = { id: 'gate', kind: 'exclusive', name: '权限内' }
    const edges = new Map([...parallel.edges].map(([id, edge]) => [id, edge.from === branch.id ? { ...edge, from: 'gate', when: 'x' } : edge] as const))
    const made = changed({ ...parallel, edges }, [end, gate], [[branch.id, 'gate'], ['gate', 'end2']])
    expect(keys(made)).toEqual(expect.arrayContaining(['flow.endInBranch', 'flow.noOtherwise']))
  })
  test('a step for nobody', () => { expect(keys(changed(plain, [nobody], []))).toContain('flow.nobody') })
})
