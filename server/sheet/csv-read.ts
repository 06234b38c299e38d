// Rows of a separated text: separator guessed, quotes and line breaks inside cells, and the apostrophe that our
// own writer puts before formula-like text taken off again. All cells are text.
import type { SheetCell } from '#core/lib/guess-table.ts'
import { MEGABYTE, refuse, refuseSize } from './limits.ts'
import type { ReadLimits } from './limits.ts'
import { unguard } from './csv-guard.ts'

const SEPARATORS = [',', '\t', ';', '|'] as const

/** The separator that most lines hold equally often; quoted parts don't count. */
export function guessSeparator(head: string): { separator: string; skip: number } {
  const stated = /^sep=(.)\r?\n/i.exec(head)
  if (stated) return { separator: stated[1] ?? ',', skip: stated[0].length }
  const lines = head.replace(/"(?:[^"]|"")*"/g, '').split(/\r\n|\n|\r/).filter((line) => line.trim() !== '').slice(0, 100)
  if (lines.length > 1) lines.pop()
  let separator = ','
  let best = 0
  for (const candidate of SEPARATORS) {
    const times = new Map<number, number>()
    for (const line of lines) {
      const count = line.split(candidate).length - 1
      if (count > 0) times.set(count, (times.get(count) ?? 0) + 1)
    }
    const score = Math.max(0, ...[...times].map(([count, same]) => same + Math.min(count, 50) / 100))
    if (score > best) [separator, best] = [candidate, score]
  }
  return { separator, skip: 0 }
}

const QUOTE = '"'

export class CsvReader {
  private readonly separator: string
  private readonly limits: ReadLimits
  private readonly onRow: (index: number, cells: (SheetCell | null)[]) => void
  private readonly special: RegExp
  private cells: (SheetCell | null)[] = []
  private cell = ''
  private quoted = false
  private inQuotes = false
  private quoteLine = 1
  private line = 1
  private row = 0
  private rowChars = 0
  private carry = ''

  constructor(separator: string, limits: ReadLimits, onRow: (index: number, cells: (SheetCell | null)[]) => void) {
    this.separator = separator
    this.limits = limits
    this.onRow = onRow
    this.special = new RegExp(`[\\r\\n${separator.replace(/[\\\]^|-]/g, '\\$&')}]`, 'g')
  }

  write(text: string, last = false): void {
    const all = this.carry + text
    this.carry = ''
    let at = 0
    while (at < all.length) {
      // A quote or CR at the very end may be half of a pair: look again with the next piece.
      const code = all[at]
      if (!last && at === all.length - 1 && (code === QUOTE || code === '\r')) break
      at = this.inQuotes ? this.insideQuotes(all, at) : this.outside(all, at)
      if (this.rowChars > this.limits.lineBytes) refuseSize('sheet.lineTooLong', { line: this.line, max: Math.round(this.limits.lineBytes / MEGABYTE) })
    }
    this.carry = all.slice(at)
    if (last) this.finish()
  }

  private insideQuotes(all: string, at: number): number {
    let to = all.indexOf(QUOTE, at)
    if (to < 0) to = all.length
    if (to > at) return this.append(all.slice(at, to), to)
    if (all[at + 1] === QUOTE) return this.append(QUOTE, at + 2)
    this.inQuotes = false
    return at + 1
  }

  private outside(all: string, at: number): number {
    const char = all[at] ?? ''
    if (char === this.separator) return this.endCell(at + 1)
    if (char === '\n') return this.endRow(at + 1)
    if (char === '\r') return this.endRow(all[at + 1] === '\n' ? at + 2 : at + 1)
    if (char === QUOTE && this.cell === '' && !this.quoted) {
      this.quoted = true
      this.inQuotes = true
      this.quoteLine = this.line
      return at + 1
    }
    this.special.lastIndex = at
    const to = this.special.exec(all)?.index ?? all.length
    return this.append(all.slice(at, to), to)
  }

  private append(piece: string, to: number): number {
    this.cell += piece
    this.rowChars += piece.length
    if (this.inQuotes) for (let at = piece.indexOf('\n'); at >= 0; at = piece.indexOf('\n', at + 1)) this.line++
    const { cellChars } = this.limits
    // Inside quotes the likelier cause is a quote that was never closed.
    if (this.cell.length <= cellChars) return to
    return this.inQuotes ? refuse('sheet.openQuote', { line: this.quoteLine }) : refuseSize('sheet.cellTooLong', { max: cellChars })
  }

  private endCell(to: number): number {
    const text = unguard(this.cell.includes('\r') ? this.cell.replaceAll('\r\n', '\n') : this.cell)
    this.cells.push(text === '' ? null : { v: text, t: 's' })
    this.rowChars++
    this.cell = ''
    this.quoted = false
    return to
  }

  private endRow(to: number): number {
    this.endCell(to)
    this.onRow(this.row++, this.cells)
    this.cells = []
    this.rowChars = 0
    this.line++
    return to
  }

  private finish(): void {
    if (this.inQuotes) refuse('sheet.openQuote', { line: this.quoteLine })
    if (this.cell !== '' || this.quoted || this.cells.length > 0) this.endRow(0)
  }
}
