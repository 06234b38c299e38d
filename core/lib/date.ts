// Dates are 'YYYY-MM-DD' text: no time zone, no JavaScript Date, so a birthday is the same day everywhere.
// Arithmetic is on day numbers (days since 1970-01-01, Gregorian throughout).

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/

export interface Ymd { year: number; month: number; day: number }

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

export function daysInMonth(year: number, month: number): number {
  return month === 2 ? (isLeapYear(year) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

export const isYmd = (year: number, month: number, day: number): boolean => year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)

const two = (number: number): string => (number < 10 ? `0${number}` : String(number))

export const toDate = (year: number, month: number, day: number): string => `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`

/** Whether a text is a real day in our form. */
export function isDate(text: string): boolean {
  const match = DATE.exec(text)
  return match !== null && isYmd(Number(match[1]), Number(match[2]), Number(match[3]))
}

/** The three numbers of a date in our form; anything else is a programming fault. */
export function ymd(date: string): Ymd {
  if (!isDate(date)) throw new RangeError(`not a date: ${date}`)
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

/** Days since 1970-01-01; years are counted from March so that a leap day comes last. */
export function dayNumber(date: string): number {
  const { year, month, day } = ymd(date)
  const y = month > 2 ? year : year - 1
  const era = Math.floor(y / 400)
  const ofEra = y - era * 400
  const ofYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468
}

export function fromDayNumber(number: number): string {
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const ofEra = shifted - era * 146_097
  const year = Math.floor((ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365)
  const ofYear = ofEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100))
  const fromMarch = Math.floor((5 * ofYear + 2) / 153)
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  return toDate(year + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1)
}

export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from)

/** Months and years keep the day where they can: Jan 31 + 1 month is the last of February. */
export function dateAdd(date: string, amount: number, unit: 'day' | 'week' | 'month' | 'quarter' | 'year' = 'day'): string {
  if (unit === 'day') return fromDayNumber(dayNumber(date) + amount)
  if (unit === 'week') return fromDayNumber(dayNumber(date) + amount * 7)
  const { year, month, day } = ymd(date)
  const months = year * 12 + month - 1 + amount * (unit === 'month' ? 1 : unit === 'quarter' ? 3 : 12)
  const toYear = Math.floor(months / 12)
  const toMonth = months - toYear * 12 + 1
  return toDate(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)))
}

/** 1 Monday to 7 Sunday. */
export const weekday = (date: string): number => ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1

/** ISO 8601: the week belongs to the year its Thursday lies in; 2027-01-01 is 2026 week 53. */
export function isoWeek(date: string): { year: number; week: number } {
  const thursday = dateAdd(date, 4 - weekday(date))
  const { year } = ymd(thursday)
  return { year, week: Math.floor(daysBetween(toDate(year, 1, 1), thursday) / 7) + 1 }
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** The calendar day it is now in a zone (Gregorian digits only; lunar dates never come from Intl). */
export function today(zone = 'Asia/Shanghai', now: Date = new Date()): string {
  let formatter = formatters.get(zone)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
    formatters.set(zone, formatter)
  }
  const parts: Record<string, string> = {}
  for (const { type, value } of formatter.formatToParts(now)) parts[type] = value
  return toDate(Number(parts.year), Number(parts.month), Number(parts.day))
}
