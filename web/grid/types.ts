// The contract of the grid: what it is given (rows, columns, texts, handlers) and what it hands back.
// The grid knows nothing of HTTP or of the business: whoever mounts it supplies these.
import type { GridTexts } from './texts.ts'
import type { Draft, DraftStore } from './drafts.ts'
import type { Range } from './range.ts'
import type { Summary } from './summary.ts'

/** One record. Values by column key are wire values: strings for numbers, dates and money, {id,label} for references. */
export interface GridRow { id: string; version: number; values: Record<string, unknown> }

/** A header of grouped rows, given in place of a record; totals are display texts by column key. */
export interface GroupRow {
  group: { label: string; count: number; totals: Record<string, string>; level: number; collapsed: boolean; path: string[] }
}

export type AnyRow = GridRow | GroupRow

/** Random access; rows arrive later, in pages. `save`, `undo` and `redo` resolve once the source shows the result. */
export interface RowSource {
  count(): number
  row(index: number): AnyRow | null
  want(from: number, to: number): void
  subscribe(listener: (change: SourceChange) => void): () => void
  /** Optional: loads a whole range, e.g. before it is copied. */
  load?(from: number, to: number): Promise<void>
}

export interface SourceChange { from?: number; to?: number; count?: boolean }

export interface Option { value: string; label: string; color?: string }

export interface Choice { value: unknown; label: string; color?: string }

export type Parsed = { value: unknown } | { refusal: string }

export type EditorKind = 'text' | 'longText' | 'number' | 'date' | 'list' | 'lookup' | 'yesNo' | 'popup'

export interface GridColumn {
  key: string
  title: string
  width: number
  frozen?: boolean
  hidden?: boolean
  align: 'left' | 'right' | 'center'
  editable: boolean
  numeric?: boolean
  sortable?: boolean
  editor?: EditorKind
  options?: Option[]
  /** Display text, escaped by the grid, never HTML. */
  format(value: unknown, row: GridRow): string
  /** Text that was typed or pasted, to a wire value. */
  parse(text: string): Parsed
  /** Text for the clipboard, without separators; the display text unless given. */
  copy?(value: unknown): string
  lookup?(text: string): Promise<Choice[]>
  popup?(context: PopupContext): void
}

/** What an editor outside the grid (address, lines, attachments, a calendar) is given. */
export interface PopupContext {
  rowIndex: number
  row: GridRow
  key: string
  value: unknown
  anchor: DOMRect
  commit(value: unknown, text: string): void
  cancel(): void
}

export type EditKind = 'type' | 'paste' | 'fill' | 'delete' | 'cut'

/** rowId null asks for a new record; all cells of one new record come in one call, under one rowIndex. */
export interface CellEdit {
  rowId: string | null
  rowIndex: number
  version: number | null
  key: string
  value: unknown
  text: string
}

/** For a new record one of its results carries the id; without an id the row stays a draft at the bottom. */
export type EditResult =
  | { rowIndex: number; key: string; ok: true; rowId?: string }
  | { rowIndex: number; key: string; ok: false; refusal: string; rowId?: string }

export interface Sort { key: string; direction: 'up' | 'down' }

export interface ColumnLayout { key: string; width: number; hidden: boolean; frozen: boolean }

export interface CellStyle { classes?: string; color?: string; background?: string }

export interface MenuTarget { rowIndex: number; key: string | null; range: Range | null; x: number; y: number }

export interface GridHandlers {
  /** A rejected promise means offline or broken: the cells stay marked as unsaved. `batch` is one gesture, for undo. */
  save(edits: CellEdit[], kind: EditKind, batch: string): Promise<EditResult[]>
  undo(): Promise<void>
  redo(): Promise<void>
  sort?(sorts: Sort[]): void
  open?(rowIndex: number, row: GridRow): void
  selectionChanged?(summary: SelectionSummary): void
  columnsChanged?(columns: ColumnLayout[]): void
  contextMenu?(target: MenuTarget): void
  filterChanged?(key: string, text: string): void
  toggleGroup?(path: string[], collapsed: boolean): void
  checkedChanged?(ids: string[]): void
  problemsChanged?(problems: Draft[]): void
}

/** `complete` is false when rows of the range are not loaded: ask the server for from, to and keys. */
export interface SelectionSummary extends Summary {
  range: Range
  from: number
  to: number
  keys: string[]
  complete: boolean
}

export interface GridOptions {
  source: RowSource
  columns: GridColumn[]
  handlers: GridHandlers
  texts: GridTexts
  drafts?: DraftStore
  sorts?: Sort[]
  filters?: Record<string, string>
  showFilters?: boolean
  canCreate?: boolean
  checkboxes?: boolean
  dark?: boolean
  label: string
  cellStyle?(row: GridRow, key: string): CellStyle | null
}
