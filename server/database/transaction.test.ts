// Transactions: all or nothing, tried again when others were in the way, and one clear refusal when the database is away.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { AppError } from '#core/lib/error.ts'
import { toAppError } from './faults.ts'
import { openPool } from './pool.ts'
import { testDatabase } from './test-database.ts'
import type { TestDatabase } from './test-database.ts'
import { read, transaction } from './transaction.ts'
import type { Tx } from './transaction.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase({ template: 'accounts', prepare: async (pool) => {
    await pool.query('create table account (name text primary key, cents bigint not null check (cents >= 0))')
  } })
})
afterAll(() => database.drop())
beforeEach(async () => {
  await database.pool.query("truncate account; insert into account values ('王伟', 100), ('李娜', 100)")
})

async function balances(): Promise<Record<string, string>> {
  const { rows } = await read(database.pool, (reader) => reader.query<{ name: string; cents: string }>('select name, cents from account'))
  return Object.fromEntries(rows.map(({ name, cents }) => [name, cents]))
}

const add = (tx: Tx, name: string, cents: number): Promise<{ rowCount: number }> =>
  tx.query('update account set cents = cents + $2 where name = $1', [name, cents])

test('a transfer happens as a whole', async () => {
  await transaction(database.pool, async (tx) => {
    expect((await add(tx, '王伟', -40)).rowCount).toBe(1)
    await add(tx, '李娜', 40)
  })
  expect(await balances()).toEqual({ 王伟: '60', 李娜: '140' })
})

test('when something is refused halfway, nothing of it stays', async () => {
  const refused = transaction(database.pool, async (tx) => {
    await add(tx, '王伟', -40)
    throw new AppError('invalid')
  })
  await expect(refused).rejects.toMatchObject({ code: 'invalid' })
  expect(await balances()).toEqual({ 王伟: '100', 李娜: '100' })
})

test('a broken rule of the table comes out as PostgreSQL said it, for the caller to explain', async () => {
  await expect(transaction(database.pool, (tx) => add(tx, '王伟', -101))).rejects.toMatchObject({ code: '23514' })
})

test('who swallows a failed statement is not told that the rest was saved', async () => {
  const swallowed = transaction(database.pool, async (tx) => {
    await add(tx, '李娜', 1)
    await add(tx, '王伟', -101).catch(() => undefined)
  })
  await expect(swallowed).rejects.toThrow('nothing was saved')
  expect(await balances()).toEqual({ 王伟: '100', 李娜: '100' })
})

test('two people whose transfers lock each other out both get through', async () => {
  let bothHold = (): void => undefined
  const meeting = new Promise<void>((resolve) => { bothHold = resolve })
  let arrived = 0
  let runs = 0
  const transfer = (from: string, to: string): Promise<void> => transaction(database.pool, async (tx) => {
    runs++
    await add(tx, from, -10)
    if (++arrived === 2) bothHold()
    await meeting
    await add(tx, to, 10)
  })
  await Promise.all([transfer('王伟', '李娜'), transfer('李娜', '王伟')])
  expect(runs).toBeGreaterThanOrEqual(3)
  expect(await balances()).toEqual({ 王伟: '100', 李娜: '100' })
})

test('trying again ends after the given number of retries, as a conflict', async () => {
  let runs = 0
  const hopeless = transaction(database.pool, async (tx) => {
    runs++
    await tx.query("do $$ begin raise exception 'busy' using errcode = '40001'; end $$")
  }, { retries: 2 })
  await expect(hopeless).rejects.toMatchObject({ code: 'conflict', key: 'database.contention' })
  expect(runs).toBe(3)
})

test('a reader sees one moment and cannot write', async () => {
  await read(database.pool, async (reader) => {
    await reader.query('select 1')
    await transaction(database.pool, (tx) => add(tx, '王伟', 5))
    expect((await reader.query<{ cents: string }>("select cents from account where name = '王伟'")).rows).toEqual([{ cents: '100' }])
  })
  await expect(read(database.pool, (reader) => add(reader, '王伟', 1))).rejects.toMatchObject({ code: 'unavailable', key: 'database.read_only' })
})

test('a statement that takes too long is cut off, and its connection serves the next', async () => {
  const slow = transaction(database.pool, (tx) => tx.query('select pg_sleep(20)'), { timeoutMs: 50 })
  await expect(slow).rejects.toMatchObject({ code: 'unavailable', key: 'database.timeout' })
  const limit = await transaction(database.pool, (tx) => tx.query("select current_setting('statement_timeout') as limit"))
  expect(limit.rows).toEqual([{ limit: '15s' }])
})

test('a connection cut in the middle is "unavailable", one cut while idle is not even noticed', async () => {
  const pool = openPool(database.address, { max: 1 })
  const cut = transaction(pool, (tx) => tx.query('select pg_terminate_backend(pg_backend_pid())'))
  await expect(cut).rejects.toMatchObject({ code: 'unavailable', key: 'database.away' })
  const { rows: [idle] } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid')
  await database.pool.query('select pg_terminate_backend($1)', [idle?.pid])
  expect((await transaction(pool, (tx) => tx.query<{ n: number }>('select 1 as n'))).rows).toEqual([{ n: 1 }])
  await pool.end()
})

test('a database that is not there is "unavailable"', async () => {
  const pool = openPool({ ...database.address, host: '/tmp/guanxi-nowhere' })
  await expect(transaction(pool, (tx) => tx.query('select 1'))).rejects.toMatchObject({ code: 'unavailable', key: 'database.away' })
  await pool.end()
})

test('a full disk and a refused connection are told from a mistake of ours', () => {
  const coded = (code: string): Error => Object.assign(new Error('as the driver says it'), { code })
  expect(toAppError(coded('53100'))).toMatchObject({ code: 'unavailable', key: 'database.disk_full' })
  expect(toAppError(coded('ECONNREFUSED'))).toMatchObject({ code: 'unavailable', key: 'database.away' })
  expect(toAppError(coded('42P01'))).not.toBeInstanceOf(AppError)
})

test('a transaction that has ended takes no more queries', async () => {
  let kept: Tx | undefined
  await transaction(database.pool, async (tx) => { kept = tx })
  await expect(kept?.query('select 1')).rejects.toThrow('has ended')
})
