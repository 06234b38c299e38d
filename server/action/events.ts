// The events of the outbox for this process: each committed one exactly once to every subscriber, in about the order of
// commits. NOTIFY is only a hint to look at once; without it the clock looks.
import pg from 'pg'
import { read } from '#server/database/transaction.ts'

export interface ChangeEvent {
  kind: string
  payload: Record<string, unknown>
}

export interface ChangedPayload {
  object: string
  /** null: many. */
  ids: string[] | null
  batch: string
  actor: string
}

export interface EventHub {
  subscribe(listener: (event: ChangeEvent) => void): () => void
  /** Something was committed here: tell the other processes, and look. */
  hint(): void
  /** Looks now; resolves when what is committed has been told. */
  look(): Promise<void>
  close(): Promise<void>
}

export interface HubOptions {
  /** For the connection that listens. */
  connection: pg.ClientConfig
  /** Milliseconds between looks without a hint. */
  every?: number
  warn?: (message: string) => void
}

const CHANNEL = 'guanxi_events'
const RELISTEN_MS = 2000

interface Row extends ChangeEvent {
  id: string
  xid: string
}

export async function openEvents(pool: pg.Pool, options: HubOptions): Promise<EventHub> {
  const listeners = new Set<(event: ChangeEvent) => void>()
  const warn = options.warn ?? (() => undefined)
  const window = await openWindow(pool)
  let looking: Promise<void> = Promise.resolve()
  let queued = false
  const look = (): Promise<void> => {
    if (queued) return looking
    queued = true
    looking = looking.then(async () => {
      queued = false
      for (const row of await window.next()) for (const listener of listeners) listener({ kind: row.kind, payload: row.payload })
    }).catch((fault: unknown) => warn(`events could not be read: ${String(fault)}`))
    return looking
  }
  const ear = listen(options, () => void look())
  const timer = setInterval(() => void look(), options.every ?? 1000).unref()
  return {
    look,
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    hint: () => {
      void look()
      void pool.query(`notify ${CHANNEL}`).catch((fault: unknown) => warn(`the hint of an event was lost: ${String(fault)}`))
    },
    close: async () => {
      clearInterval(timer)
      await Promise.all([ear(), looking])
    },
  }
}

/**
 * What was committed since the last look. A transaction that began earlier may commit later, so all events of transactions
 * that were not finished at the last look are read again, and those already told are left out.
 */
async function openWindow(pool: pg.Pool): Promise<{ next(): Promise<Row[]> }> {
  let floor = await read(pool, async reader => {
    const { rows } = await reader.query<{ low: string }>('select pg_snapshot_xmin(pg_current_snapshot())::text as low')
    return rows[0]!.low
  })
  // What is committed already at the beginning is nobody's news.
  let told = new Map<string, string>()
  const fetch = (): Promise<{ rows: Row[]; low: string }> => read(pool, async reader => {
    const { rows } = await reader.query<Row & { low: string }>(
      `select id, xid, kind, payload from outbox where xid >= $1 order by xid, seq`, [floor])
    const { rows: [mark] } = await reader.query<{ low: string }>('select pg_snapshot_xmin(pg_current_snapshot())::text as low')
    return { rows, low: mark!.low }
  })
  const next = async (): Promise<Row[]> => {
    const { rows, low } = await fetch()
    const fresh = rows.filter(row => !told.has(row.id))
    told = new Map(rows.filter(row => BigInt(row.xid) >= BigInt(low)).map(row => [row.id, row.xid]))
    floor = low
    return fresh
  }
  await next()
  return { next }
}

/** One connection that listens, made anew when it breaks. */
function listen(options: HubOptions, heard: () => void): () => Promise<void> {
  let stopped = false
  let client: pg.Client | undefined
  let retry: NodeJS.Timeout | undefined
  const again = (fault: unknown): void => {
    if (stopped) return
    options.warn?.(`the listening connection was lost: ${String(fault)}`)
    retry = setTimeout(() => void connect(), RELISTEN_MS).unref()
  }
  const connect = async (): Promise<void> => {
    const next = new pg.Client({ ...options.connection, application_name: 'guanxi-events', keepAlive: true })
    client = next
    next.on('notification', heard)
    next.once('error', fault => { void next.end().catch(() => undefined); again(fault) })
    try {
      await next.connect()
      await next.query(`listen ${CHANNEL}`)
      heard()
    } catch (fault) {
      if (next === client) client = undefined
      again(fault)
    }
  }
  const first = connect()
  return async () => {
    stopped = true
    clearTimeout(retry)
    await first
    await client?.end().catch(() => undefined)
  }
}

/** For a nightly job: events older than a day have been told to everybody. */
export async function forgetOldEvents(pool: pg.Pool): Promise<void> {
  await pool.query("delete from outbox where at < now() - interval '1 day' and (kind <> 'recompute' or done_at is not null)")
}
