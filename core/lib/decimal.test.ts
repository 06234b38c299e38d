// Money to the last 分.
import { expect, test } from 'vitest'
import fc from 'fast-check'
import { add, allocate, cmp, div, formatDecimal, mul, round, sub, sum } from './decimal.ts'

test('a tenth and two tenths are three tenths', () => {
  expect(add('0.1', '0.2')).toBe('0.3')
  expect(sub('1', '0.9')).toBe('0.1')
  expect(mul('9999999999999.99', '1.13')).toBe('11299999999999.9887')
  expect(div('1', '8')).toBe('0.125')
  expect(sum(['0.1', '0.2', '-0.3'])).toBe('0')
  expect(cmp('1.10', '1.1')).toBe(0)
})

test('halves round away from zero', () => {
  expect(['2.345', '-2.345', '1.005', '-0.001', '2'].map((value) => round(value, 2))).toEqual(['2.35', '-2.35', '1.01', '0.00', '2.00'])
})

test('a discount of 100.00 over three lines leaves the odd 分 with the largest', () => {
  expect(allocate('100.00', ['1', '1', '1'])).toEqual(['33.34', '33.33', '33.33'])
  expect(allocate('100', ['1', '3', '3'], 2)).toEqual(['14.29', '42.85', '42.86'])
  expect(allocate('10', ['0', '0'], 0)).toEqual(['5', '5'])
  expect(() => allocate('0.001', ['1'])).toThrow()
})

test('parts always add up to the total', () => {
  const money = fc.bigInt({ min: -999_999_999_999_999n, max: 999_999_999_999_999n }).map((cents) => div(cents.toString(), '100'))
  fc.assert(fc.property(money, fc.array(fc.nat(100_000).map(String), { minLength: 1, maxLength: 12 }), (total, weights) => {
    expect(cmp(sum(allocate(total, weights)), total)).toBe(0)
  }), { numRuns: 1000 })
})

test('thousands are grouped', () => {
  expect(formatDecimal('1234567.5', { places: 2 })).toBe('1,234,567.50')
  expect(formatDecimal('-123')).toBe('-123')
  expect(formatDecimal('1234.5', { group: false })).toBe('1234.5')
})
