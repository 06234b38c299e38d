// What is written is read back the same, by us and by two other libraries.
import { Writable } from 'node:stream'
import fc from 'fast-check'
import { readXlsx } from 'hucre/xlsx'
import { read, utils } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { sheetName } from './book-spec.ts'
import type { BookSpec, WriteValue } from './book-spec.ts'
import { guard, unguard } from './csv-guard.ts'
import { bookBuffer } from './fixtures.ts'
import { readBytes, values } from './reading-kit.ts'
import { writeCsv } from './write-csv.ts'
import { writeXlsx } from './write-xlsx.ts'

const TEXTS = ['+8613800138000', '+86 138-0013-8000', '00123', '110101199003071234', '-100', '1990-05-01', '第一行\n第二行', '😀👨‍👩‍👧', '𠮷野家', '张㼆', '=1+1', '@x', "'单引号", "'=x", '-x', '＝1', '\t缩进', ' 空格 ', '_x000D_', '<b>&"', '字'.repeat(5000), 'TRUE', '1E5', '#N/A', '"引"', '行\u2028分\u2029段\u0085']
const column = (kind: 'text' | 'number' | 'date' | 'dateTime' | 'boolean', title = kind) => ({ title, kind })

async function csvBuffer(columns: Parameters<typeof writeCsv>[1]['columns'], rows: WriteValue[][]): Promise<Buffer> {
  const chunks: Buffer[] = []
  await writeCsv(new Writable({ write(chunk: Buffer, _, done) { chunks.push(chunk); done() } }), { columns, rows })
  return Buffer.concat(chunks)
}

const body = async (bytes: Buffer) => values((await readBytes(bytes)).rows[0]).slice(1).flat()

describe('texts', () => {
  it('come back the same from .xlsx and .csv', async () => {
    const rows = TEXTS.map((text) => [text])
    expect(await body(await bookBuffer({ sheets: [{ name: '表', columns: [column('text')], rows }] }))).toEqual(TEXTS)
    expect(await body(await csvBuffer([column('text')], rows))).toEqual(TEXTS)
  })

  it('of any characters come back the same', async () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), fc.string({ unit: 'binary', minLength: 1, maxLength: 10 }), fc.stringMatching(/^['=+\-@]{1,3}[a-z0-9]{0,4}$/))
      .map((value) => value.toWellFormed().replace(/\r\n?/g, '\n')).filter((value) => !value.includes('\0'))
    await fc.assert(fc.asyncProperty(fc.array(text, { minLength: 100, maxLength: 300 }), async (texts) => {
      const rows = texts.map((value) => [value])
      expect(await body(await bookBuffer({ sheets: [{ name: '表', columns: [column('text')], rows }] }))).toEqual(texts)
      expect(await body(await csvBuffer([column('text')], rows))).toEqual(texts)
    }), { numRuns: 8, endOnFailure: true })
  })

  it('that a spreadsheet program would run are guarded in .csv, numbers and phones are not', () => {
    expect(['=cmd|x', '@SUM(1)', '+A1', '-A1', '\tx', '＝1'].map((text) => guard(text)[0])).toEqual(["'", "'", "'", "'", "'", "'"])
    expect(['-100', '+86 138-0013-8000', '+8613800138000', '-1,234.50'].map(guard)).toEqual(['-100', '+86 138-0013-8000', '+8613800138000', '-1,234.50'])
    fc.assert(fc.property(fc.string(), (text) => { expect(unguard(guard(text))).toBe(text) }))
  })
})

describe('typed cells', () => {
  const columns = [column('number'), column('date'), column('dateTime'), column('boolean'), { title: '金额', kind: 'number' as const, format: '#,##0.00' }]
  const rows: WriteValue[][] = [
    ['12.5', '2026-07-01', '2026-07-01T09:30:00', 'true', '-100'], ['123456789012345678', '1899-01-01', '2026-07-01T09:30:00Z', false, '0.1'], ['13800138000', '1900-01-01', '9999-12-31T23:59:59', 'x', '999999999999.99'], ['', null, undefined, null, '007'],
  ]

  it('keep type and value; what Excel would change is text', async () => {
    const read = (await readBytes(await bookBuffer({ sheets: [{ name: '表', columns, rows }] }))).rows[0]?.slice(1).map((row) => row.cells.map((cell) => cell && `${cell.t} ${cell.v}`))
    expect(read).toEqual([
      ['n 12.5', 'd 2026-07-01', 'd 2026-07-01T09:30:00', 'b true', 'n -100'],
      ['s 123456789012345678', 's 1899-01-01', 's 2026-07-01T09:30:00Z', 'b false', 'n 0.1'],
      ['n 13800138000', 'd 1900-01-01', 'd 9999-12-31T23:59:59', 's x', 'n 999999999999.99'],
      [null, null, null, null, 's 007'],
    ])
  })

  it('come back for any amount and date', async () => {
    const amount = fc.tuple(fc.bigInt({ min: -999_999_999_999n, max: 999_999_999_999n }), fc.integer({ min: 1, max: 99 })).map(([whole, cents]) => `${whole}.${cents % 10 ? String(cents).padStart(2, '0') : cents / 10}`)
    const date = fc.date({ min: new Date('1900-03-01'), max: new Date('9999-12-31'), noInvalidDate: true }).map((value) => value.toISOString().slice(0, 10))
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(amount, date), { minLength: 200, maxLength: 300 }), async (pairs) => {
      const bytes = await bookBuffer({ sheets: [{ name: '表', columns: [column('number'), column('date')], rows: pairs.map((pair) => [...pair]) }] })
      const canonical = (text: string): string => text.replace(/^(-?)0+(?=\d)/, '$1')
      expect(values((await readBytes(bytes)).rows[0]).slice(1)).toEqual(pairs.map(([a, d]) => [canonical(a), d]))
    }), { numRuns: 4, endOnFailure: true })
  })
})

describe('a workbook with everything', () => {
  const long = Array.from({ length: 40 }, (_, at) => `经营范围选项 ${at}`)
  const spec: BookSpec = {
    sheets: [
      {
        name: '客户[1]/名单', above: [[{ v: '客户名单', bold: true }]], merges: [{ top: 0, left: 0, bottom: 0, right: 3 }], spareRows: 100,
        columns: [column('text', '名称' as 'text'), { title: '级别', kind: 'text', choices: ['A', 'B'] }, { title: '行业', kind: 'text', choices: long }, column('number', '金额' as 'number')],
        rows: [['=1+1', 'A', long[3], '1.5'], [{ v: '坏', note: '名称已存在：\n<请改名>', bad: true }, 'C', null, { v: '3', f: 'D3*2' }]],
      },
      { name: '客户[1]/名单', columns: [column('text')], rows: [['x']] },
    ],
  }

  it('opens in two other libraries with its values, formula, comment, merge, filter and lists', async () => {
    const bytes = await bookBuffer(spec)
    const hucre = await readXlsx(bytes)
    const [first] = hucre.sheets
    expect(hucre.sheets.map((sheet) => [sheet.name, sheet.hidden ?? false])).toEqual([['客户_1__名单', false], ['客户_1__名单 (2)', false], ['选项', true]])
    expect(first?.rows).toEqual([['客户名单', null, null, null], ['名称', '级别', '行业', '金额'], ['=1+1', 'A', long[3], 1.5], ['坏', 'C', null, 3]])
    expect(first?.merges).toEqual([{ startRow: 0, startCol: 0, endRow: 0, endCol: 3 }])
    expect(first?.freezePane).toEqual({ rows: 2 })
    expect(first?.autoFilter?.range).toBe('A2:D4')
    expect(first?.cells?.get('3,0')?.comment?.text).toBe('名称已存在：\n<请改名>')
    expect(first?.dataValidations?.map(({ range, values: list, formula1 }) => [range, list ?? formula1])).toEqual([['B3:B104', ['A', 'B']], ['C3:C104', "'选项'!$A$1:$A$40"]])
    const other = read(bytes, { type: 'buffer', cellStyles: true })
    const sheet = other.Sheets[other.SheetNames[0] ?? ''] ?? {}
    expect(sheet.D4).toMatchObject({ t: 'n', v: 3, f: 'D3*2' })
    expect(sheet.A3).toMatchObject({ t: 's', v: '=1+1' })
    expect(sheet.A4?.c?.[0]?.t).toBe('名称已存在：\n<请改名>')
    expect(utils.sheet_to_json(other.Sheets['选项'] ?? {}, { header: 1 })).toHaveLength(40)
  })

  it('goes on to further sheets when one is full, each with its header', async () => {
    const rows = Array.from({ length: 25 }, (_, at) => [String(at)])
    const { sheets, rows: read } = await readBytes(await bookBuffer({ maxRows: 11, sheets: [{ name: '表', columns: [column('number')], rows }] }))
    expect(sheets.map(({ name, rowCount }) => [name, rowCount])).toEqual([['表', 11], ['表 (2)', 11], ['表 (3)', 6]])
    expect(read.flatMap((sheet) => values(sheet).slice(1).flat())).toEqual(rows.flat())
  })

  it('gives sheets names that Excel accepts', () => {
    const used = new Set<string>()
    expect(['', 'History', "'a'", 'a', 'A', 'x'.repeat(40), `${'x'.repeat(30)}𠮷`].map((name) => sheetName(name, used))).toEqual(['Sheet_', 'History_', 'a', 'a (2)', 'A (3)', 'x'.repeat(31), 'x'.repeat(30)])
  })

  it('fails with the reason when the rows or the target fail', async () => {
    const broken = (async function* (): AsyncGenerator<WriteValue[]> { yield ['x']; throw new Error('the rows broke') })()
    await expect(bookBuffer({ sheets: [{ name: '表', columns: [column('text')], rows: broken }] })).rejects.toThrow('the rows broke')
    const target = new Writable({ write(_, __, done) { done(new Error('disk full')) } })
    await expect(writeXlsx(target, { sheets: [{ name: '表', columns: [column('text')], rows: [['x']] }] })).rejects.toThrow('disk full')
  })
})
