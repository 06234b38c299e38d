// The committed migrations lead exactly to what the declarations say.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { declared } from '#app/catalog.ts'
import { testDatabase } from '#server/database/test-database.ts'
import type { TestDatabase } from '#server/database/test-database.ts'
import { transaction } from '#server/database/transaction.ts'
import { actualTables } from '#server/schema/actual.ts'
import { desiredTables } from '#server/schema/desired.ts'
import { diff } from '#server/schema/diff.ts'
import { migrate } from '#server/schema/migrate.ts'

let database: TestDatabase
beforeAll(async () => { database = await testDatabase({ template: 'empty for migrations' }) })
afterAll(() => database?.drop())

test('after all migrations nothing is left to change, and a second start applies nothing', async () => {
  const quiet = { info: () => undefined, warn: () => undefined }
  expect(await migrate(database.pool, quiet)).toBeGreaterThan(1)
  const statements = diff(await transaction(database.pool, actualTables), desiredTables(declared))
  expect(statements.filter(statement => !statement.startsWith('--'))).toEqual([])
  expect(await migrate(database.pool, quiet)).toBe(0)
})
