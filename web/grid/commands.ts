// What keys, pointer and the page around the grid ask of it beyond moving and typing.
import type { CellText } from './changes.ts'
import type { Draft } from './drafts.ts'
import type { EditKind } from './types.ts'
import type { GridCore } from './core.ts'
import type { Pos, Range } from './range.ts'
import { everything, extendTo, rangeOfSelection, selectRange, singleCell } from './selection.ts'
import { fillFromFirst } from './fill.ts'
import { rangeOf } from './range.ts'

/** More than this in one gesture would hold the page up; the bulk edit is for that. */
const MOST_CELLS = 500_000

export class Commands {
  private readonly core: GridCore
  private lastChecked: number | null = null

  constructor(core: GridCore) { this.core = core }

  /** What is not saved yet is taken back here; everything else by the server, once nothing is on its way. */
  async undo(): Promise<void> {
    if (this.core.changes.undoLocal()) return
    await this.core.queue.settled()
    if (!this.core.changes.undoLocal()) await this.core.options.handlers.undo()
  }

  async redo(): Promise<void> {
    if (this.core.changes.redoLocal()) return
    await this.core.queue.settled()
    await this.core.options.handlers.redo()
  }

  saved(outcome: { saved: number; refused: number } | null): void {
    const { core } = this
    if (!outcome) return core.notice(core.texts.unsaved)
    if (outcome.refused > 0) core.notice(core.texts.refused(outcome.refused))
    else if (outcome.saved > 1) core.say(core.texts.saved(outcome.saved))
  }

  /** Ctrl+D and Ctrl+R. */
  fillFromFirst(axis: 'row' | 'col'): void {
    const { core } = this
    const range = rangeOfSelection(core.selection!)
    if (this.tooMany(range)) return
    this.applied(fillFromFirst(core.model, range, axis), 'fill')
  }

  /** The handle let go over `target`: afterwards both are selected, as in Excel. */
  fill(source: Range, target: Range, cells: CellText[]): void {
    const { core } = this
    this.applied(cells, 'fill')
    const whole = {
      top: Math.min(source.top, target.top), left: Math.min(source.left, target.left),
      bottom: Math.max(source.bottom, target.bottom), right: Math.max(source.right, target.right),
    }
    core.select(selectRange(whole, core.selection!.active), false)
  }

  applied(cells: CellText[], kind: EditKind): void {
    const { skipped } = this.core.changes.apply(cells, kind)
    if (skipped > 0) this.core.notice(this.core.texts.pasteSkipped(skipped))
  }

  tooMany(range: Range): boolean {
    const many = (range.bottom - range.top + 1) * (range.right - range.left + 1) > MOST_CELLS
    if (many) this.core.notice(this.core.texts.pasteTooMany(MOST_CELLS))
    return many
  }

  cellsOf(range: Range): Pos[] {
    const cells: Pos[] = []
    for (let row = range.top; row <= range.bottom; row += 1) {
      for (let col = range.left; col <= range.right; col += 1) cells.push({ row, col })
    }
    return cells
  }

  openRow(row: number): void {
    const record = this.core.model.kind(row) === 'record' ? this.core.model.record(row) : null
    if (record) this.core.options.handlers.open?.(row, record)
  }

  /** By pointer, or by key under the active cell. */
  openMenu(at?: { x: number; y: number; header?: string | undefined }): void {
    const { core } = this
    const anchor = core.input.anchor()
    const { active } = core.selection ?? { active: { row: -1, col: -1 } }
    const place = at ?? { x: anchor.left, y: anchor.bottom }
    core.options.handlers.contextMenu?.(at?.header !== undefined
      ? { rowIndex: -1, key: at.header, range: null, x: place.x, y: place.y }
      : { rowIndex: active.row, key: core.model.columns[active.col]?.key ?? null, range: core.selection && rangeOfSelection(core.selection), x: place.x, y: place.y })
  }

  /** `collapsed` null turns it over. False when the row is no group header. */
  toggleGroup(row: number, collapsed: boolean | null): boolean {
    const group = this.core.model.group(row)
    if (!group) return false
    const next = collapsed ?? !group.collapsed
    if (next !== group.collapsed) this.core.options.handlers.toggleGroup?.(group.path, next)
    return true
  }

  /** Shift checks everything since the last one the same way. */
  check(row: number, extend: boolean): void {
    const { core } = this
    const record = core.model.record(row)
    if (!record) return
    const on = !core.checked.has(record.id)
    const range = rangeOf({ row: extend ? this.lastChecked ?? row : row, col: 0 }, { row, col: 0 })
    for (let at = range.top; at <= range.bottom; at += 1) {
      const found = core.model.kind(at) === 'record' ? core.model.record(at) : null
      if (found && on) core.checked.add(found.id)
      else if (found) core.checked.delete(found.id)
    }
    this.lastChecked = row
    core.surface.refresh(range.top, range.bottom)
    core.options.handlers.checkedChanged?.([...core.checked])
  }

  uncheckAll(): void {
    this.core.checked.clear()
    this.core.refreshSoon()
    this.core.options.handlers.checkedChanged?.([])
  }

  selectAll(): void {
    this.core.input.focus()
    this.core.change(everything, false)
  }

  selectColumn(key: string, extend: boolean): void {
    const { core } = this
    const col = core.model.columnIndex(key)
    const bottom = Math.max(0, core.model.dataRows() - 1)
    if (col < 0) return
    core.editing.commit()
    core.input.focus()
    const top = core.surface.visible().top
    if (extend && core.selection) core.select(extendTo({ ...core.selection, active: { ...core.selection.active, row: 0 } }, { row: bottom, col }), false)
    else core.select(selectRange({ top: 0, left: col, bottom, right: col }, { row: Math.min(top, bottom), col }), false)
  }

  /** From the problem list to the cell. */
  goTo(draft: Draft): void {
    const { core } = this
    const col = core.model.columnIndex(draft.key)
    core.select(singleCell({ row: core.model.rowOfDraft(draft), col: Math.max(0, col) }))
    core.input.focus()
  }

  /** A letter is about to arrive in the text area: the cell must be in view, or the reader learns why nothing happens. */
  aboutToType(event: KeyboardEvent): void {
    const { core } = this
    const pos = core.selection!.active
    if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return
    if (core.model.editable(pos.row, pos.col)) core.reveal()
    else {
      event.preventDefault()
      core.notice(core.texts.readOnly)
    }
  }
}
