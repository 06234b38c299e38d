// Where the embedded database lives: its cluster, its private socket folder and its log, for one data folder.
import { createHash } from 'node:crypto'
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { AppError } from '#core/lib/error.ts'
import { canReach, serverUser } from './os-user.ts'
import type { OsUser } from './run.ts'

export interface Place {
  /** Holds everything below; the data folder itself, or a folder that the OS user can reach. */
  base: string
  cluster: string
  /** Socket and watchdog pipe; 0700, which is what makes `trust` on the socket safe. */
  run: string
  log: string
  user: OsUser | undefined
}

/** A socket path may have 107 bytes on Linux, 103 on macOS; '/.s.PGSQL.5432' takes 14 of them. */
const LONGEST_SOCKET_FOLDER = 85
const POINTER = 'pg.location'

export function placeFor(dataDir: string): Place {
  const folder = resolve(dataDir)
  mkdirSync(folder, { recursive: true })
  const known = readPointer(folder)
  const user = serverUser(join(known ?? folder, 'pg'))
  const base = known ?? (canReach(user, folder) ? folder : elsewhere(folder))
  const run = runFolder(base)
  makePrivate(run, user)
  return { base, cluster: join(base, 'pg'), run, log: join(run, 'postgres.log'), user }
}

/**
 * When root keeps the data where nobody else may go (/root/app/data), the database's user cannot get there either, and
 * opening /root up is not ours to do. So the cluster lies under /var/lib/guanxi, and the data folder says where.
 */
function elsewhere(folder: string): string {
  const base = join('/var/lib/guanxi', shortHash(folder))
  mkdirSync(base, { recursive: true, mode: 0o755 })
  writeFileSync(join(folder, POINTER), `${base}\n`, { flush: true })
  return base
}

/** A pointer to nothing means lost data: an empty database in its stead would hide that. */
function readPointer(folder: string): string | undefined {
  const pointer = join(folder, POINTER)
  if (!existsSync(pointer)) return undefined
  const base = readFileSync(pointer, 'utf8').trim()
  if (existsSync(base)) return base
  throw new AppError('unavailable', {
    key: 'database.cluster_missing', params: { path: base, pointer },
    cause: new Error(`${pointer} says that the database lies in ${base}, but nothing is there`),
  })
}

function runFolder(base: string): string {
  const beside = join(base, 'pg-run')
  return Buffer.byteLength(beside) <= LONGEST_SOCKET_FOLDER ? beside : join('/tmp', `guanxi-${shortHash(base)}`)
}

/** Below /tmp anybody may have made this folder before us: then it is not private and must not be used. */
function makePrivate(path: string, user: OsUser | undefined): void {
  const uid = user?.uid ?? process.getuid?.()
  const made = mkdirSync(path, { recursive: true, mode: 0o700 }) !== undefined
  if (made && user !== undefined) chownSync(path, user.uid, user.gid)
  const stat = lstatSync(path)
  if (!stat.isDirectory() || (stat.uid !== uid && stat.uid !== process.getuid?.())) {
    throw new AppError('unavailable', { key: 'database.folder_taken', params: { path }, cause: new Error(`${path} belongs to somebody else`) })
  }
  if (user !== undefined && stat.uid !== user.uid) chownSync(path, user.uid, user.gid)
  chmodSync(path, 0o700)
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
