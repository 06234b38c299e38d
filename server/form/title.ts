// What a filled form and its files are called: '重点客户管理表 2026年', '客户资料卡 西湖商贸'.
import { kindOf } from '#core/field/kinds.ts'
import type { FormData } from '#core/form/data.ts'
import type { Form } from '#core/form/form.ts'
import { isYearParam, paramField } from '#core/form/params.ts'
import { daysInMonth, isDate, toDate, ymd } from '#core/lib/date.ts'
import { isId } from '#core/lib/id.ts'
import { inLang } from '#core/lib/text.ts'
import type { Lang } from '#core/lib/text.ts'
import { objectOf } from '#core/object/catalog.ts'
import type { Catalog } from '#core/object/catalog.ts'

export interface FilledName {
  title: string
  period: string
}

type Told = Pick<FormData, 'params' | 'paramLabels' | 'record' | 'lang'>

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === ''

function paramText(form: Form, key: string, { params, paramLabels, lang }: Told): string {
  const param = form.params![key]!
  const field = paramField(key, param)
  const text = paramLabels[key] ?? kindOf(field).format(params[key], field, lang)
  return isYearParam(key, param) ? yearText(params[key], lang) : text
}

const yearText = (year: unknown, lang: Lang): string => (lang === 'zh' ? `${String(year)}年` : String(year))

/** Parameters that say when: years, dates and their parts. */
const isTime = (form: Form, key: string): boolean => {
  const param = form.params![key]!
  const { ruleType } = kindOf(paramField(key, param))
  return isYearParam(key, param) || ruleType === 'date' || ruleType === 'datetime'
}

export function filledName(form: Form, told: Told, catalog: Catalog): FilledName {
  const keys = Object.keys(form.params ?? {}).filter(key => !isEmpty(told.params[key]))
  const times = keys.filter(key => isTime(form, key))
  // Numbers such as 前 10 名 say how, not what: they would only make names longer.
  const links = keys.filter(key => told.paramLabels[key] !== undefined)
  const period = wholePeriod(told) ?? times.map(key => paramText(form, key, told)).join(' – ')
  const parts = [inLang(form.title, told.lang), recordName(told, catalog), ...links.map(key => paramText(form, key, told)), period]
  return { title: parts.filter(part => part !== '').join(' ').slice(0, 300), period: period.slice(0, 200) }
}

/** From the first day of a month or year to its last: 2026年11月. */
function wholePeriod({ params: { from, to }, lang }: Told): string | undefined {
  if (typeof from !== 'string' || typeof to !== 'string' || !isDate(from) || !isDate(to)) return undefined
  const { year, month, day } = ymd(from)
  if (day !== 1 || !to.startsWith(String(year).padStart(4, '0'))) return undefined
  if (month === 1 && to.endsWith('-12-31')) return yearText(year, lang)
  if (to !== toDate(year, month, daysInMonth(year, month))) return undefined
  return lang === 'zh' ? `${year}年${month}月` : from.slice(0, 7)
}

/** The title of the record, where the form shows it. */
function recordName({ record }: Told, catalog: Catalog): string {
  if (!record?.id) return ''
  const object = objectOf(catalog, record.object)
  const value = [object.title, object.code].map(key => (key === undefined || record.masked.includes(key) ? undefined : record.values[key])).find(value => !isEmpty(value))
  return typeof value === 'object' && value !== null && 'label' in value ? String(value.label) : typeof value === 'string' && !isId(value) ? value : ''
}

/** Without what a file system would not take. */
export const fileTitle = (title: string): string => title.replaceAll(/[\\/\u0000-\u001f\u007f"<>|:*?]+/g, '_').slice(0, 150).trim()
