// Lunar birthdays fall where the almanac says.
import { expect, test } from 'vitest'
import fc from 'fast-check'
import { LunarYear } from 'tyme4ts'
import { formatBirthday, parseBirthday } from './birthday-text.ts'
import { dayNumber, fromDayNumber, toDate } from './date.ts'
import { FIRST_LUNAR_YEAR, LAST_LUNAR_YEAR, lunarMonths } from './lunar-table.ts'
import { ageOn, birthDate, birthdayInYear, isBirthday, lunarOf, nextBirthday, readBirthday } from './lunar.ts'

test('New Year is where ICU gets it wrong', () => {
  expect(birthdayInYear('L--01-01', 2027)).toBe('2027-02-06')
  expect(birthdayInYear('L--01-01', 2030)).toBe('2030-02-03')
  expect(lunarOf('2027-02-06')).toBe('L2027-01-01')
})

test('who was born on 腊月三十 celebrates on New Year’s Eve, also when it is the 29th', () => {
  expect(nextBirthday('L1990-12-30', '2025-01-01')).toBe('2025-01-28')
  expect(nextBirthday('L1990-12-30', '2026-01-01')).toBe('2026-02-16')
  expect(nextBirthday('L--12-30', '2025-01-29')).toBe('2026-02-16')
})

test('a birthday in a leap month is kept in the leap month, else in the regular one', () => {
  expect(birthDate('L1990-+05-07')).toBe('1990-06-29')
  expect(birthdayInYear('L1987-+06-01', 2025)).toBe('2025-07-25')
  expect(birthdayInYear('L1987-+06-01', 2026)).toBe(birthdayInYear('L1987-06-01', 2026))
  expect(birthdayInYear('L1987-06-01', 2025)).toBe('2025-06-25')
  expect([readBirthday('L2023-+02-01'), readBirthday('L2025-+06-01'), readBirthday('L2033-+11-01')].every(Boolean)).toBe(true)
  expect(readBirthday('L2024-+02-01')).toBeUndefined()
})

test('February 29 is kept on the 28th in common years', () => {
  expect(birthdayInYear('2000-02-29', 2026)).toBe('2026-02-28')
  expect(birthdayInYear('--02-29', 2028)).toBe('2028-02-29')
  expect(ageOn('2000-02-29', '2026-02-27')).toBe(25)
  expect(ageOn('2000-02-29', '2026-02-28')).toBe(26)
})

test('a lunar birthday at the year’s turn may miss a solar year', () => {
  const days = Array.from({ length: 60 }, (_, i) => birthdayInYear('L--11-25', 2000 + i))
  expect(days.includes(undefined)).toBe(true)
  expect(nextBirthday('L--11-25', '2026-06-01')).toMatch(/^202[67]-/)
})

test('age counts from the day of birth', () => {
  expect(ageOn('1990-05-01', '2026-04-30')).toBe(35)
  expect(ageOn('1990-05-01', '2026-05-01')).toBe(36)
  expect(ageOn('L1990-04-07', '2026-05-01')).toBe(36)
  expect(ageOn('--05-01', '2026-05-01')).toBeUndefined()
  expect(ageOn('2030-01-01', '2026-05-01')).toBeUndefined()
})

test('every month of 1900 to 2100 begins where tyme4ts says', () => {
  for (let year = FIRST_LUNAR_YEAR; year <= LAST_LUNAR_YEAR; year++) {
    const theirs = LunarYear.fromYear(year).getMonths().map((month) => {
      const first = month.getFirstDay().getSolarDay()
      return { month: Math.abs(month.getMonthWithLeap()), leap: month.isLeap(), first: dayNumber(toDate(first.getYear(), first.getMonth(), first.getDay())), days: month.getDayCount() }
    })
    expect(lunarMonths(year)).toEqual(theirs)
  }
  expect([lunarMonths(FIRST_LUNAR_YEAR - 1), lunarMonths(LAST_LUNAR_YEAR + 1)]).toEqual([[], []])
})

test('every day from 1901 to 2100 has one lunar day and comes back', () => {
  const last = dayNumber('2100-12-31')
  let wrong = 0
  for (let number = dayNumber('1901-01-01'); number <= last; number++) {
    const date = fromDayNumber(number)
    const lunar = lunarOf(date)
    if (!lunar || birthDate(lunar) !== date) wrong++
  }
  expect(wrong).toBe(0)
})

test.each([
  ['1990-05-01', '1990-05-01'], ['1990年5月1日', '1990-05-01'], ['公历1990.5.1', '1990-05-01'], ['32994', '1990-05-01'], ['5月1日', '--05-01'], ['5/1', '--05-01'], ['一九九〇年五月一日', '1990-05-01'], ['农历四月初七', 'L--04-07'], ['四月初七', 'L--04-07'], ['农历4月7日', 'L--04-07'],
  ['1990年农历四月初七', 'L1990-04-07'], ['农历1990年四月初七', 'L1990-04-07'], ['农历1990-4-7', 'L1990-04-07'], ['1990年4月7日（农历）', 'L1990-04-07'], ['阴历1990.04.07', 'L1990-04-07'], ['1990年农历闰五月初七', 'L1990-+05-07'], ['一九九〇年闰五月初七', 'L1990-+05-07'], ['正月十五', 'L--01-15'], ['腊月三十', 'L--12-30'], ['冬月廿三', 'L--11-23'],
  ['八月十五', 'L--08-15'], ['农历十二月二十三', 'L--12-23'], ['L1990-+05-07', 'L1990-+05-07'], ['--05-01', '--05-01'], ['农历19900407', 'L1990-04-07'], ['农历：四月初七', 'L--04-07'],
])('%s is the birthday %s', (typed, value) => expect(parseBirthday(typed)).toBe(value))

test('a column of lunar birthdays needs no mark', () => {
  expect(parseBirthday('1990-04-07', { lunar: true })).toBe('L1990-04-07')
  expect(parseBirthday('4月7日', { lunar: true })).toBe('L--04-07')
  expect(parseBirthday('公历1990-04-07', { lunar: true })).toBe('1990-04-07')
})

test.each([['', 'birthday.empty'], ['不详', 'birthday.bad'], ['1990-02-30', 'date.none'], ['农历1991年闰五月初七', 'birthday.lunar'], ['农历四月三十一', 'birthday.lunar'], ['13月1日', 'date.none'], ['农历1850年四月初七', 'birthday.lunar']])('%s is refused as %s', (typed, key) => {
  expect(parseBirthday(typed)).toMatchObject({ key })
})

test('birthdays are written as people say them', () => {
  expect(['1990-05-01', '--05-01', 'L1990-04-07', 'L1990-+05-07', 'L--12-29', 'L--01-20'].map((value) => formatBirthday(value, 'zh'))).toEqual(['1990年5月1日', '5月1日', '农历1990年四月初七', '农历1990年闰五月初七', '农历腊月廿九', '农历正月二十'])
  expect(formatBirthday('L1990-+05-07', 'en')).toBe('Lunar 1990, leap month 05-07')
})

test('what is written in Chinese is read back', () => {
  const day = fc.integer({ min: dayNumber('1901-01-01'), max: dayNumber('2099-12-31') }).map(fromDayNumber)
  fc.assert(fc.property(day, fc.boolean(), fc.boolean(), (date, lunar, withYear) => {
    const full = lunar ? lunarOf(date)! : date
    const value = withYear ? full : full.replace(/\d{4}/, '-')
    expect(parseBirthday(formatBirthday(value, 'zh'))).toBe(value)
  }))
})

test('no text makes it throw', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.array(fc.constantFrom(...'农历19正闰月日初十二-/L+'), { maxLength: 12 }).map((chars) => chars.join(''))), (text) => {
    const value = parseBirthday(text)
    if (typeof value === 'string') expect(isBirthday(value)).toBe(true)
  }), { numRuns: 2000 })
})
