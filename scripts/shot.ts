// npm run shot: the demo company in a folder that is thrown away, looked at by people of several roles; pictures go to ./shots.
import { mkdirSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import type { Page } from 'playwright-core'
import { buildWeb, WEB_DIR } from '#app/build-web.ts'
import { fillDemo, SMALL } from '#app/demo/load.ts'
import type { Login } from '#app/demo/load.ts'
import { openSite } from '#app/open-site.ts'
import { routes } from '#app/routes.ts'
import { readConfig } from '#server/http/config.ts'
import { serve } from '#server/http/serve.ts'
import type { Site } from '#server/http/site.ts'
import { startJobs } from '#server/job/jobs.ts'
import { DESK, openWindows, PHONE } from '../e2e/windows.ts'
import type { Windows } from '../e2e/windows.ts'
import { SCENES } from './shot-scenes.ts'
import type { Scene } from './shot-scenes.ts'

const OUT = fileURLToPath(new URL('../shots/', import.meta.url))

/** Pictures are taken when the page is there and nothing is on its way any more. */
async function settle(page: Page): Promise<void> {
  const content = page.locator('#main > *, .gu-sign').first()
  await content.waitFor()
  await page.locator('.gu-loading, .ant-skeleton, .gx-skeleton, .ant-spin-spinning, [aria-busy=true]').first().waitFor({ state: 'detached' }).catch(() => undefined)
  await page.evaluate(() => new Promise(done => { requestIdleCallback(done, { timeout: 2000 }) }))
  await page.waitForTimeout(600)
}

/** The language belongs to the person, not to the browser. */
async function speak(base: string, cookie: string, lang: 'zh' | 'en'): Promise<void> {
  await fetch(`${base}/api/me`, { method: 'PUT', headers: { cookie, 'content-type': 'application/json', origin: base, 'sec-fetch-site': 'same-origin' }, body: JSON.stringify({ lang }) })
}

async function cookieOf(base: string, { email, password }: Login): Promise<string> {
  const answer = await fetch(`${base}/api/sign-in`, { method: 'POST', headers: { 'content-type': 'application/json', origin: base, 'sec-fetch-site': 'same-origin' }, body: JSON.stringify({ email, password }) })
  if (!answer.ok) throw new Error(`sign-in of ${email}: ${answer.status}`)
  return answer.headers.getSetCookie()[0]!.split(';')[0]!
}

/** The biggest records of the lists, so that scenes can name them in addresses. */
async function biggestIds({ db, org, env }: Site): Promise<Record<string, string>> {
  const order = { customer: 'sales_total desc nulls last', order: 'total desc nulls last', role: 'id' }
  const ids = Object.entries(order).map(async ([name, by]) => {
    const table = env.catalog.current().objects.get(name)!.table
    const { rows } = await db.query<{ id: string }>(`select id from "${table}" where org = $1 order by ${by} limit 1`, [org])
    return [name, rows[0]!.id] as const
  })
  return Object.fromEntries(await Promise.all(ids))
}

async function take(windows: Windows, scene: Scene, cookie: string | undefined, ids: Record<string, string>): Promise<void> {
  if (cookie) await speak(windows.base, cookie, scene.english ? 'en' : 'zh')
  const page = await windows.page(cookie ? { cookie } : undefined, scene.phone ? PHONE : DESK, scene.dark ? 'dark' : 'light')
  await page.goto(windows.base + scene.path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? ''))
  await settle(page)
  if (scene.act) {
    await scene.act(page)
    await settle(page)
  }
  await page.screenshot({ path: join(OUT, `${scene.name}.png`) })
  await page.context().close()
  process.stdout.write(`shots/${scene.name}.png\n`)
}

async function main(): Promise<void> {
  const only = process.argv[2]
  const dataDir = await mkdtemp(join(tmpdir(), 'guanxi-shot-'))
  await chmod(dataDir, 0o755) // the database's own user gets in when root takes the pictures
  const [opened] = await Promise.all([openSite(readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'warn' }, []), pino({ level: 'warn' })), buildWeb(text => process.stdout.write(`${text}\n`))])
  const demo = await fillDemo(opened.site, SMALL)
  const app = await serve(opened.site, routes, WEB_DIR)
  const jobs = startJobs(opened.site)
  const windows = await openWindows(await app.listen({ port: 0, host: '127.0.0.1' }))
  try {
    mkdirSync(OUT, { recursive: true })
    const ids = await biggestIds(opened.site)
    const cookies = new Map<string, string>()
    for (const scene of SCENES.filter(one => !only || one.name.includes(only))) {
      const login = demo?.logins.find(one => one.role === scene.role)
      if (login && !cookies.has(login.role)) cookies.set(login.role, await cookieOf(windows.base, login))
      await take(windows, scene, login && cookies.get(login.role), ids).catch((error: unknown) => process.stderr.write(`${scene.name}: ${String(error)}\n`))
    }
    for (const fault of windows.faults) process.stderr.write(`${fault}\n`)
  } finally {
    await windows.close()
    jobs.stop()
    await app.close()
    await opened.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}

await main()
