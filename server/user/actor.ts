// Who asks: a person's departments, roles and rights, read from the database and kept for one second,
// so that a changed role, a moved or deactivated person is felt on every channel within a second.
import { roleGrantsSchema } from '#core/object/access.ts'
import type { Actor, RoleGrants } from '#core/object/access.ts'
import type { Reader } from '#server/database/transaction.ts'

const FRESH_MS = 1000

export type Known = Pick<Actor, 'org' | 'userId' | 'name' | 'lang' | 'departments' | 'departmentsBelow' | 'roles' | 'roleNames' | 'zone'>

const SQL = `
with recursive me as (
  select u.org, u.id, u.name, u.lang, u.department, u.roles from app_user u
  where u.org = $1 and u.id = $2 and u.deleted_at is null and u.active is true
), below as (
  select d.id from department d, me where d.org = me.org and d.deleted_at is null and (d.id = me.department or d.manager = me.id)
  union
  select d.id from department d join below b on d.parent = b.id where d.org = $1 and d.deleted_at is null
)
select me.*,
  coalesce((select array_agg(id) from below), '{}') as below,
  coalesce((select json_agg(json_build_object('name', r.name, 'rights', r.rights) order by r.name) from role r
    where r.org = me.org and r.id = any(me.roles) and r.deleted_at is null), '[]') as grants,
  (select c.zone from company c where c.org = me.org and c.deleted_at is null limit 1) as zone
from me`

interface Row {
  org: number
  id: string
  name: string
  lang: 'zh' | 'en' | null
  department: string | null
  below: string[]
  grants: { name: string; rights: unknown }[]
  zone: string | null
}

/** A role whose rights cannot be read gives none, rather than all. */
const rightsIn = (value: unknown): RoleGrants => {
  const parsed = roleGrantsSchema.safeParse(value)
  return parsed.success ? parsed.data : { grants: [], powers: [] }
}

/** As the person is now; inside a transaction, as it sees him. */
export async function loadPerson(reader: Reader, org: number, userId: string): Promise<Known | null> {
  const { rows } = await reader.query<Row>(SQL, [org, userId])
  const row = rows[0]
  if (!row) return null
  return {
    org: row.org, userId: row.id, name: row.name, lang: row.lang ?? 'zh',
    departments: row.department ? [row.department] : [], departmentsBelow: row.below,
    roles: row.grants.map(grant => rightsIn(grant.rights)), roleNames: row.grants.map(grant => grant.name),
    zone: row.zone ?? 'Asia/Shanghai',
  }
}

export interface ActorCache {
  /** Null when there is no such active person. */
  get(org: number, userId: string): Promise<Known | null>
  forget(userId?: string): void
}

export function actorCache(reader: Reader): ActorCache {
  const kept = new Map<string, { at: number; known: Promise<Known | null> }>()
  return {
    get(org, userId) {
      const now = Date.now()
      const hit = kept.get(userId)
      if (hit && now - hit.at < FRESH_MS) return hit.known
      const known = loadPerson(reader, org, userId)
      kept.set(userId, { at: now, known })
      known.catch(() => kept.delete(userId))
      if (kept.size > 5000) kept.clear()
      return known
    },
    forget: userId => void (userId ? kept.delete(userId) : kept.clear()),
  }
}
