// A checked rule as an Excel formula (without the leading =), in the file format's English names and commas.
// Excel reads a blank cell as 0 or "" in arithmetic, where a rule has null; an error of Excel is the rule's null.

import type { Decimal } from 'decimal.js'
import { monthOf, dayOf, yearOf } from './calendar.ts'
import { printNumber } from './number.ts'
import type { CheckedRule, RuleType, Term, Value } from './term.ts'

const LONGEST_FORMULA = 8000
const LONGEST_TEXT = 255
const DIGITS = 15

/** null: Excel cannot say it. */
export function ruleToExcel(checked: CheckedRule, cell: (ref: string) => string): string | null {
  const excel = write(checked.root, cell)
  if (excel === null) return null
  const bare = isWrapped(excel) ? excel.slice(1, -1) : excel
  const formula = isPartial(checked.root) ? `IFERROR(${bare},"")` : bare
  return formula.length > LONGEST_FORMULA ? null : formula
}

/** Is the first bracket closed by the last one only? Texts and sheet names between quotes do not count. */
function isWrapped(formula: string): boolean {
  if (!formula.startsWith('(')) return false
  let depth = 0
  const bare = formula.replace(/"[^"]*"|'[^']*'/g, (quoted) => '_'.repeat(quoted.length))
  for (let at = 0; at < bare.length; at += 1) {
    if (bare[at] === '(') depth += 1
    if (bare[at] === ')') depth -= 1
    if (depth === 0) return at === bare.length - 1
  }
  return false
}

const TESTS_NULL: ReadonlySet<string> = new Set(['coalesce', 'is null', 'is_empty'])

/** May it be an error in Excel? */
const isPartial = (term: Term): boolean =>
  term.kind === 'call' && !TESTS_NULL.has(term.fn.name) && (term.fn.partial === true || term.args.some(isPartial))

function write(term: Term, cell: (ref: string) => string): string | null {
  switch (term.kind) {
    case 'value': return writeValue(term.value, term.type)
    case 'ref': return term.type === 'list' ? null : cell(term.ref)
    case 'env': return term.name === 'now' ? 'NOW()' : term.name === 'today' ? 'TODAY()' : '""'
    case 'call': {
      const args = term.args.map((arg) => write(arg, cell))
      if (args.includes(null)) return null
      const written = term.fn.excel(args as string[], { types: term.args.map((arg) => arg.type), partial: term.args.map(isPartial) })
      return written !== null && written.length > LONGEST_FORMULA ? null : written
    }
  }
}

function writeValue(value: Value, type: RuleType): string | null {
  if (value === null) return '""'
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (type === 'number') return (value as Decimal).precision() > DIGITS ? null : printNumber(value as Decimal)
  if (typeof value !== 'string' || type === 'datetime') return null
  if (type === 'date') return yearOf(value) < 1900 ? null : `DATE(${yearOf(value)},${monthOf(value)},${dayOf(value)})`
  return value.length > LONGEST_TEXT ? null : `"${value.replaceAll('"', '""')}"`
}
