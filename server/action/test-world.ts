// A small company for the tests of the write path: customers with orders and lines, people with different rights.
import type pg from 'pg'
import { builtin } from '#core/object/builtin.ts'
import { defineObject } from '#core/object/define.ts'
import type { Actor, Grant, Power, Scope } from '#core/object/access.ts'
import type { ObjectDecl, ObjectDef } from '#core/object/object.ts'
import { newId } from '#core/lib/id.ts'
import { testDatabase } from '#server/database/test-database.ts'
import { openCatalog } from '#server/schema/catalog-store.ts'
import type { CatalogStore } from '#server/schema/catalog-store.ts'
import { prepareTestDatabase } from '#server/schema/desired.ts'
import './actions.ts'
import type { Env } from './context.ts'
import { perform } from './perform.ts'
import type { PerformOptions } from './perform.ts'

const label = (en: string): { zh: string; en: string } => ({ zh: en, en })

const customer: ObjectDecl = {
  name: 'customer', label: label('Customer'), title: 'name', code: 'code', owned: true,
  fields: {
    code: { kind: 'serial', rule: 'KH-{yyyy}-{0000}', unique: true, search: true, label: label('Code') },
    name: { kind: 'text', required: true, search: true, label: label('Name') },
    shortName: { kind: 'text', search: true, label: label('Short name') },
    phone: { kind: 'phone', search: true, label: label('Phone') },
    email: { kind: 'email', unique: true, label: label('Mail') },
    birthday: { kind: 'birthday', label: label('Birthday') },
    grade: { kind: 'choice', label: label('Grade'), options: [{ value: 'A', label: label('A') }, { value: 'B', label: label('B') }] },
    tags: { kind: 'tags', label: label('Tags') },
    region: { kind: 'reference', to: 'region', onDelete: 'clear', label: label('Region') },
    regions: { kind: 'references', to: 'region', label: label('Regions') },
    address: { kind: 'address', label: label('Address') },
    credit: { kind: 'money', min: '0', label: label('Credit') },
    share: { kind: 'percent', label: label('Share') },
    staff: { kind: 'integer', label: label('Staff') },
    vip: { kind: 'yesNo', label: label('VIP') },
    since: { kind: 'date', fill: 'today', label: label('Since') },
    seen: { kind: 'datetime', label: label('Seen') },
    note: { kind: 'longText', label: label('Note') },
    log: { kind: 'longText', label: label('Log') },
    secret: { kind: 'text', sensitivity: 'sensitive', label: label('Secret') },
    bank: { kind: 'text', sensitivity: 'restricted', label: label('Bank') },
    sales: { kind: 'rollup', of: 'order', by: 'customer', fn: 'sum', field: 'total', where: 'status != "draft"', result: 'money', label: label('Sales') },
    orders: { kind: 'rollup', of: 'order', by: 'customer', fn: 'count', result: 'integer', label: label('Orders') },
    lastOrder: { kind: 'rollup', of: 'order', by: 'customer', fn: 'max', field: 'date', result: 'date', label: label('Last') },
    free: { kind: 'computed', rule: 'coalesce(credit, 0) - coalesce(sales, 0)', result: 'money', label: label('Free') },
  },
  series: [{ key: 'sales', of: 'order', by: 'customer', date: 'date', where: 'status != "draft"', measures: {
    amount: { fn: 'sum', field: 'total', result: 'money', like: 'sales', label: label('Sales') }, orders: { fn: 'count', result: 'integer', label: label('Orders') },
  } }],
  checks: [{ rule: 'not (grade = "A" and credit < 100)', field: 'credit', message: label('A customers have at least 100') }],
}

const region: ObjectDecl = {
  name: 'region', label: label('Region'), title: 'name',
  fields: { name: { kind: 'text', required: true, unique: true, search: true, label: label('Name') }, factor: { kind: 'number', label: label('Factor') } },
}

const order: ObjectDecl = {
  name: 'order', table: 'sales_order', label: label('Order'), title: 'code', code: 'code', owned: true,
  fields: {
    code: { kind: 'serial', rule: 'DD-{yyyy}{mm}-{00000}', unique: true, label: label('Code') },
    customer: { kind: 'reference', to: 'customer', required: true, label: label('Customer') },
    date: { kind: 'date', fill: 'today', label: label('Date') },
    status: { kind: 'choice', initial: 'open', label: label('Status'), options: ['draft', 'open', 'done'].map(value => ({ value, label: label(value) })) },
    lines: { kind: 'lines', of: 'orderLine', by: 'order', label: label('Lines') },
    goods: { kind: 'rollup', of: 'orderLine', by: 'order', fn: 'sum', field: 'amount', result: 'money', label: label('Goods') },
    discount: { kind: 'money', initial: '0', label: label('Discount') },
    total: { kind: 'computed', rule: 'coalesce(goods, 0) - coalesce(discount, 0)', result: 'money', label: label('Total') },
  },
  checks: [{ rule: 'total >= 0', message: label('The total must not be negative') }],
}

const orderLine: ObjectDecl = {
  name: 'orderLine', label: label('Line'), title: 'text', parent: 'order',
  fields: {
    order: { kind: 'reference', to: 'order', required: true, label: label('Order') },
    text: { kind: 'text', label: label('Text') },
    region: { kind: 'reference', to: 'region', label: label('Region') },
    quantity: { kind: 'number', required: true, initial: '1', label: label('Quantity') },
    price: { kind: 'money', required: true, label: label('Price') },
    amount: { kind: 'computed', rule: 'round(quantity * price * coalesce(region.factor, 1), 2)', result: 'money', label: label('Amount') },
  },
}

export const worldObjects: ObjectDef[] = [customer, region, order, orderLine, ...builtin].map(defineObject)

export interface World {
  pool: pg.Pool
  env: Env
  catalog: CatalogStore
  boss: Actor
  actor(options?: ActorOptions): Actor
  run<R = Record<string, unknown>>(actor: Actor, action: string, input: unknown, options?: PerformOptions): Promise<R>
  rows<R = Record<string, unknown>>(sql: string, params?: unknown[]): Promise<R[]>
  close(): Promise<void>
}

interface ActorOptions {
  name?: string
  read?: Scope
  write?: Scope
  create?: boolean
  fields?: Grant['fields']
  powers?: Power[]
  only?: string[]
  departments?: string[]
}

const OPEN = { secret: 'write', bank: 'write' } as const

export function makeActor({ name = 'Wang', read = 'all', write = read, create = true, fields = OPEN, powers = [], only = ['*', 'comment', 'notification'], departments = [] }: ActorOptions = {}): Actor {
  const grants = only.map((object): Grant => ({ object, read, update: write, delete: write, create, export: true, import: true, fields }))
  const people = ['user', 'department', 'role'].map((object): Grant => ({ object, read: 'all', update: 'none', delete: 'none', create: false, export: false, import: false }))
  return {
    org: 1, userId: newId(), name, lang: 'en', departments, departmentsBelow: departments, roles: [{ grants: [...grants, ...people], powers }],
    roleNames: [name], via: 'page', zone: 'Asia/Shanghai',
  }
}

export async function openWorld(): Promise<World> {
  const database = await testDatabase({ template: `action-${JSON.stringify(worldObjects).length}-3`, prepare: pool => prepareTestDatabase(pool, worldObjects) })
  const catalog = await openCatalog(database.pool, worldObjects, { every: 0 })
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const env: Env = { pool: database.pool, catalog, declared: worldObjects, log }
  return {
    pool: database.pool, env, catalog,
    boss: makeActor({ name: 'Boss', powers: ['admin', 'catalog', 'users', 'bulk', 'merge', 'bin'] }),
    actor: makeActor,
    run: (actor, action, input, options) => perform(env, actor, action, input, options),
    rows: async (sql, params) => (await database.pool.query(sql, params)).rows as never,
    close: async () => {
      catalog.close()
      await database.drop()
    },
  }
}
