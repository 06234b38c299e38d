// What several kinds have in common: operators, plain storage, refusals.
import type { Refusal } from '../../lib/error.ts'
import type { Op, Parsed } from '../kind.ts'

export const TEXT_OPS = ['contains', 'notContains', 'startsWith', 'eq', 'ne', 'in', 'notIn', 'empty', 'notEmpty'] as const satisfies readonly Op[]
export const NUMBER_OPS = ['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'between', 'in', 'notIn', 'empty', 'notEmpty'] as const satisfies readonly Op[]
export const DATE_OPS = ['relative', 'eq', 'ne', 'lt', 'le', 'gt', 'ge', 'between', 'empty', 'notEmpty'] as const satisfies readonly Op[]
export const TIME_OPS = ['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'between', 'empty', 'notEmpty'] as const satisfies readonly Op[]
export const CHOICE_OPS = ['in', 'notIn', 'eq', 'ne', 'empty', 'notEmpty'] as const satisfies readonly Op[]
export const LIST_OPS = ['hasAny', 'hasAll', 'empty', 'notEmpty'] as const satisfies readonly Op[]
export const REF_OPS = ['in', 'notIn', 'eq', 'ne', 'under', 'empty', 'notEmpty'] as const satisfies readonly Op[]

export const own = (col: (suffix: string) => string): string => col('')
export const asText = (col: (suffix: string) => string): string => `${col('')}::text`
export const one = (value: unknown): unknown[] => [value ?? null]

export const refuse = (key: string, params?: Refusal['params']): Parsed => ({ refusal: params ? { key, params } : { key } })

/** The lib parsers answer either a value or a refusal. */
export const fromParser = (answer: string | Refusal): Parsed =>
  typeof answer === 'string' ? { value: answer } : { refusal: answer }
