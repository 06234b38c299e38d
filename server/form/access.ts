// Who may open which form. A form that a person may not open answers like one that does not exist.
import type { Form } from '#core/form/form.ts'
import { AppError } from '#core/lib/error.ts'
import type { Actor } from '#core/object/access.ts'
import type { Catalog } from '#core/object/catalog.ts'
import { hasPower, rightsOf } from '#core/object/rights.ts'
import type { FormBook } from './parts.ts'

/** Objects that must be readable: the form's own, else those that its rows are made of. */
export function objectsOf(form: Form, shipped: FormBook): string[] {
  if (form.record !== undefined) return [form.record]
  const grids = form.blocks.flatMap(block => (block.kind === 'grid' ? [block.source] : []))
  return [...new Set(grids.flatMap(source => ('object' in source ? [source.object] : shipped.reads === undefined ? [] : [shipped.reads])))]
}

const rights = (catalog: Catalog, actor: Actor, name: string) => {
  const object = catalog.objects.get(name)
  return object && !object.retired ? rightsOf(actor, object) : undefined
}

const isReadable = (catalog: Catalog, actor: Actor, name: string): boolean => (rights(catalog, actor, name)?.read.length ?? 0) > 0

export const canOpen = (catalog: Catalog, actor: Actor, shipped: FormBook, form: Form): boolean =>
  objectsOf(form, shipped).every(name => isReadable(catalog, actor, name))

export function needOpen(catalog: Catalog, actor: Actor, shipped: FormBook, form: Form): void {
  if (!canOpen(catalog, actor, shipped, form)) throw new AppError('not_found', { key: 'form.unknown' })
}

/** Values typed on forms themselves are kept in filled forms. */
export const canKeep = (catalog: Catalog, actor: Actor): boolean => (rights(catalog, actor, 'filledForm')?.update.length ?? 0) > 0
export const canSeeKept = (catalog: Catalog, actor: Actor): boolean => isReadable(catalog, actor, 'filledForm')

export interface FormCan {
  open: boolean
  /** Something of it may be typed: what exactly, each sheet says. */
  fill: boolean
  design: boolean
}

export function formCan(catalog: Catalog, actor: Actor, shipped: FormBook, form: Form): FormCan {
  const open = canOpen(catalog, actor, shipped, form)
  const changes = (name: string): boolean => {
    const own = rights(catalog, actor, name)
    return own !== undefined && (own.create || own.update.length > 0)
  }
  const typed = form.blocks.flatMap(block => (block.kind === 'grid' && 'object' in block.source ? [block.source.object] : []))
  const fill = [...(form.record === undefined ? [] : [form.record]), ...typed].some(changes) || (form.values !== undefined && canKeep(catalog, actor))
  return { open, fill: open && fill, design: hasPower(actor, 'catalog') }
}
