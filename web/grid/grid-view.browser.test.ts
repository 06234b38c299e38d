// Moving about the grid in a real Chromium: a million rows, headers, groups, row numbers. Skipped without a browser.
import { describe, expect, test } from 'vitest'
import { Driver, cell } from './test/driver.ts'
import { hasBrowser } from './test/browser.ts'

describe.skipIf(!hasBrowser)('moving about the grid', { timeout: 30_000 }, () => {
  const grid = new Driver()

  test('Ctrl+arrows jump to the edge of the data and Ctrl+Home comes back', async () => {
    const page = await grid.open()
    await grid.click(0, 'note')
    await grid.press('Control+ArrowDown')
    expect(await page.locator('.gx-live').innerText()).toContain('第 7 行')
    await grid.click(0, 'name')
    await grid.press('Control+ArrowDown')
    await expect.poll(() => grid.activeText()).toBe('重庆宏达纺织有限公司')
    await grid.press('Control+ArrowRight')
    expect(await page.locator('.gx-live').innerText()).toContain('城市,第 1000000 行')
    await grid.press('Control+Home')
    await expect.poll(() => grid.activeText()).toBe('KH-0000001')
  })

  test('row 900,000 of a million is drawn right, and frozen columns stay in place beside it', async () => {
    const page = await grid.open()
    await page.evaluate(() => {
      const scroller = document.querySelector('.slick-viewport-top.slick-viewport-right')!
      scroller.scrollTop = scroller.scrollHeight * 0.7
      scroller.scrollLeft = 900
    })
    await expect.poll(() => grid.eleventh()).toBeGreaterThan(600_000)
    await page.evaluate(() => window.grid.handle?.scrollToRow(899_990))
    const row = 900_000
    expect(await grid.eleventh()).toBe(row)
    await expect.poll(() => grid.textOf(row, 'code')).toBe(`KH-${String(row + 1).padStart(7, '0')}`)
    const frozen = await page.locator(cell(row, 'code')).boundingBox()
    const free = page.locator(`.slick-row[data-row="${row}"] .slick-cell.l20`)
    expect(frozen!.x).toBeLessThan(110)
    expect(Math.abs((await free.boundingBox())!.y - frozen!.y)).toBeLessThan(1)
    expect(await free.innerText()).toBe(String((row * 11) % 9000).replace(/\B(?=(\d{3})+$)/, ','))
    await page.locator(cell(row, 'name')).click()
    await grid.type('深处的客户')
    await grid.press('Enter')
    await grid.settled()
    expect(await grid.valueOf(row, 'name')).toBe('深处的客户')
  })

  test('the selection is counted and added up, and headers sort, select, move and resize', async () => {
    const page = await grid.open('?filters')
    await grid.click(0, 'amount')
    await grid.press('Shift+ArrowDown', 'Shift+ArrowRight')
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
    const page = await grid.open('?checks')
    await page.locator('.slick-row[data-row="1"] .gx-check').click()
    await page.locator('.slick-row[data-row="4"] .gx-check').click({ modifiers: ['Shift'] })
    expect(await page.evaluate(() => window.grid.log.checked)).toEqual(['r1', 'r2', 'r3', 'r4'])
  })

  test('a group header shows its subtotal and is closed and opened by click and by arrow keys', async () => {
    const page = await grid.open('?groups')
    expect(await page.locator('.gx-group').first().innerText()).toContain('北京(6)')
    const total = page.locator('.slick-row.gx-group[data-row="0"] .gx-total')
    expect(await total.innerText()).toBe('17878.50')
    await page.locator('.gx-group-label').first().click()
    await expect.poll(() => page.locator('.gx-group .gx-gutter').count()).toBe(3)
    expect(await grid.textOf(1, 'code')).toContain('上海(6)')
    await grid.press('ArrowRight')
    await expect.poll(() => grid.textOf(1, 'code')).toBe('KH-0000001')
  })

  test('a double click on a column edge fits it, and on a row number opens the record', async () => {
    const page = await grid.open()
    const header = page.locator('.slick-header-column[data-id="note"]')
    await header.locator('.slick-resizable-handle').dblclick()
    expect((await header.boundingBox())!.width).toBeGreaterThan(300)
    await page.locator('.slick-row[data-row="3"] .gx-number').dblclick()
    expect(await page.evaluate(() => window.grid.log.opened)).toEqual([3])
  })

  test('a double click edits the cell, on the fill handle it fills down beside the data, and the grid leaves cleanly', async () => {
    const page = await grid.open('?rows=30')
    const errors: Error[] = []
    page.on('pageerror', (error) => errors.push(error))
    await page.locator(cell(3, 'city')).dblclick()
    await grid.type('市')
    await grid.press('Enter')
    await grid.click(5, 'note')
    await grid.type('拜访1')
    await grid.press('Enter', 'ArrowUp')
    const handle = (await page.locator('.gx-mark-handle:not([hidden])').boundingBox())!
    await page.mouse.dblclick(handle.x + 4, handle.y + 4)
    await grid.settled()
    expect([await grid.valueOf(3, 'city'), await grid.valueOf(6, 'note'), await grid.valueOf(29, 'note')]).toEqual(['深圳市', '拜访2', '拜访25'])
    await page.evaluate(() => window.grid.leave())
    expect(await page.locator('.gx').count()).toBe(0)
    expect(errors).toEqual([])
  })

  test('a million rows are scrolled; how many frames a second that gave is printed', async () => {
    const page = await grid.open()
    const rates = await page.evaluate(async () => {
      const scroller = document.querySelector('.slick-viewport-top.slick-viewport-right')!
      const rate = async (step: number): Promise<string> => {
        const start = performance.now()
        for (let frame = 0; frame < 60; frame += 1) {
          scroller.scrollTop += step
          await new Promise((done) => requestAnimationFrame(done))
        }
        return `${step} px a frame: ${Math.round(60_000 / (performance.now() - start))} fps`
      }
      return [await rate(40), await rate(120), await rate(20_000)]
    })
    console.info(rates.join(', '))
    const row = await grid.eleventh()
    await expect.poll(() => grid.textOf(row, 'code')).toBe(`KH-${String(row + 1).padStart(7, '0')}`)
  })
})
