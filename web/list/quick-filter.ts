// The filter row under the grid's header: short texts such as 华东, >1000, 2026-03, A级 become conditions.
import type { Lang } from '#core/lib/text.ts'
import { inLang } from '#core/lib/text.ts'
import { isKind, kindOf } from '#core/field/kinds.ts'
import type { Filter } from '#core/report/query.ts'
import type { WebCatalog } from '../lib/catalog.ts'
import { webKindOf } from '../field/inputs.tsx'
import type { PathColumn } from '../field/path.ts'
import { parseAt } from '../field/path.ts'

const SIGNS: Record<string, 'gt' | 'ge' | 'lt' | 'le' | 'eq'> = { '>': 'gt', '>=': 'ge', '<': 'lt', '<=': 'le', '=': 'eq' }
const WIDE: Record<string, string> = { '＞': '>', '＜': '<', '＝': '=', '≥': '>=', '≤': '<=' }

const lastDay = (year: number, month: number): string => String(new Date(Date.UTC(year, month, 0)).getUTCDate()).padStart(2, '0')

/** A year, a month, or a day. */
function period(text: string): [string, string] | undefined {
  const [, year, month] = /^(\d{4})(?:[-/.年](\d{1,2}))?[年月]?$/.exec(text) ?? []
  if (!year) return undefined
  if (!month) return [`${year}-01-01`, `${year}-12-31`]
  const two = month.padStart(2, '0')
  return [`${year}-${two}-01`, `${year}-${two}-${lastDay(Number(year), Number(month))}`]
}

function compared(column: PathColumn, text: string, lang: Lang): Filter | undefined {
  const [, sign = '=', rest = ''] = /^(>=|<=|>|<|=)?\s*(.*)$/.exec(text) ?? []
  const range = /^(.+?)\s*(?:\.\.|~|至)\s*(.+)$/.exec(rest)
  const value = (part: string): unknown => { const parsed = parseAt(column.field, part, lang); return 'value' in parsed ? parsed.value : undefined }
  if (range) {
    const [from, to] = [value(range[1] ?? ''), value(range[2] ?? '')]
    return from === undefined || to === undefined ? undefined : { field: column.path, op: 'between', value: [from, to] }
  }
  const one = value(rest)
  return one === undefined || one === null ? undefined : { field: column.path, op: SIGNS[sign] ?? 'eq', value: one }
}

function options(column: PathColumn, text: string, lang: Lang): Filter {
  const { field } = column
  if (isKind(field, 'tags')) return { field: column.path, op: 'hasAny', value: text.split(/[,，、\s]+/).filter(Boolean) }
  const all = isKind(field, 'choice') || isKind(field, 'choices') ? field.options : []
  const found = all.filter(option => text.split(/[,，、\s]+/).some(part => part && inLang(option.label, lang).toLowerCase().includes(part.toLowerCase())))
  return { field: column.path, op: isKind(field, 'choices') ? 'hasAny' : 'in', value: found.map(option => option.value) }
}

/** Undefined while the text means nothing yet. */
export function quickFilter(catalog: WebCatalog, column: PathColumn, typed: string, lang: Lang): Filter | undefined {
  const text = typed.trim().replace(/[＞＜＝≥≤]/g, sign => WIDE[sign] ?? sign)
  if (!text) return undefined
  const ask = column.part ? 'text' : webKindOf(column.field).ask(column.field)
  switch (ask) {
    case 'number': return compared(column, text, lang)
    case 'date': {
      const span = period(text)
      return span ? { field: column.path, op: 'between', value: span } : compared(column, text, lang)
    }
    case 'options': return options(column, text, lang)
    case 'yesNo': return /^(是|y|1|√|true)/i.test(text) ? { field: column.path, op: 'eq', value: true } : { field: column.path, op: 'eq', value: false }
    case 'records': {
      const target = kindOf(column.field).target?.(column.field)
      const title = target && !target.many ? catalog.objects.get(target.object)?.title : undefined
      return title ? { field: `${column.path}.${title}`, op: 'contains', value: text } : undefined
    }
    case 'text': return { field: column.path, op: 'contains', value: text }
    case 'none': return undefined
  }
}
