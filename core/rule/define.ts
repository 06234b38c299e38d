// Short ways to write an entry of the function table. Here, once, the loose values of evaluation get their types.

import type { Decimal } from 'decimal.js'
import type { Param, RuleFunction, Value } from './term.ts'

interface Shapes {
  text: string
  number: Decimal
  boolean: boolean
  date: string
  datetime: string
  list: readonly string[]
  same: Value
  each: Value
  printed: string
  whole: Decimal
}

type Shape<P extends readonly Param[]> = { [K in keyof P]: Shapes[P[K]] }

type Entry = Omit<RuleFunction, 'params' | 'js' | 'nulls' | 'rest'>

/** Null if any argument is null; `js` sees proper values only. */
export function strict<const P extends readonly Param[]>(params: P, entry: Entry & { js: (...args: Shape<P>) => Value }): RuleFunction {
  return { ...entry, params, nulls: 'spread', js: entry.js as unknown as (...args: Value[]) => Value }
}

/** `js` sees null too. */
export function open(params: readonly Param[], entry: Entry & Pick<RuleFunction, 'js' | 'rest'>): RuleFunction {
  return { ...entry, params, nulls: 'seen' }
}

/** An operator written between its operands, in SQL and Excel alike. */
export const between = (sql: string, excel = sql): Pick<RuleFunction, 'sql' | 'excel'> => ({
  sql: ([a, b]) => `(${a} ${sql} ${b})`,
  excel: ([a, b]) => `(${a}${excel}${b})`,
})

/** A function of the same shape in SQL and Excel. */
export const named = (sql: string, excel: string | null): Pick<RuleFunction, 'sql' | 'excel'> => ({
  sql: (args) => `${sql}(${args.join(', ')})`,
  excel: (args) => (excel === null ? null : `${excel}(${args.join(',')})`),
})

/**
 * `n` cut to a whole number, null outside the limits: `whole` of number.ts. Written without naming `n` twice:
 * least and greatest skip null, so null ends at a limit too, and both limits become null.
 */
export const wholeSql = (n: string, min: number, max: number): string =>
  `nullif(nullif(greatest(least(trunc(${n}), ${max + 1}), ${min - 1}), ${max + 1}), ${min - 1})::int`

/**
 * SQL that uses an argument more than once without writing it out more than once.
 * `case` inside `body` is safe from early evaluation of constants: PostgreSQL folds conditions first.
 */
export function withSql(args: readonly string[], body: (...names: string[]) => string): string {
  const names = args.map((_, index) => `rule_${index + 1}`)
  return `(select ${body(...names)} from (values (${args.join(', ')})) as rule_args(${names.join(', ')}))`
}
