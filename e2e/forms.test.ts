// Paper forms in the hands of people: found, filled in by keyboard, printed, taken out as workbooks, filled in by hand and read back.
import { readFile } from 'node:fs/promises'
import { read, write } from '@e965/xlsx'
import type { WorkSheet } from '@e965/xlsx'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { cellAddress } from '#core/form/changes.ts'
import type { Cell, Sheet } from '#core/form/sheet.ts'
import type { Person } from '#app/test-site.ts'
import { openList, openRecord, press, search } from './hands.ts'
import { journey } from './journey.ts'
import type { Journey } from './journey.ts'
import { PHONE } from './windows.ts'

const YEAR = new Date().getFullYear()
const NAMES = ['西湖家居有限公司', '钱塘五金商行', '运河建材经营部']

let site: Journey
let page: Page
let boss: Person
let customers: string[]

const make = async (object: string, values: object): Promise<string> => (await boss.ok<{ id: string }>('POST', `/api/records/${object}`, values)).id
const sheetOf = (id: string, query = ''): Promise<Sheet> => boss.ok<Sheet>('GET', `/api/forms/${id}${query}`)
const at = (key: string): Locator => page.locator(`.gu-pc[data-key="${key}"]`)
const unsaved = (): Locator => page.locator('.gu-form-top').getByText('处未保存')

beforeAll(async () => {
  site = await journey()
  ;({ boss } = site)
  customers = []
  for (const name of NAMES) customers.push(await make('customer', { name, phone: '13800138000' }))
  const product = await make('product', { name: '瓷砖', unit: '箱', price: '100' })
  for (const [i, customer] of customers.entries()) await make('order', { customer, date: `${YEAR}-01-15`, lines: [{ product, quantity: '1', price: String((i + 1) * 1000) }] })
  page = await site.page(boss)
})
afterEach(() => expect(site.faults).toEqual([]))
afterAll(() => site.close())

async function open(id: string, query = ''): Promise<void> {
  await page.goto(`${site.base}/forms/${id}${query}`)
  await page.locator('.gu-paper').waitFor()
}

async function saved(): Promise<void> {
  await press(page, 'Control+s')
  await unsaved().waitFor({ state: 'detached' })
}

/** What the page prints: the text of its PDF pages is the text of what is left visible. */
async function printed(): Promise<{ pdf: Buffer; text: string }> {
  await page.emulateMedia({ media: 'print' })
  const text = await page.locator('body').innerText()
  const pdf = await page.pdf({ preferCSSPageSize: true })
  await page.emulateMedia({ media: 'screen' })
  return { pdf, text: text.replaceAll(/\s+/g, '') }
}

/** Points of an A4 page, the longer side first or last. */
const mediaBox = (pdf: Buffer): string => {
  const [, wide = '', high = ''] = /MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf.toString('latin1')) ?? []
  return `${Math.round(Number(wide))} x ${Math.round(Number(high))}`
}
const PORTRAIT = '595 x 842'
const LANDSCAPE = '842 x 595'

async function exported(item: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 40_000 }),
    (async () => { await page.getByRole('button', { name: '导出' }).click(); await page.locator('.ant-dropdown:visible').getByText(item, { exact: true }).click() })(),
  ])
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

/** The workbook with other words in some cells, as Excel would write it. */
function byHand(bytes: Buffer, words: Record<string, string | number>): Buffer {
  const book = read(bytes)
  const sheet: WorkSheet = book.Sheets[book.SheetNames[0]!]!
  for (const [address, v] of Object.entries(words)) sheet[address] = { t: typeof v === 'number' ? 'n' : 's', v }
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer
}

const addressOf = (sheet: Sheet, wanted: (cell: Cell) => boolean): string => cellAddress(sheet.cells.find(wanted)!)
const isBound = (path: string, row?: string) => (cell: Cell): boolean => cell.bind?.path === path && (row === undefined || cell.bind.row === row)

async function readBack(bytes: Buffer): Promise<Locator> {
  await page.getByRole('button', { name: '导出' }).click()
  await page.locator('.ant-dropdown:visible').getByText('读回 Excel').click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('input[type=file]').setInputFiles({ name: '填好的表.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: bytes })
  return dialog
}

test('the centre finds a form by a part of its name, and a starred one stands on top from then on', async () => {
  await page.goto(`${site.base}/forms`)
  await page.getByLabel('搜索表单名称或编号').fill('重要客户')
  await expect.poll(() => page.locator('.gu-formcard').count()).toBe(1)
  await page.getByRole('button', { name: '把“重要客户对策表”设为常用' }).click()
  await page.getByRole('button', { name: '取消常用“重要客户对策表”' }).waitFor()
  await page.getByLabel('搜索表单名称或编号').fill('')
  await page.locator('.gu-formchip', { hasText: '重要客户对策表' }).waitFor()
  await site.shot(page, 'forms-centre')
  await page.reload()
  await page.locator('.gu-formchip', { hasText: '重要客户对策表' }).click()
  await page.locator('.gu-paper').waitFor()
})

test('a record form is filled in by keyboard: phone, boxes, rows and their sum', async () => {
  await openRecord(page, site.base, 'customer', customers[0]!)
  await page.getByRole('button', { name: '表单' }).click()
  await page.getByText('客户资料卡').click()
  await page.locator('.gu-paper').waitFor()
  await at('record.phone').click()
  await page.keyboard.type('13900139000')
  await press(page, 'Tab', 'Tab')
  await press(page, 'ArrowRight', 'Space', 'Tab')
  await page.keyboard.type('王掌柜')
  await at('row.suppliers.new:0.brand').click()
  for (const [brand, share] of [['海尔', '30%'], ['美的', '45%']] as const) {
    await page.keyboard.type(brand)
    await press(page, 'Tab')
    await page.keyboard.type(share)
    await press(page, 'Enter')
  }
  await page.locator('.gu-paper .s-total').getByText('75.0%').waitFor()
  await site.shot(page, 'form-filling')
  await saved()
  expect(await boss.ok('GET', `/api/records/customer/${customers[0]}`)).toMatchObject({ phone: '13900139000', site: 'street', bossName: '王掌柜' })
  await page.reload()
  await page.locator('.gu-paper').getByText('美的').waitFor()
})

test('a share that is no number stays where it was typed, says so, and holds the save', async () => {
  const share = at('row.suppliers.new:0.share')
  await share.click()
  await page.keyboard.type('很多')
  await press(page, 'Enter')
  await share.getByText('“很多”').waitFor()
  await press(page, 'Control+s')
  await page.getByText('有内容格式不对，请先更正').waitFor()
  await page.waitForTimeout(500)
  await page.reload()
  await page.locator('.gu-paper').waitFor()
  await expect.poll(() => share.locator('input').inputValue()).toBe('很多')
  await page.getByText('已恢复上次没有保存的内容').waitFor()
  await page.locator('.gu-form-note').getByRole('button', { name: '放弃修改' }).click()
  await unsaved().waitFor({ state: 'detached' })
})

test('what the server refuses stands at its cell', async () => {
  const share = at('row.suppliers.new:0.share')
  await at('row.suppliers.new:0.brand').click()
  await page.keyboard.type('格力')
  await press(page, 'Tab')
  await page.keyboard.type('60%')
  await press(page, 'Enter', 'Control+s')
  await page.locator('.ant-message-error').waitFor()
  expect(await page.locator('.gu-pc.bad, .gu-form-note .ant-alert-error').count()).toBeGreaterThan(0)
  await site.shot(page, 'form-refused')
  await share.click()
  await page.keyboard.type('20%')
  await press(page, 'Enter')
  await saved()
})

test('the record form is printed upright, without anything of the screen around it', async () => {
  const { pdf, text } = await printed()
  expect(mediaBox(pdf)).toBe(PORTRAIT)
  expect(text).toContain('客户资料卡')
  expect(text).toContain('☑2.商业街')
  for (const word of ['保存', '逐格填写', '首页']) expect(text).not.toContain(word)
})

test('the record form comes back from Excel: differences first, what cannot be read by its cell, then into the page', async () => {
  const { name, bytes } = await exported('Excel')
  expect(name).toContain('客户资料卡')
  const sheet = await sheetOf('F02', `?record=${customers[0]}`)
  const bad = addressOf(sheet, cell => cell.bind?.path === 'share' && cell.bind.row !== undefined && !cell.bind.row.startsWith('new'))
  const dialog = await readBack(byHand(bytes, { [addressOf(sheet, isBound('bossName'))]: '李掌柜', [bad]: '不少' }))
  await dialog.getByText('李掌柜').waitFor()
  expect(await dialog.locator('code').allInnerTexts()).toEqual([bad])
  await site.shot(page, 'form-read-back')
  await dialog.getByRole('button', { name: '填入 1 处' }).click()
  await at('record.bossName').getByText('李掌柜').waitFor()
  await saved()
  expect(await boss.ok('GET', `/api/records/customer/${customers[0]}`)).toMatchObject({ bossName: '李掌柜' })
})

test('what another changed after the export stays unless the file is chosen for it', async () => {
  const { bytes } = await exported('Excel')
  const sheet = await sheetOf('F02', `?record=${customers[0]}`)
  await boss.ok('PATCH', `/api/records/customer/${customers[0]}`, { values: { bossName: '孙掌柜', bossLanguage: '粤语' } })
  const dialog = await readBack(byHand(bytes, { [addressOf(sheet, isBound('bossName'))]: '钱掌柜', [addressOf(sheet, isBound('bossLanguage'))]: '闽语', [addressOf(sheet, isBound('phone'))]: '13700137000' }))
  await dialog.getByText('改成了“孙掌柜”').waitFor()
  await site.shot(page, 'form-read-moved')
  await dialog.locator('tr', { hasText: '孙掌柜' }).getByRole('radio').nth(1).check()
  await dialog.getByRole('button', { name: '填入 2 处' }).click()
  await at('record.bossName').getByText('钱掌柜').waitFor()
  await saved()
  expect(await boss.ok('GET', `/api/records/customer/${customers[0]}`)).toMatchObject({ bossName: '钱掌柜', bossLanguage: '粤语', phone: '13700137000' })
})

test('a list form: rows typed anew, a policy kept with the form, printed lying, out to Excel and back', async () => {
  await open('F10')
  await at('row.measures.new:0.customer').click()
  await page.keyboard.type('西湖')
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: NAMES[0] }).click()
  await at('row.measures.new:0.problem').click()
  await page.keyboard.type('送货慢')
  await at('value.policy1').click()
  await page.keyboard.type('每月走访一次')
  await saved()
  await page.locator('.gu-paper').getByText('1,000.00').waitFor()
  const { pdf, text } = await printed()
  expect(mediaBox(pdf)).toBe(LANDSCAPE)
  expect(text).toContain('送货慢')
  const { bytes } = await exported('Excel')
  const sheet = await sheetOf('F10')
  const row = sheet.rows.find(one => one.row && !one.row.startsWith('new'))!.row!
  const dialog = await readBack(byHand(bytes, { [addressOf(sheet, isBound('strategy', row))]: '改由专车配送', [addressOf(sheet, isBound('policy2'))]: '开拓老区' }))
  await dialog.getByRole('button', { name: '填入 2 处' }).click()
  await saved()
  const now = await sheetOf('F10')
  expect(now.cells.map(cell => cell.text)).toEqual(expect.arrayContaining(['送货慢', '改由专车配送', '每月走访一次', '开拓老区']))
})

test('a row taken away can be brought back until it is saved', async () => {
  const row = page.locator('.gu-band tr', { hasText: '送货慢' })
  await row.hover()
  await row.getByRole('button', { name: '删除这一行' }).click()
  await page.locator('tr.gone').waitFor()
  await page.getByRole('button', { name: '恢复这一行' }).click()
  await unsaved().waitFor({ state: 'detached' })
})

test('an analysis form is computed, its numbers lead to the records, and it is printed, filed, opened again and read back', async () => {
  await open('F09')
  await page.locator('.gu-paper').getByText('3,000.00').waitFor()
  await at('value.generalAdvice').click()
  await page.keyboard.type('稳住前三名')
  await saved()
  const { pdf, text } = await printed()
  expect(mediaBox(pdf)).toBe(LANDSCAPE)
  expect(text).toMatch(/运河建材经营部3,000\.00/)
  const { bytes } = await exported('Excel')
  const sheet = await sheetOf('F09')
  const dialog = await readBack(byHand(bytes, { [addressOf(sheet, isBound('serviceAdvice'))]: '加派一名专员' }))
  await dialog.getByRole('button', { name: '填入 1 处' }).click()
  await saved()
  await page.locator('.gu-form-top').getByRole('button', { name: '更多' }).click()
  await page.locator('.ant-dropdown:visible').getByText('定稿').click()
  await page.locator('.gu-form-top').getByText('已定稿').waitFor()
  expect(await page.locator('.gu-pc.bound').count()).toBe(0)
  await page.locator('.gu-form-top').getByRole('button', { name: '更多' }).click()
  await page.locator('.ant-dropdown:visible').getByText('重新打开').click()
  await at('value.serviceAdvice').getByText('加派一名专员').waitFor()
})

test('the number on a form opens the records behind it, under a filter that one takes off again', async () => {
  await open('F05')
  await page.locator('.gu-pc-link[href*="filter="]').getByText('3', { exact: true }).first().click()
  await page.locator('.gu-given').waitFor()
  await page.locator('.gu-status').getByText('共 3 条').waitFor()
  await site.shot(page, 'form-number')
  await page.getByLabel('显示全部').click()
  await page.locator('.gu-given').waitFor({ state: 'detached' })
})

test('a kept form is found in its list and opens as the form', async () => {
  await openList(page, site.base, 'filledForm')
  await page.getByText('重点客户管理表').first().waitFor()
  const id = (await boss.ok<{ rows: { id: string; form: string }[] }>('POST', '/api/records/filledForm/query', { columns: ['form'], size: 10 })).rows.find(row => row.form === 'F09')!.id
  await page.goto(`${site.base}/o/filledForm/${id}`)
  await page.waitForURL(/\/forms\/F09/)
  await page.locator('.gu-paper').getByText('稳住前三名').waitFor()
})

test('two people at one form: different places are merged, the same place asks whose word stays', async () => {
  const anna = await site.person('安娜', ['客户服务部经理'])
  const hers = await site.page(anna)
  await hers.goto(`${site.base}/forms/F02?record=${customers[1]}`)
  await open('F02', `?record=${customers[1]}`)
  const type = async (on: Page, key: string, text: string): Promise<void> => {
    await on.locator(`.gu-pc[data-key="${key}"]`).click()
    await on.locator('.gu-cell-editor input').first().fill(text)
    await on.keyboard.press('Enter')
  }
  await type(hers, 'record.bossName', '安掌柜')
  await type(page, 'record.bossName', '薄掌柜')
  await type(page, 'record.bossLanguage', '吴语')
  await hers.keyboard.press('Control+s')
  await hers.getByText('已保存').waitFor()
  await press(page, 'Control+s')
  const dialog = page.getByRole('dialog')
  await dialog.getByText('安娜').waitFor()
  for (const text of ['安掌柜', '薄掌柜']) await dialog.getByText(text).waitFor()
  await site.shot(page, 'form-conflict')
  await dialog.getByRole('radio').nth(1).check()
  await dialog.getByRole('button', { name: '保存' }).click()
  await dialog.waitFor({ state: 'hidden' })
  expect(await boss.ok('GET', `/api/records/customer/${customers[1]}`)).toMatchObject({ bossName: '安掌柜', bossLanguage: '吴语' })
})

test('the forms of several checked customers come as one PDF', async () => {
  await openList(page, site.base, 'customer')
  for (const row of [0, 1]) await page.locator(`.slick-row[data-row="${row}"] input[type=checkbox]`).check()
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    (async () => { await page.locator('.gu-bulk').getByRole('button', { name: '表单' }).click(); await page.locator('.ant-dropdown:visible').getByText('打印（PDF）').first().click() })(),
  ])
  const pdf = await readFile(await download.path())
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
})

test('every form is found by its number in the search of the product', async () => {
  const found = await search(page, 'F27')
  await found.filter({ hasText: '客户投诉记录表' }).first().click()
  await page.waitForURL(/\/forms\/F27/)
})

test('on a phone a record form is a list of places; what is typed there is stored', async () => {
  const phone = await site.page(boss, PHONE)
  await phone.goto(`${site.base}/forms/F02?record=${customers[2]}`)
  const name = phone.locator('.gu-filllist .gu-field', { hasText: '姓名' }).locator('input').first()
  await name.fill('赵老板')
  await site.shot(phone, 'form-phone')
  await phone.getByRole('button', { name: '保存' }).tap()
  await phone.getByText('已保存').waitFor()
  expect(await boss.ok('GET', `/api/records/customer/${customers[2]}`)).toMatchObject({ bossName: '赵老板' })
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width)
})
