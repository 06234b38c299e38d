// How the grid shows and says where its reader is: the selection's marks, the active cell's name, the reason under it.
import type { GridCore } from './core.ts'
import { Voice } from './voice.ts'
import { colsIn, isSingle, rowsIn } from './range.ts'
import { rangeOfSelection } from './selection.ts'

export class Presence {
  readonly voice: Voice
  private readonly core: GridCore
  private readonly id: string

  constructor(core: GridCore, id: string) {
    this.core = core
    this.id = `${id}-active`
    this.voice = new Voice(core.surface.host)
  }

  draw(): void {
    const { core } = this
    core.overlay.draw(core.selection, core.input.editing, core.selection !== null && this.canFill())
    const pos = core.selection?.active
    if (!pos) return
    const node = core.surface.cellNode(pos.row, pos.col)
    if (node?.id !== this.id) this.name(node)
    const draft = core.model.draft(pos.row, pos.col)
    const shown = draft && draft.state !== 'saving' && !core.input.editing && node
    this.voice.reason(shown ? core.changes.reason(draft) : '', shown ? core.surface.cellBox(pos) : null)
  }

  /** The focus stays in the text area; this is the cell it stands for. */
  private name(node: HTMLElement | null): void {
    const pos = this.core.selection!.active
    document.getElementById(this.id)?.removeAttribute('id')
    if (!node) return
    node.id = this.id
    node.ariaColIndex = String(pos.col + 1)
    if (node.parentElement) node.parentElement.ariaRowIndex = String(pos.row + 2)
    this.core.input.area.setAttribute('aria-activedescendant', this.id)
  }

  private canFill(): boolean {
    const range = rangeOfSelection(this.core.selection!)
    return this.core.model.columns.slice(range.left, range.right + 1).some((column) => column.editable)
  }

  announce(): void {
    const { model, texts, changes } = this.core
    const { active } = this.core.selection!
    const range = rangeOfSelection(this.core.selection!)
    if (!isSingle(range)) return this.voice.say(texts.range(rowsIn(range), colsIn(range)))
    const draft = model.draft(active.row, active.col)
    const reason = draft && draft.state !== 'saving' ? ` ${changes.reason(draft)}` : ''
    const value = model.kind(active.row) === 'loading' ? texts.loading : model.shown(active.row, active.col)
    this.voice.say(texts.cell(model.columns[active.col]?.title ?? '', active.row + 1, value) + reason)
  }

  describe(): void {
    const { host } = this.core.surface
    const { model, options } = this.core
    host.ariaLabel = options.label
    host.ariaRowCount = String(model.rows() + 1)
    host.ariaColCount = String(model.columns.length)
    host.ariaMultiSelectable = 'true'
    host.classList.toggle('gx-dark', options.dark === true)
  }
}
