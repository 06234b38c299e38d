// Numbers and dates of a spreadsheet as text: what Excel shows, without float noise and without a time zone.

const PLAIN = /^(?:0|-?[1-9]\d{0,14})$/

/** A decimal like 12.5 written out in full; beyond 40 places the exponent stays. */
function plainDecimal(mantissa: string, exponent: number): string {
  const negative = mantissa.startsWith('-')
  const digits = mantissa.replace('-', '').replace('.', '').replace(/0+$/, '') || '0'
  const point = exponent + 1
  let text: string
  if (point <= 0) text = `0.${'0'.repeat(-point)}${digits}`
  else if (point >= digits.length) text = digits + '0'.repeat(point - digits.length)
  else text = `${digits.slice(0, point)}.${digits.slice(point)}`
  return negative ? `-${text}` : text
}

/** The stored text of a number ('0.30000000000000004', '1.38E10') as a person reads it: 15 digits, no exponent. */
export function numberText(stored: string): string | null {
  if (PLAIN.test(stored)) return stored
  const number = Number(stored)
  if (stored.trim() === '' || !Number.isFinite(number)) return null
  if (number === 0) return '0'
  const [mantissa = '', exponent = '0'] = number.toExponential(14).split('e')
  const power = Number(exponent)
  if (Math.abs(power) > 40) return `${mantissa.replace(/\.?0+$/, '')}E${power}`
  return plainDecimal(mantissa, power)
}

export type FormatKind = 'number' | 'percent' | 'date' | 'dateTime' | 'time' | 'elapsed'

const BUILT_IN: [from: number, to: number, kind: FormatKind][] = [
  [9, 10, 'percent'], [14, 17, 'date'], [18, 21, 'time'], [22, 22, 'dateTime'], [45, 45, 'time'], [46, 46, 'elapsed'], [47, 47, 'time'],
  // The numbers Chinese Excel and WPS keep for 2026年7月1日 and 上午9时30分.
  [27, 31, 'date'], [32, 35, 'time'], [36, 36, 'date'], [50, 54, 'date'], [55, 56, 'time'], [57, 58, 'date'],
]

/** What a number format shows: only its first section counts, quoted text and colours don't. */
export function formatKind(id: number, code: string | undefined): FormatKind {
  if (code === undefined) return BUILT_IN.find(([from, to]) => id >= from && id <= to)?.[2] ?? 'number'
  const first = code.replace(/"[^"]*"|\\.|_.|\*./g, '').split(';')[0] ?? ''
  if (/\[(?:h+|m+|s+)\]/i.test(first)) return 'elapsed'
  const bare = first.replace(/\[[^\]]*\]/g, '').replace(/general|g\/通用格式/gi, '').replace(/E[+-]/g, '')
  if (bare.includes('%')) return 'percent'
  const time = /[hs]|am\/pm|上午/i.test(bare)
  const day = /[yde]|年|月|日/i.test(bare) || (!time && /m/i.test(bare))
  if (day) return time ? 'dateTime' : 'date'
  return time ? 'time' : 'number'
}

const two = (n: number): string => String(n).padStart(2, '0')
const DAY = 86_400_000
/** Day 0 of the 1900 system for days after its invented 29 February 1900. */
const EPOCH_1900 = Date.UTC(1899, 11, 30)
const EPOCH_1904 = Date.UTC(1904, 0, 1)
const LAST_DAY = 2_958_465

function isoDay(day: number, is1904: boolean): string | null {
  if (is1904 ? day < 0 : day < 1 || day === 60) return null
  if (day > (is1904 ? LAST_DAY - 1462 : LAST_DAY)) return null
  const shift = !is1904 && day < 60 ? day + 1 : day
  return new Date((is1904 ? EPOCH_1904 : EPOCH_1900) + shift * DAY).toISOString().slice(0, 10)
}

const clock = (seconds: number): string => `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`

/** A serial as date, date-time or time of day; null when it is none of them (negative, beyond 9999, 1900-02-29). */
export function serialText(serial: number, kind: 'date' | 'dateTime' | 'time', is1904: boolean): string | null {
  let day = Math.floor(serial)
  if (kind === 'date') return isoDay(day, is1904)
  let seconds = Math.round((serial - day) * 86_400)
  if (seconds === 86_400) {
    seconds = 0
    day += 1
  }
  if (kind === 'time') return day === 0 ? clock(seconds) : null
  const date = isoDay(day, is1904)
  return date && `${date}T${clock(seconds)}`
}

/** The other way, for writing: '2026-07-01' or '2026-07-01T09:30:00' as a 1900-system serial, else null. */
export function toSerial(iso: string): string | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?$/.exec(iso)
  if (!match) return null
  const [, y, m, d, hh, mm, ss] = match.map(Number)
  const at = Date.UTC(y ?? 0, (m ?? 0) - 1, d)
  if (new Date(at).toISOString().slice(0, 10) !== iso.slice(0, 10)) return null
  let day = (at - EPOCH_1900) / DAY
  if (day < 61) day -= 1
  if (day < 1) return null
  const seconds = (hh || 0) * 3600 + (mm || 0) * 60 + (ss || 0)
  if (seconds >= 86_400) return null
  return seconds === 0 ? String(day) : String(Number((day + seconds / 86_400).toFixed(10)))
}
