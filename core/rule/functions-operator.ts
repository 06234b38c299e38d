// The operators of rules, as entries of the function table. They have no help: people write them as signs.
//
// Null: = and != are never null (null = null is true, as in FEEL, and `!=` keeps rows without a value);
// < <= > >= and arithmetic with null are null; and / or / not follow SQL's three-valued logic.

import type { Decimal } from 'decimal.js'
import { compareText } from './characters.ts'
import { between, open, strict, withSql } from './define.ts'
import { bare } from './excel-text.ts'
import { divide, power } from './number.ts'
import type { Run, RuleFunction, SqlCall, Value } from './term.ts'

const sum = (digits: readonly number[]): number => digits.reduce((a, b) => a + b, 0)

/** Equality of two values of one type; null equals null only. */
export function same(a: Value, b: Value): boolean {
  if (a === null || b === null || typeof a !== 'object') return a === b
  return (a as Decimal).eq(b as Decimal)
}

/** The order of two values of one type that has an order. */
export function compare(a: Value, b: Value): number {
  return typeof a === 'string' ? compareText(a, b as string) : (a as Decimal).cmp(b as Decimal)
}

const collated = (sql: string, call: SqlCall): string => (call.types[0] === 'text' ? `${sql} collate "C"` : sql)

function order(sign: string, holds: (order: number) => boolean): RuleFunction {
  return strict(['same', 'same'], {
    name: sign, result: 'boolean', js: (a, b) => holds(compare(a, b)),
    sql: ([a = '', b], call) => `(${collated(a, call)} ${sign} ${b})`,
    excel: ([a, b]) => `(${a}${sign}${b})`,
  })
}

function equalSql([a, b]: readonly string[], { nonNull, filter }: SqlCall): string {
  const plain = filter ? nonNull.some(Boolean) : nonNull.every(Boolean)
  return `(${a} ${plain ? '=' : 'is not distinct from'} ${b})`
}

/** Excel shows an error where a rule has null; in a condition that counts as no. */
const excelCondition = (excel: string, partial: boolean | undefined): string => (partial ? `IFERROR(${bare(excel)},FALSE)` : bare(excel))

/** true and null is null, false and null is false; the other way round for or. */
function logic(name: 'and' | 'or', decisive: boolean): RuleFunction {
  const decide = (run: Run, rest: Run): Run => (read, env) => {
    const first = run(read, env)
    if (first === decisive) return decisive
    const second = rest(read, env)
    return second === decisive ? decisive : first === null ? null : second
  }
  return open([], {
    name, rest: 'boolean', result: 'boolean',
    js: (...args) => (args.includes(decisive) ? decisive : args.includes(null) ? null : !decisive),
    lazy: (args) => args.reduceRight((rest, run) => decide(run, rest)),
    sql: (args) => `(${args.join(` ${name} `)})`,
    excel: (args, { partial }) => `${name.toUpperCase()}(${args.map((arg, at) => excelCondition(arg, partial[at])).join(',')})`,
  })
}

/** Outside one end is no, whatever the other end is. */
function isBetween(a: Value = null, low: Value = null, high: Value = null): boolean | null {
  if (a === null) return null
  if ((low !== null && compare(a, low) < 0) || (high !== null && compare(a, high) > 0)) return false
  return low === null || high === null ? null : true
}

function oneOfSql([of, ...items]: readonly string[], { nonNull, filter, types }: SqlCall): string {
  if ((filter && nonNull.slice(1).every(Boolean)) || nonNull.every(Boolean)) return `(${of} in (${items.join(', ')}))`
  const type = types[0] === 'number' ? 'numeric' : types[0] === 'datetime' ? 'timestamptz' : types[0]
  return `(array_position(array[${items.join(', ')}]::${type}[], ${of}) is not null)` // unlike `in`, finds null too
}

/** The same limits as `power` in number.ts. */
const powerSql = (args: readonly string[]): string =>
  withSql(
    [withSql(args, (a, n) => `case when ${n} = trunc(${n}) and abs(${n}) <= 100 and abs(${a}) < 1e30 and (${n} >= 0 or round(${a}, 20) <> 0)
      then round(power(round(${a}, 20)::numeric(1000, 40), ${n}), 12) end`)],
    (result) => `case when abs(${result}) < 1e30 then ${result} end`,
  )

const arithmetic: RuleFunction[] = [
  strict(['number', 'number'], { name: '+', result: 'number', js: (a, b) => a.plus(b), ...between('+') }),
  strict(['number', 'number'], { name: '-', result: 'number', js: (a, b) => a.minus(b), ...between('-') }),
  strict(['number', 'number'], { name: '*', result: 'number', js: (a, b) => a.times(b), digits: sum, ...between('*') }),
  strict(['number', 'number'], {
    name: '/', result: 'number', partial: true, js: divide, digits: (digits) => sum(digits) + 13,
    // `div` cuts exactly where `/` would round once more
    sql: ([a, b]) => `round(div(${a} * 1e13, nullif(${b}, 0)) * 1e-13, 12)`,
    excel: ([a, b]) => `(${a}/${b})`,
  }),
  strict(['number', 'number'], {
    name: '**', result: 'number', partial: true, js: power, digits: () => 42,
    sql: powerSql,
    excel: ([a, b]) => `(${a}^${b})`,
  }),
  strict(['number'], { name: 'negate', result: 'number', js: (a) => a.neg(), sql: ([a]) => `(- ${a})`, excel: ([a]) => `(-${a})` }),
  strict(['text', 'text'], { name: 'join', result: 'text', js: (a, b) => a + b, ...between('||', '&') }),
]

export const operators: RuleFunction[] = [
  ...arithmetic,
  open(['same', 'same'], { name: '=', result: 'boolean', js: same, sql: equalSql, excel: ([a, b]) => `(${a}=${b})` }),
  open(['same', 'same'], {
    name: '!=', result: 'boolean', js: (a, b) => !same(a, b),
    sql: ([a, b], { nonNull }) => `(${a} ${nonNull.every(Boolean) ? '<>' : 'is distinct from'} ${b})`,
    excel: ([a, b]) => `(${a}<>${b})`,
  }),
  open(['each'], {
    name: 'is null', result: 'boolean', js: (a) => a === null, sql: ([a]) => `(${a} is null)`,
    excel: ([a], { partial: [partial] }) => (partial ? `(IFERROR(${a},"")="")` : `(${a}="")`),
  }),
  order('<', (x) => x < 0), order('<=', (x) => x <= 0), order('>', (x) => x > 0), order('>=', (x) => x >= 0),
  open(['same', 'same', 'same'], {
    name: 'between', result: 'boolean', js: (a, low, high) => isBetween(a, low, high),
    sql: ([a = '', low, high], call) => `(${collated(a, call)} between ${low} and ${high})`,
    excel: ([a, low, high]) => `AND(${a}>=${low},${a}<=${high})`,
  }),
  open(['same'], {
    name: 'one of', rest: 'same', result: 'boolean', js: (of, ...items) => items.some((item) => same(of, item)), sql: oneOfSql,
    excel: ([of, ...items]) => `OR(${items.map((item) => `${of}=${item}`).join(',')})`,
  }),
  logic('and', false), logic('or', true),
  strict(['boolean'], { name: 'not', result: 'boolean', js: (a) => !a, sql: ([a]) => `(not ${a})`, excel: ([a = '']) => `NOT(${bare(a)})` }),
  open(['boolean', 'same', 'same'], {
    name: 'if', result: 'same', js: (test, yes = null, no = null) => (test === true ? yes : no),
    lazy: ([test, yes, no]) => (read, env) => (((test as Run)(read, env) === true ? yes : no) as Run)(read, env),
    sql: ([test, yes, no]) => `(case when ${test} then ${yes} else ${no} end)`,
    excel: ([test = '', yes = '', no = ''], { partial }) => `IF(${excelCondition(test, partial[0])},${bare(yes)},${bare(no)})`,
  }),
]
