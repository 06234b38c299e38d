// What stands in a cell of the workbook: as it is written, and as our reader gives it back when nobody touched it.
import type { Cell } from '#core/form/sheet.ts'
import { cmp } from '#core/lib/decimal.ts'
import { toLocal } from '#core/lib/date-time.ts'
import { toSerial } from '../sheet/number-text.ts'
import { readyCell } from '../sheet/xlsx-cells.ts'
import type { ReadyCell } from '../sheet/xlsx-cells.ts'

/** Instants stand in a workbook as the company's wall clock. */
function local(value: string): string {
  if (!/T.*(?:Z|[+-]\d\d:?\d\d)$/.test(value) || Number.isNaN(Date.parse(value))) return value
  const { date, time } = toLocal(value)
  return `${date}T${time}`
}

/** Yes and no are words, chosen from their list. */
const typeOf = (cell: Cell): NonNullable<Cell['excel']>['kind'] => (cell.excel && cell.excel.kind !== 'boolean' ? cell.excel.kind : 'text')

const bareOf = (cell: Cell): string => {
  const kind = typeOf(cell)
  if (kind === 'text' || cell.masked) return cell.text
  return kind === 'dateTime' ? local(cell.excel!.v) : cell.excel!.v
}

/** Nothing for an empty place. */
export function contentOf(cell: Cell): ReadyCell | undefined {
  const bare = bareOf(cell)
  return bare === '' ? undefined : readyCell(bare, cell.masked ? 'text' : typeOf(cell))
}

/** As it is read back. */
export const writtenText = (cell: Cell): string => bareOf(cell).replaceAll(/\r\n?/g, '\n')

const isNumber = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text)

/** A date whose format somebody changed is read as its serial number. */
export function sameWritten(was: string, now: string): boolean {
  if (was.trim() === now.trim()) return true
  if (!isNumber(now)) return false
  return isNumber(was) ? cmp(was, now) === 0 : toSerial(was) === now
}
