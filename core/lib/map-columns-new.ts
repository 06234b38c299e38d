// A column that fits no field is offered as a new one: its kind guessed from the title and from what stands in it.
import type { FieldInput, KindName } from '../field/field.ts'
import { kinds } from '../field/kinds.ts'
import { parseAmount } from './amount.ts'
import { parseDate } from './date-parse.ts'
import { parsePhone } from './phone.ts'
import { titleWords } from './map-columns-title.ts'

/** Values that stand in a column, each once, as far as they were looked at. */
export interface ColumnValues {
  values: string[]
  /** Cells that are not empty, among those looked at. */
  filled: number
}

export type NewField = FieldInput

const MONEY = /金额|价|费|款|额|元|成本|收入|支出|工资|amount|price|cost|fee|salary|revenue/i
const COUNT = /数量|人数|年龄|次数|件数|台数|套数|数$|count|qty|quantity|age/i
const DAY = /日期|时间|日$|date|time/i
const CODE = /编号|编码|代码|号码?$|账号|帐号|身份证|税号|邮编|code|id$|no\.?$/i

const all = (values: string[], fits: (text: string) => boolean, share = 0.9): boolean =>
  values.length > 0 && values.filter(fits).length >= values.length * share

const YES_NO = /^(?:是|否|有|无|对|不|√|×|✓|✗|y|n|yes|no|true|false)$/i
const isPhone = (text: string): boolean => {
  const answer = parsePhone(text)
  return 'value' in answer && (answer.kind !== 'other' || /^[48]00/.test(answer.value))
}
const isNumber = (text: string): boolean => typeof parseAmount(text) === 'string'
/** 46027 may be a day or a number: only the title can tell. */
const isDay = (text: string, named: boolean): boolean => (named || !/^[\d.]+$/.test(text)) && typeof parseDate(text) === 'string'
const isEmail = (text: string): boolean => 'value' in kinds.email.parse(text, { key: '', label: { zh: '', en: '' }, kind: 'email' }, 'zh')
/** A leading zero or more digits than a number keeps: it is a code and must stay text. */
const isCode = (text: string): boolean => /^0\d|^\d{12,}$/.test(text)

const MOST_OPTIONS = 15
const LONG_TEXT = 80

function isChoice({ values, filled }: ColumnValues): boolean {
  return values.length >= 2 && values.length <= MOST_OPTIONS && filled >= Math.max(6, values.length * 3) && values.every(text => text.length <= 20)
}

function guessKind(title: string, column: ColumnValues): KindName {
  const { values } = column
  if (all(values, text => YES_NO.test(text), 1)) return 'yesNo'
  if (all(values, isEmail)) return 'email'
  if (!CODE.test(title) || /电话|手机|phone|mobile/i.test(title)) if (all(values, isPhone)) return 'phone'
  if (all(values, text => isDay(text, DAY.test(title)))) return 'date'
  if (all(values, text => /[%％]$/.test(text))) return 'percent'
  if (!CODE.test(title) && all(values, isNumber) && !values.some(isCode)) return MONEY.test(title) ? 'money' : COUNT.test(title) && values.every(text => /^\d+$/.test(text)) ? 'integer' : 'number'
  if (values.some(text => text.includes('\n') || text.length > LONG_TEXT)) return 'longText'
  return isChoice(column) && !CODE.test(title) ? 'choice' : 'text'
}

/** The label is the title without its unit; nothing is offered for a column without any value. */
export function guessField(title: string, column: ColumnValues): NewField | undefined {
  if (column.values.length === 0) return undefined
  const kind = guessKind(title, column)
  const name = title.replaceAll(/\s+/g, ' ').trim().slice(0, 60)
  const shown = titleWords(title).factor === undefined ? name : name.replace(/\s*[(（[【][^)）\]】]*[)）\]】]\s*$/, '')
  const base = { label: { zh: shown, en: shown }, synonyms: shown === title ? undefined : [title] }
  if (kind === 'choice') return { ...base, kind, options: column.values.map(text => ({ value: text, label: { zh: text, en: text } })) } as NewField
  return { ...base, kind } as NewField
}
