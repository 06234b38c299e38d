// Flows made by chance for the property tests: nested blocks of steps, choices, parallel branches and loops.
import fc from 'fast-check'
import type { Flow, FlowEdge, FlowNode } from './flow.ts'

export type Block = { step: 'user' | 'service' } | { row: Block[] } | { choice: Block[] } | { parallel: Block[] } | { again: Block }

export const blocks: fc.Arbitrary<Block> = fc.letrec<{ block: Block }>(tie => ({
  block: fc.oneof({ maxDepth: 4, withCrossShrink: true },
    fc.constantFrom<Block>({ step: 'user' }, { step: 'user' }, { step: 'service' }),
    fc.record({ row: fc.array(tie('block'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ choice: fc.array(tie('block'), { minLength: 2, maxLength: 3 }) }),
    fc.record({ parallel: fc.array(tie('block'), { minLength: 2, maxLength: 3 }) }),
    fc.record({ again: tie('block') })),
})).block

interface Ends { first: string; last: string }

class Drawing {
  readonly nodes = new Map<string, FlowNode>()
  readonly edges = new Map<string, FlowEdge>()

  node(kind: FlowNode['kind'], more: Partial<FlowNode> = {}): string {
    const id = `${kind}${this.nodes.size}`
    this.nodes.set(id, { id, kind, name: id, ...(kind === 'user' ? { who: { starter: true } } : {}), ...(kind === 'service' ? { action: 'nothing' } : {}), ...more })
    return id
  }

  arrow(from: string, to: string, when?: string): string {
    const id = `e${this.edges.size}`
    this.edges.set(id, { id, from, to, name: id, ...(when === undefined ? {} : { when }) })
    return id
  }

  draw(block: Block): Ends {
    if ('step' in block) {
      const id = this.node(block.step)
      return { first: id, last: id }
    }
    if ('row' in block) return block.row.map(one => this.draw(one)).reduce((before, after) => (this.arrow(before.last, after.first), { first: before.first, last: after.last }))
    if ('parallel' in block) return this.fan('parallel', block.parallel)
    if ('choice' in block) return this.fan('exclusive', block.choice)
    return this.loop(block.again)
  }

  private fan(kind: 'parallel' | 'exclusive', inner: Block[]): Ends {
    const first = this.node(kind)
    const last = this.node(kind)
    inner.forEach((one, at) => {
      const { first: from, last: to } = this.draw(one)
      const edge = this.arrow(first, from, kind === 'exclusive' && at > 0 ? 'chance' : undefined)
      if (kind === 'exclusive' && at === 0) this.nodes.set(first, { ...this.nodes.get(first)!, otherwise: edge })
      this.arrow(to, last)
    })
    return { first, last }
  }

  /** Done again as long as chance wants; a step in it, lest it be an idle circle. */
  private loop(inner: Block): Ends {
    const first = this.node('exclusive')
    const body = this.draw({ row: [{ step: 'user' }, inner] })
    const last = this.node('exclusive')
    this.arrow(first, body.first)
    this.arrow(body.last, last)
    this.arrow(last, first, 'chance')
    const out = this.node('exclusive')
    this.nodes.set(last, { ...this.nodes.get(last)!, otherwise: this.arrow(last, out) })
    return { first, last: out }
  }
}

export function flowOf(block: Block): Flow {
  const drawing = new Drawing()
  const start = drawing.node('start')
  const end = drawing.node('end')
  const { first, last } = drawing.draw(block)
  drawing.arrow(start, first)
  drawing.arrow(last, end)
  return { id: 'random', name: 'random', objects: [], covers: [], lanes: [], nodes: drawing.nodes, edges: drawing.edges }
}
