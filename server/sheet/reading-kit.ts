// For tests: puts bytes into a file, reads it as the server would and gives back all rows.
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AppError } from '#core/lib/error.ts'
import type { SheetRow } from '#core/lib/guess-table.ts'
import { readWorkbook } from './read-workbook.ts'
import type { ReadOptions, WorkbookScan } from './read-workbook.ts'
import { sheetMessages } from '#core/lib/messages-sheet.ts'

export interface ReadResult extends Pick<WorkbookScan, 'kind' | 'encoding' | 'separator' | 'sheets' | 'stats'> {
  rows: SheetRow[][]
}

async function allRows(scan: WorkbookScan): Promise<SheetRow[][]> {
  const rows: SheetRow[][] = []
  for (const at of scan.sheets.keys()) {
    const sheet: SheetRow[] = []
    for await (const row of scan.rows(at)) sheet.push(row)
    rows.push(sheet)
  }
  return rows
}

async function readFrom(home: string, bytes: Buffer, options: Partial<ReadOptions>, keepRows: boolean): Promise<ReadResult> {
  const path = join(home, 'upload.bin')
  await writeFile(path, bytes)
  const scan = await readWorkbook(path, { fileName: '客户.xlsx', ...options })
  try {
    const { kind, encoding, separator, sheets, stats } = scan
    return { kind, encoding, separator, sheets, stats, rows: keepRows ? await allRows(scan) : [] }
  } finally {
    await scan.dispose()
  }
}

/** Reads in a temporary folder of its own, and fails when anything but the upload is left there. */
export async function readBytes(bytes: Buffer, options: Partial<ReadOptions> = {}, keepRows = true): Promise<ReadResult> {
  const home = await mkdtemp(join(tmpdir(), 'sheet-test-'))
  const before = process.env.TMPDIR
  process.env.TMPDIR = home
  try {
    const [outcome] = await Promise.allSettled([readFrom(home, bytes, options, keepRows)])
    const left = await readdir(home)
    if (left.length !== 1) throw new Error(`left behind: ${left.join()}`)
    if (outcome.status === 'rejected') throw outcome.reason
    return outcome.value
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
    await rm(home, { recursive: true, force: true })
  }
}

function checkSentence(error: AppError): string {
  const text = sheetMessages[error.key]
  if (!text) throw new Error(`no sentence for ${error.key}`, { cause: error })
  for (const [, place = ''] of `${text.zh}${text.en}`.matchAll(/\{(\w+)\}/g)) if (!Object.hasOwn(error.params, place)) throw new Error(`${error.key} lacks ${place}`, { cause: error })
  return error.key
}

/** The refusal's key, or '' when the file was read; every refusal must have its sentence. */
export async function refusalOf(bytes: Buffer, options: Partial<ReadOptions> = {}): Promise<string> {
  try {
    await readBytes(bytes, options, false)
    return ''
  } catch (error) {
    if (error instanceof AppError) return checkSentence(error)
    throw error
  }
}

export const values = (rows: SheetRow[] | undefined): (string | null)[][] => (rows ?? []).map((row) => row.cells.map((cell) => cell?.v ?? null))
