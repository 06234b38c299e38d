// People's browsers in front of a running product, and what goes wrong in them.
import { chromium } from 'playwright-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { existsSync, mkdirSync } from 'node:fs'

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(path => existsSync(path))
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--lang=zh-CN']

/** Pictures of a journey land here when SHOTS is set. */
const SHOTS = process.env['SHOTS']

export const DESK = { width: 1440, height: 900 }
export const PHONE = { width: 390, height: 844 }

type Size = typeof DESK
type Look = 'light' | 'dark'

export interface Windows {
  base: string
  /** A page of a person who is signed in; without one, a stranger's. */
  page(person?: { cookie: string }, size?: Size, look?: Look): Promise<Page>
  shot(page: Page, name: string): Promise<void>
  /** What went wrong in any page: script errors, what the browser refused, failed answers of our own server. */
  faults: string[]
  close(): Promise<void>
}

function watch(page: Page, faults: string[]): void {
  page.on('pageerror', error => faults.push(`${page.url()}: ${error.message}`))
  page.on('response', answer => { if (answer.status() >= 500) faults.push(`${answer.status()} ${answer.url()}`) })
  // Refused requests (401, 404 ...) are part of some journeys; all else that is an error in the console is a fault.
  page.on('console', line => { if (line.type() === 'error' && !line.text().startsWith('Failed to load resource')) faults.push(line.text()) })
}

/** A browser in front of a product that runs at `base`. */
export async function openWindows(base: string): Promise<Windows> {
  if (!CHROMIUM) throw new Error('no Chromium found: apt-get install chromium')
  const browser: Browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS })
  const faults: string[] = []
  const contexts: BrowserContext[] = []
  return {
    base, faults,
    async page(person, size = DESK, look = 'light') {
      const context = await browser.newContext({ viewport: size, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', colorScheme: look, ...(size.width < 600 ? { isMobile: true, hasTouch: true } : {}) })
      contexts.push(context)
      context.setDefaultTimeout(15_000)
      await context.grantPermissions(['clipboard-read', 'clipboard-write'])
      if (person) {
        const [name, value] = person.cookie.split('=', 2) as [string, string]
        await context.addCookies([{ name, value, url: base }])
      }
      const page = await context.newPage()
      watch(page, faults)
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
    },
  }
}
