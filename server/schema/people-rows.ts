// Who holds which role, who stands above whom, who acts for whom: what a flow asks of the people of the company.
import type { Reader } from '#server/database/transaction.ts'

const ACTIVE = 'u.deleted_at is null and u.active is true'
const ROLES = `coalesce((select array_agg(n) from role r cross join lateral unnest(array[r.key, r.name]) n
  where r.org = u.org and r.id = any(u.roles) and r.deleted_at is null and n is not null), '{}')`

const PERSON = `u.id, u.name, coalesce(u.lang, 'zh') as lang, ${ROLES} as roles`

export interface PersonRow {
  id: string
  name: string
  lang: 'zh' | 'en'
  /** Keys and names of his roles. */
  roles: string[]
}

export async function peopleAt(reader: Reader, org: number, ids: readonly string[]): Promise<Map<string, PersonRow>> {
  const { rows } = await reader.query<PersonRow>(`select ${PERSON} from app_user u where u.org = $1 and u.id = any($2::uuid[]) and ${ACTIVE}`, [org, ids])
  return new Map(rows.map(row => [row.id, row]))
}

/** Active holders of a role, by its key or its name. */
export async function holdersOf(reader: Reader, org: number, role: string): Promise<PersonRow[]> {
  const { rows } = await reader.query<PersonRow>(
    `select ${PERSON} from app_user u where u.org = $1 and ${ACTIVE}
       and exists (select from role r where r.org = u.org and r.id = any(u.roles) and r.deleted_at is null and (r.key = $2 or r.name = $2)) order by u.id limit 500`, [org, role])
  return rows
}

/** Heads of the person's department and of those above it, nearest first; he himself is none of them. */
export async function headsAbove(reader: Reader, org: number, person: string): Promise<PersonRow[]> {
  const { rows } = await reader.query<PersonRow>(
    `with recursive up as (
       select d.id, d.parent, d.manager, 1 as n from department d join app_user u on u.org = d.org and u.department = d.id where u.org = $1 and u.id = $2 and d.deleted_at is null
       union select d.id, d.parent, d.manager, up.n + 1 from department d join up on d.id = up.parent where d.org = $1 and d.deleted_at is null and up.n < 50)
     select ${PERSON} from (select manager, min(n) as n from up group by manager) m join app_user u on u.org = $1 and u.id = m.manager and ${ACTIVE}
     where u.id <> $2 order by m.n`, [org, person])
  return rows
}

/** The person himself, and those for whom he acts on this day. */
export async function actingFor(reader: Reader, org: number, person: string, today: string): Promise<PersonRow[]> {
  const { rows } = await reader.query<PersonRow>(
    `select ${PERSON} from app_user u where u.org = $1 and ${ACTIVE} and (u.id = $2 or u.id in (select d.owner from flow_deputy d
       where d.org = $1 and d.deputy = $2 and d.deleted_at is null and $3::date between d.begins and d.ends)) order by u.id`, [org, person, today])
  return rows
}

/** Who acts for these people on this day. */
export async function deputiesOf(reader: Reader, org: number, people: readonly string[], today: string): Promise<(PersonRow & { for: string })[]> {
  const { rows } = await reader.query<PersonRow & { for: string }>(
    `select ${PERSON}, d.owner as "for" from flow_deputy d join app_user u on u.org = d.org and u.id = d.deputy and ${ACTIVE}
     where d.org = $1 and d.owner = any($2::uuid[]) and d.deleted_at is null and $3::date between d.begins and d.ends and d.owner <> d.deputy`, [org, people, today])
  return rows
}

/** Keys and names by which a diagram may name a role. */
export async function knownRoles(reader: Reader, org: number): Promise<string[]> {
  const { rows } = await reader.query<{ n: string }>(
    'select distinct n from role r cross join lateral unnest(array[r.key, r.name]) n where r.org = $1 and r.deleted_at is null and n is not null', [org])
  return rows.map(row => row.n)
}

/** What roles of this key or name allow. */
export async function rightsOfRole(reader: Reader, org: number, role: string): Promise<unknown[]> {
  const { rows } = await reader.query<{ rights: unknown }>('select rights from role where org = $1 and deleted_at is null and (key = $2 or name = $2)', [org, role])
  return rows.map(row => row.rights)
}
