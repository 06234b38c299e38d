// Fields and objects added at run time: the very same values, columns, indexes, filters and sorts as declared ones.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildCatalog, NO_ROWS } from '#core/object/build-catalog.ts'
import type { CustomRows } from '#core/object/build-catalog.ts'
import { defineObject } from '#core/object/define.ts'
import { testDatabase } from '#server/database/test-database.ts'
import type { TestDatabase } from '#server/database/test-database.ts'
import { read, transaction } from '#server/database/transaction.ts'
import { runQuery } from '#server/record/page.ts'
import { admin, putRows, shop } from '#server/record/test-shop.ts'
import { actualTables } from './actual.ts'
import { raiseCatalogVersion, saveFieldRow, saveObjectRow } from './catalog-rows.ts'
import { openCatalog } from './catalog-store.ts'
import type { CatalogStore } from './catalog-store.ts'
import { desiredTables, prepareTestDatabase } from './desired.ts'
import { diff } from './diff.ts'
import { objectShape } from './object-shape.ts'
import { addFieldSql, changeFieldSql, createTableSql } from './table-sql.ts'

const label = { zh: '欠款', en: 'Debt' }
let db: TestDatabase
let store: CatalogStore
let second: CatalogStore

beforeAll(async () => {
  db = await testDatabase({ template: 'shop', prepare: pool => prepareTestDatabase(pool, shop) })
  store = await openCatalog(db.pool, shop, { every: 0 })
  second = await openCatalog(db.pool, shop, { every: 50 })
})
afterAll(async () => {
  store.close()
  second.close()
  await db.drop()
})

const rowsWith = (fields: CustomRows['fields'], objects: CustomRows['objects'] = []): CustomRows => ({ version: 1, objects, fields })
const field = (key: string, definition: object, object = 'customer'): CustomRows['fields'][number] => ({ object, key, definition, position: 0 })

describe('a field added at run time', () => {
  it('is what a declared one would be, down to its indexes', () => {
    const definition = { kind: 'money', label, indexed: true } as const
    const custom = buildCatalog(shop, rowsWith([field('x_debt', definition)])).objects.get('customer')!
    const declared = defineObject({ name: 'customer', label, title: 'x_debt', fields: { x_debt: definition } })
    expect(custom.fields.x_debt).toEqual({ ...declared.fields.x_debt, custom: true })
    const own = (shape: ReturnType<typeof objectShape>) => [shape.columns.filter(one => one.name === 'x_debt'), shape.indexes.filter(one => one.definition.includes('"x_debt"'))]
    expect(own(objectShape(custom))).toEqual(own(objectShape(declared)))
  })

  it('gets its column, and filters and sorts by its index like any other', async () => {
    await transaction(db.pool, async tx => {
      await raiseCatalogVersion(tx, 1)
      for (const [key, definition] of [['x_debt', { kind: 'money', label, indexed: true }], ['x_city', { kind: 'text', label: { zh: '城', en: 'City' }, search: true, indexed: true }]] as const) {
        await saveFieldRow(tx, 1, field(key, definition))
        const object = buildCatalog(shop, rowsWith([field('x_debt', { kind: 'money', label, indexed: true }), field(key, definition)])).objects.get('customer')!
        for (const sql of addFieldSql(object, object.fields[key]!)) await tx.query(sql)
      }
    })
    const catalog = await store.reload()
    const object = catalog.objects.get('customer')!
    expect(diff(await read(db.pool, actualTables), desiredTables([...catalog.objects.values()]))).toEqual([])
    await putRows(db.pool, object, Array.from({ length: 30 }, (_, index) => ({ values: { name: `客户${index}`, x_debt: index % 3 === 0 ? null : String(index), x_city: index === 7 ? '长沙' : '北京' } })))
    const page = await read(db.pool, reader => runQuery(reader, catalog, admin(), { object: 'customer', columns: ['x_debt', 'x_city'], filter: { field: 'x_debt', op: 'le', value: '7' }, sort: [{ field: 'x_debt', dir: 'desc' }] }))
    expect(page.rows.map(row => row.x_debt)).toEqual(['7', '5', '4', '2', '1'])
    expect((await read(db.pool, reader => runQuery(reader, catalog, admin(), { object: 'customer', columns: [], search: '长沙' }))).rows).toHaveLength(1)
    const plan = await transaction(db.pool, async tx => {
      await tx.query('set local enable_seqscan = off')
      return (await tx.query<Record<string, string>>('explain select id from customer where org = 1 and deleted_at is null and x_debt is not null order by x_debt desc, id desc limit 10')).rows.map(row => row['QUERY PLAN']).join('\n')
    })
    expect(plan).toMatch(/Index (Only )?Scan Backward using customer_x_debt/)
    expect(plan).not.toContain('Sort')
  })

  it('is seen by another process, and loses its index when it is no longer wanted', async () => {
    await expect.poll(() => second.current().objects.get('customer')!.fields.x_debt?.custom, { timeout: 10_000 }).toBe(true)
    const object = store.current().objects.get('customer')!
    const before = object.fields.x_debt!
    const after = { ...before, indexed: false }
    const changed = { ...object, fields: { ...object.fields, x_debt: after } }
    for (const sql of changeFieldSql(changed, before, after)) await db.pool.query(sql)
    const tables = [...store.current().objects.values()].map(one => (one.name === 'customer' ? changed : one))
    expect(diff(await read(db.pool, actualTables), desiredTables(tables))).toEqual([])
  })
})

describe('an object added at run time', () => {
  it('gets a table of its own and is read like any other', async () => {
    await transaction(db.pool, async tx => {
      await raiseCatalogVersion(tx, 1)
      await saveObjectRow(tx, 1, { name: 'x_machine', definition: { label: { zh: '设备', en: 'Machine' }, title: 'x_name', owned: true }, position: 1 })
      await saveFieldRow(tx, 1, field('x_name', { kind: 'text', label: { zh: '名', en: 'Name' }, search: true }, 'x_machine'))
      await saveFieldRow(tx, 1, field('x_customer', { kind: 'reference', to: 'customer', label: { zh: '客户', en: 'Customer' } }, 'x_machine'))
    })
    const object = (await store.refresh()).objects.get('x_machine')!
    expect(object).toMatchObject({ custom: true, table: 'x_machine', sections: [{ fields: expect.arrayContaining(['x_name', 'x_customer']) as unknown }] })
    for (const sql of createTableSql(object)) await db.pool.query(sql)
    await putRows(db.pool, object, [{ values: { x_name: '车床' } }])
    expect((await read(db.pool, reader => runQuery(reader, store.current(), admin(), { object: 'x_machine', columns: ['x_name', 'x_customer', 'owner'] }))).rows).toMatchObject([{ x_name: '车床', x_customer: null, owner: null }])
  })
})

describe('a catalog that does not hold', () => {
  const problems = (rows: Partial<CustomRows>): string => {
    try {
      buildCatalog(shop, { ...NO_ROWS, ...rows })
      return ''
    } catch (fault) {
      return String((fault as { params: { problems: string } }).params.problems)
    }
  }
  it.each([
    [field('debt', { kind: 'text', label }), 'not a key'], [field('x_a', { kind: 'nothing', label }), 'kind'], [field('x_a', { kind: 'reference', to: 'nowhere', label }), 'no object nowhere'],
    [field('x_a', { kind: 'computed', rule: 'total +', result: 'money', label }), 'customer.x_a'], [field('x_a', { kind: 'computed', rule: 'nosuch * 2', result: 'money', label }), 'customer.x_a'],
    [field('x_a', { kind: 'computed', rule: 'x_a + 1', result: 'number', label }), 'made of itself'], [field('x_a', { kind: 'text', label, system: true }), 'customer.x_a'],
    [field('x_a', { kind: 'rollup', of: 'visit', by: 'subject', fn: 'count', result: 'integer', label }), 'does not refer'], [field('x_a', { kind: 'text', label, pattern: '(a+)+$' }), 'pattern'],
    [field('x_a', { kind: 'text', label }, 'nowhere'), 'unknown object'], [field('__proto__', { kind: 'text', label }), 'not a key'], [field('name', { kind: 'money' }), 'customer.name'],
  ])('says where: %o', (row, text) => {
    expect(problems({ fields: [row] })).toContain(text)
  })
  it('lets a declared field be named and placed anew, but never loosened', () => {
    const customer = buildCatalog(shop, rowsWith([{ ...field('seats', { label, required: true }), position: 50 }])).objects.get('customer')!
    expect(customer.fields.seats).toMatchObject({ label, required: true, kind: 'integer' })
    expect(Object.keys(customer.fields)[0]).toBe('seats')
  })
  it('knows by itself that an added formula asks for the day', () => {
    const object = buildCatalog(shop, rowsWith([field('x_days', { kind: 'computed', rule: 'today() - since', result: 'integer', label })])).objects.get('customer')!
    expect(object.fields.x_days).toMatchObject({ volatile: true })
    expect(objectShape(object).columns.map(column => column.name)).not.toContain('x_days')
  })
})
