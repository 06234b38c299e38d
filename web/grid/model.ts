// What stands in each cell: the source's rows, the drafts over them, the drafted new rows below and the empty last row.
import type { AnyRow, GridColumn, GridRow, GroupRow, RowSource } from './types.ts'
import type { Draft, Drafts } from './drafts.ts'
import type { Range } from './range.ts'

type RowKind = 'record' | 'group' | 'loading' | 'draft' | 'new'

const isGroup = (row: AnyRow | null): row is GroupRow => row !== null && 'group' in row

export const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

export class GridModel {
  columns: GridColumn[] = []
  canCreate = false
  source: RowSource
  readonly drafts: Drafts

  constructor(source: RowSource, drafts: Drafts) {
    this.source = source
    this.drafts = drafts
  }

  rows(): number { return this.dataRows() + (this.canCreate ? 1 : 0) }
  /** Records and drafted rows, without the empty last one. */
  dataRows(): number { return this.source.count() + this.drafts.newRows.length }

  kind(row: number): RowKind {
    const count = this.source.count()
    if (row >= count) return row < this.dataRows() ? 'draft' : 'new'
    const found = this.source.row(row)
    if (!found) return 'loading'
    return isGroup(found) ? 'group' : 'record'
  }

  group(row: number): GroupRow['group'] | null {
    const found = row < this.source.count() ? this.source.row(row) : null
    return isGroup(found) ? found.group : null
  }

  /** The record of a row; drafted and empty rows give a stand-in without values. Null for groups and unloaded rows. */
  record(row: number): GridRow | null {
    const count = this.source.count()
    if (row >= count) return { id: this.drafts.newRows[row - count] ?? '', version: 0, values: {} }
    const found = this.source.row(row)
    return found && !isGroup(found) ? found : null
  }

  /** The name drafts of this row go by; null where nothing can be drafted yet. */
  rowKey(row: number): string | null {
    const count = this.source.count()
    if (row >= count) return this.drafts.newRows[row - count] ?? null
    return this.record(row)?.id ?? null
  }

  draft(row: number, col: number): Draft | undefined {
    const key = this.rowKey(row)
    const column = this.columns[col]
    return key && column ? this.drafts.get(key, column.key) : undefined
  }

  value(row: number, col: number): unknown {
    const draft = this.draft(row, col)
    if (draft?.readable) return draft.value
    const column = this.columns[col]
    return column ? this.record(row)?.values[column.key] : undefined
  }

  shown(row: number, col: number): string {
    const column = this.columns[col]
    const record = this.record(row)
    if (!column || !record) return ''
    const draft = this.draft(row, col)
    if (draft) return draft.readable && draft.state !== 'refused' ? column.format(draft.value, record) : draft.text
    const value = record.values[column.key]
    return isEmpty(value) ? '' : column.format(value, record)
  }

  /** Text for the clipboard and for starting to edit: plain, without thousands separators. */
  plain(row: number, col: number): string {
    const column = this.columns[col]
    const draft = this.draft(row, col)
    if (draft && (!draft.readable || draft.state === 'refused')) return draft.text
    const value = this.value(row, col)
    if (!column || isEmpty(value)) return ''
    return column.copy ? column.copy(value) : this.shown(row, col)
  }

  filled(row: number, col: number): boolean { return this.plain(row, col) !== '' }

  editable(row: number, col: number): boolean {
    const kind = this.kind(row)
    return this.columns[col]?.editable === true && kind !== 'loading' && kind !== 'group'
  }

  /** Whether every row of the range is there to be read. */
  loaded(range: Range): boolean {
    const last = Math.min(range.bottom, this.source.count() - 1)
    for (let row = range.top; row <= last; row += 1) if (!this.source.row(row)) return false
    return true
  }

  columnIndex(key: string): number { return this.columns.findIndex((column) => column.key === key) }

  /** Where a drafted row is now; the place it was typed at unless it can be seen elsewhere near. */
  rowOfDraft(draft: Draft): number {
    const drafted = this.drafts.placeOf(draft.row)
    if (drafted >= 0) return this.source.count() + drafted
    for (let away = 0; away <= 2000; away += 1) {
      for (const row of [draft.rowIndex - away, draft.rowIndex + away]) {
        if (row >= 0 && row < this.source.count() && this.record(row)?.id === draft.row) return row
      }
    }
    return Math.min(draft.rowIndex, this.rows() - 1)
  }
}
