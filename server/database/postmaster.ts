// The running server as seen from outside: is it alive, is its pid file a lie, make it stop.
import { execFileSync } from 'node:child_process'
import { closeSync, constants, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Place } from './place.ts'
import { pause } from './run.ts'

/** No system gives this number to a process, so the server takes a lock file that names it for stale. */
const IMPOSSIBLE_PID = 2_147_483_646
export const PORT = 5432

/** The pid of the living server on this cluster, if there is one. */
export function livePostmaster(place: Place): number | undefined {
  const pid = pidIn(read(pidFile(place)))
  return pid !== undefined && isPostmaster(pid, place.cluster) ? pid : undefined
}

/** True once the server has said, in its pid file, that it takes connections. */
export function saysReady(place: Place): boolean {
  return read(pidFile(place)).split('\n')[7]?.startsWith('ready') ?? false
}

/**
 * The server believes a lock file whenever a process with that number exists, also when that is a zombie nobody reaps (node
 * as pid 1 of a container) or some other program that got the number after a reboot: then it would refuse for ever.
 * Only the number is replaced, so that the server's own check for orphaned backends (shared memory, next lines) still
 * works; and in place, so that a file another process has made anew in between is never touched.
 */
export function disownDeadLocks(place: Place): void {
  for (const path of [pidFile(place), join(place.run, `.s.PGSQL.${PORT}.lock`)]) {
    const fd = openExisting(path)
    if (fd === undefined) continue
    const text = readFileSync(fd, 'utf8')
    const pid = pidIn(text)
    if (pid !== undefined && !isPostmaster(pid, place.cluster)) writeSync(fd, text.replace(/^-?\d+/, String(IMPOSSIBLE_PID)), 0)
    closeSync(fd)
  }
}

/** Fast stop: sessions are cut off, data is flushed. When that takes too long, at once; recovery follows at the next start. */
export async function stopPostmaster(place: Place, pid: number): Promise<void> {
  for (const [signal, patience] of [['SIGINT', 20_000], ['SIGQUIT', 5_000], ['SIGKILL', 5_000]] as const) {
    try {
      process.kill(pid, signal)
    } catch {
      return // gone by itself
    }
    if (await goneWithin(place, pid, patience)) return
  }
}

async function goneWithin(place: Place, pid: number, ms: number): Promise<boolean> {
  for (let waited = 0; waited < ms; waited += 10) {
    if (!isPostmaster(pid, place.cluster)) return true
    await pause(10)
  }
  return false
}

/** A zombie has no command line, and a stranger with a recycled number has another one. */
function isPostmaster(pid: number, cluster: string): boolean {
  try {
    const line = process.platform === 'linux'
      ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
      : execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
    return line.includes('postgres') && line.includes(` -D ${cluster} `)
  } catch {
    return false
  }
}

function pidIn(text: string): number | undefined {
  const pid = Number.parseInt(text, 10)
  return Number.isNaN(pid) || pid === 0 ? undefined : Math.abs(pid)
}

function pidFile(place: Place): string {
  return join(place.cluster, 'postmaster.pid')
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function openExisting(path: string): number | undefined {
  try {
    return openSync(path, constants.O_RDWR | constants.O_NOFOLLOW)
  } catch {
    return undefined
  }
}
