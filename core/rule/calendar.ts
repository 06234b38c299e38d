// Dates as 'YYYY-MM-DD' of the years 1 to 9999 and their arithmetic; no time zone comes near it, but for `dayIn`.

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/
const FIRST_DAY = -719162 // 0001-01-01, counted from 1970-01-01
const LAST_DAY = 2932896 // 9999-12-31

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
const monthLength = (year: number, month: number): number => (month === 2 && isLeap(year) ? 29 : (LENGTHS[month - 1] ?? 0))

export const yearOf = (date: string): number => Number(date.slice(0, 4))
export const monthOf = (date: string): number => Number(date.slice(5, 7))
export const dayOf = (date: string): number => Number(date.slice(8, 10))

const pad = (value: number, size: number): string => String(value).padStart(size, '0')
const format = (year: number, month: number, day: number): string => `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`

export function isDate(value: string): boolean {
  if (!DATE.test(value)) return false
  return yearOf(value) >= 1 && dayOf(value) >= 1 && dayOf(value) <= monthLength(yearOf(value), monthOf(value))
}

export const isDateTime = (value: string): boolean => DATE_TIME.test(value) && isDate(value.slice(0, 10)) && !Number.isNaN(Date.parse(value))

/** Days since 1970-01-01. The year is taken to begin in March, so that the leap day is its last. */
export function toDays(date: string): number {
  const month = monthOf(date)
  const year = month > 2 ? yearOf(date) : yearOf(date) - 1
  const era = Math.floor(year / 400)
  const yearInEra = year - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOf(date) - 1
  return era * 146097 + yearInEra * 365 + Math.floor(yearInEra / 4) - Math.floor(yearInEra / 100) + dayOfYear - 719468
}

/** The inverse; null outside the years 1 to 9999. */
export function fromDays(days: number): string | null {
  if (!(days >= FIRST_DAY && days <= LAST_DAY)) return null
  const shifted = days + 719468
  const era = Math.floor(shifted / 146097)
  const dayInEra = shifted - era * 146097
  const yearInEra = Math.floor((dayInEra - Math.floor(dayInEra / 1460) + Math.floor(dayInEra / 36524) - Math.floor(dayInEra / 146096)) / 365)
  const dayOfYear = dayInEra - (365 * yearInEra + Math.floor(yearInEra / 4) - Math.floor(yearInEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return format(yearInEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1)
}

/** Months added as Excel's EDATE: 31 January plus one month is the last day of February. */
export function addMonths(date: string, months: number): string | null {
  const index = yearOf(date) * 12 + monthOf(date) - 1 + months
  const [year, month] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1]
  if (year < 1 || year > 9999) return null
  return format(year, month, Math.min(dayOf(date), monthLength(year, month)))
}

export function endOfMonth(date: string, months: number): string | null {
  const moved = addMonths(date, months)
  return moved && `${moved.slice(0, 8)}${monthLength(yearOf(moved), monthOf(moved))}`
}

/** Whole months from a to b, as Excel's DATEDIF "M"; negative when b lies before a. */
export function monthsBetween(a: string, b: string): number {
  if (b < a) return -monthsBetween(b, a)
  return (yearOf(b) - yearOf(a)) * 12 + monthOf(b) - monthOf(a) - (dayOf(b) < dayOf(a) ? 1 : 0)
}

/** Monday 1 to Sunday 7. */
export const isoWeekday = (date: string): number => ((((toDays(date) + 3) % 7) + 7) % 7) + 1

const formats = new Map<string, Intl.DateTimeFormat>()
function formatIn(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  })
  formats.set(zone, made)
  return made
}

/** 'YYYY-MM-DD HH:MM' on the wall of that time zone. */
export function wallTime(moment: string, zone: string): string {
  const parts = new Map(formatIn(zone).formatToParts(new Date(moment)).map((part) => [part.type, part.value]))
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? ''
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}`
}

export const dayIn = (moment: string, zone: string): string => wallTime(moment, zone).slice(0, 10)
