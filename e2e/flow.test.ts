// A meal for a customer is applied for by a specialist at the desk and approved by the manager on the phone, both by what the pages offer.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import type { Person } from '#app/test-site.ts'
import { press } from './hands.ts'
import { journey } from './journey.ts'
import type { Journey } from './journey.ts'
import { PHONE } from './windows.ts'

let site: Journey
let specialist: Person, manager: Person
let desk: Page, phone: Page

const at = (page: Page, key: string): Locator => page.locator(`.gu-pc[data-key="${key}"]`)
const rows = (page: Page): Locator => page.locator('.gu-work-row')
const decide = (page: Page): Locator => page.locator('.gu-decide')

beforeAll(async () => {
  site = await journey()
  specialist = await site.person('陈佳怡', ['客户关系专员'])
  manager = await site.person('沈丽娟', ['客户服务部经理'])
  await specialist.ok('POST', '/api/records/customer', { name: '杭州宏达建材有限公司' })
  desk = await site.page(specialist)
  phone = await site.page(manager, PHONE)
}, 180_000)
afterEach(() => expect(site.faults).toEqual([]))
afterAll(() => site.close())

async function type(page: Page, key: string, text: string): Promise<void> {
  await at(page, key).click()
  await page.keyboard.type(text)
  await press(page, 'Enter')
}

/** The step of this name is the reader's: done by its button. */
async function finish(page: Page, step: string): Promise<void> {
  await decide(page).getByText(step).waitFor()
  await decide(page).getByRole('button', { name: '完成' }).click()
  await decide(page).getByText(step).waitFor({ state: 'detached' })
}

test('a specialist fills in the application and starts the process from the form', async () => {
  await desk.goto(`${site.base}/forms/F21?record=new`)
  await desk.locator('.gu-paper').waitFor()
  await at(desk, 'record.customer').click()
  await desk.keyboard.type('宏达')
  await desk.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: '杭州宏达' }).click()
  await type(desk, 'record.place', '楼外楼')
  await type(desk, 'record.date', '2026-12-03')
  await type(desk, 'record.meal', '480')
  await press(desk, 'Control+s')
  await desk.waitForURL(/record=0/)
  await desk.getByRole('button', { name: '发起流程' }).click()
  await desk.locator('.ant-dropdown:visible').getByText('客户招待用餐管理流程').click()
  await desk.waitForURL(/\/work\/run\//)
  await desk.locator('.gu-diagram .gu-step-now').waitFor()
  await finish(desk, '填写客户招待用餐申请')
  await desk.getByLabel('当前步骤').getByText('②审批申请').waitFor()
  await desk.getByLabel('当前步骤').getByText('沈丽娟').waitFor()
  await site.shot(desk, 'flow-waiting')
})

test('nobody is offered to approve his own request, and he sees whom he waits for', async () => {
  expect(await decide(desk).count()).toBe(0)
  await desk.goto(`${site.base}/work?box=waiting`)
  await rows(desk).filter({ hasText: '②审批申请' }).getByText('客户服务部经理').waitFor()
})

test('the manager is told at once, and approves on the phone in two taps', async () => {
  await phone.locator('.gu-bottom .ant-badge-count').getByText('1').waitFor()
  await phone.locator('.gu-bottom').getByText('我的工作').tap()
  const card = rows(phone).filter({ hasText: '杭州宏达' })
  await card.getByText('480.00').waitFor()
  await site.shot(phone, 'flow-phone-inbox')
  await card.locator('.gu-work-open').tap()
  await phone.locator('.gu-gist').getByText('楼外楼').waitFor()
  await site.shot(phone, 'flow-phone-case')
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width)
  await decide(phone).getByRole('button', { name: '同意' }).tap()
  await phone.getByText('没有待办').waitFor()
  await expect.poll(() => phone.locator('.gu-bottom .ant-badge-count').count()).toBe(0)
})
