// One form laid out: cells on a page. From this one value come the web page, the print, the PDF and the .xlsx.
import type { Field } from '../field/field.ts'
import type { Lang } from '../lib/text.ts'
import type { Filter } from '../report/query.ts'

/**
 * What a cell writes to when it is typed in. `on` record: the form's record; row: a row of grid `block`, whose `row` is
 * the record's id or 'new:<n>'; value: a value of the filled form. `path` is the field's key.
 */
export interface CellBind {
  on: 'record' | 'row' | 'value'
  path: string
  block?: string
  row?: string
}

/** The records behind a number. */
export interface SheetLink {
  object: string
  filter?: Filter
  /** One record, opened at once. */
  id?: string
}

export type CellStyle = 'company' | 'title' | 'below' | 'plain' | 'label' | 'head' | 'value' | 'number' | 'group' | 'total' | 'note' | 'sign'

export interface Cell {
  row: number
  col: number
  rowSpan: number
  colSpan: number
  /** As a person reads it; '' for a place to write. */
  text: string
  style: CellStyle
  align: 'left' | 'center' | 'right'
  /** Framed. */
  frame: boolean
  /** For a spreadsheet: what type of cell, its bare value ('' in an empty place) and its number format. Text without it. */
  excel?: { kind: 'number' | 'date' | 'dateTime' | 'boolean' | 'text'; v: string; format: string }
  /** Living formula without '=', in A1 addresses of this sheet (row 0 is row 1). */
  formula?: string
  bind?: CellBind
  /** Place in `fields`: how it is typed. */
  field?: number
  /** The value as it goes over the wire: what an input begins with. */
  wire?: unknown
  /** Typed in 万元: `excel` and what people type are this many times smaller than `wire` (read-cell.ts). */
  scale?: string
  /** Choices offered in .xlsx, as they are printed. */
  choices?: string[]
  /** All choices printed with boxes: reading back looks for the ticked one. */
  boxes?: true
  link?: SheetLink
  masked?: true
  /** Its text is so many times smaller (0.7 to 1): a code that its column is too narrow for. */
  small?: number
  /** Id of a picture file (the logo). */
  image?: string
}

/** Rows of one block. `head` of the first ones are repeated on each page; kept together where `keep`. */
export interface Band {
  from: number
  /** After the last. */
  to: number
  head: number
  keep: boolean
  /** Key of the grid; its rows typed in anew carry it. */
  block?: string
  /** Place of the block among the form's: the designer opens it at a click. */
  at?: number
}

export interface SheetRow {
  /** Least height in mm. */
  height: number
  /** Id of the record shown, 'new:<n>' for an empty row of a grid. */
  row?: string
  /** Version of that record when it was read. */
  version?: number
}

export interface Sheet {
  form: string
  /** Of the form's declaration: a file made by another one is refused. */
  version: number
  title: string
  lang: Lang
  /** Wire values; ids for references. */
  params: Record<string, unknown>
  record?: { object: string; id: string | null; version: number | null; canUpdate: boolean }
  orientation: 'portrait' | 'landscape'
  /** In mm; they add up to the width between the margins. */
  widths: number[]
  rows: SheetRow[]
  /** By row, then column. */
  cells: Cell[]
  /** One after the other, covering all rows. */
  bands: Band[]
  /** Kinds of input that cells name by place. */
  fields: Field[]
  /** Said below the page: rows left out, periods without data. */
  remarks: string[]
  /** Nothing can be typed: filed, or no right to. */
  locked: boolean
  /** The filled form kept under these parameters, where there is one. */
  filled?: { id: string; version: number; state: 'open' | 'filed'; at: string; by: string }
}

/** One cell typed in, as the page and a workbook read back send it. */
export interface CellChange {
  bind: CellBind
  /** Wire value; null empties. */
  value: unknown
}

/** POST /api/forms/:id/save. `versions` are those that were seen: of the record, of the filled form, of rows by id. */
export interface FormSave {
  params: Record<string, unknown>
  /** null: a new record. Absent for forms that are not about one record. */
  record?: string | null
  changes: CellChange[]
  /** The filled form that was seen (Sheet.filled), where it was opened by itself: it may be another person's. */
  filled?: string
  /** Rows of grids that are taken away: block and id. */
  removed?: { block: string; row: string }[]
  versions?: { record?: number; filled?: number; rows?: Record<string, number> }
}

/** A4 in mm, less margins of 15 mm left and right. */
export const PAGE_WIDTH = { portrait: 180, landscape: 267 } as const
export const PAGE_HEIGHT = { portrait: 267, landscape: 180 } as const
export const MARGIN = 15
