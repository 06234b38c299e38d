// One block laid out by itself: pieces on a row, their sides as shares of the page. Columns come later (columns.ts).
import type { Cell } from './sheet.ts'

/** What a cell shows, without its place. */
export type Content = Omit<Cell, 'row' | 'col' | 'rowSpan' | 'colSpan'>

export interface Piece extends Content {
  /** Counted from the block's first row. */
  row: number
  rowSpan: number
  /** Share of the page, 0-1. */
  from: number
  to: number
  /** Words that should stay on one line if they can: labels, heads. */
  tight: boolean
  /** Must not become narrower than it is: headings at the left, of one or two characters a line. */
  stiff?: true
  /** Added up below rows of the block: first and last of each run. */
  sums?: [number, number][]
}

export interface PartRow {
  height: number
  row?: string
  version?: number
}

export interface Part {
  pieces: Piece[]
  rows: PartRow[]
  head: number
  keep: boolean
  block?: string
  /** Columns of the grid; 0 for other blocks. */
  columns: number
}

/** Plain words in a cell. */
export const words = (text: string, style: Cell['style'], align: Cell['align'], frame: boolean): Content => ({ text, style, align, frame })

export const piece = (row: number, from: number, to: number, content: Content, more: Partial<Piece> = {}): Piece =>
  ({ ...content, row, rowSpan: 1, from, to, tight: content.style === 'label' || content.style === 'head', ...more })
