// npm run bench [-- --data DIR --customers N --lines M --only lists,writes]: makes the demo company of that size
// where it is missing, and times the product beside hand-written SQL. Nothing here passes or fails.
import { cpus, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import { pino } from 'pino'
import { readConfig } from '#server/http/config.ts'
import { serve } from '#server/http/serve.ts'
import type { Site } from '#server/http/site.ts'
import { fillDemo } from '#app/demo/load.ts'
import { openSite } from '#app/open-site.ts'
import { routes } from '#app/routes.ts'
import { askers } from './askers.ts'
import { flows } from './flows.ts'
import { forms } from './forms.ts'
import { groups } from './groups.ts'
import { http } from './http.ts'
import type { Topic } from './kit.ts'
import { heading, measure, resultLine } from './kit.ts'
import { lists } from './lists.ts'
import { idleMemory } from './memory.ts'
import { searches } from './searches.ts'
import { sheets } from './sheets.ts'
import { writes } from './writes.ts'

const TOPICS: Record<string, Topic> = { lists, searches, groups, forms, http, writes }

const say = (text: string): void => void process.stdout.write(`${text}\n`)

const { values } = parseArgs({ options: {
  data: { type: 'string', default: './data-bench' }, customers: { type: 'string', default: '1000000' }, lines: { type: 'string', default: '10000000' },
  only: { type: 'string' },
} })

const SIZES = `select current_setting('server_version') as version, current_setting('shared_buffers') as buffers, pg_size_pretty(pg_database_size(current_database())) as size,
  (select count(*) from customer) as customers, (select count(*) from sales_order) as orders, (select count(*) from order_line) as lines`

async function sayWhere(site: Site): Promise<void> {
  const { rows: [at] } = await site.db.query<Record<string, string>>(SIZES)
  const memory = Math.round(totalmem() / 2 ** 30)
  say(`machine     ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${memory} GiB; Node ${process.version}`)
  say(`PostgreSQL  ${at!['version']}, shared_buffers ${at!['buffers']}`)
  say(`data        ${at!['customers']} customers, ${at!['orders']} orders, ${at!['lines']} lines; ${at!['size']}`)
}

/** Where each question goes wrong is told in its place; the others are still asked. */
async function runTopic(name: string, topic: Topic, bench: Parameters<Topic>[0]): Promise<void> {
  for (const question of await topic(bench)) {
    try {
      say(resultLine(await measure(question)))
    } catch (error) {
      say(`${name}: ${question.name} (${question.who}): ${error instanceof Error ? error.message : String(error)}`)
    }
  }
}

async function main(): Promise<void> {
  const config = readConfig({ ...process.env, DATA_DIR: values.data }, [])
  const opened = await openSite(config, pino({ level: 'error' }))
  const app = await serve(opened.site, routes)
  try {
    const { site } = opened
    const begun = Date.now()
    const loaded = await fillDemo(site, { customers: Number(values.customers), lines: Number(values.lines) })
    if (loaded) say(`loaded      in ${((Date.now() - begun) / 1000).toFixed(0)} s`)
    await sayWhere(site)
    say(`server      ${await idleMemory(site.database.url, values.data).catch((error: unknown) => String(error))}\n`)
    say(heading)
    const only = values.only?.split(',')
    const bench = { site, app, askers: await askers(site) }
    for (const [name, topic] of Object.entries(TOPICS)) if (!only || only.includes(name)) await runTopic(name, topic, bench)
    if (!only || only.includes('sheets')) await sheets(bench, say)
    if (!only || only.includes('flows')) await flows(bench, say)
  } finally {
    await app.close()
    await opened.close()
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack ?? error.message : String(error)}\n`)
  process.exitCode = 1
})
