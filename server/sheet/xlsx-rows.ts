// The rows of one worksheet. Cached values of formulas are taken; phonetic guides are not part of the text;
// the sheet's own idea of its size is ignored.
import type { MergeRange, SheetCell } from '#core/lib/guess-table.ts'
import { damaged, refuseSize } from './limits.ts'
import { numberText, serialText } from './number-text.ts'
import type { FormatKind } from './number-text.ts'
import type { RowSink, SheetScan } from './row-sink.ts'
import { XmlScan } from './xml-scan.ts'
import { decodeEscapes } from './xlsx-book.ts'
import type { Book } from './xlsx-book.ts'

const LAST_COLUMN = 16_384
const LAST_ROW = 1_048_576
const HIDDEN_KEPT = 100_000

/** Column of 'AB12' from 0; -1 when there is none. */
function columnOf(ref: string): number {
  let column = 0
  for (let at = 0; at < ref.length; at++) {
    const code = ref.charCodeAt(at) & ~32
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column - 1
}

function parseRange(ref: string): MergeRange | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i.exec(ref)
  if (!match) return null
  const [, a = '', top = '', b = a, bottom = top] = match
  return { left: columnOf(a), top: Number(top) - 1, right: columnOf(b), bottom: Number(bottom) - 1 }
}

function numberCell(stored: string, format: FormatKind, is1904: boolean): SheetCell | null {
  if (format === 'date' || format === 'dateTime' || format === 'time') {
    const text = serialText(Number(stored), format, is1904)
    if (text !== null) return { v: text, t: format === 'time' ? 's' : 'd' }
  }
  const text = numberText(stored)
  if (text === null) return null
  return format === 'percent' ? { v: text, t: 'n', p: true } : { v: text, t: 'n' }
}

export class SheetReader {
  readonly scan: XmlScan
  private readonly book: Book
  private readonly sink: RowSink
  private readonly sheet: SheetScan
  private readonly part: string
  private row = -1
  private column = -1
  private seen = 0
  private cells: (SheetCell | undefined)[] = []
  private type = ''
  private style = 0
  private value: string | undefined
  private formula: string | undefined
  private inline = ''
  private inPhonetic = false
  private inData = false

  constructor(part: string, book: Book, sink: RowSink, sheet: SheetScan) {
    this.part = part
    this.book = book
    this.sink = sink
    this.sheet = sheet
    this.scan = new XmlScan(part, { open: (name) => this.open(name), close: (name) => this.close(name) })
  }

  private open(name: string): void {
    const { scan } = this
    switch (name) {
      case 'c': return this.openCell()
      case 'v': case 'f': case 't':
        scan.text = ''
        scan.gather = this.inData && !(name === 't' && this.inPhonetic)
        return
      case 'row': return this.openRow()
      case 'rPh': this.inPhonetic = true; return
      case 'sheetData': this.inData = true; return
      case 'col': return this.openColumn()
      case 'mergeCell': {
        const range = parseRange(scan.attr('ref') ?? '')
        if (range) this.sink.merge(range)
      }
    }
  }

  private close(name: string): void {
    const { scan } = this
    switch (name) {
      case 'v': this.value = scan.text; scan.gather = false; return
      case 'f': this.formula = scan.text; scan.gather = false; return
      case 't':
        if (scan.gather) this.inline += scan.text
        scan.gather = false
        return
      case 'c': return this.closeCell()
      case 'row': if (this.inData) this.sink.row(this.row, this.cells); return
      case 'rPh': this.inPhonetic = false; return
      case 'sheetData': this.inData = false
    }
  }

  private openRow(): void {
    if (!this.inData) return
    const stated = this.scan.attr('r')
    const row = stated === undefined ? this.row + 1 : Number(stated) - 1
    // Rows that go back or repeat could be told apart by no reader.
    if (!Number.isInteger(row) || row <= this.row || row >= LAST_ROW) damaged(this.part)
    this.row = row
    this.column = -1
    this.cells = []
    if (this.scan.attr('hidden') === '1' && this.sheet.hiddenRows.length < HIDDEN_KEPT) this.sheet.hiddenRows.push(row)
  }

  private openColumn(): void {
    const { scan, sheet } = this
    if (scan.attr('hidden') !== '1' && scan.attr('hidden') !== 'true') return
    const to = Math.min(Number(scan.attr('max')), LAST_COLUMN)
    for (let column = Number(scan.attr('min')) - 1; column >= 0 && column < to && sheet.hiddenColumns.length < LAST_COLUMN; column++) sheet.hiddenColumns.push(column)
  }

  private openCell(): void {
    if (!this.inData) return
    const { scan } = this
    const ref = scan.attr('r')
    this.column = ref === undefined ? this.column + 1 : columnOf(ref)
    if (this.column < 0 || this.column >= LAST_COLUMN || this.row < 0) damaged(this.part)
    if (++this.seen > this.sink.cellsLooked) refuseSize('sheet.tooManyCells', { max: this.sink.cellsLooked })
    this.style = Number(scan.attr('s') ?? 0)
    this.type = scan.attr('t') ?? 'n'
    this.value = undefined
    this.formula = undefined
    this.inline = ''
  }

  private closeCell(): void {
    if (!this.inData) return
    const cell = this.readCell()
    if (!cell && this.formula === undefined) return
    const kept: SheetCell = cell ?? { v: null, t: 's' }
    if (this.formula !== undefined) kept.f = decodeEscapes(this.formula)
    this.cells[this.column] = kept
  }

  private readCell(): SheetCell | null {
    const { value } = this
    if (this.type === 'inlineStr') return this.inline === '' ? null : { v: decodeEscapes(this.inline), t: 's' }
    if (value === undefined || value === '') return null
    switch (this.type) {
      case 's': {
        const text = this.book.texts[Number(value)] ?? damaged(this.part)
        return text === '' ? null : { v: text, t: 's' }
      }
      case 'str': return { v: decodeEscapes(value), t: 's' }
      case 'b': return { v: value === '1' || value === 'true' ? 'true' : 'false', t: 'b' }
      case 'e': return { v: value, t: 'e' }
      case 'd': return { v: value.replace(/(?:\.\d+)?Z?$/, '').replace(/T00:00:00$/, ''), t: 'd' }
      default: return numberCell(value, this.book.formats[this.style] ?? 'number', this.book.is1904) ?? { v: value, t: 's' }
    }
  }
}
