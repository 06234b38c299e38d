// Opens the product's database: the embedded one in the data folder, or the one DATABASE_URL names.
import type pg from 'pg'
import { checkDurability, checkServer } from './durability.ts'
import type { DurabilityCheck } from './durability.ts'
import { silent, startEmbedded } from './embedded.ts'
import type { Embedded, Log, SocketAddress } from './embedded.ts'
import { isConnectionLost, toAppError } from './faults.ts'
import { openPool } from './pool.ts'
import { pause } from './run.ts'

export interface OpenOptions {
  dataDir: string
  databaseUrl?: string | undefined
  log?: Log
  /** Connections of the pool. */
  max?: number
}

export interface Database {
  pool: pg.Pool
  /** For libraries that open connections of their own. */
  url: string
  /** The administrator of the embedded database, for physical backups; absent with an external one. */
  admin: SocketAddress | undefined
  /** Major version of the server. */
  version: number
  embedded: boolean
  durability(): Promise<DurabilityCheck[]>
  close(): Promise<void>
}

const GREETING_PATIENCE = 10_000

export async function openDatabase(options: OpenOptions): Promise<Database> {
  const log = options.log ?? silent
  const embedded = options.databaseUrl ? undefined : await startEmbedded({ dataDir: options.dataDir, log })
  const url = options.databaseUrl || urlOf(embedded)
  const pool = openPool({ connectionString: url }, { log, ...(options.max === undefined ? {} : { max: options.max }) })
  const close = once(async () => {
    await pool.end()
    await embedded?.close()
  })
  try {
    const version = await greet(pool, log)
    return { pool, url, admin: embedded?.admin, version, embedded: embedded !== undefined, durability: () => checkDurability(pool), close }
  } catch (fault) {
    await close()
    throw toAppError(fault)
  }
}

export function addressUrl(address: SocketAddress): string {
  const { user, host, port, database } = address
  return `postgresql://${encodeURIComponent(user)}@localhost/${encodeURIComponent(database)}?host=${encodeURIComponent(host)}&port=${port}`
}

function urlOf(embedded: Embedded | undefined): string {
  if (embedded === undefined) throw new Error('no database')
  return addressUrl(embedded.address)
}

/** Another process may stop the server we have just found, or an external one may still be starting: both pass. */
async function greet(pool: pg.Pool, log: Log): Promise<number> {
  for (const begun = Date.now(); ;) {
    try {
      const version = await checkServer(pool)
      await warnOfLoss(pool, log)
      return version
    } catch (fault) {
      if (!isConnectionLost(fault) || Date.now() - begun > GREETING_PATIENCE) throw fault
      log.warn('the database does not answer yet')
      await pause(250)
    }
  }
}

async function warnOfLoss(pool: pg.Pool, log: Log): Promise<void> {
  for (const { name, value } of (await checkDurability(pool)).filter((check) => !check.ok)) {
    log.warn(`the database may lose or damage data in a power cut: ${name} is ${value || 'unknown'}`)
  }
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined
  return () => (done ??= work())
}
