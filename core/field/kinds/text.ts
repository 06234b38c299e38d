// Text, long text and the serial number.
import { z } from 'zod'
import type { FieldKind } from '../kind.ts'
import { asText, own, refuse, TEXT_OPS } from './shared.ts'

/** Characters: a cell of Excel holds 32,767. */
const LONG = 32_767
const SHORT = 500

/** NUL cannot be stored by PostgreSQL, lone surrogates cannot be sent as UTF-8. */
const storable = (value: string): boolean => !value.includes('\0') && value.isWellFormed()

/** A name with a line break would add lines to mails, logs and sheets. */
const oneLine = (value: string): boolean => !/[\u0000-\u001f\u007f\u2028\u2029]/.test(value)

const textSchema = (max: number) =>
  z.string().max(max, { error: () => `text.tooLong:${max}` }).refine(storable, { error: 'text.control' })

const shared = {
  align: 'left', ruleType: 'text', typed: true, numeric: false,
  read: own, words: (value: unknown) => String(value),
} as const

export const text: FieldKind<'text'> = {
  ...shared,
  label: { zh: '文本', en: 'Text' },
  columns: () => [{ suffix: '', type: 'text' }, { suffix: 'py', type: 'text', collateC: true }],
  schema: field => {
    const base = textSchema(field.maxLength ?? SHORT).refine(oneLine, { error: 'text.control' })
    return field.pattern ? base.regex(new RegExp(field.pattern, 'u'), { error: 'text.pattern' }) : base
  },
  parse: (typed, field) => {
    const value = typed.replaceAll(/\s*[\r\n]+\s*/g, ' ').trim()
    const max = field.maxLength ?? SHORT
    return value.length > max ? refuse('text.tooLong', { max }) : { value }
  },
  format: value => String(value),
  store: (value, field, env) => {
    const known = value === null || value === undefined
    return [value ?? null, known ? null : env.sortKey(String(value), field.person ?? false)]
  },
  order: col => col('py'),
  ops: TEXT_OPS,
  excel: () => ({ format: '@', cell: 's', width: 18 }),
  width: 140,
}

export const longText: FieldKind<'longText'> = {
  ...shared,
  label: { zh: '长文本', en: 'Long text' },
  columns: () => [{ suffix: '', type: 'text' }],
  schema: field => textSchema(field.maxLength ?? LONG),
  parse: (typed, field) => {
    const max = field.maxLength ?? LONG
    return typed.length > max ? refuse('text.tooLong', { max }) : { value: typed.replaceAll('\r\n', '\n') }
  },
  format: value => String(value),
  store: value => [value ?? null],
  order: own,
  ops: TEXT_OPS,
  excel: () => ({ format: '@', cell: 's', width: 32 }),
  width: 220,
}

export const serial: FieldKind<'serial'> = {
  ...shared,
  label: { zh: '编号', en: 'Serial number' },
  columns: () => [{ suffix: '', type: 'text', collateC: true }],
  schema: () => textSchema(64),
  parse: typed => ({ value: typed.trim() }),
  format: value => String(value),
  store: value => [value ?? null],
  read: asText,
  order: own,
  ops: TEXT_OPS,
  excel: () => ({ format: '@', cell: 's', width: 18 }),
  width: 150,
}
