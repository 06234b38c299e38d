// For tests only: app processes to start and to kill, and the database's processes to find (through /proc, so on Linux).
import { spawn } from 'node:child_process'
import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pause } from './run.ts'
import type { OsUser } from './run.ts'

export interface AppProcess {
  url: string
  born: string
  role: string
  kill(): Promise<void>
  close(): Promise<void>
}

/** Resolves when the process has its database open. */
export async function startApp(dataDir: string, user?: OsUser): Promise<AppProcess> {
  const script = join(import.meta.dirname, 'test-child.ts')
  const child = spawn(process.execPath, [script, dataDir], { stdio: 'pipe', ...user })
  const faults: string[] = []
  child.stderr.on('data', (chunk: Buffer) => faults.push(chunk.toString()))
  const line = await Promise.race([firstLine(child), once(child, 'exit').then(() => undefined)])
  if (line === undefined) throw new Error(`the app process ended: ${faults.join('')}`)
  const told = JSON.parse(line) as { url: string; born: string; role: string }
  return {
    ...told,
    kill: async () => { await ended(child, () => child.kill('SIGKILL')) },
    close: async () => { await ended(child, () => child.stdin.write('close\n')) },
  }
}

/** Every process whose command line has all these words. */
export function processesWith(...words: string[]): number[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number)
    .filter((pid) => words.every((word) => commandLine(pid).includes(word)))
}

export function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}

/** The server and all its backends at once, as a power cut would take them. */
export function killTree(pid: number): void {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(/\s+/).filter(Boolean).map(Number)
  for (const one of [pid, ...children]) {
    try {
      process.kill(one, 'SIGKILL')
    } catch { /* it went with its parent */ }
  }
}

export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await pause(20)
}

async function firstLine(child: ChildProcessWithoutNullStreams): Promise<string | undefined> {
  for await (const line of createInterface({ input: child.stdout })) return line
  return undefined
}

async function ended(child: ChildProcessWithoutNullStreams, act: () => void): Promise<void> {
  const exit = once(child, 'exit')
  act()
  await exit
}
