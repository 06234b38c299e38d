// The life of the embedded server: first start, sharing, every kind of sudden death, and starting again after it.
import { appendFileSync, chmodSync, mkdtempSync, readFileSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { AppError } from '#core/lib/error.ts'
import { openDatabase } from './open.ts'
import type { Database } from './open.ts'
import { commandLine, processesWith, startApp, until } from './test-processes.ts'

let folder: string
let opened: Database[] = []

beforeEach(() => {
  folder = mkdtempSync('/tmp/guanxi-embedded-')
  chmodSync(folder, 0o755) // so that the database's own user gets in when root runs the tests
})

afterEach(async () => {
  for (const database of opened) await database.close()
  opened = []
  await until(() => processesWith('postgres', folder).length === 0) // of two that leave at once, none waits for the server
  rmSync(folder, { recursive: true, force: true })
})

async function open(): Promise<Database> {
  const database = await openDatabase({ dataDir: folder, max: 4 })
  opened.push(database)
  return database
}

async function ask(database: Database, sql: string): Promise<unknown> {
  const { rows } = await database.pool.query<{ answer: unknown }>(sql)
  return rows[0]?.answer
}

const born = (database: Database): Promise<unknown> => ask(database, 'select pg_postmaster_start_time()::text as answer')
const postmaster = (): number => Number.parseInt(readFileSync(join(folder, 'pg', 'postmaster.pid'), 'utf8'), 10)
const watchdogs = (): number[] => processesWith('guanxi-watchdog', join(folder, 'pg'))
const serverGone = async (pid: number): Promise<void> => until(() => !commandLine(pid).includes(folder))

test('a new folder gets a database that is durable, private and speaks Chinese', { timeout: 30_000 }, async () => {
  const database = await open()
  expect(await database.durability()).toEqual([
    { name: 'fsync', value: 'on', ok: true }, { name: 'synchronous_commit', value: 'on', ok: true },
    { name: 'full_page_writes', value: 'on', ok: true }, { name: 'data_checksums', value: 'on', ok: true },
  ])
  expect(database.version).toBe(18)
  expect(await ask(database, "select lower('ÄŒ关系') || length('𠮷野家') as answer")).toBe('äœ关系3')
  expect(await ask(database, 'select rolsuper or rolcreaterole or rolcreatedb as answer from pg_roles where rolname = current_user')).toBe(false)
  expect(await ask(database, "select current_setting('listen_addresses') as answer")).toBe('')
  expect(statSync(join(folder, 'pg-run')).mode & 0o777).toBe(0o700)
})

test('what was saved is there after closing and opening, and closing leaves no process behind', { timeout: 30_000 }, async () => {
  const first = await open()
  await first.pool.query("create table note as select '你好' as text")
  const pid = postmaster()
  await first.close()
  expect(commandLine(pid)).toBe('')
  await until(() => watchdogs().length === 0)
  expect(await ask(await open(), 'select text as answer from note')).toBe('你好')
})

test('a second app process uses the running server, which stays until the last one leaves', { timeout: 30_000 }, async () => {
  const first = await open()
  const second = await startApp(folder)
  expect(second.born).toBe(await born(first))
  const pid = postmaster()
  await first.close()
  const client = new pg.Client({ connectionString: second.url })
  await client.connect()
  expect((await client.query("select 'served' as answer")).rows).toEqual([{ answer: 'served' }])
  await client.end()
  await second.close()
  expect(commandLine(pid)).toBe('')
})

test('two processes that make the same new folder at the same moment end up on one server', { timeout: 60_000 }, async () => {
  const [one, two] = await Promise.all([startApp(folder), startApp(folder)])
  expect(one.born).toBe(two.born)
  expect(processesWith('postgres', `-D ${join(folder, 'pg')} `)).toHaveLength(1)
  await Promise.all([one.close(), two.close()])
})

test('when node is killed the watchdog stops the server, and a start in the middle of that works', { timeout: 60_000 }, async () => {
  const app = await startApp(folder)
  const pid = postmaster()
  await app.kill()
  const next = await open()
  expect(await born(next)).not.toBe(app.born)
  await serverGone(pid)
})

test('when node and the watchdog are killed, the next start adopts the orphaned server and guards it', { timeout: 60_000 }, async () => {
  const app = await startApp(folder)
  for (const pid of watchdogs()) process.kill(pid, 'SIGKILL')
  await app.kill()
  const next = await open()
  expect(await born(next)).toBe(app.born)
  expect(watchdogs()).toHaveLength(1)
})

test('an orphan whose socket was cleaned away is stopped and replaced', { timeout: 60_000 }, async () => {
  const app = await startApp(folder)
  for (const pid of watchdogs()) process.kill(pid, 'SIGKILL')
  await app.kill()
  unlinkSync(join(folder, 'pg-run', '.s.PGSQL.5432'))
  expect(await born(await open())).not.toBe(app.born)
})

test('a killed server comes back by itself with everything that was saved', { timeout: 60_000 }, async () => {
  const database = await open()
  await database.pool.query('create table kept as select 42 as answer')
  const before = await born(database)
  process.kill(postmaster(), 'SIGKILL')
  await until(async () => (await born(database).catch(() => before)) !== before)
  expect(await ask(database, 'select answer from kept')).toBe(42)
})

test('a pid file that names a living stranger (a zombie, a recycled number) does not stop the start', { timeout: 60_000 }, async () => {
  await (await open()).close()
  const lock = (path: string, rest: string): void => writeFileSync(path, `${process.pid}\n${rest}`)
  lock(join(folder, 'pg', 'postmaster.pid'), `${join(folder, 'pg')}\n1700000000\n5432\n${join(folder, 'pg-run')}\n\n  1234567  99999999\nready   \n`)
  lock(join(folder, 'pg-run', '.s.PGSQL.5432.lock'), `${join(folder, 'pg')}\n1700000000\n5432\n${join(folder, 'pg-run')}\n`)
  expect(await ask(await open(), 'select 1 as answer')).toBe(1)
})

test('a server that refuses to start says why, in words out of its log', { timeout: 60_000 }, async () => {
  await (await open()).close()
  appendFileSync(join(folder, 'pg', 'postgresql.conf'), "shared_buffers = 'plenty'\n")
  const fault: unknown = await open().catch((reason: unknown) => reason)
  expect(fault).toBeInstanceOf(AppError)
  expect((fault as AppError).key).toBe('database.start_failed')
  expect(String((fault as AppError).cause)).toContain('invalid value for parameter "shared_buffers": "plenty"')
})

test('a folder made by another major version is refused, not touched', { timeout: 60_000 }, async () => {
  await (await open()).close()
  writeFileSync(join(folder, 'pg', 'PG_VERSION'), '17\n')
  await expect(open()).rejects.toMatchObject({ code: 'unavailable', key: 'database.cluster_version', params: { made: 17, major: 18 } })
})
