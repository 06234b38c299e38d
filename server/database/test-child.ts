// For tests only: an app process that opens the database of a folder, tells so, and stays until told "close" or killed.
import { openDatabase } from './open.ts'

const database = await openDatabase({ dataDir: process.argv[2] ?? '', max: 2 })
const { rows } = await database.pool.query('select pg_postmaster_start_time()::text as born, current_user as role')
console.log(JSON.stringify({ url: database.url, ...rows[0] }))

process.stdin.once('data', async () => {
  await database.close()
  process.exit(0)
})
