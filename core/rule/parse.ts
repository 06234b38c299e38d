// Rule text into its tree: operators by precedence, lowest first. What stands between operators is in parse-atom.ts.

import { Cursor } from './cursor.ts'
import type { BinaryOp, Node, Rule } from './node.ts'
import { RULE_LIMITS } from './node.ts'
import { parseAtom } from './parse-atom.ts'
import { RuleError } from './rule-error.ts'
import { tokenize } from './token.ts'

export function parseRule(text: string): Rule {
  if (text.length > RULE_LIMITS.length) {
    throw new RuleError('rule.too_long', { from: RULE_LIMITS.length, to: text.length }, { length: text.length, max: RULE_LIMITS.length })
  }
  if (text.trim() === '') throw new RuleError('rule.empty', { from: 0, to: text.length })
  const cursor = new Cursor(tokenize(text))
  cursor.take('=') // people paste Excel formulas with their leading =
  const root = parseExpression(cursor)
  if (cursor.peek().kind !== 'end') throw cursor.unexpected()
  return { text, root }
}

export function parseExpression(cursor: Cursor): Node {
  return cursor.nested(() => parseLogic(cursor, 'or', () => parseLogic(cursor, 'and', () => parseComparison(cursor))))
}

function parseLogic(cursor: Cursor, op: 'and' | 'or', operand: () => Node): Node {
  const first = operand()
  if (!cursor.is(op)) return first
  const items = [first]
  while (cursor.take(op)) items.push(operand())
  return { kind: 'logic', op, items, from: first.from, to: (items.at(-1) as Node).to }
}

const COMPARISONS: ReadonlyMap<string, BinaryOp> = new Map<string, BinaryOp>([
  ['=', '='], ['!=', '!='], ['<>', '!='], ['<', '<'], ['<=', '<='], ['>', '>'], ['>=', '>='],
])

function parseComparison(cursor: Cursor): Node {
  const left = parseJoin(cursor)
  const token = cursor.take(...COMPARISONS.keys())
  if (token) {
    const right = parseJoin(cursor)
    return { kind: 'binary', op: COMPARISONS.get(token.value) as BinaryOp, left, right, from: left.from, to: right.to }
  }
  if (cursor.take('between')) {
    const low = parseJoin(cursor)
    cursor.expect('and')
    const high = parseJoin(cursor)
    return { kind: 'between', of: left, low, high, from: left.from, to: high.to }
  }
  return cursor.take('in') ? parseIn(cursor, left) : left
}

function parseChain(cursor: Cursor, ops: ReadonlyMap<string, BinaryOp>, operand: () => Node): Node {
  let left = operand()
  for (let length = 0; ; length += 1) {
    const token = cursor.take(...ops.keys())
    if (!token) return left
    if (length >= RULE_LIMITS.chain) throw new RuleError('rule.too_deep', token)
    const right = operand()
    left = { kind: 'binary', op: ops.get(token.value) as BinaryOp, left, right, from: left.from, to: right.to }
  }
}

const JOIN: ReadonlyMap<string, BinaryOp> = new Map<string, BinaryOp>([['&', '&']])
const SUM: ReadonlyMap<string, BinaryOp> = new Map<string, BinaryOp>([['+', '+'], ['-', '-']])
const PRODUCT: ReadonlyMap<string, BinaryOp> = new Map<string, BinaryOp>([['*', '*'], ['/', '/']])
const POWER: ReadonlyMap<string, BinaryOp> = new Map<string, BinaryOp>([['**', '**'], ['^', '**']])

const parseJoin = (cursor: Cursor): Node => parseChain(cursor, JOIN, () => parseSum(cursor))
const parseSum = (cursor: Cursor): Node => parseChain(cursor, SUM, () => parseProduct(cursor))
const parseProduct = (cursor: Cursor): Node => parseChain(cursor, PRODUCT, () => parsePower(cursor))
// The minus binds closer than the power, as in Excel and FEEL: -2 ** 2 is 4.
const parsePower = (cursor: Cursor): Node => parseChain(cursor, POWER, () => parseMinus(cursor))

function parseMinus(cursor: Cursor): Node {
  const minus = cursor.take('-')
  if (!minus) return parseAtom(cursor, parseExpression)
  const of = cursor.nested(() => parseMinus(cursor))
  return { kind: 'negate', of, from: minus.from, to: of.to }
}

/** After `in`: (a, b), a range, a list or a field that is a list. */
function parseIn(cursor: Cursor, of: Node): Node {
  const open = cursor.peek()
  if (!cursor.is('(')) {
    const item = cursor.nested(() => parseJoin(cursor))
    return { kind: 'in', of, items: [item], from: of.from, to: item.to }
  }
  cursor.next()
  const items = [parseExpression(cursor)]
  if (cursor.take('..')) {
    const high = parseExpression(cursor)
    const close = cursor.take(')', '[') ?? cursor.expect(']')
    const [low] = items as [Node]
    const range: Node = { kind: 'range', low, high, lowOpen: true, highOpen: close.value !== ']', from: open.from, to: close.to }
    return { kind: 'in', of, items: [range], from: of.from, to: close.to }
  }
  while (cursor.take(',')) items.push(parseExpression(cursor))
  return { kind: 'in', of, items, from: of.from, to: cursor.expect(')').to }
}
