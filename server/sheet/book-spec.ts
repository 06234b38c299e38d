// What a caller says of a workbook to be written. Values are text as everywhere on the wire: decimals, ISO dates.

export type WriteKind = 'text' | 'number' | 'date' | 'dateTime' | 'boolean'

/** A cell with more to it than its column's type. */
export interface WriteCell {
  v: string | boolean | null
  kind?: WriteKind
  /** Without '='; `v` is the value shown until Excel counts again. */
  f?: string
  /** Shown as the cell's comment. */
  note?: string
  /** Red fill: something is wrong here. */
  bad?: boolean
  bold?: boolean
}

export type WriteValue = string | boolean | null | undefined | WriteCell
export type Rows = AsyncIterable<WriteValue[]> | Iterable<WriteValue[]>

export interface WriteColumn {
  title: string
  kind: WriteKind
  /** Excel number format; each kind has a plain one of its own. */
  format?: string
  /** In characters; guessed from the title without it. */
  width?: number
  /** Allowed values, offered as a list in the cells below the header. */
  choices?: readonly string[]
  /** Shown as the comment of the title. */
  note?: string
}

export interface SheetSpec {
  name: string
  columns: WriteColumn[]
  rows: Rows
  /** Further rows above the header, such as a title; they are frozen with it. */
  above?: WriteValue[][]
  merges?: { top: number; left: number; bottom: number; right: number }[]
  /** Both on by default. */
  freeze?: boolean
  filter?: boolean
  /** Lists are also offered in this many empty rows below the data (for templates). */
  spareRows?: number
}

export interface BookSpec {
  sheets: SheetSpec[]
  /** Name of the hidden sheet with long choice lists; in the reader's language. */
  choicesSheet?: string
  /** Rows per sheet before a further sheet is begun. */
  maxRows?: number
}

export const MAX_ROWS = 1_048_576

/** A name Excel accepts, not used yet; `used` holds lower-case names. */
export function sheetName(wanted: string, used: Set<string>): string {
  const clean = wanted.replace(/[\0-\x1f[\]:*?/\\]/g, '_').replace(/^'+|'+$/g, '').trim()
  const base = /^(?:history)?$/i.test(clean) ? `${clean || 'Sheet'}_` : clean
  for (let n = 1; ; n++) {
    const suffix = n === 1 ? '' : ` (${n})`
    const name = cut(base, 31 - suffix.length) + suffix
    if (used.has(name.toLowerCase())) continue
    used.add(name.toLowerCase())
    return name
  }
}

/** Never cuts a character outside the basic plane in two. */
function cut(text: string, length: number): string {
  const short = text.slice(0, length)
  return /[\ud800-\udbff]$/.test(short) ? short.slice(0, -1) : short
}
