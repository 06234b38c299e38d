// npm run demo [-- --customers N --lines M]: loads the demo company of any size into the installation that the
// environment names, and says how to sign in.
import { parseArgs } from 'node:util'
import { pino } from 'pino'
import { AppError } from '#core/lib/error.ts'
import { messageOf } from '#core/lib/messages.ts'
import { read } from '#server/database/transaction.ts'
import { readConfig } from '#server/http/config.ts'
import { systemActor } from '#server/user/system-actor.ts'
import { openSite } from '../open-site.ts'
import { fillDemo, loginLines, SMALL } from './load.ts'
import { differences } from './verify.ts'

const say = (text: string): void => void process.stdout.write(`${text}\n`)

const { values } = parseArgs({ options: { customers: { type: 'string' }, lines: { type: 'string' } } })
const customers = Number(values.customers ?? SMALL.customers)
const lines = Number(values.lines ?? Math.round(customers * SMALL.lines / SMALL.customers))

/** A progress line at most every two seconds. */
function progress(): (text: string) => void {
  const begun = Date.now()
  let last = 0
  return text => {
    if (Date.now() - last < 2000) return
    last = Date.now()
    say(`  ${((last - begun) / 1000).toFixed(0).padStart(4)} s  ${text}`)
  }
}

async function main(): Promise<void> {
  const config = readConfig(process.env, [])
  const opened = await openSite(config, pino({ level: 'warn' }))
  try {
    const { site } = opened
    const begun = Date.now()
    const loaded = await fillDemo(site, { customers, lines, say: progress() })
    if (!loaded) return say('这里已有数据，未载入演示公司 / There is data here already; the demo company was not loaded.')
    say(`${((Date.now() - begun) / 1000).toFixed(1)} s: ${loaded.counts.map(([object, count]) => `${object} ${count}`).join(', ')}`)
    const catalog = site.env.catalog.current()
    const wrong = await read(site.database.pool, reader => differences(reader, catalog, systemActor(site.org, catalog)), { timeoutMs: 0 })
    if (wrong.length > 0) throw new Error(`totals that do not agree: ${JSON.stringify(wrong)}`)
    say('合计已核对 / All totals agree with a recount.')
    for (const line of loginLines(loaded.logins)) say(line)
  } finally {
    await opened.close()
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof AppError ? messageOf({ key: error.key, params: error.params }, 'zh') : String(error)}\n`)
  process.exitCode = 1
})
