// What filling a form works with: one snapshot, who asks, the form; and which paths of its object the form shows.
import { rowsOf } from '#core/form/edit-items.ts'
import type { Block, Form, Item } from '#core/form/form.ts'
import type { Actor, FieldRight } from '#core/object/access.ts'
import type { Catalog } from '#core/object/catalog.ts'
import { resolvePath } from '#core/object/catalog.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { visibleRight } from '#server/record/right.ts'
import type { FormsNow, OpenForm } from './book.ts'
import type { FormAsk, FormParts } from './parts.ts'

export interface Scope {
  ask: FormAsk
  open: OpenForm
  form: Form
  parts: Required<FormParts>
  now: FormsNow
  /** Only what can be typed is wanted: neither reports nor lookups are asked. */
  light: boolean
}

const STRENGTH: FieldRight[] = ['hidden', 'masked', 'read', 'write']

/** The weakest right on the way; undefined where the path means nothing. */
export function pathRight(catalog: Catalog, actor: Actor, object: ObjectDef, path: string): FieldRight | undefined {
  const found = resolvePath(catalog, object, path)
  if (!found) return undefined
  const rights = [...found.hops, found].map(step => STRENGTH.indexOf(visibleRight(catalog, actor, step.object, step.field)))
  return STRENGTH[Math.min(...rights)]!
}

/** Paths by what this person may do with them: asked for, or covered. Hidden ones are covered too: the form prints their label. */
export function sortedPaths({ ask }: Scope, object: ObjectDef, paths: Iterable<string>): { shown: string[]; covered: string[] } {
  const shown: string[] = []
  const covered: string[] = []
  for (const path of new Set(paths)) {
    const right = pathRight(ask.catalog, ask.actor, object, path)
    if (right === 'read' || right === 'write') shown.push(path)
    else if (right) covered.push(path)
  }
  return { shown, covered }
}

/** Own fields that this person may see but not change. */
export function fixedFields({ ask }: Scope, object: ObjectDef, paths: readonly string[]): string[] {
  return paths.filter(path => Object.hasOwn(object.fields, path) && visibleRight(ask.catalog, ask.actor, object, object.fields[path]!) === 'read')
}

export const itemsOf = (form: Form): Item[] => form.blocks.flatMap(block => rowsOf(block).flat())

const isPath = (bind: string | undefined): bind is string => bind !== undefined && /^[A-Za-z]/.test(bind)

const bindsOf = (block: Block): (string | undefined)[] => [
  ...(block.kind === 'title' || block.kind === 'note' ? [block.at] : []), ...rowsOf(block).flat().flatMap(item => [item.at, item.or]),
]

/** 'record.date' in what rows are filtered by or begin with. */
function valuesUsed(value: unknown): string[] {
  if (typeof value === 'string') return value.startsWith('record.') ? [value.slice('record.'.length)] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(valuesUsed) : []
}

/** Paths of the form's record that its blocks name. */
export function recordPaths(form: Form): string[] {
  return form.blocks.flatMap(block => [
    ...bindsOf(block).filter(isPath),
    ...(block.kind === 'grid' && 'object' in block.source ? valuesUsed([block.source.filter, block.source.fresh]) : []),
  ])
}
