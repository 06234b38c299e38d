// An administrator makes a form his company's own: renames, removes, sets a top five, publishes, and has the original back.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { press } from './hands.ts'
import { journey } from './journey.ts'
import type { Journey } from './journey.ts'
import { PHONE } from './windows.ts'

let site: Journey
let page: Page

beforeAll(async () => {
  site = await journey()
  await site.boss.ok('POST', '/api/records/customer', { name: '湖州丝绸有限公司', phone: '13612345678' })
  page = await site.page(site.boss)
})
afterEach(() => expect(site.faults).toEqual([]))
afterAll(() => site.close())

const heads = (): Locator => page.locator('.gu-paper th')
const part = (name: string): Locator => page.locator('.gu-design-part', { hasText: name }).locator('button').first()
const row = (name: string): Locator => page.locator('.gu-design-rows > li', { hasText: name }).first()
const becomes = (text: string, count: number): Promise<void> => expect.poll(() => heads().filter({ hasText: text }).count(), { timeout: 10_000 }).toBe(count)

async function design(id: string): Promise<void> {
  await page.goto(`${site.base}/forms/${id}/design`)
  await page.locator('.gu-paper').waitFor()
}

async function publish(note: string): Promise<void> {
  await page.locator('.gu-design-bar .ant-btn-primary').click()
  await page.getByLabel('这次改了什么').fill(note)
  await page.getByRole('dialog').locator('.ant-btn-primary').click()
  await page.locator('.gu-design-bar').getByText('与已发布的一致').waitFor()
}

test('a click on the paper opens the column, and what is typed stands on the paper', async () => {
  await design('F09')
  await heads().filter({ hasText: '将其设为重点客户的原因' }).click()
  await page.getByLabel('列名', { exact: true }).fill('设为重点的理由')
  await becomes('设为重点的理由', 1)
  await press(page, 'Control+z')
  await becomes('将其设为重点客户的原因', 1)
  await press(page, 'Control+y')
  await becomes('设为重点的理由', 1)
  await site.shot(page, 'designer-column')
})

test('a column is removed, another moved by its button, and the top ten becomes a top five', async () => {
  await page.getByRole('button', { name: '销售额目标 删除' }).click()
  await becomes('销售额目标', 0)
  await page.getByRole('button', { name: '设为重点的理由 下移' }).click()
  await expect.poll(() => heads().allInnerTexts()).toEqual(expect.arrayContaining(['实现目标的行动措施', '设为重点的理由']))
  await page.locator('.gu-design-part.settings').click()
  await page.getByRole('spinbutton', { name: '前几名' }).fill('5')
  await part('客户名称').click()
  for (const place of ['销售额', '销售增长率', '销售利润率']) {
    await row(`${place}前10名`).locator('button').first().click()
    await page.getByLabel('上方总标题').fill('')
    await page.getByLabel('上方总标题').fill(`${place}前5名`)
  }
  await becomes('销售额前5名', 1)
  await becomes('前10名', 0)
  await site.shot(page, 'designer-top')
})

test('an empty column name is told with its place and cannot be published', async () => {
  await row('增长率').locator('button').first().click()
  const name = page.getByLabel('列名', { exact: true })
  const before = await name.inputValue()
  await name.fill('')
  await page.locator('.gu-design-problems').getByText('列名不能空着').waitFor()
  await page.locator('.gu-design-bar .ant-btn-primary').click()
  expect(await page.getByRole('dialog').locator('.ant-btn-primary').isDisabled()).toBe(true)
  await site.shot(page, 'designer-problem')
  await press(page, 'Escape')
  await name.fill(before)
  await page.locator('.gu-design-problems').waitFor({ state: 'detached' })
})

test('a value of its own is added, the draft outlives a reload, and all of it is published', async () => {
  await page.locator('.gu-design-part', { hasText: '信息行' }).locator('button').first().click()
  await page.getByRole('button', { name: '增加填写项' }).click()
  await page.getByRole('dialog').getByLabel('名称').fill('制表单位')
  await page.getByRole('dialog').locator('.ant-btn-primary').click()
  await page.locator('.gu-paper').getByText('制表单位').waitFor()
  await page.waitForTimeout(600)
  await page.reload()
  await page.getByText('已接着上次未发布的修改').waitFor()
  await becomes('设为重点的理由', 1)
  await publish('前 5 名，去掉销售额目标')
  await site.shot(page, 'designer-published')
})

test('everybody sees it on the form', async () => {
  await page.goto(`${site.base}/forms/F09`)
  await page.locator('.gu-paper').waitFor()
  await becomes('销售额前5名', 1)
  await becomes('销售额目标', 0)
  await page.locator('.gu-paper').getByText('制表单位').waitFor()
  await site.shot(page, 'designer-on-the-form')
})

test('versions are listed with their notes, and the original comes back with a confirmation', async () => {
  await design('F09')
  await page.getByRole('button', { name: '历史版本' }).click()
  await page.locator('.ant-drawer').getByText('前 5 名，去掉销售额目标').waitFor()
  await site.shot(page, 'designer-versions')
  await press(page, 'Escape')
  await page.getByRole('button', { name: '恢复原样' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '恢复原样' }).click()
  await becomes('销售额目标', 1)
  await becomes('销售额前10名', 1)
})

test('the version is had back from the list', async () => {
  await page.getByRole('button', { name: '历史版本' }).click()
  await page.locator('.gu-design-versions li', { hasText: '前 5 名' }).getByRole('button', { name: '恢复这一版' }).click()
  await page.locator('.ant-popconfirm').getByRole('button', { name: '恢复这一版' }).click()
  await becomes('销售额前5名', 1)
})

test('a field added to the object on the way can be put on the form at once', async () => {
  await design('F01')
  await page.getByRole('button', { name: '给“客户”增加字段' }).click()
  const drawer = page.locator('.ant-drawer')
  await drawer.locator('.gu-kind').first().click()
  await drawer.locator('#field-label').fill('开票名称')
  await drawer.getByRole('button', { name: '添加字段' }).click()
  await drawer.waitFor({ state: 'hidden' })
  await page.locator('.gu-design-part', { hasText: '填写栏' }).locator('button').first().click()
  await page.getByRole('combobox', { name: '放入已有字段' }).click()
  await page.keyboard.type('开票名称')
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: '开票名称' }).first().click()
  await page.locator('.gu-paper').getByText('开票名称').waitFor()
  await site.shot(page, 'designer-own-field')
})

test('the whole set is switched on the page of forms, and back', async () => {
  await page.goto(`${site.base}/admin/forms`)
  await page.locator('.gu-formset-one', { hasText: 'V1' }).getByRole('button').click()
  await page.getByRole('dialog').locator('.ant-btn-primary').click()
  await page.locator('.gu-formlist').getByText('客户分级表1').waitFor()
  await site.shot(page, 'designer-set')
  await page.locator('.gu-formset-one', { hasText: '标准表单' }).getByRole('button').click()
  await page.getByRole('dialog').locator('.ant-btn-primary').click()
  await page.locator('.gu-formlist').getByText('客户分级表', { exact: true }).waitFor()
})

test('on a phone the form can be looked at', async () => {
  const phone = await site.page(site.boss, PHONE)
  await phone.goto(`${site.base}/forms/F01/design`)
  await phone.getByText('要修改表单，请在电脑上打开这一页').waitFor()
  await phone.locator('.gu-paper').waitFor()
  await site.shot(phone, 'designer-phone')
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width)
})
