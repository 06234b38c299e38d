// The calendar, typed dates, Excel's numbers, instants and relative ranges.
import { expect, test } from 'vitest'
import fc from 'fast-check'
import { fromSerial, parseDate, toSerial } from './date-parse.ts'
import { isRelativeName, RELATIVE_NAMES, relativeRange } from './date-relative.ts'
import { formatDateTime, fromLocal, parseDateTime, parseTime, toLocal } from './date-time.ts'
import { dateAdd, dayNumber, daysBetween, fromDayNumber, isDate, isoWeek, today, weekday } from './date.ts'

test.each([
  '2026-1-5', '2026-01-05', '2026/1/5', '2026.1.5', '2026.01.05', '2026年1月5日', '2026年01月05号', '２０２６年１月５日', '20260105', '1/5/2026', '01/05/2026', '26-1-5', '26/01/05', '1/5/26', '46027', '46027.5', '二〇二六年一月五日', '二零二六年一月五日',
  '2026-1-5 14:30', '2026-01-05T14:30:00', '2026年1月5日14时30分', '2026年1月5日 下午2:30', '2026/1/5 0:00:00', '2026年1月5日 星期一', '2026-1-5（周一）', '5-Jan-26', 'Jan 5, 2026', '5 January 2026', ' 2026－1－5　', '2026 1 5', '2026 年 1 月 5 日', '2026年元月5日', '20260105143000',
])('%s is the fifth of January 2026', (typed) => expect(parseDate(typed)).toBe('2026-01-05'))

test.each([['二〇二六年十二月三十一日', '2026-12-31'], ['二〇二六年十月廿五日', '2026-10-25'], ['13/1/2026', '2026-01-13'], ['99-12-31', '1999-12-31'], ['29-1-1', '2029-01-01'], ['30-1-1', '1930-01-01'], ['1900-12-31', '1900-12-31'], ['9999-12-31', '9999-12-31'], ['2024-2-29', '2024-02-29']])('%s is %s', (typed, date) => expect(parseDate(typed)).toBe(date))

test.each([
  ['2026-2-30', 'date.none'], ['2025-2-29', 'date.none'], ['2026-13-1', 'date.none'], ['20261301', 'date.none'], ['', 'date.empty'], ['明天', 'date.bad'], ['2026年1月', 'date.noDay'], ['202601', 'date.noDay'], ['2026', 'date.noDay'], ['2026-01', 'date.noDay'],
  ['1月5日', 'date.noYear'], ['1-5', 'date.noYear'], ['260105', 'date.bad'], ['5', 'date.bad'], ['13/13/2026', 'date.none'], ['2026-1-5-6', 'date.bad'], ['0001-01-01', 'date.none'],
])('%s is refused as %s', (typed, key) => expect(parseDate(typed)).toMatchObject({ key }))

test('the column may say that the day comes first', () => {
  expect(parseDate('1/5/2026', { order: 'dmy' })).toBe('2026-05-01')
  expect(parseDate('1/13/2026', { order: 'dmy' })).toBe('2026-01-13')
})

test('Excel counts a day that never was', () => {
  expect([1, 59, 60, 61, 46027, 2958465].map((serial) => fromSerial(serial))).toEqual(['1900-01-01', '1900-02-28', undefined, '1900-03-01', '2026-01-05', '9999-12-31'])
  expect(fromSerial(0, true)).toBe('1904-01-01')
  expect(parseDate('44565', { date1904: true })).toBe('2026-01-05')
  expect(fromSerial(2958466)).toBeUndefined()
  expect(toSerial('1900-01-01')).toBe(1)
})

const anyDate = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('9999-12-31') }).map(fromDayNumber)

test('every day from 1900 on goes to Excel and back, and through JavaScript dates', () => {
  fc.assert(fc.property(anyDate, (date) => {
    expect(isDate(date)).toBe(true)
    expect(fromSerial(toSerial(date)!)).toBe(date)
    expect(new Date(dayNumber(date) * 86_400_000).toISOString().slice(0, 10)).toBe(date)
    expect(parseDate(date.replaceAll('-', '/'))).toBe(date)
  }), { numRuns: 3000 })
})

test('a contract signed on the last of January ends on the last of February', () => {
  expect(dateAdd('2026-01-31', 1, 'month')).toBe('2026-02-28')
  expect(dateAdd('2024-02-29', 1, 'year')).toBe('2025-02-28')
  expect(dateAdd('2026-03-31', -1, 'quarter')).toBe('2025-12-31')
  expect(dateAdd('2026-12-31', 1)).toBe('2027-01-01')
  expect(daysBetween('2026-01-01', '2027-01-01')).toBe(365)
})

test('weeks at the turn of the year follow ISO', () => {
  expect(isoWeek('2027-01-01')).toEqual({ year: 2026, week: 53 })
  expect(isoWeek('2025-12-29')).toEqual({ year: 2026, week: 1 })
  expect(weekday('2026-01-05')).toBe(1)
})

test('today is the day in Shanghai, wherever the server stands', () => {
  expect(today('Asia/Shanghai', new Date('2026-01-04T16:00:00Z'))).toBe('2026-01-05')
  expect(today('America/New_York', new Date('2026-01-04T16:00:00Z'))).toBe('2026-01-04')
})

test.each([
  ['2026-1-5 14:30', '2026-01-05T06:30:00.000Z'], ['2026年1月5日下午2时30分', '2026-01-05T06:30:00.000Z'], ['2026/1/5 2:30:15 PM', '2026-01-05T06:30:15.000Z'], ['2026-01-05T06:30:00Z', '2026-01-05T06:30:00.000Z'], ['2026-01-05T14:30+08:00', '2026-01-05T06:30:00.000Z'],
  ['20260105143000', '2026-01-05T06:30:00.000Z'], ['46027.6041666667', '2026-01-05T06:30:00.000Z'], ['2026-1-5', '2026-01-04T16:00:00.000Z'], ['2026-1-5 12:00 AM', '2026-01-04T16:00:00.000Z'], ['2026-1-5 下午2点', '2026-01-05T06:00:00.000Z'], ['1990-05-01', '1990-04-30T15:00:00.000Z'], ['2026-1-5 上午 9:05', '2026-01-05T01:05:00.000Z'],
])('%s is the instant %s', (typed, instant) => expect(parseDateTime(typed)).toBe(instant))

test('an instant is shown by the clock of its zone', () => {
  expect(formatDateTime('2026-01-05T06:30:00.000Z')).toBe('2026-01-05 14:30')
  expect(formatDateTime('2026-01-05T06:30:09Z', { zone: 'UTC', seconds: true })).toBe('2026-01-05 06:30:09')
})

test('impossible times are refused', () => {
  expect(parseDateTime('2026-1-5 25:00')).toMatchObject({ key: 'date.time' })
  expect(parseDateTime('2026-1-5 13:00 PM')).toMatchObject({ key: 'date.time' })
  expect(parseDateTime('2026-2-30 10:00')).toMatchObject({ key: 'date.none' })
})

test('an instant shows the clock of its zone and comes back', () => {
  fc.assert(fc.property(anyDate.filter((date) => date < '2100'), fc.nat(86_399), fc.constantFrom('Asia/Shanghai', 'UTC', 'Asia/Kathmandu', 'Pacific/Apia', 'America/New_York'), (date, second, zone) => {
    const instant = fromLocal(date, second * 1000, zone)
    const local = toLocal(instant, zone)
    const again = fromLocal(local.date, Date.parse(`1970-01-01T${local.time}Z`), zone)
    // an hour that summer time repeats has two instants
    expect(Math.abs(Date.parse(again) - Date.parse(instant))).toBeLessThanOrEqual(3_600_000)
  }))
})

test.each([
  ['today', '2026-05-20', '2026-05-20'], ['yesterday', '2026-05-19', '2026-05-19'], ['thisWeek', '2026-05-18', '2026-05-24'], ['lastWeek', '2026-05-11', '2026-05-17'], ['nextWeek', '2026-05-25', '2026-05-31'], ['thisMonth', '2026-05-01', '2026-05-31'],
  ['lastMonth', '2026-04-01', '2026-04-30'], ['thisQuarter', '2026-04-01', '2026-06-30'], ['lastQuarter', '2026-01-01', '2026-03-31'], ['nextYear', '2027-01-01', '2027-12-31'], ['last7Days', '2026-05-14', '2026-05-20'], ['next30Days', '2026-05-20', '2026-06-18'], ['thisYearToDate', '2026-01-01', '2026-05-20'],
] as const)('%s on 20 May 2026', (name, from, to) => expect(relativeRange(name, '2026-05-20')).toEqual({ from, to }))

test('ranges always hold together', () => {
  expect(isRelativeName('last0Days') || isRelativeName('someday')).toBe(false)
  fc.assert(fc.property(anyDate.filter((date) => date > '1902' && date < '9990'), fc.constantFrom(...RELATIVE_NAMES), (day, name) => {
    const { from, to } = relativeRange(name, day)
    expect(isRelativeName(name) && from <= to).toBe(true)
    if (name.startsWith('this')) expect(from <= day && day <= to).toBe(true)
  }))
})

test('no text makes it throw', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.array(fc.constantFrom(...'0126年月日-/.: 一二十T上午P'), { maxLength: 12 }).map((chars) => chars.join(''))), (text) => {
    const date = parseDate(text)
    if (typeof date === 'string') expect(isDate(date)).toBe(true)
    parseDateTime(text)
  }), { numRuns: 3000 })
})

test.each([
  ['9:00', '09:00'], ['14：30', '14:30'], ['9点', '09:00'], ['9点半', '09:30'], ['下午2点', '14:00'], ['下午2点30分', '14:30'], ['1430', '14:30'], ['930', '09:30'], ['2:15 PM', '14:15'], ['0.375', '09:00'], ['23:59:59', '23:59'],
])('a time of day written %s is %s', (text, time) => expect(parseTime(text)).toBe(time))

test.each(['25:00', '9', '9:60', '2026-01-05 9:00', '上午', 'x'])('%s is no time of day', text => expect(parseTime(text)).toMatchObject({ key: 'time.notATime' }))
