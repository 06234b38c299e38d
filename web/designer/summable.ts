// Can the values of a field be added up. Pure.
import type { Field } from '#core/field/field.ts'
import { kindOf } from '#core/field/kinds.ts'

const NUMBERS = new Set(['number', 'money', 'integer', 'percent'])

export const isSummable = (field: Field | undefined): boolean =>
  field !== undefined && ('result' in field ? NUMBERS.has(field.result) : kindOf(field).numeric)
