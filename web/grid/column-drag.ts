// Moves a column by dragging its header: a label follows the pointer, a line shows where the column will stand.
import type { GridCore } from './core.ts'

const SLACK = 5

interface Place { before: number; x: number }

export class ColumnDrag {
  private readonly core: GridCore
  private readonly line = part('gx-drop-line')
  private readonly label = part('gx-drag-label')
  private from: { col: number; x: number } | null = null
  private place: Place | null = null

  constructor(core: GridCore) {
    this.core = core
    const { host } = core.surface
    host.append(this.line, this.label)
    host.addEventListener('pointerdown', (event) => this.down(event))
    host.addEventListener('pointermove', (event) => this.moved(event))
    host.addEventListener('pointerup', (event) => this.up(event))
    host.addEventListener('pointercancel', () => this.end())
    // the click that ends a drag is no click on the header it ends over
    host.addEventListener('click', (event) => { if (this.place) { event.stopPropagation(); this.place = null } }, true)
  }

  private down(event: PointerEvent): void {
    const target = event.target as HTMLElement
    const header = target.closest<HTMLElement>('.slick-header-column')
    this.place = null
    if (!header || event.button !== 0 || event.pointerType === 'touch' || target.closest('.slick-resizable-handle, .gx-pick-column')) return
    const col = this.core.model.columnIndex(header.dataset['id'] ?? '')
    if (col >= 0) this.from = { col, x: event.clientX }
  }

  private moved(event: PointerEvent): void {
    const { from, core } = this
    if (!from || (!this.place && Math.abs(event.clientX - from.x) < SLACK)) return
    const { host } = core.surface
    if (!this.place) host.setPointerCapture(event.pointerId)
    this.place = this.placeAt(event.clientX, from.col)
    const at = host.getBoundingClientRect()
    this.line.hidden = this.label.hidden = false
    this.line.style.transform = `translateX(${this.place.x}px)`
    this.label.textContent = core.model.columns[from.col]?.title ?? ''
    this.label.style.transform = `translate(${event.clientX - at.left + 10}px, ${event.clientY - at.top + 6}px)`
  }

  /** Between which columns: frozen ones stay among themselves, and so do the others. */
  private placeAt(clientX: number, dragged: number): Place {
    const { surface, model } = this.core
    const x = clientX - surface.host.getBoundingClientRect().left
    const sameZone = model.columns.map((_, col) => col).filter((col) => surface.isFrozen(col) === surface.isFrozen(dragged))
    const boxes = sameZone.map((col) => ({ col, box: surface.cellBox({ row: 0, col }) }))
    const next = boxes.find(({ box }) => x < box.left + box.width / 2)
    const last = boxes.at(-1)!
    return next ? { before: next.col, x: next.box.left } : { before: last.col + 1, x: last.box.left + last.box.width }
  }

  private up(event: PointerEvent): void {
    const { from, place, core } = this
    this.end()
    if (!from || !place) return
    core.surface.host.releasePointerCapture(event.pointerId)
    const keys = core.model.columns.map((column) => column.key)
    const [moved] = keys.splice(from.col, 1)
    keys.splice(place.before > from.col ? place.before - 1 : place.before, 0, moved!)
    core.columns.moved(keys)
  }

  private end(): void {
    this.from = null
    this.line.hidden = this.label.hidden = true
  }
}

function part(className: string): HTMLElement {
  const node = document.createElement('div')
  node.className = className
  node.hidden = true
  return node
}
