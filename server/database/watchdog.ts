// Stops the server when the last process that uses it is gone, however it went. A shell of 1 MB reads a named pipe that
// every app process holds open for writing: the kernel closes the pipe of a killed process, so the end of file never lies.
import { spawn } from 'node:child_process'
import { closeSync, constants, openSync } from 'node:fs'
import { join } from 'node:path'
import type { Place } from './place.ts'
import { quietEnv, run } from './run.ts'

/** $1 is the cluster. The pid file is read at the end, so the shell outlives restarts of the server. */
const SCRIPT = `
while read -r _; do :; done
[ -f "$1/postmaster.pid" ] || sleep 1
read -r pid < "$1/postmaster.pid" || exit 0
if [ -r "/proc/$pid/comm" ]; then
  read -r name < "/proc/$pid/comm"
  [ "$name" = postgres ] || exit 0
fi
kill -INT "$pid" || exit 0
n=0
while [ $n -lt 30 ]; do
  sleep 1
  kill -0 "$pid" || exit 0
  n=$((n + 1))
done
kill -QUIT "$pid"
`

/** Returns the held end of the pipe; closing it (or dying) lets go of the server. */
export async function holdServer(place: Place): Promise<number> {
  const pipe = join(place.run, 'alive')
  const held = openForWriting(pipe)
  if (held !== undefined) return held
  await run('mkfifo', ['-m', '600', pipe], { user: place.user }).catch(() => undefined) // it may be there, without a reader
  return startWatchdog(pipe, place)
}

function openForWriting(pipe: string): number | undefined {
  try {
    return openSync(pipe, constants.O_WRONLY | constants.O_NONBLOCK)
  } catch {
    return undefined // no pipe, or nobody reads it: there is no watchdog
  }
}

/** The pipe is first opened both ways, because opening one end alone would wait for the other. */
function startWatchdog(pipe: string, place: Place): number {
  const both = openSync(pipe, constants.O_RDWR)
  const reader = openSync(pipe, constants.O_RDONLY)
  const writer = openSync(pipe, constants.O_WRONLY)
  closeSync(both)
  const shell = spawn('/bin/sh', ['-c', SCRIPT, 'guanxi-watchdog', place.cluster], {
    detached: true, stdio: [reader, 'ignore', 'ignore'], cwd: '/', env: quietEnv(), ...place.user,
  })
  shell.unref()
  closeSync(reader)
  return writer
}
