// Lists: columns, links, filters, sorts, pages, the bin, and what the doors answer to nonsense.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#core/lib/id.ts'
import { buildCatalog } from '#core/object/build-catalog.ts'
import type { Catalog } from '#core/object/catalog.ts'
import type { Filter, Query } from '#core/report/query.ts'
import { testDatabase } from '#server/database/test-database.ts'
import type { TestDatabase } from '#server/database/test-database.ts'
import { read } from '#server/database/transaction.ts'
import { prepareTestDatabase } from '#server/schema/desired.ts'
import { anchors } from './anchors.ts'
import { getRecord } from './get-record.ts'
import { groupRows } from './group.ts'
import { lookup } from './lookup.ts'
import { runQuery, runQueryText } from './page.ts'
import { searchAll } from './search-all.ts'
import { streamRows } from './stream.ts'
import { admin, putRows, shop, shopObject } from './test-shop.ts'

let db: TestDatabase
let catalog: Catalog
const [north, city, south, anna, ben, carl] = Array.from({ length: 6 }, newId) as [string, string, string, string, string, string]
const boss = admin()

beforeAll(async () => {
  catalog = buildCatalog(shop)
  db = await testDatabase({ template: 'shop', prepare: pool => prepareTestDatabase(pool, shop) })
  await putRows(db.pool, shopObject('user'), [{ id: boss.userId, values: { name: '王老板', email: 'boss@example.com' } }])
  await putRows(db.pool, shopObject('region'), [
    { id: north, values: { name: '华北' } }, { id: city, values: { name: '北京', parent: north } }, { id: south, values: { name: '华南' } }])
  await putRows(db.pool, shopObject('customer'), [
    { id: anna, createdAt: '2026-01-01T00:00:00Z', values: { code: 'K-0001', name: '重庆长安', region: city, total: '10.50', seats: 3, since: '2020-01-31', seen: '2026-01-31T16:30:00Z', active: true, tags: ['老', '大'], owner: boss.userId, grade: 'a', birthday: '1990-04-07', address: { province: '北京市', city: '北京市', detail: '一号' }, wage: '100', double: '200' } },
    { id: ben, createdAt: '2026-01-02T00:00:00Z', values: { code: 'K-0002', name: '安徽贸易', region: south, total: '1000000000000.01', since: '2024-12-30', tags: ['大'], friends: [anna], grade: 'b', active: false } },
    { id: carl, createdAt: '2026-01-03T00:00:00Z', values: { code: 'K-0003', name: 'Acme 100%', note: 'x_y' } },
    { id: newId(), deleted: true, values: { code: 'K-0004', name: '已删除', total: '5' } }])
  await putRows(db.pool, shopObject('item'), [{ values: { customer: anna, what: '甲', price: '1.00' } }, { values: { customer: anna, what: '乙', price: '2.50' } }, { deleted: true, values: { customer: anna, what: '丙' } }])
  await putRows(db.pool, shopObject('visit'), [{ values: { subject: '回访', customer: anna, date: '2026-02-01' } }])
})
afterAll(() => db.drop())

const page = (query: Omit<Query, 'object'> & { object?: string }) => read(db.pool, reader => runQuery(reader, catalog, boss, { object: 'customer', ...query }))
const codes = async (filter: Filter, more: Partial<Query> = {}) =>
  (await page({ columns: ['code'], filter, sort: [{ field: 'code', dir: 'asc' }], ...more })).rows.map(row => String(row.code).slice(-1)).join('')

describe('a page', () => {
  it('carries wire values, links with labels, and a cursor', async () => {
    const answer = await page({ columns: ['name', 'region', 'owner', 'total', 'seats', 'since', 'seen', 'active', 'tags', 'friends', 'address', 'address.city', 'region.parent.name', 'age', 'createdAt'], sort: [{ field: 'code', dir: 'asc' }], size: 2, total: 'capped' })
    expect(answer).toMatchObject({ total: 3, exact: true, rows: [{
      id: anna, version: 1, name: '重庆长安', region: { id: city, label: '北京' }, owner: { id: boss.userId, label: '王老板' }, total: '10.50', seats: 3, since: '2020-01-31',
      seen: '2026-01-31T16:30:00.000Z', active: true, tags: ['老', '大'], friends: null, address: { province: '北京市', city: '北京市', detail: '一号' }, 'address.city': '北京市', 'region.parent.name': '华北', createdAt: '2026-01-01T00:00:00.000Z',
    }, { id: ben, total: '1000000000000.01', friends: [{ id: anna, label: '重庆长安' }], seats: null, 'region.parent.name': null }] })
    expect(answer.rows[0]!.age).toBeGreaterThan(2000)
    const rest = await page({ columns: ['name'], sort: [{ field: 'code', dir: 'asc' }], after: answer.next! })
    expect(rest).toMatchObject({ rows: [{ id: carl }], next: null })
  })

  it('as text is the same answer', async () => {
    const query: Query = { object: 'customer', columns: ['name', 'region'], total: 'capped' }
    const text = await read(db.pool, reader => runQueryText(reader, catalog, boss, query))
    expect(JSON.parse(text)).toEqual(await page(query))
  })

  it('sorts by the names of links, and by pinyin', async () => {
    expect((await page({ columns: [], sort: [{ field: 'region', dir: 'asc' }] })).rows.map(row => row.id)).toEqual([anna, ben, carl])
    expect((await page({ columns: [], sort: [{ field: 'name', dir: 'asc' }] })).rows.map(row => row.id)).toEqual([carl, ben, anna])
  })
})

describe('filters', () => {
  it('find what they say', async () => {
    expect(await codes({ field: 'name', op: 'contains', value: '100%' })).toBe('3')
    expect(await codes({ field: 'note', op: 'contains', value: '_' })).toBe('3')
    expect(await codes({ field: 'region', op: 'under', value: [north] })).toBe('1')
    expect(await codes({ field: 'region.name', op: 'startsWith', value: '华' })).toBe('2')
    expect(await codes({ field: 'total', op: 'gt', value: '1000000000000' })).toBe('2')
    expect(await codes({ field: 'seats', op: 'lt', value: 3.5 })).toBe('1')
    expect(await codes({ field: 'seen', op: 'eq', value: '2026-02-01' })).toBe('1')
    expect(await codes({ field: 'birthday', op: 'between', value: ['1990-01-01', null] })).toBe('1')
    expect(await codes({ field: 'tags', op: 'hasAll', value: ['大'] })).toBe('12')
    expect(await codes({ field: 'tags', op: 'hasAny', value: ['老', '无'] })).toBe('1')
    expect(await codes({ field: 'active', op: 'ne' as never, value: true }).catch((fault: unknown) => String(fault))).toContain('filter.op')
    expect(await codes({ not: { field: 'active', op: 'eq', value: true } })).toBe('23')
    expect(await codes({ field: 'grade', op: 'notIn', value: ['a'] })).toBe('23')
    expect(await codes({ field: 'owner', op: 'eq', value: '@me' })).toBe('1')
    expect(await codes({ field: 'id', op: 'in', value: [ben, carl] })).toBe('23')
    expect(await codes({ some: 'visit', by: 'customer', where: { field: 'date', op: 'ge', value: '2026-01-01' } })).toBe('1')
    expect(await codes({ some: 'visit', by: 'customer', none: true })).toBe('23')
    expect(await codes({ rule: '总额 > 10 and region.name != "北京"' })).toBe('2')
    expect(await codes({ field: 'age', op: 'gt', value: 10 })).toBe('12')
  })

  it('treat an empty choice as nothing and an empty condition as none', async () => {
    expect(await codes({ field: 'grade', op: 'in', value: [] })).toBe('')
    expect(await codes({ field: 'tags', op: 'hasAll', value: [] })).toBe('')
    expect(await codes({ any: [] })).toBe('')
    expect(await codes({ all: [] })).toBe('123')
  })
})

describe('search', () => {
  it('finds by parts, pinyin, initials and further readings', async () => {
    for (const text of ['长安', 'chongqing', 'cqca', 'k-0001', '重庆 0001']) expect((await page({ search: text })).rows.map(row => row.id), text).toEqual([anna])
    expect((await page({ search: '长按' })).rows).toEqual([])
    expect(await read(db.pool, reader => lookup(reader, catalog, boss, 'customer', 'ahmy'))).toEqual([{ id: ben, label: '安徽贸易', hint: 'K-0002' }])
    expect(await read(db.pool, reader => searchAll(reader, catalog, boss, '北京'))).toEqual([{ object: 'region', id: city, title: '北京', code: null, hint: null }])
  })
})

describe('one record', () => {
  it('comes with its lines and what may be done', async () => {
    const record = await read(db.pool, reader => getRecord(reader, catalog, boss, 'customer', anna))
    expect(record).toMatchObject({ id: anna, wage: '100', lines: [{ what: '甲', price: '1.00' }, { what: '乙', price: '2.50' }], _can: { update: true, delete: true } })
  })
  it('is not found when it is in the bin, or is no id', async () => {
    const bin = await page({ columns: ['name'], bin: true })
    expect(bin.rows).toMatchObject([{ name: '已删除' }])
    await expect(read(db.pool, reader => getRecord(reader, catalog, boss, 'customer', String(bin.rows[0]!.id)))).rejects.toMatchObject({ code: 'not_found' })
    await expect(read(db.pool, reader => getRecord(reader, catalog, boss, 'customer', "1' or 1=1"))).rejects.toMatchObject({ code: 'not_found' })
    expect(await read(db.pool, reader => getRecord(reader, catalog, boss, 'customer', String(bin.rows[0]!.id), { bin: true }))).toMatchObject({ name: '已删除' })
  })
})

describe('groups', () => {
  it('count, sum and name what they are of', async () => {
    const rows = (query: Partial<Query>) => read(db.pool, async reader => (await groupRows(reader, catalog, boss, { object: 'customer', ...query })).rows)
    expect(await rows({ group: [{ field: 'region' }], measures: [{ fn: 'sum', field: 'total' }, { fn: 'count' }] })).toEqual([
      { region: { id: city, label: '北京' }, 'sum:total': '10.50', count: 1 }, { region: { id: south, label: '华南' }, 'sum:total': '1000000000000.01', count: 1 }, { region: null, 'sum:total': null, count: 1 }])
    expect(await rows({ group: [{ field: 'tags' }] })).toEqual([{ tags: '大', count: 2 }, { tags: '老', count: 1 }, { tags: null, count: 1 }])
    expect(await rows({ group: [{ field: 'since', grain: 'week' }], filter: { field: 'since', op: 'notEmpty' } })).toEqual([{ since: '2020-01-27', count: 1 }, { since: '2024-12-30', count: 1 }])
    expect(await rows({ group: [{ field: 'seen', grain: 'month' }], filter: { field: 'seen', op: 'notEmpty' } })).toEqual([{ seen: '2026-02-01', count: 1 }])
    expect(await rows({ measures: [{ fn: 'median', field: 'total', as: 'mid' }, { fn: 'min', field: 'since' }, { fn: 'max', field: 'seats' }, { fn: 'distinct', field: 'grade' }, { fn: 'avg', field: 'seats' }, { fn: 'min', field: 'birthday' }] }))
      .toEqual([{ mid: '500000000005.255', 'min:since': '2020-01-31', 'max:seats': 3, 'distinct:grade': 2, 'avg:seats': '3', 'min:birthday': '1990-04-07' }])
  })
})

describe('long lists', () => {
  it('sorted by a link are the same whichever way they are read', async () => {
    const people = Array.from({ length: 5 }, (_, index) => ({ id: newId(), values: { name: ['丁', '甲', '丙', '甲', null][index], email: `p${index}@example.com` } }))
    await putRows(db.pool, shopObject('user'), people)
    await putRows(db.pool, shopObject('visit'), Array.from({ length: 60 }, (_, index) => ({ createdAt: `2025-01-01T00:00:${String(index % 7).padStart(2, '0')}Z`, values: { subject: '连', owner: index % 6 === 5 ? null : people[index % 6]!.id } })))
    // Any condition, even one that always holds, takes the general way.
    const general: Filter = { field: 'createdAt', op: 'notEmpty' }
    for (const field of ['owner', 'customer']) for (const dir of ['asc', 'desc'] as const) for (const skip of [0, 3]) {
      const pages = async (filter?: Filter): Promise<unknown[]> => {
        const ids: unknown[] = []
        for (let after = ''; ; ) {
          const one = await page({ object: 'visit', columns: ['owner'], sort: [{ field, dir }], size: 7, skip, after, ...(filter ? { filter } : {}) })
          ids.push(...one.rows.map(row => row.id))
          if (one.next === null) return ids
          after = one.next
        }
      }
      const short = await pages()
      expect(short.length).toBeGreaterThan(30)
      expect(short).toEqual(await pages(general))
    }
    await db.pool.query("delete from visit where subject = '连'")
  })

  it('are read whole in pages, and reached anywhere from anchors', async () => {
    const many = Array.from({ length: 450 }, (_, index) => ({ values: { subject: `第${index}次`, date: index % 3 === 0 ? null : `2026-03-${String(1 + index % 28).padStart(2, '0')}` } }))
    await putRows(db.pool, shopObject('visit'), many)
    const query: Query = { object: 'visit', columns: ['date'], sort: [{ field: 'date', dir: 'desc' }, { field: 'subject', dir: 'asc' }] }
    const all = await read(db.pool, async reader => {
      const rows: unknown[] = []
      for await (const part of streamRows(reader, catalog, boss, query, 60)) rows.push(...part.map(row => row.id))
      return rows
    })
    expect(new Set(all).size).toBe(451)
    const found = await read(db.pool, reader => anchors(reader, catalog, boss, query, 100))
    expect(found).toMatchObject({ total: 451, every: 100 })
    expect(found.cursors.length).toBe(5)
    for (const [index, after] of found.cursors.entries()) {
      const next = await page({ ...query, ...(after ? { after } : {}), skip: 7, size: 20 })
      expect(next.rows.map(row => row.id)).toEqual(all.slice(index * 100 + 7, index * 100 + 27))
    }
  })
})
