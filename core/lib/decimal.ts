// Arithmetic on decimal strings. Money never becomes a JavaScript number; halves round away from zero, as accountants do.
import { Decimal } from 'decimal.js'

const D = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -1000, toExpPos: 1000 })

/** Anything but a finite decimal number is a programming fault here: parse what people typed with amount.ts first. */
function of(value: string): Decimal {
  const number = new D(value)
  if (!number.isFinite()) throw new RangeError(`not a decimal: ${value}`)
  return number
}

const text = (value: Decimal): string => (value.isZero() ? '0' : value.toFixed())

export const add = (a: string, b: string): string => text(of(a).plus(of(b)))
export const sub = (a: string, b: string): string => text(of(a).minus(of(b)))
export const mul = (a: string, b: string): string => text(of(a).times(of(b)))
/** To 40 significant digits at least; dividing by zero throws. */
export const div = (a: string, b: string): string => {
  if (of(b).isZero()) throw new RangeError('division by zero')
  return text(of(a).div(of(b)))
}
export const neg = (a: string): string => text(of(a).neg())
export const cmp = (a: string, b: string): -1 | 0 | 1 => of(a).cmp(of(b)) as -1 | 0 | 1
export const isZero = (a: string): boolean => of(a).isZero()
/** Half away from zero: 2.345 → 2.35, -2.345 → -2.35. Keeps the places: round('2', 2) is '2.00'. */
export const round = (a: string, places: number): string => {
  const rounded = of(a).toDecimalPlaces(places)
  return (rounded.isZero() ? new D(0) : rounded).toFixed(places)
}
export const sum = (values: Iterable<string>): string => {
  let total = new D(0)
  for (const value of values) total = total.plus(of(value))
  return text(total)
}

/**
 * Splits a total by weights into parts of `places` decimals that add up to it exactly; what rounding leaves goes to
 * the largest weight (the first of them). All weights zero means equal parts. The total must fit into `places`.
 */
export function allocate(total: string, weights: readonly string[], places = 2): string[] {
  if (weights.length === 0) return []
  if (!of(total).toDecimalPlaces(places).eq(of(total))) throw new RangeError(`${total} has more than ${places} decimals`)
  const given = weights.map(of)
  if (given.some((weight) => weight.isNegative() && !weight.isZero())) throw new RangeError('negative weight')
  const whole = given.reduce((a, b) => a.plus(b), new D(0))
  const used = whole.isZero() ? given.map(() => new D(1)) : given
  const all = whole.isZero() ? new D(used.length) : whole
  const parts = used.map((weight) => of(total).times(weight).div(all).toDecimalPlaces(places))
  const rest = parts.reduce((left, part) => left.minus(part), of(total))
  const largest = used.reduce((best, weight, i) => (weight.gt(used[best]!) ? i : best), 0)
  parts[largest] = parts[largest]!.plus(rest)
  return parts.map((part) => (part.isZero() ? new D(0) : part).toFixed(places))
}

/** 1234567.5 → '1,234,567.50' with `places` 2; without places all its decimals stay. */
export function formatDecimal(value: string, options: { places?: number; group?: boolean } = {}): string {
  const number = options.places === undefined ? text(of(value)) : round(value, options.places)
  return options.group === false ? number : group(number)
}

function group(number: string): string {
  const [whole = '', fraction] = number.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}
