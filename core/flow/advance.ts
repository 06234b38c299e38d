// How a case goes on: from where it stands and what happened to where it stands next and what is to be done.
// Pure: the runtime (server/flow) locks the case, applies this, and writes tokens, tasks and events in one transaction.
import type { Flow, FlowEdge, FlowNode, Many } from './flow.ts'
import { into, outOf, timed, waits } from './flow.ts'
import { isJoin, scopesOf, within } from './scopes.ts'
import type { Scopes } from './scopes.ts'

export interface Token {
  /** Unique in its case. */
  id: number
  node: string
  /** At a join: the arrow by which it came. */
  by?: string
}

export interface Place {
  tokens: Token[]
  /** Number for the next token. */
  next: number
}

export type FlowEvent =
  | { kind: 'start' }
  /** A step is done; `tally` where several people decide: how many have, of how many. */
  | { kind: 'done'; token: number; tally?: { done: number; of: number } }
  /** Back to an earlier step. */
  | { kind: 'back'; token: number; to: string }
  /** A time limit with an arrow of its own is over. */
  | { kind: 'late'; token: number; limit: string }
  | { kind: 'stop' }

export type Effect =
  | { kind: 'open'; token: number; node: string }
  | { kind: 'close'; token: number; node: string }
  | { kind: 'ended' }

export interface Step extends Place {
  effects: Effect[]
}

/** Does the arrow's condition hold for this case? */
export type Holds = (edge: FlowEdge) => boolean

/** The event names a token or step that is not there: somebody was quicker. */
export class NotThere extends Error {}

export const enough = (many: Many | undefined, tally: { done: number; of: number }): boolean =>
  tally.done >= (many === undefined || many === 'any' ? 1 : many === 'all' ? tally.of : Math.min(many, tally.of))

export function advance(flow: Flow, place: Place, event: FlowEvent, holds: Holds): Step {
  const walk = new Walk(flow, place, holds)
  switch (event.kind) {
    case 'start': {
      const start = [...flow.nodes.values()].find(node => node.kind === 'start')
      if (!start || place.tokens.length > 0) throw new NotThere()
      walk.leave(start)
      break
    }
    case 'done': {
      const node = walk.stands(event.token)
      if (event.tally && !enough(node.many, event.tally)) break
      walk.take(event.token)
      walk.leave(node)
      break
    }
    case 'late': {
      const node = walk.stands(event.token)
      const edge = flow.edges.get(node.limits?.find(limit => limit.id === event.limit)?.edge ?? '')
      if (!edge) throw new NotThere()
      walk.take(event.token)
      walk.follow(edge)
      break
    }
    case 'back': walk.back(event.token, event.to); break
    case 'stop': walk.stop(); break
  }
  return walk.step()
}

class Walk {
  private readonly flow: Flow
  private readonly holds: Holds
  private readonly scopes: Scopes
  private readonly effects: Effect[] = []
  private tokens: Token[]
  private next: number

  constructor(flow: Flow, place: Place, holds: Holds) {
    this.flow = flow
    this.holds = holds
    this.scopes = scopesOf(flow)
    this.tokens = [...place.tokens]
    this.next = place.next
  }

  step(): Step {
    return { tokens: this.tokens, next: this.next, effects: this.effects }
  }

  /** The step at which the token waits. */
  stands(id: number): FlowNode {
    const node = this.flow.nodes.get(this.tokens.find(token => token.id === id)?.node ?? '')
    if (!node || !waits(node)) throw new NotThere()
    return node
  }

  take(id: number): void {
    const token = this.tokens.find(one => one.id === id)
    if (!token) throw new NotThere()
    this.tokens = this.tokens.filter(one => one !== token)
    if (waits(this.flow.nodes.get(token.node)!)) this.effects.push({ kind: 'close', token: id, node: token.node })
  }

  leave(node: FlowNode): void {
    const byClock = timed(node)
    const out = outOf(this.flow, node.id).filter(edge => !byClock.has(edge.id))
    if (node.kind !== 'exclusive' || out.length === 1) {
      for (const edge of out) this.follow(edge)
      return
    }
    const chosen = out.find(edge => edge.id !== node.otherwise && edge.when !== undefined && this.holds(edge)) ?? out.find(edge => edge.id === node.otherwise)
    if (!chosen) throw new NotThere()
    this.follow(chosen)
  }

  follow(edge: FlowEdge): void {
    const node = this.flow.nodes.get(edge.to)!
    if (node.kind === 'end') {
      // Ends lie outside all branches, so nothing else is on its way.
      if (this.tokens.length === 0) this.effects.push({ kind: 'ended' })
      return
    }
    if (waits(node)) this.open(node)
    else if (isJoin(this.flow, node)) this.join(node, edge)
    else this.leave(node)
  }

  private open(node: FlowNode): void {
    const token = { id: this.next++, node: node.id }
    this.tokens.push(token)
    this.effects.push({ kind: 'open', token: token.id, node: node.id })
  }

  private join(node: FlowNode, edge: FlowEdge): void {
    this.tokens.push({ id: this.next++, node: node.id, by: edge.id })
    const here = this.tokens.filter(token => token.node === node.id)
    if (new Set(here.map(token => token.by)).size < into(this.flow, node.id).length) return
    this.tokens = this.tokens.filter(token => token.node !== node.id)
    this.leave(node)
  }

  /** Over a split, the other branches are called back too: what is done there is to be done again. */
  back(id: number, to: string): void {
    const from = this.stands(id)
    const target = this.flow.nodes.get(to)
    const outer = this.scopes.of.get(to)
    const here = this.scopes.of.get(from.id)
    if (!target || target.kind !== 'user' || !outer || !here || !within(here, outer)) throw new NotThere()
    const called = here.length === outer.length ? [id] : this.tokens.filter(token => within(this.insideOf(token), outer)).map(token => token.id)
    for (const one of called) this.take(one)
    this.open(target)
  }

  /** A token at a join still belongs to its branch. */
  private insideOf(token: Token): readonly string[] {
    if (token.by === undefined) return this.scopes.of.get(token.node) ?? []
    const edge = this.flow.edges.get(token.by)!
    const before = this.flow.nodes.get(edge.from)!
    const scope = this.scopes.of.get(edge.from) ?? []
    return before.kind === 'parallel' && outOf(this.flow, before.id).length > 1 ? [...scope, edge.id] : scope
  }

  stop(): void {
    for (const token of this.tokens) this.take(token.id)
    this.effects.push({ kind: 'ended' })
  }
}
