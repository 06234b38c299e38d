// Which parallel branches each step lies in. Worked out once; it tells what is badly nested, and which tokens
// a return over a split takes along.
import type { Flow, FlowEdge, FlowNode } from './flow.ts'
import { into, outOf } from './flow.ts'

/** From the outermost split inwards: the arrow by which it was left. */
export type Scope = readonly string[]

export interface Scopes {
  /** By node. A parallel join has the scope that it closes to. */
  of: ReadonlyMap<string, Scope>
  /** Nodes whose branches do not fit together. */
  wrong: ReadonlySet<string>
}

const same = (a: Scope, b: Scope): boolean => a.length === b.length && a.every((part, at) => part === b[at])

export const isSplit = (flow: Flow, node: FlowNode): boolean => node.kind === 'parallel' && outOf(flow, node.id).length > 1
export const isJoin = (flow: Flow, node: FlowNode): boolean => node.kind === 'parallel' && into(flow, node.id).length > 1

/** Is `inner` the scope itself or inside it. */
export const within = (inner: Scope, outer: Scope): boolean => outer.every((part, at) => inner[at] === part)

export function scopesOf(flow: Flow): Scopes {
  const of = new Map<string, Scope>()
  const wrong = new Set<string>()
  const arrived = new Map<string, Map<string, Scope>>()
  const queue: [FlowNode, Scope][] = [...flow.nodes.values()].filter(node => node.kind === 'start').map(node => [node, []])
  for (let next = queue.shift(); next; next = queue.shift()) {
    const [node, scope] = next
    const known = of.get(node.id)
    if (known) {
      if (!same(known, scope)) wrong.add(node.id)
      continue
    }
    of.set(node.id, scope)
    for (const edge of outOf(flow, node.id)) {
      const inside = isSplit(flow, node) ? [...scope, edge.id] : scope
      const target = flow.nodes.get(edge.to)
      if (!target) continue
      const entered = isJoin(flow, target) ? joined(flow, target, edge, inside, arrived, wrong) : inside
      if (entered) queue.push([target, entered])
    }
  }
  // A join that some of its branches never reach.
  for (const id of arrived.keys()) if (!of.has(id)) wrong.add(id)
  return { of, wrong }
}

/** The scope after a join, once all its arrows have come: they must be all the branches of one split. */
function joined(flow: Flow, node: FlowNode, edge: FlowEdge, scope: Scope, arrived: Map<string, Map<string, Scope>>, wrong: Set<string>): Scope | undefined {
  const scopes = arrived.get(node.id) ?? new Map<string, Scope>()
  arrived.set(node.id, scopes.set(edge.id, scope))
  if (scopes.size < into(flow, node.id).length) return undefined
  const outer = scope.slice(0, -1)
  const branches = new Set([...scopes.values()].map(one => one.at(-1)))
  const split = flow.edges.get(scope.at(-1) ?? '')?.from
  const fits = [...scopes.values()].every(one => one.length === scope.length && same(one.slice(0, -1), outer))
    && split !== undefined && branches.size === scopes.size
    && outOf(flow, split).length === branches.size && [...branches].every(branch => flow.edges.get(branch ?? '')?.from === split)
  if (!fits) wrong.add(node.id)
  return fits ? outer : undefined
}
