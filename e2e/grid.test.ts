// A specialist at work in the grid and on the record page, as people who come from Excel do it.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import type { Person } from '#app/test-site.ts'
import { cell, cellBecomes, cellText, choose, copy, field, openList, openRecord, press, settled } from './hands.ts'
import { journey } from './journey.ts'
import type { Journey } from './journey.ts'

interface Row { id: string; name: string; [key: string]: unknown }

let site: Journey
let li: Person
let page: Page

const customers = async (): Promise<Row[]> =>
  (await li.ok<{ rows: Row[] }>('POST', '/api/records/customer/query', { columns: ['name', 'grade', 'contactName', 'phone', 'salesTotal'], size: 100, sort: [{ field: 'name', dir: 'asc' }] })).rows
const byName = async (name: string): Promise<Row | undefined> => (await customers()).find(row => row.name === name)
const problems = (): Promise<string> => page.locator('.gx-problems-head').innerText()

beforeAll(async () => {
  site = await journey()
  li = await site.person('李静', ['客户关系专员'])
  for (const name of ['甲木业有限公司', '乙五金商行', '丙食品厂']) await li.ok('POST', '/api/records/customer', { name })
  await site.boss.ok('POST', '/api/records/product', { name: '实木门', price: '1200' })
  await site.boss.ok('POST', '/api/records/product', { name: '门锁', price: '85.5' })
  page = await site.page(li)
})
afterEach(() => expect(site.faults).toEqual([]))
afterAll(() => site.close())

describe('a specialist in the customer list', () => {
  beforeEach(() => openList(page, site.base, 'customer'))

  test('types into cells, moves on with Tab and Enter, and what was typed is saved', async () => {
    const name = await cellText(page, 0, '客户名称')
    await (await cell(page, 0, '联系人')).click()
    await page.keyboard.type('王小明')
    await press(page, 'Tab')
    await page.keyboard.type('138 0013 8000')
    await press(page, 'Enter')
    await page.keyboard.type('赵六')
    await press(page, 'Enter')
    await cellBecomes(page, 0, '联系人', '王小明')
    await cellBecomes(page, 1, '联系人', '赵六')
    await settled(page)
    expect(await byName(name)).toMatchObject({ contactName: '王小明', phone: '13800138000' })
  })

  test('a phone number that is none stays as it was typed, says why, and goes when it is put right', async () => {
    const name = await cellText(page, 1, '客户名称')
    const phone = await cell(page, 1, '联系电话')
    await phone.click()
    await page.keyboard.type('打不通')
    await press(page, 'Enter')
    await page.locator('.gx-refused').waitFor()
    expect(await phone.innerText()).toBe('打不通')
    await phone.click()
    expect((await page.locator('.gx-bubble').innerText()).length).toBeGreaterThan(4)
    expect(await problems()).toContain('1 个单元格没有保存')
    await site.shot(page, 'grid-refused')
    await page.keyboard.type('021-62345678')
    await press(page, 'Enter')
    await page.locator('.gx-problems').waitFor({ state: 'detached' })
    await settled(page)
    expect((await byName(name))?.phone).toContain('62345678')
  })

  test('fifty rows copied from Excel become customers; the two bad cells wait to be put right', async () => {
    const lines = Array.from({ length: 50 }, (_, at) => [`新客户${String(at).padStart(2, '0')}`, '', at === 7 ? '最好的' : 'B级', '', `联系人${at}`, at === 20 ? '12' : `139${String(10_000_000 + at)}`].join('\t'))
    await copy(page, `${lines.join('\r\n')}\r\n`)
    await (await cell(page, 3, '客户名称')).click()
    await press(page, 'Control+v')
    await page.locator('.gx-problems').waitFor()
    await settled(page)
    await expect.poll(problems).toContain('2 个单元格没有保存')
    await page.locator('.gu-status').getByText('共 53 条').waitFor()
    expect(await byName('新客户07')).toMatchObject({ grade: null, contactName: '联系人7', phone: '13910000007' })
    expect(await byName('新客户20')).toMatchObject({ grade: 'B', phone: null })
    await page.getByRole('button', { name: '2 个单元格没有保存' }).click()
    await site.shot(page, 'grid-pasted')
    await page.getByRole('button', { name: '全部放弃' }).click()
    await page.locator('.gx-problems').waitFor({ state: 'detached' })
  })

  test('fills down with Ctrl+D, takes it back with Ctrl+Z and again with Ctrl+Y', async () => {
    await (await cell(page, 0, '客户等级')).click()
    await page.keyboard.type('A级')
    await press(page, 'Enter')
    await settled(page)
    const before = await cellText(page, 1, '客户等级')
    await (await cell(page, 0, '客户等级')).click()
    await press(page, 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d')
    await cellBecomes(page, 2, '客户等级', 'A级')
    await settled(page)
    await press(page, 'Control+z')
    await cellBecomes(page, 1, '客户等级', before)
    await press(page, 'Control+y')
    await cellBecomes(page, 1, '客户等级', 'A级')
    await cellBecomes(page, 2, '客户等级', 'A级')
  })

  test('takes the whole paste back with one Ctrl+Z', async () => {
    await copy(page, '粘贴一\r\n粘贴二\r\n')
    await (await cell(page, 0, '客户名称')).click()
    await press(page, 'Control+End', 'ArrowDown', 'Home', 'ArrowRight', 'Control+v')
    await page.locator('.gu-status').getByText('共 55 条').waitFor()
    await settled(page)
    await press(page, 'Control+z')
    await page.locator('.gu-status').getByText('共 53 条').waitFor()
  })
})

test('a new order with two lines adds up, and the sales of its customer follow', async () => {
  const customer = (await byName('甲木业有限公司'))!
  await openRecord(page, site.base, 'customer', customer.id)
  await page.getByRole('tab', { name: '订单' }).click()
  await page.getByRole('button', { name: '新建订单' }).click()
  const drawer = page.locator('.ant-drawer', { hasText: '新建订单' })
  for (const [at, product, quantity, price] of [[0, '实木门', '3', '1200'], [1, '门锁', '10', '85.5']] as const) {
    await drawer.getByRole('button', { name: '添加一行' }).click()
    await choose(page, drawer.locator(`#f-lines-${at}-product`), product)
    await drawer.locator(`#f-lines-${at}-quantity`).fill(quantity)
    await drawer.locator(`#f-lines-${at}-price`).fill(price)
    await press(page, 'Tab')
  }
  await drawer.getByText('4,455.00').first().waitFor()
  await site.shot(page, 'order-new')
  await drawer.getByRole('button', { name: '保存', exact: true }).click()
  await drawer.waitFor({ state: 'hidden' })
  await page.getByRole('cell', { name: /4,455\.00/ }).first().waitFor()
  await page.getByRole('tab', { name: '详细信息' }).click()
  await expect.poll(() => field(page, 'salesTotal').innerText()).toContain('4,455.00')
  expect(await field(page, 'orderCount').innerText()).toContain('1')
  await site.shot(page, 'customer-after-order')
})
