// Begins, narrows and ends the editing of one cell, with its list of choices where the column has one.
import type { Choice, GridColumn } from './types.ts'
import type { GridCore } from './core.ts'
import { rangeOfSelection } from './selection.ts'
import { rangeOf } from './range.ts'

const PAUSE = 120

export class Editing {
  private readonly core: GridCore
  private asked = 0
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(core: GridCore) { this.core = core }

  private get column(): GridColumn | undefined {
    const { core } = this
    return core.selection ? core.model.columns[core.selection.active.col] : undefined
  }

  /** F2 and double click: the cell's text, caret at its end. */
  begin(text?: string): void {
    const { core, column } = this
    const pos = core.selection?.active
    if (!pos || !column || core.input.editing) return
    if (!core.model.editable(pos.row, pos.col)) return core.notice(core.texts.readOnly)
    if (column.editor === 'popup') return void this.popup()
    core.reveal()
    core.input.start('edit', text ?? core.model.plain(pos.row, pos.col), column.editor === 'longText')
  }

  /** The editor outside: its answer comes back as if it had been typed. */
  popup(): boolean {
    const { core, column } = this
    const pos = core.selection?.active
    const row = pos && core.model.record(pos.row)
    if (!pos || !row || !column?.popup || !core.model.editable(pos.row, pos.col)) return false
    core.reveal()
    column.popup({
      rowIndex: pos.row, row, key: column.key, value: core.model.value(pos.row, pos.col), anchor: core.input.anchor(),
      commit: (value, text) => {
        core.changes.apply([{ ...pos, text, picked: { value } }], 'type')
        core.input.focus()
      },
      cancel: () => core.input.focus(),
    })
    return true
  }

  /** Alt+Down. */
  openList(): void {
    const { core, column } = this
    if (column?.options || column?.lookup) {
      if (!core.input.editing) this.begin()
      if (core.input.editing) this.offer(column.options ? '' : core.input.text, true)
    } else this.popup()
  }

  typed(text: string): void {
    const { core, column } = this
    if (column?.editor === 'popup') {
      this.cancel()
      this.popup()
    } else if (core.input.editing && (column?.options || column?.lookup)) this.offer(text, false)
  }

  private offer(text: string, all: boolean): void {
    const { core, column } = this
    clearTimeout(this.timer)
    if (column?.options) {
      const choices = column.options.filter((option) => option.label.toLowerCase().includes(text.trim().toLowerCase()))
      const value = core.model.value(core.selection!.active.row, core.selection!.active.col)
      const current = all ? choices.findIndex((choice) => choice.value === value) : text === '' ? -1 : 0
      core.dropdown.show(core.input.anchor(), choices, current, core.texts.noMatch)
    } else if (column?.lookup) {
      this.timer = setTimeout(() => void this.search(column, text, all), all ? 0 : PAUSE)
    }
  }

  /** Answers may overtake each other: only the latest question counts. */
  private async search(column: GridColumn, text: string, all: boolean): Promise<void> {
    const { core } = this
    this.asked += 1
    const mine = this.asked
    if (!core.dropdown.open) core.dropdown.show(core.input.anchor(), [], -1, core.texts.searching)
    const choices = await column.lookup!(text.trim()).catch((): Choice[] => [])
    if (mine !== this.asked || !core.input.editing) return
    core.dropdown.show(core.input.anchor(), choices, text === '' || all ? -1 : 0, core.texts.noMatch)
  }

  /** Takes the text into the cell; false when nothing was being edited. */
  commit(picked: Choice | null = this.core.dropdown.picked): boolean {
    const { core } = this
    if (!core.input.editing || !core.selection) return false
    const text = core.input.text
    const pos = core.selection.active
    this.close()
    core.changes.apply([picked ? { ...pos, text: picked.label, picked: { value: picked.value } } : { ...pos, text }], 'type')
    core.redraw()
    return true
  }

  /** Ctrl+Enter: the text into every cell of the range. */
  commitEverywhere(): void {
    const { core } = this
    if (!core.input.editing || !core.selection) return
    const text = core.input.text
    const picked = core.dropdown.picked
    const range = rangeOfSelection(core.selection)
    if (core.commands.tooMany(range)) return
    this.close()
    core.changes.apply(core.commands.cellsOf(range).map((pos) => picked
      ? { ...pos, text: picked.label, picked: { value: picked.value } } : { ...pos, text }), 'fill')
  }

  cancel(): void {
    this.close()
    this.core.redraw()
  }

  private close(): void {
    clearTimeout(this.timer)
    this.asked += 1
    this.core.dropdown.close()
    this.core.input.stop()
  }

  /** Space on a yes/no cell; false for any other kind, where Space is a letter. */
  toggle(): boolean {
    const { core, column } = this
    const pos = core.selection?.active
    if (!pos || column?.editor !== 'yesNo') return false
    const record = core.model.record(pos.row)
    if (!core.model.editable(pos.row, pos.col) || !record) return true
    const next = core.model.value(pos.row, pos.col) !== true
    core.changes.apply([{ ...pos, text: column.copy?.(next) ?? column.format(next, record), picked: { value: next } }], 'type')
    return true
  }

  clear(): void {
    const { core } = this
    if (!core.selection) return
    const range = rangeOfSelection(core.selection)
    const bottom = Math.min(range.bottom, core.model.dataRows() - 1)
    if (bottom < range.top || core.commands.tooMany({ ...range, bottom })) return
    const cells = core.commands.cellsOf(rangeOf({ row: range.top, col: range.left }, { row: bottom, col: range.right }))
    const { skipped } = core.changes.apply(cells.map((pos) => ({ ...pos, text: '' })), 'delete')
    if (skipped > 0) core.notice(core.texts.pasteSkipped(skipped))
  }
}
