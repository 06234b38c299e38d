// Pages of rows: the newest request first, old ones cancelled, the oldest pages forgotten.
import { describe, expect, test } from 'vitest'
import type { AnyRow } from './types.ts'
import { PagedSource } from './paged-source.ts'

interface Asked { from: number; signal: AbortSignal; answer(): void; fail(): void }

function source(maxPages = 100) {
  const asked: Asked[] = []
  const failures: unknown[] = []
  const rows = new PagedSource({
    count: 1_000_000, pageSize: 10, maxPages, parallel: 2, failed: (error) => failures.push(error),
    load: (from, size, signal) => new Promise<AnyRow[]>((resolve, reject) => {
      asked.push({
        from, signal, fail: () => reject(new Error('down')),
        answer: () => resolve(Array.from({ length: size }, (_, at) => ({ id: `r${from + at}`, version: 1, values: {} }))),
      })
    }),
  })
  return { rows, asked, failures }
}

const later = (): Promise<void> => new Promise((done) => setTimeout(done, 0))

describe('paged source', () => {
  test('asks for the pages of the visible range and tells when they are here', async () => {
    const { rows, asked } = source()
    const told: unknown[] = []
    rows.subscribe((change) => told.push(change))
    rows.want(5, 12)
    asked.forEach((request) => request.answer())
    await later()
    expect(asked.map((request) => request.from)).toEqual([0, 10])
    expect(told).toEqual([{ from: 0, to: 9 }, { from: 10, to: 19 }])
    expect(rows.row(12)).toMatchObject({ id: 'r12' })
    expect(rows.row(20)).toBe(null)
  })

  test('scrolling on cancels what is no longer wanted', async () => {
    const { rows, asked } = source()
    rows.want(0, 30)
    rows.want(900_000, 900_005)
    expect(asked.map((request) => [request.from, request.signal.aborted])).toEqual([[0, true], [10, true], [900_000, false]])
    asked[0]!.answer()
    await later()
    expect(rows.row(0)).toBe(null)
  })

  test('forgets the pages used longest ago', async () => {
    const { rows, asked } = source(2)
    for (const from of [0, 10, 0, 20]) {
      rows.want(from, from + 9)
      asked.at(-1)!.answer()
      await later()
    }
    expect([rows.row(0), rows.row(10), rows.row(20)].map((row) => row !== null)).toEqual([true, false, true])
  })

  test('a whole range can be awaited, and a failed page is reported', async () => {
    const { rows, asked, failures } = source()
    let here = false
    void rows.load(0, 15).then(() => { here = true })
    asked[0]!.answer()
    await later()
    expect(here).toBe(false)
    asked[1]!.answer()
    await later()
    expect(here).toBe(true)
    rows.want(50, 51)
    asked.at(-1)!.fail()
    await later()
    expect(failures).toHaveLength(1)
  })

  test('saved records are swapped in place and new ones stay at the end until the next reset', async () => {
    const { rows, asked } = source()
    rows.want(0, 9)
    asked[0]!.answer()
    await later()
    rows.replace([{ id: 'r3', version: 2, values: { name: '改' } }])
    rows.append([{ id: 'n1', version: 1, values: {} }])
    expect(rows.row(3)).toMatchObject({ version: 2 })
    expect(rows.row(1_000_000)).toMatchObject({ id: 'n1' })
    rows.reset(5)
    expect([rows.count(), rows.row(3)]).toEqual([5, null])
  })
})
