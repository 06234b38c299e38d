// The only two ways to the database: `transaction` for what writes, `read` for a consistent look.
import type pg from 'pg'
import { isConnectionLost, isPassing, toAppError } from './faults.ts'
import { STATEMENT_TIMEOUT } from './pool.ts'
import { pause } from './run.ts'

/** Handed down as an argument; there is no ambient connection. Dead once its function has ended. */
export interface Tx {
  query<T>(sql: string, params?: unknown[]): Promise<{ rows: T[]; rowCount: number }>
}

/** Same shape, but the database refuses writes. */
export type Reader = Tx

export interface TransactionOptions {
  /** How often a deadlock or serialization failure is tried again. */
  retries?: number
  /** Limit for each statement in place of the pool's 15 s. */
  timeoutMs?: number
}

const RETRIES = 5
/** The server's own limit comes first; this one is for a server that no longer answers at all. */
const ANSWER_GRACE = 10_000

const clients = new WeakMap<Tx, pg.PoolClient>()

/** `fn` may run several times, so it must do nothing outside the database that can't be done twice. */
export function transaction<T>(pool: pg.Pool, fn: (tx: Tx) => Promise<T>, options: TransactionOptions = {}): Promise<T> {
  return attempts(pool, fn, 'begin isolation level read committed', options)
}

/** Every query inside sees the same moment, so a page and its count agree. */
export function read<T>(pool: pg.Pool, fn: (reader: Reader) => Promise<T>, options: TransactionOptions = {}): Promise<T> {
  return attempts(pool, fn, 'begin isolation level repeatable read read only', options)
}

/** For COPY alone, which speaks the protocol itself. */
export function clientOf(tx: Tx): pg.PoolClient {
  const client = clients.get(tx)
  if (client === undefined) throw new Error('this transaction has ended')
  return client
}

async function attempts<T>(pool: pg.Pool, fn: (tx: Tx) => Promise<T>, begin: string, options: TransactionOptions): Promise<T> {
  const retries = options.retries ?? RETRIES
  for (let attempt = 0; ; attempt++) {
    try {
      return await once(pool, fn, begin, options)
    } catch (fault) {
      const again = isPassing(fault) || fault instanceof NeverBegun
      if (!again || attempt >= retries) throw toAppError(fault instanceof NeverBegun ? fault.cause : fault)
      await pause(Math.random() * 10 * 2 ** attempt)
    }
  }
}

/** The connection died before BEGIN was through: nothing happened, so another connection may try. */
class NeverBegun extends Error {}

async function once<T>(pool: pg.Pool, fn: (tx: Tx) => Promise<T>, begin: string, options: TransactionOptions): Promise<T> {
  const client = await pool.connect()
  const timeout = options.timeoutMs
  try {
    await client.query(timeout === undefined ? begin : `${begin}; set local statement_timeout = ${Math.round(timeout)}`)
  } catch (fault) {
    client.release(true)
    throw isConnectionLost(fault) ? new NeverBegun('', { cause: fault }) : fault
  }
  const tx = openTx(client, timeout ?? STATEMENT_TIMEOUT)
  try {
    const result = await fn(tx)
    await commit(client)
    client.release()
    return result
  } catch (fault) {
    client.release(isConnectionLost(fault) || !(await rolledBack(client)))
    throw fault
  } finally {
    clients.delete(tx)
  }
}

/** PostgreSQL answers COMMIT of a failed transaction with ROLLBACK and no error: whoever swallowed the fault must not be told "saved". */
async function commit(client: pg.PoolClient): Promise<void> {
  const { command } = await client.query({ text: 'commit', ...answerWithin(STATEMENT_TIMEOUT) })
  if (command !== 'COMMIT') throw new Error('a statement of this transaction had failed, so nothing was saved')
}

async function rolledBack(client: pg.PoolClient): Promise<boolean> {
  try {
    await client.query({ text: 'rollback', ...answerWithin(STATEMENT_TIMEOUT) })
    return true
  } catch {
    return false
  }
}

function openTx(client: pg.PoolClient, timeout: number): Tx {
  const tx: Tx = {
    async query<T>(sql: string, params?: unknown[]) {
      const answer = await clientOf(tx).query({ text: sql, values: params, ...answerWithin(timeout) })
      // Several statements in one text give several answers: the last is the one meant.
      const last = Array.isArray(answer) ? (answer as pg.QueryResult[]).at(-1) : answer
      return { rows: (last?.rows ?? []) as T[], rowCount: last?.rowCount ?? 0 }
    },
  }
  clients.set(tx, client)
  return tx
}

function answerWithin(timeout: number): { query_timeout?: number } {
  return timeout === 0 ? {} : { query_timeout: timeout + ANSWER_GRACE }
}
