// The grid in a real Chromium: typing, input methods, clipboard, fill, undo, a million rows. Skipped without a browser.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { hasBrowser, startHarness } from './test/browser.ts'
import type { Harness } from './test/browser.ts'
import type { TestRows } from './test/rows.ts'
import type { SelectionSummary, Sort } from './types.ts'

declare global {
  interface Window {
    grid: { rows: TestRows; log: { summary?: SelectionSummary; sorts: Sort[]; filters: Record<string, string>; opened: number[]; checked: string[] } }
  }
}

let harness: Harness
let page: Page

const columns = ['code', 'name', 'grade', 'owner', 'phone', 'amount', 'count', 'since', 'active', 'city', 'note']
const cell = (row: number, key: string): string => {
  const at = columns.indexOf(key) + 1
  return `.slick-row[data-row="${row}"] .slick-cell.l${at}`
}
const textOf = (row: number, key: string): Promise<string> => page.locator(cell(row, key)).innerText()
const click = (row: number, key: string): Promise<void> => page.locator(cell(row, key)).click()
const press = async (...keys: string[]): Promise<void> => { for (const key of keys) await page.keyboard.press(key) }
const settled = (): Promise<void> => expect.poll(() => page.locator('.gx-saving').count()).toBe(0)
const setClipboard = (text: string): Promise<void> => page.evaluate((value) => navigator.clipboard.writeText(value), text)
const clipboard = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText())
const valueOf = (row: number, key: string): Promise<unknown> => page.evaluate(([index, name]) => {
  const found = window.grid.rows.row(index as number)
  return found && 'values' in found ? found.values[name as string] : null
}, [row, key] as const)
const rowCount = (): Promise<number> => page.evaluate(() => window.grid.rows.count())
const activeText = (): Promise<string> => page.locator('[id$="-active"]').innerText()

describe.skipIf(!hasBrowser)('the grid in a browser', { timeout: 20_000 }, () => {
  beforeAll(async () => { harness = await startHarness() }, 120_000)
  afterAll(async () => { await harness?.close() })
  afterEach(async () => { await page?.context().close() })

  test('typing replaces the cell, Enter goes down, Tab goes right, Escape gives the text up', async () => {
    page = await harness.open()
    await click(2, 'name')
    await page.keyboard.type('新希望公司')
    await press('Enter')
    await page.keyboard.type('第二家')
    await press('Tab')
    await press('ArrowLeft')
    await page.keyboard.type('不要了')
    await press('Escape')
    await settled()
    expect(await textOf(2, 'name')).toBe('新希望公司')
    expect(await textOf(3, 'name')).toBe('第二家')
    expect(await valueOf(2, 'name')).toBe('新希望公司')
  })

  test('F2 edits at the end of the text and arrows then move the caret', async () => {
    page = await harness.open()
    await click(0, 'city')
    await press('F2')
    await page.keyboard.type('市')
    await press('ArrowLeft', 'ArrowLeft')
    await page.keyboard.type('·')
    await press('Enter')
    await settled()
    expect(await valueOf(0, 'city')).toBe('北·京市')
  })

  test('an input method types straight into the selected cell and its Enter does not commit', async () => {
    page = await harness.open()
    const input = await page.context().newCDPSession(page)
    await click(4, 'city')
    await input.send('Input.imeSetComposition', { text: 'nanchang', selectionStart: 8, selectionEnd: 8 })
    expect(await page.locator('.gx-input.gx-editing').inputValue()).toBe('nanchang')
    const place = await page.locator('.gx-input').boundingBox()
    const under = await page.locator(cell(4, 'city')).boundingBox()
    expect(Math.abs(place!.x - under!.x)).toBeLessThan(3)
    expect(Math.abs(place!.y - under!.y)).toBeLessThan(3)
    await input.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 })
    expect(await page.locator('.gx-editing').count()).toBe(1)
    await input.send('Input.insertText', { text: '南昌' })
    expect(await page.locator('.gx-input').inputValue()).toBe('南昌')
    await press('Enter')
    await settled()
    expect(await valueOf(4, 'city')).toBe('南昌')
  })

  test('an input method cannot begin in a cell that may not be changed', async () => {
    page = await harness.open()
    const input = await page.context().newCDPSession(page)
    await click(4, 'code')
    await input.send('Input.insertText', { text: '南昌' })
    expect(await page.locator('.gx-editing').count()).toBe(0)
    await page.keyboard.type('x')
    expect(await page.locator('.gx-notice').innerText()).toBe('此单元格不可编辑')
  })

  test('a copied block is pasted elsewhere, and one row of it fills a taller selection', async () => {
    page = await harness.open()
    await click(0, 'phone')
    await press('Shift+ArrowRight', 'Shift+ArrowDown', 'Control+c')
    expect(await clipboard()).toBe('13810000000\t1000.00\r\n13810000001\t1079.19\r\n')
    await click(10, 'phone')
    await press('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+v')
    await settled()
    expect(await textOf(12, 'phone')).toBe('13810000000')
    expect(await textOf(13, 'amount')).toBe('1,079.19')
  })

  test('references and choices keep their record when copied within the grid', async () => {
    page = await harness.open()
    await click(0, 'grade')
    await press('Shift+ArrowRight', 'Control+c')
    await click(1, 'grade')
    await press('Control+v')
    await settled()
    expect(await valueOf(1, 'owner')).toEqual({ id: 'u0', label: '王伟' })
    expect(await valueOf(1, 'grade')).toBe('a')
  })

  test('a cut moves its cells when it is pasted', async () => {
    page = await harness.open()
    await click(0, 'city')
    await press('Control+x')
    expect(await textOf(0, 'city')).toBe('北京')
    await click(5, 'city')
    await press('Control+v')
    await settled()
    expect([await valueOf(0, 'city'), await valueOf(5, 'city')]).toEqual([null, '北京'])
    expect(await page.evaluate(() => window.grid.rows.saves.at(-1)!.kind)).toBe('cut')
  })

  test('2,000 pasted lines become new rows; refused cells keep their text and say why', async () => {
    page = await harness.open('?rows=50')
    const lines = Array.from({ length: 2000 }, (_, at) => `新客户${at}\t重点客户\t李娜\t${at % 500 === 3 ? `坏号码${at}` : 13_900_000_000 + at}`)
    await setClipboard(`${lines.join('\r\n')}\r\n`)
    await click(0, 'name')
    await press('Control+End', 'ArrowDown', 'Home', 'ArrowRight', 'Control+v')
    await expect.poll(rowCount, { timeout: 30_000 }).toBe(2050)
    await settled()
    expect(await page.locator('.gx-problems-head').innerText()).toContain('4 个单元格有问题')
    expect([await valueOf(2049, 'name'), await valueOf(2049, 'owner'), await valueOf(53, 'phone')]).toEqual(['新客户1999', { id: 'u1', label: '李娜' }, undefined])
    await page.getByRole('button', { name: '4 个单元格有问题' }).click()
    await page.getByRole('button', { name: '坏号码3」' }).click()
    expect(await textOf(53, 'phone')).toBe('坏号码3')
    expect(await page.locator(`${cell(53, 'phone')}.gx-refused`).count()).toBe(1)
    expect(await page.locator('.gx-bubble').innerText()).toBe('不是手机号码')
    await page.keyboard.type('13700000000')
    await press('Enter')
    await settled()
    expect(await valueOf(53, 'phone')).toBe('13700000000')
    expect(await page.locator('.gx-problems-head').innerText()).toContain('3 个单元格有问题')
  })

  test('a new row that is refused stays with all its texts until it is complete', async () => {
    page = await harness.open('?rows=5')
    await click(5, 'city')
    await page.keyboard.type('昆明')
    await press('Enter')
    await expect.poll(() => page.locator('.gx-refused').count()).toBe(1)
    expect(await textOf(5, 'city')).toBe('昆明')
    await click(5, 'name')
    await page.keyboard.type('云岭公司')
    await press('Enter')
    await expect.poll(rowCount).toBe(6)
    await settled()
    expect([await valueOf(5, 'name'), await valueOf(5, 'city')]).toEqual(['云岭公司', '昆明'])
    expect(await page.locator('.gx-problems').count()).toBe(0)
  })

  test('offline edits stay marked and are sent again', async () => {
    page = await harness.open()
    await page.evaluate(() => { window.grid.rows.offline = true })
    await click(1, 'city')
    await page.keyboard.type('拉萨')
    await press('Enter')
    await expect.poll(() => page.locator(`${cell(1, 'city')}.gx-failed`).count()).toBe(1)
    expect(await textOf(1, 'city')).toBe('拉萨')
    await page.evaluate(() => { window.grid.rows.offline = false })
    await page.getByRole('button', { name: '重试' }).click()
    await expect.poll(() => valueOf(1, 'city')).toBe('拉萨')
    expect(await page.locator('.gx-problems').count()).toBe(0)
  })

  test('the fill handle goes on with a series of numbers and of dates', async () => {
    page = await harness.open()
    await click(0, 'count')
    await page.keyboard.type('10')
    await press('Enter')
    await page.keyboard.type('15')
    await press('Enter')
    await settled()
    await page.locator(cell(0, 'count')).click()
    await press('Shift+ArrowDown', 'Shift+ArrowRight')
    const handle = await page.locator('.gx-mark-handle:not([hidden])').boundingBox()
    const end = await page.locator(cell(5, 'since')).boundingBox()
    await page.mouse.move(handle!.x + 4, handle!.y + 4)
    await page.mouse.down()
    await page.mouse.move(end!.x + 40, end!.y + 10, { steps: 6 })
    await page.mouse.up()
    await settled()
    expect([await valueOf(2, 'count'), await valueOf(5, 'count'), await valueOf(5, 'since')]).toEqual(['20', '35', '2020-01-06'])
  })

  test('Ctrl+D copies down, Delete clears, Ctrl+Z takes refused text back first and then asks the server', async () => {
    page = await harness.open()
    await click(0, 'city')
    await press('Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d')
    await settled()
    expect(await valueOf(2, 'city')).toBe('北京')
    await click(0, 'city')
    await press('Delete')
    await settled()
    expect(await valueOf(0, 'city')).toBe(null)
    await click(3, 'amount')
    await page.keyboard.type('很多')
    await press('Enter')
    expect(await page.locator(`${cell(3, 'amount')}.gx-refused`).innerText()).toBe('很多')
    await press('Control+z')
    expect(await page.locator('.gx-refused').count()).toBe(0)
    await press('Control+z')
    await expect.poll(() => valueOf(0, 'city')).toBe('北京')
    await press('Control+z')
    await expect.poll(() => valueOf(2, 'city')).toBe('广州')
  })

  test('Ctrl+arrows jump to the edge of the data and Ctrl+Home comes back', async () => {
    page = await harness.open()
    await click(0, 'note')
    await press('Control+ArrowDown')
    expect(await page.locator('.gx-live').innerText()).toContain('第 7 行')
    await click(0, 'name')
    await press('Control+ArrowDown')
    await expect.poll(activeText).toBe('重庆金源纺织有限公司')
    await press('Control+ArrowRight')
    expect(await page.locator('.gx-live').innerText()).toContain('12月,第 1000000 行')
    await press('Control+Home')
    await expect.poll(activeText).toBe('KH-0000001')
  })

  test('a list opens with Alt+Down, narrows while typing and takes the marked choice', async () => {
    page = await harness.open()
    await click(1, 'grade')
    await press('Alt+ArrowDown')
    expect(await page.locator('.gx-choice').count()).toBe(3)
    await press('ArrowDown', 'Enter')
    await settled()
    expect(await valueOf(1, 'grade')).toBe('c')
    await click(3, 'owner')
    await page.keyboard.type('敏')
    await expect.poll(() => page.locator('.gx-choice').allInnerTexts()).toEqual(['张敏'])
    await press('Enter')
    await settled()
    expect(await valueOf(3, 'owner')).toEqual({ id: 'u2', label: '张敏' })
    await click(0, 'active')
    await press(' ')
    await settled()
    expect(await valueOf(0, 'active')).toBe(true)
  })

  test('row 900,000 of a million is drawn right, and frozen columns stay in place beside it', async () => {
    page = await harness.open()
    await page.evaluate(() => {
      const scroller = document.querySelector('.slick-viewport-right')!
      scroller.scrollTop = scroller.scrollHeight * 0.9
      scroller.scrollLeft = 900
    })
    await page.waitForFunction(() => [...document.querySelectorAll('.gx-record')].length > 20)
    const box = await page.locator('.slick-viewport-right').boundingBox()
    const row = await page.evaluate(([x, y]) => {
      const found = document.elementsFromPoint(x!, y!).map((node) => node.closest<HTMLElement>('.slick-row')).find(Boolean)
      return Number(found!.dataset['row'])
    }, [box!.x + 200, box!.y + 300])
    expect(Math.abs(row - 900_000)).toBeLessThan(1000)
    await expect.poll(() => textOf(row, 'code')).toBe(`KH-${String(row + 1).padStart(7, '0')}`)
    const frozen = await page.locator(cell(row, 'code')).boundingBox()
    const free = page.locator(`.slick-row[data-row="${row}"] .slick-cell.l20`)
    expect(frozen!.x).toBeLessThan(110)
    expect(Math.abs((await free.boundingBox())!.y - frozen!.y)).toBeLessThan(1)
    expect(await free.innerText()).toBe(String((row * 11) % 9000).replace(/\B(?=(\d{3})+$)/, ','))
    await page.locator(cell(row, 'name')).click()
    await page.keyboard.type('深处的客户')
    await press('Enter')
    await settled()
    expect(await valueOf(row, 'name')).toBe('深处的客户')
  })

  test('the selection is counted and added up, and headers sort, select, move and resize', async () => {
    page = await harness.open('?filters')
    await click(0, 'amount')
    await press('Shift+ArrowDown', 'Shift+ArrowRight')
    await expect.poll(() => page.evaluate(() => window.grid.log.summary?.sum)).toBe('2080.19')
    await page.locator('.slick-header-column[data-id="city"] .slick-column-name').click()
    await page.locator('.slick-header-column[data-id="count"] .slick-column-name').click({ modifiers: ['Shift'] })
    expect(await page.evaluate(() => window.grid.log.sorts)).toEqual([{ key: 'city', direction: 'up' }, { key: 'count', direction: 'up' }])
    await page.locator('.slick-header-column[data-id="city"] .gx-pick-column').click()
    await expect.poll(() => page.evaluate(() => window.grid.log.summary?.complete)).toBe(false)
    await page.locator('.slick-header-column[data-id="phone"] .slick-column-name').dragTo(page.locator('.slick-header-column[data-id="since"]'), { targetPosition: { x: 100, y: 10 } })
    expect((await page.locator('.slick-header-column .slick-column-name').allInnerTexts()).slice(5, 9)).toEqual(['合同金额', '订单数', '首次合作', '手机'])
    const before = (await page.locator('.slick-header-column[data-id="grade"]').boundingBox())!
    await page.mouse.move(before.x + before.width - 3, before.y + 15)
    await page.mouse.down()
    await page.mouse.move(before.x + before.width + 57, before.y + 15, { steps: 4 })
    await page.mouse.up()
    expect((await page.locator('.slick-header-column[data-id="grade"]').boundingBox())!.width).toBeCloseTo(before.width + 60, 0)
    await page.locator('.gx-filter[data-key="city"]').fill('杭州')
    await expect.poll(() => page.evaluate(() => window.grid.log.filters['city'])).toBe('杭州')
  })

  test('rows are checked one by one and up to the next with Shift', async () => {
    page = await harness.open('?checks')
    await page.locator('.slick-row[data-row="1"] .gx-check').click()
    await page.locator('.slick-row[data-row="4"] .gx-check').click({ modifiers: ['Shift'] })
    expect(await page.evaluate(() => window.grid.log.checked)).toEqual(['r1', 'r2', 'r3', 'r4'])
  })
})
