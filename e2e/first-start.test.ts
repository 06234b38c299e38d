// The first minutes of a new owner: from the printed link to the first customer, found again in three ways.
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { Page } from 'playwright-core'
import { buildWeb } from '#app/build-web.ts'
import { copy, field, search } from './hands.ts'
import { openWindows } from './windows.ts'
import type { Windows } from './windows.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

let dataDir: string
let child: ChildProcess
let printed = ''
let windows: Windows
let page: Page

function freePort(): Promise<number> {
  return new Promise(done => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => done(port))
    })
  })
}

beforeAll(async () => {
  await buildWeb(() => undefined)
  dataDir = await mkdtemp(join(tmpdir(), 'guanxi-first-'))
  const port = await freePort()
  const { NODE_ENV: _test, ...env } = process.env
  child = spawn(process.execPath, ['app/start.ts'], { cwd: ROOT, env: { ...env, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'warn' } })
  child.stdout?.on('data', (part: Buffer) => { printed += part.toString() })
  child.stderr?.on('data', (part: Buffer) => { printed += part.toString() })
  await vi.waitFor(() => expect(printed).toContain('/setup?token='), { timeout: 60_000, interval: 100 })
  windows = await openWindows(`http://127.0.0.1:${port}`)
})

afterEach(() => expect(windows.faults).toEqual([]))

afterAll(async () => {
  await windows?.close()
  await new Promise(done => { child.once('exit', done); child.kill('SIGTERM') })
  await rm(dataDir, { recursive: true, force: true })
})

test('the owner opens the printed link, names the company and is welcomed by an empty home page', async () => {
  page = await windows.page()
  await page.getByText('系统还没有管理员').waitFor()
  await page.goto(/http:\S+\/setup\?token=\S+/.exec(printed)![0])
  await page.getByLabel('公司名称').fill('杭州湖畔贸易有限公司')
  await page.getByLabel('您的姓名').fill('沈国强')
  await page.getByLabel('邮箱').fill('shen@example.cn')
  await page.getByLabel('新密码').fill('短')
  await page.getByRole('button', { name: '开始使用' }).click()
  await page.getByText('至少需要').first().waitFor()
  await page.getByLabel('新密码').fill('Lotus-river-88')
  await page.getByLabel('再输入一次').fill('Lotus-river-88')
  await page.getByRole('button', { name: '开始使用' }).click()
  await page.getByRole('heading', { name: /好，沈国强|深了，沈国强/ }).waitFor()
  await page.getByText('把现有的客户表格导入进来').waitFor()
  await page.locator('.gu-brand').getByText('杭州湖畔贸易有限公司').waitFor()
  await windows.shot(page, 'first-home')
})

test('the link works once', async () => {
  const other = await windows.page()
  await other.goto(/http:\S+\/setup\?token=\S+/.exec(printed)![0])
  await other.getByLabel('公司名称').fill('别人的公司')
  await other.getByLabel('您的姓名').fill('别人')
  await other.getByLabel('邮箱').fill('other@example.cn')
  await other.getByLabel('新密码').fill('Lotus-river-99')
  await other.getByLabel('再输入一次').fill('Lotus-river-99')
  await other.getByRole('button', { name: '开始使用' }).click()
  await other.locator('.ant-alert-error').waitFor()
  await other.close()
})

test('the first customer is made with a phone and an address pasted as one line', async () => {
  await page.getByRole('button', { name: '新建客户' }).first().click()
  await page.locator('#f-name').fill('杭州云海科技有限公司')
  await page.locator('#f-phone').fill('138 0013 8000')
  await copy(page, '浙江省杭州市西湖区文三路90号')
  await field(page, 'address').getByLabel('详细地址').click()
  await page.keyboard.press('Control+v')
  await page.locator('.gu-savebar').getByRole('button', { name: '保存', exact: true }).click()
  await page.getByRole('heading', { name: '杭州云海科技有限公司' }).waitFor()
  expect(await field(page, 'address').innerText()).toContain('浙江省杭州市西湖区文三路90号')
  await expect.poll(() => field(page, 'phone').innerText()).toContain('138')
  expect(await field(page, 'code').innerText()).toMatch(/KH-\d{4}-0001/)
  await windows.shot(page, 'first-customer')
})

test('Ctrl+K finds the customer by the initials of its name and by a piece of its phone', async () => {
  await page.goto(windows.base)
  await page.getByRole('heading', { name: '沈国强' }).waitFor()
  for (const text of ['hzyhkj', 'yhkj', '0138', '云海']) {
    const found = await search(page, text)
    await found.filter({ hasText: '杭州云海科技有限公司' }).first().waitFor()
  }
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/o\/customer\/[0-9a-f-]{36}/)
  await page.getByRole('heading', { name: '杭州云海科技有限公司' }).waitFor()
})
