// Amounts as they stand in real workbooks.
import { expect, test } from 'vitest'
import fc from 'fast-check'
import { formatAmount, parseAmount, parsePercent } from './amount.ts'

test.each([
  ['1234.50', '1234.5'], ['￥１，２３４．５０', '1234.5'], ['¥ 1,234,567', '1234567'], ['RMB 1200', '1200'], ['1200元', '1200'], ['人民币1,200元整', '1200'], ['12万', '120000'],
  ['12.5万元', '125000'], ['1.2亿', '120000000'], ['1亿2000万', '120000000'], ['3千', '3000'], ['3w', '30000'], ['300万元', '3000000'], ['(1,234.00)', '-1234'], ['（300元）', '-300'],
  ['-100', '-100'], ['－１００', '-100'], ['−5.5', '-5.5'], ['100-', '-100'], ['负100', '-100'], ['-¥1,200.00', '-1200'], ['¥-1200', '-1200'], ['+5', '5'], ['.5', '0.5'], ['007', '7'],
  ['1.2E5', '120000'], ['1234元5角6分', '1234.56'], ['5角', '0.5'], ['一万二千三百', '12300'], ['一万二千三百元', '12300'], ['壹万贰仟叁佰元整', '12300'], ['人民币壹佰元伍角整', '100.5'], ['负二百', '-200'], ['0.00', '0'], ['-0', '0'],
  ['五块', '5'], ['三万元', '30000'], ['9999999999999.99', '9999999999999.99'],
])('%s is %s', (typed, value) => expect(parseAmount(typed)).toBe(value))

test.each([
  ['', 'amount.empty'], ['　', 'amount.empty'], ['面议', 'amount.bad'], ['#N/A', 'amount.bad'], ['-', 'amount.bad'], ['1,23', 'amount.separator'], ['1.234,50', 'amount.bad'], ['$100', 'amount.currency'], ['100美元', 'amount.currency'],
  ['3-5万', 'amount.range'], ['1.2.3', 'amount.bad'], ['5千3万', 'amount.bad'], ['12,345.6.7万', 'amount.bad'], ['123456789012345678901', 'amount.large'], ['--5', 'amount.bad'], ['1万2', 'amount.bad'], ['万', 'amount.bad'], ['元', 'amount.bad'],
])('%s is refused as %s', (typed, key) => expect(parseAmount(typed)).toMatchObject({ key }))

test.each([['95%', '0.95'], ['９５％', '0.95'], ['12.5 %', '0.125'], ['5‰', '0.005'], ['-3%', '-0.03'], ['百分之九十五', '0.95'], ['0.95', '0.95'], ['1', '1'], ['95', '0.95'], ['120', '1.2']])('%s is the share %s', (typed, value) => {
  expect(parsePercent(typed)).toBe(value)
})

test('a bare number means what the column says', () => {
  expect(parsePercent('1', { bare: 'percent' })).toBe('0.01')
  expect(parsePercent('95', { bare: 'fraction' })).toBe('95')
  expect(parsePercent('很高')).toEqual({ key: 'percent.bad', params: { text: '很高' } })
})

test('an amount is shown grouped, with its sign before the symbol', () => {
  expect(formatAmount('-1234.5', { symbol: '¥' })).toBe('-¥1,234.50')
  expect(formatAmount('1234567', { unit: '万' })).toBe('123.46万')
  expect(formatAmount('1', { symbol: '$', places: 0 })).toBe('$1')
})

test('what is shown is read back', () => {
  fc.assert(fc.property(fc.bigInt({ min: -99_999_999_999_999n, max: 99_999_999_999_999n }), (cents) => {
    const absolute = cents < 0n ? -cents : cents
    const value = parseAmount(`${cents < 0n ? '-' : ''}${absolute / 100n}.${String(absolute % 100n).padStart(2, '0')}`) as string
    expect(parseAmount(formatAmount(value, { symbol: '¥' }))).toBe(value)
  }))
})

test('no text whatever makes it throw', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.array(fc.constantFrom(...'0123,.万亿千元角-()%一二十百壹点e'), { maxLength: 10 }).map((chars) => chars.join(''))), (text) => {
    const value = parseAmount(text)
    if (typeof value === 'string') expect(value).toMatch(/^-?\d+(\.\d+)?$/)
    parsePercent(text)
  }), { numRuns: 3000 })
})
