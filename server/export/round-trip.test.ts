// What is exported comes back the same: any records, through .xlsx and .csv, read as an import would read them;
// and computed columns are living formulas that reckon what we reckoned.
import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { read as readBook } from '@e965/xlsx'
import { declared } from '#app/catalog.ts'
import type { Field } from '#core/field/field.ts'
import { kindOf } from '#core/field/kinds.ts'
import { cmp, mul } from '#core/lib/decimal.ts'
import type { SheetCell } from '#core/lib/guess-table.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { putRows } from '#server/record/test-shop.ts'
import { readBytes } from '#server/sheet/reading-kit.ts'
import { boss, exported, openKit } from './test-kit.ts'
import type { Kit } from './test-kit.ts'

let kit: Kit
const king = boss()
beforeAll(async () => { kit = await openKit(declared) })
afterAll(() => kit.db.drop())

const decimal = (max: bigint, places: number) => fc.tuple(fc.bigInt({ min: -max, max }), fc.integer({ min: 0, max: 10 ** places - 1 }))
  .map(([whole, rest]) => `${whole}.${String(rest).padStart(places, '0')}`)
const words = fc.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), fc.constantFrom('=1+1', '+86 138', '-100', '@x', '＝x', '00123', '110101199003071234', "'x", 'a|b;c', '1E5', 'TRUE', '2026-01-05', '😀', '𠮷野家'))
const line = words.map(text => text.toWellFormed().replaceAll(/\s*[\r\n\u0085\u2028\u2029]+\s*/g, ' ').replaceAll('\0', '').trim() || '空')
const lines = fc.array(words, { minLength: 1, maxLength: 3 }).map(parts => parts.join('\n').toWellFormed().replaceAll('\r', '').replaceAll('\0', '')).filter(text => text.trim() !== '')
const days = fc.date({ min: new Date('1900-03-01'), max: new Date('2100-12-31'), noInvalidDate: true }).map(day => day.toISOString())
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 6 })
const phones = fc.constantFrom('13800138000', '010-88886666', '010-88886666-801', '4001234567', '+14155550123', '95588')
const places = [{ province: '广东省', city: '广州市', district: '天河区' }, { province: '北京市', city: '北京市', district: '朝阳区' }, { province: '浙江省', city: '杭州市', district: '西湖区' }]

const customers = fc.record({
  name: line, code: fc.stringMatching(/^[A-Z0-9-]{1,12}$/), shortName: maybe(line), note: maybe(lines), phone: maybe(phones),
  grade: maybe(fc.constantFrom('A', 'B', 'C', 'D', 'E')), funds: maybe(fc.constantFrom('ample', 'tight')), tags: maybe(fc.uniqueArray(fc.constantFrom('老', '大', 'VIP 客户', '=x'), { minLength: 1 })),
  creditLimit: maybe(decimal(999_999_999n, 2)), satisfaction: maybe(fc.integer({ min: 0, max: 100 }).map(n => (n === 100 ? '1' : `0.${String(n).padStart(2, '0')}`))),
  distance: maybe(decimal(9999n, 1)), bossAge: maybe(fc.integer({ min: 0, max: 130 })), email: maybe(fc.constantFrom('a@b.cn', 'x.y+z@example.com')),
  website: maybe(fc.constantFrom('https://example.com/?a=1&b=2')), address: maybe(fc.constantFrom(...places.map(place => ({ ...place, detail: '体育西路1号' })))),
})
const contacts = fc.record({
  name: line, birthday: maybe(fc.constantFrom('1990-04-07', 'L1990-04-07', 'L1990-+05-07', '2000-02-29')), decisionMaker: maybe(fc.boolean()), primary: maybe(fc.boolean()), wechat: maybe(line),
})
const orders = fc.record({ code: fc.stringMatching(/^DD-[0-9]{6}$/), date: days.map(day => day.slice(0, 10)), status: fc.constantFrom('draft', 'done'), discount: maybe(decimal(99_999n, 2)) })

/** As an import reads a cell: what Excel shows as a percentage is one. */
const typed = (cell: SheetCell | null | undefined): string | null => (cell?.v == null ? null : cell.p ? `${mul(cell.v, '100')}%` : cell.v)

function parsed(field: Field, text: string | null): unknown {
  if (text === null) return null
  const answer = kindOf(field).parse(text, field, 'zh')
  return 'value' in answer ? answer.value : answer
}

function same(field: Field, a: unknown, b: unknown): boolean {
  if (typeof a === 'string' && typeof b === 'string' && kindOf(field).numeric) return cmp(a, b) === 0
  return JSON.stringify(a, Object.keys(Object(a)).sort()) === JSON.stringify(b, Object.keys(Object(b)).sort())
}

async function roundTrip(object: ObjectDef, some: Record<string, unknown>[], format: 'xlsx' | 'csv'): Promise<void> {
  const rows = some.map((row, at): Record<string, unknown> => ('code' in row ? { ...row, code: `${String(row['code'])}_${at}` } : row))
  await kit.db.pool.query(`delete from "${object.table}"`)
  await putRows(kit.db.pool, object, rows.map((values, at) => ({ values, createdAt: new Date(Date.UTC(2026, 0, 1, 0, 0, at)).toISOString() })))
  const keys = [...Object.keys(rows[0]!), 'createdAt']
  const { book } = await exported(kit, king, { object: object.name, columns: keys, format, reason: '备份', query: { sort: [{ field: 'createdAt', dir: 'asc' }] } })
  for (const [at, row] of rows.entries()) for (const [place, key] of keys.entries()) {
    const wire = key === 'createdAt' ? new Date(Date.UTC(2026, 0, 1, 0, 0, at)).toISOString() : row[key]
    const back = parsed(object.fields[key]!, typed(book.rows[0]?.[at + 1]?.cells[place]))
    if (!same(object.fields[key]!, wire, back)) expect({ format, key, value: back }).toEqual({ format, key, value: wire })
  }
}

describe('records of any content', () => {
  it.each([['customer', customers], ['contact', contacts], ['order', orders]] as const)('%s come back the same from .xlsx and .csv', async (name, some) => {
    await fc.assert(fc.asyncProperty(fc.array(some as fc.Arbitrary<Record<string, unknown>>, { minLength: 40, maxLength: 90 }), fc.constantFrom('xlsx' as const, 'csv' as const), (rows, format) =>
      roundTrip(kit.object(name), rows, format)), { numRuns: 6, endOnFailure: true })
  })
})

const OFFICE = ['soffice', 'libreoffice'].find(program => {
  try {
    execFileSync('which', [program], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})
if (!OFFICE) console.info('LibreOffice is not installed: that it reckons the formulas like us is not tested here')

describe('computed columns', () => {
  const columns = ['code', 'salesTotal', 'paidTotal', 'receivable', 'orderCount', 'averageOrder']
  const rows = [
    { code: 'A', salesTotal: '100.10', paidTotal: '40.05', receivable: '60.05', orderCount: 3, averageOrder: '33.37' },
    { code: 'B', salesTotal: null, paidTotal: '5.00', receivable: '-5.00', orderCount: null, averageOrder: null },
    { code: 'C', salesTotal: '1234567890123456.78', paidTotal: null, receivable: '1234567890123456.78', orderCount: 1, averageOrder: '1234567890123456.78' },
  ].map(values => ({ ...values, name: values.code }))

  it('are formulas with their values where every operand is in the file, else values', async () => {
    await kit.db.pool.query('delete from customer')
    await putRows(kit.db.pool, kit.object('customer'), rows.map(values => ({ values })))
    const query = { sort: [{ field: 'code', dir: 'asc' as const }] }
    const { bytes } = await exported(kit, king, { object: 'customer', columns, query, formulas: true })
    const sheet = readBook(bytes, { type: 'buffer' }).Sheets['客户']!
    expect([sheet['D2'], sheet['F2']]).toMatchObject([{ v: 60.05, f: expect.stringContaining('B2') as string }, { v: 33.37, f: expect.stringContaining('E2') as string }])
    expect(sheet['D3']).toMatchObject({ v: -5, f: expect.stringContaining('C3') as string })
    // More digits than Excel keeps: the operand is a text, so the result stands as it is.
    expect(sheet['D4']?.f).toBeUndefined()
    const alone = readBook((await exported(kit, king, { object: 'customer', columns: ['code', 'receivable'], query, formulas: true })).bytes, { type: 'buffer' }).Sheets['客户']!
    expect(alone['B2']).toMatchObject({ v: 60.05 })
    expect(alone['B2']?.f).toBeUndefined()
    const still = readBook((await exported(kit, king, { object: 'customer', columns, query })).bytes, { type: 'buffer' }).Sheets['客户']!
    expect(still['D2']?.f).toBeUndefined()
  })

  it.skipIf(!OFFICE)('are reckoned by LibreOffice as we did', async () => {
    const { bytes, rows: ours } = await exported(kit, king, { object: 'customer', columns, query: { sort: [{ field: 'code', dir: 'asc' }] }, formulas: true })
    const folder = await mkdtemp('/tmp/guanxi-export-')
    try {
      await writeFile(join(folder, 'a.xlsx'), bytes)
      execFileSync(OFFICE!, ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', join(folder, 'out'), join(folder, 'a.xlsx')], { stdio: 'ignore', timeout: 50_000 })
      const theirs = await readBytes(await readFile(join(folder, 'out', 'a.xlsx')))
      expect(theirs.rows[0]?.map(row => row.cells.map(cell => cell?.v ?? null))).toEqual(ours)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
})
