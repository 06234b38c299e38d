// What people's hands do in the pages: cells of the grid, fields of a form, lists to choose from, the search.
import { expect } from 'vitest'
import type { Locator, Page } from 'playwright-core'

/** The cell of a row (from 0) under the column with this title. */
export async function cell(page: Page, row: number, title: string): Promise<Locator> {
  const at = await page.locator('.slick-header-column').evaluateAll((heads, wanted) => heads.findIndex(head => (head as HTMLElement).title === wanted), title)
  if (at < 0) throw new Error(`no column ${title}`)
  return page.locator(`.slick-row[data-row="${row}"] .slick-cell.l${at}`)
}

export async function cellText(page: Page, row: number, title: string): Promise<string> {
  return (await cell(page, row, title)).innerText()
}

export async function cellBecomes(page: Page, row: number, title: string, text: string): Promise<void> {
  await expect.poll(() => cellText(page, row, title), { timeout: 10_000 }).toBe(text)
}

/** Everything typed into the grid has its answer. */
export async function settled(page: Page): Promise<void> {
  await expect.poll(() => page.locator('.gx-saving').count(), { timeout: 15_000 }).toBe(0)
}

/** The list of an object, with its grid drawn. */
export async function openList(page: Page, base: string, object: string): Promise<void> {
  await page.goto(`${base}/o/${object}`)
  await page.locator('.slick-row').first().waitFor()
}

export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** From now on Ctrl+V pastes this. */
export async function copy(page: Page, text: string): Promise<void> {
  await page.evaluate(value => navigator.clipboard.writeText(value), text)
}

/** Opens a list to choose from, narrows it by typing and takes the first that fits. */
export async function choose(page: Page, input: Locator, text: string): Promise<void> {
  await input.focus()
  await page.keyboard.type(text)
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: text }).first().click()
}

/** Ctrl+K and what is typed there; the found lines. */
export async function search(page: Page, text: string): Promise<Locator> {
  const box = page.getByRole('combobox', { name: '输入名称' })
  if (await box.count() === 0) await page.keyboard.press('Control+k')
  await box.fill(text)
  return page.locator('.gu-palette-item')
}

/** The same for a short list, in which nothing can be typed. */
export async function pick(page: Page, box: Locator, text: string): Promise<void> {
  await box.click()
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: text }).first().click()
}

export const field = (page: Page, key: string): Locator => page.locator(`[data-field="${key}"]`).last()

/** The record's page by its address, when its fields are drawn. */
export async function openRecord(page: Page, base: string, object: string, id: string): Promise<void> {
  await page.goto(`${base}/o/${object}/${id}`)
  await page.locator('.gu-record .gu-section').first().waitFor()
}

/** Clicks a field of a record and types over it. */
export async function retype(page: Page, key: string, text: string): Promise<void> {
  await field(page, key).locator('.gu-field-show').click()
  await page.locator(`#f-${key}`).fill(text)
}

export const saveButton = (page: Page): Locator => page.locator('.gu-savebar').getByRole('button', { name: '保存', exact: true })

/** Until the server has answered; while it works the button has another name. */
export async function save(page: Page): Promise<void> {
  await saveButton(page).click()
  await page.locator('.gu-savebar').waitFor({ state: 'hidden' })
}
