// Who sees which records: own, department, shared, by rule, through the parent; and nothing where nothing is granted.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#core/lib/id.ts'
import type { Actor, Grant, Scope } from '#core/object/access.ts'
import { buildCatalog } from '#core/object/build-catalog.ts'
import type { Filter } from '#core/report/query.ts'
import { testDatabase } from '#server/database/test-database.ts'
import type { TestDatabase } from '#server/database/test-database.ts'
import { read } from '#server/database/transaction.ts'
import { prepareTestDatabase } from '#server/schema/desired.ts'
import { getRecord } from './get-record.ts'
import { groupRows } from './group.ts'
import { lookup } from './lookup.ts'
import { runQuery } from './page.ts'
import { searchAll } from './search-all.ts'
import { actor, admin, grant, putRows, shop, shopObject } from './test-shop.ts'
import { visibleIds } from './visible.ts'

const catalog = buildCatalog(shop)
const [me, colleague, sales, below, elsewhere, mine, near, far, free, region] = Array.from({ length: 10 }, newId) as [string, string, string, string, string, string, string, string, string, string]
let db: TestDatabase

beforeAll(async () => {
  db = await testDatabase({ template: 'shop', prepare: pool => prepareTestDatabase(pool, shop) })
  await putRows(db.pool, shopObject('user'), [{ id: me, values: { name: '我', email: 'me@example.com' } }, { id: colleague, values: { name: '同事', email: 'other@example.com' } }])
  await putRows(db.pool, shopObject('department'), [{ id: sales, values: { name: '销售部' } }])
  await putRows(db.pool, shopObject('region'), [{ id: region, values: { name: '华北' }, createdBy: me }])
  await putRows(db.pool, shopObject('customer'), [
    { id: mine, values: { name: '我的', owner: me, department: elsewhere, region, total: '1' } },
    { id: near, values: { name: '邻座的', owner: colleague, department: below, total: '2' } },
    { id: far, values: { name: '远方的', owner: colleague, department: elsewhere, total: '4' } },
    { id: free, values: { name: '无主的', total: '8' } },
    { deleted: true, values: { name: '我删的', owner: me } }, { deleted: true, values: { name: '别人删的', owner: colleague } }])
  await putRows(db.pool, shopObject('item'), [mine, near, far].map(customer => ({ values: { customer, what: '货', price: '1' } })))
  await putRows(db.pool, shopObject('visit'), [mine, far].map(customer => ({ values: { subject: '拜访', customer, owner: me } })))
})
afterAll(() => db.drop())

const seller = (read: Scope, more: Partial<Grant> = {}, person: Partial<Actor> = {}): Actor =>
  actor([grant('customer', { read, ...more }), grant('visit'), grant('region')], { userId: me, departments: [sales], departmentsBelow: [sales, below], ...person })

const names = async (who: Actor, query: { filter?: Filter; bin?: boolean } = {}): Promise<string[]> =>
  (await read(db.pool, reader => runQuery(reader, catalog, who, { object: 'customer', columns: ['name'], sort: [{ field: 'total', dir: 'asc' }], ...query }))).rows.map(row => String(row.name))

describe('scopes', () => {
  it('show all, one\'s own, the department and below, or what fits a filter', async () => {
    expect(await names(seller('all'))).toEqual(['我的', '邻座的', '远方的', '无主的'])
    expect(await names(seller('own'))).toEqual(['我的'])
    expect(await names(seller('department'))).toEqual(['我的', '邻座的'])
    expect(await names(seller({ where: { field: 'total', op: 'ge', value: '4' } }))).toEqual(['远方的', '无主的'])
    expect(await names(seller({ where: { rule: 'region.name = "华北"' } }))).toEqual(['我的'])
    expect(await names(seller({ where: { field: 'owner', op: 'eq', value: '@me' } }))).toEqual(['我的'])
  })

  it('count what they show', async () => {
    const total = async (who: Actor) => (await read(db.pool, reader => runQuery(reader, catalog, who, { object: 'customer', total: 'capped' }))).total
    for (const who of [seller('own'), seller('department'), seller('department', {}, { departmentsBelow: [below, elsewhere] }), seller('department', {}, { departmentsBelow: [] })]) {
      expect(await total(who)).toBe((await names(who)).length)
      const byTime = await read(db.pool, reader => runQuery(reader, catalog, who, { object: 'customer', columns: ['name'], sort: [{ field: 'updatedAt', dir: 'desc' }] }))
      expect(byTime.rows.map(row => row.name).sort()).toEqual((await names(who)).sort())
    }
  })

  it('add up over roles, and records that are shared come on top', async () => {
    const two = { ...seller('own'), roles: [...seller('own').roles, ...seller({ where: { field: 'total', op: 'eq', value: '8' } }).roles] }
    expect(await names(two)).toEqual(['我的', '无主的'])
    await db.pool.query("insert into record_share (org, id, object, record, department, level) values (1, $1, 'customer', $2, $3, 'read')", [newId(), far, sales])
    expect(await names(seller('own'))).toEqual(['我的', '远方的'])
    const update = (who: Actor) => read(db.pool, reader => visibleIds(reader, catalog, who, shopObject('customer'), [mine, far], 'update'))
    expect(await update(seller('own', { update: 'own' }))).toEqual(new Set([mine]))
    await db.pool.query("update record_share set level = 'update'")
    expect(await update(seller('own', { update: 'own' }))).toEqual(new Set([mine, far]))
    await db.pool.query('delete from record_share')
  })

  it('hold for counts, groups, search, type-ahead and for what refers to a record', async () => {
    const who = seller('own')
    const [group, found, all, byPath, some] = await read(db.pool, async reader => [
      await groupRows(reader, catalog, who, { object: 'customer', measures: [{ fn: 'sum', field: 'total' }, { fn: 'count' }] }),
      await lookup(reader, catalog, who, 'customer', '的'), await searchAll(reader, catalog, who, '远方'),
      await runQuery(reader, catalog, who, { object: 'visit', columns: ['customer', 'customer.total'], sort: [{ field: 'customer.total', dir: 'asc' }], total: 'capped' }),
      await runQuery(reader, catalog, who, { object: 'region', columns: ['name'], filter: { some: 'customer', by: 'region', where: { field: 'total', op: 'gt', value: '1' } } }),
    ])
    expect(group.rows).toEqual([{ 'sum:total': '1', count: 1 }])
    expect(found.map(one => one.label)).toEqual(['我的'])
    expect(all).toEqual([])
    expect(byPath.rows.map(row => [(row.customer as { label: string }).label, row['customer.total']])).toEqual([['我的', '1'], ['远方的', null]])
    expect(some.rows).toEqual([])
  })

  it('pass from the parent to its lines', async () => {
    const items = (who: Actor) => read(db.pool, async reader => (await runQuery(reader, catalog, who, { object: 'item', columns: ['customer'] })).rows.length)
    expect(await items(seller('own'))).toBe(1)
    expect(await items(seller('department'))).toBe(2)
    expect(await items(seller('all'))).toBe(3)
  })

  it('show in the bin what one could delete, or all of it to its keeper', async () => {
    expect(await names(seller('all', { delete: 'own' }), { bin: true })).toEqual(['我删的'])
    expect(await names({ ...seller('all', { delete: 'none' }), roles: [{ ...seller('all', { delete: 'none' }).roles[0]!, powers: ['bin'] }] }, { bin: true })).toHaveLength(2)
    expect(await names(seller('all', { delete: 'none' }), { bin: true })).toEqual([])
  })

  it('let nobody change what he cannot read', async () => {
    const may = (verb: 'read' | 'update' | 'delete') => read(db.pool, reader => visibleIds(reader, catalog, seller('own', { update: 'all', delete: 'department' }), shopObject('customer'), [mine, near, far], verb))
    expect(await may('update')).toEqual(new Set([mine]))
    expect(await may('delete')).toEqual(new Set([mine]))
  })
})

describe('nothing granted', () => {
  const strangers: [string, Actor][] = [
    ['no role', { ...seller('all'), roles: [] }], ['a role without grants', actor([])], ['a grant of nothing', seller('none')],
    ['a key for another object', { ...seller('all'), scopes: [{ object: 'visit', verbs: ['read'] }] }], ['a key without verbs', { ...seller('all'), scopes: [] }],
  ]
  it.each(strangers)('%s: the object is unknown', async (_what, who) => {
    const unknown = { code: 'not_found', key: 'object.unknown' }
    await expect(names(who)).rejects.toMatchObject(unknown)
    await expect(read(db.pool, reader => getRecord(reader, catalog, who, 'customer', mine))).rejects.toMatchObject({ code: 'not_found' })
    expect(await read(db.pool, reader => visibleIds(reader, catalog, who, shopObject('customer'), [mine], 'read'))).toEqual(new Set())
    expect(await read(db.pool, reader => searchAll(reader, catalog, { ...who, roles: who.roles.map(role => ({ ...role, grants: role.grants.filter(one => one.object === 'customer') })) }, '的'))).toEqual([])
  })

  it('an empty set is an empty list, never everything', async () => {
    expect(await names(seller('department', {}, { userId: newId(), departments: [], departmentsBelow: [] }))).toEqual([])
    expect(await names(seller({ where: { all: [] } }))).toEqual([])
    expect(await names(seller({ where: { any: [] } }))).toEqual([])
    expect(await names(seller({ where: { field: 'region', op: 'in', value: [] } }))).toEqual([])
    expect(await names(seller({ where: { field: 'department', op: 'in', value: ['@myDepartment'] } }, {}, { departments: [] }))).toEqual([])
    expect(await names(seller({ where: { field: 'region', op: 'under', value: [newId()] } }))).toEqual([])
  })
})

describe('people and departments', () => {
  it('are named to everybody, but tell nothing else', async () => {
    const who = seller('own')
    expect(await read(db.pool, reader => lookup(reader, catalog, who, 'user', '同事'))).toEqual([{ id: colleague, label: '同事', hint: null }])
    expect(await read(db.pool, reader => lookup(reader, catalog, who, 'user', 'other@example.com'))).toEqual([])
    await expect(read(db.pool, reader => runQuery(reader, catalog, who, { object: 'user', columns: ['email'] }))).rejects.toMatchObject({ code: 'not_found' })
    await expect(read(db.pool, reader => runQuery(reader, catalog, who, { object: 'customer', columns: ['owner.email'] }))).rejects.toMatchObject({ key: 'field.unknown' })
    expect((await read(db.pool, reader => lookup(reader, catalog, admin(), 'user', 'other@example.com'))).map(one => one.id)).toEqual([colleague])
  })
})
