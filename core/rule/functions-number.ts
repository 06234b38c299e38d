// Functions of numbers, and those over several arguments. sum, min, max, average skip nulls, as Excel skips blank cells.

import type { Decimal } from 'decimal.js'
import { named, open, strict, withSql } from './define.ts'
import { compare } from './functions-operator.ts'
import { divide, exact, roundTo, squareRoot, ZERO } from './number.ts'
import type { RuleFunction, SqlCall, Value } from './term.ts'

const present = (args: readonly Value[]): Value[] => args.filter((value) => value !== null)
const total = (args: readonly Value[]): Decimal => args.reduce<Decimal>((sum, value) => (value === null ? sum : sum.plus(value as Decimal)), ZERO)

/** The least or greatest by `compare`; `side` is the sign of what wins. */
const extreme = (args: readonly Value[], side: 1 | -1): Value =>
  present(args).reduce<Value>((best, value) => (best === null || compare(value, best) * side > 0 ? value : best), null)

const orderedSql = (name: string) => (args: readonly string[], { types }: SqlCall): string =>
  `${name}(${args.map((arg) => (types[0] === 'text' ? `${arg} collate "C"` : arg)).join(', ')})`

const rounding: RuleFunction[] = [
  strict(['number'], { name: 'abs', result: 'number', js: (x) => x.abs(), ...named('abs', 'ABS'), help: { usage: 'abs(x)', zh: '绝对值', en: 'Absolute value' } }),
  strict(['number', 'whole'], {
    name: 'round', optional: 1, bounds: [-12, 12], result: 'number',
    js: (x, digits) => roundTo(x, digits === undefined ? 0 : digits.toNumber()),
    sql: (args) => `round(${args.join(', ')})`,
    excel: ([x, digits = '0']) => `ROUND(${x},${digits})`,
    help: { usage: 'round(x, 2)', zh: '四舍五入到几位小数', en: 'Rounded to so many decimals, halves away from zero' },
  }),
  strict(['number'], {
    name: 'floor', result: 'number', js: (x) => x.floor(), sql: ([x]) => `floor(${x})`, excel: ([x]) => `INT(${x})`,
    help: { usage: 'floor(x)', zh: '向下取整', en: 'The whole number below' },
  }),
  strict(['number'], {
    name: 'ceiling', result: 'number', js: (x) => x.ceil(), sql: ([x]) => `ceil(${x})`, excel: ([x]) => `(-INT(-${x}))`,
    help: { usage: 'ceiling(x)', zh: '向上取整', en: 'The whole number above' },
  }),
  strict(['number'], {
    name: 'sqrt', result: 'number', partial: true, js: squareRoot,
    sql: (args) => withSql(args, (x) => `case when ${x} >= 0 and ${x} < 1e60 then round(sqrt(round(${x}, 20)::numeric(1000, 40)), 12) end`),
    excel: ([x]) => `SQRT(${x})`,
    help: { usage: 'sqrt(x)', zh: '平方根', en: 'Square root' },
  }),
]

export const numberFunctions: RuleFunction[] = [
  ...rounding,
  open([], {
    name: 'min', rest: 'same', result: 'same', js: (...args) => extreme(args, -1), sql: orderedSql('least'), excel: (args) => `MIN(${args.join(',')})`,
    help: { usage: 'min(a, b, ...)', zh: '最小值（忽略空值）', en: 'The least; empty values are skipped' },
  }),
  open([], {
    name: 'max', rest: 'same', result: 'same', js: (...args) => extreme(args, 1), sql: orderedSql('greatest'), excel: (args) => `MAX(${args.join(',')})`,
    help: { usage: 'max(a, b, ...)', zh: '最大值（忽略空值）', en: 'The greatest; empty values are skipped' },
  }),
  open([], {
    name: 'sum', rest: 'number', result: 'number', js: (...args) => total(args),
    sql: (args) => `(${args.map((arg) => `coalesce(${arg}, 0)`).join(' + ')})`,
    excel: (args) => `SUM(${args.join(',')})`,
    help: { usage: 'sum(a, b, ...)', zh: '合计（忽略空值）', en: 'The sum; empty values are skipped' },
  }),
  open([], {
    name: 'average', rest: 'number', result: 'number', partial: true, digits: (digits) => Math.max(...digits) + 16,
    js: (...args) => divide(total(args), exact(present(args).length)),
    sql: (args) => `(select round(div(sum(rule_1) * 1e13, nullif(count(rule_1), 0)::numeric) * 1e-13, 12) from (values ${args.map((arg) => `(${arg})`).join(', ')}) as rule_args(rule_1))`,
    excel: (args) => `AVERAGE(${args.join(',')})`,
    help: { usage: 'average(a, b, ...)', zh: '平均值（忽略空值）', en: 'The mean; empty values are skipped' },
  }),
]
