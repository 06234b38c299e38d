// A journey: the whole product on a free port with its built pages, and a person's browser in front of it.
import { chromium } from 'playwright-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { existsSync, mkdirSync } from 'node:fs'
import { buildWeb, WEB_DIR } from '#app/build-web.ts'
import { testSite } from '#app/test-site.ts'
import type { TestSite } from '#app/test-site.ts'

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(path => existsSync(path))
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--lang=zh-CN']

/** Pictures of a journey land here when SHOTS is set. */
const SHOTS = process.env['SHOTS']

export interface Journey extends TestSite {
  browser: Browser
  base: string
  /** A page of a person who is signed in; without one, a stranger's. */
  page(person?: { cookie: string }, size?: { width: number; height: number }): Promise<Page>
  shot(page: Page, name: string): Promise<void>
  /** What went wrong in any page: script errors, failed requests of our own server. */
  faults: string[]
}

export async function journey(): Promise<Journey> {
  if (!CHROMIUM) throw new Error('no Chromium found: apt-get install chromium')
  await buildWeb(() => undefined)
  const site = await testSite(WEB_DIR)
  const base = await site.app.listen({ port: 0, host: '127.0.0.1' })
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS })
  const faults: string[] = []
  const contexts: BrowserContext[] = []
  return {
    ...site, browser, base, faults,
    async page(person, size = { width: 1440, height: 900 }) {
      const context = await browser.newContext({ viewport: size, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...(size.width < 600 ? { isMobile: true, hasTouch: true } : {}) })
      contexts.push(context)
      await context.grantPermissions(['clipboard-read', 'clipboard-write'])
      if (person) {
        const [name, value] = person.cookie.split('=', 2) as [string, string]
        await context.addCookies([{ name, value, url: base }])
      }
      const page = await context.newPage()
      page.on('pageerror', error => faults.push(`${page.url()}: ${error.message}`))
      page.on('response', answer => { if (answer.status() >= 500) faults.push(`${answer.status()} ${answer.url()}`) })
      await page.goto(base)
      return page
    },
    async shot(page, name) {
      if (!SHOTS) return
      mkdirSync(SHOTS, { recursive: true })
      await page.screenshot({ path: `${SHOTS}/${name}.png` })
    },
    async close() {
      for (const context of contexts) await context.close()
      await browser.close()
      await site.close()
    },
  }
}
