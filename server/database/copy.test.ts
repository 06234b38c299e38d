// COPY: whatever a person may type arrives as typed, refusals leave the connection whole, and much data stays out of memory.
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { copyInto } from './copy.ts'
import { testDatabase } from './test-database.ts'
import type { TestDatabase } from './test-database.ts'
import { transaction } from './transaction.ts'

const COLUMNS = ['place', 'name', 'tags', 'ids', 'facts', 'picture', 'price', 'day', 'vip']
let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase({ template: 'copied', prepare: async (pool) => {
    await pool.query(`create table "Copied" (place int not null, name text, tags text[], ids uuid[], facts jsonb, picture bytea,
      price numeric, day date, vip boolean)`)
  } })
})
afterAll(() => database.drop())
beforeEach(() => database.pool.query('truncate "Copied"'))

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }).map((one) => one.replaceAll('\0', '')),
  fc.constantFrom('', '\\N', '\\.', 'NULL', '{}', '{"', '𠮷野家', '\t\\t', 'a\r\nb', "it's", '"', ',', '\u00a0 '),
)
const orNull = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null })
const row = fc.tuple(
  orNull(text), orNull(fc.array(orNull(text))), orNull(fc.array(fc.uuid())), orNull(fc.dictionary(text, orNull(text))),
  orNull(fc.uint8Array()), orNull(fc.constantFrom('0.10', '12345678901234567890.123456789', '-0.005')),
  orNull(fc.constantFrom('2024-02-29', '1900-01-01')), orNull(fc.boolean()),
)

test('any text, array, object, bytes, amount and day comes back exactly as it went in', { timeout: 60_000 }, async () => {
  await fc.assert(fc.asyncProperty(fc.array(row, { maxLength: 20 }), async (rows) => {
    const back = await transaction(database.pool, async (tx) => {
      await tx.query('truncate "Copied"')
      expect(await copyInto(tx, 'public.Copied', COLUMNS, rows.map((one, place) => [place, ...one]))).toBe(rows.length)
      return (await tx.query<Record<string, unknown>>('select * from "Copied" order by place')).rows
    })
    expect(back.map((one) => COLUMNS.slice(1).map((name) => plain(one[name])))).toEqual(rows.map((one) => one.map(plain)))
  }), { numRuns: 200 })
})

const plain = (value: unknown): unknown => {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex')
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? { ...value } : value
}

async function* many(count: number): AsyncGenerator<unknown[]> {
  for (let place = 0; place < count; place++) yield [place, `客户 ${place} ${'长'.repeat(100)}`]
}

test('a hundred thousand rows stream in', { timeout: 60_000 }, async () => {
  const count = await transaction(database.pool, (tx) => copyInto(tx, 'Copied', ['place', 'name'], many(100_000)))
  expect(count).toBe(100_000)
  const { rows } = await database.pool.query('select count(*)::int as n, sum(place) as sum from "Copied"')
  expect(rows).toEqual([{ n: 100_000, sum: '4999950000' }])
})

test('a row the table refuses undoes them all, and the connection serves on', async () => {
  const rows = [[1, 'fine'], [null, 'without a place']]
  await expect(transaction(database.pool, (tx) => copyInto(tx, 'Copied', ['place', 'name'], rows))).rejects.toMatchObject({ code: '23502' })
  expect((await database.pool.query('select count(*)::int as n from "Copied"')).rows).toEqual([{ n: 0 }])
})

test('a refusal in the middle of a long stream stops the stream', { timeout: 60_000 }, async () => {
  let given = 0
  const endless = function* (): Generator<unknown[]> {
    for (;;) yield [given++ === 1000 ? 'not a number' : given, '长'.repeat(500)]
  }
  await expect(transaction(database.pool, (tx) => copyInto(tx, 'Copied', ['place', 'name'], endless()))).rejects.toMatchObject({ code: '22P02' })
})

test('when the source of the rows breaks, its own fault comes out and nothing is saved', async () => {
  const broken = async function* (): AsyncGenerator<unknown[]> {
    yield [1, 'fine']
    throw new Error('the workbook ends here')
  }
  await expect(transaction(database.pool, (tx) => copyInto(tx, 'Copied', ['place', 'name'], broken()))).rejects.toThrow('the workbook ends here')
  expect((await database.pool.query('select count(*)::int as n from "Copied"')).rows).toEqual([{ n: 0 }])
})

test('a COPY may take longer than a statement may, and afterwards the limit is back', async () => {
  const slow = async function* (): AsyncGenerator<unknown[]> {
    yield [1, 'first']
    await new Promise((resolve) => { setTimeout(resolve, 200) })
    yield [2, 'second']
  }
  await transaction(database.pool, async (tx) => {
    expect(await copyInto(tx, 'Copied', ['place', 'name'], slow())).toBe(2)
    await expect(tx.query('select pg_sleep(5)')).rejects.toMatchObject({ code: '57014' })
    throw new Error('enough')
  }, { timeoutMs: 100 }).catch((fault: unknown) => expect(String(fault)).toContain('enough'))
})

test('a connection that dies under a COPY is "unavailable"', async () => {
  const cut = transaction(database.pool, async (tx) => {
    const { rows: [own] } = await tx.query<{ pid: number }>('select pg_backend_pid() as pid')
    return copyInto(tx, 'Copied', ['place', 'name'], (async function* () {
      yield [1, 'first']
      await database.pool.query('select pg_terminate_backend($1, 5000)', [own?.pid])
      yield* many(10_000)
    })())
  })
  await expect(cut).rejects.toMatchObject({ code: 'unavailable', key: 'database.away' })
})
