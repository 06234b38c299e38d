// A parsed rule and a scope into a typed one: names become references, operators calls, and types must agree.

import { apply, callTerm, digitsOf, fitType, zoneTerm } from './coerce.ts'
import { functionOf } from './functions.ts'
import type { Node, NodeOf, Rule, Span } from './node.ts'
import { literalNumber } from './number.ts'
import { RuleError } from './rule-error.ts'
import { binaryTerm, ordered, orderTerm } from './operator-term.ts'
import type { CheckedRule, RuleEnv, RuleScope, RuleType, Term, Value } from './term.ts'

interface Checking {
  scope: RuleScope
  paths: Map<string, string[]>
  refs: Set<string>
  volatile: boolean
}

/** Throws a RuleError at the first thing that is wrong. `want` is the type the place of the rule needs. */
export function checkRule(rule: Rule, scope: RuleScope, want?: RuleType): CheckedRule {
  const checking: Checking = { scope, paths: new Map(), refs: new Set(), volatile: false }
  const found = termOf(rule.root, checking)
  const root = want ? fitType(found, want) : found
  digitsOf(root, new Map())
  return { rule, root, type: root.type, paths: [...checking.paths.values()], refs: [...checking.refs], volatile: checking.volatile }
}

const valueTerm = (type: RuleType, value: Value, { from, to }: Span): Term => ({ kind: 'value', type, value, from, to })

function termOf(node: Node, checking: Checking): Term {
  const of = (inner: Node): Term => termOf(inner, checking)
  switch (node.kind) {
    case 'number': return valueTerm('number', literalNumber(node.text), node)
    case 'text':
    case 'boolean':
    case 'date':
    case 'datetime': return valueTerm(node.kind, node.value, node)
    case 'null': return valueTerm('null', null, node)
    case 'path': return refTerm(node, checking)
    case 'negate': return apply('negate', [of(node.of)], node)
    case 'not': return apply('not', [of(node.of)], node)
    case 'binary': return binaryTerm(node, of(node.left), of(node.right))
    case 'logic': return apply(node.op, node.items.map(of), node)
    case 'if': return apply('if', [of(node.test), of(node.then), of(node.else)], node)
    case 'between': return apply('between', [of(node.of), of(node.low), of(node.high)].map(ordered), node)
    case 'in': return inTerm(node, of)
    case 'range': throw new RuleError('rule.no_range_here', node)
    case 'list': return listTerm(node)
    case 'call': return callNode(node, of, checking)
  }
}

function refTerm(node: NodeOf<'path'>, checking: Checking): Term {
  const path = node.path.map((part) => checking.scope.names?.get(part) ?? part)
  const found = checking.scope.resolve(path)
  if (!found) throw new RuleError('rule.unknown_field', node, { name: node.path.join('.').slice(0, 80) })
  checking.paths.set(path.join('.'), path)
  checking.refs.add(found.ref)
  return { kind: 'ref', ref: found.ref, type: found.type, nonNull: found.nonNull === true, from: node.from, to: node.to }
}

/** Equal to one of the plain items, inside one of the ranges, or found in one of the list fields. */
function inTerm(node: NodeOf<'in'>, of: (node: Node) => Term): Term {
  const items = node.items.flatMap((item) => (item.kind === 'list' ? item.items : [item]))
  const subject = of(node.of)
  const tests: Term[] = []
  const plain: Term[] = []
  for (const item of items) {
    if (item.kind === 'range') tests.push(rangeTerm(item, subject, of))
    else {
      const term = of(item)
      if (term.type === 'list') tests.push(apply('has', [term, subject], item))
      else plain.push(term)
    }
  }
  if (plain.length > 0) tests.unshift(apply('one of', [subject, ...plain], node))
  const [only] = tests
  if (!only) return valueTerm('boolean', false, node)
  return tests.length === 1 ? only : apply('or', tests, node)
}

function rangeTerm(range: NodeOf<'range'>, subject: Term, of: (node: Node) => Term): Term {
  const [low, high] = [ordered(of(range.low)), ordered(of(range.high))]
  if (!range.lowOpen && !range.highOpen) return apply('between', [ordered(subject), low, high], range)
  const above = orderTerm(range.lowOpen ? '>' : '>=', ordered(subject), low, range)
  return apply('and', [above, orderTerm(range.highOpen ? '<' : '<=', subject, high, range)], range)
}

/** Lists are written out as constant texts only. */
function listTerm(node: NodeOf<'list'>): Term {
  const items = node.items.map((item) => {
    if (item.kind !== 'text') throw new RuleError('rule.want_text', item)
    return item.value
  })
  return valueTerm('list', items, node)
}

function callNode(node: NodeOf<'call'>, of: (node: Node) => Term, checking: Checking): Term {
  const fn = functionOf(node.name)
  if (node.name === 'today' || node.name === 'now') return envTerm(node.name, node, checking)
  // FEEL's sum([a, b]) is our sum(a, b)
  const [first] = node.args
  const spread = fn.rest && fn.params.length === 0 && node.args.length === 1 && first?.kind === 'list' ? first.items : node.args
  const args = spread.map(of)
  if (node.name === 'min' || node.name === 'max') args.forEach(ordered)
  if (node.name !== 'day_of') return apply(node.name, args, node)
  const [moment] = args
  return moment?.type === 'datetime' && args.length === 1 ? callTerm('day_of', [moment, zoneTerm(node)], node) : dayTerm(args, node)
}

function dayTerm(args: readonly Term[], node: NodeOf<'call'>): Term {
  const [date] = args
  if (!date || args.length > 1) throw new RuleError(date ? 'rule.too_many_arguments' : 'rule.too_few_arguments', node, { name: 'day_of', min: 1, max: 1 })
  return fitType(date, 'date')
}

function envTerm(name: keyof RuleEnv & ('today' | 'now'), node: NodeOf<'call'>, checking: Checking): Term {
  if (node.args.length > 0) throw new RuleError('rule.too_many_arguments', node, { name, max: 0 })
  checking.volatile = true
  return { kind: 'env', name, type: name === 'now' ? 'datetime' : 'date', from: node.from, to: node.to }
}
