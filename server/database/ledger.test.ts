// Nothing that was acknowledged may be lost: each commit is flushed, and sudden deaths under load leave the ledger whole.
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptServer } from './durability.ts'
import { openDatabase } from './open.ts'
import type { Database } from './open.ts'
import { pause } from './run.ts'
import { killTree, until } from './test-processes.ts'
import { transaction } from './transaction.ts'

let folder: string
let database: Database

beforeAll(async () => {
  folder = mkdtempSync('/tmp/guanxi-ledger-')
  chmodSync(folder, 0o755)
  database = await openDatabase({ dataDir: folder })
  await database.pool.query('create table ledger (writer int not null, entry int not null, primary key (writer, entry))')
}, 30_000)

afterAll(async () => {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
}, 30_000)

test('two hundred commits one after the other are two hundred flushes to the disk', { timeout: 30_000 }, async () => {
  const client = await database.pool.connect()
  const flushes = async (): Promise<number> => {
    await client.query('select pg_stat_force_next_flush()')
    const { rows } = await client.query<{ n: number }>("select sum(fsyncs)::int as n from pg_stat_io where object = 'wal'")
    return rows[0]?.n ?? 0
  }
  const before = await flushes()
  for (let entry = 0; entry < 200; entry++) await client.query('insert into ledger values (99, $1)', [entry])
  expect(await flushes() - before).toBeGreaterThanOrEqual(200)
  client.release()
})

test('four writers, the whole database tree killed three times: every acknowledged entry is there', { timeout: 120_000 }, async () => {
  const acknowledged: [number, number][] = []
  let stopped = false
  const writers = [0, 1, 2, 3].map((writer) => write(writer, acknowledged, () => stopped))
  for (let round = 0; round < 3; round++) {
    const reached = acknowledged.length + 200
    await until(() => acknowledged.length >= reached)
    await pause(Math.random() * 100)
    killTree(Number.parseInt(readFileSync(join(folder, 'pg', 'postmaster.pid'), 'utf8'), 10))
  }
  const reached = acknowledged.length + 50
  await until(() => acknowledged.length >= reached)
  stopped = true
  await Promise.all(writers)
  const { rows } = await database.pool.query<{ writer: number; entry: number }>('select writer, entry from ledger')
  const present = new Set(rows.map(({ writer, entry }) => `${writer}/${entry}`))
  expect(acknowledged.filter(([writer, entry]) => !present.has(`${writer}/${entry}`))).toEqual([])
})

/** A refused entry is not written again: whether it is there is unknown, and that is what the next number is for. */
async function write(writer: number, acknowledged: [number, number][], stopped: () => boolean): Promise<void> {
  for (let entry = 0; !stopped(); entry++) {
    try {
      await transaction(database.pool, (tx) => tx.query('insert into ledger values ($1, $2)', [writer, entry]))
      acknowledged.push([writer, entry])
    } catch (fault) {
      expect(fault).toMatchObject({ name: 'AppError', code: 'unavailable' })
      await pause(20)
    }
  }
}

test('a server that is too old, or that cannot hold Chinese, is refused with a reason', () => {
  expect(acceptServer(150_004, 'UTF8')).toBe(15)
  expect(() => acceptServer(140_011, 'UTF8')).toThrow(expect.objectContaining({ key: 'database.too_old', params: { version: 14, oldest: 15 } }))
  expect(() => acceptServer(180_000, 'SQL_ASCII')).toThrow(expect.objectContaining({ key: 'database.encoding' }))
})
