// Parts that a form can be given: new ones of each kind, and those of the original that were taken away. Pure.
import type { Block, Form } from '#core/form/form.ts'
import type { Said } from './choices.ts'
import { gridChoices, newGrid } from './choices.ts'
import { partHint, partName } from './part-words.ts'

export interface Addable { label: string; block: Block }

interface From { form: Form; original: Form; said: Said }

/** What a part is filled with tells whether it is there: its words may have been changed. */
function sourceOf(block: Block): string {
  if (block.kind === 'grid') return `grid ${block.key}`
  if (block.kind === 'note') return `note ${block.at ?? JSON.stringify(block.text ?? block.label)}`
  if (block.kind === 'fields') return `fields ${block.rows.flat().map(item => item.at ?? '').join()}`
  return block.kind === 'title' ? 'title' : `${block.kind} ${block.items.map(item => item.at ?? item.label?.zh).join()}`
}

/** Of blocks that show the same values one is enough to count as there. */
function missing({ form, original }: From): Block[] {
  const there = new Set(form.blocks.map(sourceOf))
  const kinds = new Set(form.blocks.map(block => block.kind))
  return original.blocks.filter(block => !there.has(sourceOf(block)) && (block.kind === 'grid' || block.kind === 'note' || !kinds.has(block.kind)))
}

export function addable(from: From): Addable[] {
  const { form, said } = from
  const { t } = said
  const item = { label: { zh: '', en: '' }, weight: 1 }
  return [
    ...missing(from).map(block => ({ label: t('design.putBack', { name: partHint(form, block, said) || partName(block, said) }), block })),
    { label: t('design.add.fields'), block: { kind: 'fields', rows: [[item]] } },
    { label: t('design.add.line'), block: { kind: 'line', items: [item] } },
    { label: t('design.add.note'), block: { kind: 'note', label: { zh: '备注', en: 'Notes' }, lines: 3 } },
    { label: t('design.add.signatures'), block: { kind: 'signatures', items: [{ label: { zh: '审核', en: 'Checked by' } }] } },
    ...gridChoices(said, form).map((choice): Addable => ({ label: t('design.add.grid', { name: choice.label }), block: newGrid(choice, form) })),
  ]
}
