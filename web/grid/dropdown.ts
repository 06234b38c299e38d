// The list under the cell: choices of a list column, or names found for a reference, narrowed by what is typed.
import type { Choice } from './types.ts'

interface DropdownHooks { pick(choice: Choice): void }

const MOST = 200

export class Dropdown {
  private readonly box: HTMLElement
  private readonly hooks: DropdownHooks
  private choices: Choice[] = []
  private current = -1

  constructor(host: HTMLElement, id: string, hooks: DropdownHooks) {
    this.hooks = hooks
    this.box = document.createElement('div')
    this.box.className = 'gx-dropdown'
    this.box.id = id
    this.box.role = 'listbox'
    this.box.hidden = true
    host.append(this.box)
    // the text area keeps the focus, or picking would first commit what is typed
    this.box.addEventListener('pointerdown', (event) => { event.preventDefault(); event.stopPropagation() })
    this.box.addEventListener('mousedown', (event) => event.preventDefault())
    this.box.addEventListener('click', (event) => {
      const at = (event.target as HTMLElement).closest<HTMLElement>('[data-at]')?.dataset['at']
      const choice = at === undefined ? undefined : this.choices[Number(at)]
      if (choice) hooks.pick(choice)
    })
  }

  get open(): boolean { return !this.box.hidden }
  get picked(): Choice | null { return this.open ? this.choices[this.current] ?? null : null }

  /** `note` stands in place of the choices: searching, or nothing found. */
  show(anchor: DOMRect, choices: Choice[], current: number, note = ''): void {
    this.choices = choices.slice(0, MOST)
    this.current = current
    this.box.replaceChildren(...this.choices.map((choice, at) => this.line(choice, at)))
    if (this.choices.length === 0) this.box.replaceChildren(this.noteLine(note))
    this.box.hidden = false
    this.place(anchor)
    this.mark()
  }

  /** The cell has scrolled. */
  follow(anchor: DOMRect): void { this.place(anchor) }

  close(): void {
    this.box.hidden = true
    this.current = -1
  }

  step(by: number): void {
    if (this.choices.length === 0) return
    this.current = (this.current + by + this.choices.length) % this.choices.length
    this.mark()
  }

  pickCurrent(): boolean {
    const choice = this.picked
    if (choice) this.hooks.pick(choice)
    return choice !== null
  }

  private line(choice: Choice, at: number): HTMLElement {
    const line = document.createElement('div')
    line.className = 'gx-choice'
    line.role = 'option'
    line.dataset['at'] = String(at)
    const dot = document.createElement('span')
    dot.className = 'gx-dot'
    if (choice.color) dot.style.background = choice.color
    line.append(...(choice.color ? [dot] : []), choice.label)
    return line
  }

  private noteLine(note: string): HTMLElement {
    const line = document.createElement('div')
    line.className = 'gx-note'
    line.textContent = note
    return line
  }

  private mark(): void {
    for (const [at, line] of [...this.box.children].entries()) {
      line.ariaSelected = String(at === this.current)
      if (at === this.current) line.scrollIntoView({ block: 'nearest' })
    }
  }

  /** Below the cell, or above where there is no room; within the window. */
  private place(anchor: DOMRect): void {
    Object.assign(this.box.style, { minWidth: `${Math.max(120, anchor.width)}px`, left: '0', top: '0' })
    const size = this.box.getBoundingClientRect()
    const below = anchor.bottom + 2
    const top = below + size.height <= innerHeight ? below : Math.max(4, anchor.top - size.height - 2)
    const left = Math.max(4, Math.min(anchor.left, innerWidth - size.width - 4))
    Object.assign(this.box.style, { left: `${left}px`, top: `${top}px` })
  }
}
