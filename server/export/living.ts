// Computed columns as living formulas: where the rule can be said in Excel and all that it reads stands in the same row.
import { isKind, kindOf } from '#core/field/kinds.ts'
import type { Catalog } from '#core/object/catalog.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { checkedRule, ruleTypeOf } from '#core/object/rule-scope.ts'
import { columnLetter } from '#core/lib/guess-table.ts'
import { ruleToExcel } from '#core/rule/rule.ts'
import { resultValue } from '#server/action/derive.ts'
import type { ExportColumn } from './columns.ts'

export interface Living {
  /** Places of the columns that it reads. */
  reads: number[]
  at(row: number): string
}

/** Stands for the number of the row until it is known; no rule can hold this character. */
const ROW = '\0'

/** One entry for each column; undefined where the value stands alone. */
export function livingFormulas(catalog: Catalog, object: ObjectDef, columns: readonly ExportColumn[]): (Living | undefined)[] {
  return columns.map(column => livingOf(catalog, object, columns, column))
}

function livingOf(catalog: Catalog, object: ObjectDef, columns: readonly ExportColumn[], column: ExportColumn): Living | undefined {
  const { field } = column
  if (column.masked || column.path !== field.key || !isKind(field, 'computed') || column.kind === 'boolean') return undefined
  const checked = checkedRule(catalog, object, field.rule)
  if (checked.type === 'boolean' || checked.type === 'datetime') return undefined
  const reads = checked.refs.map(ref => columns.findIndex(other => other.path === ref && isSameAsRule(other)))
  if (reads.includes(-1)) return undefined
  const letters = new Map(checked.refs.map((ref, at) => [ref, columnLetter(reads[at]!)]))
  const formula = ruleToExcel(checked, ref => letters.get(ref)! + ROW)
  if (formula === null) return undefined
  const pieces = rounded(formula, column).split(ROW)
  return { reads, at: row => pieces.join(String(row)) }
}

/** A cell that holds what the rule reads: not a choice's label, a link's name or a local time. */
function isSameAsRule({ field, part, kind, masked, choices }: ExportColumn): boolean {
  if (masked || choices || 'options' in field || (part === '' && kindOf(field).target?.(field))) return false
  const type = ruleTypeOf(field, part)
  return (kind === 'number' && type === 'number') || (kind === 'date' && type === 'date') || (kind === 'text' && type === 'text')
}

/** As the write path rounds it; what is worked out at each reading is not rounded, unless to whole numbers. */
function rounded(formula: string, { field, kind }: ExportColumn): string {
  if (kind !== 'number' || !isKind(field, 'computed') || (field.volatile && field.result !== 'integer')) return formula
  const places = String(resultValue(field, '0.123456789012345')).split('.')[1]?.length ?? 0
  return `IFERROR(ROUND(${formula},${places}),"")`
}

const DIGITS = 15
/** Excel's calendar is wrong before this day. */
const FIRST_DAY = '1900-03-01'

/** Does the cell of this value reckon as the rule did? Long numbers and old dates stand as text. */
export function reckons(column: ExportColumn, value: unknown): boolean {
  if (value === null || value === undefined) return true
  if (column.kind === 'number') return String(value).replace(/\D/g, '').replace(/^0+/, '').length <= DIGITS
  if (column.kind === 'date') return String(value) >= FIRST_DAY
  return value !== '' && column.text(value) === value
}
