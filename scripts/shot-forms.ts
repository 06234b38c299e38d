// npm run shot:forms [-- V1 F08 F21 …]: every form of the demo company as page, PDF and workbook side by side, in ./shots/forms;
// with the key of a form set first, the forms of that set.
// Needs Debian's poppler-utils, imagemagick and libreoffice-calc for the pictures of the files.
import { execFile } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { formBook } from '#app/forms.ts'
import { objectOf } from '#core/object/catalog.ts'
import type { Site } from '#server/http/site.ts'
import { DESK } from '../e2e/windows.ts'
import type { Windows } from '../e2e/windows.ts'
import { inStudio, settle, SHOTS } from './shot-kit.ts'

const OUT = join(SHOTS, 'forms')
const run = promisify(execFile)

/** The newest record that fills the form. */
async function recordOf({ db, org, env }: Site, name: string): Promise<string | undefined> {
  const { table } = objectOf(env.catalog.current(), name)
  const { rows } = await db.query<{ id: string }>(`select id from "${table}" where org = $1 and deleted_at is null order by id desc limit 1`, [org])
  return rows[0]?.id
}

async function fetchFile(base: string, cookie: string, path: string, to: string): Promise<void> {
  const answer = await fetch(`${base}${path}`, { headers: { cookie } })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  await writeFile(to, new Uint8Array(await answer.arrayBuffer()))
}

const firstPage = (pdf: string): Promise<unknown> => run('pdftoppm', ['-png', '-r', '70', '-f', '1', '-l', '1', '-singlefile', pdf, pdf.replace(/\.pdf$/, '')])

async function pictures(windows: Windows, cookie: string, id: string, query: string): Promise<void> {
  const name = `${set ? `${set.key}-` : ''}${id}`
  const at = (end: string): string => join(OUT, `${name}${end}`)
  const page = await windows.page({ cookie }, DESK)
  await page.goto(`${windows.base}/forms/${id}${query}`)
  await settle(page)
  await page.screenshot({ path: at('-page.png'), fullPage: true })
  await page.context().close()
  await fetchFile(windows.base, cookie, `/api/forms/${id}.pdf${query}`, at('-print.pdf'))
  await fetchFile(windows.base, cookie, `/api/forms/${id}.xlsx${query}`, at('-book.xlsx'))
  await run('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', OUT, at('-book.xlsx')])
  await Promise.all([firstPage(at('-print.pdf')), firstPage(at('-book.pdf'))])
  await run('convert', [at('-page.png'), at('-print.png'), at('-book.png'), '-resize', 'x900>', '-bordercolor', 'gray', '-border', '4', '+append', at('.png')])
  for (const end of ['-page.png', '-print.png', '-book.png', '-book.pdf']) await rm(at(end), { force: true })
  process.stdout.write(`shots/forms/${name}.png\n`)
}

/** Another template set is chosen by the administrator, as on the page. */
async function chooseSet(base: string, cookie: string, key: string): Promise<void> {
  const headers = { cookie, 'content-type': 'application/json', origin: base, 'sec-fetch-site': 'same-origin' }
  const answer = await fetch(`${base}/api/form-set`, { method: 'POST', headers, body: JSON.stringify({ key }) })
  if (!answer.ok) throw new Error(`form set ${key}: ${answer.status} ${await answer.text()}`)
}

const words = process.argv.slice(2)
const set = formBook.sets.find(one => one.key === words[0])
const wanted = set ? words.slice(1) : words
mkdirSync(OUT, { recursive: true })
await inStudio(async ({ site, windows, cookie }) => {
  const boss = (await cookie('总经理'))!
  if (set) await chooseSet(windows.base, (await cookie('系统管理员'))!, set.key)
  for (const form of (set?.forms ?? formBook.forms).filter(one => wanted.length === 0 || wanted.includes(one.id))) {
    const record = form.record && await recordOf(site, form.record)
    await pictures(windows, boss, form.id, record ? `?record=${record}` : '').catch((error: unknown) => process.stderr.write(`${form.id}: ${String(error)}\n`))
  }
})
