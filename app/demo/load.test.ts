// The demo company in a database of its own: everybody is there, everything adds up, and it comes out the same again.
import { createHash } from 'node:crypto'
import { verify } from '@node-rs/argon2'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { kindOf } from '#core/field/kinds.ts'
import { buildCatalog } from '#core/object/build-catalog.ts'
import type { TestDatabase } from '#server/database/test-database.ts'
import { testDatabase } from '#server/database/test-database.ts'
import { read } from '#server/database/transaction.ts'
import { migrate } from '#server/schema/migrate.ts'
import { systemActor } from '#server/user/system-actor.ts'
import { shippedRoles } from '#features/company/roles.ts'
import { declared } from '../catalog.ts'
import { fillDemo, loadDemo } from './load.ts'
import type { LoadedDemo } from './load.ts'
import { differences } from './verify.ts'

const SIZE = { customers: 300, lines: 6000, today: '2026-11-24' }
const catalog = buildCatalog(declared)
const quiet = { info: () => undefined, warn: () => undefined }

const siteOf = (database: TestDatabase) => ({
  org: 1,
  env: { declared, pool: database.pool, catalog: { current: () => catalog, reload: async () => catalog }, log: pino({ level: 'silent' }) },
  starting: { roles: shippedRoles, first: ['admin'], department: '总公司' },
})

const empty = (): Promise<TestDatabase> => testDatabase({ template: 'migrations', prepare: async pool => { await migrate(pool, quiet) } })

let one: TestDatabase
let loaded: LoadedDemo

beforeAll(async () => {
  one = await empty()
  loaded = (await fillDemo(siteOf(one), SIZE))!
})
afterAll(() => one?.drop())

const rowsOf = async <T extends object>(database: TestDatabase, sql: string): Promise<T[]> => (await database.pool.query<T>(sql)).rows

/** What people see of names and amounts. */
async function digest(database: TestDatabase): Promise<string> {
  const rows = await rowsOf(database, `
    select c.code, c.name, c.address, c.phone, c.sales_total, c.receivable, c.stage, (select string_agg(o.code || o.total, ',' order by o.code) from sales_order o where o.customer = c.id) as orders
    from customer c order by c.code`)
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex')
}

test('there is somebody for every role, and each has a way to sign in', async () => {
  expect(loaded.logins.map(login => login.role)).toEqual(shippedRoles.map(role => role.name))
  const accounts = await rowsOf<{ email: string; password: string }>(one, 'select u.email, a.password from app_user u join auth_account a on a."userId" = u.id::text')
  expect(accounts.map(account => account.email).sort()).toEqual(loaded.logins.map(login => login.email).sort())
  for (const { email, password } of loaded.logins) expect(await verify(accounts.find(account => account.email === email)!.password, password)).toBe(true)
  const people = await rowsOf<{ key: string }>(one, 'select distinct r.key from app_user u join role r on r.id = any(u.roles)')
  expect(people.map(person => person.key).sort()).toEqual(shippedRoles.map(role => role.key).sort())
  expect(new Set(loaded.logins.map(login => login.password)).size).toBe(shippedRoles.length)
})

test('what customers and orders say of themselves equals a recount', async () => {
  expect(await read(one.pool, reader => differences(reader, catalog, systemActor(1, catalog)))).toEqual([])
  const [sums] = await rowsOf<{ orders: number; lines: number; returns: number; owing: number; lost: number }>(one, `
    select (select count(*)::int from sales_order) as orders, (select count(*)::int from order_line) as lines,
      (select count(*)::int from sales_order where kind = 'return' and total < 0) as returns,
      (select count(*)::int from customer where receivable > 0) as owing, (select count(*)::int from customer where stage = 'lost') as lost`)
  expect(sums!.lines).toBeGreaterThan(SIZE.lines * 0.9)
  expect(sums!.lines).toBeLessThan(SIZE.lines * 1.15)
  expect(Math.min(sums!.returns, sums!.owing, sums!.lost)).toBeGreaterThan(0)
})

test('a recount finds a total that was tampered with', async () => {
  const { rows: [old] } = await one.pool.query<{ id: string; sales_total: string }>('select id, sales_total from customer where order_count > 0 limit 1')
  await one.pool.query('update customer set sales_total = sales_total + 1 where id = $1', [old!.id])
  const found = await read(one.pool, reader => differences(reader, catalog, systemActor(1, catalog)))
  expect(found).toContainEqual({ object: 'customer', field: 'salesTotal', records: 1 })
  await one.pool.query('update customer set sales_total = $2 where id = $1', [old!.id, old!.sales_total])
})

test('all provinces have customers, no company is called like another, and the days are those of three years', async () => {
  const [seen] = await rowsOf<{ provinces: number; names: number; first: string; last: string }>(one, `
    select count(distinct address__province)::int as provinces, count(distinct name)::int as names,
      (select min(date) from sales_order) as first, (select max(date) from sales_order) as last from customer`)
  expect(seen).toMatchObject({ provinces: 34, names: SIZE.customers })
  expect(seen!.first.slice(0, 7)).toBe('2023-12')
  expect(seen!.last < SIZE.today && seen!.last > '2026-11-01').toBe(true)
})

test('every value is one that the product itself would take', async () => {
  const bad: string[] = []
  for (const name of ['customer', 'contact', 'product', 'payment', 'customerSupplier', 'contactPlan', 'appointment', 'visit', 'dailyReport', 'dailyExpense', 'hospitality', 'hospitalityReport', 'gift', 'giftMove', 'giftPlan', 'giftApplication', 'giftApplicationLine', 'contactChild', 'contactParent', 'contactRelation', 'communication', 'opportunity', 'complaint', 'countermeasure', 'evaluation', 'evaluationItem', 'priceApplication', 'pricePreference', 'regionProblem']) {
    const object = catalog.objects.get(name)!
    const fields = Object.values(object.fields).filter(field => !field.system && kindOf(field).typed && kindOf(field).columns(field).length > 0)
    const list = fields.map(field => `${kindOf(field).read(suffix => `t."${field.key.replaceAll(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)}${suffix && `__${suffix}`}"`, field)} as "${field.key}"`)
    for (const { row } of await rowsOf<{ row: Record<string, unknown> }>(one, `select row_to_json(x) as row from (select ${list.join(', ')} from "${object.table}" t) x`))
      for (const field of fields) {
        const value = row[field.key]
        if (value === null ? field.required : !kindOf(field).schema(field).safeParse(value).success) bad.push(`${name}.${field.key}: ${JSON.stringify(value)}`)
      }
  }
  expect(bad).toEqual([])
})

test('the same day brings the same company, and a second start leaves it alone', async () => {
  const two = await empty()
  try {
    await fillDemo(siteOf(two), SIZE)
    expect(await digest(two)).toBe(await digest(one))
    expect(await loadDemo(siteOf(two))).toEqual([])
  } finally {
    await two.drop()
  }
})

test('the next order gets the number after the last one of its month', async () => {
  const [last] = await rowsOf<{ code: string; value: string }>(one, `
    select max(o.code) as code, (select value from counter where name = 'serial:order.code:DD-202611-#') as value from sales_order o where o.code like 'DD-202611-%'`)
  expect(Number(last!.code.slice('DD-202611-'.length))).toBe(Number(last!.value))
})
