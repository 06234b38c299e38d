// A field's definition while it is being written, and what of it is sent. Pure.
import type { Field, FieldInput, KindName, Option, ResultName, Sensitivity } from '#core/field/field.ts'
import type { Text } from '#core/lib/text.ts'

export interface FieldDraft {
  kind: KindName
  label: Text
  help: Text
  required: boolean
  unique: boolean
  search: boolean
  sensitivity: Sensitivity
  purpose: Text
  initial: unknown
  fill: FieldInput['fill'] | undefined
  options: Option[]
  maxLength: number | undefined
  decimals: number | undefined
  min: string
  max: string
  unit: Text
  to: string
  rule: string
  result: ResultName
  of: string
  by: string
  fn: 'count' | 'sum' | 'min' | 'max'
  field: string
  where: string
}

type Key = Exclude<keyof FieldDraft, 'kind'>

const COMMON: Key[] = ['label', 'help', 'sensitivity', 'purpose']
const TYPED: Key[] = ['required', 'unique', 'search']
const BOUNDS: Key[] = ['decimals', 'min', 'max']

/** What each kind is asked about beyond its name; kinds that are absent are not made here. */
export const ASKED: Partial<Record<KindName, Key[]>> = {
  text: [...TYPED, 'maxLength', 'initial'], longText: ['required', 'search', 'maxLength', 'initial'],
  number: [...TYPED, ...BOUNDS, 'unit', 'initial'], integer: [...TYPED, 'unit', 'initial'], percent: ['required', ...BOUNDS, 'initial'], money: ['required', ...BOUNDS, 'initial'],
  date: ['required', 'fill', 'initial'], datetime: ['required', 'fill'], time: ['required', 'initial'], birthday: ['required'],
  choice: ['required', 'options', 'initial'], choices: ['required', 'options', 'initial'], tags: ['required'], yesNo: ['required', 'initial'],
  phone: TYPED, email: TYPED, url: ['required'], address: ['required', 'search'],
  reference: ['required', 'to'], references: ['required', 'to'], user: ['required', 'fill'], department: ['required', 'fill'], attachment: ['required'],
  serial: ['rule', 'unique'], computed: ['rule', 'result', 'decimals'], rollup: ['of', 'by', 'fn', 'field', 'where', 'result', 'decimals'],
}

/** What may be said anew of a field that the product ships (core/object/custom). */
const SHIPPED = new Set<Key>(['label', 'help', 'required', 'search', 'sensitivity', 'purpose', 'options'])

export const asks = (kind: KindName, key: Key, shipped = false): boolean =>
  (COMMON.includes(key) || (ASKED[kind] ?? []).includes(key)) && (!shipped || SHIPPED.has(key))

const NO_TEXT: Text = { zh: '', en: '' }
const RULE_START: Partial<Record<KindName, string>> = { serial: '{yyyy}-{0000}' }

export function newDraft(kind: KindName): FieldDraft {
  return {
    kind, label: NO_TEXT, help: NO_TEXT, required: false, unique: kind === 'serial', search: false, sensitivity: 'general', purpose: NO_TEXT, initial: undefined, fill: undefined,
    options: [], maxLength: undefined, decimals: undefined, min: '', max: '', unit: NO_TEXT, to: '', rule: RULE_START[kind] ?? '', result: kind === 'rollup' ? 'integer' : 'number', of: '', by: '', fn: 'count', field: '', where: '',
  }
}

export function draftFrom(field: Field): FieldDraft {
  const blank = newDraft(field.kind)
  const known = Object.fromEntries(Object.entries(field).filter(([key, value]) => key in blank && value !== undefined))
  return { ...blank, unique: false, ...known, kind: field.kind }
}

const isBlankText = (text: Text): boolean => text.zh.trim() === '' && text.en.trim() === ''
const trimmed = (text: Text): Text => ({ zh: text.zh.trim(), en: text.en.trim() })

/** New choices get their value from their words, once for ever: renaming them later changes no record. */
export function withValues(options: Option[]): Option[] {
  const taken = new Set(options.map(option => option.value))
  return options.filter(option => option.value !== '' || !isBlankText(option.label)).map(option => {
    if (option.value !== '') return { ...option, label: trimmed(option.label) }
    const base = (option.label.zh.trim() || option.label.en.trim()).slice(0, 90)
    let value = base
    for (let n = 2; taken.has(value); n++) value = `${base} ${n}`
    taken.add(value)
    return { ...option, value, label: trimmed(option.label) }
  })
}

const isText = (value: unknown): value is Text => typeof value === 'object' && value !== null && 'zh' in value && 'en' in value

/** One setting as it is sent; undefined when it says nothing. */
function settled(draft: FieldDraft, key: Key): unknown {
  const value = draft[key]
  if (key === 'options') return withValues(draft.options)
  if (key === 'sensitivity') return value === 'general' ? undefined : value
  if (key === 'purpose' && draft.sensitivity === 'general') return undefined
  if (key === 'field' && draft.fn === 'count') return undefined
  if (isText(value)) return isBlankText(value) ? undefined : trimmed(value)
  if (typeof value === 'string') return value.trim() || undefined
  return value === false || value === null || (Array.isArray(value) && value.length === 0) ? undefined : value
}

/** The whole definition of a new field. */
export function definitionOf(draft: FieldDraft, shipped = false): Record<string, unknown> {
  const keys = [...COMMON, ...ASKED[draft.kind] ?? []].filter(key => asks(draft.kind, key, shipped))
  return Object.fromEntries([['kind', draft.kind], ...keys.map(key => [key, settled(draft, key)])].filter(([, value]) => value !== undefined))
}

/** What differs from the field as it stands; null takes a setting away. */
export function changeOf(field: Field, draft: FieldDraft): Record<string, unknown> {
  const shipped = !field.custom
  const [before, after] = [definitionOf(draftFrom(field), shipped), definitionOf(draft, shipped)]
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return Object.fromEntries(keys.filter(key => JSON.stringify(before[key]) !== JSON.stringify(after[key])).map(key => [key, after[key] ?? (key === 'required' ? false : null)]))
}

/** Settings that must be given, in the order of the form. */
export function lacking(draft: FieldDraft): Key[] {
  const need: [Key, boolean][] = [
    ['label', isBlankText(draft.label)],
    ['options', asks(draft.kind, 'options') && withValues(draft.options).filter(option => !option.retired).length === 0],
    ['to', asks(draft.kind, 'to') && draft.to === ''],
    ['of', asks(draft.kind, 'of') && draft.of === ''],
    ['field', asks(draft.kind, 'field') && draft.fn !== 'count' && draft.field === ''],
    ['rule', asks(draft.kind, 'rule') && draft.rule.trim() === ''],
    ['purpose', draft.sensitivity !== 'general' && isBlankText(draft.purpose)],
  ]
  return need.filter(([, missing]) => missing).map(([key]) => key)
}
