// Random typed rule trees and rows, for the property tests beside this file.

import fc from 'fast-check'
import type { BinaryOp, Node } from './node.ts'
import type { RuleScope, RuleType } from './term.ts'

export const FIELDS: ReadonlyMap<string, RuleType> = new Map<string, RuleType>([
  ['n1', 'number'], ['n2', 'number'], ['s1', 'text'], ['s2', 'text'], ['p1', 'boolean'], ['p2', 'boolean'],
  ['d1', 'date'], ['d2', 'date'], ['t1', 'datetime'], ['t2', 'datetime'], ['l1', 'list'], ['l2', 'list'],
])

export const scope: RuleScope = {
  resolve: ([name = '', ...rest]) => {
    const type = rest.length === 0 ? FIELDS.get(name) : undefined
    return type && { type, ref: name }
  },
}

const HERE = { from: 0, to: 0 }
type Trees = fc.Arbitrary<Node>

const field = (type: RuleType): Trees =>
  fc.constantFrom(...Array.from(FIELDS).flatMap(([name, of]) => (of === type ? [name] : []))).map((name) => ({ kind: 'path', path: [name], ...HERE }))
const call = (name: string, ...args: Trees[]): Trees => fc.tuple(...args).map((made) => ({ kind: 'call', name, args: made, ...HERE }))
const variadic = (name: string, arg: Trees, ...before: Trees[]): Trees =>
  fc.tuple(fc.tuple(...before), fc.array(arg, { minLength: 1, maxLength: 3 })).map(([first, rest]) => ({ kind: 'call', name, args: [...first, ...rest], ...HERE }))
const binary = (ops: BinaryOp[], left: Trees, right: Trees = left): Trees =>
  fc.tuple(fc.constantFrom(...ops), left, right).map(([op, a, b]) => ({ kind: 'binary', op, left: a, right: b, ...HERE }))

/** Halves and tails of nines try the rounding; the texts try characters beyond 16 bits. */
export const plainNumber = fc.oneof(
  fc.integer({ min: -12, max: 12 }).map(String),
  fc.integer({ min: -99999, max: 99999 }).map((n) => (n / 100).toFixed(2)),
  fc.constantFrom('0', '0.5', '1.5', '-2.5', '0.000000000001', '-0.0000005', '3333333333333333333', '123456789012345.678901234567', '0.1234567890125', '100', '99999999999999999999999999999999'),
)
export const plainText = fc.oneof(
  fc.constantFrom('', 'a', 'VIP', '客户', '华东大区', '😀笑', 'A%b_c', ' 空 格 ', '\u3000x\t', '12.50', '-3', "it's \"x\"\\", 'ｚ', '\uffee'),
  fc.string({ maxLength: 6, unit: fc.constantFrom('a', 'b', 'Z', '客', '户', '😀', ' ', '1') }),
)
export const plainDate = fc.oneof(
  fc.date({ min: new Date('1990-01-01'), max: new Date('2040-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
  fc.constantFrom('0001-01-01', '9999-12-31', '2024-02-29', '2026-01-31', '2026-03-31', '1900-02-28', '1999-12-31'),
)
export const plainMoment = fc.oneof(
  fc.date({ min: new Date('1995-01-01'), max: new Date('2040-12-31'), noInvalidDate: true }).map((date) => date.toISOString()),
  fc.constantFrom('2026-01-30T16:00:00.000Z', '2026-01-31T15:59:59.999Z', '2026-01-31T16:00:00.000Z', '2024-02-28T15:59:59.999Z'),
)

const literal = (kind: 'text' | 'date' | 'datetime', value: fc.Arbitrary<string>): Trees => value.map((made) => ({ kind, value: made, ...HERE }))
const numberLiteral: Trees = fc.tuple(plainNumber.map((text) => text.replace('-', '')), fc.boolean()).map(([text, percent]) => ({ kind: 'number', text: percent ? `${text}%` : text, ...HERE }))
const digits: Trees = fc.integer({ min: -4, max: 12 }).map((n) => {
  const written: Node = { kind: 'number', text: String(Math.abs(n)), ...HERE }
  return n < 0 ? { kind: 'negate', of: written, ...HERE } : written
})
const listLiteral: Trees = fc.array(literal('text', plainText), { maxLength: 3 }).map((items) => ({ kind: 'list', items, ...HERE }))
const nothing: Trees = fc.constant({ kind: 'null', ...HERE })

type Kinds = Record<'number' | 'text' | 'boolean' | 'date' | 'datetime' | 'list', Node>

const membership = (of: Trees): Trees =>
  fc.tuple(of, fc.array(fc.oneof({ weight: 4, arbitrary: of }, { weight: 1, arbitrary: nothing }), { minLength: 1, maxLength: 3 })).map(([subject, items]) => ({ kind: 'in', of: subject, items, ...HERE }))
const ranged = (of: Trees): Trees =>
  fc.tuple(of, of, of, fc.boolean(), fc.boolean()).map(([subject, low, high, lowOpen, highOpen]) => ({ kind: 'in', of: subject, items: [{ kind: 'range', low, high, lowOpen, highOpen, ...HERE }], ...HERE }))
const spanned = (of: Trees): Trees => fc.tuple(of, of, of).map(([subject, low, high]) => ({ kind: 'between', of: subject, low, high, ...HERE }))

const choice = (depthIdentifier: fc.DepthIdentifier, leaves: Trees[], branches: Trees[]): Trees =>
  fc.oneof({ maxDepth: 4, depthIdentifier }, fc.oneof(...leaves), ...branches)

function arbitraries(): { [K in keyof Kinds]: Trees } {
  const depth = fc.createDepthIdentifier()
  return fc.letrec<Kinds>((tie) => {
    const [n, s, p, d, t, l] = [tie('number'), tie('text'), tie('boolean'), tie('date'), tie('datetime'), tie('list')]
    const either = (of: Trees): Trees => fc.tuple(p, of, fc.oneof({ weight: 5, arbitrary: of }, { weight: 1, arbitrary: nothing })).map(([test, yes, no]) => ({ kind: 'if', test, then: yes, else: no, ...HERE }))
    return {
      number: choice(depth, [field('number'), numberLiteral], [
        // each by itself, so that arithmetic is as frequent as all the functions together
        ...(['+', '-', '*', '*', '/', '/', '**', '**'] as const).flatMap((op) => [binary([op], n), binary([op], fc.oneof(numberLiteral, field('number')), n)]), n.map((of) => ({ kind: 'negate', of, ...HERE })), either(n), binary(['-'], d),
        ...['abs', 'floor', 'ceiling', 'sqrt', 'round'].map((name) => call(name, n)), call('round', n, digits),
        ...['min', 'max', 'sum', 'average'].map((name) => variadic(name, n)), variadic('coalesce', n, n),
        call('len', s), call('number', s), call('count', l), call('count_if', l, s),
        ...['year', 'month', 'day', 'quarter', 'weekday', 'iso_weekday'].map((name) => call(name, fc.oneof(d, t))),
        ...['days_between', 'months_between', 'years_between'].map((name) => call(name, d, fc.oneof(d, t))),
      ]),
      text: choice(depth, [field('text'), literal('text', plainText)], [
        binary(['+'], s), binary(['&'], fc.oneof(s, n, d, p, t, nothing), s), either(s),
        ...['upper', 'lower', 'trim'].map((name) => call(name, s)), ...['left', 'right'].map((name) => call(name, s, n)), call('mid', s, n, n),
        call('substitute', s, s, s), variadic('concatenate', fc.oneof(s, n, d, p, t, nothing)), variadic('text_join', fc.oneof(s, n, l), s),
        ...[n, d, p, l].map((arg) => call('text', arg)), variadic('coalesce', s, s), variadic('min', s), variadic('max', s),
      ]),
      boolean: choice(depth, [field('boolean'), fc.boolean().map((value): Node => ({ kind: 'boolean', value, ...HERE }))], [
        ...[n, s, d, t].flatMap((of) => [binary(['=', '!=', '<', '<=', '>', '>='], of), membership(of), ranged(of), spanned(of)]),
        ...[n, s].map((of) => binary(['=', '!=', '<', '<=', '>', '>='], of)), binary(['=', '!='], p), binary(['<', '<=', '>', '=', '>='], d, t), binary(['<', '<=', '>', '!=', '>='], t, d), binary(['=', '!='], fc.oneof(n, s, d, l), nothing),
        fc.tuple(fc.constantFrom('and' as const, 'or' as const), fc.array(p, { minLength: 2, maxLength: 4 })).map(([op, items]) => ({ kind: 'logic', op, items, ...HERE })),
        p.map((of) => ({ kind: 'not', of, ...HERE })), either(p),
        ...['contains', 'starts_with', 'ends_with'].map((name) => call(name, s, s)), call('has', l, s), ...[n, s, d, p, l].map((arg) => call('is_empty', arg)),
        fc.tuple(s, l).map(([of, item]) => ({ kind: 'in', of, items: [item], ...HERE })), variadic('coalesce', p, p),
      ]),
      date: choice(depth, [field('date'), literal('date', plainDate), call('today')], [
        binary(['+', '-'], d, n), call('add_months', d, n), call('add_days', d, n), call('eomonth', d, n), call('date', n, n, n), call('day_of', t), either(d), variadic('max', d), variadic('coalesce', d, d),
      ]),
      datetime: choice(depth, [field('datetime'), literal('datetime', plainMoment), call('now')], [either(t), variadic('min', t)]),
      list: choice(depth, [field('list'), listLiteral], [field('list')]),
    }
  })
}

export const trees = arbitraries()
export const anyTree: Trees = fc.oneof(trees.number, trees.text, trees.boolean, trees.boolean, trees.date, trees.datetime)

const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(of, { freq: 4 })
const VALUES: Partial<Record<RuleType, fc.Arbitrary<unknown>>> = {
  number: maybe(plainNumber), text: maybe(plainText), boolean: maybe(fc.boolean()), date: maybe(plainDate), datetime: maybe(plainMoment),
  list: maybe(fc.array(plainText, { maxLength: 3 })),
}

export type Row = ReadonlyMap<string, unknown>
export const row: fc.Arbitrary<Row> = fc.tuple(...Array.from(FIELDS.values(), (type) => VALUES[type] as fc.Arbitrary<unknown>)).map((values) => new Map(Array.from(FIELDS.keys(), (name, at) => [name, values[at]])))
