// Names from Excel and from FEEL's own library, turned into the same tree while parsing, so nobody later knows them.

import { isCallable } from './functions.ts'
import type { Node, Span } from './node.ts'
import { RuleError } from './rule-error.ts'

const RENAMED: ReadonlyMap<string, string> = new Map(Object.entries({
  avg: 'average', mean: 'average', 'round half up': 'round', ceil: 'ceiling', int: 'floor',
  length: 'len', 'string length': 'len', 'upper case': 'upper', 'lower case': 'lower', substring: 'mid',
  'starts with': 'starts_with', 'ends with': 'ends_with', concat: 'concatenate', string: 'text', value: 'number',
  'list contains': 'has', list_contains: 'has', counta: 'count', countif: 'count_if', isblank: 'is_empty',
  ifnull: 'coalesce', iferror: 'coalesce', ifna: 'coalesce', if_null: 'coalesce',
  edate: 'add_months',
}))

type Rewrite = (args: Node[], span: Span) => Node

const logic = (op: 'and' | 'or'): Rewrite => (args, span) => {
  const [only] = atLeast(op, args, 1, span)
  return args.length === 1 ? (only as Node) : { kind: 'logic', op, items: args, ...span }
}

function atLeast(name: string, args: Node[], min: number, span: Span, max = Infinity): Node[] {
  if (args.length < min) throw new RuleError('rule.too_few_arguments', span, { name, min })
  if (args.length > max) throw new RuleError('rule.too_many_arguments', span, { name, max })
  return args
}

const call = (name: string, args: Node[], span: Span): Node => ({ kind: 'call', name, args, ...span })

const UNITS: ReadonlyMap<string, string> = new Map([['Y', 'years_between'], ['M', 'months_between'], ['D', 'days_between']])

const REWRITTEN: ReadonlyMap<string, Rewrite> = new Map<string, Rewrite>([
  ['and', logic('and')],
  ['or', logic('or')],
  ['not', (args, span) => ({ kind: 'not', of: atLeast('not', args, 1, span, 1)[0] as Node, ...span })],
  ['if', (args, span) => {
    const [test, yes, no] = atLeast('if', args, 2, span, 3) as [Node, Node, Node?]
    return { kind: 'if', test, then: yes, else: no ?? { kind: 'null', from: span.to, to: span.to }, ...span }
  }],
  ['power', (args, span) => {
    const [left, right] = atLeast('power', args, 2, span, 2) as [Node, Node]
    return { kind: 'binary', op: '**', left, right, ...span }
  }],
  ['datedif', (args, span) => {
    const [a, b, unit] = atLeast('datedif', args, 3, span, 3) as [Node, Node, Node]
    const name = unit.kind === 'text' ? UNITS.get(unit.value.toUpperCase()) : undefined
    if (!name) throw new RuleError('rule.bad_unit', unit)
    return call(name, [a, b], span)
  }],
  ['days', (args, span) => call('days_between', atLeast('days', args, 2, span, 2).toReversed(), span)],
  ['date', (args, span) => call(args.length === 1 ? 'day_of' : 'date', args, span)],
  ['weekday', (args, span) => {
    const [date, type] = atLeast('weekday', args, 1, span, 2) as [Node, Node?]
    return call(type?.kind === 'number' && type.text === '2' ? 'iso_weekday' : 'weekday', type && type.kind === 'number' && /^[12]$/.test(type.text) ? [date] : args, span)
  }],
  ['textjoin', (args, span) => call('text_join', args.filter((arg, at) => at !== 1 || arg.kind !== 'boolean'), span)],
  ['string join', (args, span) => call('text_join', args.toReversed(), span)],
])

export function callOf(name: string, args: Node[], span: Span): Node {
  const word = name.toLowerCase()
  const rewrite = REWRITTEN.get(word)
  if (rewrite) return rewrite(args, span)
  const canonical = RENAMED.get(word) ?? word
  if (!isCallable(canonical)) throw new RuleError('rule.unknown_function', span, { name: name.slice(0, 40) })
  return call(canonical, args, span)
}
