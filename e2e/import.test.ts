// A messy workbook goes in through the wizard, is worked with, comes out as .xlsx, and the whole import is taken back.
import { readFile } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { messyWorkbook } from '#server/sheet/fixtures.ts'
import type { MessyWorkbook } from '#server/sheet/fixtures.ts'
import { readBytes, values } from '#server/sheet/reading-kit.ts'
import { choose, pick } from './hands.ts'
import { journey } from './journey.ts'
import type { Journey } from './journey.ts'

let site: Journey
let page: Page
let messy: MessyWorkbook

const target = (column: string): Locator => page.getByRole('combobox', { name: `${column} →` })
const tile = (name: string): Promise<string> => page.locator('.gu-import-tiles > div', { hasText: name }).locator('dd').innerText()
const next = (): Promise<void> => page.getByRole('button', { name: '下一步' }).click()

async function stored(): Promise<Record<string, unknown>[]> {
  const columns = ['code', 'name', 'contactName', 'phone', 'region', 'annualSales', 'creditLimit', 'note']
  return (await site.boss.ok<{ rows: Record<string, unknown>[] }>('POST', '/api/records/customer/query', { columns, size: 100 })).rows
}

beforeAll(async () => {
  messy = await messyWorkbook()
  site = await journey()
  page = await site.page(site.boss)
})
afterEach(() => expect(site.faults).toEqual([]))
afterAll(() => site.close())

test('the wizard finds the two-level header under the titles and names what it leaves out', async () => {
  await page.getByRole('button', { name: '选择文件' }).click()
  await page.locator('input[type=file]').setInputFiles({ name: '客户台账.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: messy.xlsx })
  await page.getByText('15 行数据').first().waitFor()
  await page.getByText('合计 2').waitFor()
  await site.shot(page, 'import-sheet')
  await next()
  await page.getByText('联系方式 / 电话').first().waitFor()
  await site.shot(page, 'import-columns')
})

test('a column put to the wrong field is marked cell by cell before anything is written', async () => {
  await choose(page, target('备注'), '电子邮件')
  const createMissing = page.getByLabel('没有的自动新建')
  if (!(await createMissing.isChecked())) await createMissing.check()
  await next()
  await page.getByText('检查完毕').waitFor()
  expect(Number(await tile('有问题'))).toBe(messy.truth.customers.filter(customer => customer.remark).length)
  await page.locator('td.bad').first().waitFor()
  expect(await page.locator('td.bad').first().innerText()).toContain('老客户')
  await site.shot(page, 'import-problems')
  expect(await stored()).toEqual([])
})

test('put right, the dry run counts what will be new and names the probable duplicates', async () => {
  await page.getByRole('button', { name: '上一步' }).click()
  await choose(page, target('备注'), '备注')
  await next()
  await page.getByText('检查完毕').waitFor()
  expect([await tile('将新建'), await tile('有问题')]).toEqual(['14', '0'])
  expect(Number(await tile('可能重复'))).toBeGreaterThanOrEqual(2)
  await page.locator('.gu-import-grid.preview tr.created').first().waitFor()
  expect(await page.locator('td.bad').count()).toBe(0)
  await site.shot(page, 'import-check')
  expect(await stored()).toEqual([])
})

test('the import makes exactly the customers that a careful person reads out of the workbook', async () => {
  await page.getByRole('button', { name: '导入 14 条记录' }).click()
  await page.getByText('导入完成').waitFor()
  await site.shot(page, 'import-done')
  const rows = new Map((await stored()).map(row => [row['code'], row]))
  expect(rows.size).toBe(14)
  for (const clean of messy.truth.customers) {
    const row = rows.get(clean.code)!
    expect(row).toMatchObject({ name: clean.name, contactName: clean.contact, phone: clean.phone, region: { label: clean.region }, note: clean.remark || null })
    expect([Number(row['annualSales']), Number(row['creditLimit'])]).toEqual([Number(clean.sales), Number(clean.credit)])
  }
})

test('the records are filtered and grouped', async () => {
  await page.getByRole('button', { name: '查看客户' }).click()
  await page.locator('.gu-status').getByText('共 14 条').waitFor()
  await page.getByRole('button', { name: '筛选' }).click()
  await page.getByRole('button', { name: '添加条件' }).first().click()
  await choose(page, page.locator('.gu-filter-field input'), '信用额度')
  await pick(page, page.locator('.gu-filter-op'), '大于等于')
  await page.locator('.gu-filter-row').getByPlaceholder('值').fill('5万')
  const many = messy.truth.customers.filter(({ code, credit }, at, all) => Number(credit) >= 50_000 && all.findIndex(other => other.code === code) === at)
  await page.locator('.gu-status').getByText(`共 ${many.length} 条`).waitFor()
  await page.getByRole('button', { name: '分组' }).click()
  await choose(page, page.locator('.gu-panel:visible input').last(), '地区')
  await page.locator('.gx-group').first().waitFor()
  expect(await page.locator('.gx-group-label').allInnerTexts()).toEqual(expect.arrayContaining(many.map(customer => `${customer.region}（1）`)))
  await page.keyboard.press('Escape')
  await site.shot(page, 'import-grouped')
})

test('what is shown goes out as a workbook with the same values', async () => {
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '导出' }).click()
  const dialog = page.getByRole('dialog')
  const arriving = page.waitForEvent('download')
  await dialog.getByRole('button', { name: '导出' }).click()
  const file = await arriving
  const [head, ...rows] = values((await readBytes(await readFile(await file.path()))).rows[0])
  expect(head).toEqual(expect.arrayContaining(['客户编号', '客户名称', '联系电话']))
  const at = (title: string): number => head!.indexOf(title)
  expect(rows.map(row => row[at('客户编号')]).sort()).toEqual(['KH0010', 'KH0011', 'KH0012'])
  for (const row of rows) {
    const clean = messy.truth.customers.find(customer => customer.code === row[at('客户编号')])!
    expect([row[at('客户名称')], row[at('联系电话')]?.replace(/\D/g, '')]).toEqual([clean.name, clean.phone])
  }
})

test('the whole import is taken back, and nothing of it is left', async () => {
  await page.goto(`${site.base}/import/customer`)
  await page.getByRole('button', { name: '客户台账.xlsx', exact: true }).click()
  await page.getByRole('button', { name: '撤销整个导入' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '撤销整个导入' }).click()
  await page.getByText('这次导入已撤销').waitFor()
  await site.shot(page, 'import-undone')
  expect(await stored()).toEqual([])
  const regions = await site.boss.ok<{ rows: unknown[] }>('POST', '/api/records/region/query', { columns: ['name'] })
  expect(regions.rows).toEqual([])
})
