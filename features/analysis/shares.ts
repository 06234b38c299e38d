// Shares that add up to the whole: rounded down, and what is left over goes to the largest remainders (earlier ones first).
const UNITS = 1000n

/** Parts of a whole as shares with three decimals ('0.125'), together exactly 1. All zero where there is nothing to share. */
export function shares(parts: readonly bigint[]): string[] {
  const whole = parts.reduce((sum, part) => sum + part, 0n)
  if (whole <= 0n || parts.some(part => part < 0n)) return parts.map(part => plain(part, whole))
  const floors = parts.map(part => (part * UNITS) / whole)
  const left = Number(UNITS - floors.reduce((sum, floor) => sum + floor, 0n))
  const byRest = parts.map((part, at) => ({ at, rest: (part * UNITS) % whole })).sort((a, b) => (a.rest === b.rest ? a.at - b.at : a.rest > b.rest ? -1 : 1))
  for (const { at } of byRest.slice(0, left)) floors[at]!++
  return floors.map(thousandths)
}

/** Where something is negative (more came back than was sold) there are no parts of a whole: each is rounded by itself. */
function plain(part: bigint, whole: bigint): string {
  if (whole <= 0n) return '0'
  const sign = part < 0n ? -1n : 1n
  return thousandths(sign * ((sign * part * UNITS * 2n + whole) / (whole * 2n)))
}

function thousandths(value: bigint): string {
  const text = String(value < 0n ? -value : value).padStart(4, '0')
  return `${value < 0n ? '-' : ''}${text.slice(0, -3)}.${text.slice(-3)}`
}

/** '12.3' as 1230n: whole fen. */
export function fen(amount: string): bigint {
  const [whole = '0', rest = ''] = amount.replace('-', '').split('.')
  const value = BigInt(whole) * 100n + BigInt(rest.padEnd(2, '0').slice(0, 2))
  return amount.startsWith('-') ? -value : value
}

export function yuan(value: bigint): string {
  const text = String(value < 0n ? -value : value).padStart(3, '0')
  return `${value < 0n ? '-' : ''}${text.slice(0, -2)}.${text.slice(-2)}`
}
