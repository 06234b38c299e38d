// Writes workbooks of any length as a stream: rows are pulled, turned into XML and packed 64 KB at a time, so the
// memory needed is that of the notes and the style table only.
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { columnLetter } from '#core/lib/guess-table.ts'
import { MAX_ROWS, sheetName } from './book-spec.ts'
import type { BookSpec, SheetSpec, WriteColumn, WriteValue } from './book-spec.ts'
import { CellWriter, formatOf } from './xlsx-cells.ts'
import * as parts from './xlsx-parts.ts'
import type { Note, WrittenSheet } from './xlsx-parts.ts'
import { StyleTable } from './xlsx-styles.ts'
import { ZipWriter } from './zip-writer.ts'

const PIECE = 64 * 1024

/** Chinese characters take two columns. */
const widthOf = (column: WriteColumn): number => column.width ?? Math.max(10, Math.min(40, column.title.replace(/[^\x00-\xff]/g, '**').length + 4))

function prelude(spec: SheetSpec, headerRows: number, styles: StyleTable): string {
  const pane = spec.freeze === false || headerRows === 0 ? '' : `<pane ySplit="${headerRows}" topLeftCell="A${headerRows + 1}" activePane="bottomLeft" state="frozen"/>`
  const cols = spec.columns.map((column, at) => `<col min="${at + 1}" max="${at + 1}" width="${widthOf(column)}" customWidth="1" style="${styles.add({ format: formatOf(column) })}"/>`).join('')
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="${parts.MAIN}" xmlns:r="${parts.OFFICE}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>${cols ? `<cols>${cols}</cols>` : ''}<sheetData>`
}

class BookWriter {
  private readonly zip: ZipWriter
  private readonly spec: BookSpec
  private readonly styles = new StyleTable()
  private readonly used = new Set<string>()
  private readonly sheets: WrittenSheet[] = []
  private readonly choicesName: string
  private readonly lists: (readonly string[])[] = []

  constructor(zip: ZipWriter, spec: BookSpec) {
    this.zip = zip
    this.spec = spec
    this.choicesName = sheetName(spec.choicesSheet ?? '选项', this.used)
  }

  async write(): Promise<void> {
    for (const sheet of this.spec.sheets) await this.writeRows(sheet)
    if (this.lists.length) await this.writeLists()
    const { zip, sheets } = this
    await zip.add('[Content_Types].xml', parts.contentTypes(sheets))
    await zip.add('_rels/.rels', parts.rootRelations())
    await zip.add('xl/workbook.xml', parts.workbook(sheets))
    await zip.add('xl/_rels/workbook.xml.rels', parts.bookRelations(sheets))
    await zip.add('xl/styles.xml', this.styles.xml())
    await zip.finish()
  }

  /** All rows of a sheet, on as many sheets of the file as they need. */
  private async writeRows(spec: SheetSpec): Promise<void> {
    let page = new SheetPage(this.zip, this.styles, spec)
    await page.begin(this.sheets.length + 1)
    const max = Math.min(this.spec.maxRows ?? MAX_ROWS, MAX_ROWS)
    for await (const row of spec.rows) {
      if (page.row >= max) {
        await this.endPage(page, spec)
        page = new SheetPage(this.zip, this.styles, spec)
        await page.begin(this.sheets.length + 1)
      }
      const wait = page.add(row)
      if (wait) await wait
    }
    await this.endPage(page, spec)
  }

  private async endPage(page: SheetPage, spec: SheetSpec): Promise<void> {
    const validations = spec.columns.map((column, at) => column.choices?.length ? this.validation(page, at, column.choices, spec) : '').join('')
    const notes = page.notes.length > 0
    const number = this.sheets.length + 1
    await page.end(validations, notes)
    this.sheets.push({ name: sheetName(spec.name, this.used), hidden: false, notes, filter: page.filter })
    if (!notes) return
    await this.zip.add(`xl/worksheets/_rels/sheet${number}.xml.rels`, parts.sheetRelations(number))
    await this.zip.add(`xl/comments${number}.xml`, ...parts.comments(page.notes))
    await this.zip.add(`xl/drawings/vmlDrawing${number}.vml`, ...parts.commentBoxes(page.notes))
  }

  private validation(page: SheetPage, column: number, choices: readonly string[], spec: SheetSpec): string {
    const letter = columnLetter(column)
    const last = Math.min(MAX_ROWS, Math.max(page.row, page.firstRow + 1) + (spec.spareRows ?? 0))
    const cells = `${letter}${page.firstRow + 1}:${letter}${last}`
    if (parts.fitsInline(choices)) return parts.validation(cells, choices, null)
    let list = this.lists.indexOf(choices)
    if (list < 0) list = this.lists.push(choices) - 1
    const from = columnLetter(list)
    return parts.validation(cells, choices, `${parts.quoteName(this.choicesName)}!$${from}$1:$${from}$${choices.length}`)
  }

  private async writeLists(): Promise<void> {
    const page = new SheetPage(this.zip, this.styles, { name: '', columns: [], rows: [], filter: false })
    await page.begin(this.sheets.length + 1)
    const longest = Math.max(...this.lists.map((list) => list.length))
    for (let at = 0; at < longest; at++) await page.add(this.lists.map((list) => list[at] ?? null))
    await page.end('', false)
    this.sheets.push({ name: this.choicesName, hidden: true, notes: false, filter: null })
  }
}

/** One worksheet part while it is written. */
class SheetPage {
  readonly notes: Note[] = []
  /** Rows written so far, and where the data begins. */
  row = 0
  firstRow = 0
  private readonly zip: ZipWriter
  private readonly styles: StyleTable
  private readonly spec: SheetSpec
  private readonly cells: CellWriter
  private readonly letters: string[] = []
  private pending = ''

  constructor(zip: ZipWriter, styles: StyleTable, spec: SheetSpec) {
    this.zip = zip
    this.styles = styles
    this.spec = spec
    this.cells = new CellWriter(styles, spec.columns)
  }

  get filter(): string | null {
    const { columns, filter } = this.spec
    if (filter === false || columns.length === 0) return null
    return `$A$${this.firstRow}:$${columnLetter(columns.length - 1)}$${Math.max(this.row, this.firstRow)}`
  }

  async begin(number: number): Promise<void> {
    const { spec } = this
    const header = spec.columns.length ? 1 : 0
    const above = spec.above ?? []
    await this.zip.begin(`xl/worksheets/sheet${number}.xml`)
    this.pending = prelude(spec, above.length + header, this.styles)
    for (const row of above) await this.add(row)
    if (header) await this.add(spec.columns.map(({ title, note }) => ({ v: title, kind: 'text', bold: true, ...(note ? { note } : {}) })))
    this.firstRow = this.row
  }

  /** A promise only when a piece went out: most rows need no waiting. */
  add(values: readonly WriteValue[]): Promise<void> | undefined {
    const number = ++this.row
    let xml = `<row r="${number}">`
    for (let at = 0; at < values.length; at++) {
      const value = values[at]
      xml += this.cells.xml((this.letters[at] ??= columnLetter(at)) + number, at, value)
      if (typeof value === 'object' && value?.note) this.notes.push({ row: number - 1, column: at, text: value.note })
    }
    this.pending += `${xml}</row>`
    return this.pending.length >= PIECE ? this.flush() : undefined
  }

  private flush(): Promise<void> {
    const text = this.pending
    this.pending = ''
    return this.zip.write(text)
  }

  async end(validations: string, notes: boolean): Promise<void> {
    const filter = this.filter
    const merges = (this.spec.merges ?? []).map((m) => `<mergeCell ref="${columnLetter(m.left)}${m.top + 1}:${columnLetter(m.right)}${m.bottom + 1}"/>`)
    this.pending += '</sheetData>'
    if (filter) this.pending += `<autoFilter ref="${filter.replaceAll('$', '')}"/>`
    if (merges.length) this.pending += `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`
    if (validations) this.pending += `<dataValidations count="${validations.split('<dataValidation ').length - 1}">${validations}</dataValidations>`
    // Phones and ids are text on purpose: no green corner for them.
    if (this.spec.columns.length) this.pending += `<ignoredErrors><ignoredError sqref="A1:${columnLetter(this.spec.columns.length - 1)}${this.row}" numberStoredAsText="1"/></ignoredErrors>`
    if (notes) this.pending += '<legacyDrawing r:id="rId1"/>'
    this.pending += '</worksheet>'
    await this.flush()
    await this.zip.end()
  }
}

/** To a stream (which is ended) or a new file (which is removed again when writing fails). */
export async function writeXlsx(target: Writable | string, spec: BookSpec): Promise<void> {
  const out = typeof target === 'string' ? createWriteStream(target) : target
  const done = finished(out, { readable: false })
  done.catch(() => undefined)
  const zip = new ZipWriter(out)
  try {
    await Promise.race([new BookWriter(zip, spec).write(), done.then(() => { throw new Error('the target was closed') })])
    out.end()
    await done
  } catch (error) {
    zip.destroy()
    out.destroy()
    if (typeof target === 'string') await rm(target, { force: true })
    throw error
  }
}
