// What is asked before a form opens: read from an address, filled with what it is when nothing is said, and made a key.
import type { Field } from '../field/field.ts'
import { kindOf } from '../field/kinds.ts'
import { relativeRange } from '../lib/date-relative.ts'
import { ymd } from '../lib/date.ts'
import type { FieldErrors, Refusal } from '../lib/error.ts'
import { AppError } from '../lib/error.ts'
import { isId } from '../lib/id.ts'
import { refusalOf } from '../lib/messages.ts'
import type { Form, Param } from './form.ts'

export interface ParamEnv {
  /** In the company's zone. */
  today: string
  /** Who asks: 'me' means him. */
  userId: string
}

type Answer = { value: unknown } | { refusal: Refusal }

export const paramField = (key: string, { preset: _preset, ...input }: Param): Field => ({ ...input, key }) as Field

const YEARS = new Set<unknown>(['thisYear', 'lastYear'])

/** A number that is a year: 2026 is printed without a comma, and 20x6 is no year rather than no number. */
export const isYearParam = (key: string, param: Param): boolean => kindOf(paramField(key, param)).numeric && (YEARS.has(param.preset) || /^year$|Year$/.test(key))

/** Wire values of all parameters; null where nothing is said. All that make no sense are refused at once, by their keys. */
export function readParams(form: Form, query: Readonly<Record<string, string>>, env: ParamEnv): { params: Record<string, unknown> } {
  const params: Record<string, unknown> = Object.create(null)
  const fields: FieldErrors = {}
  for (const [key, param] of Object.entries(form.params ?? {})) {
    const answer = readParam(key, param, Object.hasOwn(query, key) ? query[key]! : undefined, env)
    if ('value' in answer) params[key] = answer.value
    else fields[key] = answer.refusal
  }
  if (isBackwards(params)) fields.to = { key: 'form.period', params: { from: String(params.from), to: String(params.to) } }
  if (Object.keys(fields).length > 0) throw new AppError('invalid', { fields })
  return { params: { ...params } }
}

const isBackwards = ({ from, to }: Record<string, unknown>): boolean => typeof from === 'string' && typeof to === 'string' && from > to

function readParam(key: string, param: Param, given: string | undefined, env: ParamEnv): Answer {
  const text = given?.trim()
  if (text) return readText(key, param, text, env)
  // An address that names a parameter without a value empties it: all regions rather than the usual one.
  const value = given === undefined || param.required ? presetOf(key, param, env) : null
  return value === null && param.required ? { refusal: { key: 'field.required' } } : { value }
}

function readText(key: string, param: Param, text: string, env: ParamEnv): Answer {
  const field = paramField(key, param)
  const target = kindOf(field).target?.(field)
  if (target) return readIds(text === 'me' && target.object === 'user' ? env.userId : text, target.many)
  if (isYearParam(key, param)) return readYear(text)
  const parsed = kindOf(field).parse(text, field, 'zh')
  if ('refusal' in parsed) return parsed
  const checked = kindOf(field).schema(field).safeParse(parsed.value)
  return checked.success ? { value: checked.data } : { refusal: refusalOf(checked.error.issues[0]!.message) }
}

function readIds(text: string, many: boolean): Answer {
  const ids = text.split(',').map(id => id.trim()).filter(Boolean)
  if (ids.length === 0 || ids.length > 1000 || !ids.every(isId) || (!many && ids.length > 1)) return { refusal: { key: 'reference.notAnId' } }
  return { value: many ? [...new Set(ids)] : ids[0] }
}

function readYear(text: string): Answer {
  const digits = /^(\d{4})\s*年?$/.exec(text)?.[1]
  const year = Number(digits)
  return digits && year >= 1900 && year <= 2200 ? { value: year } : { refusal: { key: 'form.notAYear', params: { text: text.slice(0, 20) } } }
}

/** A period begins and ends with its month or year: parameter `to` is its last day. */
function presetOf(key: string, param: Param, { today, userId }: ParamEnv): unknown {
  const { preset } = param
  if (preset === undefined || preset === null) return null
  if (preset === 'me') return userId
  if (preset === 'today') return today
  if (preset !== 'thisYear' && preset !== 'lastYear' && preset !== 'thisMonth') return preset
  const range = relativeRange(preset, today)
  const kind = kindOf(paramField(key, param))
  const { year, month } = ymd(range.from)
  if (kind.ruleType === 'date') return key === 'to' ? range.to : range.from
  if (kind.numeric) return preset === 'thisMonth' ? month : year
  return range.from.slice(0, preset === 'thisMonth' ? 7 : 4)
}

/** Under which a filled form is kept: the same parameters give the same text, whatever their order. '' without any. */
export function paramsKey(form: Form, params: Readonly<Record<string, unknown>>): string {
  const keys = Object.keys(form.params ?? {}).sort()
  return keys.flatMap(key => {
    const value = Object.hasOwn(params, key) ? bare(params[key]) : ''
    return value === '' ? [] : [`${key}=${encodeURIComponent(value)}`]
  }).join('&')
}

/** Ids of links; lists in order. */
function bare(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(bare).sort().join(',')
  return typeof value === 'object' && 'id' in value ? String(value.id) : String(value)
}
