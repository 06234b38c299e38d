// npm run migration -- <name>: writes the next migrations/NNNN-name.sql, what leads from the migrations that
// are to the declarations. It works in a scratch database; read the file before you commit it.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { declared } from '#app/catalog.ts'
import { openDatabase } from '#server/database/open.ts'
import { transaction } from '#server/database/transaction.ts'
import { actualTables } from '#server/schema/actual.ts'
import { desiredTables } from '#server/schema/desired.ts'
import { diff, isSettled } from '#server/schema/diff.ts'
import { migrate, readMigrations } from '#server/schema/migrate.ts'

const FOLDER = fileURLToPath(new URL('../migrations/', import.meta.url))
const quiet = { info: () => undefined, warn: (message: string) => console.warn(message) }

async function difference(): Promise<string[]> {
  const folder = await mkdtemp(`${tmpdir()}/guanxi-migration-`)
  const database = await openDatabase({ dataDir: folder })
  try {
    await migrate(database.pool, quiet, FOLDER)
    return diff(await transaction(database.pool, actualTables), desiredTables(declared))
  } finally {
    await database.close()
    await rm(folder, { recursive: true, force: true })
  }
}

const name = (process.argv[2] ?? 'change').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
const statements = await difference()
if (isSettled(statements)) {
  console.info('the migrations lead to the declarations: nothing to write')
} else {
  const last = (await readMigrations(FOLDER)).at(-1)?.number ?? 0
  const file = `${String(last + 1).padStart(4, '0')}-${name}.sql`
  const text = statements.map(statement => (statement.startsWith('--') ? statement : `${statement};`)).join('\n')
  await writeFile(`${FOLDER}${file}`, `${text}\n`, { flag: 'wx' })
  console.info(`migrations/${file}: ${statements.length} statements. Read it before you commit it.`)
}
