// Who sees what, tried in the browser: colleagues' customers, masked accounts, the audit log, and the end of access.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import type { Person } from '#app/test-site.ts'
import { field, openRecord, search } from './hands.ts'
import { journey } from './journey.ts'
import type { Journey } from './journey.ts'

const ACCOUNT = '6222020200012345678'

let site: Journey
let fang: Person
let gao: Person
let hers: Page
let id: string

beforeAll(async () => {
  site = await journey()
  fang = await site.person('方敏', ['客户关系专员'])
  gao = await site.person('高远', ['客户关系专员'])
  const { boss } = site
  await boss.ok('POST', '/api/records/role', {
    name: '出纳', rights: { powers: [], grants: [{ object: 'customer', read: 'all', update: 'all', delete: 'none', create: true, export: false, import: false, fields: { bankAccount: 'write' } }, { object: 'user', read: 'all', update: 'none', delete: 'none', create: false, export: false, import: false }] },
  })
  const cashier = await site.person('出纳员', ['出纳'])
  const made = await cashier.ok<{ id: string }>('POST', '/api/records/customer', { name: '秘密客户有限公司', phone: '13912345678', bankAccount: ACCOUNT, owner: fang.id })
  id = made.id
  hers = await site.page(fang)
})
afterEach(() => expect(site.faults).toEqual([]))
afterAll(() => site.close())

test('a specialist finds no colleague\'s customer: not in the list, not by search, not by its address', async () => {
  const his = await site.page(gao)
  await his.goto(`${site.base}/o/customer`)
  await his.getByText('还没有客户').waitFor()
  await site.shot(his, 'empty-list')
  for (const text of ['秘密客户', 'mmkh', '1391234']) {
    await search(his, text)
    await his.locator('.gu-palette').getByText('没有找到').waitFor()
  }
  await his.goto(`${site.base}/o/customer/${id}`)
  await his.getByText('记录不存在').first().waitFor()
  expect(await his.content()).not.toContain('秘密客户')
  await site.shot(his, 'not-found')
  await his.close()
})

test('an account number is masked, is shown when asked for, and masked again afterwards', async () => {
  await openRecord(hers, site.base, 'customer', id)
  expect(await field(hers, 'bankAccount').innerText()).toContain('•••')
  expect(await hers.content()).not.toContain(ACCOUNT)
  await field(hers, 'bankAccount').getByRole('button', { name: '显示' }).click()
  await field(hers, 'bankAccount').getByText(ACCOUNT).waitFor()
  await site.shot(hers, 'revealed')
  await openRecord(hers, site.base, 'customer', id)
  expect(await field(hers, 'bankAccount').innerText()).toContain('•••')
})

test('the audit log tells who looked, and proves itself whole', async () => {
  const page = await site.page(site.boss)
  await expect.poll(async () => {
    await page.goto(`${site.base}/admin/audit`)
    await page.locator('.gu-audit-row').first().waitFor()
    return page.locator('.gu-audit-row', { hasText: '方敏' }).allInnerTexts().then(texts => texts.join('\n'))
  }, { timeout: 15_000, interval: 500 }).toContain('账号')
  await page.getByRole('button', { name: '核验完整性' }).click()
  await page.getByText('核验通过').waitFor()
  await site.shot(page, 'audit')
  await page.close()
})

test('who is deactivated is out at once, in the middle of the work', async () => {
  const page = await site.page(site.boss)
  await page.goto(`${site.base}/admin/users`)
  await page.getByRole('button', { name: '方敏' }).click()
  await page.locator('.ant-drawer').getByRole('button', { name: '停用' }).click()
  await page.locator('.ant-popover').getByRole('button', { name: '停用' }).click()
  await hers.waitForURL(/\/sign-in/)
  await hers.getByLabel('邮箱').fill(fang.email)
  await hers.getByLabel('密码', { exact: true }).fill('Lotus-river-88')
  await hers.getByRole('button', { name: '登录' }).click()
  await hers.locator('.ant-alert-error').waitFor()
  expect((await fang.call('GET', `/api/records/customer/${id}`)).statusCode).toBe(401)
})
