// A role's grants as the matrix shows and changes them. Pure.
import type { Field } from '#core/field/field.ts'
import type { FieldRight, Grant, Power, RoleGrants, Scope } from '#core/object/access.ts'
import { roleGrantsSchema } from '#core/object/access.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { parentName, rightInRole } from '#core/object/rights.ts'

export type Verb = 'read' | 'update' | 'delete'
export type Extra = 'create' | 'export' | 'import'
export const VERBS = ['read', 'update', 'delete'] as const
export const EXTRAS = ['create', 'export', 'import'] as const

/** Stands for all objects that have no row of their own, later ones too. */
export const ALL = '*'

export type ScopeName = 'none' | 'own' | 'department' | 'all' | 'where'
export const scopeName = (scope: Scope): ScopeName => (typeof scope === 'object' ? 'where' : scope)

const nothing = (object: string): Grant => ({ object, read: 'none', update: 'none', delete: 'none', create: false, export: false, import: false })

export function rightsFrom(value: unknown): RoleGrants {
  const answer = roleGrantsSchema.safeParse(value)
  return answer.success ? answer.data : { grants: [], powers: [] }
}

export interface Shown {
  grant: Grant
  /** Its own row, or what "all others" gives it. */
  own: boolean
}

/** Settings and people are never meant by "all others". */
export function shownGrant(rights: RoleGrants, name: string, internal: boolean): Shown {
  const own = rights.grants.find(grant => grant.object === name)
  if (own) return { grant: own, own: true }
  const others = internal || name === ALL ? undefined : rights.grants.find(grant => grant.object === ALL)
  return { grant: others ? { ...others, object: name, fields: undefined } : nothing(name), own: false }
}

/** What cannot be seen cannot be changed either: the two are kept in step. */
function settled(grant: Grant, patch: Partial<Grant>): Grant {
  const next = { ...grant, ...patch }
  if (patch.read === 'none') return { ...next, update: 'none', delete: 'none', export: false }
  const wider = patch.update ?? patch.delete
  return next.read === 'none' && wider !== undefined && wider !== 'none' ? { ...next, read: wider } : next
}

const plain = ({ fields, ...grant }: Grant): Grant => (fields && Object.keys(fields).length > 0 ? { ...grant, fields } : grant)

export function withGrant(rights: RoleGrants, name: string, internal: boolean, patch: Partial<Grant>): RoleGrants {
  const shown = shownGrant(rights, name, internal)
  const next = plain(settled(shown.grant, patch))
  return { ...rights, grants: shown.own ? rights.grants.map(grant => (grant.object === name ? next : grant)) : [...rights.grants, next] }
}

/** Back to what "all others" gives. */
export const withoutGrant = (rights: RoleGrants, name: string): RoleGrants =>
  ({ ...rights, grants: rights.grants.filter(grant => grant.object !== name) })

export const withPower = (rights: RoleGrants, power: Power, on: boolean): RoleGrants =>
  ({ ...rights, powers: on ? [...new Set([...rights.powers, power])] : rights.powers.filter(other => other !== power) })

/** Child lines follow their parent; only their fields are their own. */
export function fieldGrant(rights: RoleGrants, object: ObjectDef, objects: ReadonlyMap<string, ObjectDef>): Grant {
  const parent = parentName(object)
  const own = shownGrant(rights, object.name, Boolean(object.internal)).grant
  if (!parent) return own
  return { ...shownGrant(rights, parent, Boolean(objects.get(parent)?.internal)).grant, object: object.name, fields: rights.grants.find(grant => grant.object === object.name)?.fields }
}

/** What the field gets when the role says nothing of it. */
export const usualRight = (grant: Grant, field: Field): FieldRight => rightInRole({ ...grant, fields: undefined }, field)

export function withFieldRight(rights: RoleGrants, object: ObjectDef, key: string, right: FieldRight | undefined): RoleGrants {
  const before = shownGrant(rights, object.name, Boolean(object.internal)).grant.fields ?? {}
  const fields = Object.fromEntries([...Object.entries(before).filter(([other]) => other !== key), ...(right === undefined ? [] : [[key, right] as const])])
  return withGrant(rights, object.name, Boolean(object.internal), { fields })
}

/** Objects in the order of the matrix: the business, its lines below their parents, then the machine's own. */
export function matrixObjects(objects: ReadonlyMap<string, ObjectDef>): { business: ObjectDef[]; system: ObjectDef[] } {
  const live = [...objects.values()].filter(object => !object.retired)
  const withLines = (object: ObjectDef): ObjectDef[] => [object, ...live.filter(child => parentName(child) === object.name)]
  return {
    business: live.filter(object => !object.internal && !object.parent).flatMap(withLines),
    system: live.filter(object => object.internal && !object.parent),
  }
}
