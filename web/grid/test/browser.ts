// Builds the harness page and opens it in the machine's Chromium.
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'
import { build } from 'vite'

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
export const hasBrowser = existsSync(executablePath)

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

export interface Harness { open(query?: string): Promise<Page>; close(): Promise<void> }

export async function startHarness(): Promise<Harness> {
  const outDir = await mkdtemp(join(tmpdir(), 'grid-harness-'))
  await buildPage(outDir)
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://local').pathname
    readFile(join(outDir, path === '/' ? 'index.html' : path)).then(
      (body) => response.setHeader('content-type', types[extname(path)] ?? 'text/html').end(body),
      () => response.writeHead(404).end())
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const browser: Browser = await chromium.launch({
    executablePath, args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  return {
    async open(query = '') {
      const context = await browser.newContext({ viewport: { width: 1440, height: 820 }, permissions: ['clipboard-read', 'clipboard-write'] })
      const page = await context.newPage()
      page.setDefaultTimeout(8000)
      page.on('pageerror', (error) => { throw error })
      await page.goto(address + query)
      await page.waitForSelector('.gx-record, .gx-group')
      return page
    },
    async close() {
      await browser.close()
      server.close()
      await rm(outDir, { recursive: true })
    },
  }
}

/** The test runner's NODE_ENV would give a page with React's development calls and none of its development code. */
async function buildPage(outDir: string): Promise<void> {
  const before = process.env['NODE_ENV']
  process.env['NODE_ENV'] = 'production'
  try {
    await build({
      root: import.meta.dirname, configFile: false, logLevel: 'error', base: './', mode: 'production',
      build: { outDir, emptyOutDir: true, minify: false },
    })
  } finally {
    if (before === undefined) delete process.env['NODE_ENV']
    else process.env['NODE_ENV'] = before
  }
}
