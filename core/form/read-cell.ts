// What a person wrote into a cell, in Excel or pasted into the page, as the wire value of its field.
import type { Field } from '../field/field.ts'
import { kindOf } from '../field/kinds.ts'
import type { Parsed } from '../field/kind.ts'
import { mul } from '../lib/decimal.ts'
import { refusalOf } from '../lib/messages.ts'
import type { Lang } from '../lib/text.ts'
import { inLang } from '../lib/text.ts'
import { foldWidth } from '../lib/width.ts'
import { readBoxes } from './read-boxes.ts'
import type { Cell } from './sheet.ts'

/** A cell as read: its words, and the bare number where it holds one (0.25 where it says 25%). */
export interface Written {
  text: string
  number?: string
}

const isNumber = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text)

/** null empties the field. Names of other records come as {name}: the server looks them up. */
export function readCell(cell: Cell, field: Field, written: Written, lang: Lang): Parsed {
  const text = written.text.trim()
  if (text === '' && written.number === undefined) return { value: null }
  if (cell.boxes) return fromBoxes(field, text, lang)
  const typed = typedText(cell, written)
  // The field rounds to its own places: 0.12345 万元 is 1,234.50 元, not 1,200.
  const whole = cell.scale ? scaled(typed, cell.scale) : undefined
  const parsed = kindOf(field).parse(whole ?? typed, field, lang)
  if ('refusal' in parsed) return parsed
  return checked(field, cell.scale && whole === undefined && typeof parsed.value === 'string' ? mul(parsed.value, cell.scale) : parsed.value)
}

function scaled(typed: string, scale: string): string | undefined {
  const bare = foldWidth(typed).replaceAll(/[,，\s]/g, '')
  return isNumber(bare) ? mul(bare, scale) : undefined
}

/** A percentage is a fraction in Excel; a year may carry its 年. */
function typedText(cell: Cell, { text, number }: Written): string {
  const typed = number !== undefined && cell.excel?.kind === 'number' && isNumber(number) ? number : text.trim()
  if (typed === number && cell.excel?.format.includes('%')) return `${mul(number, '100')}%`
  if (cell.excel?.format === YEAR) return typed.replace(/\s*年度?$/, '')
  return cell.scale ? typed.replace(/\s*万元?$/, '') : typed
}

/** Number format of a year (shown.ts). */
const YEAR = '0'

function fromBoxes(field: Field, text: string, lang: Lang): Parsed {
  const options = 'options' in field ? field.options : []
  const values = readBoxes(text, options)
  const offered = options.filter(option => !option.retired).map(option => inLang(option.label, lang)).join('、')
  if (!values) return { refusal: { key: 'choice.notOneOf', params: { text: text.slice(0, 100), options: offered } } }
  if (kindOf(field).ruleType === 'list') return { value: values.length > 0 ? values : null }
  if (values.length > 1) return { refusal: { key: 'form.oneTick', params: { options: offered } } }
  return { value: values[0] ?? null }
}

function checked(field: Field, value: unknown): Parsed {
  if (kindOf(field).target?.(field)) return { value }
  const answer = kindOf(field).schema(field).safeParse(value)
  return answer.success ? { value: answer.data } : { refusal: refusalOf(answer.error.issues[0]!.message) }
}
