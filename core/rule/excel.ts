// A checked rule as an Excel formula (without the leading =), in the file format's English names and commas.
// A blank cell is the rule's null, and so is an error of Excel; the formula says so where Excel would reckon with 0.

import type { Decimal } from 'decimal.js'
import { monthOf, dayOf, yearOf } from './calendar.ts'
import { bare } from './excel-text.ts'
import { printNumber } from './number.ts'
import type { CheckedRule, RuleType, Term, Value } from './term.ts'

const LONGEST_FORMULA = 8000
const LONGEST_TEXT = 255
const DIGITS = 15

/** null: Excel cannot say it. */
export function ruleToExcel(checked: CheckedRule, cell: (ref: string) => string): string | null {
  const excel = write(checked.root, cell)
  if (excel === null) return null
  const guarded = bare(guard(excel, checked.root, cell, 'value'))
  const formula = isPartial(checked.root) ? `IFERROR(${guarded},"")` : guarded
  return formula.length > LONGEST_FORMULA ? null : formula
}

const TESTS_NULL: ReadonlySet<string> = new Set(['coalesce', 'is null', 'is_empty'])

/** May it be an error in Excel? */
const isPartial = (term: Term): boolean =>
  term.kind === 'call' && !TESTS_NULL.has(term.fn.name) && (term.fn.partial === true || term.args.some(isPartial))

/** References whose null makes the term null, where Excel would go on with a blank cell as 0. */
function decisive(term: Term): string[] {
  if (term.kind === 'ref') return !term.nonNull && (term.type === 'number' || isDay(term.type)) ? [term.ref] : []
  return term.kind === 'call' && term.fn.nulls === 'spread' ? term.args.flatMap(decisive) : []
}

const isDay = (type: RuleType): boolean => type === 'date' || type === 'datetime'

/** Blank cells give a blank, or no in a condition, as null does in a rule. */
function guard(excel: string, term: Term, cell: (ref: string) => string, place: 'value' | 'condition'): string {
  const cells = term.kind === 'call' ? Array.from(new Set(decisive(term)), cell) : []
  if (cells.length === 0) return excel
  if (place === 'condition') return `AND(${cells.map((blank) => `${blank}<>""`).join(',')},${bare(excel)})`
  const blanks = cells.map((blank) => `${blank}=""`).join(',')
  return `IF(${cells.length > 1 ? `OR(${blanks})` : blanks},"",${bare(excel)})`
}

const SKIPS_BLANKS: ReadonlySet<string> = new Set(['sum', 'average', 'min', 'max'])
const CONDITIONS: ReadonlySet<string> = new Set(['and', 'or', 'if'])

function write(term: Term, cell: (ref: string) => string): string | null {
  switch (term.kind) {
    case 'value': return writeValue(term.value, term.type)
    case 'ref': return term.type === 'list' ? null : cell(term.ref)
    case 'env': return term.name === 'now' ? 'NOW()' : term.name === 'today' ? 'TODAY()' : '""'
    case 'call': return writeCall(term, cell)
  }
}

function writeCall({ fn, args }: Extract<Term, { kind: 'call' }>, cell: (ref: string) => string): string | null {
  const written: string[] = []
  for (const [at, arg] of args.entries()) {
    const excel = write(arg, cell)
    if (excel === null) return null
    const isCondition = CONDITIONS.has(fn.name) && (fn.name !== 'if' || at === 0)
    written.push(fn.nulls === 'spread' || SKIPS_BLANKS.has(fn.name) ? excel : guard(excel, arg, cell, isCondition ? 'condition' : 'value'))
  }
  const result = fn.excel(written, { types: args.map((arg) => arg.type), partial: args.map(isPartial) })
  return result !== null && result.length > LONGEST_FORMULA ? null : result
}

function writeValue(value: Value, type: RuleType): string | null {
  if (value === null) return '""'
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (type === 'number') return (value as Decimal).precision() > DIGITS ? null : printNumber(value as Decimal)
  if (typeof value !== 'string' || type === 'datetime') return null
  if (type === 'date') return yearOf(value) < 1900 ? null : `DATE(${yearOf(value)},${monthOf(value)},${dayOf(value)})`
  return value.length > LONGEST_TEXT ? null : `"${value.replaceAll('"', '""')}"`
}
