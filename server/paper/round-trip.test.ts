// A form goes out as a workbook and comes back: untouched it changes nothing, and what a person typed arrives.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import fc from 'fast-check'
import { read, utils, write } from '@e965/xlsx'
import type { WorkBook, WorkSheet } from '@e965/xlsx'
import { goodRow } from '#core/form/try-form.ts'
import type { Sheet } from '#core/form/sheet.ts'
import { messageOf } from '#core/lib/messages.ts'
import { changesOf } from './changes.ts'
import { cardSheet, wideSheet } from './paper-kit.ts'
import type { ReadForm, Resolve } from './paper.ts'
import { readFormBook } from './xlsx-in.ts'
import { writeFormBook } from './xlsx-out.ts'

const env = { company: '关系公司', lang: 'zh' } as const

async function readBack(bytes: Buffer): Promise<ReadForm[]> {
  const dir = await mkdtemp(join(tmpdir(), 'paper-test-'))
  try {
    const path = join(dir, 'form.xlsx')
    await writeFile(path, bytes)
    return await readFormBook(path, { fileName: 'form.xlsx' })
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}

const resolve: Resolve = async (_field, named) => {
  const { name } = named as { name: string }
  return name === '李娜' ? { value: { id: 'u2', label: '李娜' }, label: '李娜' } : { refusal: { key: 'reference.notFound', params: { name, object: '用户' } } }
}

/** Changed by another program, as a person would in Excel. */
async function edited(sheets: Sheet[], edit: (sheet: WorkSheet, book: WorkBook) => void): Promise<Buffer> {
  const book = read(await writeFormBook(sheets, env), { type: 'buffer', cellStyles: true, cellNF: true, sheetStubs: true })
  edit(book.Sheets[book.SheetNames[0]!]!, book)
  return Buffer.from(write(book, { type: 'buffer', bookType: 'xlsx', cellStyles: true }) as Uint8Array)
}

/** Address of the cell that has this text. */
const find = (sheet: WorkSheet, text: string): string => Object.keys(sheet).find(ref => !ref.startsWith('!') && (sheet[ref] as { v?: unknown }).v === text) ?? `no “${text}”`
const put = (sheet: WorkSheet, ref: string, v: string | number): void => { sheet[ref] = typeof v === 'number' ? { t: 'n', v } : { t: 's', v } }
const rowOf = (ref: string): number => utils.decode_cell(ref).r
const at = (row: number, col: number): string => utils.encode_cell({ r: row, c: col })

async function comeBack(sheet: Sheet, edit: (sheet: WorkSheet, book: WorkBook) => void, now = sheet) {
  const [form] = await readBack(await edited([sheet], edit))
  return changesOf(form!, now, resolve)
}

const colOf = (sheet: Sheet, path: string): number => sheet.cells.find(cell => cell.bind?.on === 'row' && cell.bind.path === path)!.col

const said = ({ changes }: Awaited<ReturnType<typeof changesOf>>) => changes.map(({ bind, value }) => [bind.row === undefined ? bind.path : `${bind.row}.${bind.path}`, value])

test('a form that nobody touched changes nothing, whoever saved it', async () => {
  const sheet = cardSheet()
  const [form] = await readBack(await writeFormBook([sheet], env))
  expect(form).toMatchObject({ form: 'T01', version: 1, record: 's1', versions: { record: 3, rows: { g1: 1, g2: 1, g3: 1 } }, cells: [], strays: [] })
  expect(await changesOf(form!, sheet, resolve)).toEqual({ changes: [], shown: [], problems: [] })
  expect(await comeBack(sheet, () => undefined)).toEqual({ changes: [], shown: [], problems: [] })
})

const office = spawnSync('soffice', ['--version']).error === undefined
if (!office) console.log('LibreOffice is not installed: what it saves is not read back')

test.skipIf(!office)('a form that LibreOffice saved changes nothing', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'paper-office-'))
  try {
    const now = '2026-11-25T06:31:07.250Z'
    const sheet = cardSheet({ values: { advice: '第一行\n第二行 ' } }, [goodRow('g1', '007', '0.1'), goodRow('g2', '1/2', '123456789012.34'), goodRow('g3', '=A1', '-5')])
    const timed = { ...sheet, cells: sheet.cells.map(cell => (cell.bind?.path === 'opened' ? { ...cell, text: '2026-11-25 14:31', wire: now, excel: { kind: 'dateTime' as const, v: now, format: 'yyyy-mm-dd hh:mm' } } : cell)) }
    await writeFile(join(dir, 'form.xlsx'), await writeFormBook([timed], env))
    execFileSync('soffice', ['--headless', `-env:UserInstallation=file://${dir}/office`, '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', join(dir, 'out'), join(dir, 'form.xlsx')], { stdio: 'ignore', timeout: 120_000 })
    const [form] = await readBack(await readFile(join(dir, 'out/form.xlsx')))
    expect(await changesOf(form!, timed, resolve)).toEqual({ changes: [], shown: [], problems: [] })
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}, 180_000)

test('what is typed comes back by its field, and what is wrong is told with its cell', async () => {
  const sheet = cardSheet()
  const result = await comeBack(sheet, book => {
    put(book, find(book, '西湖商贸'), '西湖商贸有限公司')
    put(book, find(book, '□1.闹市 ☑2.商业街 □3.郊区'), '√1.闹市 □2.商业街 □3.郊区')
    put(book, find(book, '王伟'), '李娜')
    put(book, find(book, '加强联系'), '')
    put(book, find(book, '138 0013 8000'), '不知道')
    put(book, at(rowOf(find(book, '雪花')), colOf(sheet, 'share')), 0.5)
    put(book, at(rowOf(find(book, '百威')), colOf(sheet, 'amount')), 99.9)
  })
  expect(result.problems).toEqual([expect.objectContaining({ label: '电话', text: '不知道' })])
  expect(said(result)).toEqual(expect.arrayContaining([['name', '西湖商贸有限公司'], ['site', 'downtown'], ['owner', { id: 'u2', label: '李娜' }], ['advice', null], ['g2.share', '0.5'], ['g3.amount', '99.90']]))
  expect(result.changes).toHaveLength(6)
  expect(result.shown.find(one => one.bind.path === 'site')).toMatchObject({ label: '店址', before: '商业街', after: '闹市' })
})

test('a name that nobody has, a computed cell typed over and a failed formula are told, the rest arrives', async () => {
  const result = await comeBack(cardSheet(), book => {
    put(book, find(book, '王伟'), '查无此人')
    const twice = Object.keys(book).find(ref => (book[ref] as { v?: unknown }).v === 250000)!
    put(book, twice, 1)
    book[find(book, '西湖商贸')] = { t: 'e', v: 0x2a, f: 'NA()' }
    put(book, find(book, '老客户'), '新客户')
  })
  expect(result.problems.map(({ label }) => label).sort()).toEqual(['两倍', '客户名称', '负责人'])
  expect(result.problems.every(({ cell, message }) => /^[A-Z]+\d+$/.test(cell) && message.length > 5)).toBe(true)
  expect(said(result)).toEqual([['note', '新客户']])
})

test('rows put in between, below and copied are new rows; a deleted one is none', async () => {
  const sheet = cardSheet()
  const brand = sheet.cells.find(cell => cell.text === '青岛啤酒')!
  const cells = { [brand.col]: '哈尔滨', [colOf(sheet, 'share')]: 0.1 }
  const result = await comeBack(sheet, book => insertRow(book, rowOf(find(book, '雪花')), cells))
  expect(said(result)).toEqual([['new:0.brand', '哈尔滨'], ['new:0.share', '0.1']])
  const copied = await comeBack(sheet, book => insertRow(book, rowOf(find(book, '雪花')), { ...cells, [sheet.widths.length]: (book[at(rowOf(find(book, '青岛啤酒')), sheet.widths.length)] as { v: string }).v }))
  expect(said(copied)).toEqual([['new:0.brand', '哈尔滨'], ['new:0.share', '0.1']])
  const typed = await comeBack(sheet, book => put(book, at(rowOf(find(book, '百威')) + 1, brand.col), '珠江'))
  expect(said(typed)).toEqual([['new:0.brand', '珠江']])
  const deleted = await comeBack(sheet, book => deleteRow(book, rowOf(find(book, '雪花'))))
  expect(deleted).toEqual({ changes: [], shown: [], problems: [] })
})

test('more rows than there was room for are all new rows, in their order', async () => {
  const sheet = cardSheet()
  const brand = sheet.cells.find(cell => cell.text === '青岛啤酒')!
  const result = await comeBack(sheet, book => {
    for (let n = 8; n >= 1; n--) insertRow(book, rowOf(find(book, '百威')) + 1, { [brand.col]: `品牌${n}` })
  })
  expect(said(result)).toEqual(Array.from({ length: 8 }, (_, n) => [`new:${n}.brand`, `品牌${n + 1}`]))
  expect(result.problems).toEqual([])
})

test('sorted rows keep what is theirs, also when the hidden keys were left behind', async () => {
  const sheet = cardSheet()
  const swap = (book: WorkSheet, cols: number[]): void => {
    const [a, b] = [rowOf(find(book, '青岛啤酒')), rowOf(find(book, '百威'))]
    for (const col of cols) [book[at(a, col)], book[at(b, col)]] = [book[at(b, col)], book[at(a, col)]]
  }
  const all = sheet.widths.map((_, col) => col)
  expect(said(await comeBack(sheet, book => swap(book, [...all.slice(2), all.length])))).toEqual([])
  expect(said(await comeBack(sheet, book => swap(book, all.slice(2))))).toEqual([])
  const edited = await comeBack(sheet, book => {
    swap(book, all.slice(2))
    put(book, find(book, '青岛啤酒'), '青岛纯生')
  })
  expect(said(edited)).toEqual([['g1.brand', '青岛纯生']])
})

test('a column put in between moves nothing', async () => {
  const result = await comeBack(cardSheet(), book => {
    const range = utils.decode_range(book['!ref']!)
    put(book, find(book, '西湖商贸'), '西湖')
    for (let row = 0; row <= range.e.r; row++) for (let col = range.e.c; col >= 3; col--) {
      const cell = book[at(row, col)] as unknown
      delete book[at(row, col)]
      if (cell) book[at(row, col + 1)] = cell
    }
    book['!ref'] = utils.encode_range({ s: range.s, e: { r: range.e.r, c: range.e.c + 1 } })
    book['!merges'] = []
  })
  expect(said(result)).toEqual([['name', '西湖']])
})

test('what somebody else changed in the meantime is shown beside it', async () => {
  const now = cardSheet({ values: { advice: '每周拜访' } })
  const result = await comeBack(cardSheet(), book => put(book, find(book, '加强联系'), '每月拜访'), now)
  expect(result.shown).toEqual([{ bind: { on: 'value', path: 'advice' }, cell: expect.any(String), label: '总经理建议', before: '每周拜访', after: '每月拜访', was: '加强联系' }])
})

test('several records are several sheets, each with its own', async () => {
  const second = cardSheet({ record: { object: 'shop', id: 's2', version: 8, canUpdate: true, masked: [], values: { name: '=SUM(A1)' } } }, [goodRow('h1', '-珠江', '1')])
  const forms = await readBack(await edited([cardSheet(), second], (_, book) => put(book.Sheets[book.SheetNames[1]!]!, find(book.Sheets[book.SheetNames[1]!]!, '-珠江'), '+珠江')))
  expect(forms.map(({ record, name, cells }) => [record, name, cells.map(({ text }) => text)])).toEqual([['s1', '试用表', []], ['s2', '试用表 (2)', ['+珠江']]])
})

test.each([
  ['another form', 'paper.otherBook', async () => changesOf((await readBack(await writeFormBook([cardSheet()], env)))[0]!, { ...cardSheet(), form: 'F02' }, resolve)],
  ['another version of the form', 'paper.otherVersion', async () => changesOf((await readBack(await writeFormBook([cardSheet()], env)))[0]!, { ...cardSheet(), version: 2 }, resolve)],
  ['a blank form', 'paper.blankBook', async () => readBack(await writeFormBook([cardSheet({ blank: true })], env))],
  ['any workbook', 'paper.notOurBook', async () => readBack(Buffer.from(write({ SheetNames: ['a'], Sheets: { a: utils.aoa_to_sheet([['x']]) } }, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array))],
  ['a copied sheet', 'paper.copiedSheet', async () => readBack(await edited([cardSheet()], (sheet, book) => utils.book_append_sheet(book, structuredClone(sheet), '副本')))],
  ['hidden marks that were deleted', 'paper.bookDamaged', async () => readBack(await edited([cardSheet()], sheet => deleteRow(sheet, utils.decode_range(sheet['!ref']!).e.r)))],
  ['changed hidden data', 'paper.bookDamaged', async () => readBack(await edited([cardSheet()], (_, book) => put(book.Sheets._guanxi!, 'B1', '{"form":1}')))],
  ['a picture', 'sheet.notSpreadsheet', async () => readBack(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))],
])('%s is refused with a clear sentence', async (_name, key, run) => {
  const error = await run().then(() => undefined, (cause: unknown) => cause) as { key: string; params: Record<string, string> }
  expect(error).toMatchObject({ name: 'AppError', key })
  for (const lang of ['zh', 'en'] as const) expect(messageOf(error, lang)).not.toMatch(/\{\w+\}|undefined/)
})

test('whatever stands in a form, it comes back untouched', async () => {
  const text = fc.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }), fc.stringMatching(/^['=+\-@ ]{1,3}[a-z0-9 ]{0,4}$/)).map(value => value.toWellFormed().replaceAll('\0', ''))
  const amount = fc.tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 99 })).map(([whole, cents]) => `${whole}.${String(cents).padStart(2, '0')}`)
  await fc.assert(fc.asyncProperty(fc.array(fc.tuple(text, amount), { minLength: 100, maxLength: 200 }), text, async (rows, advice) => {
    const sheet = cardSheet({ values: { advice } }, rows.map(([brand, sum], at) => goodRow(`g${at}`, brand, sum)))
    const [form] = await readBack(await writeFormBook([sheet], env))
    expect(await changesOf(form!, sheet, resolve)).toEqual({ changes: [], shown: [], problems: [] })
  }), { numRuns: 5, endOnFailure: true })
})

test('a report that nobody can type into is not read back', async () => {
  const sheet = wideSheet(60)
  await expect(readBack(await writeFormBook([sheet], env))).rejects.toMatchObject({ key: 'paper.blankBook' })
})

function insertRow(sheet: WorkSheet, row: number, cells: Record<number, string | number>): void {
  shift(sheet, row, 1)
  for (const [col, value] of Object.entries(cells)) put(sheet, at(row, Number(col)), value)
}

function deleteRow(sheet: WorkSheet, row: number): void {
  const { e } = utils.decode_range(sheet['!ref']!)
  for (let col = 0; col <= e.c; col++) delete sheet[at(row, col)]
  shift(sheet, row + 1, -1)
}

function shift(sheet: WorkSheet, from: number, by: 1 | -1): void {
  const range = utils.decode_range(sheet['!ref']!)
  const rows = Array.from({ length: range.e.r - from + 1 }, (_, n) => from + n)
  for (const row of by > 0 ? rows.toReversed() : rows) for (let col = 0; col <= range.e.c; col++) {
    const cell = sheet[at(row, col)] as { v?: unknown } | undefined
    delete sheet[at(row, col)]
    if (cell) sheet[at(row + by, col)] = cell
  }
  sheet['!merges'] = []
  sheet['!ref'] = utils.encode_range({ s: range.s, e: { r: range.e.r + by, c: range.e.c } })
}
