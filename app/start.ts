// npm start: one command to a running system. Says where it listens, and on the first start how to set it up.
import { pino } from 'pino'
import { AppError } from '#core/lib/error.ts'
import { messageOf } from '#core/lib/messages.ts'
import { readConfig } from '#server/http/config.ts'
import { importHome } from '#server/http/import-routes.ts'
import { serve } from '#server/http/serve.ts'
import { resumeImports } from '#server/import/resume.ts'
import { startJobs } from '#server/job/jobs.ts'
import { firstStart } from '#server/user/setup.ts'
import { buildWeb, WEB_DIR } from './build-web.ts'
import { openSite } from './open-site.ts'
import { routes } from './routes.ts'

/** Milliseconds that requests under way may take to end at a stop. */
const DRAIN_MS = 12_000

const say = (text: string): void => void process.stdout.write(`${text}\n`)

async function start(): Promise<void> {
  const config = readConfig(process.env, process.argv.slice(2))
  const log = pino({ level: config.LOG_LEVEL, redact: ['req.headers.authorization', 'req.headers.cookie'] })
  const [opened] = await Promise.all([openSite(config, log), config.apiOnly ? undefined : buildWeb(say)])
  const { site } = opened
  const app = await serve(site, routes, config.apiOnly ? undefined : WEB_DIR)
  const jobs = startJobs(site)
  const imports = resumeImports(importHome(site))
  const stop = once(async (signal: string) => {
    log.info({ signal }, 'stopping')
    jobs.stop()
    await Promise.race([app.close(), new Promise(done => setTimeout(done, DRAIN_MS))])
    await imports.stop()
    await opened.close()
    process.exit(0)
  })
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  if (config.demo) {
    const { loadDemo } = await import('./demo/load.ts')
    for (const line of await loadDemo(site)) say(line)
  }
  const address = await app.listen({ port: config.PORT, host: config.HOST })
  if (config.PORT === 0) config.baseUrl = address
  const link = await firstStart(site, '我的公司')
  say(`\n关系簿 Guanxi  ${config.baseUrl}`)
  if (link) say(`首次使用，请在 30 分钟内打开此链接完成设置 / First start, set up within 30 minutes:\n  ${link}\n`)
}

function once(fn: (signal: string) => Promise<void>): (signal: string) => void {
  let called = false
  return signal => {
    if (called) process.exit(1)
    called = true
    void fn(signal)
  }
}

/** The reason behind a refusal (the database's own log, say) is what helps whoever starts the product. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const said = error instanceof AppError ? messageOf({ key: error.key, params: error.params }, 'zh') : error.message
  return error.cause === undefined ? said : `${said}\n${explain(error.cause)}`
}

start().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`)
  process.exit(1)
})
