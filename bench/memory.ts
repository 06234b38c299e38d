// Memory of an idle server on this database: the process alone, without PostgreSQL.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const START = fileURLToPath(new URL('../app/start.ts', import.meta.url))
const SETTLE_MS = 10_000
const PATIENCE_MS = 120_000

/** Resident some seconds after the start, as text for the table; only Linux says it. */
export async function idleMemory(databaseUrl: string, dataDir: string): Promise<string> {
  if (process.platform !== 'linux') return 'memory not known on this system'
  const child = spawn(process.execPath, [START], { env: { ...process.env, DATABASE_URL: databaseUrl, DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'warn' }, stdio: ['ignore', 'pipe', 'ignore'] })
  try {
    await new Promise<void>((resolve, reject) => {
      child.stdout.on('data', (part: Buffer) => { if (part.toString().includes('Guanxi')) resolve() })
      child.on('exit', code => reject(new Error(`the server ended with ${code}`)))
      setTimeout(() => reject(new Error('the server did not start')), PATIENCE_MS).unref()
    })
    await new Promise(done => setTimeout(done, SETTLE_MS))
    const kib = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]
    return `${Math.round(Number(kib) / 1024)} MiB when idle`
  } finally {
    child.kill('SIGTERM')
  }
}
