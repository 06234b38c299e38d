// Near-duplicates among many names: few at once here, many in a thread with a limit of memory, very many only where
// two share the core of their name or a phone.
import { Worker } from 'node:worker_threads'
import { nameKey } from '#core/lib/company-name.ts'
import { nearDuplicates } from '#core/lib/near-duplicates.ts'
import type { NamedRow, NearDuplicate } from '#core/lib/near-duplicates.ts'

/** These take a few milliseconds. */
const AT_ONCE = 500
/** Finding names one character apart takes about 4 KB a name: beyond these the memory of an import would not do. */
const CLOSELY = 20_000
/** So many names are looked at, at most. */
export const MOST_NAMES = 200_000
const MEGABYTES = 256

/** Rows whose core name or phone another row has as well; a pause now and then lets other requests through. */
async function sharing(rows: NamedRow[]): Promise<NamedRow[]> {
  const keys: string[] = []
  const counts = new Map<string, number>()
  const count = (word: string): void => void counts.set(word, (counts.get(word) ?? 0) + 1)
  for (const [at, { name, phone }] of rows.entries()) {
    keys.push(`n${nameKey(name)}`)
    count(keys[at]!)
    if (phone) count(`t${phone}`)
    if (at % 5000 === 4999) await new Promise(resolve => { setImmediate(resolve) })
  }
  return rows.filter(({ phone }, at) => counts.get(keys[at]!)! > 1 || (phone ? counts.get(`t${phone}`)! > 1 : false))
}

/** Undefined when the thread needed more memory than it may have: then nothing is known. */
export async function compareNames(rows: NamedRow[]): Promise<NearDuplicate[] | undefined> {
  if (rows.length <= AT_ONCE) return nearDuplicates(rows)
  const near = rows.length > CLOSELY ? (await sharing(rows.slice(0, MOST_NAMES))).slice(0, CLOSELY) : rows
  return new Promise(resolve => {
    const worker = new Worker(new URL('./near-worker.ts', import.meta.url), { workerData: near, resourceLimits: { maxOldGenerationSizeMb: MEGABYTES } })
    worker.once('message', (pairs: NearDuplicate[]) => resolve(pairs))
    worker.once('error', () => resolve(undefined))
    worker.once('exit', () => resolve(undefined))
  })
}
