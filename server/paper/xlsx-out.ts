// Forms as a workbook that looks like the print, can be filled in and comes back (xlsx-in.ts).
import { Writable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { columnLetters } from '#core/form/changes.ts'
import type { Sheet } from '#core/form/sheet.ts'
import { sheetMessages } from '#core/lib/messages-sheet.ts'
import { inLang } from '#core/lib/text.ts'
import { sheetName } from '../sheet/book-spec.ts'
import { escapeXml } from '../sheet/xlsx-cells.ts'
import { HEAD, MAIN, quoteName } from '../sheet/xlsx-parts.ts'
import { ZipWriter } from '../sheet/zip-writer.ts'
import { bookParts } from './book-parts.ts'
import type { BookSheet, Logo } from './book-parts.ts'
import { formSheetXml, printNames } from './form-sheet.ts'
import { FormStyles } from './form-styles.ts'
import { sizeOf } from './images.ts'
import { META_SHEET, metaOf } from './meta.ts'
import { repeatedHead } from './pages.ts'
import type { PaperEnv, Picture } from './paper.ts'

/** Excel keeps 32,767 characters in a cell. */
const CHUNK = 30_000

export async function writeFormBook(sheets: readonly Sheet[], env: PaperEnv): Promise<Buffer> {
  const book = new FormBookWriter(env)
  return zipped(await book.parts(sheets))
}

class FormBookWriter {
  private readonly styles = new FormStyles()
  private readonly used = new Set<string>([META_SHEET])
  private readonly lists = new Map<string, readonly string[]>()
  private readonly pictures: Picture[] = []
  private readonly env: PaperEnv
  private readonly listName: string

  constructor(env: PaperEnv) {
    this.env = env
    this.listName = sheetName(inLang(sheetMessages['sheet.choicesSheet']!, env.lang), this.used)
  }

  /** Others get their turn between two forms: five hundred of them take a second. */
  async parts(sheets: readonly Sheet[]): Promise<[string, string | Buffer][]> {
    const forms: BookSheet[] = []
    const metas: string[][] = []
    for (const [form, sheet] of sheets.entries()) {
      forms.push(this.form(sheet, form))
      metas.push([String(form), ...chunks(JSON.stringify(metaOf(sheet)))])
      await setImmediate()
    }
    const hidden: BookSheet[] = [
      ...(this.lists.size > 0 ? [{ name: this.listName, state: 'hidden' as const, xml: gridXml(columnsToRows([...this.lists.values()])), names: [] }] : []),
      { name: META_SHEET, state: 'veryHidden', xml: gridXml(metas), names: [] },
    ]
    return bookParts([...forms, ...hidden], this.styles.xml(), this.pictures)
  }

  private form(sheet: Sheet, form: number): BookSheet {
    const name = sheetName(this.env.names?.[form] ?? sheet.title, this.used)
    const logo = this.logo(sheet)
    const xml = formSheetXml(sheet, { styles: this.styles, form, company: this.env.company, listRange: choices => this.listRange(choices), drawing: logo !== undefined })
    return { name, state: 'visible', xml, names: printNames(sheet, name, repeatedHead(sheet)), ...(logo ? { logo } : {}) }
  }

  private listRange(choices: readonly string[]): string {
    const key = JSON.stringify(choices)
    if (!this.lists.has(key)) this.lists.set(key, choices)
    const col = columnLetters([...this.lists.keys()].indexOf(key))
    return `${quoteName(this.listName)}!$${col}$1:$${col}$${choices.length}`
  }

  /** At the left of its cell, as high as the row, at most a quarter of the page wide. */
  private logo(sheet: Sheet): Logo | undefined {
    const cell = sheet.cells.find(one => one.image !== undefined && this.env.images?.has(one.image))
    const picture = cell && this.env.images!.get(cell.image!)
    const size = picture && sizeOf(picture.bytes, picture.type)
    if (!cell || !picture || !size) return undefined
    const known = this.pictures.indexOf(picture)
    const room = sheet.rows[cell.row]!.height - 1
    const scale = Math.min(room / size.height, sheet.widths.reduce((sum, one) => sum + one, 0) / 4 / size.width)
    return { picture: known >= 0 ? known : this.pictures.push(picture) - 1, row: cell.row, col: cell.col, width: size.width * scale, height: size.height * scale }
  }
}

/** Halves of a character stay together. */
function chunks(text: string): string[] {
  const parts: string[] = []
  for (let at = 0; at < text.length;) {
    const to = at + CHUNK < text.length && /[\ud800-\udbff]/.test(text[at + CHUNK - 1]!) ? at + CHUNK - 1 : at + CHUNK
    parts.push(text.slice(at, to))
    at = to
  }
  return parts
}

const columnsToRows = (columns: readonly (readonly string[])[]): string[][] =>
  Array.from({ length: Math.max(...columns.map(column => column.length)) }, (_, row) => columns.map(column => column[row] ?? ''))

/** A plain sheet of texts. */
function gridXml(rows: readonly (readonly string[])[]): string {
  const cell = (text: string, row: number, col: number): string => (text === '' ? '' : `<c r="${columnLetters(col)}${row + 1}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`)
  const lines = rows.map((texts, row) => `<row r="${row + 1}">${texts.map((text, col) => cell(text, row, col)).join('')}</row>`)
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${lines.join('')}</sheetData></worksheet>`
}

async function zipped(parts: readonly [string, string | Buffer][]): Promise<Buffer> {
  const pieces: Buffer[] = []
  const zip = new ZipWriter(new Writable({ write(piece: Buffer, _, done) { pieces.push(piece); done() } }))
  for (const [name, content] of parts) await zip.add(name, content)
  await zip.finish()
  return Buffer.concat(pieces)
}
