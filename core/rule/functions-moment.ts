// The current day and moment, and date-times by the day they have in the company's time zone.

import { dayIn, wallTime } from './calendar.ts'
import { open, strict } from './define.ts'
import type { RuleFunction } from './term.ts'

/** today() and now() become environment terms when a rule is checked: here are only their names and help. */
const environment = (name: string, result: 'date' | 'datetime', zh: string, en: string): RuleFunction =>
  open([], { name, result, js: () => null, sql: () => 'null', excel: () => null, help: { usage: `${name}()`, zh, en } })

/** A moment beside a day. In SQL the day becomes its first moment, so that an index on the column serves. */
function dayOrder(sign: '<' | '<=' | '>' | '>=', holds: (moment: string, day: string) => boolean): RuleFunction {
  const ofNext = sign === '<=' || sign === '>' // not after that day: before the next one begins
  return strict(['datetime', 'date', 'text'], {
    name: `day ${sign}`, result: 'boolean', js: (moment, day, zone) => holds(dayIn(moment, zone), day),
    sql: ([moment, day, zone]) => `(${moment} ${sign.startsWith('<') ? '<' : '>='} ((${day}${ofNext ? ' + 1' : ''})::timestamp at time zone ${zone}))`,
    excel: ([moment, day]) => `(INT(${moment})${sign}${day})`,
  })
}

export const momentFunctions: RuleFunction[] = [
  environment('today', 'date', '今天', 'The current day'),
  environment('now', 'datetime', '现在', 'The current moment'),
  strict(['datetime', 'text'], {
    name: 'day_of', result: 'date', js: dayIn, sql: ([moment, zone]) => `(${moment} at time zone ${zone})::date`, excel: ([moment]) => `INT(${moment})`,
    help: { usage: 'day_of(t)', zh: '日期时间所在的日期', en: 'The day of a date and time' },
  }),
  strict(['datetime', 'text'], {
    name: 'wall time', result: 'text', js: wallTime,
    sql: ([moment, zone]) => `to_char(${moment} at time zone ${zone}, 'YYYY-MM-DD HH24:MI')`,
    excel: ([moment]) => `TEXT(${moment},"yyyy-mm-dd hh:mm")`,
  }),
  dayOrder('<', (moment, day) => moment < day), dayOrder('<=', (moment, day) => moment <= day),
  dayOrder('>', (moment, day) => moment > day), dayOrder('>=', (moment, day) => moment >= day),
]
