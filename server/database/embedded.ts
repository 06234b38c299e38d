// The embedded database over the life of this process: brought up, watched, brought up again when it dies, let go.
import { closeSync } from 'node:fs'
import { setTimeout as pauseUnheld } from 'node:timers/promises'
import pg from 'pg'
import { findBinaries } from './binaries.ts'
import { ADMIN_ROLE, APP_DATABASE, APP_ROLE, makeCluster } from './cluster.ts'
import { bringUp } from './launch.ts'
import type { Server } from './launch.ts'
import { placeFor } from './place.ts'
import { livePostmaster, PORT, stopPostmaster } from './postmaster.ts'
import { pause } from './run.ts'
import { machineMemory, serverSettings } from './settings.ts'
import type { Settings } from './settings.ts'
import { holdServer } from './watchdog.ts'

/** What pino offers, cut down to what is used here. */
export interface Log {
  info(text: string): void
  warn(text: string): void
  error(text: string): void
}

export const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** Enough for pg, kysely and a connection URL alike; the socket folder stands for a host, and nothing is secret. */
export interface SocketAddress {
  host: string
  port: number
  user: string
  database: string
}

export interface Embedded {
  address: SocketAddress
  /** The administrator on the same socket: for backups only. */
  admin: SocketAddress
  pid(): number | undefined
  close(): Promise<void>
}

export interface EmbeddedOptions {
  dataDir: string
  settings?: Settings
  log?: Log
}

const HEARTBEAT = 'guanxi heartbeat'

export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const place = placeFor(options.dataDir)
  const binaries = findBinaries(place)
  await makeCluster(place, binaries)
  const server = { place, binaries, settings: { ...serverSettings(machineMemory()), ...options.settings } }
  const address = { host: place.run, port: PORT, user: APP_ROLE, database: APP_DATABASE }
  const heart = await keepAlive(server, address, options.log ?? silent)
  return {
    address, admin: { ...address, user: ADMIN_ROLE, database: 'postgres' }, pid: () => livePostmaster(place),
    close: () => heart.stop(),
  }
}

/** One idle connection tells at once when the server dies, and tells other processes that we use it. */
async function keepAlive(server: Server, address: SocketAddress, log: Log): Promise<{ stop(): Promise<void> }> {
  const life: { held: number | undefined; client: pg.Client | undefined; over: boolean } = { held: undefined, client: undefined, over: false }
  const raise = async (): Promise<void> => {
    const held = await holdServer(server.place)
    if (life.held !== undefined) closeSync(life.held)
    life.held = held
    await bringUp(server)
    life.client = await beat(address, () => { if (!life.over) revive() })
  }
  const revive = (): void => {
    log.warn('the embedded database went away; starting it again')
    revived = untilRaised(raise, () => life.over, log)
  }
  let revived: Promise<void> = Promise.resolve()
  const release = (): void => { if (life.held !== undefined) closeSync(life.held) }
  await raiseFirst(raise).catch((fault: unknown) => {
    release()
    throw fault
  })
  return {
    stop: async () => {
      if (life.over) return
      life.over = true
      await Promise.race([revived, pauseUnheld(10_000, undefined, { ref: false })])
      await letGo(server, life.client)
      release()
    },
  }
}

/** A server that was on its way down when we came takes us along once: then ask again. */
async function raiseFirst(raise: () => Promise<void>): Promise<void> {
  await raise().catch(async (fault: unknown) => {
    if (fault instanceof Error && fault.name === 'AppError') throw fault
    await pause(200)
    await raise()
  })
}

async function untilRaised(raise: () => Promise<void>, over: () => boolean, log: Log): Promise<void> {
  for (let wait = 100; !over(); wait = Math.min(wait * 2, 5_000)) {
    try {
      await raise()
      log.info('the embedded database is back')
      return
    } catch (fault) {
      log.error(`the embedded database does not start: ${String(fault instanceof Error ? fault.cause ?? fault : fault)}`)
      await pause(wait)
    }
  }
}

async function beat(address: SocketAddress, onLost: () => void): Promise<pg.Client> {
  const client = new pg.Client({ ...address, application_name: HEARTBEAT, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined) // 'end' follows
  await client.connect()
  client.on('end', onLost)
  return client
}

/** The last one stops the server and waits for it, so that the folder may be moved or opened anew right after. */
async function letGo(server: Server, client: pg.Client | undefined): Promise<void> {
  const shared = await usedByOthers(client)
  await client?.end().catch(() => undefined)
  const pid = livePostmaster(server.place)
  if (!shared && pid !== undefined) await stopPostmaster(server.place, pid)
}

async function usedByOthers(client: pg.Client | undefined): Promise<boolean> {
  try {
    const result = await client?.query<{ others: number }>(
      'select count(*)::int as others from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()', [HEARTBEAT])
    return (result?.rows[0]?.others ?? 0) > 0
  } catch {
    return false
  }
}
