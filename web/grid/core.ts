// The grid itself: owns the parts, the selection and the life of both; the parts talk to each other through it.
import type { GridOptions, SourceChange } from './types.ts'
import type { GridTexts } from './texts.ts'
import type { Ground, Selection } from './selection.ts'
import type { Pos } from './range.ts'
import { CellInput } from './cell-input.ts'
import { Changes } from './changes.ts'
import { Clipboard } from './clipboard.ts'
import { ColumnDrag } from './column-drag.ts'
import { Columns } from './columns.ts'
import { Drafts, memoryDraftStore } from './drafts.ts'
import { Dropdown } from './dropdown.ts'
import { Editing } from './editing.ts'
import { GridModel } from './model.ts'
import { Mouse } from './mouse.ts'
import { Overlay } from './overlay.ts'
import { SaveQueue } from './save-queue.ts'
import { Surface } from './slick.ts'
import { Commands } from './commands.ts'
import { Presence } from './presence.ts'
import { clampPos } from './range.ts'
import { dressFilter, dressHeader } from './header.ts'
import { rangeOfSelection, singleCell } from './selection.ts'
import { handleKey } from './keys.ts'
import { paintCell, rowClasses } from './paint.ts'
import { selectionSummary } from './selection-summary.ts'

const SUMMARY_PAUSE = 80
const MARGIN_ROWS = 40
let grids = 0

export class GridCore {
  options: GridOptions
  selection: Selection | null = null
  readonly filters = new Map<string, string>()
  readonly checked = new Set<string>()
  readonly model: GridModel
  readonly changes: Changes
  readonly queue: SaveQueue
  readonly columns: Columns
  readonly surface: Surface
  readonly overlay: Overlay
  readonly input: CellInput
  readonly dropdown: Dropdown
  readonly editing: Editing
  readonly clipboard: Clipboard
  readonly commands: Commands
  readonly presence: Presence
  readonly pointer: [Mouse, ColumnDrag]
  private readonly frame: HTMLElement
  private readonly sizes: ResizeObserver
  private unsubscribe: () => void = () => undefined
  private refreshing = false
  private draftsChanged = false
  private summaryTimer: ReturnType<typeof setTimeout> | undefined

  /** `frame` is the sized box; slickgrid lives in a child of it, so that its own clean-up leaves our nodes alone. */
  constructor(frame: HTMLElement, options: GridOptions) {
    grids += 1
    this.frame = frame
    this.options = options
    for (const [key, text] of Object.entries(options.filters ?? {})) this.filters.set(key, text)
    const drafts = new Drafts(options.drafts ?? memoryDraftStore(), () => { this.draftsChanged = true; this.refreshSoon() })
    this.model = new GridModel(options.source, drafts)
    this.model.canCreate = options.canCreate === true
    this.queue = new SaveQueue(this.model, {
      save: (edits, kind, batch) => this.options.handlers.save(edits, kind, batch),
      done: (outcome) => this.commands.saved(outcome),
    })
    this.changes = new Changes(this.model, this.queue, () => this.texts)
    this.columns = new Columns(this.model, {
      surface: () => this.surface, checkboxes: () => this.options.checkboxes === true,
      changed: (layout, drawn) => {
        if (drawn) this.refreshSoon()
        else this.remakeColumns()
        this.options.handlers.columnsChanged?.(layout)
      },
    })
    this.columns.take(options.columns)
    this.surface = this.makeSurface()
    this.overlay = new Overlay(this.surface)
    this.editing = new Editing(this)
    this.clipboard = new Clipboard(this)
    this.commands = new Commands(this)
    this.dropdown = new Dropdown(this.surface.host, `gx${grids}-list`, { pick: (choice) => { this.editing.commit(choice); this.input.focus() } })
    this.input = this.makeInput()
    this.presence = new Presence(this, `gx${grids}`)
    this.pointer = [new Mouse(this), new ColumnDrag(this)]
    this.sizes = new ResizeObserver(() => this.resized())
    this.sizes.observe(frame)
    this.listenToSource()
    this.presence.describe()
    void drafts.restore()
  }

  get texts(): GridTexts { return this.options.texts }

  private makeSurface(): Surface {
    const host = document.createElement('div')
    host.className = 'gx'
    this.frame.append(host)
    const context = {
      model: this.model, changes: this.changes, texts: () => this.texts,
      checked: null as Set<string> | null, canOpen: () => this.options.handlers.open !== undefined,
      cellStyle: (...args: Parameters<NonNullable<GridOptions['cellStyle']>>) => this.options.cellStyle?.(...args) ?? null,
    }
    return new Surface(host, {
      rows: () => this.model.rows(),
      paint: (row, col) => { context.checked = this.options.checkboxes ? this.checked : null; return paintCell(context, row, col) },
      rowClasses: (row) => rowClasses(context, row),
      loading: (row) => this.model.kind(row) === 'loading',
      headerCell: (node, key) => dressHeader(this, node, key),
      filterCell: (node, key) => dressFilter(this, node, key),
      moved: () => this.moved(),
      rendered: (from, to) => this.rendered(from, to),
      resized: (widths) => this.columns.resized(widths),
      fit: (key) => this.columns.fit(key),
    }, this.columns.forSurface(), this.columns.frozen(this.frame.clientWidth), this.options.showFilters === true)
  }

  private makeInput(): CellInput {
    return new CellInput(this.surface, {
      key: (event) => handleKey(this, event),
      begun: () => { this.reveal(); this.redraw() },
      typed: (text) => this.editing.typed(text),
      left: () => { this.editing.commit() },
      copy: (event) => this.clipboard.copy(event, false),
      cut: (event) => this.clipboard.copy(event, true),
      paste: (event) => this.clipboard.paste(event),
      focused: (on) => {
        this.surface.host.classList.toggle('gx-focused', on)
        if (on && !this.selection && this.model.rows() > 0) this.select(singleCell({ row: 0, col: 0 }))
      },
    }, this.options.label)
  }

  /** New props: only what differs is made again. */
  update(options: GridOptions): void {
    const before = this.options
    this.options = options
    this.model.canCreate = options.canCreate === true
    for (const [key, text] of Object.entries(options.filters ?? {})) this.filters.set(key, text)
    if (options.source !== before.source) {
      this.model.source = options.source
      this.listenToSource()
    }
    const reshaped = this.columns.take(options.columns)
    if ((options.showFilters === true) !== (before.showFilters === true)) this.surface.showFilterRow(options.showFilters === true)
    if (reshaped || options.sorts !== before.sorts || options.texts !== before.texts || options.checkboxes !== before.checkboxes) this.remakeColumns()
    else if (this.looksDifferent(before)) this.refreshSoon()
    this.presence.describe()
  }

  /** New handlers alone change nothing that is drawn. */
  private looksDifferent(before: GridOptions): boolean {
    const { source, columns, cellStyle, canCreate } = this.options
    return source !== before.source || columns !== before.columns || cellStyle !== before.cellStyle || canCreate !== before.canCreate
  }

  private listenToSource(): void {
    this.unsubscribe()
    this.unsubscribe = this.model.source.subscribe((change) => this.sourceChanged(change))
  }

  private sourceChanged(change: SourceChange): void {
    if (change.count || change.from === undefined) return this.refreshSoon()
    this.surface.refresh(change.from, change.to ?? change.from)
    // the selected row may only now have become one that can be typed into
    if (this.selection) this.select(this.selection, false)
    const range = this.selection && rangeOfSelection(this.selection)
    if (range && change.from <= range.bottom && (change.to ?? change.from) >= range.top) this.summariseSoon()
  }

  private remakeColumns(): void {
    this.surface.setColumns(this.columns.forSurface(), this.columns.frozen(this.frame.clientWidth))
    this.refreshSoon()
  }

  /** Many drafts change at once: the rows are drawn again once. */
  refreshSoon(): void {
    if (this.refreshing) return
    this.refreshing = true
    queueMicrotask(() => {
      this.refreshing = false
      if (!this.frame.isConnected) return
      if (this.columns.outgrown()) this.surface.setColumns(this.columns.forSurface(), this.columns.frozen(this.frame.clientWidth))
      this.surface.refreshAll()
      if (this.selection) this.select(this.clamped(this.selection), false)
      this.presence.describe()
      if (this.draftsChanged) this.options.handlers.problemsChanged?.(this.model.drafts.problems())
      this.draftsChanged = false
    })
  }

  private clamped(selection: Selection): Selection {
    const clamp = (pos: Pos): Pos => clampPos(pos, this.model.rows(), this.model.columns.length)
    return { ...selection, active: clamp(selection.active), anchor: clamp(selection.anchor), head: clamp(selection.head) }
  }

  private resized(): void {
    const frozen = this.columns.frozen(this.frame.clientWidth)
    if (frozen !== this.surface.frozenColumns) this.surface.setColumns(this.columns.forSurface(), frozen)
    this.surface.resize()
    this.redraw()
  }

  private rendered(from: number, to: number): void {
    this.model.source.want(Math.max(0, from - MARGIN_ROWS), to + MARGIN_ROWS)
    this.redraw()
  }

  private moved(): void {
    if (!this.presence) return
    this.input.place()
    this.redraw()
    if (this.dropdown.open) this.dropdown.follow(this.input.anchor())
  }

  /** slickgrid renders while it is being made, before the other parts exist. */
  redraw(): void { this.presence?.draw() }

  ground(): Ground {
    const { model } = this
    return {
      rows: model.rows(), cols: model.columns.length, dataRows: model.dataRows(),
      filled: (row, col) => model.filled(row, col), loaded: (row) => model.kind(row) !== 'loading',
    }
  }

  change(next: (selection: Selection, ground: Ground) => Selection, scroll = true): void {
    if (this.selection && this.model.rows() > 0) this.select(next(this.selection, this.ground()), scroll)
  }

  select(selection: Selection, scroll = true): void {
    const before = this.selection
    this.selection = selection
    const { active } = selection
    if (scroll) this.surface.scrollTo(before && before.active === active ? selection.head : active)
    const column = this.model.columns[active.col]
    if (!this.input.editing) this.input.at(active, this.model.editable(active.row, active.col), column?.align ?? 'left')
    this.redraw()
    if (before && before.active.row === active.row && before.active.col === active.col && before.head === selection.head) return
    this.presence.announce()
    this.summariseSoon()
  }

  private summariseSoon(): void {
    clearTimeout(this.summaryTimer)
    if (!this.options.handlers.selectionChanged) return
    this.summaryTimer = setTimeout(() => {
      if (this.selection) this.options.handlers.selectionChanged?.(selectionSummary(this.model, rangeOfSelection(this.selection)))
    }, SUMMARY_PAUSE)
  }

  /** Brings the active cell into view, e.g. when typing starts far from it. */
  reveal(): void {
    if (!this.selection) return
    this.surface.scrollTo(this.selection.active)
    this.input.place()
  }

  say(text: string): void { this.presence.voice.say(text) }
  notice(text: string): void { this.presence.voice.notice(text) }

  destroy(): void {
    this.editing.commit()
    this.unsubscribe()
    this.sizes.disconnect()
    clearTimeout(this.summaryTimer)
    this.presence.voice.destroy()
    this.surface.destroy()
    this.frame.replaceChildren()
  }
}
