// Full-width characters and invisible dirt from pasted cells.
import { expect, test } from 'vitest'
import fc from 'fast-check'
import { cleanLines, cleanText, foldWidth } from './width.ts'

test('a phone number typed with a Chinese keyboard becomes plain digits', () => {
  expect(foldWidth('１３８－００１３　８０００（ＡＢ）￥')).toBe('138-0013 8000(AB)¥')
  expect(foldWidth('王伟，、。')).toBe('王伟,、。')
})

test('a name pasted from a web page loses everything nobody sees', () => {
  expect(cleanText('\ufeff 王\u200b伟\u3000\u3000商\u00a0贸\t\r\n有限\u0000公司 ')).toBe('王伟 商 贸 有限公司')
  expect(cleanText('王伟')).toBe('王伟')
})

test('a note keeps its lines', () => {
  expect(cleanLines(' 第一行  说\r\n\r\n第二行\u3000\n')).toBe('第一行 说\n\n第二行')
})

test('cleaning twice changes nothing more', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
    const once = cleanText(text)
    expect(cleanText(once)).toBe(once)
    const lines = cleanLines(text)
    expect(cleanLines(lines)).toBe(lines)
  }))
})
