// Whatever part of a text somebody types must be found.
import { expect, test } from 'vitest'
import fc from 'fast-check'
import { grams, queryGrams } from './grams.ts'

const found = (text: string, term: string): boolean => {
  const stored = new Set(grams(text))
  return queryGrams(term).every((token) => stored.has(token))
}

test('one or two Chinese characters find the customer', () => {
  expect(grams('王伟')).toEqual(['王', '伟', '王伟'])
  expect(found('杭州西湖商贸有限公司', '西湖')).toBe(true)
  expect(found('杭州西湖商贸有限公司', '湖')).toBe(true)
  expect(found('杭州西湖商贸有限公司', '湖西')).toBe(false)
})

test('a number is found by its beginning and by any three digits', () => {
  expect(found('13800138000', '13')).toBe(true)
  expect(found('13800138000', '0138')).toBe(true)
  expect(found('13800138000', '８０００')).toBe(true)
  expect(found('13800138000', '139')).toBe(false)
})

test('a product name mixes letters and Chinese', () => {
  for (const term of ['A3打印机', 'a3', '3打', '打印', 'A3 打印机', '机X', 'x200']) expect(found('激光A3打印机X200', term)).toBe(true)
  expect(found('激光A4打印机', 'A3打印机')).toBe(false)
})

test('a mail address is found across its punctuation', () => {
  for (const term of ['wang@', '8@qq.com', 'qq.com', 'ng8@q']) expect(found('wang8@qq.com', term)).toBe(true)
})

test('a term of punctuation alone asks for nothing', () => {
  expect(queryGrams(' -— ')).toEqual([])
})

test('a rare character of two code units is one character', () => {
  expect(grams('𠮷野家')).toContain('𠮷野')
  expect(found('𠮷野家', '𠮷')).toBe(true)
})

// Parts of texts: Chinese, words, punctuation; a substring counts when its edges do not cut a word below three characters.
const char = fc.constantFrom(...'王伟西湖商贸有限公司𠮷', ...'aB39xZ０', ...'-@.、 ')
const shortEdge = /^[a-z0-9]{1,2}(?=[^a-z0-9])|(?<=[^a-z0-9])[a-z0-9]{1,2}$|^[a-z0-9]{1,2}$/

test('any part of any text is found', () => {
  fc.assert(fc.property(fc.array(char, { minLength: 1, maxLength: 20 }), fc.nat(), fc.nat(), (chars, a, b) => {
    const from = a % chars.length
    const term = chars.slice(from, from + 1 + (b % (chars.length - from))).join('')
    fc.pre(term.trim().split(/\s+/).every((word) => !shortEdge.test(word.toLowerCase().replaceAll('０', '0'))))
    expect(found(chars.join(''), term)).toBe(true)
  }), { numRuns: 2000 })
})

test('a word cut at its end beside Chinese is found too', () => {
  fc.assert(fc.property(fc.stringMatching(/^[a-z0-9]{1,8}$/), fc.constantFrom('打印机', '王'), fc.nat(), (word, han, cut) => {
    const from = cut % word.length
    expect(found(word + han, word.slice(from) + han)).toBe(true)
  }))
})
