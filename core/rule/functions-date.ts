// Functions of dates. Whole numbers beyond the limits below, and dates outside the years 1 to 9999, give null.

import type { Decimal } from 'decimal.js'
import * as calendar from './calendar.ts'
import { strict, wholeSql, withSql } from './define.ts'
import { exact, whole } from './number.ts'
import type { RuleFunction } from './term.ts'

// PostgreSQL's dates begin in 4713 BC: these limits keep every step between, before the last check, after that.
const DAYS = 1_500_000
const MONTHS = 48_000

const stepSql = (n = '', limit: number): string => wholeSql(n, -limit, limit)
const monthsLater = (d = '', n = ''): string => `${d} + make_interval(months => ${stepSql(n, MONTHS)})`
// As in wholeSql: what is outside, and null, is moved to a limit, and both limits become null.
const [BEFORE, AFTER] = ["date '0001-12-31 BC'", "date '10000-01-01'"]
const inCalendar = (sql: string): string => `nullif(nullif(greatest(least(${sql}, ${AFTER}), ${BEFORE}), ${AFTER}), ${BEFORE})`
const limited = (n: Decimal, limit: number, make: (n: number) => string | null): string | null => {
  const size = whole(n, -limit, limit)
  return size === null ? null : make(size)
}

/** A date made of y, m, d, where month 13 is January of the next year, as in Excel. */
function dateOf(y: Decimal, m: Decimal, d: Decimal): string | null {
  const [year, month, day] = [whole(y, 1, 9999), whole(m, -1200, 1200), whole(d, -100_000, 100_000)]
  if (year === null || month === null || day === null) return null
  // through days, so that a step outside the calendar may come back into it, as in SQL
  const index = year * 12 + month - 1
  const yearDays = (value: number): number => 365 * value + Math.floor(value / 4) - Math.floor(value / 100) + Math.floor(value / 400)
  const target = Math.floor(index / 12)
  const twin = 2000 + (((target % 400) + 400) % 400) // same calendar, safely inside it
  const inTwin = `${twin}-${String(index - target * 12 + 1).padStart(2, '0')}-01`
  return calendar.fromDays(calendar.toDays(inTwin) + yearDays(target - 1) - yearDays(twin - 1) + day - 1)
}

const part = (name: string, of: (date: string) => number, excel: string, zh: string, en: string): RuleFunction =>
  strict(['date'], {
    name, result: 'number', js: (d) => exact(of(d)), sql: ([d]) => `extract(${name} from ${d})`, excel: ([d]) => `${excel}(${d})`,
    help: { usage: `${name}(d)`, zh, en },
  })

const parts: RuleFunction[] = [
  part('year', calendar.yearOf, 'YEAR', '年份', 'The year'),
  part('month', calendar.monthOf, 'MONTH', '月份', 'The month'),
  part('day', calendar.dayOf, 'DAY', '几号', 'The day of the month'),
  strict(['date'], {
    name: 'quarter', result: 'number', js: (d) => exact(Math.ceil(calendar.monthOf(d) / 3)),
    sql: ([d]) => `extract(quarter from ${d})`, excel: ([d]) => `ROUNDUP(MONTH(${d})/3,0)`,
    help: { usage: 'quarter(d)', zh: '季度', en: 'The quarter' },
  }),
  strict(['date'], {
    name: 'weekday', result: 'number', js: (d) => exact((calendar.isoWeekday(d) % 7) + 1),
    sql: ([d]) => `(extract(dow from ${d}) + 1)`, excel: ([d]) => `WEEKDAY(${d})`,
    help: { usage: 'weekday(d)', zh: '星期几：星期日为 1，同 Excel', en: 'Day of the week: Sunday is 1, as in Excel' },
  }),
  strict(['date'], {
    name: 'iso_weekday', result: 'number', js: (d) => exact(calendar.isoWeekday(d)),
    sql: ([d]) => `extract(isodow from ${d})`, excel: ([d]) => `WEEKDAY(${d},2)`,
    help: { usage: 'iso_weekday(d)', zh: '星期几：星期一为 1', en: 'Day of the week: Monday is 1' },
  }),
]

const monthsSql = (a = '', b = ''): string =>
  `((extract(year from ${b}) - extract(year from ${a})) * 12 + extract(month from ${b}) - extract(month from ${a}) - case when extract(day from ${b}) < extract(day from ${a}) then 1 else 0 end)`
const signedMonthsSql = (a?: string, b?: string): string => `case when ${b} >= ${a} then ${monthsSql(a, b)} else - ${monthsSql(b, a)} end`
const monthsExcel = ([a, b]: readonly string[], unit: string): string => `IF(${b}>=${a},DATEDIF(${a},${b},"${unit}"),-DATEDIF(${b},${a},"${unit}"))`

const differences: RuleFunction[] = [
  strict(['date', 'date'], {
    name: 'days_between', result: 'number', js: (a, b) => exact(calendar.toDays(b) - calendar.toDays(a)),
    sql: ([a, b]) => `(${b} - ${a})::numeric`, excel: ([a, b]) => `(${b}-${a})`,
    help: { usage: 'days_between(start, end)', zh: '相隔天数', en: 'Days from start to end' },
  }),
  strict(['date', 'date'], {
    name: 'months_between', result: 'number', js: (a, b) => exact(calendar.monthsBetween(a, b)),
    sql: (args) => withSql(args, signedMonthsSql), excel: (args) => monthsExcel(args, 'm'),
    help: { usage: 'months_between(start, end)', zh: '相隔整月数', en: 'Whole months from start to end' },
  }),
  strict(['date', 'date'], {
    name: 'years_between', result: 'number', js: (a, b) => exact(Math.trunc(calendar.monthsBetween(a, b) / 12)),
    sql: (args) => withSql(args, (a, b) => `trunc((${signedMonthsSql(a, b)}) / 12)`), excel: (args) => monthsExcel(args, 'y'),
    help: { usage: 'years_between(start, end)', zh: '相隔整年数，如年龄', en: 'Whole years from start to end, such as an age' },
  }),
]

const steps: RuleFunction[] = [
  strict(['date', 'number'], {
    name: 'add_days', result: 'date', js: (d, n) => limited(n, DAYS, (days) => calendar.fromDays(calendar.toDays(d) + days)),
    sql: ([d, n]) => inCalendar(`${d} + ${stepSql(n, DAYS)}`),
    excel: ([d, n]) => `(${d}+${n})`,
    help: { usage: 'add_days(d, n) / d + n', zh: '加几天', en: 'n days later' },
  }),
  strict(['date', 'number'], {
    name: 'add_months', result: 'date', partial: true, js: (d, n) => limited(n, MONTHS, (months) => calendar.addMonths(d, months)),
    sql: ([d, n]) => inCalendar(`(${monthsLater(d, n)})::date`),
    excel: ([d, n]) => `EDATE(${d},${n})`,
    help: { usage: 'add_months(d, n)', zh: '加几个月', en: 'n months later' },
  }),
  strict(['date', 'number'], {
    name: 'eomonth', result: 'date', partial: true, js: (d, n) => limited(n, MONTHS, (months) => calendar.endOfMonth(d, months)),
    sql: ([d, n]) => inCalendar(`(date_trunc('month', ${monthsLater(d, n)}) + interval '1 month' - interval '1 day')::date`),
    excel: ([d, n]) => `EOMONTH(${d},${n})`,
    help: { usage: 'eomonth(d, n)', zh: 'n 个月后的月末', en: 'The last day of the month, n months later' },
  }),
  strict(['number', 'number', 'number'], {
    name: 'date', result: 'date', partial: true, js: dateOf,
    sql: ([y = '', m, d]) =>
      inCalendar(`(make_date(${wholeSql(y, 1, 9999)}, 1, 1) + make_interval(months => ${stepSql(m, 1200)} - 1))::date + (${stepSql(d, 100_000)} - 1)`),
    excel: (args) => `DATE(${args.join(',')})`,
    help: { usage: 'date(year, month, day) / date("2026-01-31")', zh: '由年、月、日得到日期', en: 'The date of year, month and day' },
  }),
]

export const dateFunctions: RuleFunction[] = [...parts, ...differences, ...steps]
