// Where the database ends up: long paths, folders nobody else may enter, ordinary users.
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from './open.ts'
import { startApp } from './test-processes.ts'

const isRoot = process.getuid?.() === 0
const NOBODY = { uid: 65_534, gid: 65_534 }
let folder: string

beforeEach(() => { folder = mkdtempSync('/tmp/guanxi-place-') })
afterEach(() => { rmSync(folder, { recursive: true, force: true }) })

test('a data folder with a very long Chinese path works, its socket lies elsewhere', { timeout: 30_000 }, async () => {
  const deep = join(folder, '客户关系管理系统'.repeat(4), "it's, a \"place\"")
  mkdirSync(deep, { recursive: true })
  chmodSync(folder, 0o755) // mkdtemp makes folders for their owner alone
  const database = await openDatabase({ dataDir: deep })
  const socketFolder = new URL(database.url).searchParams.get('host') ?? ''
  expect(socketFolder).toMatch(/^\/tmp\/guanxi-[0-9a-f]{16}$/)
  await database.close()
  rmSync(socketFolder, { recursive: true })
})

test.runIf(isRoot)('root may keep its data where only root can go: the database lies elsewhere and is found again', { timeout: 60_000 }, async () => {
  const first = await openDatabase({ dataDir: folder })
  const base = readFileSync(join(folder, 'pg.location'), 'utf8').trim()
  await first.pool.query('create table kept as select 7 as n')
  await first.close()
  expect(statSync(join(base, 'pg')).uid).not.toBe(0)
  const second = await openDatabase({ dataDir: folder })
  expect((await second.pool.query('select n from kept')).rows).toEqual([{ n: 7 }])
  await second.close()
  rmSync(base, { recursive: true })
  await expect(openDatabase({ dataDir: folder })).rejects.toMatchObject({ key: 'database.cluster_missing' })
})

test.runIf(isRoot)('an ordinary user runs the server as herself', { timeout: 30_000 }, async () => {
  chownSync(folder, NOBODY.uid, NOBODY.gid)
  const app = await startApp(join(folder, 'data'), NOBODY)
  expect(app.role).toBe('guanxi')
  expect(statSync(join(folder, 'data', 'pg')).uid).toBe(NOBODY.uid)
  expect(existsSync(join(folder, 'data', 'pg.location'))).toBe(false)
  await app.close()
})
