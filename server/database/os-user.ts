// Which OS user the embedded database runs as. PostgreSQL refuses to run as root, so root hands it to another user.
import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { quietEnv } from './run.ts'
import type { OsUser } from './run.ts'

const NAME = 'guanxi'

/** An existing cluster keeps its owner (a container may forget its users, never its volume). */
export function serverUser(existingCluster: string): OsUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  return ownerOf(existingCluster) ?? lookUp(NAME) ?? create() ?? lookUp('nobody')
}

/** Asks the kernel, as that user: access lists, mounts and capabilities make mode bits a poor oracle. */
export function canReach(user: OsUser | undefined, path: string): boolean {
  if (user === undefined) return true
  return spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', path], { env: quietEnv(), cwd: '/', ...user }).status === 0
}

function ownerOf(path: string): OsUser | undefined {
  const stat = statSync(path, { throwIfNoEntry: false })
  return stat === undefined || stat.uid === 0 ? undefined : { uid: stat.uid, gid: stat.gid }
}

function lookUp(name: string): OsUser | undefined {
  const uid = numberFrom('id', ['-u', name])
  const gid = numberFrom('id', ['-g', name])
  return uid === undefined || gid === undefined ? undefined : { uid, gid }
}

/** A user of its own: 'nobody' is shared with other programs, which could then read the data. */
function create(): OsUser | undefined {
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', NAME], { stdio: 'ignore' })
  return lookUp(NAME)
}

function numberFrom(command: string, args: string[]): number | undefined {
  const result = spawnSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  return result.status === 0 ? Number(result.stdout.trim()) : undefined
}
