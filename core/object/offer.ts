// What a new release offers to roles that an older one made: rights to objects and fields that are new. Each is offered once;
// what an administrator has taken away or changed since stays as he left it. Pure.
import type { FieldRight, Grant, RoleGrants } from './access.ts'

/** Before anything was noted, roles had these: the objects and the named field rights of the first release. */
const FIRST_RELEASE = [
  'customer', 'contact', 'order', 'orderLine', 'payment', 'product', 'category', 'region', 'tag',
  'user', 'department', 'role', 'company', 'view', 'notification', 'comment', 'file',
  ...['bossAge', 'bossOrigin', 'wage', 'bankAccount'].map(key => `customer.${key}`),
  'product.cost', 'orderLine.cost', 'company.settings', ...['category', 'region', 'tag', 'user', 'department'].map(object => `${object}.phone`),
]

export interface StoredRole {
  rights: RoleGrants
  /** Null: the role is older than the notes. */
  offered: readonly string[] | null
}

const entry = (object: string, field: string): string => `${object}.${field}`

/** All that a shipped role has to offer: objects, and fields whose right it names. */
export const offersOf = ({ grants }: RoleGrants): string[] =>
  grants.flatMap(grant => [grant.object, ...Object.keys(grant.fields ?? {}).map(key => entry(grant.object, key))])

/** The role with what is new to it; undefined when nothing is. */
export function withOffers({ rights, offered }: StoredRole, shipped: RoleGrants): { rights: RoleGrants; offered: string[] } | undefined {
  const known = new Set(offered ?? FIRST_RELEASE)
  const all = offersOf(shipped)
  if (offered !== null && all.every(offer => known.has(offer))) return undefined
  const grants = rights.grants.map(grant => withFields(grant, shipped.grants.find(other => other.object === grant.object), known))
  const fresh = shipped.grants.filter(grant => !known.has(grant.object) && !rights.grants.some(other => other.object === grant.object))
  return { rights: { ...rights, grants: [...grants, ...fresh] }, offered: [...new Set([...known, ...all])] }
}

/** Fields that are new to a grant. One that was made wider or narrower is the administrator's: a field shipped for "own records" must not open for all. */
function withFields(grant: Grant, shipped: Grant | undefined, known: ReadonlySet<string>): Grant {
  if (!shipped?.fields || !known.has(grant.object) || !sameScope(grant, shipped)) return grant
  const fresh = Object.entries(shipped.fields).filter(([key]) => !known.has(entry(grant.object, key)) && !Object.hasOwn(grant.fields ?? {}, key))
  return fresh.length === 0 ? grant : { ...grant, fields: { ...grant.fields, ...Object.fromEntries(fresh) as Record<string, FieldRight> } }
}

const sameScope = (a: Grant, b: Grant): boolean => sorted([a.read, a.update]) === sorted([b.read, b.update])

/** JSON comes back from the database with its keys in another order. */
const sorted = (value: unknown): string => JSON.stringify(value, (_key, part: unknown) => (part !== null && typeof part === 'object' && !Array.isArray(part)
  ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
  : part))
