// A database of its own for a test file, cloned from a template that the run prepares once.
import { createHash, randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import type { SocketAddress } from './embedded.ts'
import { addressUrl } from './open.ts'
import { openPool } from './pool.ts'

export interface TestDatabase {
  pool: pg.Pool
  address: SocketAddress
  url: string
  /** Ends the pool and drops the database; call it in afterAll. */
  drop(): Promise<void>
}

export interface TemplateOptions {
  /** Same name, same content: the first file of the run prepares it, all others clone it. */
  template: string
  prepare?: (pool: pg.Pool) => Promise<void>
}

export async function testDatabase(options: TemplateOptions): Promise<TestDatabase> {
  const { address, admin } = inject('testServer')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await asAdmin(admin, async (client) => {
    const template = await ensureTemplate(client, address, options)
    await client.query(`create database ${name} template ${template} owner ${address.user}`)
  })
  const own = { ...address, database: name }
  const pool = openPool(own, { max: 10 })
  return {
    pool, address: own, url: addressUrl(own),
    drop: async () => {
      await pool.end()
      await asAdmin(admin, (client) => client.query(`drop database if exists ${name} with (force)`))
    },
  }
}

/** Made under another name and renamed when done, so a template that exists is a whole one, also after a killed worker. */
async function ensureTemplate(client: pg.Client, address: SocketAddress, options: TemplateOptions): Promise<string> {
  const name = `template_${createHash('sha256').update(options.template).digest('hex').slice(0, 16)}`
  await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [name])
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount === 0) await makeTemplate(client, address, name, options)
    return name
  } finally {
    await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [name])
  }
}

async function makeTemplate(client: pg.Client, address: SocketAddress, name: string, options: TemplateOptions): Promise<void> {
  const draft = `${name}_draft`
  await client.query(`drop database if exists ${draft} with (force)`)
  await client.query(`create database ${draft} owner ${address.user}`)
  const pool = openPool({ ...address, database: draft }, { statementTimeout: 120_000 })
  try {
    await options.prepare?.(pool)
  } finally {
    await pool.end()
  }
  await endSessions(client, draft)
  await client.query(`alter database ${draft} rename to ${name}`)
}

/** pool.end() returns before the server has let go of the sessions, and a clone refuses a template in use. */
async function endSessions(client: pg.Client, database: string): Promise<void> {
  await client.query('select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = $1', [database])
}

async function asAdmin<T>(admin: SocketAddress, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(admin)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
