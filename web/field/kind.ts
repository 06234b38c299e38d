// What the browser adds to a kind of field: how it is typed in a form, shown on a page, edited in the grid, asked for in a filter.
import type { ComponentType } from 'react'
import type { FieldOf, KindName } from '#core/field/field.ts'
import type { WebField } from '../lib/api-types.ts'
import type { EditorKind } from '../grid/types.ts'

export interface InputProps<K extends KindName = KindName> {
  field: FieldOf<K> & Pick<WebField, 'right'>
  value: unknown
  onChange(value: unknown): void
  /** What was typed cannot be read as this kind; null takes it back. Saving waits. */
  onRefuse(reason: string | null): void
  id: string
  invalid: boolean
  autoFocus?: boolean
  /** Its list or calendar is open from the beginning. */
  openAtOnce?: boolean
  /** A text typed earlier that could not be read. */
  typedFirst?: string
}

export interface ShowProps<K extends KindName = KindName> { field: FieldOf<K>; value: unknown }

/** How a filter's value is given. */
export type AskKind = 'text' | 'number' | 'date' | 'options' | 'records' | 'yesNo' | 'none'

export interface WebKind<K extends KindName> {
  Input: ComponentType<InputProps<K>>
  /** The formatted text when absent. */
  Show?: ComponentType<ShowProps<K>>
  editor: EditorKind | null
  ask(field: FieldOf<K>): AskKind
  /** Takes the whole width of the form. */
  wide?: boolean
  /** Said in the empty place of a new record: the system fills it when nobody does. */
  hint?: 'field.autoNumber'
}

export const MASK = '•••'
export const isBlank = (value: unknown): boolean => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
