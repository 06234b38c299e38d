// What the administration asks for: whole lists of people, roles and departments, and the catalog with all that is hidden.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Field } from '#core/field/field.ts'
import type { Page } from '#core/report/query.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { api, post } from '../lib/api.ts'
import type { Link, WebField, WireRow } from '../lib/api-types.ts'
import type { WebObject } from '../lib/catalog.ts'
import { tellLive } from '../lib/live.ts'

const PAGE_ROWS = 500
/** Companies of this size have some hundreds of people; beyond this the list is cut. */
const MOST_PAGES = 10

async function allRows(object: string, columns: string[], sort: string): Promise<WireRow[]> {
  const rows: WireRow[] = []
  let after: string | undefined
  for (let i = 0; i < MOST_PAGES; i++) {
    const page: Page = await post<Page>(`/api/records/${object}/query`, { columns, sort: [{ field: sort, dir: 'asc' }], size: PAGE_ROWS, total: 'none', ...(after ? { after } : {}) })
    rows.push(...page.rows as WireRow[])
    if (!page.next) break
    after = page.next
  }
  return rows
}

const useRows = (object: string, columns: string[], sort = 'name') =>
  useQuery({ queryKey: ['records', object, 'all', columns], queryFn: () => allRows(object, columns, sort) })

export interface UserRow extends WireRow { name: string; email: string; phone: string | null; position: string | null; department: Link | null; roles: Link[] | null; active: boolean | null }
export interface RoleRow extends WireRow { name: string; note: string | null; rights: unknown }
export interface DepartmentRow extends WireRow { name: string; code: string | null; parent: Link | null; manager: Link | null }

export const useUsers = () => {
  const answer = useRows('user', ['name', 'email', 'phone', 'position', 'department', 'roles', 'active'])
  return { ...answer, data: answer.data as UserRow[] | undefined }
}

export const useRoles = () => {
  const answer = useRows('role', ['name', 'note', 'rights'], 'createdAt')
  return { ...answer, data: answer.data as RoleRow[] | undefined }
}

export const useDepartments = () => {
  const answer = useRows('department', ['name', 'code', 'parent', 'manager'], 'code')
  return { ...answer, data: answer.data as DepartmentRow[] | undefined }
}

export interface SignIn { id: string; joined: boolean; last: string | null }

export const useSignIns = () => useQuery({ queryKey: ['records', 'user', 'sign-ins'], queryFn: async () => (await api<{ rows: SignIn[] }>('/api/users/sign-ins')).rows })

/** The catalog as declared, with what is retired and what the administrator himself may not see. */
export interface AllCatalog { version: number; objects: ReadonlyMap<string, ObjectDef> }
interface WireAll { version: number; objects: (Omit<ObjectDef, 'fields'> & { fields: Field[] })[] }

const byKey = (fields: Field[]): Record<string, Field> =>
  Object.assign(Object.create(null) as Record<string, Field>, Object.fromEntries(fields.map(field => [field.key, field])))

async function loadAll(): Promise<AllCatalog> {
  const wire = await api<WireAll>('/api/catalog/all')
  return { version: wire.version, objects: new Map(wire.objects.map(object => [object.name, { ...object, fields: byKey(object.fields) }])) }
}

export const allCatalogQuery = { queryKey: ['catalog', 'all'], queryFn: loadAll }

export const useAllCatalog = () => useQuery(allCatalogQuery)

const EVERYTHING = { read: true, create: true, update: true, delete: true, export: true, import: true }

/** For the filter builder: the object as one who may see all of it would get it. */
export function asWebObject(object: ObjectDef): WebObject {
  const fields = Object.create(null) as Record<string, WebField>
  for (const field of Object.values(object.fields)) fields[field.key] = { ...field, right: 'write' } as WebField
  return { ...object, can: EVERYTHING, fields }
}

/** After people's records were changed by other doors than the records' own. */
export function useRefresh(): (object: string) => void {
  const queries = useQueryClient()
  return object => {
    tellLive({ type: 'changed', object })
    void queries.invalidateQueries({ queryKey: ['records', object] })
  }
}
