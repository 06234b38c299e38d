// Brings a database to the schema of this program: migrations/*.sql in order, each once, each whole or not at all.
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import { AppError } from '#core/lib/error.ts'

interface Migration {
  number: number
  name: string
  sql: string
  hash: string
}

export interface MigrateLog {
  info(message: string): void
  warn(message: string): void
}

const FOLDER = fileURLToPath(new URL('../../migrations/', import.meta.url))
const FILE = /^(\d{4})-[a-z0-9-]+\.sql$/
/** One lock for all processes that start on this database. */
const LOCK = "hashtextextended('guanxi:migrate', 0)"

export async function readMigrations(folder: string = FOLDER): Promise<Migration[]> {
  const names = (await readdir(folder)).filter(name => FILE.test(name)).sort()
  const list = await Promise.all(names.map(async name => {
    const sql = await readFile(`${folder}/${name}`, 'utf8')
    return { number: Number(FILE.exec(name)![1]), name, sql, hash: createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex') }
  }))
  const twice = list.find((one, index) => list[index - 1]?.number === one.number)
  if (twice) throw new Error(`two migrations have the number ${twice.number}`)
  return list
}

/** Answers how many were applied. Two processes at once: one migrates, the other waits and then has nothing to do. */
export async function migrate(pool: pg.Pool, log: MigrateLog, folder?: string): Promise<number> {
  const migrations = await readMigrations(folder)
  const client = await pool.connect()
  try {
    await client.query('set statement_timeout = 0')
    await client.query(`select pg_advisory_lock(${LOCK})`)
    return await applyMissing(client, migrations, log)
  } finally {
    // The connection is closed, not given back: that frees the lock even where unlocking fails.
    client.release(true)
  }
}

async function applyMissing(client: pg.PoolClient, migrations: Migration[], log: MigrateLog): Promise<number> {
  await client.query(`create table if not exists schema_migration (
    number integer primary key, name text not null, hash text not null, at timestamptz not null default now())`)
  const { rows } = await client.query<{ number: number; name: string; hash: string }>('select number, name, hash from schema_migration order by number')
  const known = new Map(migrations.map(one => [one.number, one]))
  for (const row of rows) {
    const own = known.get(row.number)
    if (!own) throw new AppError('unavailable', { key: 'schema.newer', params: { name: row.name } })
    if (own.hash !== row.hash) log.warn(`migration ${row.name} was changed after it had been applied`)
  }
  const applied = new Set(rows.map(row => row.number))
  const missing = migrations.filter(one => !applied.has(one.number))
  for (const migration of missing) {
    await applyOne(client, migration)
    log.info(`schema: ${migration.name} applied`)
  }
  return missing.length
}

async function applyOne(client: pg.PoolClient, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(migration.sql)
    await client.query('insert into schema_migration (number, name, hash) values ($1, $2, $3)', [migration.number, migration.name, migration.hash])
    await client.query('commit')
  } catch (fault) {
    await client.query('rollback').catch(() => undefined)
    throw new Error(`migration ${migration.name} failed, nothing of it was kept`, { cause: fault })
  }
}
