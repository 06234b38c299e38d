// An uploaded file: read once in a child process, its rows kept on disk as JSON lines, the file itself dropped.
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { AppError } from '#core/lib/error.ts'
import { isId, newId } from '#core/lib/id.ts'
import { inLang } from '#core/lib/text.ts'
import type { Actor } from '#core/object/access.ts'
import { objectOf } from '#core/object/catalog.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { rightsOf } from '#core/object/rights.ts'
import { transaction } from '#server/database/transaction.ts'
import { readWorkbook } from '#server/sheet/read-workbook.ts'
import type { WorkbookScan } from '#server/sheet/read-workbook.ts'
import { describeSheet } from './describe-sheet.ts'
import type { ImportHome, Job, SheetFacts } from './job.ts'
import { findJob, insertJob } from './job.ts'

/** Rows of an import stay this long, for its problems and for another try. */
const KEEP_DAYS = 14
/** Sheets that are looked at closely; a workbook with more is a collection, and a person picks. */
const MOST_SHEETS = 50

export const jobDir = (home: ImportHome, id: string): string => join(home.dir, id)

export function needImport(actor: Actor, object: ObjectDef): void {
  const rights = rightsOf(actor, object)
  if (rights.import && (rights.create || rights.update.length > 0)) return
  if (rights.read.length === 0) throw new AppError('not_found', { key: 'object.unknown' })
  throw new AppError('forbidden', { key: 'import.notAllowed', params: { object: inLang(object.label, actor.lang) } })
}

export async function upload(home: ImportHome, actor: Actor, name: string, file: { name: string; content: Readable & { truncated?: boolean } }): Promise<Job> {
  const object = objectOf(home.env.catalog.current(), name)
  needImport(actor, object)
  const id = newId()
  const dir = jobDir(home, id)
  await mkdir(dir, { recursive: true, mode: 0o700 })
  try {
    const sheets = await readInto(dir, file)
    const job = { id, org: actor.org, actor: actor.userId, object: object.name, name: file.name.slice(0, 200), detail: { sheets } }
    await transaction(home.env.pool, tx => insertJob(tx, job))
    void sweepFolders(home).catch(() => undefined)
    return (await transaction(home.env.pool, tx => findJob(tx, actor.org, id)))!
  } catch (fault) {
    await rm(dir, { recursive: true, force: true })
    throw fault
  }
}

async function readInto(dir: string, file: { name: string; content: Readable & { truncated?: boolean } }): Promise<SheetFacts[]> {
  const path = `${dir}.upload`
  try {
    await pipeline(file.content, createWriteStream(path, { mode: 0o600 }))
    if (file.content.truncated) throw new AppError('too_large', { key: 'file.tooLarge' })
    const scan = await readWorkbook(path, { fileName: file.name, dir })
    const sheets: SheetFacts[] = []
    for (const at of scan.sheets.keys()) sheets.push(await sheetFacts(scan, dir, at))
    return sheets
  } finally {
    await rm(path, { force: true })
  }
}

function sheetFacts(scan: WorkbookScan, dir: string, at: number): Promise<SheetFacts> | SheetFacts {
  const sheet = scan.sheets[at]!
  if (at < MOST_SHEETS) return describeSheet({ dir, index: at, name: sheet.name, hidden: sheet.hidden, merges: sheet.merges })
  return { name: sheet.name, hidden: sheet.hidden, headerRow: 0, headerRows: 1, firstRow: 1, rowCount: sheet.filledRows, columns: [], skipped: [], skippedCounts: {}, tail: [] }
}

/** Folders of old imports, and of uploads that never became one. */
async function sweepFolders(home: ImportHome): Promise<void> {
  const before = Date.now() - KEEP_DAYS * 86_400_000
  for (const name of await readdir(home.dir)) {
    const path = join(home.dir, name)
    if (isId(name.slice(0, 36)) && (await stat(path)).mtimeMs < before) await rm(path, { recursive: true, force: true })
  }
}
