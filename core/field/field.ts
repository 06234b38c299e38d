// What a field is: a typed value with a label. This file holds the declaration; what a kind
// can do is in kind.ts, and each kind's core half is one entry of the table in kinds.ts.
import type { Text } from '../lib/text.ts'

/** How delicate a value is: 一般 / 受限 / 敏感 (PIPL art. 28 for the last). */
export type Sensitivity = 'general' | 'restricted' | 'sensitive'

export interface Option {
  value: string
  label: Text
  /** An antd preset colour name, e.g. 'green'. */
  color?: string
  retired?: boolean
}

/** Decimal places of a number, 0-12. */
interface Decimals {
  decimals?: number
  min?: string
  max?: string
}

/** The kinds that a computed value can be of. */
export type ResultName = 'text' | 'number' | 'money' | 'percent' | 'integer' | 'date' | 'yesNo'

/** What each kind wants to know beyond what all fields have. */
export interface KindOptions {
  text: { maxLength?: number; pattern?: string }
  longText: { maxLength?: number }
  number: Decimals & { unit?: Text }
  integer: { min?: number; max?: number; unit?: Text }
  /** Stored as a share: 0.15 is 15 %. */
  percent: Decimals
  /** Yuan, decimal(20,2) by default. */
  money: Decimals
  date: Record<never, never>
  datetime: Record<never, never>
  /** A time of day, '14:30'. */
  time: Record<never, never>
  /** Solar 'YYYY-MM-DD' or lunar 'L1990-04-07' (leap month 'L1990-+05-07'). */
  birthday: Record<never, never>
  choice: { options: Option[] }
  choices: { options: Option[] }
  /** Free words; those of the tag object for `of` are proposed. */
  tags: Record<never, never>
  yesNo: Record<never, never>
  phone: Record<never, never>
  email: Record<never, never>
  url: Record<never, never>
  address: Record<never, never>
  reference: { to: string; onDelete?: 'restrict' | 'clear' }
  references: { to: string }
  user: Record<never, never>
  department: Record<never, never>
  /** Children shown and edited inside their parent; `by` is the child's reference field. */
  lines: { of: string; by: string }
  attachment: { accept?: string[] }
  /** Numbering such as KH-{yyyy}-{0000}: date places yyyy yy mm dd, zeros for the counter. */
  serial: { rule: string }
  /** A rule over the record's own fields and its references. */
  computed: {
    rule: string
    result: ResultName
    decimals?: number
    /** The rule asks for today or now: worked out when read, never stored. */
    volatile?: boolean
  }
  /** Kept up to date by the write path from the records of `of` whose reference `by` points here. */
  rollup: { of: string; by: string; fn: 'count' | 'sum' | 'min' | 'max'; field?: string; where?: string; result: ResultName; decimals?: number }
  /** A structured setting (grants, view state): never typed in a cell. */
  json: Record<never, never>
}

export type KindName = keyof KindOptions

export interface FieldBase {
  key: string
  label: Text
  help?: Text
  required?: boolean
  unique?: boolean
  /** Found by the global search and the list's search box. */
  search?: boolean
  indexed?: boolean
  /** A person's name: pinyin of surnames. */
  person?: boolean
  /** Nobody types it: the system fills it. */
  readOnly?: boolean
  /** Every object has it. */
  system?: boolean
  /** Added at run time by an administrator. */
  custom?: boolean
  retired?: boolean
  sensitivity?: Sensitivity
  /** Why a restricted or sensitive value is held (PIPL art. 17). */
  purpose?: Text
  /** Value of a new record: a wire value, or 'today' / 'now' / 'me' / 'myDepartment' under `fill`. */
  initial?: unknown
  fill?: 'today' | 'now' | 'me' | 'myDepartment'
  /** Other column titles under which it is met in people's workbooks. */
  synonyms?: string[]
  /** Column width in pixels in the grid. */
  width?: number
  /** A rule: the record page shows the field only when it is true. */
  visibleIf?: string
}

export type FieldOf<K extends KindName> = FieldBase & { kind: K } & KindOptions[K]
export type Field = { [K in KindName]: FieldOf<K> }[KindName]
/** As written in a declaration: the key is the name it stands under. */
export type FieldInput = { [K in KindName]: Omit<FieldOf<K>, 'key'> & { key?: never } }[KindName]
