// What the parts of a form are called in lists and in problems. Pure.
import type { Block, Form } from '#core/form/form.ts'
import { rowsOf } from '#core/form/edit-items.ts'
import type { Text } from '#core/lib/text.ts'
import { inLang } from '#core/lib/text.ts'
import type { Said } from './choices.ts'
import type { Chosen } from './problems.ts'

type Words = Pick<Said, 't' | 'lang'>

const joined = (texts: (Text | undefined)[], { lang }: Words): string =>
  texts.flatMap(text => { const said = text ? inLang(text, lang).trim() : ''; return said ? [said] : [] }).join(' · ')

/** The few words by which a person knows the part again; '' where there are none. */
export function partHint(form: Form, block: Block, words: Words): string {
  if (block.kind === 'title') return inLang(form.title, words.lang)
  if (block.kind === 'note') return inLang(block.label ?? block.text ?? { zh: '', en: '' }, words.lang)
  if (block.kind === 'grid') return joined(block.heading ? [block.heading] : block.columns.filter(column => !column.number).map(column => column.label), words)
  if (block.kind === 'fields' && block.heading) return inLang(block.heading, words.lang)
  return joined(rowsOf(block).flat().map(item => item.label ?? item.text), words)
}

/** Parts have no names of their own: the second table is known as that. */
export const partKeys = (blocks: readonly Block[]): string[] =>
  blocks.map((block, at) => `${block.kind} ${blocks.slice(0, at).filter(one => one.kind === block.kind).length}`)

export const partName = (block: Block, { t }: Words): string => t(`design.part.${block.kind}`)

/** Where a problem is: few words, since they stand before what is wrong. */
export function placeTitle(form: Form, { block: at, row, item }: Chosen, words: Words): string {
  const block = at === undefined ? undefined : form.blocks[at]
  if (!block) return words.t('design.settings')
  const heading = 'heading' in block && block.heading ? `（${inLang(block.heading, words.lang)}）` : ''
  const name = `${partName(block, words)}${heading}`
  if (item === undefined) return name
  if (block.kind === 'grid') return `${name} ${words.t('design.columnN', { n: item + 1 })}`
  const label = rowsOf(block)[row ?? 0]?.[item]?.label
  return label ? `${name} ${inLang(label, words.lang)}` : name
}
