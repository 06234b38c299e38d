// The three years of the demo company, counted in days from their beginning to yesterday, and how busy each day is.
import { birthDate } from '#core/lib/lunar.ts'
import { dateAdd, dayNumber, fromDayNumber, weekday, ymd } from '#core/lib/date.ts'

export interface Calendar {
  /** Day number of day 0. */
  first: number
  days: number
  /** Busyness of all days before a day, added up: day d lies between flow[d] and flow[d + 1]. */
  flow: Float64Array
}

const YEARS = 3
/** Building goods: spring and autumn are busy, the new year is not. */
const SEASON = [0.75, 0.5, 1.25, 1.2, 1.15, 1, 0.85, 0.9, 1.2, 1.2, 1.1, 0.95]
const GROWTH = 1.1
const SUNDAY = 0.3
const SATURDAY = 0.75

export function calendarOf(today: string): Calendar {
  const begin = dateAdd(`${today.slice(0, 7)}-01`, 1 - YEARS * 12, 'month')
  const first = dayNumber(begin)
  const days = dayNumber(today) - first
  const holidays = springFestivals(ymd(begin).year, ymd(today).year)
  const flow = new Float64Array(days + 1)
  for (let day = 0; day < days; day++) flow[day + 1] = flow[day]! + busyness(fromDayNumber(first + day), day, holidays)
  return { first, days, flow }
}

function busyness(date: string, day: number, holidays: Set<number>): number {
  if (holidays.has(dayNumber(date))) return 0
  const week = weekday(date)
  return SEASON[ymd(date).month - 1]! * GROWTH ** (day / 365) * (week === 7 ? SUNDAY : week === 6 ? SATURDAY : 1)
}

/** The trade rests from four days before the lunar new year to the eighth of the first month. */
function springFestivals(from: number, to: number): Set<number> {
  const days = new Set<number>()
  for (let year = from; year <= to; year++) {
    const newYear = dayNumber(birthDate(`L${year}-01-01`)!)
    for (let day = newYear - 4; day < newYear + 8; day++) days.add(day)
  }
  return days
}

export const dateOf = (calendar: Calendar, day: number): string => fromDayNumber(calendar.first + day)

/** Milliseconds of a moment in Chinese time. */
export const momentOf = (calendar: Calendar, day: number, minute: number): number =>
  (calendar.first + day) * 86_400_000 + Math.round((minute - 8 * 60) * 60_000)

/** No record was touched after the close of the last day, six in the evening. */
export const notLater = (calendar: Calendar, ms: number): number => Math.min(ms, momentOf(calendar, calendar.days - 1, 18 * 60))

/** The day on which the flow reaches a value; past the end it is `days`. */
export function dayAt(calendar: Calendar, value: number): number {
  let low = 0
  let high = calendar.days
  while (low < high) {
    const middle = (low + high) >> 1
    if (calendar.flow[middle + 1]! > value) high = middle
    else low = middle + 1
  }
  return low
}

/** Customers come in the order of their numbers: half of them in the eight years before, then ever more of them. */
const BEFORE_SHARE = 0.55
const BEFORE_DAYS = 8 * 365

export function joinDay(calendar: Calendar, n: number, customers: number): number {
  const share = n / customers
  if (share < BEFORE_SHARE) return Math.floor(-BEFORE_DAYS * (1 - share / BEFORE_SHARE)) - 1
  return Math.min(calendar.days - 1, Math.floor(((share - BEFORE_SHARE) / (1 - BEFORE_SHARE)) ** 0.9 * calendar.days))
}
