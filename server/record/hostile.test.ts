// What is typed never becomes SQL: hostile names, operators, values and cursors are refused or found nowhere.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { kindOf } from '#core/field/kinds.ts'
import { AppError } from '#core/lib/error.ts'
import { buildCatalog } from '#core/object/build-catalog.ts'
import type { Query } from '#core/report/query.ts'
import { testDatabase } from '#server/database/test-database.ts'
import type { TestDatabase } from '#server/database/test-database.ts'
import { read } from '#server/database/transaction.ts'
import { prepareTestDatabase } from '#server/schema/desired.ts'
import { groupRows } from './group.ts'
import { lookup } from './lookup.ts'
import { runQuery } from './page.ts'
import { searchAll } from './search-all.ts'
import { admin, putRows, shop, shopObject } from './test-shop.ts'

const catalog = buildCatalog(shop)
const boss = admin()
let db: TestDatabase

const PAYLOADS = ["'", "''", '"', '";--', "' or '1'='1", "'; drop table customer; --", '$1', '$$', '\\', "\\'", '%', '_', '\0', '\u{d800}', '${x}', 'name"', 'name"; select pg_sleep(3) --',
  'name)::text; select 1', '__proto__', 'constructor', 'toString', 'name.constructor', 'region.__proto__', 'address.__proto__', 'org', 'deleted_at', 'grams', '*', '', ' ', '＇', '1e999', 'NaN', 'infinity', '-', '9'.repeat(400),
  '2026-02-30', '0000-00-00', '99999-01-01', 'today()', '@me', '{"id":1}', 'a'.repeat(2100), '🙂', '\u202e', '/*', 'pg_sleep(5)', 'null', 'true']

beforeAll(async () => {
  db = await testDatabase({ template: 'shop', prepare: pool => prepareTestDatabase(pool, shop) })
  await putRows(db.pool, shopObject('customer'), [{ values: { code: 'K-1', name: '甲', total: '1', since: '2026-01-01' } }, { values: { code: 'K-2', name: '乙' } }])
})
afterAll(() => db.drop())

/** An answer, or a refusal that blames the asker; anything else fails the test. */
async function calm(work: (reader: Parameters<typeof runQuery>[0]) => Promise<unknown>, what: string): Promise<string> {
  try {
    await read(db.pool, work)
    return 'answer'
  } catch (fault) {
    if (fault instanceof AppError && ['invalid', 'not_found', 'forbidden'].includes(fault.code)) return fault.key
    throw new Error(`${what}: ${String(fault)}`, { cause: fault })
  }
}

const ask = (query: unknown, what: string): Promise<string> => calm(reader => runQuery(reader, catalog, boss, { object: 'customer', ...(query as object) } as Query), what)

describe('hostile input', () => {
  it('as a name is an unknown name', async () => {
    for (const text of PAYLOADS) {
      for (const query of [{ columns: [text] }, { filter: { field: text, op: 'eq', value: '1' } }, { sort: [{ field: text, dir: 'asc' }] }, { filter: { some: text, by: text } }, { filter: { some: 'visit', by: text } }, { object: text }])
        expect(['field.unknown', 'object.unknown', 'query.invalid'], JSON.stringify(query)).toContain(await ask(query, JSON.stringify(query)))
      for (const query of [{ group: [{ field: text }] }, { measures: [{ fn: 'sum', field: text }] }, { measures: [{ fn: text }] }, { group: [{ field: 'since', grain: text }] }])
        expect(await calm(reader => groupRows(reader, catalog, boss, { object: 'customer', ...query } as Query), JSON.stringify(query))).not.toBe('answer')
      await ask({ measures: [{ fn: 'count', as: text }], group: [{ field: 'name' }] }, text)
    }
  })

  it('as an operator or a direction is refused', async () => {
    for (const text of PAYLOADS) {
      expect(await ask({ filter: { field: 'name', op: text, value: '1' } }, text)).toBe('query.invalid')
      expect(await ask({ sort: [{ field: 'name', dir: text }] }, text)).toBe('query.invalid')
    }
  })

  it('as a value is only a value', async () => {
    const fields = Object.keys(shopObject('customer').fields)
    const ops = ['eq', 'gt', 'in', 'contains', 'hasAny', 'between', 'relative', 'under']
    for (const [turn, text] of PAYLOADS.entries()) {
      // Every field meets every payload; operators and shapes take turns.
      for (const [index, field] of fields.entries()) for (const op of [kindOf(shopObject('customer').fields[field]!).ops[turn % 3] ?? 'eq', ops[(turn + index) % ops.length]])
        await ask({ filter: { field, op, value: [text, [text], [text, text], { name: text, n: text }, { id: text }][(turn + index) % 5] } }, `${field} ${op} ${text}`)
      await ask({ search: text.slice(0, 200) }, text)
      await ask({ filter: { rule: text } }, text)
      await ask({ filter: { rule: `name = "${text}"` } }, text)
      await calm(reader => lookup(reader, catalog, boss, 'customer', text), text)
      await calm(reader => searchAll(reader, catalog, boss, text), text)
    }
    expect(await db.pool.query('select count(*)::int as n from customer').then(answer => (answer.rows as { n: number }[])[0]!.n)).toBe(2)
  }, 300_000)

  it('as a cursor is refused', async () => {
    const cursor = (content: unknown): string => Buffer.from(JSON.stringify(content)).toString('base64url')
    const first = await read(db.pool, reader => runQuery(reader, catalog, boss, { object: 'customer', sort: [{ field: 'total', dir: 'asc' }], size: 1 }))
    const own = JSON.parse(Buffer.from(first.next!, 'base64url').toString()) as { s: string; v: string[] }
    expect(await ask({ sort: [{ field: 'total', dir: 'asc' }], after: first.next }, 'own')).toBe('answer')
    expect(await ask({ sort: [{ field: 'total', dir: 'desc' }], after: first.next }, 'other sort')).toBe('cursor.invalid')
    for (const text of PAYLOADS) for (const after of [text, cursor({ s: own.s, v: [text, own.v[1]] }), cursor({ s: own.s, v: ['1', text] }), cursor({ s: text, v: own.v }), cursor({ s: own.s, v: text }), cursor([text]), cursor(text)])
      if (after !== '') expect(await ask({ sort: [{ field: 'total', dir: 'asc' }], after }, after), text).toMatch(/invalid$/)
  })

  it('of great depth or width is refused before anything walks it', async () => {
    let deep: unknown = { field: 'name', op: 'eq', value: 'x' }
    for (let i = 0; i < 20_000; i++) deep = { not: deep }
    expect(await ask({ filter: deep }, 'deep')).toBe('filter.tooDeep')
    let less: unknown = { field: 'name', op: 'eq', value: 'x' }
    for (let i = 0; i < 60; i++) less = { not: less }
    expect(await ask({ filter: less }, 'less')).toBe('filter.tooDeep')
    expect(await ask({ filter: { field: 'name', op: 'in', value: Array.from({ length: 5001 }, String) } }, 'wide')).toBe('filter.value')
    expect(await ask({ filter: { any: Array.from({ length: 201 }, () => ({ any: [] })) } }, 'many')).toBe('query.invalid')
  })
})
