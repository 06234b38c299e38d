// The timeline of a record: changes, comments and related records in one order, page by page, for those who may see them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#core/lib/id.ts'
import type { Actor } from '#core/object/access.ts'
import { buildCatalog } from '#core/object/build-catalog.ts'
import type { Catalog } from '#core/object/catalog.ts'
import { testDatabase } from '#server/database/test-database.ts'
import type { TestDatabase } from '#server/database/test-database.ts'
import { read } from '#server/database/transaction.ts'
import { prepareTestDatabase } from '#server/schema/desired.ts'
import { actor, admin, grant, putRows, shop, shopObject } from './test-shop.ts'
import { timelineOf } from './timeline.ts'

let db: TestDatabase
let catalog: Catalog
const [anna, visit] = [newId(), newId()]
const boss = admin()

beforeAll(async () => {
  catalog = buildCatalog(shop.map(object => (object.name === 'customer' ? { ...object, related: [{ object: 'visit', by: 'customer' }] } : object)))
  db = await testDatabase({ template: 'shop', prepare: pool => prepareTestDatabase(pool, shop) })
  await putRows(db.pool, shopObject('user'), [{ id: boss.userId, values: { name: '王老板', email: 'boss@example.com' } }])
  await putRows(db.pool, shopObject('customer'), [{ id: anna, values: { code: 'K-0001', name: '重庆长安' } }])
  await putRows(db.pool, shopObject('visit'), [{ id: visit, createdAt: '2026-03-02T04:00:00Z', values: { subject: '回访', customer: anna } }])
  await db.pool.query(`insert into record_comment (org, id, object, record, text, created_by, created_at) values (1, $1, 'customer', $2, '先不要催款', $3, '2026-03-03T04:00:00Z')`, [newId(), anna, boss.userId])
  await db.pool.query(`insert into history (org, object, record, at, actor, action, via, batch, version, before, after)
    select 1, 'customer', $1, timestamptz '2026-03-01T00:00:00Z' + n * interval '1 hour', $2, 'record.update', 'page', $3, n + 1, jsonb_build_object('note', n - 1), jsonb_build_object('note', n) from generate_series(1, 120) n`, [anna, boss.userId, newId()])
})
afterAll(() => db.drop())

const page = (who: Actor, before?: string) => read(db.pool, reader => timelineOf(reader, catalog, who, 'customer', anna, before))

async function whole(who: Actor) {
  const entries = []
  let before: string | undefined
  do {
    const { entries: more, next } = await page(who, before)
    entries.push(...more)
    before = next ?? undefined
  } while (before !== undefined)
  return entries
}

describe('the timeline of a customer', () => {
  it('tells every change, comment and visit once, newest first, over all pages', async () => {
    const entries = await whole(boss)
    expect(entries.map(entry => entry.at)).toEqual(entries.map(entry => entry.at).toSorted().toReversed())
    expect(entries.filter(entry => entry.kind === 'history')).toHaveLength(120)
    expect(entries.filter(entry => entry.kind === 'comment')).toMatchObject([{ comment: { text: '先不要催款', author: { label: '王老板' } } }])
    expect(entries.filter(entry => entry.kind === 'record')).toMatchObject([{ object: 'visit', id: visit, title: '回访', amount: null }])
    expect(new Set(entries.map(entry => entry.id)).size).toBe(122)
  })

  it('leaves out related records of an object that its reader may not open', async () => {
    const entries = await whole(actor([grant('customer')]))
    expect(entries.filter(entry => entry.kind === 'record')).toEqual([])
    expect(entries.some(entry => entry.kind === 'comment')).toBe(true)
  })

  it('is unknown to those who may not see the customer, and refuses a made-up place', async () => {
    await expect(page(actor([grant('visit')]))).rejects.toMatchObject({ code: 'not_found' })
    await expect(page(boss, '["x","y",null]')).rejects.toMatchObject({ code: 'invalid' })
  })
})
