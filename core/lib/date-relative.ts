// 'this month', 'last 30 days': what a saved filter means today. Both ends belong to the range; weeks begin on Monday.
import { dateAdd, toDate, weekday, ymd } from './date.ts'

type Unit = 'Week' | 'Month' | 'Quarter' | 'Year'
export type RelativeName = 'today' | 'yesterday' | 'tomorrow' | `${'this' | 'last' | 'next'}${Unit}` | `${'last' | 'next'}${number}Days` | 'thisYearToDate' | 'thisMonthToDate'
export interface DateRange { from: string; to: string }

/** The names a picker offers; `last{n}Days` and `next{n}Days` take any n from 1 to 9999. */
export const RELATIVE_NAMES = [
  'today', 'yesterday', 'tomorrow', 'thisWeek', 'lastWeek', 'nextWeek', 'thisMonth', 'lastMonth', 'nextMonth', 'thisQuarter', 'lastQuarter', 'nextQuarter',
  'thisYear', 'lastYear', 'nextYear', 'last7Days', 'last30Days', 'last90Days', 'next7Days', 'next30Days', 'thisMonthToDate', 'thisYearToDate',
] as const satisfies readonly RelativeName[]

const SPAN = /^(this|last|next)(Week|Month|Quarter|Year)$/
const DAYS = /^(last|next)([1-9]\d{0,3})Days$/
const NAMED = new Set(['today', 'yesterday', 'tomorrow', 'thisYearToDate', 'thisMonthToDate'])

export const isRelativeName = (name: string): name is RelativeName => NAMED.has(name) || SPAN.test(name) || DAYS.test(name)

/** last7Days are today and the six days before it, next7Days today and the six after it. */
export function relativeRange(name: RelativeName, today: string): DateRange {
  const { year, month } = ymd(today)
  const days = DAYS.exec(name)
  if (days) {
    const far = Number(days[2]) - 1
    return days[1] === 'last' ? { from: dateAdd(today, -far), to: today } : { from: today, to: dateAdd(today, far) }
  }
  const span = SPAN.exec(name)
  if (span) return spanRange(span[2] as Unit, { this: 0, last: -1, next: 1 }[span[1] as 'this' | 'last' | 'next'], today)
  if (name === 'thisYearToDate') return { from: toDate(year, 1, 1), to: today }
  if (name === 'thisMonthToDate') return { from: toDate(year, month, 1), to: today }
  const shift = name === 'today' ? 0 : name === 'yesterday' ? -1 : name === 'tomorrow' ? 1 : undefined
  if (shift === undefined) throw new RangeError(`not a relative date: ${name}`)
  const day = dateAdd(today, shift)
  return { from: day, to: day }
}

function spanRange(unit: Unit, shift: number, today: string): DateRange {
  const { year, month } = ymd(today)
  if (unit === 'Week') {
    const monday = dateAdd(today, 1 - weekday(today) + 7 * shift)
    return { from: monday, to: dateAdd(monday, 6) }
  }
  const step = unit === 'Month' ? 'month' : unit === 'Quarter' ? 'quarter' : 'year'
  const first = unit === 'Year' ? 1 : unit === 'Month' ? month : month - ((month - 1) % 3)
  const from = dateAdd(toDate(year, first, 1), shift, step)
  return { from, to: dateAdd(dateAdd(from, 1, step), -1) }
}
