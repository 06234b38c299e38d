// Which column of a workbook is which field: by title (labels, synonyms, both levels of a header), weighed by whether
// the values can be read as that field's. Pure; the browser shows the guess and a person corrects it.
import type { Field } from '../field/field.ts'
import { isKind, kindOf } from '../field/kinds.ts'
import { cleanText, foldWidth } from './width.ts'
import type { ColumnValues, NewField } from './map-columns-new.ts'
import { guessField } from './map-columns-new.ts'
import { plainTitle, titleWords } from './map-columns-title.ts'

export interface SourceColumn {
  index: number
  title: string
  samples: string[]
  /** More of what stands in it, to guess a new field by. */
  seen?: ColumnValues
}

export interface ColumnGuess {
  index: number
  title: string
  /** A field key or the part of one ('address.city'); null: no field fits. */
  field: string | null
  /** 0 to 100. */
  score: number
  /** Numbers are multiplied by it: the title says 万元. */
  factor?: string
  dateOrder?: 'mdy' | 'dmy'
  /** What could be added for it. */
  newField?: NewField
}

interface Target {
  path: string
  field: Field
  /** Plain titles under which it is met, with what a match is worth. */
  names: [name: string, worth: number][]
}

/** Running numbers are of no use in a database. */
const NUMBERING = /^(?:序号|序|no|行号|编次|项次|index|seq|sn)$/

/** Titles that people use whatever the object, by the key of the field. */
const USUAL: Record<string, string[]> = {
  createdAt: ['登记日期', '登记时间', '录入时间', '建档时间', '创建于', 'createdat', 'createdon'],
  createdBy: ['创建者', '登记人', '录入者', '制单人', '建立人', 'createdby'],
  owner: ['销售', '销售员', '销售人员', '销售代表', '所属销售', '归属人', '经办人', '责任人', '专员', '客户专员', '跟单员', 'salesman', 'salesperson', 'owner'],
}
const PARTS: Record<string, string[]> = {
  province: ['省', '省份', '所在省', '所属省份', '省市', '省自治区', 'province', 'state'],
  city: ['市', '城市', '所在城市', '地市', '所在市', '地级市', 'city'],
  district: ['区', '县', '区县', '县区', '所在区县', '县市', 'district', 'county'],
  detail: ['街道地址', '详址', '门牌号', 'street', 'streetaddress'],
}

export const isImportable = (field: Field): boolean =>
  !field.retired && kindOf(field).typed && !['lines', 'json', 'attachment'].includes(field.kind) && (!field.readOnly || ['createdAt', 'createdBy'].includes(field.key))

function targetsOf(fields: Field[]): Target[] {
  return fields.filter(isImportable).flatMap(field => {
    const names: Target['names'] = [
      [field.label.zh, 100], [field.label.en, 100], [field.key, 95],
      ...(field.synonyms ?? []).map((name): [string, number] => [name, 90]), ...(USUAL[field.key] ?? []).map((name): [string, number] => [name, 85]),
      ...field.label.zh.split(/[/、]/).map((name): [string, number] => [name, 88]),
    ]
    const own: Target = { path: field.key, field, names: plain(names) }
    if (!isKind(field, 'address')) return [own]
    return [own, ...Object.entries(PARTS).map(([part, words]): Target => ({ path: `${field.key}.${part}`, field, names: plain(words.map(word => [word, 85])) }))]
  })
}

const plain = (names: Target['names']): Target['names'] => names.map(([name, worth]): [string, number] => [plainTitle(name), worth]).filter(([name]) => name !== '')

const MIN = 40
/** Names of a title, the whole first: what is met later is worth a little less. */
const LATER = 0.97

function titleScore(target: Target, names: string[]): number {
  let best = 0
  names.forEach((name, at) => {
    const weight = LATER ** at
    for (const [known, worth] of target.names) {
      if (name === known) best = Math.max(best, worth * weight)
      else if (known.length >= 2 && name.length >= 2 && (name.includes(known) || known.includes(name))) {
        const share = Math.min(name.length, known.length) / Math.max(name.length, known.length)
        best = Math.max(best, 75 * weight * (0.4 + 0.6 * share) * (worth / 100))
      }
    }
  })
  return best
}

/** Share of the samples that the field could take; what is only looked up later counts as fitting. */
function fitting(target: Target, samples: string[]): number {
  if (samples.length === 0 || target.path.includes('.')) return 1
  const good = samples.filter(sample => {
    const text = cleanText(sample)
    return text === '' || 'value' in kindOf(target.field).parse(text, target.field, 'zh') || 'value' in kindOf(target.field).parse(foldWidth(text), target.field, 'zh')
  })
  return good.length / samples.length
}

/** Columns that nobody named: only values that can hardly be anything else decide. */
function valueScore(target: Target, column: SourceColumn): number {
  if (!['phone', 'email'].includes(target.field.kind) || column.samples.length < 2) return 0
  return fitting(target, column.samples) === 1 ? MIN + 5 : 0
}

interface Pair { column: SourceColumn; target: Target; score: number }

function pairsOf(targets: Target[], columns: SourceColumn[]): Pair[] {
  return columns.flatMap(column => {
    const { names } = titleWords(column.title)
    if (names.some(name => NUMBERING.test(name))) return []
    return targets.map(target => {
      const byTitle = titleScore(target, names)
      const score = byTitle === 0 ? (/^[A-Z]{1,2}$/.test(column.title) ? valueScore(target, column) : 0) : byTitle * (0.35 + 0.65 * fitting(target, column.samples))
      return { column, target, score }
    })
  }).filter(pair => pair.score >= MIN)
}

/** Best pairs first; each column and each field once. */
export function mapColumns(fields: Field[], columns: SourceColumn[]): ColumnGuess[] {
  const taken = new Map<number, Pair>()
  const used = new Set<string>()
  for (const pair of pairsOf(targetsOf(fields), columns).sort((a, b) => b.score - a.score || a.column.index - b.column.index)) {
    if (taken.has(pair.column.index) || used.has(pair.target.path)) continue
    taken.set(pair.column.index, pair)
    used.add(pair.target.path)
  }
  return columns.map(column => guessOf(column, taken.get(column.index)))
}

function guessOf(column: SourceColumn, pair: Pair | undefined): ColumnGuess {
  const words = titleWords(column.title)
  const numbering = words.names.some(name => NUMBERING.test(name))
  const unit = words.factor !== undefined && words.factor !== '1' && (!pair || kindOf(pair.target.field).numeric) ? { factor: words.factor } : {}
  const newField = pair || numbering ? undefined : guessField(column.title, column.seen ?? { values: column.samples, filled: column.samples.length })
  return {
    index: column.index, title: column.title, field: pair?.target.path ?? null, score: Math.round(pair?.score ?? 0),
    ...unit, ...(words.dateOrder ? { dateOrder: words.dateOrder } : {}), ...(newField ? { newField } : {}),
  }
}
