// Compares names in a thread of its own, so that nobody's request waits while a hundred thousand are compared.
import { parentPort, workerData } from 'node:worker_threads'
import { nearDuplicates } from '#core/lib/near-duplicates.ts'
import type { NamedRow } from '#core/lib/near-duplicates.ts'

parentPort?.postMessage(nearDuplicates(workerData as NamedRow[]), [])
