// What values look like on our side of the database, and how test databases keep out of each other's way.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from './open.ts'
import { serverSettings } from './settings.ts'
import { testDatabase } from './test-database.ts'
import type { TestDatabase } from './test-database.ts'
import { isoUtc } from './value-types.ts'

let database: TestDatabase
beforeAll(async () => { database = await testDatabase({ template: 'empty' }) })
afterAll(() => database.drop())

async function answer(sql: string, params?: unknown[]): Promise<unknown> {
  const { rows } = await database.pool.query<{ answer: unknown }>(`select ${sql} as answer`, params)
  return rows[0]?.answer
}

test('amounts and big numbers keep every digit, small ones are numbers', async () => {
  expect(await answer('12345678901234567890.10::numeric')).toBe('12345678901234567890.10')
  expect(await answer('9007199254740993::bigint')).toBe('9007199254740993')
  expect(await answer('42::int')).toBe(42)
  expect(await answer("'{1.10,NULL,2}'::numeric[]")).toEqual(['1.10', null, '2'])
  expect(await answer("'{1,2}'::bigint[]")).toEqual(['1', '2'])
})

test('a day stays that day, a moment is told in UTC', async () => {
  expect(await answer("date '2025-03-01'")).toBe('2025-03-01')
  expect(await answer("array[date '2025-03-01']")).toEqual(['2025-03-01'])
  expect(await answer("timestamptz '2025-03-01 08:30:00+08'")).toBe('2025-03-01T00:30:00.000Z')
  expect(await answer("array[timestamptz '2025-03-01 08:30:00.5+08', null]")).toEqual(['2025-03-01T00:30:00.500Z', null])
  expect(await answer("timestamp '2025-03-01 08:30:00'")).toBe('2025-03-01 08:30:00')
  expect(await answer("interval '1 day 2 hours'")).toBe('P1DT2H')
  expect(isoUtc('2025-03-01 00:30:00.123456+00')).toBe('2025-03-01T00:30:00.123456Z')
  expect(isoUtc('infinity')).toBe('infinity')
})

test('json is parsed, arrays of words are arrays', async () => {
  expect(await answer(`'{"省":["浙江"]}'::jsonb`)).toEqual({ 省: ['浙江'] })
  expect(await answer('$1::text[]', [['a,b', '"', null]])).toEqual(['a,b', '"', null])
})

test('a statement may take 15 seconds, unless told otherwise', async () => {
  expect(await answer("current_setting('statement_timeout')")).toBe('15s')
})

test('a template is prepared once, and its clones do not see each other', async () => {
  let prepared = 0
  const make = (): Promise<TestDatabase> => testDatabase({ template: 'once', prepare: async (pool) => {
    prepared++
    await pool.query('create table visitor (name text)')
  } })
  const [one, two] = await Promise.all([make(), make()])
  expect(prepared).toBe(1)
  await one.pool.query("insert into visitor values ('王伟')")
  expect((await two.pool.query('select * from visitor')).rows).toEqual([])
  await Promise.all([one.drop(), two.drop()])
})

test('an external database is used by its address, and its missing safety is reported', async () => {
  const warnings: string[] = []
  const log = { info: () => undefined, warn: (text: string) => { warnings.push(text) }, error: () => undefined }
  const opened = await openDatabase({ dataDir: '/nowhere', databaseUrl: database.url, log })
  expect(opened).toMatchObject({ embedded: false, version: 18, admin: undefined })
  expect((await opened.durability()).find(({ name }) => name === 'fsync')).toEqual({ name: 'fsync', value: 'off', ok: false })
  expect(warnings.some((text) => text.includes('fsync is off'))).toBe(true)
  await opened.close()
})

test('memory for the database follows the machine, from a small box to a big one', () => {
  const gib = 1024 ** 3
  expect(serverSettings(24 * gib)).toMatchObject({ shared_buffers: '1024MB', max_wal_size: '2GB', jit: 'off' })
  expect(serverSettings(gib)).toMatchObject({ shared_buffers: '128MB', max_wal_size: '512MB' })
  expect(serverSettings(gib / 4)).toMatchObject({ shared_buffers: '32MB', work_mem: '4MB' })
})
