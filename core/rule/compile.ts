// A checked rule into closures, made once and run for every row.

import type { Decimal } from 'decimal.js'
import { isDate, isDateTime } from './calendar.ts'
import { printNumber, readNumber } from './number.ts'
import type { CheckedRule, Read, RuleEnv, RuleFunction, RuleType, RuleValue, Run, Term, Value } from './term.ts'
import { DEFAULT_ZONE } from './term.ts'

export type CompiledRule = (read: Read, env: RuleEnv) => RuleValue

/** A stored value as its type says; what does not fit counts as null, and never reaches a comparison. */
function reader(type: RuleType): (raw: unknown) => Value {
  switch (type) {
    case 'number': return readNumber
    case 'boolean': return (raw) => (typeof raw === 'boolean' ? raw : null)
    case 'text': return (raw) => (typeof raw === 'string' ? raw : null)
    case 'date': return (raw) => (typeof raw === 'string' && isDate(raw) ? raw : null)
    case 'datetime': return readMoment
    case 'list': return (raw) => (Array.isArray(raw) ? (raw as unknown[]).filter((item) => typeof item === 'string') : null)
    case 'null': return () => null
  }
}

function readMoment(raw: unknown): string | null {
  if (raw instanceof Date) return Number.isNaN(raw.getTime()) ? null : raw.toISOString()
  return typeof raw === 'string' && isDateTime(raw) ? new Date(raw).toISOString() : null
}

function runOf(term: Term): Run {
  switch (term.kind) {
    case 'value': {
      const { value } = term
      return () => value
    }
    case 'ref': {
      const { ref, type } = term
      const convert = reader(type)
      return (read) => convert(read(ref))
    }
    case 'env': {
      const { name, type } = term
      const convert = reader(type)
      return (_, env) => convert(env[name])
    }
    case 'call': return callRun(term.fn, term.args.map(runOf))
  }
}

function callRun(fn: RuleFunction, args: readonly Run[]): Run {
  if (fn.lazy) return fn.lazy(args)
  const js = fn.js
  if (fn.nulls === 'seen') return (read, env) => js(...args.map((run) => run(read, env)))
  const [first, second] = args as [Run, Run?]
  if (args.length === 1) {
    return (read, env) => {
      const a = first(read, env)
      return a === null ? null : js(a)
    }
  }
  if (args.length === 2 && second) {
    return (read, env) => {
      const a = first(read, env)
      if (a === null) return null
      const b = second(read, env)
      return b === null ? null : js(a, b)
    }
  }
  return (read, env) => {
    const values = args.map((run) => run(read, env))
    return values.includes(null) ? null : js(...values)
  }
}

export function compileRule(checked: CheckedRule): CompiledRule {
  const run = runOf(checked.root)
  const isNumber = checked.type === 'number'
  return (read, env) => {
    const value = run(read, env.zone === undefined ? { ...env, zone: DEFAULT_ZONE } : (env as Required<RuleEnv>))
    return isNumber && value !== null ? printNumber(value as Decimal) : (value as RuleValue)
  }
}

/** For a single row; whoever has many rows keeps the compiled rule. */
export const evaluateRule = (checked: CheckedRule, read: Read, env: RuleEnv): RuleValue => compileRule(checked)(read, env)

/** As a filter or condition: null counts as no. */
export const ruleHolds = (checked: CheckedRule, read: Read, env: RuleEnv): boolean => evaluateRule(checked, read, env) === true
