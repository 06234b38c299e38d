// A form as a workbook, opened by others: two libraries and LibreOffice find its texts, frames, merges, lists and sums.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readXlsx } from 'hucre/xlsx'
import { read } from '@e965/xlsx'
import { cellAddress } from '#core/form/changes.ts'
import type { Cell, Sheet } from '#core/form/sheet.ts'
import { shown } from '#core/form/shown.ts'
import { goodRow } from '#core/form/try-form.ts'
import { readDirectory } from '../sheet/zip-directory.ts'
import { DEFAULT_LIMITS } from '../sheet/limits.ts'
import { readBytes } from '../sheet/reading-kit.ts'
import { FormStyles } from './form-styles.ts'
import { cardSheet, pixel, wideSheet } from './paper-kit.ts'
import type { PaperEnv } from './paper.ts'
import { writeFormBook } from './xlsx-out.ts'
import { openSync } from 'node:fs'

const env: PaperEnv = { company: '关系 & 公司', lang: 'zh' }
const office = spawnSync('soffice', ['--version']).error === undefined
if (!office) console.log('LibreOffice is not installed: workbooks are not counted again')

const dir = mkdtempSync(join(tmpdir(), 'paper-book-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const texts = (sheet: Sheet): Map<string, string> => new Map(sheet.cells.filter(cell => cell.text !== '').map(cell => [cellAddress(cell), cell.excel && cell.excel.kind !== 'text' ? cell.excel.v : cell.text]))

test('our own reader finds every text at its place, typed as Excel types it', async () => {
  const sheet = cardSheet()
  const { rows, sheets } = await readBytes(await writeFormBook([sheet], env))
  const found = new Map(rows[0]!.flatMap(row => row.cells.slice(0, sheet.widths.length).flatMap((cell, col) => (cell?.v && row.index < sheet.rows.length ? [[cellAddress({ row: row.index, col }), cell.v] as const] : []))))
  expect([...found].map(([at, v]) => [at, Number.isFinite(Number(v)) ? String(Number(v)) : v])).toEqual([...texts(sheet)].map(([at, v]) => [at, Number.isFinite(Number(v)) ? String(Number(v)) : v]))
  expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([['试用表', false], ['_guanxi', true]])
  expect(sheets[0]!.hiddenColumns).toEqual([sheet.widths.length])
  expect(sheets[0]!.hiddenRows).toEqual([sheet.rows.length])
})

test('amounts in 万元 are exact and show two decimals as the page does; text made smaller has a smaller font', async () => {
  const amount = (v: string, text: string): Partial<Cell> => ({ text, scale: '10000', excel: shown({ kind: 'money', key: 'amount', label: { zh: '额', en: 'Amount' } }, v, { show: 'tenThousand', lang: 'zh' }).excel!, small: 0.8 })
  const sheet = cardSheet()
  const at = sheet.cells.findIndex(cell => cell.style === 'value' && cell.excel?.kind === 'number')
  const bytes = await writeFormBook([{ ...sheet, cells: sheet.cells.map((cell, index) => (index === at ? { ...cell, ...amount('123456.78', '12.35') } : cell)) }], env)
  const book = read(bytes, { type: 'buffer', cellStyles: true, cellNF: true })
  expect(book.Sheets['试用表']![cellAddress(sheet.cells[at]!)]).toMatchObject({ v: 12.345678, z: '#,##0.00', w: '12.35' })
  expect(stylesWith(0.8)).toContain('<sz val="8"/>')
  expect(shown({ kind: 'money', key: 'amount', label: { zh: '额', en: 'Amount' } }, '50', { show: 'tenThousand', lang: 'zh' })).toMatchObject({ text: '0.005', excel: { v: '0.005', format: '#,##0.00######' } })
})

const stylesWith = (small: number): string => {
  const styles = new FormStyles()
  styles.add({ style: 'value', align: 'left', frame: true, format: '', fit: 'wrap', quotePrefix: false, small })
  return styles.xml()
}

test('two other libraries find merges, sums, dates, formats and lists', async () => {
  const sheet = cardSheet()
  const bytes = await writeFormBook([sheet], env)
  const merged = sheet.cells.filter(cell => cell.rowSpan > 1 || cell.colSpan > 1).map(({ row, col, rowSpan, colSpan }) => ({ startRow: row, startCol: col, endRow: row + rowSpan - 1, endCol: col + colSpan - 1 }))
  const { sheets: [first] } = await readXlsx(bytes)
  expect(first!.merges).toEqual(merged)
  expect(first!.dataValidations!.map(({ type }) => type)).toEqual(['list'])
  const book = read(bytes, { type: 'buffer', cellStyles: true, cellNF: true })
  const page = book.Sheets['试用表']!
  expect(page['!merges']).toHaveLength(merged.length)
  const total = sheet.cells.find(cell => cell.formula)!
  expect(page[cellAddress(total)]).toMatchObject({ t: 'n', v: 2000.5, f: total.formula, z: '#,##0.00' })
  const opened = sheet.cells.find(cell => cell.excel?.kind === 'date')!
  expect(page[cellAddress(opened)]).toMatchObject({ t: 'n', v: 46351, z: 'yyyy-mm-dd' })
  expect(book.Workbook!.Sheets!.map(one => one.Hidden)).toEqual([0, 2])
})

const xmlOf = async (bytes: Buffer, part: string): Promise<string> => {
  const { inflateRawSync } = await import('node:zlib')
  const path = join(dir, 'part.xlsx')
  writeFileSync(path, bytes)
  const entry = readDirectory(openSync(path, 'r'), DEFAULT_LIMITS).get(part)!
  return inflateRawSync(bytes.subarray(entry.data, entry.data + entry.packed)).toString('utf8')
}

test('it is set up for A4: page, area, repeated heads, page numbers; nothing is frozen', async () => {
  const bytes = await writeFormBook([cardSheet(), wideSheet(60)], env)
  const [card, wide, book] = [await xmlOf(bytes, 'xl/worksheets/sheet1.xml'), await xmlOf(bytes, 'xl/worksheets/sheet2.xml'), await xmlOf(bytes, 'xl/workbook.xml')]
  expect(card).toContain('<pageSetup paperSize="9" orientation="portrait" fitToWidth="1" fitToHeight="0"/>')
  expect(wide).toContain('orientation="landscape"')
  expect(card).toContain('<oddFooter>&amp;C第 &amp;P 页 共 &amp;N 页</oddFooter>')
  expect(wide).toContain('&amp;L关系 &amp;&amp; 公司&amp;R客户销售分析表')
  expect(wide).not.toContain('<pane')
  expect(book.match(/Print_Area/g)).toHaveLength(2)
  expect(book).toContain(`<definedName name="_xlnm.Print_Titles" localSheetId="1">'客户销售分析表'!$4:$5</definedName>`)
})

test('text that looks like a formula stays text', async () => {
  const sheet = cardSheet({ values: { advice: '=cmd|calc' } }, [goodRow('g1', '+86 138', '1'), goodRow('g2', '@SUM(A1)', '2'), goodRow('g3', '-5折', '3')])
  const bytes = await writeFormBook([sheet], env)
  const page = read(bytes, { type: 'buffer' }).Sheets['试用表']!
  const shown = Object.values(page).filter((cell): cell is { t: string; v: string; f?: string } => typeof cell === 'object' && cell !== null && 'v' in cell && /^[=+@-]/.test(String((cell as { v: unknown }).v)))
  expect(shown.map(({ t, v, f }) => [t, v, f])).toEqual([['s', '+86 138', undefined], ['s', '@SUM(A1)', undefined], ['s', '-5折', undefined], ['s', '=cmd|calc', undefined]])
  expect(await xmlOf(bytes, 'xl/styles.xml')).toContain('quotePrefix="1"')
})

test('every place of a framed cell has its frame, and long lists stand on a hidden sheet', async () => {
  const options = Array.from({ length: 60 }, (_, n) => `经营范围选项${n}`)
  const sheet = cardSheet()
  const cells = sheet.cells.map((cell): Cell => (cell.bind?.path === 'name' ? { ...cell, choices: options } : cell))
  const bytes = await writeFormBook([{ ...sheet, cells }], env)
  const xml = await xmlOf(bytes, 'xl/worksheets/sheet1.xml')
  const styles = [...(await xmlOf(bytes, 'xl/styles.xml')).split('<cellXfs')[1]!.matchAll(/<xf [^>]*borderId="(\d)"/g)].map(match => match[1] === '1')
  const framed = new Set([...xml.matchAll(/<c r="([A-Z]+\d+)" s="(\d+)"/g)].filter(match => styles[Number(match[2])]).map(match => match[1]))
  const wanted = sheet.cells.filter(cell => cell.frame).flatMap(cell => Array.from({ length: cell.rowSpan * cell.colSpan }, (_, n) => cellAddress({ row: cell.row + Math.floor(n / cell.colSpan), col: cell.col + (n % cell.colSpan) })))
  expect(framed).toEqual(new Set(wanted))
  expect(xml).toContain("<formula1>'选项'!$A$1:$A$60</formula1>")
  expect(read(bytes, { type: 'buffer' }).SheetNames).toEqual(['试用表', '选项', '_guanxi'])
})

test('the logo is a picture of the book, once for all its forms', async () => {
  const sheet = cardSheet({ company: { name: '关系公司', logo: 'logo' } })
  const bytes = await writeFormBook([sheet, sheet], { ...env, images: new Map([['logo', { bytes: pixel, type: 'image/png' }]]) })
  const { sheets } = await readXlsx(bytes)
  expect(sheets[0]!.images).toHaveLength(1)
  expect(await xmlOf(bytes, 'xl/drawings/drawing2.xml')).toContain('oneCellAnchor')
  expect(bytes.includes('xl/media/image2')).toBe(false)
})

test.skipIf(!office)('LibreOffice counts the sums again and finds the same', async () => {
  const cards = [cardSheet(), wideSheet(60), cardSheet({}, Array.from({ length: 40 }, (_, n) => goodRow(`g${n}`, `品牌${n}`, (n * 0.1 + 0.01).toFixed(2))))]
  const uncounted = cards.map(sheet => ({ ...sheet, cells: sheet.cells.map(cell => (cell.formula ? { ...cell, excel: { ...cell.excel!, v: '' } } : cell)) }))
  writeFileSync(join(dir, 'sums.xlsx'), await writeFormBook(uncounted, env))
  execFileSync('soffice', ['--headless', `-env:UserInstallation=file://${dir}/office`, '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', join(dir, 'out'), join(dir, 'sums.xlsx')], { stdio: 'ignore', timeout: 120_000 })
  const book = read(readFileSync(join(dir, 'out/sums.xlsx')), { type: 'buffer' })
  cards.forEach((sheet, at) => {
    const sums = sheet.cells.filter(cell => cell.formula)
    expect(sums.length).toBeGreaterThan(0)
    for (const cell of sums) expect((book.Sheets[book.SheetNames[at]!]![cellAddress(cell)] as { v: number }).v).toBeCloseTo(Number(cell.excel!.v), 6)
  })
}, 180_000)
