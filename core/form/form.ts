// What a form is: the paper layout of objects and reports, declared in 20 to 40 lines (spec forms.md, F01-F27).
// Plain data: an administrator's own variant is a row that holds the very same value (see check-form.ts).
import type { FieldInput } from '../field/field.ts'
import type { Text } from '../lib/text.ts'
import type { Filter, Sort } from '../report/query.ts'

/** A customer master data, B analysis, C contact, visit, hospitality and gift, D communication and after-sales. */
export type FormArea = 'master' | 'analysis' | 'contact' | 'service'

/**
 * Where a value stands: 'name' a path of the form's record; '@year' a parameter; '#advice' a value typed on the form
 * itself and kept with the filled form; '$count' a fact that a report of the form tells besides its rows;
 * '%today', '%me', '%company', '%department' what the moment knows.
 */
export type Bind = string

/** What is asked before the form opens: a field, and what it is when nothing is said. */
export type Param = FieldInput & { preset?: unknown | 'thisYear' | 'lastYear' | 'thisMonth' | 'today' | 'me' }

/** A place of a line or a row of fields: a printed label, a value, or both. */
export interface Item {
  label?: Text
  at?: Bind
  /** Stands there as long as `at` is empty: what is worked out, until somebody writes over it. */
  or?: Bind
  /** Printed words in place of a value. */
  text?: Text
  /** Share of the row's width, label and value together; 1 by default. */
  weight?: number
  /** Share of the place that the label takes, 0-1; by the label's length without it. */
  labelShare?: number
  /** Height in lines of text; 1 by default. */
  lines?: number
  /** All choices printed with boxes (□ ☑), 'numbered' as 1. 2. 3.; for fields with options. */
  boxes?: true | 'numbered'
  /**
   * Name of a lookup, asked for the form's record: where it answers, that stands here and is not typed; else what is
   * typed at `at` (F02 最高月额: from orders, else by word).
   */
  lookup?: string
  /** Formatted otherwise than its own field: 万元, or a weekday. */
  show?: 'tenThousand' | 'weekday' | 'year' | 'uppercase'
}

export interface GridColumn {
  /** Path of the row's object, or a key of what the report answers; '' with `number`. */
  key: string
  label: Text
  /** Title over this and its neighbours with the same one. */
  under?: Text
  /** Share of the block's width. */
  weight: number
  /** 序号: the row's number. */
  number?: true
  /** Equal values below each other become one cell. */
  merge?: true
  /** Summed in the total row; a living formula in .xlsx. */
  sum?: true
  /** For columns of a report and looked-up ones: what kind of value it is. */
  as?: Omit<FieldInput, 'label'>
  /**
   * Looked up by the business for the rows of an object (sales of a year ...): name of a lookup. Where `key` is a field of
   * the object and no `as` is given, what is typed there stands instead and can be typed (F11 恶化趋势).
   */
  lookup?: string
  /** Repeated for every column that the report names (products); its values are '<key>:<name>'. */
  across?: true
  boxes?: true | 'numbered'
  show?: Item['show']
}

/** Where the rows of a grid come from. */
export type Source =
  /** Child lines of the form's record. */
  | { lines: string }
  /**
   * Records of an object. Values in `filter` and `fresh` may be binds '@param' and 'record' (the form's record's id; 'record.date' a value of it).
   * `fresh` is given to rows typed into the form; without it no rows can be added.
   */
  | { object: string; filter?: Filter; sort?: Sort[]; fresh?: Record<string, unknown> }
  /** Worked out by the business (features' .server.ts); `with` is handed to it. */
  | { report: string; with?: Record<string, unknown> }

/** The six kinds of blocks, from top to bottom of the page. */
export type Block =
  /** Company, logo, title of the form; `below` in small print under it. */
  | { kind: 'title'; below?: Text; at?: Bind }
  /** Unframed labels and values: 年度、编号、区域. */
  | { kind: 'line'; items: Item[] }
  /** Framed labels and values; `heading` stands at the left over all rows (经营者情况). */
  | { kind: 'fields'; rows: Item[][]; heading?: Text }
  | GridBlock
  | { kind: 'signatures'; items: Item[] }
  /** A framed text with its label; `lines` its least height. */
  | { kind: 'note'; label?: Text; at?: Bind; text?: Text; lines?: number }

export interface GridBlock {
  kind: 'grid'
  key: string
  source: Source
  columns: GridColumn[]
  /** Not printed, yet the report or a lookup could fill them: offered by the designer. */
  spare?: GridColumn[]
  /** Stands at the left over all rows. */
  heading?: Text
  /** Empty rows fill up to this many; 'least' may be a bind to a number parameter, as 'most'. */
  least?: number | Bind
  /** Rows shown at most; what is left out is said below. 500 by default. */
  most?: number | Bind
  /** Label of the total row (合计); without it there is none. */
  total?: Text
  /** Rows under a heading row of their own for each value of this key. */
  groupBy?: string
}

/** Something that the form does at a click: an action with the form's parameters as input. */
export interface FormAct {
  key: string
  label: Text
  /** Name of an action (server/action); it answers {form?, record?, message?}: what to open or say next. */
  action: string
  help?: Text
}

export interface Form {
  /** That of the spec: F08. Part of addresses and of files read back. */
  id: string
  title: Text
  area: FormArea
  /** What it is for, in one sentence. */
  about: Text
  /** Keys of the roles that fill it (features/company/roles.ts). */
  filledBy: string[]
  /** Processes of the spec that it belongs to: 'P2'. */
  processes?: string[]
  page: 'portrait' | 'landscape'
  /** One record of this object fills it (parameter `record`); filled forms are then these records. */
  record?: string
  /** For forms of records: what else may be done to open one (an empty one is always offered). */
  params?: Record<string, Param>
  /** Typed on the form itself; each is found as '#key'. */
  values?: Record<string, FieldInput>
  blocks: Block[]
  acts?: FormAct[]
  /** Each opening with a record is written to the audit log ('viewed'): personal profiles (F03). */
  logged?: true
}

/** A company's own forms, switchable as a whole (V1): forms that stand in for those with the same ids. */
export interface FormSet {
  key: string
  label: Text
  forms: Form[]
}
