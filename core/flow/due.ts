// When a step is due: working days and hours from now. Without a calendar of holidays, Monday to Friday.
import { dateAdd, weekday } from '../lib/date.ts'
import { fromLocal, toLocal } from '../lib/date-time.ts'

const SATURDAY = 6
const HOUR = 3_600_000

const works = (date: string): boolean => weekday(date) < SATURDAY

function workingDay(date: string, days: number): string {
  let at = date
  for (let left = days; left > 0;) {
    at = dateAdd(at, 1)
    if (works(at)) left--
  }
  while (!works(at)) at = dateAdd(at, 1)
  return at
}

/** `after` as the diagram has it: P2D, PT4H, P1DT4H. Hours that run into a weekend go on after it. */
export function dueAt(now: string, after: string, zone: string): string {
  const [, days = '0', hours = '0'] = /^P(?:(\d+)D)?(?:T(\d+)H)?$/.exec(after) ?? []
  const { date } = toLocal(now, zone)
  const onDay = (day: string, moment: string): string => fromLocal(day, Date.parse(moment) - Date.parse(fromLocal(toLocal(moment, zone).date, 0, zone)), zone)
  const reached = onDay(workingDay(date, Number(days)), now)
  const later = new Date(Date.parse(reached) + Number(hours) * HOUR).toISOString()
  return onDay(workingDay(toLocal(later, zone).date, 0), later)
}
