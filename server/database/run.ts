// Runs a system command to its end, as another OS user when one is given, and says what it printed when it fails.
import { spawn } from 'node:child_process'

/** The OS user the database runs as; undefined means: the one this process runs as. */
export interface OsUser {
  uid: number
  gid: number
}

export interface CommandOptions {
  user?: OsUser | undefined
  input?: string
  cwd?: string
}

/** Resolves with what was printed; rejects with it when the command fails. */
export function run(command: string, args: string[], options: CommandOptions = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? '/', env: quietEnv(), stdio: ['pipe', 'pipe', 'pipe'], ...options.user,
    })
    let output = ''
    const collect = (chunk: Buffer): void => { output += chunk.toString('utf8') }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.stdin.on('error', () => undefined) // the exit code tells more than EPIPE does
    child.stdin.end(options.input ?? '')
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve(output)
      else reject(new Error(`${command} ended with ${code ?? 'a signal'}:\n${output.trim()}`))
    })
  })
}

/** Only a path: PG* variables and locales of the caller must not change how the database is made or started. */
export function quietEnv(): Record<string, string> {
  return { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve, ms) })
}
