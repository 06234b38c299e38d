// What every kind of field can do: its core half. Ask the field through kinds.ts; nobody branches on a kind.
import type { ZodType } from 'zod'
import type { Refusal } from '../lib/error.ts'
import type { Lang } from '../lib/text.ts'
import type { FieldOf, KindName } from './field.ts'

export type RuleType = 'text' | 'number' | 'boolean' | 'date' | 'datetime' | 'list'

/** A PostgreSQL column of a field. `suffix` '' is the value itself; others are its parts. */
export interface Column {
  suffix: string
  type: 'text' | 'numeric' | 'bigint' | 'integer' | 'boolean' | 'date' | 'timestamptz' | 'uuid' | 'text[]' | 'uuid[]' | 'jsonb' | 'double precision'
  /** Byte order: sort keys and codes compare alike in every database. */
  collateC?: boolean
}

/** Operators of a filter. `relative` takes {name, n}; list operators take arrays. */
export type Op =
  | 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge' | 'between' | 'in' | 'notIn'
  | 'contains' | 'notContains' | 'startsWith' | 'empty' | 'notEmpty'
  | 'hasAny' | 'hasAll' | 'relative' | 'under'

export type Parsed = { value: unknown } | { refusal: Refusal }

/** What storing needs of the heavy libraries, given by the server so that browsers need not load them. */
export interface StoreEnv {
  /** Sort key in pinyin order (core/lib/pinyin). */
  sortKey(text: string, person: boolean): string
  /** Solar date of a birthday; null without a year (core/lib/lunar). */
  solarBirthday(value: string): string | null
}

export interface ExcelForm {
  /** Number format, '' for General, '@' for text. */
  format: string
  /** How the cell is typed. */
  cell: 's' | 'n' | 'd' | 'b'
  width: number
}

export interface FieldKind<K extends KindName> {
  label: { zh: string; en: string }
  columns(field: FieldOf<K>): Column[]
  /** Parts that a path may name: 'address.city'. Key is the part, value its column suffix. */
  parts?: Record<string, { suffix: string; label: { zh: string; en: string }; type: RuleType }>
  /** Checks a wire value (already not null); unknown keys refused. */
  schema(field: FieldOf<K>): ZodType
  /** What a person typed, pasted or imported, as a wire value. Never called with blank text. */
  parse(text: string, field: FieldOf<K>, lang: Lang): Parsed
  /** A wire value as people read it. */
  format(value: unknown, field: FieldOf<K>, lang: Lang): string
  /** A wire value as the values of `columns`, in their order. */
  store(value: unknown, field: FieldOf<K>, env: StoreEnv): unknown[]
  /** SQL that reads the wire value from the columns; `col('')` is the value's column. */
  read(col: (suffix: string) => string, field: FieldOf<K>): string
  /** SQL expression to sort and range-filter by; the default is the value's column. */
  order(col: (suffix: string) => string, field: FieldOf<K>): string
  /** The object that its ids point to; `many` when it holds several. On the wire: {id, label}. */
  target?(field: FieldOf<K>): { object: string; many: boolean } | undefined
  ops: readonly Op[]
  ruleType: RuleType | null
  align: 'left' | 'right' | 'center'
  excel(field: FieldOf<K>): ExcelForm
  /** Its value as text for grams and pinyin; absent where search has no use for it. */
  words?(value: unknown): string
  /** False for what is kept or derived elsewhere (lines) or by the system (computed, rollup, serial). */
  typed: boolean
  /** Can be summed and averaged. */
  numeric: boolean
  /** A default pixel width. */
  width: number
}

