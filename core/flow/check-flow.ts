// What a diagram must keep so that every case ends on every path. Publishing refuses by name what is outside of it.
import type { Refusal } from '../lib/error.ts'
import type { Flow, FlowNode } from './flow.ts'
import { into, outOf, timed, waits } from './flow.ts'
import { isJoin, isSplit, scopesOf } from './scopes.ts'

export interface FlowProblem extends Refusal {
  /** The step or arrow meant, to be shown in the diagram. */
  at?: string
}

const named = (node: FlowNode): string => node.name || node.id

const problem = (key: string, node: FlowNode): FlowProblem => ({ key: `flow.${key}`, params: { step: named(node) }, at: node.id })

/** Everything wrong at once; empty for a flow that may be published. */
export function flowProblems(flow: Flow): FlowProblem[] {
  const nodes = [...flow.nodes.values()]
  const starts = nodes.filter(node => node.kind === 'start')
  if (starts.length !== 1) return [{ key: starts.length === 0 ? 'flow.noStart' : 'flow.manyStarts' }]
  const dangling = [...flow.edges.values()].filter(edge => !flow.nodes.has(edge.from) || !flow.nodes.has(edge.to))
  if (dangling.length > 0) return dangling.map(edge => ({ key: 'flow.looseArrow', params: { arrow: edge.name || edge.id }, at: edge.id }))
  const forward = reached(starts.map(node => node.id), id => outOf(flow, id).map(edge => edge.to))
  const ends = nodes.filter(node => node.kind === 'end').map(node => node.id)
  const backward = reached(ends, id => into(flow, id).map(edge => edge.from))
  return [
    ...(ends.length === 0 ? [{ key: 'flow.noEnd' }] : []),
    ...nodes.flatMap(node => [
      ...(forward.has(node.id) ? [] : [problem('unreachable', node)]),
      ...(ends.length === 0 || backward.has(node.id) ? [] : [problem('deadEnd', node)]),
      ...shapeProblems(flow, node),
    ]),
    ...nestingProblems(flow, nodes),
    ...circles(flow).map(node => problem('circle', node)),
  ]
}

function shapeProblems(flow: Flow, node: FlowNode): FlowProblem[] {
  const byClock = timed(node)
  const out = outOf(flow, node.id).filter(edge => !byClock.has(edge.id))
  const problems: FlowProblem[] = []
  if (node.kind === 'start' && into(flow, node.id).length > 0) problems.push(problem('intoStart', node))
  if (node.kind === 'end' && out.length > 0) problems.push(problem('outOfEnd', node))
  if ((node.kind === 'start' || waits(node)) && out.length > 1) problems.push(problem('manyArrows', node))
  if (node.kind === 'user' && !node.who) problems.push(problem('nobody', node))
  if (node.kind === 'service' && !node.action) problems.push(problem('noAction', node))
  if (typeof node.many === 'number' && !(Number.isInteger(node.many) && node.many > 0)) problems.push(problem('badMany', node))
  if (node.kind === 'exclusive' && out.length > 1) {
    const open = out.filter(edge => edge.when === undefined && edge.id !== node.otherwise)
    if (node.otherwise === undefined || !out.some(edge => edge.id === node.otherwise)) problems.push(problem('noOtherwise', node))
    else if (open.length > 0) problems.push(problem('noCondition', node))
  }
  return problems
}

function nestingProblems(flow: Flow, nodes: FlowNode[]): FlowProblem[] {
  const { of, wrong } = scopesOf(flow)
  return nodes.flatMap(node => [
    ...(wrong.has(node.id) ? [problem('badNesting', node)] : []),
    ...(node.kind === 'end' && (of.get(node.id)?.length ?? 0) > 0 ? [problem('endInBranch', node)] : []),
    ...(isSplit(flow, node) && isJoin(flow, node) ? [problem('splitAndJoin', node)] : []),
  ])
}

/** Circles in which nobody has anything to do: a case would turn in them for ever. */
function circles(flow: Flow): FlowNode[] {
  const through = (id: string): string[] => outOf(flow, id).map(edge => edge.to).filter(to => !waits(flow.nodes.get(to)!))
  return [...flow.nodes.values()].filter(node => !waits(node) && reached(through(node.id), through).has(node.id)).slice(0, 1)
}

function reached(from: string[], next: (id: string) => string[]): Set<string> {
  const seen = new Set<string>()
  const queue = [...from]
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    queue.push(...next(id))
  }
  return seen
}
