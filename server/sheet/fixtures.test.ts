// The messy workbook of a sales office: found again as it was built, from .xlsx and from GBK .csv.
import { describe, expect, it } from 'vitest'
import { guessTable } from '#core/lib/guess-table.ts'
import { encodeGb18030 } from './gb18030.ts'
import { messyWorkbook } from './fixtures.ts'
import { readBytes } from './reading-kit.ts'

describe('the messy workbook', () => {
  it.each(['xlsx', 'csv'] as const)('is understood as .%s', async (format) => {
    const messy = await messyWorkbook()
    const { rows, sheets, kind } = await readBytes(messy[format], { fileName: `客户台账.${format}` })
    const guess = guessTable(rows[0] ?? [], sheets[0]?.merges ?? [])
    expect(kind).toBe(format)
    expect(sheets[0]?.name).toBe(messy.truth.sheet)
    expect({ headerRow: guess.headerRow, headerRows: guess.headerRows, titles: guess.columns.map(({ title }) => title) })
      .toEqual({ headerRow: messy.truth.headerRow, headerRows: messy.truth.headerRows, titles: messy.truth.titles })
    const kept = (rows[0] ?? []).filter(({ index }) => index >= guess.firstRow && index <= guess.lastRow && !guess.skipped.some(({ row }) => row === index))
    expect(kept.map(({ index }) => index)).toEqual(messy.truth.customers.map(({ row }) => row))
    expect(kept.map(({ cells }) => cells[2]?.v?.trim())).toEqual(messy.truth.customers.map(({ name }) => name))
    expect(guess.skipped.toSorted((a, b) => a.row - b.row)).toEqual(messy.truth.skipped.toSorted((a, b) => a.row - b.row))
  })
})

describe('GB18030', () => {
  it('is encoded so that the decoder gives the same text for every character', () => {
    let all = ''
    for (let code = 0x20; code <= 0x2ffff; code++) if ((code < 0xd800 || code > 0xdfff) && (code < 0xe000 || code > 0xf8ff) && code !== 0xfffd) all += String.fromCodePoint(code)
    expect(new TextDecoder('gb18030').decode(encodeGb18030(all)) === all).toBe(true)
  })
})
