// Where readers put what they find: one file of JSON lines per sheet, counted against the limits as it grows.
// A line is [row, cells]; a cell is 0 (empty), "text", or [type, value, formula, percent].
import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { MergeRange, SheetCell, SheetRow } from '#core/lib/guess-table.ts'
import { refuseSize } from './limits.ts'
import type { ReadLimits } from './limits.ts'

export interface SheetScan {
  /** As in the file: data, never a path. */
  name: string
  hidden: boolean
  /** Rows with at least one value, and one more than the last used row and column. */
  filledRows: number
  rowCount: number
  columnCount: number
  merges: MergeRange[]
  hiddenRows: number[]
  hiddenColumns: number[]
}

type Packed = 0 | string | [t: SheetCell['t'], v: string | null, f?: string | null, p?: 1]

function pack(cell: SheetCell | null | undefined): Packed {
  if (!cell || (cell.v === null && cell.f === undefined)) return 0
  if (cell.p) return [cell.t, cell.v, cell.f ?? null, 1]
  if (cell.f !== undefined) return [cell.t, cell.v, cell.f]
  return cell.t === 's' && cell.v !== null ? cell.v : [cell.t, cell.v]
}

function unpackCell(cell: Packed): SheetCell | null {
  if (cell === 0) return null
  if (typeof cell === 'string') return { v: cell, t: 's' }
  const out: SheetCell = { v: cell[1], t: cell[0] }
  if (typeof cell[2] === 'string') out.f = cell[2]
  if (cell[3]) out.p = true
  return out
}

export function parseLine(line: string): SheetRow {
  const [index, cells] = JSON.parse(line) as [number, Packed[]]
  return { index, cells: cells.map(unpackCell) }
}

export const rowFile = (dir: string, sheet: number): string => join(dir, `sheet-${sheet}.ndjson`)

const FLUSH = 256 * 1024

export class RowSink {
  readonly sheets: SheetScan[] = []
  private readonly dir: string
  private readonly limits: ReadLimits
  private readonly onFlush: () => void
  private fd = -1
  private pending: string[] = []
  private pendingLength = 0
  private cells = 0
  private bytes = 0

  constructor(dir: string, limits: ReadLimits, onFlush: () => void) {
    this.dir = dir
    this.limits = limits
    this.onFlush = onFlush
  }

  /** Cells a reader may look at, empty ones included. */
  get cellsLooked(): number {
    return this.limits.cells * 3
  }

  get rows(): number {
    return this.sheets.reduce((sum, sheet) => sum + sheet.filledRows, 0)
  }

  begin(name: string, hidden: boolean): SheetScan {
    this.end()
    if (this.sheets.length >= this.limits.sheets) refuseSize('sheet.tooManySheets', { max: this.limits.sheets })
    const sheet: SheetScan = { name, hidden, filledRows: 0, rowCount: 0, columnCount: 0, merges: [], hiddenRows: [], hiddenColumns: [] }
    this.fd = openSync(rowFile(this.dir, this.sheets.length), 'w')
    this.sheets.push(sheet)
    return sheet
  }

  /** Rows come in order; a row without any value is not kept. */
  row(index: number, cells: (SheetCell | null | undefined)[]): void {
    const sheet = this.sheets.at(-1)
    if (!sheet) return
    let last = cells.length - 1
    while (last >= 0 && !cells[last]) last--
    if (last < 0) return
    const { limits } = this
    if (index >= limits.rows) refuseSize('sheet.tooManyRows', { sheet: sheet.name, max: limits.rows })
    if (last >= limits.columns) refuseSize('sheet.tooManyColumns', { sheet: sheet.name, row: index + 1, max: limits.columns })
    const packed: Packed[] = []
    for (let at = 0; at <= last; at++) {
      const cell = cells[at]
      if (cell) this.count(cell)
      packed.push(pack(cell))
    }
    sheet.filledRows++
    sheet.rowCount = index + 1
    if (last >= sheet.columnCount) sheet.columnCount = last + 1
    this.write(`${JSON.stringify([index, packed])}\n`)
  }

  merge(range: MergeRange): void {
    const sheet = this.sheets.at(-1)
    if (!sheet) return
    if (sheet.merges.length >= this.limits.merges) refuseSize('sheet.tooManyMerges', { sheet: sheet.name, max: this.limits.merges })
    sheet.merges.push(range)
  }

  end(): void {
    if (this.fd < 0) return
    this.flush()
    closeSync(this.fd)
    this.fd = -1
  }

  private count(cell: SheetCell): void {
    const { limits } = this
    if (++this.cells > limits.cells) refuseSize('sheet.tooManyCells', { max: limits.cells })
    if ((cell.v?.length ?? 0) > limits.cellChars) refuseSize('sheet.cellTooLong', { max: limits.cellChars })
  }

  private write(line: string): void {
    this.pending.push(line)
    this.pendingLength += line.length
    if (this.pendingLength >= FLUSH) this.flush()
  }

  private flush(): void {
    const bytes = Buffer.from(this.pending.join(''))
    this.pending = []
    this.pendingLength = 0
    this.bytes += bytes.length
    if (this.bytes > this.limits.outBytes) refuseSize('sheet.tooManyCells', { max: this.limits.cells })
    for (let at = 0; at < bytes.length;) at += writeSync(this.fd, bytes, at)
    this.onFlush()
  }
}
