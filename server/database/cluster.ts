// Makes the database cluster on first start: initdb, the app's role and database, all or nothing.
import { appendFileSync, chownSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { AppError } from '#core/lib/error.ts'
import type { Binaries } from './binaries.ts'
import type { Place } from './place.ts'
import { run } from './run.ts'

/** The app's own role owns its database and nothing else; only backup uses the administrator. */
export const APP_ROLE = 'guanxi'
export const APP_DATABASE = 'guanxi'
export const ADMIN_ROLE = 'postgres'
export const SETTINGS_FILE = 'guanxi.conf'

/** Two processes may both get here: each builds its own draft, the first rename wins, the other throws its draft away. */
export async function makeCluster(place: Place, binaries: Binaries): Promise<void> {
  if (isMade(place.cluster)) return refuseOtherMajor(place.cluster, binaries.major)
  removeDeadDrafts(place.cluster)
  const draft = `${place.cluster}.new-${process.pid}`
  try {
    await fill(draft, place, binaries)
    renameSync(draft, place.cluster)
    syncFolder(dirname(place.cluster))
  } catch (cause) {
    rmSync(draft, { recursive: true, force: true })
    if (isMade(place.cluster)) return
    throw new AppError('unavailable', { key: 'database.start_failed', params: { log: String(cause) }, cause })
  }
}

async function fill(draft: string, place: Place, binaries: Binaries): Promise<void> {
  mkdirSync(draft, { mode: 0o700 })
  if (place.user !== undefined) chownSync(draft, place.user.uid, place.user.gid)
  await initdb(draft, place, binaries)
  appendFileSync(join(draft, 'postgresql.conf'), `\ninclude_if_exists '${SETTINGS_FILE}'\n# your own settings below\n`, { flush: true })
  await run(binaries.postgres, ['--single', '-D', draft, 'postgres'], {
    user: place.user, input: `create role ${APP_ROLE} login\ncreate database ${APP_DATABASE} owner ${APP_ROLE}\n`,
  })
}

/**
 * The built-in C.UTF-8 provider sorts by code point and folds case for all of Unicode, the same on every machine and after
 * every upgrade of its C library. The C library's own ctype is used for little more than text search: best one there is.
 */
async function initdb(draft: string, place: Place, binaries: Binaries): Promise<void> {
  const args = [
    '-D', draft, '-U', ADMIN_ROLE, '--auth=trust', '--encoding=UTF8', '--locale=C', '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8', '--data-checksums', '--no-instructions',
  ]
  const attempt = (ctype: string): Promise<string> => run(binaries.initdb, [...args, `--lc-ctype=${ctype}`], { user: place.user })
  await attempt('C.UTF-8').catch((fault: unknown) => {
    if (!String(fault).includes('locale')) throw fault
    return attempt('C')
  })
}

function isMade(cluster: string): boolean {
  return existsSync(join(cluster, 'PG_VERSION'))
}

function refuseOtherMajor(cluster: string, major: number): void {
  const made = Number(readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim())
  if (made === major) return
  throw new AppError('unavailable', {
    key: 'database.cluster_version', params: { made, major },
    cause: new Error(`${cluster} was made by PostgreSQL ${made}, this release brings PostgreSQL ${major}`),
  })
}

/** Drafts carry the pid of their maker; what a killed first start left behind is dead weight. */
function removeDeadDrafts(cluster: string): void {
  const prefix = `${basename(cluster)}.new-`
  for (const name of readdirSync(dirname(cluster))) {
    if (name.startsWith(prefix) && !isRunning(Number(name.slice(prefix.length)))) {
      rmSync(join(dirname(cluster), name), { recursive: true, force: true })
    }
  }
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

function syncFolder(path: string): void {
  const fd = openSync(path, 'r')
  fsyncSync(fd)
  closeSync(fd)
}
