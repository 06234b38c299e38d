// An administrator shapes the product and invites a colleague, who works on with a phone in the hand.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { cell, cellBecomes, choose, field, openList, press, saveButton, settled } from './hands.ts'
import { journey } from './journey.ts'
import type { Journey } from './journey.ts'
import { PHONE } from './windows.ts'

const PASSWORD = 'Willow-bridge-77'

let site: Journey
let page: Page

beforeAll(async () => {
  site = await journey()
  await site.boss.ok('POST', '/api/records/customer', { name: '湖州丝绸有限公司', phone: '13612345678' })
  await site.boss.ok('POST', '/api/records/customer', { name: '嘉兴纺织有限公司' })
  page = await site.page(site.boss)
})
afterEach(() => expect(site.faults).toEqual([]))
afterAll(() => site.close())

test('an administrator adds a field with choices of its own', async () => {
  await page.goto(`${site.base}/admin/objects?id=customer`)
  await page.getByRole('button', { name: '添加字段' }).click()
  const drawer = page.locator('.ant-drawer')
  await site.shot(page, 'field-kinds')
  await drawer.locator('.gu-kind', { hasText: '单选' }).click()
  await drawer.locator('#field-label').fill('合作意向')
  const options = drawer.locator('.gu-option')
  for (const [at, name] of ['很强', '一般', '没有'].entries()) {
    if (await options.count() <= at) await drawer.getByRole('button', { name: '添加选项' }).click()
    await options.nth(at).getByLabel(/^选项/).fill(name)
  }
  await site.shot(page, 'field-new')
  await drawer.getByRole('button', { name: '添加字段' }).click()
  await page.locator('.gu-field-list').getByText('合作意向').waitFor()
})

test('a further choice is added later', async () => {
  await page.locator('.gu-field-list').getByRole('button', { name: '合作意向' }).first().click()
  const drawer = page.locator('.ant-drawer')
  await drawer.getByRole('button', { name: '添加选项' }).click()
  await drawer.locator('.gu-option').last().getByLabel(/^选项/).fill('待了解')
  await drawer.getByRole('button', { name: '保存' }).click()
  await drawer.waitFor({ state: 'hidden' })
})

test('the field stands in the grid, takes a choice and filters by it', async () => {
  await openList(page, site.base, 'customer')
  await page.getByRole('button', { name: '列', exact: true }).click()
  await page.getByPlaceholder('查找列').fill('合作意向')
  await page.getByRole('checkbox', { name: '合作意向' }).check()
  await press(page, 'Escape')
  await expect.poll(() => page.locator('.slick-header-column[title="合作意向"]').count()).toBe(1)
  await (await cell(page, 0, '客户名称')).click()
  await press(page, 'End')
  await page.keyboard.type('待了解')
  await press(page, 'Enter')
  await cellBecomes(page, 0, '合作意向', '待了解')
  await settled(page)
  await page.getByRole('button', { name: '筛选' }).click()
  await page.getByRole('button', { name: '添加条件' }).first().click()
  await choose(page, page.locator('.gu-filter-field input'), '合作意向')
  await choose(page, page.locator('.gu-filter-row input').nth(2), '待了解')
  await page.locator('.gu-status').getByText('共 1 条').waitFor()
  await site.shot(page, 'filter-own-field')
})

test('a colleague is invited, sets a password by the link and signs in', async () => {
  await page.goto(`${site.base}/admin/users`)
  await page.getByRole('button', { name: '邀请用户' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('姓名').fill('陆小凤')
  await dialog.getByLabel('邮箱').fill('lu@example.cn')
  await choose(page, dialog.getByLabel('角色'), '客户服务部经理')
  await press(page, 'Escape')
  await dialog.locator('button[type=submit]').click()
  const link = new URL(await dialog.locator('code').innerText())
  await site.shot(page, 'invited')
  const theirs = await site.page()
  await theirs.goto(`${site.base}${link.pathname}${link.search}`)
  await theirs.getByLabel('新密码').fill(PASSWORD)
  await theirs.getByLabel('再输入一次').fill(PASSWORD)
  await theirs.locator('button[type=submit]').click()
  await theirs.getByRole('link', { name: '返回登录' }).click()
  await theirs.getByLabel('邮箱').fill('lu@example.cn')
  await theirs.getByLabel('密码', { exact: true }).fill(PASSWORD)
  await theirs.locator('button[type=submit]').click()
  await theirs.getByRole('heading', { name: '陆小凤' }).waitFor()
  await theirs.close()
})

test('on a phone a customer is found, can be called, and a field is put right', async () => {
  const lu = await site.signIn('lu@example.cn', PASSWORD)
  const phone = await site.page(lu, PHONE)
  await phone.locator('.gu-bottom').getByRole('link', { name: '客户' }).tap()
  await phone.getByPlaceholder('搜索客户').fill('hzsc')
  await phone.locator('.gu-listcard').nth(1).waitFor({ state: 'detached' })
  await phone.locator('.gu-listcard', { hasText: '湖州丝绸有限公司' }).tap()
  await phone.getByRole('heading', { name: '湖州丝绸有限公司' }).waitFor()
  expect(await field(phone, 'phone').locator('a').getAttribute('href')).toMatch(/^tel:.*13612345678$/)
  await field(phone, 'contactName').locator('.gu-field-show').tap()
  await phone.locator('#f-contactName').fill('西门吹雪')
  await site.shot(phone, 'phone-editing')
  await saveButton(phone).tap()
  await expect.poll(() => field(phone, 'contactName').innerText()).toContain('西门吹雪')
  const width = await phone.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(PHONE.width)
})
