// The hidden text area over the selected cell. It takes typing, input methods, copy and paste, and is itself the editor.
import type { Pos } from './range.ts'
import type { Surface } from './slick.ts'

/** ready: a cell is selected; enter: typing replaces it, arrows commit; edit: F2, arrows move the caret. */
type Mode = 'ready' | 'enter' | 'edit'

interface InputHooks {
  key(event: KeyboardEvent): void
  begun(): void
  typed(text: string): void
  left(): void
  copy(event: ClipboardEvent): void
  cut(event: ClipboardEvent): void
  paste(event: ClipboardEvent): void
  focused(on: boolean): void
}

export class CellInput {
  mode: Mode = 'ready'
  readonly area: HTMLTextAreaElement
  private readonly layer: HTMLElement
  private readonly surface: Surface
  private readonly hooks: InputHooks
  private composing = false
  private pos: Pos = { row: 0, col: 0 }

  constructor(surface: Surface, hooks: InputHooks, label: string) {
    this.surface = surface
    this.hooks = hooks
    this.layer = document.createElement('div')
    this.layer.className = 'gx-input-layer'
    this.area = document.createElement('textarea')
    this.area.className = 'gx-input'
    this.area.rows = 1
    this.area.autocomplete = 'off'
    this.area.spellcheck = false
    this.area.ariaLabel = label
    this.area.setAttribute('autocapitalize', 'off')
    this.layer.append(this.area)
    surface.host.append(this.layer)
    this.listen()
  }

  private listen(): void {
    const { area, hooks } = this
    area.addEventListener('keydown', (event) => {
      // keys of an input method (Enter takes the raw letters, Space a candidate) are not ours
      if (event.isComposing || event.keyCode === 229) return
      hooks.key(event)
    })
    area.addEventListener('compositionstart', () => { this.composing = true; this.start('enter') })
    area.addEventListener('compositionend', () => { this.composing = false; hooks.typed(area.value) })
    area.addEventListener('input', () => { this.start('enter'); if (!this.composing) hooks.typed(area.value) })
    area.addEventListener('copy', (event) => { if (this.mode === 'ready') hooks.copy(event) })
    area.addEventListener('cut', (event) => { if (this.mode === 'ready') hooks.cut(event) })
    area.addEventListener('paste', (event) => { if (this.mode === 'ready') hooks.paste(event) })
    area.addEventListener('focus', () => hooks.focused(true))
    area.addEventListener('blur', () => {
      // the window lost focus, not the cell: go on editing when it comes back
      if (document.activeElement === area) return
      hooks.left()
      hooks.focused(false)
    })
  }

  get editing(): boolean { return this.mode !== 'ready' }
  get text(): string { return this.area.value }

  focus(): void { this.area.focus({ preventScroll: true }) }

  /** Over another cell. A cell that may not be edited makes the area read-only, so no input method starts there. */
  at(pos: Pos, editable: boolean, align: string): void {
    this.pos = pos
    this.area.readOnly = !editable
    this.area.style.textAlign = align
    this.place()
  }

  /** From the keyboard's first letter, or with the cell's text by F2 and double click. */
  start(mode: 'enter' | 'edit', text?: string, multiline = false): void {
    if (this.editing) return
    this.mode = mode
    this.area.classList.toggle('gx-multiline', multiline)
    this.area.classList.add('gx-editing')
    if (text !== undefined) {
      this.area.value = text
      this.area.setSelectionRange(text.length, text.length)
    }
    this.hooks.begun()
    this.place()
  }

  /** Back to ready; the caller has taken the text. */
  stop(): void {
    this.mode = 'ready'
    this.composing = false
    this.area.classList.remove('gx-editing', 'gx-multiline')
    this.area.value = ''
    this.place()
  }

  /** Something to copy, so that every browser sends the copy event for an empty area. */
  prepareCopy(): void {
    this.area.value = ' '
    this.area.select()
    setTimeout(() => { if (this.mode === 'ready') this.area.value = '' }, 0)
  }

  insert(text: string): void {
    this.area.setRangeText(text, this.area.selectionStart, this.area.selectionEnd, 'end')
  }

  /** Follows its cell; out of view it stays focused but is not seen. */
  place(): void {
    const body = this.surface.body()
    const box = this.surface.cellBox(this.pos)
    const pane = this.surface.isFrozen(this.pos.col) ? 0 : body.split
    Object.assign(this.layer.style, {
      top: `${body.top}px`, height: `${body.height}px`, left: `${pane}px`, width: `${Math.max(0, body.width - pane)}px`,
    })
    const left = Math.max(-box.width, Math.min(body.width - pane, box.left - pane))
    const top = Math.max(-box.height, Math.min(body.height, box.top - body.top))
    Object.assign(this.area.style, {
      transform: `translate(${left}px, ${top}px)`, minWidth: `${box.width + 1}px`, minHeight: `${box.height + 1}px`,
      width: this.editing ? '' : `${box.width}px`,
      maxWidth: `${Math.max(box.width + 1, body.width - pane - Math.max(0, left))}px`, maxHeight: `${Math.max(box.height + 1, body.height - Math.max(0, top))}px`,
    })
  }

  anchor(): DOMRect {
    const host = this.surface.host.getBoundingClientRect()
    const box = this.surface.cellBox(this.pos)
    return new DOMRect(host.left + box.left, host.top + box.top, box.width, box.height)
  }
}
