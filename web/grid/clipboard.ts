// Copy, cut and paste, with Excel's texts on both sides; a cut moves its cells when it is pasted.
import type { CellText } from './changes.ts'
import type { GridCore } from './core.ts'
import type { Range } from './range.ts'
import { colsIn, contains, repeats, rowsIn } from './range.ts'
import { formatHtml, formatTsv, parseTsv } from './tsv.ts'
import { rangeOfSelection } from './selection.ts'

const MOST_ROWS = 50_000
const MOST_CELLS = 500_000

/** Wire values of what was copied here last: pasted within the grid, references keep their record. */
interface Copied { text: string; keys: string[]; values: unknown[][]; range: Range; cut: boolean }

export class Clipboard {
  private readonly core: GridCore
  private copied: Copied | null = null

  constructor(core: GridCore) { this.core = core }

  copy(event: ClipboardEvent, cut: boolean): void {
    const { core } = this
    const { model, texts } = core
    if (!core.selection) return
    event.preventDefault()
    const range = this.dataRange(rangeOfSelection(core.selection))
    if (rowsIn(range) > MOST_ROWS) return core.notice(texts.copyTooMany(MOST_ROWS))
    if (!model.loaded(range)) return void this.loadFirst(range)
    const rows = this.read(range, (row, col) => model.plain(row, col))
    const columns = model.columns.slice(range.left, range.right + 1)
    const text = formatTsv(rows)
    event.clipboardData?.setData('text/plain', text)
    event.clipboardData?.setData('text/html', formatHtml(rows, columns.map((column) => column.numeric === true)))
    const values = this.read(range, (row, col) => model.value(row, col))
    this.copied = { text, values, range, cut, keys: columns.map((column) => column.key) }
    core.overlay.copied = range
    core.redraw()
    core.say(texts.copied(rowsIn(range), colsIn(range)))
  }

  /** Whole columns end with the data, without the empty last row. */
  private dataRange(range: Range): Range {
    return { ...range, bottom: Math.max(range.top, Math.min(range.bottom, this.core.model.dataRows() - 1)) }
  }

  /** The clipboard must be filled at once, so rows not here yet are fetched and the key is asked for again. */
  private async loadFirst(range: Range): Promise<void> {
    const { core } = this
    core.notice(core.texts.copyLoading)
    await core.model.source.load?.(range.top, range.bottom)
    if (core.model.loaded(range)) core.notice(core.texts.copyReady)
  }

  private read<T>(range: Range, cell: (row: number, col: number) => T): T[][] {
    return Array.from({ length: rowsIn(range) }, (_, row) =>
      Array.from({ length: colsIn(range) }, (__, col) => cell(range.top + row, range.left + col)))
  }

  forget(): void {
    this.copied = null
    this.core.overlay.copied = null
    this.core.redraw()
  }

  paste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? ''
    event.preventDefault()
    if (text === '' || !this.core.selection) return
    // some systems rewrite line ends on the clipboard
    const plain = (value: string): string => value.replaceAll('\r\n', '\n').replace(/\n$/, '')
    const own = this.copied && plain(this.copied.text) === plain(text) ? this.copied : null
    this.pasteBlock(parseTsv(text), own)
  }

  private pasteBlock(block: string[][], own: Copied | null): void {
    const { core } = this
    const range = rangeOfSelection(core.selection!)
    const width = Math.max(...block.map((row) => row.length))
    const target = this.targetOf(block.length, width, range)
    if (rowsIn(target) * colsIn(target) > MOST_CELLS) return core.notice(core.texts.pasteTooMany(MOST_CELLS))
    const cells = this.cellsOf(block, width, target, own)
    const moved = own?.cut ? this.cleared(own.range, target) : []
    const { skipped } = core.changes.apply([...cells, ...moved], own?.cut ? 'cut' : 'paste')
    if (own?.cut) this.forget()
    const last = { row: Math.min(target.bottom, core.model.rows() - 1), col: Math.min(target.right, core.model.columns.length - 1) }
    core.select({ active: { row: target.top, col: target.left }, anchor: { row: target.top, col: target.left }, head: last }, false)
    const beyond = target.right - (core.model.columns.length - 1)
    if (beyond > 0) core.notice(core.texts.pasteCut(beyond))
    else if (skipped > 0) core.notice(core.texts.pasteSkipped(skipped))
  }

  private targetOf(height: number, width: number, range: Range): Range {
    return {
      top: range.top, left: range.left,
      bottom: range.top + height * repeats(height, rowsIn(range)) - 1,
      right: range.left + width * repeats(width, colsIn(range)) - 1,
    }
  }

  private cellsOf(block: string[][], width: number, target: Range, own: Copied | null): CellText[] {
    const { model } = this.core
    const cells: CellText[] = []
    const lastRow = model.canCreate ? target.bottom : Math.min(target.bottom, model.dataRows() - 1)
    const lastCol = Math.min(target.right, model.columns.length - 1)
    for (let row = target.top; row <= lastRow; row += 1) {
      const line = (row - target.top) % block.length
      for (let col = target.left; col <= lastCol; col += 1) {
        const at = (col - target.left) % width
        const text = block[line]![at]
        // a ragged line leaves the cells it does not name; an empty one in a new row says nothing either
        if (text === undefined || (text === '' && row >= model.source.count() && !model.draft(row, col))) continue
        const same = own && own.keys[at] === model.columns[col]!.key && text !== ''
        cells.push(same ? { row, col, text, picked: { value: own.values[line]![at] } } : { row, col, text })
      }
    }
    return cells
  }

  private cleared(from: Range, target: Range): CellText[] {
    const cells: CellText[] = []
    for (let row = from.top; row <= from.bottom; row += 1) {
      for (let col = from.left; col <= from.right; col += 1) if (!contains(target, { row, col })) cells.push({ row, col, text: '' })
    }
    return cells
  }
}
