// What printing and workbooks need to know besides the sheets, and what a workbook filled in by hand says.
import type { Field } from '#core/field/field.ts'
import type { CellBind, CellChange } from '#core/form/sheet.ts'
import type { Refusal } from '#core/lib/error.ts'
import type { Lang } from '#core/lib/text.ts'

export interface Picture {
  bytes: Buffer
  /** 'image/png' or 'image/jpeg'; others are left out. */
  type: string
}

export interface PaperEnv {
  /** By the id that cells name (`image`); see images.ts. */
  images?: ReadonlyMap<string, Picture>
  /** Stands in the head of each page after the first. */
  company: string
  lang: Lang
  /** Names of the sheets of a workbook, in their order; the form's title without them. */
  names?: readonly string[]
}

/** One form found in a workbook. Nothing in it is to be trusted: `changesOf` looks at the sheet of today. */
export interface ReadForm {
  form: string
  title: string
  /** Of the form's declaration when the file was made. */
  version: number
  lang: Lang
  params: Record<string, unknown>
  /** Absent for forms that are not about one record; null for a new one. */
  record?: string | null
  /** Versions seen when the file was made: for the save that follows. */
  versions: { record?: number; filled?: number; rows: Record<string, number> }
  /** Name of the worksheet. */
  name: string
  /** Cells that can be typed and say something else than when the file was made. */
  cells: ReadCell[]
  /** Cells that cannot be typed, changed all the same. */
  strays: Stray[]
}

export interface ReadCell {
  bind: CellBind
  /** Number of a row of the file that is no record yet; its cells share it. */
  added?: number
  address: string
  label: string
  text: string
  /** Where Excel holds a number; a fraction for percentages. */
  number?: string
  /** What the cell said when the file was made. */
  was: string
  /** A formula without a value, or one that failed. */
  fault?: true
}

export interface Stray {
  address: string
  label: string
  text: string
}

export interface Problem {
  /** 'B7' in the workbook. */
  cell: string
  label: string
  text: string
  message: string
}

export interface Shown {
  bind: CellBind
  /** 'B7' in the workbook. */
  cell: string
  label: string
  before: string
  after: string
  /** Somebody changed it since the file was made: what it said then. */
  was?: string
}

export interface ReadChanges {
  changes: CellChange[]
  shown: Shown[]
  problems: Problem[]
}

/** A name or code in a cell as the link that it means; `named` is what kind.parse gave ({name}, or several). */
export type Resolve = (field: Field, named: unknown) => Promise<{ value: unknown; label: string } | { refusal: Refusal }>
