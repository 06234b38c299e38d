// Words of a filter: what each operator is called, and the sentence a condition reads as.
import type { Op } from '#core/field/kind.ts'
import { isKind } from '#core/field/kinds.ts'
import type { Filter } from '#core/report/query.ts'
import type { Lang } from '#core/lib/text.ts'
import { inLang } from '#core/lib/text.ts'
import type { PathColumn } from '../field/path.ts'
import { formatAt } from '../field/path.ts'
import type { T, TextKey } from '../lib/texts.ts'

export type Condition = Extract<Filter, { op: Op }>
export const isCondition = (filter: Filter): filter is Condition => 'op' in filter
export const isGroup = (filter: Filter): filter is { all: Filter[] } | { any: Filter[] } => 'all' in filter || 'any' in filter
export const itemsOf = (filter: { all: Filter[] } | { any: Filter[] }): Filter[] => ('all' in filter ? filter.all : filter.any)

export const opWord = (op: Op, t: T): string => t(`op.${op}` as TextKey)
export const noValue = (op: Op): boolean => op === 'empty' || op === 'notEmpty'

export function relativeWord(name: string, t: T): string {
  const [, way, days] = /^(last|next)(\d+)Days$/.exec(name) ?? []
  return days ? t(way === 'last' ? 'relative.lastDays' : 'relative.nextDays', { n: days }) : t(`relative.${name}` as TextKey)
}

/** A condition that is still being put together asks nothing yet. */
export function isComplete({ op, value }: Condition): boolean {
  if (noValue(op)) return true
  if (op === 'between') return Array.isArray(value) && value.length === 2 && value.every(end => end !== null && end !== undefined && end !== '')
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== ''
}

/** Without what is unfinished; undefined when nothing is left. */
export function pruned(filter: Filter | undefined): Filter | undefined {
  if (!filter) return undefined
  if (isCondition(filter)) return isComplete(filter) ? filter : undefined
  if (!isGroup(filter)) return filter
  const items = itemsOf(filter).map(pruned).filter(item => item !== undefined)
  return items.length === 0 ? undefined : 'all' in filter ? { all: items } : { any: items }
}

export function countConditions(filter: Filter | undefined): number {
  if (!filter) return 0
  return isGroup(filter) ? itemsOf(filter).reduce((sum, item) => sum + countConditions(item), 0) : 1
}

export function valueWords(condition: Condition, column: PathColumn, lang: Lang, t: T, labels: ReadonlyMap<string, string>): string {
  const { op, value } = condition
  if (noValue(op)) return ''
  if (op === 'relative') return relativeWord(typeof value === 'object' && value !== null && 'name' in value ? String(value.name) : '', t)
  const word = (one: unknown): string => {
    const { field } = column
    if (isKind(field, 'choice') || isKind(field, 'choices')) {
      const option = field.options.find(choice => choice.value === one)
      return option ? inLang(option.label, lang) : String(one)
    }
    return labels.get(String(one)) ?? (typeof one === 'string' && one.startsWith('@') ? t('filter.me') : formatAt(column, one, lang))
  }
  return (Array.isArray(value) ? value : [value]).map(word).join(op === 'between' ? ' ~ ' : t('word.and'))
}
