// Fitting an argument to what a function wants: null takes any type, a date-time gives its day, "2026-01-31" is a date
// beside dates, and anything can be printed. Everything else is refused with its place.

import { isDate } from './calendar.ts'
import { functionOf } from './functions.ts'
import type { Span } from './node.ts'
import { RULE_LIMITS } from './node.ts'
import { RuleError } from './rule-error.ts'
import type { Param, RuleFunction, RuleType, Term } from './term.ts'

const spanOf = (term: Span): Span => ({ from: term.from, to: term.to })

export const zoneTerm = (span: Span): Term => ({ kind: 'env', name: 'zone', type: 'text', ...spanOf(span) })

/** A call whose arguments already fit. */
export function callTerm(name: string, args: readonly Term[], span: Span, type?: RuleType): Term {
  const fn = functionOf(name)
  return { kind: 'call', fn, args, type: type ?? (fn.result as RuleType), ...spanOf(span) }
}

export function fitType(term: Term, want: RuleType): Term {
  if (term.type === want) return term
  if (term.type === 'null') return { ...term, type: want }
  if (want === 'date' && term.type === 'datetime') return callTerm('day_of', [term, zoneTerm(term)], term)
  if (want === 'date' && isDateText(term)) return { ...term, type: 'date' }
  throw new RuleError(`rule.want_${want}`, spanOf(term))
}

const isDateText = (term: Term): boolean => term.kind === 'value' && typeof term.value === 'string' && term.type === 'text' && isDate(term.value)

function printed(term: Term): Term {
  if (term.type === 'text') return term
  if (term.type === 'null') return { ...term, type: 'text' }
  if (term.type === 'datetime') return callTerm('wall time', [term, zoneTerm(term)], term)
  return callTerm('text', [term], term)
}

/** The one type of several arguments; null alone counts as text. */
export function commonType(terms: readonly Term[]): RuleType {
  const types = new Set(terms.map((term) => term.type))
  types.delete('null')
  const [only = 'text'] = types
  if (types.size <= 1) return only
  // a day beside a moment: compared by the day
  if (types.has('date') && terms.every((term) => ['date', 'datetime', 'null'].includes(term.type) || isDateText(term))) return 'date'
  if (types.has('datetime') && terms.every((term) => term.type === 'datetime' || term.type === 'null' || isDateText(term))) return 'date'
  const first = terms.find((term) => term.type !== 'null') as Term
  const odd = terms.find((term) => term.type !== 'null' && term.type !== first.type) as Term
  throw new RuleError('rule.different_types', spanOf(odd))
}

function wholeNumber(term: Term, fn: RuleFunction): Term {
  const [min, max] = fn.bounds ?? [0, 0]
  const written = term.kind === 'call' && term.fn.name === 'negate' ? term.args[0] : term
  const value = written?.kind === 'value' && written.type === 'number' ? Number(String(written.value)) * (written === term ? 1 : -1) : NaN
  if (!Number.isInteger(value) || value < min || value > max) throw new RuleError('rule.want_constant', spanOf(term), { min, max })
  if (written === term || !written) return term
  const zero = written as Extract<Term, { kind: 'value' }>
  return { ...zero, value: functionOf('negate').js(zero.value), ...spanOf(term) }
}

function fit(term: Term, param: Param, shared: RuleType, fn: RuleFunction): Term {
  switch (param) {
    case 'same': return fitType(term, shared)
    case 'each': return term.type === 'null' ? { ...term, type: 'text' } : term
    case 'printed': return printed(term)
    case 'whole': return wholeNumber(term, fn)
    default: return fitType(term, param)
  }
}

const paramAt = (fn: RuleFunction, at: number): Param => fn.params[at] ?? (fn.rest as Param)

function checkCount(fn: RuleFunction, count: number, span: Span): void {
  const name = fn.help ? fn.name : fn.name.toUpperCase()
  const min = fn.params.length - (fn.optional ?? 0) + (fn.rest ? 1 : 0)
  if (count < min) throw new RuleError('rule.too_few_arguments', span, { name, min })
  if (!fn.rest && count > fn.params.length) throw new RuleError('rule.too_many_arguments', span, { name, max: fn.params.length })
}

/** A call with its arguments counted and fitted. */
export function apply(name: string, args: readonly Term[], span: Span): Term {
  const fn = functionOf(name)
  checkCount(fn, args.length, span)
  const alike = args.filter((_, at) => paramAt(fn, at) === 'same')
  const shared = commonType(alike)
  if (shared === 'list' && alike.length > 0) throw new RuleError('rule.no_list_here', spanOf(alike.find((term) => term.type === 'list') ?? span))
  const fitted = args.map((term, at) => fit(term, paramAt(fn, at), shared, fn))
  const type = fn.result === 'same' ? shared : fn.result
  return { kind: 'call', fn, args: fitted, type, ...spanOf(span) }
}

const REF_DIGITS = 60 // what a stored number may have on both sides of the point

/** How many digits the number may have at most: products are exact, so they must be kept finite. */
export function digitsOf(term: Term, known: Map<Term, number>): number {
  const before = known.get(term)
  if (before !== undefined) return before
  const digits = term.kind === 'call' ? callDigits(term.fn, term.args, known) : term.kind === 'value' ? RULE_LIMITS.numberLength : REF_DIGITS
  if (digits > RULE_LIMITS.digits) throw new RuleError('rule.too_many_digits', spanOf(term))
  known.set(term, digits)
  return digits
}

function callDigits(fn: RuleFunction, args: readonly Term[], known: Map<Term, number>): number {
  const digits = args.map((arg) => digitsOf(arg, known))
  return fn.digits && fn.result === 'number' ? fn.digits(digits) : Math.max(REF_DIGITS, ...digits) + 1
}
