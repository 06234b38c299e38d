// The typed tree of a rule: values, references, environment, and calls of the functions in functions.ts.
// Operators are calls too, so evaluation, SQL and Excel each know four kinds of term only.

import type { Decimal } from 'decimal.js'
import type { Rule, Span } from './node.ts'

export type RuleType = 'text' | 'number' | 'boolean' | 'date' | 'datetime' | 'list' | 'null'

/** What goes in and comes out: numbers are decimal strings. */
export type RuleValue = string | boolean | readonly string[] | null
/** What flows inside. */
export type Value = Decimal | RuleValue

export interface RuleEnv {
  /** The company's day, 'YYYY-MM-DD'. */
  today: string
  /** The moment, ISO in UTC. */
  now: string
  /** IANA time zone in which a date-time has its day. */
  zone?: string
}

export const DEFAULT_ZONE = 'Asia/Shanghai'

export type Term = Span & { type: RuleType } & (
    | { kind: 'value'; value: Value }
    | { kind: 'ref'; ref: string; nonNull: boolean }
    | { kind: 'env'; name: keyof RuleEnv }
    | { kind: 'call'; fn: RuleFunction; args: readonly Term[] }
  )

/** What an argument must be. 'same': all such arguments of one type; 'printed': anything, turned into text; 'whole': a written integer. */
export type Param = Exclude<RuleType, 'null'> | 'same' | 'each' | 'printed' | 'whole'

export interface RuleFunction {
  name: string
  params: readonly Param[]
  /** The parameter that may be repeated after `params`. */
  rest?: Param
  /** How many of `params` may be left out, from the end. */
  optional?: number
  /** 'same': the type the 'same' arguments have. */
  result: RuleType | 'same'
  /** 'spread': null if any argument is null, and js never sees one. 'seen': js handles null. */
  nulls: 'spread' | 'seen'
  js: (...args: Value[]) => Value
  /** Evaluates only the arguments that matter; takes the place of js. */
  lazy?: (args: readonly Run[]) => Run
  sql: (args: readonly string[], call: SqlCall) => string
  /** null: Excel has no such thing. */
  excel: (args: readonly string[], call: ExcelCall) => string | null
  /** May be null although no argument is: Excel then shows an error, which the formula must catch. */
  partial?: boolean
  /** Digits of the result from digits of the arguments; by default the most of them, and three. */
  digits?: (args: readonly number[]) => number
  /** Bounds of 'whole' arguments. */
  bounds?: readonly [number, number]
  /** How it is written, and what it does; operators have none. */
  help?: { usage: string; zh: string; en: string }
}

export type Read = (ref: string) => unknown
export type Run = (read: Read, env: Required<RuleEnv>) => Value

export interface SqlCall {
  types: readonly RuleType[]
  nonNull: readonly boolean[]
  /** In a filter null and false are one, which lets indexes serve. */
  filter: boolean
  /** A bound parameter, already cast. */
  bind: (value: Value, type: RuleType) => string
}

export interface ExcelCall {
  types: readonly RuleType[]
  partial: readonly boolean[]
}

export interface RuleScope {
  /** Type and reference of a field path; undefined when there is none the author may use. */
  resolve: (path: string[]) => { type: RuleType; ref: string; nonNull?: boolean } | undefined
  /** Labels ('客户名称') to keys, for every part of a path. */
  names?: ReadonlyMap<string, string>
}

export interface CheckedRule {
  rule: Rule
  root: Term
  type: RuleType
  /** Field paths used, as keys, each once. */
  paths: string[][]
  refs: string[]
  /** Uses today() or now(): the result changes by itself. */
  volatile: boolean
}
