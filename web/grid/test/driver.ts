// What the browser tests do to the grid's page: click and press, read cells, look behind the page.
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import type { Page } from 'playwright-core'
import type { GridHandle } from '../data-grid.tsx'
import type { SelectionSummary, Sort } from '../types.ts'
import type { Harness } from './browser.ts'
import type { TestRows } from './rows.ts'
import { startHarness } from './browser.ts'

declare global {
  interface Window {
    grid: {
      rows: TestRows
      handle?: GridHandle | null
      leave(): void
      log: { summary?: SelectionSummary; sorts: Sort[]; filters: Record<string, string>; opened: number[]; checked: string[] }
    }
  }
}

const columns = ['code', 'name', 'grade', 'owner', 'phone', 'amount', 'count', 'since', 'active', 'city', 'note']

export const cell = (row: number, key: string): string => `.slick-row[data-row="${row}"] .slick-cell.l${columns.indexOf(key) + 1}`

/** One browser for the file, a fresh page for each test. */
export class Driver {
  page!: Page
  private harness: Harness | null = null

  constructor() {
    beforeAll(async () => { this.harness = await startHarness() }, 120_000)
    afterEach(async () => { await this.page?.context().close() })
    afterAll(async () => { await this.harness?.close() })
  }

  async open(query = ''): Promise<Page> {
    this.page = await this.harness!.open(query)
    return this.page
  }

  textOf(row: number, key: string): Promise<string> { return this.page.locator(cell(row, key)).innerText() }
  click(row: number, key: string): Promise<void> { return this.page.locator(cell(row, key)).click() }
  async press(...keys: string[]): Promise<void> { for (const key of keys) await this.page.keyboard.press(key) }
  type(text: string): Promise<void> { return this.page.keyboard.type(text) }
  async settled(): Promise<void> { await expect.poll(() => this.page.locator('.gx-saving').count(), { timeout: 8000 }).toBe(0) }
  activeText(): Promise<string> { return this.page.locator('[id$="-active"]').innerText() }
  rowCount(): Promise<number> { return this.page.evaluate(() => window.grid.rows.count()) }
  setClipboard(text: string): Promise<void> { return this.page.evaluate((value) => navigator.clipboard.writeText(value), text) }
  clipboard(): Promise<string> { return this.page.evaluate(() => navigator.clipboard.readText()) }

  /** The wire value behind a cell. */
  valueOf(row: number, key: string): Promise<unknown> {
    return this.page.evaluate(([index, name]) => {
      const found = window.grid.rows.row(index as number)
      return found && 'values' in found ? found.values[name as string] : null
    }, [row, key] as const)
  }

  /** The row drawn eleventh from the top. */
  eleventh(): Promise<number> {
    return this.page.evaluate(() => {
      const box = document.querySelector('.slick-viewport-top.slick-viewport-right')!.getBoundingClientRect()
      const found = document.elementsFromPoint(box.x + 200, box.y + 10 * 28 + 14).map((node) => node.closest<HTMLElement>('.slick-row')).find(Boolean)
      return Number(found?.dataset['row'])
    })
  }
}
