// Sheets as the bytes of a workbook or a PDF, with the pictures that they name.
import type { Actor } from '#core/object/access.ts'
import type { Env } from '#server/action/context.ts'
import { read } from '#server/database/transaction.ts'
import { TYPES } from '#server/export/send.ts'
import { picturesOf } from '#server/paper/images.ts'
import type { FindFile } from '#server/paper/images.ts'
import { writeFormPdf } from '#server/paper/pdf.ts'
import { writeFormBook } from '#server/paper/xlsx-out.ts'
import { getRecord } from '#server/record/get-record.ts'
import { systemActor } from '#server/user/system-actor.ts'
import type { FormsOut } from './export.ts'

interface Place {
  env: Env
  config: { DATA_DIR: string }
}

export async function writeForms({ env, config }: Place, actor: Actor, out: FormsOut, format: 'xlsx' | 'pdf'): Promise<{ bytes: Buffer; type: string }> {
  const images = await picturesOf(out.sheets, config.DATA_DIR, fileFinder(env, actor.org))
  const paper = { images, company: out.company, lang: actor.lang, names: out.names }
  return format === 'xlsx' ? { bytes: await writeFormBook(out.sheets, paper), type: TYPES.xlsx } : { bytes: await writeFormPdf(out.sheets, paper), type: 'application/pdf' }
}

/** The company's logo is on every form, whoever prints it. */
function fileFinder(env: Env, org: number): FindFile {
  return async id => {
    const catalog = env.catalog.current()
    const row = await read(env.pool, reader => getRecord(reader, catalog, systemActor(org, catalog), 'file', id, { columns: ['sha256', 'size'] })).catch(() => undefined)
    return row && { sha256: String(row['sha256']), size: Number(row['size']) }
  }
}
