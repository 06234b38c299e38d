// Two companies that differ only in values which a reader may not see must give him the very same bytes,
// whatever he asks; and whoever may see them gets different ones.
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AppError } from '#core/lib/error.ts'
import { newId } from '#core/lib/id.ts'
import type { Actor } from '#core/object/access.ts'
import { buildCatalog } from '#core/object/build-catalog.ts'
import type { Filter, MeasureFn, Query } from '#core/report/query.ts'
import type { Op } from '#core/field/kind.ts'
import { testDatabase } from '#server/database/test-database.ts'
import type { TestDatabase } from '#server/database/test-database.ts'
import type { Reader } from '#server/database/transaction.ts'
import { read } from '#server/database/transaction.ts'
import { prepareTestDatabase } from '#server/schema/desired.ts'
import { anchors } from './anchors.ts'
import { getRecord } from './get-record.ts'
import { groupRows } from './group.ts'
import { lookup } from './lookup.ts'
import { runQueryText } from './page.ts'
import { searchAll } from './search-all.ts'
import { actor, admin, grant, putRows, shop, shopObject } from './test-shop.ts'

const catalog = buildCatalog(shop)
const ids = Array.from({ length: 6 }, newId)
/** wage is masked, secret is hidden, double is computed from wage; region cannot be read at all. */
const clerk = actor([grant('customer'), grant('visit')])
const chief = admin()
let one: TestDatabase
let other: TestDatabase

async function fill(pool: pg.Pool, wages: (string | null)[], secrets: (string | null)[]): Promise<void> {
  await putRows(pool, shopObject('customer'), ids.map((id, index) => ({ id, values: {
    code: `K-${index}`, name: `客户${index % 3}`, total: String(index), wage: wages[index], secret: secrets[index],
    double: wages[index] === null ? null : String(Number(wages[index]) * 2),
  } })))
  await putRows(pool, shopObject('visit'), ids.map((customer, index) => ({ id: customer.replace(/^........../, '00000000-0'), values: { subject: `拜访${index}`, customer } })))
}

beforeAll(async () => {
  const template = { template: 'shop', prepare: (pool: pg.Pool) => prepareTestDatabase(pool, shop) }
  one = await testDatabase(template)
  other = await testDatabase(template)
  await fill(one.pool, ['1', '2', '3', '3', null, '6'], ['红', '橙', null, '绿', '青', '红'])
  await fill(other.pool, ['9000', null, '1', '2', '7', '7'], [null, '很长很长的秘密', '黑', '白', '灰', '金'])
})
afterAll(async () => {
  await one.drop()
  await other.drop()
})

type Question = (reader: Reader, who: Actor) => Promise<unknown>

const OPS: Op[] = ['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'between', 'in', 'notIn', 'contains', 'notContains', 'startsWith', 'empty', 'notEmpty', 'hasAny', 'hasAll', 'relative', 'under']
const VALUES: unknown[] = ['3', '红', null, ['3', '9000'], [], { name: 'today' }]
const FIELDS = ['wage', 'secret', 'double']

const list = (query: Partial<Query>): Question => (reader, who) => runQueryText(reader, catalog, who, { object: 'customer', columns: ['name'], total: 'capped', ...query })
const around = (leaf: Filter): Filter[] => [leaf, { not: leaf }, { any: [{ field: 'name', op: 'notEmpty' }, leaf] }, { all: [{ not: { not: leaf } }] }]

function* questions(): Generator<[string, Question]> {
  yield ['list all', list({ columns: ['name', 'wage', 'double', 'total'] })]
  for (const field of FIELDS) {
    yield [`list ${field}`, list({ columns: [field] })]
    yield [`list through a link ${field}`, (reader, who) => runQueryText(reader, catalog, who, { object: 'visit', columns: ['subject', `customer.${field}`] })]
    for (const dir of ['asc', 'desc'] as const) {
      yield [`sort ${field}`, list({ sort: [{ field: 'name', dir: 'asc' }, { field, dir }] })]
      yield [`sort by link ${field}`, (reader, who) => runQueryText(reader, catalog, who, { object: 'visit', sort: [{ field: `customer.${field}`, dir }] })]
      yield [`anchors ${field}`, (reader, who) => anchors(reader, catalog, who, { object: 'customer', sort: [{ field, dir }] }, 100)]
    }
    for (const op of OPS) for (const value of VALUES) for (const filter of around({ field, op, value })) yield [`filter ${field} ${op}`, list({ filter })]
    for (const rule of [`${field} = null`, `${field} > 2`, `${field} = "红"`, `not(${field} = null)`, `count(${field}) > 0`]) yield [`rule ${rule}`, list({ filter: { rule } })]
    yield [`child ${field}`, (reader, who) => runQueryText(reader, catalog, who, { object: 'visit', filter: { field: `customer.${field}`, op: 'notEmpty' } })]
    yield [`group ${field}`, (reader, who) => groupRows(reader, catalog, who, { object: 'customer', group: [{ field }] })]
    for (const fn of ['count', 'sum', 'avg', 'min', 'max', 'distinct', 'median'] as MeasureFn[])
      yield [`${fn} ${field}`, (reader, who) => groupRows(reader, catalog, who, { object: 'customer', group: [{ field: 'name' }], measures: [{ fn, field }] })]
  }
  for (const text of ['红', '秘密', '9000', '客户', '黑白', 'hong', 'K-1']) {
    yield [`search ${text}`, list({ search: text })]
    yield [`search all ${text}`, (reader, who) => searchAll(reader, catalog, who, text)]
    yield [`look up ${text}`, (reader, who) => lookup(reader, catalog, who, 'customer', text)]
  }
  for (const id of ids) yield ['record', (reader, who) => getRecord(reader, catalog, who, 'customer', id)]
}

async function answerOf(pool: pg.Pool, who: Actor, question: Question): Promise<string> {
  try {
    return JSON.stringify(await read(pool, reader => question(reader, who)))
  } catch (fault) {
    if (!(fault instanceof AppError) || fault.code === 'internal') throw fault
    return JSON.stringify([fault.code, fault.key, fault.params])
  }
}

describe('twins', () => {
  it('give a reader without the right the same bytes, and the chief different ones', async () => {
    let told = 0
    for (const [what, question] of questions()) {
      expect(await answerOf(one.pool, clerk, question), what).toBe(await answerOf(other.pool, clerk, question))
      if (await answerOf(one.pool, chief, question) !== await answerOf(other.pool, chief, question)) told++
    }
    expect(told).toBeGreaterThan(100)
  }, 300_000)

  it('hide behind one mask what is empty and what is not', async () => {
    const rows = await read(one.pool, async reader => JSON.parse(await runQueryText(reader, catalog, clerk, { object: 'customer', columns: ['wage', 'double'] })) as { rows: { wage: string; _masked: string[] }[] })
    expect(new Set(rows.rows.map(row => `${row.wage}${row._masked.join()}`))).toEqual(new Set(['•••wage,double']))
  })

  it('answer for a hidden field as for one that does not exist', async () => {
    for (const of of [(field: string): Question => list({ columns: [field] }), (field: string): Question => list({ filter: { field, op: 'eq', value: 'x' } }), (field: string): Question => list({ sort: [{ field, dir: 'asc' }] }),
      (field: string): Question => list({ filter: { rule: `${field} = "x"` } }), (field: string): Question => (reader, who) => groupRows(reader, catalog, who, { object: 'customer', group: [{ field }] })]) {
      const [hidden, unknown] = [await answerOf(one.pool, clerk, of('secret')), await answerOf(one.pool, clerk, of('nosuch'))]
      expect(hidden.replaceAll('secret', '?')).toBe(unknown.replaceAll('nosuch', '?'))
    }
    const label = await answerOf(one.pool, clerk, list({ filter: { rule: '秘密 = "x"' } }))
    expect(label.replaceAll('秘密', '?')).toBe((await answerOf(one.pool, clerk, list({ filter: { rule: '没有 = "x"' } }))).replaceAll('没有', '?'))
  })
})
