// A row of the sheet as values of fields: numbers by their column's unit, dates in their order, text cleaned,
// address columns put together. What cannot be read is a problem of its cell; blank cells give nothing.
import type { Field } from '#core/field/field.ts'
import { isKind, kindOf } from '#core/field/kinds.ts'
import { parseAmount } from '#core/lib/amount.ts'
import { mul } from '#core/lib/decimal.ts'
import type { Refusal } from '#core/lib/error.ts'
import type { SheetCell, SheetRow } from '#core/lib/guess-table.ts'
import { splitAddress } from '#core/lib/split-address.ts'
import type { Lang } from '#core/lib/text.ts'
import { cleanLines, cleanText, foldWidth } from '#core/lib/width.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { parseValue } from '#server/action/parse.ts'
import type { PlanColumn } from './job.ts'

export interface ReadyColumn extends PlanColumn {
  key: string
  part: string
  target: Field
  /** Codes are compared: wide digits in them are a slip of the keyboard. */
  code: boolean
}

export interface CleanRow {
  row: number
  values: Record<string, unknown>
  /** By field key. */
  problems: Record<string, Refusal>
}

export function readyColumns(object: ObjectDef, columns: readonly PlanColumn[]): ReadyColumn[] {
  return columns.flatMap(column => {
    const [key = '', part = ''] = column.field.split('.')
    const target = Object.hasOwn(object.fields, key) ? object.fields[key] : undefined
    return target && !target.retired ? [{ ...column, key, part, target, code: key === object.code }] : []
  })
}

export function cleanRow(columns: readonly ReadyColumn[], row: SheetRow, lang: Lang): CleanRow {
  const out: CleanRow = { row: row.index, values: Object.create(null) as CleanRow['values'], problems: Object.create(null) as CleanRow['problems'] }
  const parts = new Map<string, Record<string, string>>()
  for (const column of columns) {
    const cell = row.cells[column.index]
    if (cell?.t === 'e') {
      out.problems[column.key] ??= { key: 'import.errorCell', params: { text: cell.v ?? '' } }
      continue
    }
    const text = cell ? textOf(column, cell) : ''
    if (text === '') continue
    if (column.part) {
      const known = parts.get(column.key) ?? {}
      parts.set(column.key, { ...known, [column.part]: text })
      continue
    }
    const answer = readText(column, text, lang)
    if ('value' in answer) out.values[column.key] = answer.value
    else out.problems[column.key] ??= answer.refusal
  }
  for (const [key, given] of parts) out.values[key] = joinAddress(out.values[key], given)
  return out
}

/** A cell that Excel shows as a percentage is read as it is shown. */
function textOf({ target, code, dateOrder }: ReadyColumn, cell: SheetCell): string {
  const raw = cell.v ?? ''
  if (cell.p && cell.t === 'n') return `${mul(raw, '100')}%`
  const text = isKind(target, 'longText') ? cleanLines(raw) : cleanText(raw)
  if (dateOrder === 'dmy') return foldWidth(text).replace(/^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})/, '$3-$2-$1')
  return code ? foldWidth(text) : text
}

type Read = { value: unknown } | { refusal: Refusal }

function readText(column: ReadyColumn, text: string, lang: Lang): Read {
  const { target } = column
  const kind = kindOf(target)
  const typed = kind.numeric ? numberText(column, text) : text
  const answer = kind.parse(typed, target, lang)
  if ('value' in answer) return answer
  const folded = foldWidth(typed)
  const again = folded === typed ? answer : kind.parse(folded, target, lang)
  return 'value' in again ? again : answer
}

/** A bare number counts in the unit of its column's title; one with 元 or 万 of its own does not. 12公里 loses its unit. */
function numberText({ target, factor }: ReadyColumn, text: string): string {
  const unit = 'unit' in target && target.unit ? target.unit : undefined
  const shown = foldWidth(text).trim()
  const bare = unit ? [unit.zh, unit.en].reduce((rest, word) => (word && rest.endsWith(word) ? rest.slice(0, -word.length).trim() : rest), shown) : shown
  if (factor === undefined || /[^\d\s.,+\-()¥￥eE]/.test(bare)) return bare
  const amount = parseAmount(bare)
  return typeof amount === 'string' ? mul(amount, factor) : bare
}

/** Province and city columns decide; what they leave open is taken from the written address. */
function joinAddress(whole: unknown, parts: Record<string, string>): Record<string, unknown> {
  const base = (whole ?? (parts.detail ? splitAddress(parts.detail) : {})) as Record<string, unknown>
  const places = splitAddress([parts.province, parts.city, parts.district].filter(Boolean).join(''))
  const joined = { ...base, ...filled(places), ...(places.detail ? { district: places.detail.slice(0, 30) } : {}), detail: base.detail }
  return filled(joined)
}

const filled = (value: object): Record<string, unknown> => Object.fromEntries(Object.entries(value).filter(([, part]) => part !== '' && part !== undefined))

/** What the fields' own limits refuse can be told without the database. */
export function limitProblems(columns: readonly ReadyColumn[], values: Record<string, unknown>): Record<string, Refusal> {
  const problems: Record<string, Refusal> = {}
  for (const { key, target } of columns) {
    const answer = parseValue(target, values[key])
    if ('refusal' in answer) problems[key] = answer.refusal
  }
  return problems
}

/** The column at which a problem with a field is shown. */
export const columnOf = (columns: readonly ReadyColumn[], path: string): ReadyColumn | undefined => {
  const key = path.split('.')[0] ?? ''
  return columns.find(column => column.field === path) ?? columns.find(column => column.key === key)
}
