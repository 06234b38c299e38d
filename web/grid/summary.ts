// Count, sum, average, least and greatest of what is selected; decimal arithmetic, because these are often money.
import { Decimal } from 'decimal.js'

export interface Summary {
  cells: number
  count: number
  numbers: number
  sum: string | null
  average: string | null
  min: string | null
  max: string | null
}

export interface SummaryCell { filled: boolean; number: string | null }

const isNumber = /^[+-]?\d+(\.\d+)?$/

/** A wire value that counts as a number, or null. */
export const numberText = (value: unknown): string | null =>
  typeof value === 'number' && Number.isFinite(value) ? String(value)
    : typeof value === 'string' && isNumber.test(value) ? value : null

export function summarise(cells: Iterable<SummaryCell>): Summary {
  let all = 0
  let count = 0
  let numbers = 0
  let sum = new Decimal(0)
  let min: Decimal | null = null
  let max: Decimal | null = null
  for (const cell of cells) {
    all += 1
    if (cell.filled) count += 1
    if (cell.number === null) continue
    const value = new Decimal(cell.number)
    numbers += 1
    sum = sum.plus(value)
    if (!min || value.lessThan(min)) min = value
    if (!max || value.greaterThan(max)) max = value
  }
  const average = numbers > 0 ? sum.dividedBy(numbers).toDecimalPlaces(6).toFixed() : null
  return { cells: all, count, numbers, sum: numbers > 0 ? sum.toFixed() : null, average, min: min?.toFixed() ?? null, max: max?.toFixed() ?? null }
}
