// Decimal arithmetic of rules. Sum, difference and product are exact (RULE_LIMITS.digits keeps them finite);
// quotients, powers, roots and averages are rounded half away from zero to 12 decimals, in SQL just so.

import { Decimal } from 'decimal.js'

const settings: Decimal.Config = { toExpNeg: -9e15, toExpPos: 9e15, rounding: Decimal.ROUND_HALF_UP }
const Exact = Decimal.clone({ ...settings, precision: 2600 })
// Quotients are cut, not rounded: a cut at 13 decimals or later rounds rightly to 12.
const Short = Decimal.clone({ ...settings, precision: 40, rounding: Decimal.ROUND_DOWN })
const Long = Decimal.clone({ ...settings, precision: 2600, rounding: Decimal.ROUND_DOWN })

export const SCALE = 12
const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,4})?$/

export const exact = (value: string | number): Decimal => new Exact(value)
export const ZERO = exact(0)

/** A stored value as a number; what is no number counts as null. */
export function readNumber(raw: unknown): Decimal | null {
  if (typeof raw === 'string') return NUMBER.test(raw) ? new Exact(raw) : null
  if (typeof raw === 'number') return Number.isFinite(raw) ? new Exact(raw) : null
  return typeof raw === 'bigint' ? new Exact(raw.toString()) : null
}

/** A number literal as typed: '12.5', '5%'. */
export const literalNumber = (text: string): Decimal => (text.endsWith('%') ? exact(text.slice(0, -1)).times('0.01') : exact(text))

/** Plain digits, no exponent, no trailing zeros, no minus zero. */
export const printNumber = (value: Decimal): string => (value.isZero() ? '0' : value.toFixed())

export function divide(a: Decimal, b: Decimal): Decimal | null {
  if (b.isZero()) return null
  const Cut = a.e - b.e < 24 ? Short : Long
  return new Exact(Cut.div(a, b).toDecimalPlaces(SCALE, Decimal.ROUND_HALF_UP))
}

const TOO_LARGE = exact('1e30')
const MAX_EXPONENT = 100
const BASE_SCALE = 20

/** Whole exponents from -100 to 100, results below 1e30; else null. */
export function power(base: Decimal, exponent: Decimal): Decimal | null {
  if (!exponent.isInteger() || exponent.abs().gt(MAX_EXPONENT) || base.abs().gte(TOO_LARGE)) return null
  const rounded = base.toDecimalPlaces(BASE_SCALE)
  const raised = rounded.pow(exponent.abs())
  const result = exponent.isNegative() && !exponent.isZero() ? divide(exact(1), raised) : raised.toDecimalPlaces(SCALE)
  return result?.abs().lt(TOO_LARGE) ? result : null
}

/** Of 0 and more, below 1e60; else null. */
export function squareRoot(value: Decimal): Decimal | null {
  if (value.lt(0) || value.gte('1e60')) return null
  const Cut = value.e < 40 ? Short : Long
  return new Exact(new Cut(value.toDecimalPlaces(BASE_SCALE)).sqrt().toDecimalPlaces(SCALE, Decimal.ROUND_HALF_UP))
}

/** Excel's ROUND: digits below zero round before the decimal point. */
export function roundTo(value: Decimal, digits: number): Decimal {
  if (digits >= 0) return value.toDecimalPlaces(digits)
  return value.toNearest(exact(10).pow(-digits))
}

/** The fraction cut off, for counts of characters, days, months; null outside the limits. */
export function whole(value: Decimal, min: number, max: number): number | null {
  const cut = value.trunc()
  return cut.gte(min) && cut.lte(max) ? cut.toNumber() : null
}
