// The clipboard's text: what Excel writes is read, what is written Excel reads.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatHtml, formatTsv, parseTsv } from './tsv.ts'

describe('clipboard text', () => {
  test('a quoted cell holds tabs, line breaks and quotes', () => {
    expect(parseTsv('a\t"第一行\n第二行"\t"说""好"""\r\n1\t2\t3\r\n')).toEqual([['a', '第一行\n第二行', '说"好"'], ['1', '2', '3']])
  })

  test('a quote that somebody just typed is not Excel quoting', () => {
    expect(parseTsv('"开头\t5" 管\r\n')).toEqual([['"开头', '5" 管']])
  })

  test('empty cells and empty lines keep their places, the last line break does not count', () => {
    expect(parseTsv('\ta\r\n\r\nb\t')).toEqual([['', 'a'], [''], ['b', '']])
    expect(parseTsv('x\n')).toEqual([['x']])
    expect(parseTsv('')).toEqual([['']])
  })

  test('whatever is copied comes back the same', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '中', '"', '\t', '\n', '\r', ' ', ',') })
    fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
      expect(parseTsv(formatTsv(rows))).toEqual(rows)
    }))
  })

  test('the table beside it is escaped, and texts stay texts in Excel', () => {
    expect(formatHtml([['<b>&', '12.5']], [false, true])).toBe(
      '<table><tr><td style="mso-number-format:\'\\@\'">&lt;b&gt;&amp;</td><td>12.5</td></tr></table>')
  })
})
