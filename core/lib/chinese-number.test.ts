// Amounts in words, read and written.
import { expect, test } from 'vitest'
import fc from 'fast-check'
import { readChineseMoney, readChineseNumber, toChineseCapital } from './chinese-number.ts'

test.each([
  ['一万二千三百', '12300'], ['一万二', '12000'], ['三百五', '350'], ['一百零五', '105'], ['二十五', '25'], ['十', '10'], ['两千零五十', '2050'],
  ['一亿二千万', '120000000'], ['一万二千亿', '1200000000000'], ['三点五万', '35000'], ['三点一四', '3.14'], ['二〇二六', '2026'], ['廿三', '23'], ['五', '5'], ['零', '0'],
])('%s is %s', (words, number) => expect(readChineseNumber(words)).toBe(number))

test.each(['五百三千', '二二十', '万', '三点', '王伟', ''])('%s is no number', (words) => expect(readChineseNumber(words)).toBeUndefined())

test('an amount on an invoice is read', () => {
  expect(readChineseMoney('壹万贰仟叁佰元整')).toBe('12300')
  expect(readChineseMoney('叁佰元零伍分')).toBe('300.05')
  expect(readChineseMoney('伍角')).toBe('0.5')
})

test.each([
  ['0', '零元整'], ['12300.5', '壹万贰仟叁佰元伍角整'], ['10005', '壹万零伍元整'], ['20000300', '贰仟万零叁佰元整'], ['300.05', '叁佰元零伍分'], ['0.05', '伍分'],
  ['100000000', '壹亿元整'], ['1000000000000', '壹万亿元整'], ['1000000010000', '壹万亿零壹万元整'], ['-1.23', '负壹元贰角叁分'], ['0.004', '零元整'],
])('%s is written %s', (number, words) => expect(toChineseCapital(number)).toBe(words))

test('what is written in capitals is read back', () => {
  fc.assert(fc.property(fc.bigInt({ min: 1n, max: 999_999_999_999_999n }), (cents) => {
    const value = `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`
    expect(Number(readChineseMoney(toChineseCapital(value)))).toBe(Number(value))
  }), { numRuns: 2000 })
})
