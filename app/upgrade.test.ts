// Roles of an installation made by the first release: what is new is given to them once, what the administrator decided stays.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Grant, RoleGrants } from '#core/object/access.ts'
import { offersOf } from '#core/object/offer.ts'
import { offerRoles } from '#server/action/offer-roles.ts'
import { systemActor } from '#server/user/system-actor.ts'
import { shippedRoles } from '#features/company/roles.ts'
import type { TestSite } from './test-site.ts'
import { testSite } from './test-site.ts'

const FIRST = new Set(['customer', 'contact', 'order', 'orderLine', 'payment', 'product', 'category', 'region', 'tag', 'user', 'department', 'role', 'company', 'view', 'notification', 'comment', 'file'])
/** Fields of those objects whose rights came later. */
const LATER: Record<string, readonly string[]> = { order: ['costs', 'uncosted'], orderLine: ['costAmount'] }

let site: TestSite
beforeAll(async () => { site = await testSite() })
afterAll(() => site.close())

const rightsNow = async (key: string): Promise<RoleGrants> =>
  (await site.site.db.query<{ rights: RoleGrants }>('select rights from role where key = $1', [key])).rows[0]!.rights
const grantNow = async (key: string, object: string): Promise<Grant | undefined> => (await rightsNow(key)).grants.find(grant => grant.object === object)
const upgrade = (): Promise<number> => offerRoles(site.site.env, systemActor(site.site.org, site.site.env.catalog.current()), shippedRoles)
const shipped = (key: string): RoleGrants => shippedRoles.find(role => role.key === key)!.rights

/** The care profile was not there yet, and neither were the costs of orders. */
const firstFields = ({ object, fields }: Grant): Pick<Grant, 'fields'> => (fields === undefined || object === 'contact' ? {}
  : { fields: Object.fromEntries(Object.entries(fields).filter(([key]) => !LATER[object]?.includes(key))) })

const asFirstRelease = ({ grants, powers }: RoleGrants): RoleGrants =>
  ({ powers, grants: grants.filter(grant => FIRST.has(grant.object)).map(({ fields, ...grant }) => ({ ...grant, ...firstFields({ ...grant, fields }) })) })

/** Every role as the first release made it; `changes` is what the administrator did to some since. */
async function firstRelease(changes: Record<string, (rights: RoleGrants) => RoleGrants> = {}): Promise<void> {
  for (const { key, rights } of shippedRoles) {
    const old = (changes[key] ?? (same => same))(asFirstRelease(rights))
    await site.site.db.query('update role set rights = $2, offered = null where key = $1', [key, JSON.stringify(old)])
  }
}

const without = (object: string) => (rights: RoleGrants): RoleGrants => ({ ...rights, grants: rights.grants.filter(grant => grant.object !== object) })
const byObject = ({ grants, powers }: RoleGrants) => ({ powers, grants: Object.fromEntries(grants.map(grant => [grant.object, grant])) })

test('roles that the first release made have after the upgrade what roles of this release have', async () => {
  await firstRelease()
  expect(await grantNow('sales', 'visit')).toBeUndefined()
  expect(await upgrade()).toBe(shippedRoles.length)
  for (const { key, rights } of shippedRoles) expect(byObject(await rightsNow(key))).toEqual(byObject(rights))
})

test('a salesman of the first release can plan visits and note complaints after the upgrade', async () => {
  await firstRelease()
  const li = await site.person('李业务', ['销售人员'])
  expect((await li.call('POST', '/api/records/visit/query', { columns: ['customer'] })).statusCode).toBe(404)
  await upgrade()
  await new Promise(done => setTimeout(done, 1100)) // A changed role is felt within a second.
  for (const object of ['visit', 'complaint', 'hospitality', 'filledForm']) await li.ok('POST', `/api/records/${object}/query`, { columns: ['id'] })
})

test('the upgrade is done once, by the product itself, and stands in the history and the log', async () => {
  await firstRelease()
  await upgrade()
  const count = async (sql: string): Promise<number> => Number((await site.site.db.query<{ n: string }>(sql)).rows[0]!.n)
  const before = await count("select count(*) as n from history where object = 'role'")
  expect(await upgrade()).toBe(0)
  expect(await count("select count(*) as n from history where object = 'role'")).toBe(before)
  expect(await count(`select count(*) as n from history h join action_batch b on b.id = h.batch where h.object = 'role' and b.action = 'role.offer' and b.actor_name = 'Guanxi' and not b.undoable and h.after ? 'rights'`)).toBeGreaterThanOrEqual(shippedRoles.length)
  expect(await count("select count(*) as n from audit where what = 'rights'")).toBeGreaterThanOrEqual(shippedRoles.length)
})

test('of two processes that start at once one writes', async () => {
  await firstRelease()
  const counts = await Promise.all(Array.from({ length: 4 }, upgrade))
  expect(counts.toSorted()).toEqual([0, 0, 0, shippedRoles.length].toSorted())
})

test('what the administrator took away before or after the upgrade does not come back', async () => {
  await firstRelease({ staff: without('customer'), sales: without('order') })
  await upgrade()
  expect(await grantNow('staff', 'customer')).toBeUndefined()
  expect(await grantNow('sales', 'order')).toBeUndefined()
  // After it he takes visits away from salesmen, on the page of roles.
  const { id, rights } = (await site.site.db.query<{ id: string; rights: RoleGrants }>("select id, rights from role where key = 'sales'")).rows[0]!
  await site.boss.ok('PATCH', `/api/records/role/${id}`, { values: { rights: without('visit')(rights) } })
  expect(await upgrade()).toBe(0)
  expect(await grantNow('sales', 'visit')).toBeUndefined()
})

test('what he changed stays changed: a grant made wider gets no private fields with it', async () => {
  await firstRelease({ specialist: rights => ({ ...rights, grants: rights.grants.map(grant => (grant.object === 'contact' ? { ...grant, read: 'all' as const } : grant)) }) })
  await upgrade()
  expect(await grantNow('specialist', 'contact')).toMatchObject({ read: 'all' })
  expect((await grantNow('specialist', 'contact'))?.fields).toBeUndefined()
  expect((await grantNow('supervisor', 'contact'))?.fields).toEqual(shipped('supervisor').grants.find(grant => grant.object === 'contact')!.fields)
})

test('roles of his own get nothing', async () => {
  const own = await site.boss.ok<{ id: string }>('POST', '/api/records/role', { name: '门卫', rights: { grants: [], powers: [] } })
  await firstRelease()
  await upgrade()
  const { rows } = await site.site.db.query<{ rights: RoleGrants; offered: unknown }>('select rights, offered from role where id = $1', [own.id])
  expect(rows[0]).toEqual({ rights: { grants: [], powers: [] }, offered: null })
})

test('a new installation has nothing left to be offered, and nobody writes the note but the product', async () => {
  const fresh = await testSite()
  try {
    expect(await offerRoles(fresh.site.env, systemActor(fresh.site.org, fresh.site.env.catalog.current()), shippedRoles)).toBe(0)
    const { rows } = await fresh.site.db.query<{ id: string; offered: string[] }>("select id, offered from role where key = 'staff'")
    expect(rows[0]!.offered).toEqual(offersOf(shipped('staff')))
    const refused = await fresh.boss.call('PATCH', `/api/records/role/${rows[0]!.id}`, { values: { offered: [] } })
    expect(refused.json()).toMatchObject({ error: { code: 'invalid', fields: { offered: {} } } })
  } finally {
    await fresh.close()
  }
})
