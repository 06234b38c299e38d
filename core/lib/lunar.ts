// Birthdays in the solar or the lunar calendar, and when they fall. The value is text:
//   '1990-05-01' solar · '--05-01' solar, year unknown · 'L1990-04-07' lunar · 'L1990-+05-07' lunar leap month
//   'L--04-07' and 'L--+04-07' lunar, year unknown.
// The lunar calendar is our own table, never Intl, which is wrong on 417 days of 1901-2100.
import { dayNumber, fromDayNumber, isLeapYear, isYmd, toDate, ymd } from './date.ts'
import type { LunarMonth } from './lunar-table.ts'
import { lunarMonths } from './lunar-table.ts'

export interface Birthday { lunar: boolean; leap: boolean; year?: number; month: number; day: number }

const VALUE = /^(L?)(\d{4}|-)-(\+?)(\d{2})-(\d{2})$/

const findMonth = (year: number, month: number, leap: boolean): LunarMonth | undefined => lunarMonths(year).find((entry) => entry.month === month && entry.leap === leap)

/** The parts of a birthday value; undefined for anything that is no day of its calendar. */
export function readBirthday(value: string): Birthday | undefined {
  const match = VALUE.exec(value)
  if (!match) return undefined
  const lunar = match[1] === 'L'
  const year = match[2] === '-' ? undefined : Number(match[2])
  const birthday = { lunar, leap: match[3] === '+', year, month: Number(match[4]), day: Number(match[5]) }
  return exists(birthday) ? birthday : undefined
}

/** Without a year, day 30 and Feb 29 are possible. */
function exists({ lunar, leap, year, month, day }: Birthday): boolean {
  if (!lunar) return !leap && isYmd(year ?? 2000, month, day)
  if (month < 1 || month > 12 || day < 1 || day > 30) return false
  if (year === undefined) return true
  const found = findMonth(year, month, leap)
  return found !== undefined && day <= found.days
}

/** Whether a text is a birthday value: 'L1990-+05-07' is, 'L1991-+05-07' is not (1991 had no leap month). */
export const isBirthday = (value: string): boolean => readBirthday(value) !== undefined

export function writeBirthday({ lunar, leap, year, month, day }: Birthday): string {
  const date = toDate(year ?? 0, month, day).slice(5)
  return `${lunar ? 'L' : ''}${year === undefined ? '-' : String(year).padStart(4, '0')}-${leap ? '+' : ''}${date}`
}

/** The lunar day of a solar date, as a birthday value with its year; undefined outside 1900-2100. */
export function lunarOf(date: string): string | undefined {
  const number = dayNumber(date)
  const { year } = ymd(date)
  for (const lunarYear of [year, year - 1]) {
    const month = lunarMonths(lunarYear).findLast((entry) => entry.first <= number)
    if (month && number < month.first + month.days) return writeBirthday({ lunar: true, leap: month.leap, year: lunarYear, month: month.month, day: number - month.first + 1 })
  }
  return undefined
}

/** The solar day somebody was born; undefined when the year is not known. */
export function birthDate(value: string): string | undefined {
  const birthday = readBirthday(value)
  if (birthday?.year === undefined) return undefined
  if (!birthday.lunar) return value
  const month = findMonth(birthday.year, birthday.month, birthday.leap)
  return month && fromDayNumber(month.first + birthday.day - 1)
}

/**
 * Where a birthday falls in one year of its own calendar. A leap month that the year lacks means the regular month
 * of that number; a regular month is never moved to its leap twin; day 30 of a short month is day 29 (so that
 * 腊月三十 is always 除夕); Feb 29 is Feb 28 in common years.
 */
function occurrence(birthday: Birthday, year: number): string | undefined {
  if (!birthday.lunar) return toDate(year, birthday.month, birthday.month === 2 && birthday.day === 29 && !isLeapYear(year) ? 28 : birthday.day)
  const month = (birthday.leap ? findMonth(year, birthday.month, true) : undefined) ?? findMonth(year, birthday.month, false)
  return month && fromDayNumber(month.first + Math.min(birthday.day, month.days) - 1)
}

/**
 * The (first) day of a solar year on which the birthday is kept. A lunar birthday about the new year may miss a solar
 * year altogether: undefined then, and outside 1900-2100.
 */
export function birthdayInYear(value: string, solarYear: number): string | undefined {
  const birthday = readBirthday(value)
  if (!birthday) return undefined
  const days = birthday.lunar ? [occurrence(birthday, solarYear - 1), occurrence(birthday, solarYear)] : [occurrence(birthday, solarYear)]
  return days.find((day) => day !== undefined && ymd(day).year === solarYear)
}

/** The next time the birthday is kept, today included. */
export function nextBirthday(value: string, today: string): string | undefined {
  const birthday = readBirthday(value)
  if (!birthday) return undefined
  const { year } = ymd(today)
  const born = birthDate(value)
  for (const candidate of [year - 1, year, year + 1]) {
    const day = occurrence(birthday, candidate)
    if (day !== undefined && day >= today && (born === undefined || day >= born)) return day
  }
  return undefined
}

/** Whole years (周岁) counted by the solar day of birth, as the law counts; undefined without a year or before birth. */
export function ageOn(value: string, today: string): number | undefined {
  const born = birthDate(value)
  if (born === undefined || born > today) return undefined
  const age = ymd(today).year - ymd(born).year
  return occurrence(readBirthday(born)!, ymd(today).year)! > today ? age - 1 : age
}
