// Imports that are torn away in the middle go on exactly where they were; what well-formed values look like does not matter.
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { declared } from '#app/catalog.ts'
import { objectOf } from '#core/object/catalog.ts'
import type { SheetRow } from '#core/lib/guess-table.ts'
import { transaction } from '#server/database/transaction.ts'
import { cleanRow, readyColumns } from './clean.ts'
import { findJob } from './job.ts'
import { resumeImports, takeOver } from './resume.ts'
import { CHUNK, drive, finished, startImport, undoImport } from './run.ts'
import { openImports } from './test-kit.ts'
import type { Imports } from './test-kit.ts'

let kit: Imports
beforeAll(async () => { kit = await openImports(declared, 'real') })
beforeEach(() => kit.home.env.pool.query('truncate customer, region, import_job, import_row, history, action_batch'))
afterAll(() => kit.close())

const SIZE = 7000
const rows = ['客户编号,客户名称,联系电话', ...Array.from({ length: SIZE }, (_, at) => `L${at},公司${at},${at % 1000 === 999 ? '12' : `1380${String(1000000 + at)}`}`)].join('\n')
const EXPECTED = { created: SIZE - 7, updated: 0, skipped: 0, failed: 7 }

/** Lets so many chunks through, then dies as a killed server does: no farewell to the database. */
async function dieAfter(chunks: number): Promise<string> {
  const job = await kit.bring(kit.boss, rows, 'a.csv')
  await kit.map(kit.boss, job, { match: ['code'] })
  let asked = 0
  const dying = { ...kit.home, person: async (id: string) => {
    if (++asked > chunks + 1) throw new Error('killed')
    return kit.home.person(id)
  }, env: { ...kit.home.env, log: { info: () => undefined, warn: () => undefined, error: () => undefined } } }
  await startImport(dying, kit.boss, job.id, false)
  await finished(job.id)
  await kit.home.env.pool.query(`update import_job set state = 'running', batch = coalesce(batch, gen_random_uuid()), detail = detail - 'error', beat = now() - interval '1 minute' where id = $1`, [job.id])
  return job.id
}

describe('an import whose server died', () => {
  it.each([0, 1, 2, 3])('after %i chunks is taken over and ends with the exact counts', async chunks => {
    const id = await dieAfter(chunks)
    expect(await kit.living('customer')).toHaveLength(chunks * CHUNK - (chunks * CHUNK) / 1000)
    expect(await takeOver(kit.home)).toEqual([id])
    expect(await takeOver(kit.home)).toEqual([])
    await finished(id)
    const job = (await transaction(kit.home.env.pool, tx => findJob(tx, 1, id)))!
    expect(job).toMatchObject({ state: 'done', detail: { counts: EXPECTED } })
    expect(await kit.living('customer')).toHaveLength(SIZE - 7)
    const { rows: outcomes } = await kit.home.env.pool.query<{ n: number }>('select count(*)::int as n from import_row where job = $1', [id])
    expect(outcomes[0]!.n).toBe(SIZE)
    await undoImport(kit.home, kit.boss, id)
    expect(await kit.living('customer')).toEqual([])
  })

  it('that is stopped in good order goes on at the next start', async () => {
    const job = await kit.bring(kit.boss, rows, 'a.csv')
    await kit.map(kit.boss, job, { match: ['code'] })
    const stopping = { ...kit.home, env: { ...kit.home.env } }
    await startImport(stopping, kit.boss, job.id, false)
    await resumeImports(stopping).stop()
    const half = (await transaction(kit.home.env.pool, tx => findJob(tx, 1, job.id)))!
    expect(half.state).toBe('running')
    expect(half.detail.counts!.created).toBeLessThan(SIZE - 7)
    expect(await takeOver(kit.home, 0)).toEqual([job.id])
    await finished(job.id)
    expect((await transaction(kit.home.env.pool, tx => findJob(tx, 1, job.id)))!).toMatchObject({ state: 'done', detail: { counts: EXPECTED } })
  })

  it('is done once, even when a second runner takes it as well', async () => {
    const id = await dieAfter(1)
    drive(kit.home, id)
    vi.resetModules()
    const twin = await import('./run.ts')
    twin.drive(kit.home, id)
    await Promise.all([finished(id), twin.finished(id)])
    expect((await kit.living('customer')).length).toBe(SIZE - 7)
    expect((await transaction(kit.home.env.pool, tx => findJob(tx, 1, id)))!.detail.counts).toMatchObject(EXPECTED)
  })
})

describe('well-formed values', () => {
  const customer = () => objectOf(kit.home.env.catalog.current(), 'customer')
  const clean = (field: string, text: string, more: { factor?: string } = {}, t: 's' | 'n' = 's') => {
    const row: SheetRow = { index: 1, cells: [{ v: text, t }] }
    const out = cleanRow(readyColumns(customer(), [{ index: 0, title: 'x', field, ...more }]), row, 'zh')
    return out.problems[field] ?? out.values[field]
  }
  const wide = (text: string): string => text.replace(/[!-~]/g, char => String.fromCharCode(char.charCodeAt(0) + 0xfee0))
  const pad = fc.constantFrom('', ' ', '\u3000', '\t', '\u200b')

  it('phones come to one form, however they are written', () => {
    fc.assert(fc.property(fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }), fc.nat(5), pad, (number, style, space) => {
      const phone = String(number)
      const written = [phone, `+86 ${phone}`, wide(phone), `${phone.slice(0, 3)}-${phone.slice(3, 7)}-${phone.slice(7)}`, `${phone}.0`, `电话：${phone}`][style]!
      expect(clean('phone', space + written + space)).toBe(phone)
    }))
  })
  it('dates come to one form, serial numbers too', () => {
    fc.assert(fc.property(fc.date({ min: new Date('1990-01-01'), max: new Date('2049-12-31'), noInvalidDate: true }), fc.nat(4), (date, style) => {
      const iso = date.toISOString().slice(0, 10)
      const [y, m, d] = iso.split('-').map(Number) as [number, number, number]
      const serial = String(Date.UTC(y, m - 1, d) / 86_400_000 + 25_569)
      const written = [iso, `${y}年${m}月${d}日`, `${y}/${m}/${d}`, serial, wide(iso)][style]!
      const row: SheetRow = { index: 1, cells: [{ v: written, t: 's' }] }
      const { values } = cleanRow(readyColumns(objectOf(kit.home.env.catalog.current(), 'order'), [{ index: 0, title: 'x', field: 'date' }]), row, 'zh')
      expect(values.date).toBe(iso)
    }))
  })
  it('amounts keep every cent in the unit of their column', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 10 ** 11 }), fc.nat(3), fc.boolean(), (cents, style, inWan) => {
      const yuan = (BigInt(cents) / 100n).toString()
      const value = `${yuan}.${String(cents % 100).padStart(2, '0')}`
      const shown = inWan ? `${(BigInt(cents) / 1_000_000n).toString()}.${String(BigInt(cents) % 1_000_000n).padStart(6, '0')}` : value
      const written = [shown, wide(shown), `￥${shown}`, ` ${shown} `][style]!
      const read = clean('creditLimit', written, inWan ? { factor: '10000' } : {})
      expect(Number(read)).toBeCloseTo(cents / 100, 6)
      expect(String(read).replace(/\.?0+$/, '') || '0').toBe(value.replace(/\.?0+$/, '') || '0')
    }))
  })
  it('texts keep rare characters, and lose only what nobody sees', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('𠮷', '㼆', '客', '户', 'A', '1', '—', '😀'), { minLength: 1, maxLength: 60 }), pad, (chars, space) => {
      expect(clean('name', space + chars.join('') + space)).toBe(chars.join(''))
    }))
    expect(clean('bankAccount', '6222021234567890123')).toBe('6222021234567890123')
    expect(clean('code', '００１２')).toBe('0012')
    expect(clean('satisfaction', '95％')).toBe('0.95')
    expect(clean('distance', '12.5公里')).toBe('12.5')
    expect(clean('annualSales', '80万', { factor: '10000' })).toBe('800000.00')
  })
})
