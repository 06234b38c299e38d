// Plain tables of a web page saved as .xls (what many Chinese systems call an Excel export). Nothing is run or
// fetched: tags are looked at one by one, anything but tables, rows and cells is passed over.
import type { SheetCell } from '#core/lib/guess-table.ts'
import { refuse, refuseSize } from './limits.ts'
import type { ReadLimits } from './limits.ts'
import type { RowSink } from './row-sink.ts'

const TOKEN = /<!--[\s\S]*?(?:-->|$)|<(script|style|xml|title)\b[\s\S]*?(?:<\/\1\s*>|$)|<(\/?)([a-z][a-z0-9]*)((?:[^>"']|"[^"]*"|'[^']*')*)>|[^<]+|</gi
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', yen: '¥', middot: '·', copy: '©', reg: '®', times: '×', ldquo: '“', rdquo: '”', mdash: '—', hellip: '…' }

const decode = (text: string): string => text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, name: string) => {
  if (!name.startsWith('#')) return (Object.hasOwn(NAMED, name) ? NAMED[name] : undefined) ?? whole
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
})

const span = (attrs: string, name: string): number =>
  Math.max(1, Math.min(1000, Number(new RegExp(`\\b${name}\\s*=\\s*["']?(\\d+)`, 'i').exec(attrs)?.[1] ?? 1)))

export class HtmlReader {
  private readonly sink: RowSink
  private readonly limits: ReadLimits
  private tables = 0
  private depth = 0
  private row = -1
  private inRow = false
  private cells: (SheetCell | null | undefined)[] = []
  /** Column → rows still covered by a cell above. */
  private covered = new Map<number, number>()
  private text: string | null = null
  private attrs = ''

  constructor(sink: RowSink, limits: ReadLimits) {
    this.sink = sink
    this.limits = limits
  }

  read(html: string): void {
    for (const [token, , slash, tag, attrs] of html.matchAll(TOKEN)) {
      if (tag === undefined) {
        if (this.text !== null && !token.startsWith('<')) this.append(token)
      } else if (slash) this.close(tag.toLowerCase())
      else this.open(tag.toLowerCase(), attrs ?? '')
    }
    this.closeTable()
    if (this.tables === 0) refuse('sheet.notSpreadsheet')
  }

  private append(piece: string): void {
    this.text += piece
    if ((this.text?.length ?? 0) > this.limits.cellChars * 2) refuseSize('sheet.cellTooLong', { max: this.limits.cellChars })
  }

  private open(tag: string, attrs: string): void {
    if (tag === 'table') {
      if (this.depth++ > 0) refuse('sheet.htmlComplex')
      this.sink.begin(`Sheet${++this.tables}`, false)
      this.row = -1
      this.covered.clear()
    } else if (this.depth === 0) return
    else if (tag === 'tr') {
      this.closeRow()
      this.row++
      this.inRow = true
    } else if (tag === 'td' || tag === 'th') {
      this.closeCell()
      this.text = ''
      this.attrs = attrs
    } else if (this.text !== null && (tag === 'br' || (/^(?:p|div)$/.test(tag) && this.text.trim() !== ''))) this.append('\u0001')
  }

  private close(tag: string): void {
    if (tag === 'td' || tag === 'th') this.closeCell()
    else if (tag === 'tr') this.closeRow()
    else if (tag === 'table') this.closeTable()
  }

  private closeTable(): void {
    if (this.depth === 0) return
    this.closeRow()
    this.depth = 0
    this.sink.end()
  }

  private nextColumn(): number {
    let column = this.cells.length
    while ((this.covered.get(column) ?? 0) > 0) column++
    return column
  }

  private closeCell(): void {
    if (this.text === null) return
    // A cell outside any <tr> begins a row of its own.
    if (!this.inRow) this.row++
    this.inRow = true
    // White space in the source is one space, only <br> is a line break.
    const text = decode(this.text.replace(/\s+/g, ' ').replace(/ ?\u0001 ?/g, '\n')).replaceAll('\u00a0', ' ').trim()
    const column = this.nextColumn()
    const right = column + span(this.attrs, 'colspan') - 1
    const down = span(this.attrs, 'rowspan')
    if (column > this.limits.columns) refuseSize('sheet.tooManyColumns', { sheet: '', row: this.row + 1, max: this.limits.columns })
    this.cells[column] = text === '' ? null : { v: text, t: 's' }
    this.cells.length = right + 1
    if (right > column || down > 1) this.sink.merge({ top: this.row, left: column, bottom: this.row + down - 1, right })
    if (down > 1) for (let at = column; at <= right; at++) this.covered.set(at, down)
    this.text = null
  }

  private closeRow(): void {
    this.closeCell()
    if (!this.inRow) return
    this.inRow = false
    this.sink.row(this.row, Array.from(this.cells))
    this.cells = []
    for (const [column, left] of this.covered) {
      if (left > 1) this.covered.set(column, left - 1)
      else this.covered.delete(column)
    }
  }
}
