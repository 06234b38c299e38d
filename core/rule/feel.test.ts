// The shared part of the language means what FEEL says: random rules against feelin, an interpreter of the DMN standard.

import fc from 'fast-check'
import { evaluate } from 'feelin'
import { expect, it } from 'vitest'
import type { BinaryOp, Node } from './node.ts'
import { checkRule, compileRule, parseRule, ruleToText } from './rule.ts'
import type { RuleType } from './rule.ts'

const TYPES: ReadonlyMap<string, RuleType> = new Map<string, RuleType>([
  ['x', 'number'], ['y', 'number'], ['s', 'text'], ['客户', 'text'], ['p', 'boolean'], ['q', 'boolean'],
])
const scope = { resolve: ([name = '']: string[]) => ({ type: TYPES.get(name) as RuleType, ref: name }) }
const HERE = { from: 0, to: 0 }
type Trees = fc.Arbitrary<Node>

const field = (...names: string[]): Trees => fc.constantFrom(...names).map((name) => ({ kind: 'path', path: [name], ...HERE }))
const call = (name: string, ...args: Trees[]): Trees => fc.tuple(...args).map((made) => ({ kind: 'call', name, args: made, ...HERE }))
const binary = (ops: BinaryOp[], of: Trees): Trees => fc.tuple(fc.constantFrom(...ops), of, of).map(([op, left, right]) => ({ kind: 'binary', op, left, right, ...HERE }))
const TEXTS = ['', 'a', 'b', 'ab', '客户', 'VIP客户']
const number: Trees = fc.constantFrom('0', '1', '2', '3', '0.5', '2.25').map((text) => ({ kind: 'number', text, ...HERE }))
const text: Trees = fc.constantFrom(...TEXTS).map((value) => ({ kind: 'text', value, ...HERE }))

// feelin takes a range that holds nothing, or one number, for an error
const RANGES = fc.constantFrom(['0', '2'], ['0.5', '3'], ['1', '2.25']).map((ends) => ends.map((end): Node => ({ kind: 'number', text: end, ...HERE })) as [Node, Node])

const { condition } = fc.letrec<{ number: Node; text: Node; condition: Node }>((tie) => {
  const [n, s, p] = [tie('number'), tie('text'), tie('condition')]
  const either = (of: Trees): Trees => fc.tuple(p, of, of).map(([test, yes, no]) => ({ kind: 'if', test, then: yes, else: no, ...HERE }))
  const inRange = fc.tuple(n, RANGES, fc.boolean(), fc.boolean()).map(([of, [low, high], lowOpen, highOpen]): Node => ({ kind: 'in', of, items: [{ kind: 'range', low, high, lowOpen, highOpen, ...HERE }], ...HERE }))
  return {
    number: fc.oneof({ maxDepth: 3 }, fc.oneof(field('x', 'y'), number), binary(['+', '-', '*'], n), either(n), n.map((of): Node => ({ kind: 'negate', of, ...HERE })), call('len', s), call('abs', n), call('floor', n), call('ceiling', n)),
    text: fc.oneof({ maxDepth: 3 }, fc.oneof(field('s', '客户'), text), binary(['+'], s), either(s)),
    condition: fc.oneof(
      { maxDepth: 4 }, field('p', 'q'), binary(['=', '!=', '<', '<=', '>', '>='], n), binary(['=', '!='], s), inRange, either(p),
      ...['contains', 'starts_with', 'ends_with'].map((name) => call(name, s, s)), p.map((of): Node => ({ kind: 'not', of, ...HERE })),
      // not computed items: a null made inside `in` makes feelin give up the whole
      fc.tuple(n, fc.array(number, { minLength: 1, maxLength: 3 })).map(([of, items]): Node => ({ kind: 'in', of, items, ...HERE })),
      fc.tuple(fc.constantFrom('and' as const, 'or' as const), fc.array(p, { minLength: 2, maxLength: 3 })).map(([op, items]): Node => ({ kind: 'logic', op, items, ...HERE })),
    ),
  }
})

const values = fc.record({
  x: fc.option(fc.constantFrom('0', '1', '-2.5', '3')), y: fc.option(fc.constantFrom('0.5', '2', '-1')), s: fc.option(fc.constantFrom(...TEXTS)),
  客户: fc.option(fc.constantFrom(...TEXTS)), p: fc.option(fc.boolean()), q: fc.option(fc.boolean()),
})

const NAMES: readonly [RegExp, string][] = [[/\blen\(/g, 'string length('], [/\bstarts_with\(/g, 'starts with('], [/\bends_with\(/g, 'ends with(']]
const feelOf = (rule: string): string => NAMES.reduce((found, [ours, theirs]) => found.replace(ours, theirs), rule)

it('decides as FEEL does', () => {
  fc.assert(
    fc.property(condition, values, (root, row) => {
      const rule = ruleToText({ text: '', root })
      const stored = new Map<string, unknown>(Object.entries(row))
      const context = { ...row, x: row.x === null ? null : Number(row.x), y: row.y === null ? null : Number(row.y) }
      const ours = compileRule(checkRule(parseRule(rule), scope))((ref) => stored.get(ref), { today: '2026-01-01', now: '2026-01-01T00:00:00Z' })
      expect({ rule, row, result: ours }).toEqual({ rule, row, result: evaluate(feelOf(rule), context).value })
    }),
    { numRuns: 2000 },
  )
})
