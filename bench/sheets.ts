// 100,000 rows × 20 columns out to a workbook and back in with match-and-update: once each, with the memory of this process.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createReadStream, createWriteStream } from 'node:fs'
import { perform } from '#server/action/perform.ts'
import { transaction } from '#server/database/transaction.ts'
import { sendExport } from '#server/export/send.ts'
import { importHome } from '#server/http/import-routes.ts'
import { mappingSchema, setMapping } from '#server/import/mapping.ts'
import { viewJob } from '#server/import/preview.ts'
import { finished, startImport } from '#server/import/run.ts'
import { upload } from '#server/import/upload.ts'
import type { Bench } from './kit.ts'

const ROWS = 100_000
const COLUMNS = ['code', 'name', 'shortName', 'customerClass', 'grade', 'stage', 'contactName', 'phone', 'email', 'address', 'website', 'creditLimit', 'satisfaction',
  'annualSales', 'note', 'site', 'bossName', 'bank', 'funds', 'trade']

/** Peak resident memory while `work` runs, in MiB, and its seconds. */
async function weigh<T>(work: () => Promise<T>): Promise<{ answer: T; seconds: number; peak: number }> {
  let peak = process.memoryUsage.rss()
  const timer = setInterval(() => { peak = Math.max(peak, process.memoryUsage.rss()) }, 100)
  const from = performance.now()
  try {
    const answer = await work()
    return { answer, seconds: (performance.now() - from) / 1000, peak: Math.round(peak / 2 ** 20) }
  } finally {
    clearInterval(timer)
  }
}

/** Prints its own lines: these are single long runs, not questions asked thirty times. */
export async function sheets({ site, askers }: Bench, say: (text: string) => void): Promise<void> {
  const actor = askers.at(-1)!.actor
  const folder = await mkdtemp(join(tmpdir(), 'guanxi-bench-'))
  const path = join(folder, '客户.xlsx')
  try {
    const { rows } = await site.db.query<{ code: string }>(
      'select code from customer where org = $1 and deleted_at is null order by code offset $2 limit 1', [actor.org, ROWS - 1])
    const last = rows[0]?.code ?? '~'
    const asked = await perform<{ id: string; count: number }>(site.env, actor, 'export.request', {
      object: 'customer', columns: COLUMNS, format: 'xlsx', query: { filter: { rule: `code <= "${last}"` }, sort: [{ field: 'code', dir: 'asc' }] },
    })
    const out = await weigh(() => sendExport(site.env, actor, asked.id, () => createWriteStream(path)))
    say(`export of ${asked.count} × ${COLUMNS.length} to .xlsx: ${out.seconds.toFixed(1)} s, peak ${out.peak} MiB`)
    const home = importHome(site)
    const size = (await readFile(path)).length
    const read = await weigh(() => upload(home, actor, 'customer', { name: '客户.xlsx', content: createReadStream(path) }))
    say(`reading it (${Math.round(size / 2 ** 20)} MiB) in a child: ${read.seconds.toFixed(1)} s`)
    const view = await viewJob(home, actor, read.answer.id)
    const columns = view.sheets[0]!.guess.map(({ index, field, factor, dateOrder }) => ({ index, field, factor, dateOrder }))
    await setMapping(home, actor, read.answer.id, mappingSchema.parse({ columns, match: ['code'], mode: 'both' }))
    // Otherwise every row would be found unchanged and nothing would be written.
    await transaction(site.database.pool, tx => tx.query(`update customer set trade = '待更新' where org = $1 and code <= $2`, [actor.org, last]), { timeoutMs: 300_000 })
    const run = await weigh(async () => {
      await startImport(home, actor, read.answer.id, false)
      await finished(read.answer.id)
    })
    say(`import with match-and-update: ${run.seconds.toFixed(1)} s, peak ${run.peak} MiB: ${JSON.stringify((await viewJob(home, actor, read.answer.id)).counts)}`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
