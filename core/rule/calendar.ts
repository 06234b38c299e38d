// Dates as 'YYYY-MM-DD' of the years 1 to 9999 and their arithmetic; no time zone comes near it, but for `dayIn`.
import { dayNumber, daysInMonth, fromDayNumber, isDate, toDate } from '../lib/date.ts'

const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/
const FIRST_DAY = -719162 // 0001-01-01, counted from 1970-01-01
const LAST_DAY = 2932896 // 9999-12-31

export const yearOf = (date: string): number => Number(date.slice(0, 4))
export const monthOf = (date: string): number => Number(date.slice(5, 7))
export const dayOf = (date: string): number => Number(date.slice(8, 10))

export { isDate }

export const isDateTime = (value: string): boolean => DATE_TIME.test(value) && isDate(value.slice(0, 10)) && !Number.isNaN(Date.parse(value))

/** Days since 1970-01-01. */
export const toDays = dayNumber

/** The inverse; null outside the years 1 to 9999. */
export const fromDays = (days: number): string | null =>
  (days >= FIRST_DAY && days <= LAST_DAY ? fromDayNumber(days) : null)

/** Months added as Excel's EDATE: 31 January plus one month is the last day of February. */
export function addMonths(date: string, months: number): string | null {
  const index = yearOf(date) * 12 + monthOf(date) - 1 + months
  const [year, month] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1]
  if (year < 1 || year > 9999) return null
  return toDate(year, month, Math.min(dayOf(date), daysInMonth(year, month)))
}

export function endOfMonth(date: string, months: number): string | null {
  const moved = addMonths(date, months)
  return moved && `${moved.slice(0, 8)}${daysInMonth(yearOf(moved), monthOf(moved))}`
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
