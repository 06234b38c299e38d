// What pictures need: the demo company in a folder that is thrown away, its pages served, people of every role signed in.
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
import { openWindows } from '../e2e/windows.ts'
import type { Windows } from '../e2e/windows.ts'

export const SHOTS = fileURLToPath(new URL('../shots/', import.meta.url))

/** Pictures are taken when the page is there and nothing is on its way any more. */
export async function settle(page: Page): Promise<void> {
  const content = page.locator('#main > *, .gu-sign').first()
  await content.waitFor()
  await page.locator('.gu-loading, .ant-skeleton, .gx-skeleton, .ant-spin-spinning, [aria-busy=true]').first().waitFor({ state: 'detached' }).catch(() => undefined)
  await page.evaluate(() => new Promise(done => { requestIdleCallback(done, { timeout: 2000 }) }))
  await page.waitForTimeout(600)
}

async function cookieOf(base: string, { email, password }: Login): Promise<string> {
  const answer = await fetch(`${base}/api/sign-in`, { method: 'POST', headers: { 'content-type': 'application/json', origin: base, 'sec-fetch-site': 'same-origin' }, body: JSON.stringify({ email, password }) })
  if (!answer.ok) throw new Error(`sign-in of ${email}: ${answer.status}`)
  return answer.headers.getSetCookie()[0]!.split(';')[0]!
}

export interface Studio {
  site: Site
  windows: Windows
  /** Cookie of the person with the role of this name. */
  cookie(role: string): Promise<string | undefined>
}

export async function inStudio(work: (studio: Studio) => Promise<void>): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'guanxi-shot-'))
  await chmod(dataDir, 0o755) // the database's own user gets in when root takes the pictures
  const [opened] = await Promise.all([openSite(readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'warn' }, []), pino({ level: 'warn' })), buildWeb(text => process.stdout.write(`${text}\n`))])
  const demo = await fillDemo(opened.site, SMALL)
  const app = await serve(opened.site, routes, WEB_DIR)
  const jobs = startJobs(opened.site)
  const windows = await openWindows(await app.listen({ port: 0, host: '127.0.0.1' }))
  const cookies = new Map<string, string>()
  const cookie = async (role: string): Promise<string | undefined> => {
    const login = demo?.logins.find(one => one.role === role)
    if (login && !cookies.has(role)) cookies.set(role, await cookieOf(windows.base, login))
    return cookies.get(role)
  }
  try {
    await work({ site: opened.site, windows, cookie })
    for (const fault of windows.faults) process.stderr.write(`${fault}\n`)
  } finally {
    await windows.close()
    jobs.stop()
    await app.close()
    await opened.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}
