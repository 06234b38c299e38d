// The only file that knows slickgrid. It draws rows, headers and frozen panes; selection, keys and editing are ours.
import { SlickGrid } from 'slickgrid'
import type { Column, CustomDataView, GridOption } from 'slickgrid'
import type { Pos, Range } from './range.ts'

const ROW_HEIGHT = 28
const FILTER_HEIGHT = 32
/** The column of row numbers, always first and frozen. */
export const GUTTER = '#'

const MARGIN_ROWS = 8
const MARGIN_PX = 240

export interface SurfaceColumn { key: string; title: string; width: number; classes: string }

export interface Painted { text?: string; node?: HTMLElement; classes?: string; tip?: string }

interface SurfaceHooks {
  rows(): number
  /** col -1 is the gutter. */
  paint(row: number, col: number): Painted
  rowClasses(row: number): string
  loading(row: number): boolean
  headerCell(node: HTMLElement, key: string): void
  filterCell(node: HTMLElement, key: string): void
  moved(): void
  rendered(from: number, to: number): void
  resized(widths: Map<string, number>): void
  fit(key: string): void
}

export interface Box { left: number; top: number; width: number; height: number }
interface Body extends Box { split: number }
export interface Hit extends Pos { zone: 'cell' | 'gutter' | 'outside' }
interface Item { row: string }
// one stand-in for every row: what a row holds is asked for by its index
const item: Item = { row: '' }

/** Opens what slickgrid keeps to its subclasses: where rows and columns are. */
class Canvas extends SlickGrid<Item> {
  rowTop(row: number): number { return this.getRowTop(row) }
  rowAt(y: number): number { return this.getRowFromPosition(y) }
  edges(cell: number): { left: number; right: number } {
    return { left: this.columnPosLeft[cell] ?? 0, right: this.columnPosRight[cell] ?? 0 }
  }
  /** A little around the view: slickgrid's own margins draw three screens for one at every turn of the wheel. */
  override getRenderedRange(top?: number, left?: number): { top: number; bottom: number; leftPx: number; rightPx: number } {
    const view = this.getVisibleRange(top, left)
    return {
      top: Math.max(0, view.top - MARGIN_ROWS), bottom: Math.min(this.getDataLength() - 1, view.bottom + MARGIN_ROWS),
      leftPx: Math.max(0, view.leftPx - MARGIN_PX), rightPx: Math.min(this.canvasWidth, view.rightPx + MARGIN_PX),
    }
  }
  leftWidth(): number { return this.canvasWidthL }
  scroller(): HTMLElement { return this._viewportScrollContainerY }
  leftViewport(): HTMLElement { return this._viewportTopL }
  top(): number { return this.scrollTop }
  /** What slickgrid last saw: asking the element would force a layout in every frame. */
  left(): number { return this.scrollLeft }
  /** slickgrid makes every pane a tab stop; only the grid's own input is one. */
  calm(): void {
    const nodes = [...this._container.querySelectorAll<HTMLElement>('[tabindex]')]
    for (const node of nodes) node.tabIndex = -1
    this._focusSink.remove()
    this._focusSink2.remove()
  }
}

export class Surface {
  readonly host: HTMLElement
  private readonly grid: Canvas
  private readonly hooks: SurfaceHooks
  private frozen = 0
  private measured: Body | null = null
  /** A row not loaded yet is one wide cell a pane: a flung scrollbar draws thousands of them. */
  private skeleton: Record<string, { colspan: number | '*' }> = {}

  constructor(host: HTMLElement, hooks: SurfaceHooks, columns: SurfaceColumn[], frozen: number, filterRow: boolean) {
    this.host = host
    this.hooks = hooks
    this.frozen = frozen
    const data: CustomDataView<Item> = {
      getLength: () => hooks.rows(),
      getItem: () => item,
      getItemMetadata: (row: number) => ({ cssClasses: hooks.rowClasses(row), columns: hooks.loading(row) ? this.skeleton : undefined }),
    } as CustomDataView<Item>
    this.grid = new Canvas(host, data, [], { ...options(), showHeaderRow: filterRow })
    this.listen()
    this.grid.init()
    this.setColumns(columns, frozen)
    this.grid.calm()
  }

  private listen(): void {
    const { grid, hooks } = this
    grid.onHeaderCellRendered.subscribe((_event, { node, column }) => hooks.headerCell(node, String(column.id)))
    grid.onHeaderRowCellRendered.subscribe((_event, { node, column }) => hooks.filterCell(node, String(column.id)))
    grid.onScroll.subscribe(() => hooks.moved())
    grid.onRendered.subscribe((_event, { startRow, endRow }) => hooks.rendered(startRow, endRow))
    grid.onColumnsResized.subscribe(() => hooks.resized(new Map(grid.getColumns().map((column) => [String(column.id), column.width ?? 0]))))
    grid.onColumnsResizeDblClick.subscribe((_event, { triggeredByColumn }) => hooks.fit(triggeredByColumn))
  }

  /** The first is the gutter; `frozen` counts the columns after it that stay in place. */
  setColumns(columns: SurfaceColumn[], frozen: number): void {
    this.frozen = frozen
    this.measured = null
    this.skeleton = { ...(frozen > 0 ? { 1: { colspan: frozen } } : {}), [frozen + 1]: { colspan: '*' } }
    const back = this.keepFilterFocus()
    this.grid.setColumns(columns.map((column) => this.slickColumn(column)))
    this.grid.setOptions({ frozenColumn: frozen })
    this.grid.calm()
    this.measured = null
    back()
  }

  /** Making the headers anew must not take the filter away from under somebody's typing. */
  private keepFilterFocus(): () => void {
    const typing = document.activeElement
    if (!(typing instanceof HTMLInputElement) || !this.host.contains(typing) || !typing.dataset['key']) return () => undefined
    const { value, selectionStart, selectionEnd, dataset } = typing
    return () => {
      const again = [...this.host.querySelectorAll('input')].find((input) => input.dataset['key'] === dataset['key'])
      if (!again) return
      again.value = value
      again.focus({ preventScroll: true })
      again.setSelectionRange(selectionStart, selectionEnd)
    }
  }

  private slickColumn(column: SurfaceColumn): Column<Item> {
    const gutter = column.key === GUTTER
    return {
      id: column.key, field: 'row', name: column.title, width: column.width, minWidth: 36,
      resizable: !gutter, cssClass: column.classes, headerCssClass: column.classes,
      formatter: (row, cell) => {
        const painted = this.hooks.paint(row, cell - 1)
        const look = { addClasses: painted.classes ?? '', toolTip: painted.tip ?? '' }
        return painted.node ? { html: painted.node, ...look } : { text: painted.text ?? '', ...look }
      },
    }
  }

  showFilterRow(on: boolean): void {
    this.grid.setHeaderRowVisibility(on)
    this.grid.setColumns(this.grid.getColumns())
    this.measured = null
  }

  /** Draws these rows again. */
  refresh(from: number, to: number): void {
    const shown = this.grid.getRenderedRange()
    const rows: number[] = []
    for (let row = Math.max(from, shown.top); row <= Math.min(to, shown.bottom); row += 1) rows.push(row)
    if (rows.length === 0) return
    this.grid.invalidateRows(rows)
    this.grid.render()
  }

  refreshAll(): void {
    this.grid.updateRowCount()
    this.grid.invalidate()
    this.measured = null
  }

  resize(): void {
    this.grid.resizeCanvas()
    this.measured = null
    this.hooks.moved()
  }

  get frozenColumns(): number { return this.frozen }
  isFrozen(col: number): boolean { return col < this.frozen }
  visible(): { top: number; bottom: number } { return this.grid.getVisibleRange() }
  rendered(): { top: number; bottom: number } { return this.grid.getRenderedRange() }
  pageRows(): number { return Math.max(1, Math.floor(this.body().height / ROW_HEIGHT) - 1) }
  cellNode(row: number, col: number): HTMLElement | null { return this.grid.getCellNode(row, col + 1) }
  headerNodes(): HTMLElement[] { return [...this.host.querySelectorAll<HTMLElement>('.slick-header-column')] }
  canvases(): [HTMLElement, HTMLElement] { return [this.grid.getCanvases()[0]!, this.grid.getCanvases()[1]!] }

  /** The grid scrolls only in the right pane: a wheel anywhere moves both panes in the same frame. */
  scrollBy(x: number, y: number): boolean {
    const scroller = this.grid.scroller()
    const before = [scroller.scrollLeft, scroller.scrollTop]
    scroller.scrollTop += y
    scroller.scrollLeft += x
    this.grid.leftViewport().scrollTop = scroller.scrollTop
    return before[0] !== scroller.scrollLeft || before[1] !== scroller.scrollTop
  }

  scrollTo(pos: Pos): void {
    this.grid.scrollRowIntoView(pos.row, false)
    if (!this.isFrozen(pos.col)) this.grid.scrollColumnIntoView(pos.col + 1)
  }

  scrollRowToTop(row: number): void { this.grid.scrollRowToTop(row) }

  /** The rows' part of the grid, in the host's coordinates; `split` is where the frozen columns end. */
  body(): Body {
    this.measured ??= this.measure()
    return this.measured
  }

  private measure(): Body {
    const scroller = this.grid.scroller()
    const at = scroller.getBoundingClientRect()
    const host = this.host.getBoundingClientRect()
    const split = this.grid.leftWidth()
    return { left: 0, top: at.top - host.top, width: split + scroller.clientWidth, height: scroller.clientHeight, split }
  }

  /** A cell in the host's coordinates, wherever it is scrolled to. */
  cellBox(pos: Pos): Box {
    const body = this.body()
    const { left, right } = this.grid.edges(pos.col + 1)
    const shift = this.isFrozen(pos.col) ? 0 : body.split - this.grid.left()
    return { left: left + shift, top: body.top + this.grid.rowTop(pos.row) - this.grid.top(), width: right - left, height: ROW_HEIGHT }
  }

  /** A range's part in one pane, in the coordinates of that pane's canvas; cut off far outside the view. */
  paneBox(range: Range, pane: 'left' | 'right'): Box | null {
    const first = pane === 'left' ? range.left : Math.max(range.left, this.frozen)
    const last = pane === 'left' ? Math.min(range.right, this.frozen - 1) : range.right
    if (first > last) return null
    const shown = this.rendered()
    const top = Math.max(range.top, shown.top - 50)
    const bottom = Math.min(range.bottom, shown.bottom + 50)
    if (top > bottom) return null
    const left = this.grid.edges(first + 1).left
    return { left, top: this.grid.rowTop(top), width: this.grid.edges(last + 1).right - left, height: (bottom - top + 1) * ROW_HEIGHT }
  }

  /** The cell under a point of the window; outside the body the nearest one. */
  hit(x: number, y: number): Hit {
    const body = this.body()
    const host = this.host.getBoundingClientRect()
    const within = { x: x - host.left, y: y - host.top - body.top }
    const row = Math.max(0, Math.min(this.hooks.rows() - 1, this.grid.rowAt(within.y + this.grid.top())))
    const outside = within.y < 0 || within.y >= body.height || within.x < 0 || within.x >= body.width
    const gutter = this.grid.edges(0).right
    const col = this.columnAt(within.x, body.split)
    return { row, col, zone: outside ? 'outside' : within.x < gutter ? 'gutter' : 'cell' }
  }

  private columnAt(x: number, split: number): number {
    const left = x < split
    const at = left ? x : x - split + this.grid.left()
    const count = this.grid.getColumns().length - 1
    const [first, last] = left ? [0, this.frozen - 1] : [this.frozen, count - 1]
    for (let col = first; col <= last; col += 1) if (at < this.grid.edges(col + 1).right) return col
    return Math.max(0, Math.min(count - 1, last))
  }

  destroy(): void { this.grid.destroy(true) }
}

function options(): GridOption {
  return {
    explicitInitialization: true, rowHeight: ROW_HEIGHT, headerRowHeight: FILTER_HEIGHT, frozenColumn: -1,
    enableCellNavigation: false, editable: false, enableColumnReorder: false, enableHtmlRendering: false,
    enableMouseWheelScrollHandler: false, enableTextSelectionOnCells: true, forceSyncScrolling: true,
    // cells are text, set as text: nothing to sanitise, and nothing of it may be changed
    sanitizer: (text: string) => text,
    skipFreezeColumnValidation: true, invalidColumnFreezeWidthCallback: () => undefined, invalidColumnFreezePickerCallback: () => undefined,
    defaultColumnWidth: 120, minRowBuffer: 4,
    multiSelect: false,
  }
}
