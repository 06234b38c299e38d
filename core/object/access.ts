// Who may do what: grants of roles, and what they add up to for one person.
// An empty set of grants allows nothing.
import { z } from 'zod'
import type { Filter } from '../report/query.ts'
import { filterSchema } from '../report/query.ts'

/** Which records: none, one's own, one's departments and those below, all, or those that fit a filter. */
export type Scope = 'none' | 'own' | 'department' | 'all' | { where: Filter }

/** What may be done with a field. A masked one shows a constant mask and is revealed one record at a time, logged. */
export type FieldRight = 'hidden' | 'masked' | 'read' | 'write'

export interface Grant {
  /** Object name, or '*' for all that are not internal. The more exact grant wins inside one role. */
  object: string
  read: Scope
  update: Scope
  delete: Scope
  create: boolean
  export: boolean
  import: boolean
  /** Rights that differ from what the scope gives; restricted fields are 'masked', sensitive 'hidden', unless named. */
  fields?: Record<string, FieldRight>
}

/** Further rights of a role, not tied to one object's records. */
export const POWERS = ['admin', 'catalog', 'users', 'settings', 'audit', 'exportMany', 'shareViews', 'bulk', 'merge', 'bin'] as const
export type Power = (typeof POWERS)[number]

export interface RoleGrants {
  grants: Grant[]
  powers: Power[]
}

/** The person (or key) that asks. Made once per request from cache; every door takes it. */
export interface Actor {
  org: number
  userId: string
  name: string
  lang: 'zh' | 'en'
  /** Departments the person belongs to, and all below them. */
  departments: string[]
  departmentsBelow: string[]
  roles: RoleGrants[]
  roleNames: string[]
  /** Where the request came from, written into history. */
  via: 'page' | 'api' | 'import' | 'job' | 'flow' | 'setup'
  /** For an API key: at most these objects and verbs, on top of the user's own rights. */
  scopes?: { object: string; verbs: ('read' | 'write')[] }[]
  keyId?: string
  zone: string
  /** Client address, for the audit log. */
  ip?: string
}

export const scopeSchema: z.ZodType<Scope> = z.union([z.enum(['none', 'own', 'department', 'all']), z.strictObject({ where: filterSchema })])

export const roleGrantsSchema = z.strictObject({
  grants: z.array(z.strictObject({
    object: z.string().max(63),
    read: scopeSchema, update: scopeSchema, delete: scopeSchema,
    create: z.boolean(), export: z.boolean(), import: z.boolean(),
    fields: z.record(z.string(), z.enum(['hidden', 'masked', 'read', 'write'])).optional(),
  })).max(500),
  powers: z.array(z.enum(POWERS)),
}) satisfies z.ZodType<RoleGrants>
