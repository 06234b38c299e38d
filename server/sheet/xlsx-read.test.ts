// What a person sees in Excel is what is read: numbers, dates, texts, merges, hidden rows.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { utils, write } from '@e965/xlsx'
import fc from 'fast-check'
import { writeXlsx, writeXlsxStream } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { formatKind, numberText, serialText, toSerial } from './number-text.ts'
import { rawBook } from './raw-zip.ts'
import { openScan, readWorkbook } from './read-workbook.ts'
import { readBytes, values } from './reading-kit.ts'

const STYLES = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="165" formatCode="yyyy-mm-dd hh:mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${
  [0, 14, 164, 165, 10, 20, 46, 31].map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`
const n = (ref: string, value: string, style = 0): string => `<c r="${ref}" s="${style}"><v>${value}</v></c>`

describe('a number', () => {
  it.each([
    ['0.30000000000000004', '0.3'], ['1.38E10', '13800000000'], ['13800138000', '13800138000'], ['-100', '-100'], ['1E+20', '100000000000000000000'],
    ['1.1000000000000001', '1.1'], ['-0', '0'], ['0', '0'], ['12.50', '12.5'], ['1e-7', '0.0000001'], ['123456789012345678', '123456789012346000'], ['0012', '12'], ['99999.99', '99999.99'], ['-0.1', '-0.1'],
  ])('stored as %s reads %s', (stored, text) => {
    expect(numberText(stored)).toBe(text)
  })

  it('of up to 15 digits reads as it was typed', () => {
    fc.assert(fc.property(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 6 }), (whole, places) => {
      const typed = String(Number((whole / 10 ** places).toFixed(places)))
      expect(Number(numberText(typed))).toBe(Number(typed))
      expect(numberText(String(Number(typed)))).not.toMatch(/e/i)
    }))
  })

  it('that is no number is not invented', () => {
    expect(['', ' ', 'NaN', 'Infinity', '1E999', 'abc'].map(numberText)).toEqual([null, null, null, null, null, null])
  })
})

describe('a date', () => {
  it('is the same day in every time zone and both date systems', () => {
    expect([serialText(46_204, 'date', false), serialText(44_742, 'date', true), serialText(1, 'date', false), serialText(59, 'date', false), serialText(61, 'date', false), serialText(2_958_465, 'date', false)])
      .toEqual(['2026-07-01', '2026-07-01', '1900-01-01', '1900-02-28', '1900-03-01', '9999-12-31'])
  })

  it('that does not exist stays a number', () => {
    expect([serialText(-5, 'date', false), serialText(60, 'date', false), serialText(0, 'date', false), serialText(2_958_466, 'date', false)]).toEqual([null, null, null, null])
  })

  it('with a time is rounded to the second, over midnight too', () => {
    expect(serialText(46_204.395_833_333_3, 'dateTime', false)).toBe('2026-07-01T09:30:00')
    expect(serialText(46_204.999_999_9, 'dateTime', false)).toBe('2026-07-02T00:00:00')
    expect(serialText(0.5, 'time', false)).toBe('12:00:00')
  })

  it('goes to a serial and back', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 2_958_465 }), fc.integer({ min: 0, max: 86_399 }), (day, second) => {
      fc.pre(day !== 60)
      const date = serialText(day, 'date', false) ?? ''
      expect(toSerial(date)).toBe(String(day))
      const moment = serialText(day + second / 86_400, 'dateTime', false) ?? ''
      expect(serialText(Number(toSerial(moment)), 'dateTime', false)).toBe(moment)
    }))
    expect(['2026-02-30', '1899-12-31', '2026-7-1', '', '2026-07-01T25:00'].map(toSerial)).toEqual([null, null, null, null, null])
  })

  it('is known by its number format', () => {
    const cases: [string, string][] = [['yyyy/m/d', 'date'], ['m"月"d"日"', 'date'], ['[$-804]yyyy"年"m"月"', 'date'], ['h:mm AM/PM', 'time'], ['[h]:mm', 'elapsed'], ['yyyy-mm-dd hh:mm:ss', 'dateTime'], ['0.00%', 'percent'],
      ['#,##0.00"元"', 'number'], ['General', 'number'], ['G/通用格式', 'number'], ['0.00E+00', 'number'], ['[Red]-0.00', 'number'], ['"day"0', 'number'], ['0;[Red]"d"', 'number'], ['@', 'number'], ['_ ¥* #,##0.00_ ', 'number']]
    expect(cases.map(([code]) => [code, formatKind(200, code)])).toEqual(cases)
  })
})

describe('a workbook of another maker', () => {
  const table = [['名称', '金额', '日期'], ['杭州云海', 12.5, new Date(Date.UTC(2026, 6, 1))]]
  const read = [['名称', '金额', '日期'], ['杭州云海', '12.5', '2026-07-01']]

  it('is read: hucre, with 64-bit sizes as Java programs write them', async () => {
    const chunks = await new Response(writeXlsxStream(table, { name: '表', zip64: true })).arrayBuffer()
    expect(values((await readBytes(Buffer.from(chunks))).rows[0])).toEqual(read)
  })

  it('is read: hucre, written whole', async () => {
    expect(values((await readBytes(Buffer.from(await writeXlsx({ sheets: [{ name: '表', rows: table }] })))).rows[0])).toEqual(read)
  })

  it('is read: SheetJS, with shared texts', async () => {
    const book = utils.book_new(utils.aoa_to_sheet(table, { UTC: true, dateNF: 'yyyy/mm/dd' }), '表')
    expect(values((await readBytes(write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true, compression: true }) as Buffer)).rows[0])).toEqual(read)
  })
})

describe('a workbook', () => {
  it('shows numbers, dates, times and percentages as their formats say', async () => {
    const rows = `<row r="1">${n('A1', '13800138000')}${n('B1', '46204', 1)}${n('C1', '46204', 2)}${n('D1', '46204.3958333333', 3)}${n('E1', '0.15', 4)}${n('F1', '0.5', 5)}${n('G1', '1.5', 6)}${n('H1', '46204', 7)}${n('I1', '-3', 1)}</row>`
    const [row] = (await readBytes(rawBook({ rows, styles: STYLES }))).rows[0] ?? []
    expect(row?.cells).toEqual([
      { t: 'n', v: '13800138000' }, { t: 'd', v: '2026-07-01' }, { t: 'd', v: '2026-07-01' }, { t: 'd', v: '2026-07-01T09:30:00' }, { t: 'n', v: '0.15', p: true },
      { t: 's', v: '12:00:00' }, { t: 'n', v: '1.5' }, { t: 'd', v: '2026-07-01' }, { t: 'n', v: '-3' },
    ])
  })

  it('of a Mac counts days from 1904', async () => {
    const { rows } = await readBytes(rawBook({ workbookProperties: '<workbookPr date1904="1"/>', rows: `<row r="1">${n('A1', '44742', 1)}</row>`, styles: STYLES }))
    expect(values(rows[0])).toEqual([['2026-07-01']])
  })

  it('gives the cached value of a formula, errors, yes/no, and texts without their phonetic guide', async () => {
    const rows = `<row r="2"><c r="A2"><f>1+1</f><v>3</v></c><c r="B2" t="e"><f>NA()</f><v>#N/A</v></c><c r="C2" t="b"><v>1</v></c><c r="D2" t="str"><f>"a"</f><v>a_x000D_
b</v></c><c r="E2" t="inlineStr"><is><r><t>王</t></r><r><t>伟</t></r><rPh sb="0" eb="1"><t>オウ</t></rPh></is></c><c r="F2" t="s"><v>0</v></c><c r="G2" s="1"/></row>`
    const shared = '<sst><si><t xml:space="preserve"> 李&amp;娜&#10;&lt;x&gt; </t><rPh sb="0" eb="1"><t>リ</t></rPh></si></sst>'
    const [row] = (await readBytes(rawBook({ rows, shared, styles: STYLES }))).rows[0] ?? []
    expect(row).toEqual({ index: 1, cells: [{ t: 'n', v: '3', f: '1+1' }, { t: 'e', v: '#N/A', f: 'NA()' }, { t: 'b', v: 'true' }, { t: 's', v: 'a\nb', f: '"a"' }, { t: 's', v: '王伟' }, { t: 's', v: ' 李&娜\n<x> ' }] })
  })

  it('tells merged ranges, hidden rows and hidden columns, and takes prefixed tags', async () => {
    const sheet = '<x:worksheet xmlns:x="m"><x:cols><x:col min="2" max="3" hidden="1"/></x:cols><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>标题</x:t></x:is></x:c></x:row><x:row r="3" hidden="1"><x:c r="B3"><x:v>1</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:C2"/></x:mergeCells></x:worksheet>'
    const { rows, sheets } = await readBytes(rawBook({ sheet }))
    expect(sheets[0]).toMatchObject({ merges: [{ top: 0, left: 0, bottom: 1, right: 2 }], hiddenRows: [2], hiddenColumns: [1, 2], rowCount: 3, columnCount: 2 })
    expect(rows[0]).toEqual([{ index: 0, cells: [{ t: 's', v: '标题' }] }, { index: 2, cells: [null, { t: 'n', v: '1' }] }])
  })

  it('is found again in its folder after a restart, from any row on', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'sheet-scan-'))
    const path = `${dir}.xlsx`
    await writeFile(path, rawBook({ rows: [1, 2, 3].map((row) => `<row r="${row}">${n(`A${row}`, String(row))}</row>`).join('') }))
    const { sheets } = await readWorkbook(path, { fileName: '客户.xlsx', dir })
    const again = await openScan(dir)
    const indexes: number[] = []
    for await (const { index } of again.rows(0, 1)) indexes.push(index)
    expect({ sheets: again.sheets, indexes }).toEqual({ sheets, indexes: [1, 2] })
    await again.dispose()
    await rm(path)
    await expect(openScan(dir)).rejects.toThrow('ENOENT')
  })
})
