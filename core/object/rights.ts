// What a person's roles add up to. Pure, so that the browser is told the very same answer.
// Roles add: the widest scope and the strongest field right of any role counts. No grant, no right.
import type { Field } from '../field/field.ts'
import { AppError } from '../lib/error.ts'
import type { Actor, FieldRight, Grant, Power, RoleGrants, Scope } from './access.ts'
import type { ObjectDef } from './object.ts'

export interface ObjectRights {
  /** Scopes of all roles; a record that fits any of them may be read. Empty: none. */
  read: Scope[]
  update: Scope[]
  delete: Scope[]
  create: boolean
  export: boolean
  import: boolean
}

const STRENGTH: FieldRight[] = ['hidden', 'masked', 'read', 'write']

const NOTHING: ObjectRights = { read: [], update: [], delete: [], create: false, export: false, import: false }

/** The object that child lines belong to. */
export function parentName(object: ObjectDef): string | undefined {
  const field = object.parent ? object.fields[object.parent] : undefined
  return field && 'to' in field ? field.to : undefined
}

/** The grant of one role for an object: its own, else '*' unless the object is internal.
 *  Child lines follow their parent's grant; a grant of their own only names their fields. */
function grantFor(grants: Grant[], object: ObjectDef): Grant | undefined {
  const own = grants.find(grant => grant.object === object.name)
  const parent = parentName(object)
  if (parent) {
    const above = grants.find(grant => grant.object === parent) ?? grants.find(grant => grant.object === '*')
    return above && { ...above, create: above.create || above.update !== 'none', fields: own?.fields ?? {} }
  }
  return own ?? (object.internal ? undefined : grants.find(grant => grant.object === '*'))
}

const scopesOf = (grants: Grant[], verb: 'read' | 'update' | 'delete'): Scope[] =>
  grants.map(grant => grant[verb]).filter(scope => scope !== 'none')

/** An API key narrows what its person may do. */
function scopedByKey(actor: Actor, object: ObjectDef, verb: 'read' | 'write'): boolean {
  return !actor.scopes || actor.scopes.some(scope => (scope.object === object.name || scope.object === '*') && scope.verbs.includes(verb))
}

export function rightsOf(actor: Actor, object: ObjectDef): ObjectRights {
  const grants = actor.roles.map(role => grantFor(role.grants, object)).filter(grant => grant !== undefined)
  if (grants.length === 0 || !scopedByKey(actor, object, 'read')) return NOTHING
  const write = scopedByKey(actor, object, 'write')
  return {
    read: scopesOf(grants, 'read'),
    update: write ? scopesOf(grants, 'update') : [],
    delete: write ? scopesOf(grants, 'delete') : [],
    create: write && grants.some(grant => grant.create),
    export: grants.some(grant => grant.export),
    import: write && grants.some(grant => grant.import),
  }
}

/** Whoever has this role reads every record of the object. */
export const grantsAll = (role: RoleGrants, object: ObjectDef): boolean => grantFor(role.grants, object)?.read === 'all'

/** What one role gives where it names nothing else, too. */
export function rightInRole(grant: Grant, field: Field): FieldRight {
  const named = grant.fields && Object.hasOwn(grant.fields, field.key) ? grant.fields[field.key] : undefined
  if (named) return named
  if (field.sensitivity === 'sensitive') return 'hidden'
  if (field.sensitivity === 'restricted') return 'masked'
  return grant.update !== 'none' || grant.create ? 'write' : 'read'
}

/** The strongest right any role gives; 'write' only where the field can be typed at all. */
export function fieldRight(actor: Actor, object: ObjectDef, field: Field): FieldRight {
  let best = 0
  for (const role of actor.roles) {
    const grant = grantFor(role.grants, object)
    if (grant) best = Math.max(best, STRENGTH.indexOf(rightInRole(grant, field)))
  }
  const right = STRENGTH[best]!
  return right === 'write' && field.readOnly ? 'read' : right
}

export const hasPower = (actor: Actor, power: Power): boolean =>
  actor.roles.some(role => role.powers.includes(power)) && (!actor.scopes || actor.scopes.some(scope => scope.object === '*'))

export function needPower(actor: Actor, power: Power): void {
  if (!hasPower(actor, power)) throw new AppError('forbidden', { key: 'error.power', params: { power } })
}
