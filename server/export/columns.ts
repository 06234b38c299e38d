// The columns of an exported file: what each path is called, how its cells are typed, and what may be chosen in them.
// Paths go through the same gate as every read, so what a person may not see is refused like what does not exist.
import type { Field, Option } from '#core/field/field.ts'
import { kindOf } from '#core/field/kinds.ts'
import { formatDateTime } from '#core/lib/date-time.ts'
import type { Lang } from '#core/lib/text.ts'
import { inLang } from '#core/lib/text.ts'
import { derivedFrom } from '#core/object/derived-from.ts'
import { objectOf, resolvePath } from '#core/object/catalog.ts'
import type { Actor } from '#core/object/access.ts'
import type { Catalog } from '#core/object/catalog.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { ruleTypeOf } from '#core/object/rule-scope.ts'
import { column } from '#server/record/column.ts'
import type { ColumnRef } from '#server/record/column.ts'
import { newAsk } from '#server/record/ask.ts'
import { newSource } from '#server/record/source.ts'
import type { WriteKind } from '#server/sheet/book-spec.ts'

export interface ExportColumn {
  path: string
  title: string
  field: Field
  part: string
  masked: boolean
  /** Restricted or sensitive, and readable to the one who exports: the file will be marked. */
  delicate: boolean
  kind: WriteKind
  format: string
  width: number
  /** What may be chosen in a cell. */
  choices?: string[]
  /** A wire value (not null) as the content of a cell. */
  text(value: unknown): string | boolean
}

/** Lists inside a record have no value of their own: they are left out. */
const hasValue = (field: Field): boolean => !kindOf(field).typed || kindOf(field).columns(field).length > 0

export function exportColumns(catalog: Catalog, actor: Actor, object: ObjectDef, paths: readonly string[]): ExportColumn[] {
  const source = newSource(newAsk(catalog, actor), object)
  const used = new Map<string, number>()
  return [...new Set(paths)].map(path => column(source, path)).filter(ref => hasValue(ref.field)).map(ref => {
    const made = columnOf(catalog, actor, object, ref)
    const times = (used.get(made.title) ?? 0) + 1
    used.set(made.title, times)
    return times === 1 ? made : { ...made, title: `${made.title} (${times})` }
  })
}

function columnOf(catalog: Catalog, actor: Actor, object: ObjectDef, ref: ColumnRef): ExportColumn {
  const { field, part, masked } = ref
  const hops = resolvePath(catalog, object, ref.path)?.hops ?? []
  const names = [...hops.map(hop => hop.field), field].map(step => inLang(step.label, actor.lang))
  const form = kindOf(field).excel(field)
  const partOf = part ? kindOf(field).parts?.[part] : undefined
  if (partOf) names.push(inLang(partOf.label, actor.lang))
  const choices = part || masked ? [] : choicesOf(field, actor.lang)
  const kind = partOf ? PART_KINDS[partOf.type] ?? 'text' : form.cell === 'd' && ref.type === 'timestamptz' ? 'dateTime' : KINDS[form.cell]
  return {
    path: ref.path, title: names.join(' · '), field, part, masked, kind,
    delicate: !masked && [...hops, ref].some(step => isDelicate(catalog, step.object, step.field)),
    format: part ? PART_FORMATS[kind] : form.format || FORMATS[kind],
    width: form.width, ...(choices.length > 0 ? { choices } : {}),
    text: part || masked ? String : textOf(field, kind, actor),
  }
}

const KINDS = { s: 'text', n: 'number', d: 'date', b: 'boolean' } as const satisfies Record<string, WriteKind>
const PART_KINDS: Record<string, WriteKind> = { number: 'number', date: 'date' }
const FORMATS: Record<WriteKind, string> = { text: '@', number: 'General', date: 'yyyy-mm-dd', dateTime: 'yyyy-mm-dd hh:mm', boolean: 'General' }
const PART_FORMATS = FORMATS

const isMarked = (field: Field): boolean => field.sensitivity === 'restricted' || field.sensitivity === 'sensitive'

/** The field itself, what it is computed from, or the name of the record that it points to. */
export function isDelicate(catalog: Catalog, object: ObjectDef, field: Field): boolean {
  if (isMarked(field) || derivedFrom(catalog, object, field).some(source => isMarked(source.field))) return true
  const target = kindOf(field).target?.(field)
  const to = target && objectOf(catalog, target.object)
  const title = to?.fields[to.title]
  return title !== undefined && isMarked(title)
}

const optionsOf = (field: Field): Option[] => ('options' in field ? field.options : [])

/** Two options that are called alike are told apart by their values. */
function optionText(options: Option[], lang: Lang): Map<string, string> {
  const labels = options.map(option => inLang(option.label, lang))
  return new Map(options.map((option, at) => [option.value, labels.indexOf(labels[at]!) === labels.lastIndexOf(labels[at]!) ? labels[at]! : option.value]))
}

export function choicesOf(field: Field, lang: Lang): string[] {
  const kind = kindOf(field)
  if (kind.excel(field).cell !== 's') return []
  if (ruleTypeOf(field) === 'boolean') return [true, false].map(value => kind.format(value, field, lang))
  const options = optionsOf(field)
  if (options.length === 0 || kind.ruleType === 'list') return []
  const texts = optionText(options, lang)
  return options.filter(option => !option.retired).map(option => texts.get(option.value)!)
}

function textOf(field: Field, kind: WriteKind, actor: Actor): ExportColumn['text'] {
  const { lang, zone } = actor
  const of = kindOf(field)
  if (kind === 'dateTime') return value => formatDateTime(String(value), { zone, seconds: true })
  if (kind !== 'text') return value => (typeof value === 'boolean' ? value : String(value))
  const options = optionText(optionsOf(field), lang)
  const isPlain = options.size === 0 && ruleTypeOf(field) === 'text'
  // Phones and codes stand as they are stored, so that they can be looked up; people's own spacing is for pages.
  return value => (typeof value !== 'string' ? of.format(value, field, lang) : isPlain ? value : options.get(value) ?? of.format(value, field, lang))
}
