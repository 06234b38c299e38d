// Imports that were under way when their server died: found by their silent heart and run on where they stopped.
import { transaction } from '#server/database/transaction.ts'
import type { ImportHome } from './job.ts'
import { drive, pauseImports } from './run.ts'

const SILENT_SECONDS = 30
const LOOK_MS = 10_000

/** Takes over what nobody beats for any more. Two servers cannot take one job: the second finds a fresh beat. */
export async function takeOver(home: ImportHome, silentSeconds: number = SILENT_SECONDS): Promise<string[]> {
  const { rows } = await transaction(home.env.pool, tx => tx.query<{ id: string }>(
    `update import_job set beat = now() where org = $1 and state in ('running', 'checking')
       and coalesce(beat, created_at) < now() - make_interval(secs => $2) returning id`, [home.org, silentSeconds]))
  for (const { id } of rows) drive(home, id)
  return rows.map(row => row.id)
}

export interface Resuming {
  /** Resolves when no import of this process writes any more. */
  stop(): Promise<void>
}

/** Call it at start: another server may still be at work, so it looks again and again. */
export function resumeImports(home: ImportHome): Resuming {
  const look = (): void => void takeOver(home).catch((fault: unknown) => home.env.log.error({ err: fault }, 'imports could not be resumed'))
  look()
  const timer = setInterval(look, LOOK_MS).unref()
  return {
    stop() {
      clearInterval(timer)
      return pauseImports(home)
    },
  }
}
