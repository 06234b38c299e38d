// A value as a cell shows it: words, spreadsheet type, choices; 万元, 星期, 年 and 金额大写 where the form asks for them.
import type { Field } from '../field/field.ts'
import { kindOf } from '../field/kinds.ts'
import { toChineseCapital } from '../lib/chinese-number.ts'
import { cmp, div, formatDecimal, isZero } from '../lib/decimal.ts'
import { weekday } from '../lib/date.ts'
import { toLocal } from '../lib/date-time.ts'
import { messageOf } from '../lib/messages.ts'
import type { Lang } from '../lib/text.ts'
import { inLang } from '../lib/text.ts'
import type { Boxes } from './boxes.ts'
import { boxesText } from './boxes.ts'
import type { Item } from './form.ts'
import type { Cell } from './sheet.ts'

export const MASK = '•••'

export type Show = NonNullable<Item['show']>

/** How a place wants its value. */
export interface Look {
  show?: Show
  boxes?: Boxes
  lang: Lang
}

export type Shown = Pick<Cell, 'text' | 'align' | 'excel' | 'choices' | 'boxes' | 'scale'>

const isBlank = (value: unknown): boolean => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** 年度 is no amount: 2026, not 2,026. */
const isYear = (field: Field): boolean => kindOf(field).numeric && /^year$|Year$/.test(field.key)

export function shown(field: Field, value: unknown, look: Look): Shown {
  const options = 'options' in field ? field.options : undefined
  if (look.boxes && options) return boxed(field, value, look.boxes, look.lang)
  const show = look.show ?? (isYear(field) ? 'year' : undefined)
  if (show) return SHOW[show](field, isBlank(value) ? '' : plain(value), look.lang)
  const kind = kindOf(field)
  const text = isBlank(value) ? '' : kind.format(value, field, look.lang)
  return { text, align: kind.align, excel: excelOf(field, value, text), ...offered(field, look.lang) }
}

/** A bare value, whatever its kind is: facts and groups whose kind nobody told. */
export function plain(value: unknown): string {
  if (isBlank(value)) return ''
  if (Array.isArray(value)) return value.map(plain).join('、')
  return typeof value === 'object' && value !== null && 'label' in value ? String(value.label) : String(value)
}

function boxed(field: Field, value: unknown, boxes: Boxes, lang: Lang): Shown {
  const options = 'options' in field ? field.options : []
  const chosen = isBlank(value) ? [] : [value].flat().map(String)
  const several = kindOf(field).ruleType === 'list'
  // Choosing from the list of Excel ticks the box: each choice is the whole text with one tick.
  const choices = several ? undefined : options.filter(option => !option.retired).map(option => boxesText(options, [option.value], boxes, lang))
  return { text: boxesText(options, chosen, boxes, lang), align: 'left', boxes: true, ...(choices ? { choices } : {}) }
}

/** Choices that a cell of Excel can hold one of. */
function offered(field: Field, lang: Lang): { choices?: string[] } {
  const kind = kindOf(field)
  if (kind.ruleType === 'boolean' && kind.typed) return { choices: [true, false].map(value => kind.format(value, field, lang)) }
  if (!('options' in field) || kind.ruleType === 'list') return {}
  return { choices: field.options.filter(option => !option.retired).map(option => inLang(option.label, lang)) }
}

const CELL = { s: 'text', n: 'number', d: 'date', b: 'boolean' } as const

/** Empty places have their number format too: what is typed there then looks right. */
function excelOf(field: Field, value: unknown, text: string): NonNullable<Cell['excel']> {
  const { cell, format } = kindOf(field).excel(field)
  const type = cell === 'd' && kindOf(field).ruleType === 'datetime' ? 'dateTime' : CELL[cell]
  return { kind: type, v: isBlank(value) ? '' : type === 'text' ? text : plain(value), format }
}

const TEN_THOUSAND = '10000'
const isNumber = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text)

/** A date out of a date, or of an instant in the company's zone. */
const dateIn = (text: string): string | undefined => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : /^\d{4}-\d{2}-\d{2}T/.test(text) ? toLocal(text).date : undefined)

const SHOW: Record<Show, (field: Field, value: string, lang: Lang) => Shown> = {
  tenThousand: (_field, value) => {
    const part = isNumber(value) ? div(value, TEN_THOUSAND) : ''
    const format = isSmall(part) ? '#,##0.00######' : '#,##0.00'
    return { text: part && inTenThousands(part), align: 'right', scale: TEN_THOUSAND, excel: { kind: 'number', v: part, format } }
  },
  weekday: (_field, value, lang) => {
    const date = dateIn(value)
    return { text: date ? messageOf({ key: `form.weekday.${weekday(date)}` }, lang) : '', align: 'center' }
  },
  year: (field, value) => {
    const year = dateIn(value)?.slice(0, 4) ?? value
    const typed = kindOf(field).numeric ? { excel: { kind: 'number' as const, v: year, format: '0' } } : {}
    return { text: year, align: 'center', ...typed }
  },
  uppercase: (_field, value) => ({ text: isNumber(value) ? toChineseCapital(value) : '', align: 'left' }),
}

/** Two decimals would show it as nothing: 50 元 is 0.005 万元. */
const isSmall = (part: string): boolean => part !== '' && !isZero(part) && cmp(part.replace('-', ''), '0.01') < 0

const inTenThousands = (part: string): string => formatDecimal(part, isSmall(part) ? {} : { places: 2 })
