// Near-duplicates among many names: few at once here, many in a thread with a limit of memory.
import { Worker } from 'node:worker_threads'
import { nearDuplicates } from '#core/lib/near-duplicates.ts'
import type { NamedRow, NearDuplicate } from '#core/lib/near-duplicates.ts'

/** These take a few milliseconds. */
const AT_ONCE = 500
/** More names would take more memory than an import may have. */
export const MOST_NAMES = 100_000
const MEGABYTES = 512

/** Undefined when the thread needed more memory than it may have: then nothing is known. */
export async function compareNames(rows: NamedRow[]): Promise<NearDuplicate[] | undefined> {
  if (rows.length <= AT_ONCE) return nearDuplicates(rows)
  if (rows.length > MOST_NAMES) return undefined
  return new Promise(resolve => {
    const worker = new Worker(new URL('./near-worker.ts', import.meta.url), { workerData: rows, resourceLimits: { maxOldGenerationSizeMb: MEGABYTES } })
    worker.once('message', (pairs: NearDuplicate[]) => resolve(pairs))
    worker.once('error', () => resolve(undefined))
    worker.once('exit', () => resolve(undefined))
  })
}
