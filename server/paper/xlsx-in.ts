// A workbook of forms filled in by hand, read in a child process (it may be anything) and understood by its hidden marks.
import { AppError } from '#core/lib/error.ts'
import type { SheetRow } from '#core/lib/guess-table.ts'
import { MEGABYTE } from '../sheet/limits.ts'
import { readWorkbook } from '../sheet/read-workbook.ts'
import type { WorkbookScan } from '../sheet/read-workbook.ts'
import { META_SHEET, parseMeta } from './meta.ts'
import type { Meta } from './meta.ts'
import type { ReadForm } from './paper.ts'
import { findMarks, readForm } from './read-form.ts'

/** A form is small; what is not is no form. */
const LIMITS = { fileBytes: 15 * MEGABYTE, unpackedBytes: 60 * MEGABYTE, outBytes: 40 * MEGABYTE, rows: 20_000, columns: 500, cells: 300_000, milliseconds: 30_000 }

export interface BookSource { fileName: string; signal?: AbortSignal }

/** All forms of the workbook that were made to be filled in. Throws where there is none. */
export async function readFormBook(path: string, { fileName, signal }: BookSource): Promise<ReadForm[]> {
  const scan = await readWorkbook(path, { fileName, limits: LIMITS, ...(signal ? { signal } : {}) })
  try {
    return await formsOf(scan)
  } finally {
    await scan.dispose()
  }
}

async function formsOf(scan: WorkbookScan): Promise<ReadForm[]> {
  const at = scan.sheets.findIndex(sheet => sheet.name === META_SHEET)
  if (at < 0) throw new AppError('invalid', { key: 'paper.notOurBook' })
  const metas = metasOf(await rowsOf(scan, at))
  const found = new Map<number, ReadForm>()
  for (const [index, { name }] of scan.sheets.entries()) {
    const rows = index === at ? [] : await rowsOf(scan, index)
    const marks = findMarks(rows)
    if (!marks) continue
    const meta = metas.get(marks.form)
    if (!meta) throw new AppError('invalid', { key: 'paper.bookDamaged' })
    const twin = found.get(marks.form)
    if (twin) throw new AppError('invalid', { key: 'paper.copiedSheet', params: { name, of: twin.name } })
    found.set(marks.form, readForm(meta, rows, marks, name))
  }
  if (found.size === 0) throw new AppError('invalid', { key: 'paper.bookDamaged' })
  if (![...found.keys()].some(form => metas.get(form)!.cells.some(cell => cell.bind))) throw new AppError('invalid', { key: 'paper.blankBook' })
  return [...found.values()]
}

async function rowsOf(scan: WorkbookScan, sheet: number): Promise<SheetRow[]> {
  const rows: SheetRow[] = []
  for await (const row of scan.rows(sheet)) rows.push(row)
  return rows
}

function metasOf(rows: readonly SheetRow[]): Map<number, Meta> {
  const metas = new Map<number, Meta>()
  for (const { cells } of rows) {
    const [number, ...parts] = cells.map(cell => cell?.v ?? '')
    const meta = parseMeta(parts.join(''))
    if (!meta || !/^\d{1,4}$/.test(number ?? '')) throw new AppError('invalid', { key: 'paper.bookDamaged' })
    metas.set(Number(number), meta)
  }
  return metas
}

/** The form that is asked for, in the version that there is now. */
export function checkBook(read: Pick<ReadForm, 'form' | 'title' | 'version'>, wanted: { form: string; title: string; version: number }): void {
  if (read.form !== wanted.form) throw new AppError('invalid', { key: 'paper.otherBook', params: { got: `${read.form} ${read.title}`, wanted: `${wanted.form} ${wanted.title}` } })
  if (read.version !== wanted.version) throw new AppError('invalid', { key: 'paper.otherVersion', params: { title: wanted.title, was: read.version, now: wanted.version } })
}
