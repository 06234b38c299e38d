// Two people on the same records: each sees what the other does, and nobody's typing is lost unnoticed.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import type { Person } from '#app/test-site.ts'
import { cell, cellBecomes, field, openList, openRecord, press, retype, save, saveButton } from './hands.ts'
import { journey } from './journey.ts'
import type { Journey } from './journey.ts'

let site: Journey
let anna: Person
let hers: Page
let his: Page
let id: string

const stored = (): Promise<Record<string, unknown>> => anna.ok('GET', `/api/records/customer/${id}`)

beforeAll(async () => {
  site = await journey()
  anna = await site.person('安娜', ['客户服务部经理'])
  const bo = await site.person('薄明', ['客户服务部经理'])
  id = (await anna.ok<{ id: string }>('POST', '/api/records/customer', { name: '共享客户有限公司', contactName: '老王', phone: '13800138000' })).id
  hers = await site.page(anna)
  his = await site.page(bo)
})
afterEach(() => expect(site.faults).toEqual([]))
afterAll(() => site.close())

test('what one types into the grid appears in the other\'s grid without a reload', async () => {
  await openList(hers, site.base, 'customer')
  await openList(his, site.base, 'customer')
  await (await cell(hers, 0, '联系人')).click()
  await hers.keyboard.type('小王')
  await press(hers, 'Enter')
  await cellBecomes(his, 0, '联系人', '小王')
})

test('a customer that one makes appears in the other\'s list', async () => {
  await anna.ok('POST', '/api/records/customer', { name: '新来的客户' })
  await his.locator('.gu-status').getByText('共 2 条').waitFor()
  await his.getByText('新来的客户').first().waitFor()
})

test('different fields of one record are merged', async () => {
  await openRecord(hers, site.base, 'customer', id)
  await openRecord(his, site.base, 'customer', id)
  await retype(hers, 'contactName', '王大力')
  await retype(his, 'shortName', '共享')
  await save(hers)
  await save(his)
  expect(await stored()).toMatchObject({ contactName: '王大力', shortName: '共享' })
  await expect.poll(() => field(hers, 'shortName').innerText()).toContain('共享')
})

test('the same field changed by both asks the second which one stays', async () => {
  await retype(hers, 'contactName', '王安娜')
  await retype(his, 'contactName', '王薄明')
  await save(hers)
  await saveButton(his).click()
  const dialog = his.getByRole('dialog')
  await dialog.getByText('有人刚刚修改了同一条记录').waitFor()
  for (const text of ['王大力', '王安娜', '王薄明']) await dialog.getByText(text).waitFor()
  await site.shot(his, 'conflict')
  await dialog.getByRole('radio').nth(1).check()
  await dialog.getByRole('button', { name: '保存' }).click()
  await dialog.waitFor({ state: 'hidden' })
  expect(await stored()).toMatchObject({ contactName: '王安娜' })
  await expect.poll(() => field(his, 'contactName').innerText()).toContain('王安娜')
})

test('who keeps the own value keeps it although the other\'s change had arrived on the page before', async () => {
  await retype(his, 'contactName', '王薄明')
  await anna.ok('PATCH', `/api/records/customer/${id}`, { values: { contactName: '王三' } })
  await hers.getByText('王三').first().waitFor()
  await saveButton(his).click()
  const dialog = his.getByRole('dialog')
  await dialog.getByText('有人刚刚修改了同一条记录').waitFor()
  await dialog.getByRole('button', { name: '保存' }).click()
  await dialog.waitFor({ state: 'hidden' })
  expect(await stored()).toMatchObject({ contactName: '王薄明' })
})
