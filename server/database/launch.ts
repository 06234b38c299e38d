// Brings the server of a place to "takes connections", whatever it finds: nothing, a stale pid file, an orphan, a server
// that is starting or stopping, or one that another process is starting this very moment.
import { spawn } from 'node:child_process'
import { closeSync, constants, fchownSync, fstatSync, ftruncateSync, openSync, readFileSync, renameSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { AppError } from '#core/lib/error.ts'
import type { Binaries } from './binaries.ts'
import { ADMIN_ROLE, SETTINGS_FILE } from './cluster.ts'
import type { Place } from './place.ts'
import { disownDeadLocks, livePostmaster, PORT, saysReady, stopPostmaster } from './postmaster.ts'
import { pause, quietEnv } from './run.ts'
import { settingsFile } from './settings.ts'
import type { Settings } from './settings.ts'

export interface Server {
  place: Place
  binaries: Binaries
  settings: Settings
}

/** Recovery after a crash may replay much; a server that is alive and working is waited for. */
const RECOVERY_PATIENCE = 600_000
const RETRY_PATIENCE = 15_000
const UNREACHABLE_PATIENCE = 3_000
const LOG_LIMIT = 10 * 1024 * 1024

/** A refused start for one of these reasons is cured by waiting: the other server is just coming up or going down. */
const PASSING = /lock file .* already exists|shared memory block .* is still in use|lock file .* is empty/

export async function bringUp(server: Server): Promise<void> {
  const begun = Date.now()
  let unreachableSince: number | undefined
  while (Date.now() - begun < RECOVERY_PATIENCE) {
    const pid = livePostmaster(server.place)
    if (pid === undefined) {
      await startOnce(server, Date.now() - begun < RETRY_PATIENCE)
      continue
    }
    const state = await knock(server.place)
    if (state === 'open') return
    unreachableSince = state === 'unreachable' && saysReady(server.place) ? unreachableSince ?? Date.now() : undefined
    // An orphan whose socket was removed (a cleaned /tmp) serves nobody: stop it and start anew.
    if (unreachableSince !== undefined && Date.now() - unreachableSince > UNREACHABLE_PATIENCE) await stopPostmaster(server.place, pid)
    await pause(20)
  }
  throw startFailed(server.place, 0)
}

/** One attempt: returns when the new server has written its pid file, or was refused for a passing reason. */
async function startOnce(server: Server, mayRetry: boolean): Promise<void> {
  disownDeadLocks(server.place)
  writeSettings(server)
  const log = openLog(server.place)
  const from = fstatSync(log).size
  const ended = spawnServer(server, log)
  closeSync(log)
  while (livePostmaster(server.place) === undefined) {
    if (ended.done) {
      if (mayRetry && PASSING.test(logFrom(server.place, from))) return pause(200)
      throw startFailed(server.place, from, ended.fault)
    }
    await pause(5)
  }
}

/** In a session of its own: Ctrl+C in the terminal must reach node, which then stops the server in order. */
function spawnServer(server: Server, log: number): { done: boolean; fault?: Error } {
  const { place, binaries } = server
  const folder = `"${place.run.replaceAll('"', '""')}"`
  const args = ['-D', place.cluster, '-c', `unix_socket_directories=${folder}`, '-c', 'unix_socket_permissions=0700',
    '-c', 'listen_addresses=', '-c', `port=${PORT}`]
  const child = spawn(binaries.postgres, args, { detached: true, stdio: ['ignore', log, log], cwd: '/', env: quietEnv(), ...place.user })
  const ended: { done: boolean; fault?: Error } = { done: false }
  child.on('exit', () => { ended.done = true })
  child.on('error', (fault) => Object.assign(ended, { done: true, fault }))
  child.unref()
  return ended
}

async function knock(place: Place): Promise<'open' | 'busy' | 'unreachable'> {
  const client = new pg.Client({ host: place.run, port: PORT, user: ADMIN_ROLE, database: 'postgres', connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.end()
    return 'open'
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? String(fault.code) : ''
    if (/^(28|3D|42)/.test(code)) throw fault // let in nobody, by its own configuration: waiting does not help
    if (code === '53300') return 'open' // full, so it serves
    return code === 'ENOENT' || code === 'ECONNREFUSED' ? 'unreachable' : 'busy'
  }
}

function openLog(place: Place): number {
  if ((statSync(place.log, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT) renameSync(place.log, `${place.log}.old`)
  return openOwned(place, place.log, constants.O_APPEND)
}

function writeSettings({ place, settings }: Server): void {
  const fd = openOwned(place, join(place.cluster, SETTINGS_FILE), 0)
  ftruncateSync(fd)
  writeSync(fd, settingsFile(settings))
  closeSync(fd)
}

/** The folder belongs to the database's user: root must not follow a link that was laid there. */
function openOwned(place: Place, path: string, flags: number): number {
  const fd = openSync(path, constants.O_WRONLY | constants.O_CREAT | constants.O_NOFOLLOW | flags, 0o600)
  if (place.user !== undefined) fchownSync(fd, place.user.uid, place.user.gid)
  return fd
}

function logFrom(place: Place, from: number): string {
  return readFileSync(place.log).subarray(from).toString('utf8')
}

function startFailed(place: Place, from: number, fault?: Error): AppError {
  const log = fault?.message ?? logFrom(place, from).trim().split('\n').slice(-20).join('\n')
  const cause = new Error(`The database in ${place.cluster} did not start. Its log (${place.log}) ends with:\n${log}`)
  return new AppError('unavailable', { key: 'database.start_failed', params: { log }, cause })
}
