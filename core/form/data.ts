// What a form is filled with: read by the server through the one door out, laid out by layout.ts.
import type { Lang } from '../lib/text.ts'
import type { SheetLink } from './sheet.ts'

export interface RowData {
  /** Record's id; absent for rows of a report. */
  id?: string
  version?: number
  /** Wire values by column key; looked-up ones too. */
  values: Record<string, unknown>
  /** Records behind a value, by column key. */
  links?: Record<string, SheetLink>
  /** Keys whose value is masked for this reader. */
  masked?: string[]
  canUpdate?: boolean
  /** A subtotal or total given by the report. */
  total?: true
}

export interface GridData {
  rows: RowData[]
  /** Columns that stand in for the one marked `across`. */
  across?: { key: string; label: string }[]
  /** Rows there are but are not shown. */
  more?: number
  /** Sums over all rows, also those not shown; layout adds up the shown ones without it. */
  totals?: Record<string, unknown>
  /** May a new row be typed. */
  canAdd?: boolean
  /** Columns that this person may not change, whatever the row. */
  fixed?: string[]
  /** Told besides the rows: '$key' binds. A bare value, or {value, as, link}: of what kind it is, and the records behind it. */
  facts?: Record<string, unknown>
  /** Said below the page. */
  remarks?: string[]
}

export interface FormData {
  params: Record<string, unknown>
  /** How references among the parameters are called: '@region' prints it. */
  paramLabels: Record<string, string>
  /**
   * `fixed`: fields that this person may not change though he may change the record. What a lookup answers for a place
   * (Item.lookup) stands in `values` and `links` at its path, which is then among `fixed`.
   */
  record?: { object: string; id: string | null; version: number | null; values: Record<string, unknown>; masked: string[]; canUpdate: boolean; fixed?: string[]; links?: Record<string, SheetLink> }
  values: Record<string, unknown>
  /** May the form's own values be typed. */
  canValues: boolean
  /** By the grid's key. */
  grids: Record<string, GridData>
  company: { name: string; logo?: string }
  /** Today in the company's zone, who asks, and his department. */
  today: string
  me: string
  department: string
  lang: Lang
  /** Empty, for handwriting. */
  blank: boolean
  /** Version of the form's declaration. */
  version: number
}
