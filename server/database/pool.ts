// The connections of the app: value types, time limits, and sessions whose texts do not depend on the server's settings.
import pg from 'pg'
import type { Log } from './embedded.ts'
import { valueTypes } from './value-types.ts'

export const STATEMENT_TIMEOUT = 15_000

export interface PoolOptions {
  max?: number
  statementTimeout?: number
  applicationName?: string
  log?: Log
}

/** 10 s for a free connection and 25 s for an answer: nobody hangs for longer than 35 s, whatever the database does. */
export function openPool(address: pg.ClientConfig, options: PoolOptions = {}): pg.Pool {
  const pool = new pg.Pool({
    ...address,
    max: options.max ?? 20,
    types: valueTypes,
    application_name: options.applicationName ?? 'guanxi',
    statement_timeout: options.statementTimeout ?? STATEMENT_TIMEOUT,
    idle_in_transaction_session_timeout: 60_000, // a forgotten transaction must not hold its locks for ever
    options: '-c TimeZone=UTC -c DateStyle=ISO -c IntervalStyle=iso_8601',
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
  })
  // A connection that dies between two statements of a transaction tells only itself; unheard, that would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined))
  pool.on('error', (fault) => options.log?.warn(`a database connection was lost: ${fault.message}`))
  return pool
}
