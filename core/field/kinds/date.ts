// Dates are dates (no time of day, no zone), date-times are instants in UTC, birthdays may be lunar.
import { z } from 'zod'
import type { FieldKind } from '../kind.ts'
import { formatBirthday, parseBirthday } from '../../lib/birthday-text.ts'
import { parseDate } from '../../lib/date-parse.ts'
import { formatDateTime, parseDateTime, parseTime } from '../../lib/date-time.ts'
import { isDate } from '../../lib/date.ts'
import { isBirthday } from '../../lib/lunar.ts'
import { asText, DATE_OPS, fromParser, one, own, TIME_OPS } from './shared.ts'

export const date: FieldKind<'date'> = {
  label: { zh: '日期', en: 'Date' },
  columns: () => [{ suffix: '', type: 'date' }],
  schema: () => z.string().refine(isDate, { error: 'date.notADate' }),
  parse: typed => fromParser(parseDate(typed)),
  format: value => String(value),
  store: one, read: asText, order: own, ops: DATE_OPS,
  ruleType: 'date', align: 'center', typed: true, numeric: false, width: 110,
  excel: () => ({ format: 'yyyy-mm-dd', cell: 'd', width: 12 }),
}

export const datetime: FieldKind<'datetime'> = {
  label: { zh: '日期时间', en: 'Date and time' },
  columns: () => [{ suffix: '', type: 'timestamptz' }],
  schema: () => z.iso.datetime({ offset: true, error: 'date.notADateTime' }),
  parse: typed => fromParser(parseDateTime(typed)),
  format: value => formatDateTime(String(value)),
  read: col => `to_char(${col('')} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  store: one, order: own, ops: DATE_OPS,
  ruleType: 'datetime', align: 'center', typed: true, numeric: false, width: 150,
  excel: () => ({ format: 'yyyy-mm-dd hh:mm', cell: 'd', width: 18 }),
}

/** Kept as '14:30': such texts compare as times do. */
export const time: FieldKind<'time'> = {
  label: { zh: '时间', en: 'Time of day' },
  columns: () => [{ suffix: '', type: 'text', collateC: true }],
  schema: () => z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'time.notATime' }),
  parse: typed => fromParser(parseTime(typed)),
  format: value => String(value),
  store: one, read: own, order: own, ops: TIME_OPS,
  ruleType: 'text', align: 'center', typed: true, numeric: false, width: 80,
  excel: () => ({ format: '@', cell: 's', width: 8 }),
}

export const birthday: FieldKind<'birthday'> = {
  label: { zh: '生日（公历或农历）', en: 'Birthday (solar or lunar)' },
  columns: () => [{ suffix: '', type: 'text', collateC: true }, { suffix: 'solar', type: 'date' }],
  parts: { solar: { suffix: 'solar', label: { zh: '公历', en: 'Solar date' }, type: 'date' } },
  schema: () => z.string().refine(isBirthday, { error: 'date.notABirthday' }),
  parse: typed => fromParser(parseBirthday(typed)),
  format: (value, _field, lang) => formatBirthday(String(value), lang),
  store: (value, _field, env) => [value ?? null, typeof value === 'string' ? env.solarBirthday(value) : null],
  read: own, order: col => col('solar'), ops: DATE_OPS,
  ruleType: 'date', align: 'center', typed: true, numeric: false, width: 150,
  excel: () => ({ format: '@', cell: 's', width: 18 }),
}
