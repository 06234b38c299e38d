// What stands between operators: literals, fields, calls, brackets, lists, ranges, if.

import { isDate, isDateTime } from './calendar.ts'
import type { Cursor } from './cursor.ts'
import { callOf } from './alias.ts'
import type { Node, Span } from './node.ts'
import { RuleError } from './rule-error.ts'
import type { Token } from './token.ts'

type Parse = (cursor: Cursor) => Node

export function parseAtom(cursor: Cursor, expression: Parse): Node {
  const token = cursor.peek()
  switch (token.kind) {
    case 'number': return parseNumber(cursor)
    case 'text': return literal(cursor.next(), (span, value) => ({ kind: 'text', value, ...span }))
    case 'moment': return literal(cursor.next(), (span, value) => momentOf(value, span))
    case 'name': return parseName(cursor, expression)
    case 'keyword': return parseKeyword(cursor, expression)
    default: return parseBrackets(cursor, expression)
  }
}

const literal = (token: Token, make: (span: Span, value: string) => Node): Node => make({ from: token.from, to: token.to }, token.value)

function parseNumber(cursor: Cursor): Node {
  const token = cursor.next()
  const percent = cursor.take('%')
  return { kind: 'number', text: `${token.value}${percent ? '%' : ''}`, from: token.from, to: (percent ?? token).to }
}

function momentOf(value: string, span: Span): Node {
  if (isDate(value)) return { kind: 'date', value, ...span }
  if (isDateTime(value)) return { kind: 'datetime', value: new Date(value).toISOString(), ...span }
  throw new RuleError('rule.bad_date', span, { text: value.slice(0, 40) })
}

/** A field path, or a call; FEEL's own names may have several words: starts with(a, b). */
function parseName(cursor: Cursor, expression: Parse): Node {
  const first = cursor.next()
  const words = [first.value]
  for (let ahead = 0; cursor.peek(ahead).kind === 'name' && !cursor.peek(ahead).quoted; ahead += 1) words.push(cursor.peek(ahead).value)
  if (!first.quoted && cursor.is('(', words.length - 1)) {
    for (let skip = 1; skip < words.length; skip += 1) cursor.next()
    return parseCall(cursor, expression, words.join(' '), first)
  }
  const path = [first.value]
  let last = first
  while (cursor.take('.')) {
    if (cursor.peek().kind !== 'name') throw cursor.unexpected()
    last = cursor.next()
    path.push(last.value)
  }
  return { kind: 'path', path, from: first.from, to: last.to }
}

function parseCall(cursor: Cursor, expression: Parse, name: string, start: Token): Node {
  cursor.expect('(')
  const args = cursor.is(')') ? [] : parseItems(cursor, expression)
  const span = { from: start.from, to: cursor.expect(')').to }
  const [only] = args
  if (name.toLowerCase() === 'date' && args.length === 1 && only?.kind === 'text') return momentOf(only.value, span)
  return callOf(name, args, span)
}

function parseItems(cursor: Cursor, expression: Parse): Node[] {
  const items = [expression(cursor)]
  while (cursor.take(',')) items.push(expression(cursor))
  return items
}

function parseKeyword(cursor: Cursor, expression: Parse): Node {
  const token = cursor.peek()
  const span = { from: token.from, to: token.to }
  switch (token.value) {
    case 'true':
    case 'false':
      cursor.next()
      if (cursor.is(')', 1) && cursor.take('(')) cursor.next() // Excel's TRUE()
      return { kind: 'boolean', value: token.value === 'true', ...span }
    case 'null':
      cursor.next()
      return { kind: 'null', ...span }
    case 'if': return parseIf(cursor, expression)
    case 'and':
    case 'or':
    case 'not':
      if (!cursor.is('(', 1)) throw cursor.unexpected()
      cursor.next()
      return parseCall(cursor, expression, token.value, token)
    default: throw cursor.unexpected()
  }
}

function parseIf(cursor: Cursor, expression: Parse): Node {
  const start = cursor.next()
  if (cursor.is('(') && cursor.hasCommaInBrackets()) return parseCall(cursor, expression, 'if', start)
  const test = expression(cursor)
  cursor.expect('then')
  const yes = expression(cursor)
  cursor.expect('else')
  const no = expression(cursor)
  return { kind: 'if', test, then: yes, else: no, from: start.from, to: no.to }
}

/** (a), [a, b], and the ranges [a..b], (a..b], ]a..b[ ... */
function parseBrackets(cursor: Cursor, expression: Parse): Node {
  const open = cursor.take('(', '[', ']')
  if (!open) throw cursor.unexpected()
  if (open.value === '[' && cursor.is(']')) return { kind: 'list', items: [], from: open.from, to: cursor.next().to }
  const first = expression(cursor)
  if (cursor.take('..')) {
    const high = expression(cursor)
    const close = cursor.take(')', '[') ?? cursor.expect(']')
    return { kind: 'range', low: first, high, lowOpen: open.value !== '[', highOpen: close.value !== ']', from: open.from, to: close.to }
  }
  if (open.value === ']') throw new RuleError('rule.unexpected', open, { text: ']' })
  if (open.value === '(') {
    cursor.expect(')')
    return first
  }
  const items = [first]
  while (cursor.take(',')) items.push(expression(cursor))
  return { kind: 'list', items, from: open.from, to: cursor.expect(']').to }
}
