// Declarations become tables, changes become statements, and two processes may start at once.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { declared } from '#app/catalog.ts'
import { defineObject } from '#core/object/define.ts'
import { openPool } from '#server/database/pool.ts'
import { testDatabase } from '#server/database/test-database.ts'
import type { TestDatabase } from '#server/database/test-database.ts'
import { read } from '#server/database/transaction.ts'
import { actualTables } from './actual.ts'
import { desiredTables, prepareTestDatabase } from './desired.ts'
import { diff, isSettled } from './diff.ts'
import { migrate } from './migrate.ts'
import { tableSql } from './table-sql.ts'

let db: TestDatabase
let folder: string
const quiet = { info: () => undefined, warn: () => undefined }

beforeAll(async () => {
  db = await testDatabase({ template: 'schema-empty' })
  folder = await mkdtemp('/tmp/guanxi-migrations-')
})
afterAll(async () => {
  await db.drop()
  await rm(folder, { recursive: true, force: true })
})

const shop = (fields: Parameters<typeof defineObject>[0]['fields']) => defineObject({
  name: 'shop', title: 'name', label: { zh: '店', en: 'Shop' },
  fields: { name: { kind: 'text', label: { zh: '名', en: 'Name' }, search: true }, ...fields },
})

async function inSchema<T>(name: string, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  await db.pool.query(`create schema ${name}`)
  const pool = openPool({ ...db.address }, { max: 2 })
  pool.options.options = `-c search_path=${name}`
  try {
    return await work(pool)
  } finally {
    await pool.end()
  }
}

describe('tables from declarations', () => {
  it('leave nothing to do once they are made', async () => {
    await inSchema('all_declared', async pool => {
      await prepareTestDatabase(pool, declared)
      expect(diff(await read(pool, actualTables), desiredTables(declared))).toEqual([])
    })
  })

  it('follow a field that is added, widened and indexed, and keep one that is no longer declared', async () => {
    await inSchema('changing', async pool => {
      const before = shop({ seats: { kind: 'integer', label: { zh: '座', en: 'Seats' } }, old: { kind: 'text', label: { zh: '旧', en: 'Old' } } })
      const after = shop({ seats: { kind: 'number', indexed: true, label: { zh: '座', en: 'Seats' } }, phone: { kind: 'phone', unique: true, label: { zh: '电', en: 'Phone' } } })
      await prepareTestDatabase(pool, [before])
      await pool.query("insert into shop (org, id, name, seats, old) values (1, gen_random_uuid(), '老店', 12, 'kept')")
      const statements = diff(await read(pool, actualTables), desiredTables([after]))
      await pool.query(statements.filter(statement => !statement.startsWith('--')).join(';'))
      expect(isSettled(diff(await read(pool, actualTables), desiredTables([after])))).toBe(true)
      const { rows } = await pool.query('select seats, old from shop')
      expect(rows).toEqual([{ seats: '12', old: 'kept' }])
    })
  })
})

describe('migrations', () => {
  it('run once when two processes start at once, and an older program refuses a newer database', async () => {
    await inSchema('migrating', async pool => {
      await writeFile(`${folder}/0001-first.sql`, tableSql(desiredTables([])[0]!).join(';\n'))
      await writeFile(`${folder}/0002-second.sql`, 'create table second (a int); select pg_sleep(0.3);')
      const other = openPool({ ...db.address }, { max: 2 })
      other.options.options = pool.options.options
      const counts = await Promise.all([migrate(pool, quiet, folder), migrate(other, quiet, folder)])
      await other.end()
      expect(counts.sort()).toEqual([0, 2])
      await rm(`${folder}/0002-second.sql`)
      await expect(migrate(pool, quiet, folder)).rejects.toMatchObject({ key: 'schema.newer' })
    })
  })

  it('are kept whole or not at all', async () => {
    await inSchema('failing', async pool => {
      await writeFile(`${folder}/0001-first.sql`, 'create table good (a int); create table good (a int);')
      await expect(migrate(pool, quiet, folder)).rejects.toThrow('0001-first.sql')
      expect((await read(pool, actualTables)).map(table => table.name)).toEqual(['schema_migration'])
    })
  })
})
