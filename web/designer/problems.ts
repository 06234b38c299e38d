// What keeps a design from being published, each with the place where it is put right. Pure.
import type { Block, Form } from '#core/form/form.ts'
import { rowsOf } from '#core/form/edit-items.ts'
import { resolvePath } from '#core/object/catalog.ts'
import type { WebObject } from '../lib/catalog.ts'
import type { Said } from './choices.ts'
import { recordObject, rowObject } from './choices.ts'

/** The form itself, a part of it, or a place in that part; `item` is the column of a grid. */
export interface Chosen { block?: number; row?: number; item?: number }
export interface Problem { at: Chosen; what: string }

export const FORM: Chosen = {}
export const keyOf = ({ at, what }: Problem): string => `${at.block ?? ''}.${at.row ?? ''}.${at.item ?? ''} ${what}`

export function problemsOf(form: Form, said: Said): Problem[] {
  const { t } = said
  return [
    ...(form.title.zh.trim() || form.title.en.trim() ? [] : [{ at: FORM, what: t('design.problem.noTitle') }]),
    ...(form.blocks.length > 0 ? [] : [{ at: FORM, what: t('design.problem.noParts') }]),
    ...form.blocks.flatMap((block, at) => [...emptiness(block, at, said), ...columnProblems(form, block, at, said), ...pathProblems(form, block, at, said)]),
  ]
}

function emptiness(block: Block, at: number, { t }: Said): Problem[] {
  if (block.kind === 'grid') return block.columns.length > 0 ? [] : [{ at: { block: at }, what: t('design.problem.noColumns') }]
  const empty = block.kind !== 'title' && block.kind !== 'note' && rowsOf(block).flat().length === 0
  return empty ? [{ at: { block: at }, what: t('design.problem.noItems') }] : []
}

function columnProblems(form: Form, block: Block, at: number, said: Said): Problem[] {
  if (block.kind !== 'grid') return []
  const object = rowObject(said.catalog, form, block.source)
  return block.columns.flatMap((column, item) => {
    const place = { block: at, item }
    const twice = !column.number && block.columns.findIndex(one => one.key === column.key && !one.number) !== item
    return [
      ...(column.label.zh.trim() || column.label.en.trim() ? [] : [{ at: place, what: said.t('design.problem.noLabel') }]),
      ...(twice ? [{ at: place, what: said.t('design.problem.twice') }] : []),
      ...(object && !column.number && !column.lookup && !column.as && gone(said, object, column.key) ? [{ at: place, what: said.t('design.problem.noField', { path: column.key }) }] : []),
    ]
  })
}

const gone = ({ catalog }: Said, object: WebObject, path: string): boolean => resolvePath(catalog, object, path) === undefined

/** Binds of places that lead nowhere any more. */
function pathProblems(form: Form, block: Block, at: number, said: Said): Problem[] {
  const object = recordObject(said.catalog, form)
  const lost = (bind: string | undefined): boolean => {
    if (!bind || /^[$%]/.test(bind)) return false
    if (bind.startsWith('#')) return !Object.hasOwn(form.values ?? {}, bind.slice(1))
    if (bind.startsWith('@')) return !Object.hasOwn(form.params ?? {}, bind.slice(1).split('.')[0]!)
    return object === undefined || gone(said, object, bind)
  }
  const what = (bind: string): string => said.t('design.problem.noField', { path: bind })
  if (block.kind === 'note' || block.kind === 'title') return lost(block.at) ? [{ at: { block: at }, what: what(block.at!) }] : []
  return rowsOf(block).flatMap((items, row) => items.flatMap((item, place) => (lost(item.at) ? [{ at: { block: at, row, item: place }, what: what(item.at!) }] : [])))
}

/** Places that the server names: 'blocks.2.columns.1.key', 'blocks.3.rows.0.1', 'title'. */
export function placeOf(path: string): Chosen {
  const [, block, part, first, second] = /(?:^|\.)blocks\.(\d+)(?:\.(columns|rows|items)(?:\.(\d+)(?:\.(\d+))?)?)?/.exec(path) ?? []
  if (block === undefined) return FORM
  if (part === 'rows') return { block: Number(block), ...(first ? { row: Number(first) } : {}), ...(second ? { item: Number(second) } : {}) }
  return { block: Number(block), ...(part === 'items' ? { row: 0 } : {}), ...(first ? { item: Number(first) } : {}) }
}
