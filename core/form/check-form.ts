// What must hold of a form so that it can be filled: every name in it means something. Told with its place, for administrators.
import { kindOf } from '../field/kinds.ts'
import type { Field, FieldInput } from '../field/field.ts'
import { messageOf } from '../lib/messages.ts'
import type { Lang } from '../lib/text.ts'
import { inLang } from '../lib/text.ts'
import type { Catalog } from '../object/catalog.ts'
import { gridProblems } from './check-grid.ts'
import { bindProblem, lookProblems } from './check-place.ts'
import type { Block, Form, Item } from './form.ts'
import { rowsOf } from './edit-items.ts'

export { formSchema } from './form-schema.ts'

/** What a form is checked against, and where its problems are collected. */
export interface Check {
  form: Form
  catalog: Catalog
  parts: { reports: readonly string[]; lookups: readonly string[] }
  lang: Lang
  /** Notes a problem: where it is, and a sentence of messages-form.ts with its places. */
  tell(place: string, key: string, params?: Record<string, string | number>): void
}

/** `original`: the form as it is shipped, of which an administrator's variant may use the actions only. */
export function formProblems(form: Form, catalog: Catalog, parts: Check['parts'], lang: Lang = 'zh', original?: Form): string[] {
  const problems: string[] = []
  const sentence = (key: string, params: Record<string, string | number> = {}): string => messageOf({ key, params }, lang)
  const check: Check = {
    form, catalog, parts, lang,
    tell: (place, key, params) => problems.push(place === '' ? sentence(key, params) : sentence('form.at', { place, problem: sentence(key, params) })),
  }
  formAsSuch(check)
  if (original) keptOf(check, original)
  form.blocks.forEach((block, index) => blockProblems(check, block, placeOf(check, block, index)))
  return [...new Set(problems)]
}

/** Rows to write into: more would be no form any more. */
const EMPTY_ROWS = 1000

function formAsSuch(check: Check): void {
  const { form, catalog, tell } = check
  if (inLang(form.title, check.lang).trim() === '') tell('', 'form.noTitle')
  if (!form.blocks.some(block => block.kind === 'title')) tell('', 'form.noTitleBlock')
  if (form.record !== undefined && !catalog.objects.has(form.record)) tell('', 'form.noObject', { name: form.record })
  const keys = form.blocks.flatMap(block => (block.kind === 'grid' ? [block.key] : []))
  for (const key of new Set(keys.filter((key, index) => keys.indexOf(key) !== index))) tell('', 'form.sameGrid', { name: key })
  const empty = form.blocks.reduce((sum, block) => sum + (block.kind === 'grid' && typeof block.least === 'number' ? block.least : 0), 0)
  if (empty > EMPTY_ROWS) tell('', 'form.tooManyRows', { max: EMPTY_ROWS })
  for (const [key, input] of [...Object.entries(form.params ?? {}), ...Object.entries(form.values ?? {})]) fieldProblems(check, key, input)
}

/** A value without a target or with two equal choices could never be filled. */
function fieldProblems({ tell, catalog, lang }: Check, key: string, input: FieldInput): void {
  const field = { ...input, key } as Field
  const target = kindOf(field).target?.(field)
  const place = inLang(field.label, lang)
  if (target && !catalog.objects.has(target.object)) tell(place, 'form.noObject', { name: target.object })
  if ('options' in field && new Set(field.options.map(option => option.value)).size < field.options.length) tell(place, 'form.sameOption')
  if (kindOf(field).columns(field).length === 0) tell(place, 'form.notInCell', { name: kindOf(field).label[lang] })
}

/** A variant is about the same thing as its original; code that runs at a click comes from the product only. */
function keptOf({ form, tell }: Check, original: Form): void {
  if (form.id !== original.id || form.record !== original.record) tell('', 'form.otherForm', { name: original.id })
  const known = new Map((original.acts ?? []).map(act => [act.key, act.action]))
  if (original.logged && !form.logged) tell('', 'form.mustLog')
  for (const act of form.acts ?? []) if (known.get(act.key) !== act.action) tell('', 'form.noAct', { name: act.key })
}

const placeOf = ({ lang }: Check, block: Block, index: number): string =>
  messageOf({ key: 'form.place.block', params: { number: index + 1, kind: messageOf({ key: `form.block.${block.kind}` }, lang) } }, lang)

function blockProblems(check: Check, block: Block, place: string): void {
  if (block.kind === 'grid') gridProblems(check, block, place)
  if ((block.kind === 'title' || block.kind === 'note') && block.at !== undefined) bindProblem(check, block.at, place)
  for (const item of rowsOf(block).flat()) itemProblems(check, item, place)
}

function itemProblems(check: Check, item: Item, place: string): void {
  const label = item.label ? inLang(item.label, check.lang) : item.at ?? ''
  const here = label === '' ? place : `${place} ${messageOf({ key: 'form.place.item', params: { label } }, check.lang)}`
  if (item.at === undefined) return
  if (item.lookup !== undefined) {
    // What is looked up stands in the place, whether or not the record has a field there.
    if (!check.parts.lookups.includes(item.lookup)) check.tell(here, 'form.noLookup', { name: item.lookup })
    return
  }
  if (item.or !== undefined) bindProblem(check, item.or, here)
  const found = bindProblem(check, item.at, here)
  if (found) lookProblems(check, item, found, here)
}
