// What + - = < mean depends on the types beside them: numbers, texts, days, moments, null.

import { apply, zoneTerm } from './coerce.ts'
import type { NodeOf, Span } from './node.ts'
import { RuleError } from './rule-error.ts'
import type { Term } from './term.ts'

export function ordered(term: Term): Term {
  if (term.type === 'boolean' || term.type === 'list') throw new RuleError('rule.not_ordered', term)
  return term
}

const isNull = (term: Term): boolean => term.kind === 'value' && term.value === null
const isDay = (term: Term): boolean => term.type === 'date' || term.type === 'datetime'

/** + and - mean other things beside texts and dates; = null is a question of its own, and lists know no other. */
export function binaryTerm(node: NodeOf<'binary'>, left: Term, right: Term): Term {
  switch (node.op) {
    case '+':
      if (isDay(left)) return apply('add_days', [left, right], node)
      if (isDay(right)) return apply('add_days', [right, left], node)
      return plusTerm(left, right, node)
    case '-':
      if (!isDay(left)) return apply('-', [left, right], node)
      if (isDay(right)) return apply('days_between', [right, left], node)
      return apply('add_days', [left, apply('negate', [right], right)], node)
    case '&': return apply('concatenate', [left, right], node)
    case '=':
    case '!=': {
      if (!isNull(left) && !isNull(right)) return apply(node.op, [left, right], node)
      const test = apply('is null', [isNull(right) ? left : right], node)
      return node.op === '=' ? test : apply('not', [test], node)
    }
    case '<':
    case '<=':
    case '>':
    case '>=': return orderTerm(node.op, ordered(left), ordered(right), node)
    default: return apply(node.op, [left, right], node)
  }
}

function plusTerm(left: Term, right: Term, span: Span): Term {
  const texts = [left, right].filter((term) => term.type === 'text').length
  if (texts === 1 && left.type !== 'null' && right.type !== 'null') throw new RuleError('rule.use_ampersand', span)
  return apply(texts > 0 ? 'join' : '+', [left, right], span)
}

const TURNED = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const

export function orderTerm(op: keyof typeof TURNED, left: Term, right: Term, span: Span): Term {
  if (left.type === 'datetime' && right.type === 'date') return apply(`day ${op}`, [left, right, zoneTerm(right)], span)
  if (left.type === 'date' && right.type === 'datetime') return apply(`day ${TURNED[op]}`, [right, left, zoneTerm(left)], span)
  return apply(op, [left, right], span)
}
