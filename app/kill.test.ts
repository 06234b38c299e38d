// What was acknowledged is there after kill -9: of the server alone (its database is left an orphan) and of both.
// Clients note each write before they send it and mark it when it was acknowledged (bar D1, D2).
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const ROUNDS = Number(process.env['KILL_ROUNDS'] ?? 4)
const WRITERS = 8
const KEY = 'gx_kill_test_0123456789abcdef0123'
const folder = mkdtempSync(join(tmpdir(), 'guanxi-kill-'))
// The database runs as another user when we are root: let it in.
chmodSync(folder, 0o755)
let server: ChildProcess | undefined

afterAll(async () => {
  if (server?.exitCode === null) {
    server.kill('SIGTERM')
    await once(server, 'exit')
  }
  rmSync(folder, { recursive: true, force: true })
})

async function start(): Promise<string> {
  const child = spawn(process.execPath, ['app/start.ts', '--api'], {
    env: { ...process.env, PORT: '0', DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'info', GUANXI_ADMIN_EMAIL: 'boss@example.cn', GUANXI_ADMIN_PASSWORD: 'Lotus-river-88', GUANXI_ADMIN_API_KEY: KEY },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  server = child
  return new Promise((resolve, reject) => {
    let text = ''
    const read = (part: Buffer): void => {
      text += part.toString()
      const found = /Server listening at (http:\/\/127\.0\.0\.1:\d+)/.exec(text)
      if (found) resolve(found[1]!)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', code => reject(new Error(`the server ended with ${code}: ${text.slice(-2000)}`)))
  })
}

interface Written { key: string; name: string; acknowledged: boolean }

const call = (base: string, path: string, body: unknown, key?: string): Promise<Response> => fetch(`${base}${path}`, {
  method: 'POST', body: JSON.stringify(body), signal: AbortSignal.timeout(10_000),
  headers: { 'content-type': 'application/json', authorization: `Bearer ${KEY}`, ...(key ? { 'idempotency-key': key } : {}) },
})

/** Writes until the server is gone. */
async function write(base: string, writer: number, round: number, ledger: Written[]): Promise<void> {
  for (let n = 0; ; n++) {
    const entry: Written = { key: `kill-${round}-${writer}-${n}-key`, name: `耐久客户${round}-${writer}-${n}`, acknowledged: false }
    ledger.push(entry)
    try {
      const answer = await call(base, '/api/records/customer', { name: entry.name, suppliers: [{ brand: '甲', share: '0.5' }, { brand: '乙', share: '0.5' }] }, entry.key)
      if (answer.status === 201) entry.acknowledged = true
      await answer.arrayBuffer()
    } catch {
      return
    }
  }
}

/** The postmaster's own process, by its pid file. */
function postmaster(): number {
  const [pid] = readFileSync(join(folder, 'data', 'pg', 'postmaster.pid'), 'utf8').split('\n')
  return Number(pid)
}

const kill = (pid: number): void => { try { process.kill(pid, 'SIGKILL') } catch { /* gone already */ } }

interface Row { id: string; name: string }

async function stored(base: string): Promise<Row[]> {
  const all: Row[] = []
  let after: string | undefined
  do {
    const page = await (await call(base, '/api/records/customer/query', { columns: ['name'], size: 500, sort: [{ field: 'code', dir: 'asc' }], ...(after ? { after } : {}) })).json() as { rows: Row[]; next: string | null }
    all.push(...page.rows)
    after = page.next ?? undefined
  } while (after)
  return all
}

test(`${ROUNDS} times killed under ${WRITERS} writers: nothing acknowledged is lost, nothing is double, nothing is half`, async () => {
  const ledger: Written[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const base = await start()
    const child = server!
    child.removeAllListeners('exit')
    const writers = Array.from({ length: WRITERS }, (_, writer) => write(base, writer, round, ledger))
    await new Promise(resolve => setTimeout(resolve, 400 + Math.random() * 800))
    const database = postmaster()
    const gone = once(child, 'exit')
    if (round % 2 === 1) kill(database)
    kill(child.pid!)
    await gone
    await Promise.all(writers)
  }
  const base = await start()
  server!.removeAllListeners('exit')
  const names = (await stored(base)).map(row => row.name)
  const counted = new Map<string, number>()
  for (const name of names) counted.set(name, (counted.get(name) ?? 0) + 1)
  const lost = ledger.filter(entry => entry.acknowledged && !counted.has(entry.name))
  expect(lost.map(entry => entry.name)).toEqual([])
  expect([...counted].filter(([, count]) => count > 1)).toEqual([])
  expect(ledger.filter(entry => entry.acknowledged).length).toBeGreaterThan(20)

  // Sent again with their keys, those whose answer was lost come to be exactly once.
  const unknown = ledger.filter(entry => !entry.acknowledged).slice(0, 40)
  for (const entry of unknown) expect((await call(base, '/api/records/customer', { name: entry.name, suppliers: [{ brand: '甲', share: '0.5' }, { brand: '乙', share: '0.5' }] }, entry.key)).status).toBe(201)
  const after = (await stored(base)).map(row => row.name)
  expect(unknown.filter(entry => after.filter(name => name === entry.name).length !== 1)).toEqual([])
  const lines = await (await call(base, '/api/records/customerSupplier/pivot', { measures: [{ fn: 'count', as: 'n' }] })).json() as { rows: { n: number | string }[] }
  expect(Number(lines.rows[0]!.n)).toBe(after.length * 2)
}, 180_000)
