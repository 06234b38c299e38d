// How the shipped roles say what a role may do with an object: the usual widths, in one word each.
import type { Grant, Scope } from '#core/object/access.ts'

export type Wide = { read: Scope; write: Scope; remove?: Scope; create?: boolean; export?: boolean; import?: boolean; fields?: Grant['fields'] }

export const grant = (object: string, { read, write, remove = 'none', create = write !== 'none', fields, ...wide }: Wide): Grant => ({
  object, read, update: write, delete: remove, create, export: wide.export ?? false, import: wide.import ?? false, ...(fields ? { fields } : {}),
})

export const on = (objects: readonly string[], wide: Wide): Grant[] => objects.map(object => grant(object, wide))

export const own: Wide = { read: 'own', write: 'own', remove: 'own', export: true, import: true }
export const below: Wide = { read: 'department', write: 'department', remove: 'department', export: true, import: true }
export const every: Wide = { read: 'all', write: 'all', remove: 'all', export: true, import: true }
export const look: Wide = { read: 'all', write: 'none', export: true }
