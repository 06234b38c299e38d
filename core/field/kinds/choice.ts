// Values out of a list: one, several, free tags, yes or no.
import { z } from 'zod'
import type { Option } from '../field.ts'
import type { FieldKind, Parsed } from '../kind.ts'
import { inLang } from '../../lib/text.ts'
import { CHOICE_OPS, LIST_OPS, one, own, refuse } from './shared.ts'

const SEPARATORS = /[,，、;；|\n]+/

const labelOf = (options: Option[], value: unknown, lang: 'zh' | 'en'): string => {
  const option = options.find(candidate => candidate.value === value)
  return option ? inLang(option.label, lang) : String(value)
}

/** Matches the value or a label in either language, with or without a leading number such as '1.闹市'. */
function findOption(options: Option[], typed: string): Option | undefined {
  const plain = (text: string): string => text.trim().toLowerCase().replace(/^[\da-z]\s*[.．、]\s*/, '')
  const wanted = plain(typed)
  return options.find(option => !option.retired && (option.value === typed.trim()
    || plain(option.label.zh) === wanted || plain(option.label.en) === wanted || option.value.toLowerCase() === wanted))
}

const allowed = (options: Option[]) => z.string().refine(
  value => options.some(option => option.value === value), { error: 'choice.unknown' })

const named = (options: Option[]): string => options.filter(option => !option.retired).map(option => option.label.zh).join('、')

const few = { align: 'left', typed: true, numeric: false, read: own, order: own, words: String } as const

export const choice: FieldKind<'choice'> = {
  ...few,
  label: { zh: '单选', en: 'Choice' },
  columns: () => [{ suffix: '', type: 'text', collateC: true }],
  schema: field => allowed(field.options),
  parse: (typed, field): Parsed => {
    const option = findOption(field.options, typed)
    return option ? { value: option.value } : refuse('choice.notOneOf', { text: typed, options: named(field.options) })
  },
  format: (value, field, lang) => labelOf(field.options, value, lang),
  store: one, ops: CHOICE_OPS, ruleType: 'text',
  excel: () => ({ format: '@', cell: 's', width: 12 }),
  width: 110,
}

const manyShared = {
  ...few,
  columns: () => [{ suffix: '', type: 'text[]' as const }],
  store: (value: unknown) => [Array.isArray(value) && value.length > 0 ? value : null],
  ops: LIST_OPS, ruleType: 'list',
  excel: () => ({ format: '@', cell: 's' as const, width: 20 }),
  words: (value: unknown) => (Array.isArray(value) ? value.join(' ') : ''),
  width: 160,
} as const

export const choices: FieldKind<'choices'> = {
  ...manyShared,
  label: { zh: '多选', en: 'Several choices' },
  schema: field => z.array(allowed(field.options)).max(100),
  parse: (typed, field): Parsed => {
    const found = typed.split(SEPARATORS).filter(part => part.trim()).map(part => ({ part, option: findOption(field.options, part) }))
    const bad = found.find(item => !item.option)
    if (bad) return refuse('choice.notOneOf', { text: bad.part, options: named(field.options) })
    return { value: [...new Set(found.map(item => item.option!.value))] }
  },
  format: (value, field, lang) => (value as string[]).map(item => labelOf(field.options, item, lang)).join('、'),
}

export const tags: FieldKind<'tags'> = {
  ...manyShared,
  label: { zh: '标签', en: 'Tags' },
  schema: () => z.array(z.string().min(1).max(50)).max(100),
  parse: typed => ({ value: [...new Set(typed.split(SEPARATORS).map(part => part.trim()).filter(Boolean))] }),
  format: value => (value as string[]).join('、'),
}

const YES = new Set(['是', '对', '有', '√', '✓', 'y', 'yes', 'true', '1', '真'])
const NO = new Set(['否', '不', '无', '×', '✗', 'n', 'no', 'false', '0', '假'])

export const yesNo: FieldKind<'yesNo'> = {
  label: { zh: '是/否', en: 'Yes / no' },
  columns: () => [{ suffix: '', type: 'boolean' }],
  schema: () => z.boolean({ error: 'yesNo.unknown' }),
  parse: typed => {
    const word = typed.trim().toLowerCase()
    if (YES.has(word)) return { value: true }
    return NO.has(word) ? { value: false } : refuse('yesNo.unknown')
  },
  format: (value, _field, lang) => (lang === 'zh' ? (value ? '是' : '否') : value ? 'Yes' : 'No'),
  store: one, read: own, order: own,
  ops: ['eq', 'empty', 'notEmpty'],
  ruleType: 'boolean', align: 'center', typed: true, numeric: false, width: 80,
  excel: () => ({ format: '@', cell: 's', width: 8 }),
}
