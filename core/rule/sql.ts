// A checked rule as a PostgreSQL expression. Every value is bound; only signs and names of our own table are written.

import type { Decimal } from 'decimal.js'
import { RULE_LIMITS } from './node.ts'
import { printNumber } from './number.ts'
import { RuleError } from './rule-error.ts'
import type { CheckedRule, RuleEnv, RuleType, RuleValue, Term, Value } from './term.ts'
import { DEFAULT_ZONE } from './term.ts'

const SQL_TYPES: Record<RuleType, string> = {
  text: 'text', number: 'numeric', boolean: 'boolean', date: 'date', datetime: 'timestamptz', list: 'text[]', null: 'text',
}

export type RuleColumn = (ref: string) => { sql: string }
/** Keeps the value as a parameter and returns its placeholder. Lists come as arrays, numbers as decimal strings. */
export type RuleBind = (value: RuleValue) => string

interface Writing {
  column: RuleColumn
  bind: (value: Value, type: RuleType) => string
  env: Required<RuleEnv>
}

/**
 * The rule as an expression of its type. With `use: 'filter'` null and false are one, as in `where`,
 * and comparisons are written so that indexes serve; never use that form as a value.
 */
export function ruleToSql(checked: CheckedRule, column: RuleColumn, bind: RuleBind, env: RuleEnv, use: 'value' | 'filter' = 'value'): string {
  const writing: Writing = {
    column,
    bind: (value, type) => `${bind(type === 'number' && value !== null ? printNumber(value as Decimal) : (value as RuleValue))}::${SQL_TYPES[type]}`,
    env: { zone: DEFAULT_ZONE, ...env },
  }
  return write(checked.root, writing, use === 'filter')
}

const PLAIN = /^[\w$".]+$/

function write(term: Term, writing: Writing, filter: boolean): string {
  switch (term.kind) {
    case 'value': return term.value === null ? `null::${SQL_TYPES[term.type]}` : writing.bind(term.value, term.type)
    case 'env': return writing.bind(writing.env[term.name], term.type)
    case 'ref': {
      const { sql } = writing.column(term.ref)
      const safe = PLAIN.test(sql) ? sql : `(${sql})`
      return term.type === 'number' ? `${safe}::numeric` : safe // whole-number columns would overflow
    }
    case 'call': return writeCall(term, writing, filter)
  }
}

function writeCall(term: Extract<Term, { kind: 'call' }>, writing: Writing, filter: boolean): string {
  const { fn, args } = term
  const inner = filter && (fn.name === 'and' || fn.name === 'or')
  const written = args.map((arg, at) =>
    fn.params[at] === 'whole' ? `${writing.bind((arg as Extract<Term, { kind: 'value' }>).value, 'number')}::int` : write(arg, writing, inner),
  )
  const sql = fn.sql(written, { types: args.map((arg) => arg.type), nonNull: args.map(isNonNull), filter, bind: writing.bind })
  if (sql.length > RULE_LIMITS.sqlLength) throw new RuleError('rule.too_large', term)
  return sql
}

const isNonNull = (term: Term): boolean => (term.kind === 'value' ? term.value !== null : term.kind === 'ref' ? term.nonNull : term.kind === 'env')
