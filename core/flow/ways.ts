// Where a case may go from a step: what its arrows answer to a rejection, and what a return over several steps undoes.
import type { Flow, FlowNode } from './flow.ts'
import { outOf, waits } from './flow.ts'
import { scopesOf, within } from './scopes.ts'

/** Does the diagram itself say what follows a rejection at this step? If not, the case ends as rejected. */
export function answersReject(flow: Flow, from: string): boolean {
  const seen = new Set<string>()
  const queue = [from]
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    for (const edge of outOf(flow, id)) {
      if (/(?<![\w.])decision\b/.test(edge.when ?? '')) return true
      const target = flow.nodes.get(edge.to)
      if (!target || waits(target) || seen.has(target.id)) continue
      seen.add(target.id)
      queue.push(target.id)
    }
  }
  return false
}

/** All steps that a case may come to from here, the step itself among them. */
export function ahead(flow: Flow, from: string): Set<string> {
  const seen = new Set<string>()
  const queue = [from]
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    queue.push(...outOf(flow, id).map(edge => edge.to))
  }
  return seen
}

/** Steps done before to which a case may be sent back, in the order in which they were done. */
export function earlier(flow: Flow, from: string, done: readonly string[]): FlowNode[] {
  const { of } = scopesOf(flow)
  const here = of.get(from)
  return [...new Set(done)].map(id => flow.nodes.get(id)).filter((node): node is FlowNode =>
    node !== undefined && node.kind === 'user' && node.id !== from && here !== undefined && within(here, of.get(node.id) ?? ['?']))
}

/** Sent back, a case must pass again what lies between: only approvals before that place still stand. */
export const standing = (flow: Flow, approved: readonly string[], to: string): string[] => {
  const again = ahead(flow, to)
  return approved.filter(id => !again.has(id))
}
