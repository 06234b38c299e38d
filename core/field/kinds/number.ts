// Numbers: decimal strings on the wire and in JavaScript, numeric in the database; never a float.
import { z } from 'zod'
import type { FieldOf } from '../field.ts'
import type { FieldKind } from '../kind.ts'
import { parseAmount, parsePercent } from '../../lib/amount.ts'
import { cmp, formatDecimal, round } from '../../lib/decimal.ts'
import { asText, fromParser, NUMBER_OPS, one, own, refuse } from './shared.ts'

const DECIMAL = /^-?\d{1,15}(\.\d{1,12})?$/

type Bounded = { decimals?: number; min?: string; max?: string }

/** Plain decimal notation only; at most the field's places, inside its bounds. */
function decimalSchema(field: Bounded, places: number) {
  return z.string().regex(DECIMAL, { error: 'number.notANumber' })
    .refine(value => (value.split('.')[1] ?? '').replace(/0+$/, '').length <= places, { error: `number.places:${places}` })
    .refine(value => field.min === undefined || cmp(value, field.min) >= 0, { error: `number.min:${field.min ?? ''}` })
    .refine(value => field.max === undefined || cmp(value, field.max) <= 0, { error: `number.max:${field.max ?? ''}` })
}

const numeric = {
  columns: () => [{ suffix: '', type: 'numeric' as const }],
  store: one, read: asText, order: own, ops: NUMBER_OPS,
  align: 'right', ruleType: 'number', typed: true, numeric: true, width: 110,
} as const

/** Grouped by thousands; without `places` as many as the value has. */
const shown = (value: string, places?: number): string =>
  formatDecimal(value, places === undefined ? { group: true } : { group: true, places })

/** Decimal places that say something: '1200.5000' has one. */
const placesIn = (value: string): number => (value.split('.')[1] ?? '').replace(/0+$/, '').length

const zeros = (places: number): string => (places > 0 ? `.${'0'.repeat(places)}` : '')

export const number: FieldKind<'number'> = {
  ...numeric,
  label: { zh: '数字', en: 'Number' },
  schema: field => decimalSchema(field, field.decimals ?? 6),
  parse: (typed, field) => rounded(parseAmount(typed), field.decimals ?? 6),
  format: value => shown(String(value)),
  excel: field => ({ format: field.decimals === undefined ? '#,##0.######' : `#,##0${zeros(field.decimals)}`, cell: 'n', width: 12 }),
}

export const money: FieldKind<'money'> = {
  ...numeric,
  label: { zh: '金额', en: 'Money' },
  schema: field => decimalSchema(field, field.decimals ?? 2),
  parse: (typed, field) => rounded(parseAmount(typed), field.decimals ?? 2),
  format: (value, field) => shown(String(value), Math.min(field.decimals ?? 2, Math.max(2, placesIn(String(value))))),
  excel: field => ({ format: `#,##0${zeros(field.decimals ?? 2)}`, cell: 'n', width: 14 }),
  width: 120,
}

export const percent: FieldKind<'percent'> = {
  ...numeric,
  label: { zh: '百分比', en: 'Percent' },
  schema: field => decimalSchema(field, (field.decimals ?? 2) + 2),
  parse: typed => fromParser(parsePercent(typed)),
  format: (value, field) => `${shown(String(value).replace(/^(-?)(\d+)(?:\.(\d+))?$/, shiftTwo), field.decimals)}%`,
  excel: field => ({ format: `0${zeros(field.decimals ?? 2)}%`, cell: 'n', width: 10 }),
  width: 90,
}

export const integer: FieldKind<'integer'> = {
  ...numeric,
  label: { zh: '整数', en: 'Whole number' },
  columns: () => [{ suffix: '', type: 'bigint' }],
  schema: (field: FieldOf<'integer'>) => z.number({ error: 'number.notWhole' }).int({ error: 'number.notWhole' })
    .min(field.min ?? Number.MIN_SAFE_INTEGER, { error: `number.min:${field.min ?? ''}` })
    .max(field.max ?? Number.MAX_SAFE_INTEGER, { error: `number.max:${field.max ?? ''}` }),
  parse: typed => {
    const answer = parseAmount(typed)
    if (typeof answer !== 'string') return { refusal: answer }
    const value = Number(answer)
    return Number.isSafeInteger(value) ? { value } : refuse('number.notWhole')
  },
  format: value => shown(String(value), 0),
  read: own,
  excel: () => ({ format: '#,##0', cell: 'n', width: 10 }),
  width: 90,
}

/** Moves the decimal point two places to the right: 0.155 → 15.5. */
function shiftTwo(_all: string, sign: string, whole: string, rest = ''): string {
  const digits = rest.padEnd(2, '0')
  const moved = `${whole}${digits.slice(0, 2)}`.replace(/^0+(?=\d)/, '')
  const left = digits.slice(2).replace(/0+$/, '')
  return `${sign}${moved}${left ? `.${left}` : ''}`
}

function rounded(answer: ReturnType<typeof parseAmount>, places: number) {
  return fromParser(typeof answer === 'string' ? round(answer, places) : answer)
}
