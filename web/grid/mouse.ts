// The pointer over the cells: select by click and drag, rows by their number, fill by the handle, scroll by the wheel.
import type { GridCore } from './core.ts'
import type { Hit } from './slick.ts'
import { contains, fillTarget } from './range.ts'
import { extendTo, rangeOfSelection, selectRange, singleCell } from './selection.ts'
import { fillCells, fillDownTarget } from './fill.ts'

type Drag = 'cells' | 'rows' | 'fill'
const EDGE_PAUSE = 40

export class Mouse {
  private readonly core: GridCore
  private drag: Drag | null = null
  private point = { x: 0, y: 0 }
  private timer: ReturnType<typeof setInterval> | undefined

  constructor(core: GridCore) {
    this.core = core
    const { host } = core.surface
    host.addEventListener('pointerdown', (event) => this.down(event))
    host.addEventListener('pointermove', (event) => this.moved(event))
    host.addEventListener('pointerup', (event) => this.up(event))
    host.addEventListener('pointercancel', (event) => this.up(event))
    host.addEventListener('mousedown', (event) => { if (this.inBody(event)) event.preventDefault() })
    host.addEventListener('dblclick', (event) => this.twice(event))
    host.addEventListener('contextmenu', (event) => this.menu(event))
    host.addEventListener('wheel', (event) => this.wheel(event), { passive: false })
    host.addEventListener('mouseover', (event) => this.tip(event))
  }

  private inBody(event: MouseEvent): boolean {
    const target = event.target as HTMLElement
    return target.closest('.grid-canvas, .slick-viewport') !== null && this.core.surface.hit(event.clientX, event.clientY).zone !== 'outside'
  }

  private down(event: PointerEvent): void {
    if (!this.inBody(event)) return
    const { core } = this
    const target = event.target as HTMLElement
    const hit = core.surface.hit(event.clientX, event.clientY)
    core.editing.commit()
    // a finger scrolls; it selects by a tap, and the screen keyboard waits for the second one
    if (event.pointerType !== 'touch') core.input.focus()
    if (event.button === 2) return this.pickForMenu(hit)
    if (event.button !== 0 || this.special(target, hit, event)) return
    if (target.closest('.gx-mark-handle')) this.drag = 'fill'
    else {
      this.drag = hit.zone === 'gutter' ? 'rows' : 'cells'
      if (hit.zone === 'gutter') this.selectRows(hit, event.shiftKey)
      else if (event.shiftKey && core.selection) core.select(extendTo(core.selection, hit), false)
      else core.select(singleCell(hit))
    }
    if (event.pointerType === 'touch') this.drag = null
    else this.begin(event)
  }

  private begin(event: PointerEvent): void {
    this.point = { x: event.clientX, y: event.clientY }
    this.core.surface.host.setPointerCapture(event.pointerId)
    this.timer = setInterval(() => this.scrollAtEdge(), EDGE_PAUSE)
  }

  /** Boxes and links inside cells, and group headers, which have their own clicks. */
  private special(target: HTMLElement, hit: Hit, event: PointerEvent): boolean {
    const { core } = this
    if (target.closest('.gx-check')) {
      event.preventDefault()
      core.commands.check(hit.row, event.shiftKey)
    } else if (target.closest('.gx-open-row')) core.commands.openRow(hit.row)
    else if (core.model.group(hit.row)) {
      core.select(singleCell(hit))
      core.commands.toggleGroup(hit.row, null)
    } else return false
    return true
  }

  private selectRows(hit: Hit, extend: boolean): void {
    const { core } = this
    const from = extend && core.selection ? core.selection.active.row : hit.row
    const range = { top: Math.min(from, hit.row), bottom: Math.max(from, hit.row), left: 0, right: core.model.columns.length - 1 }
    core.select(selectRange(range, { row: from, col: extend && core.selection ? core.selection.active.col : 0 }), false)
  }

  private moved(event: PointerEvent): void {
    if (!this.drag) return
    this.point = { x: event.clientX, y: event.clientY }
    this.follow()
  }

  private follow(): void {
    const { core } = this
    const hit = core.surface.hit(this.point.x, this.point.y)
    if (!core.selection) return
    if (this.drag === 'rows') this.selectRows(hit, true)
    else if (this.drag === 'cells') core.select(extendTo(core.selection, hit), false)
    else if (this.drag === 'fill') {
      const fill = fillTarget(rangeOfSelection(core.selection), hit)
      core.overlay.fill = fill?.target ?? null
      core.redraw()
    }
  }

  /** Held outside the body, the grid goes on scrolling; the further out, the faster. */
  private scrollAtEdge(): void {
    const { core } = this
    const body = core.surface.body()
    const host = core.surface.host.getBoundingClientRect()
    const y = this.point.y - host.top - body.top
    const x = this.point.x - host.left
    const past = (at: number, from: number, to: number): number => at < from ? at - from : at > to ? at - to : 0
    const dy = past(y, 0, body.height)
    const dx = this.drag === 'rows' ? 0 : past(x, body.split, body.width)
    const towardsFrozen = x < body.split && core.selection && core.surface.isFrozen(core.selection.head.col)
    if ((dy !== 0 || dx !== 0) && core.surface.scrollBy(towardsFrozen ? 0 : dx, dy)) this.follow()
  }

  private up(event: PointerEvent): void {
    clearInterval(this.timer)
    const drag = this.drag
    this.drag = null
    if (drag) this.core.surface.host.releasePointerCapture(event.pointerId)
    if (drag === 'fill' && event.type === 'pointerup') this.fill()
  }

  private fill(): void {
    const { core } = this
    const source = rangeOfSelection(core.selection!)
    const found = fillTarget(source, core.surface.hit(this.point.x, this.point.y))
    core.overlay.fill = null
    if (!found) return core.redraw()
    core.commands.fill(source, found.target, fillCells(core.model, source, found.target, found.side))
  }

  /** The pointer was captured, so the event's target is the whole grid: ask what lies under it. */
  private twice(event: MouseEvent): void {
    const { core } = this
    const hit = core.surface.hit(event.clientX, event.clientY)
    const under = document.elementsFromPoint(event.clientX, event.clientY)
    if (hit.zone === 'outside' || (event.target as HTMLElement).closest('.gx-editing, .gx-dropdown')) return
    if (under.some((node) => node.classList.contains('gx-mark-handle'))) {
      const source = rangeOfSelection(core.selection!)
      const target = fillDownTarget(core.model, source)
      if (target) core.commands.fill(source, target, fillCells(core.model, source, target, 'down'))
    } else if (hit.zone === 'gutter') core.commands.openRow(hit.row)
    else if (!core.model.group(hit.row)) {
      core.input.focus()
      core.editing.begin()
    }
  }

  private pickForMenu(hit: Hit): void {
    const { core } = this
    const inside = core.selection && contains(rangeOfSelection(core.selection), hit)
    if (!inside && hit.zone === 'gutter') this.selectRows(hit, false)
    else if (!inside) core.select(singleCell(hit))
  }

  private menu(event: MouseEvent): void {
    const { core } = this
    const header = (event.target as HTMLElement).closest<HTMLElement>('.slick-header-column')
    if (!core.options.handlers.contextMenu || (!header && !this.inBody(event))) return
    event.preventDefault()
    core.commands.openMenu({ x: event.clientX, y: event.clientY, header: header?.dataset['id'] })
  }

  private wheel(event: WheelEvent): void {
    if (event.ctrlKey || (event.target as HTMLElement).closest('.gx-dropdown, .gx-editing')) return
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 28 : 1
    const [x, y] = event.shiftKey && event.deltaX === 0 ? [event.deltaY, 0] : [event.deltaX, event.deltaY]
    // at its ends the grid lets the page scroll
    if (this.core.surface.scrollBy(x * unit, y * unit)) event.preventDefault()
  }

  /** The whole text of a cell that is cut off; measured only under the pointer. */
  private tip(event: MouseEvent): void {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('.slick-cell')
    if (cell && !cell.title && cell.scrollWidth > cell.clientWidth) cell.title = cell.textContent ?? ''
  }
}
