// Filters, sorts, pages and groups of random queries over random rows, against a plain model in memory.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#core/lib/id.ts'
import { buildCatalog } from '#core/object/build-catalog.ts'
import type { Filter, Query, Sort } from '#core/report/query.ts'
import { testDatabase } from '#server/database/test-database.ts'
import type { TestDatabase } from '#server/database/test-database.ts'
import { read } from '#server/database/transaction.ts'
import { prepareTestDatabase } from '#server/schema/desired.ts'
import { anchors } from './anchors.ts'
import { groupRows } from './group.ts'
import { runQuery } from './page.ts'
import { admin, putRows, shop, shopObject } from './test-shop.ts'

interface Row {
  id: string
  name: string | null
  grade: string | null
  total: string | null
  seats: number | null
  since: string | null
  active: boolean | null
  tags: string[] | null
}

const catalog = buildCatalog(shop)
const boss = admin()
let db: TestDatabase
let rows: Row[] = []

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null, freq: 3 })
const word = fc.constantFrom('ab', 'Ab', 'b%', 'a_b', 'zz', '张三', '李', '重庆', "o'x", '\\')
const money = fc.constantFrom('-5', '0', '0.10', '2.5', '10', '99.99', '1000000000000')
const day = fc.constantFrom('2024-02-29', '2024-12-30', '2025-01-01', '2025-06-15', '2026-01-05')
const grade = fc.constantFrom('a', 'b', 'c')
const tag = fc.constantFrom('x', 'y', 'z')
const seats = fc.integer({ min: -2, max: 4 })
const aRow = fc.record({ name: maybe(word), grade: maybe(grade), total: maybe(money), seats: maybe(seats), since: maybe(day), active: maybe(fc.boolean()), tags: maybe(fc.uniqueArray(tag, { minLength: 1 })) })

const leaf: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({ field: fc.constant('name'), op: fc.constantFrom('eq', 'ne', 'contains', 'notContains', 'startsWith'), value: word }),
  fc.record({ field: fc.constant('grade'), op: fc.constantFrom('in', 'notIn'), value: fc.uniqueArray(grade) }),
  fc.record({ field: fc.constant('total'), op: fc.constantFrom('eq', 'ne', 'lt', 'le', 'gt', 'ge'), value: money }),
  fc.record({ field: fc.constant('seats'), op: fc.constantFrom('eq', 'ne', 'lt', 'le', 'gt', 'ge'), value: seats }),
  fc.record({ field: fc.constant('since'), op: fc.constant('between'), value: fc.tuple(maybe(day), maybe(day)) }),
  fc.record({ field: fc.constant('active'), op: fc.constant('eq'), value: fc.boolean() }),
  fc.record({ field: fc.constant('tags'), op: fc.constantFrom('hasAny', 'hasAll'), value: fc.uniqueArray(tag) }),
  fc.record({ field: fc.constantFrom('name', 'grade', 'total', 'seats', 'since', 'active', 'tags'), op: fc.constantFrom('empty', 'notEmpty') }),
) as fc.Arbitrary<Filter>

const filter: fc.Arbitrary<Filter> = fc.letrec<{ node: Filter }>(tie => ({
  node: fc.oneof({ maxDepth: 4, depthSize: 'small' }, leaf,
    fc.record({ all: fc.array(tie('node'), { maxLength: 3 }) }), fc.record({ any: fc.array(tie('node'), { maxLength: 3 }) }), fc.record({ not: tie('node') })),
})).node

const compare = (a: string | number | null, b: string | number): number => (typeof a === 'number' || /^-?\d+(\.\d+)?$/.test(String(b)) ? Number(a) - Number(b) : a! < b ? -1 : a! > b ? 1 : 0)

const RANGES: Record<string, (order: number) => boolean> = { eq: order => order === 0, lt: order => order < 0, le: order => order <= 0, gt: order => order > 0, ge: order => order >= 0 }

function leafFits(row: Row, { field, op, value }: Extract<Filter, { field: string }>): boolean {
  const own = row[field as keyof Row]
  const list = Array.isArray(value) ? value : []
  if (op === 'empty') return own === null
  if (op === 'notEmpty') return own !== null
  if (op === 'ne' || op === 'notIn' || op === 'notContains') return !leafFits(row, { field, op: op === 'ne' ? 'eq' : op === 'notIn' ? 'in' : 'contains', value })
  if (own === null) return false
  if (op === 'in') return list.includes(own)
  if (op === 'contains') return String(own).toLowerCase().includes(String(value).toLowerCase())
  if (op === 'startsWith') return String(own).toLowerCase().startsWith(String(value).toLowerCase())
  if (op === 'hasAny') return list.some(item => (own as string[]).includes(String(item)))
  if (op === 'hasAll') return list.length > 0 && list.every(item => (own as string[]).includes(String(item)))
  if (op === 'between') return (list[0] === null || String(own) >= String(list[0])) && (list[1] === null || String(own) <= String(list[1]))
  return typeof own === 'boolean' ? own === value : field === 'name' ? own === value : RANGES[op]!(compare(own as string, value as string))
}

function fits(row: Row, node: Filter): boolean {
  if ('all' in node) return node.all.every(part => fits(row, part))
  if ('any' in node) return node.any.some(part => fits(row, part))
  if ('not' in node) return !fits(row, node.not)
  return 'field' in node && leafFits(row, node)
}

const sorts: fc.Arbitrary<Sort[]> = fc.uniqueArray(fc.record({ field: fc.constantFrom('grade', 'total', 'seats', 'since', 'active'), dir: fc.constantFrom('asc', 'desc') }), { minLength: 1, maxLength: 3, selector: one => one.field }) as fc.Arbitrary<Sort[]>

function ordered(list: Row[], sort: Sort[]): Row[] {
  const by = (a: Row, b: Row): number => {
    for (const { field, dir } of sort) {
      const [x, y] = [a[field as 'total'], b[field as 'total']]
      if (x === null || y === null) {
        if (x !== y) return x === null ? 1 : -1 // nulls last, whichever the direction
        continue
      }
      const order = typeof x === 'boolean' ? Number(x) - Number(y) : compare(x, y)
      if (order !== 0) return dir === 'asc' ? order : -order
    }
    return (a.id < b.id ? -1 : 1) * (sort[0]!.dir === 'asc' ? 1 : -1)
  }
  return [...list].sort(by)
}

const ask = (query: Partial<Query>) => read(db.pool, reader => runQuery(reader, catalog, boss, { object: 'customer', columns: ['name'], ...query }))

beforeAll(async () => {
  db = await testDatabase({ template: 'shop', prepare: pool => prepareTestDatabase(pool, shop) })
  rows = fc.sample(aRow, { numRuns: 120, seed: 4711 }).map(row => ({ ...row, id: newId() }))
  await putRows(db.pool, shopObject('customer'), rows.map(({ id, ...values }) => ({ id, values })))
})
afterAll(() => db.drop())

describe('any query', () => {
  it('finds the rows that the model finds', async () => {
    await fc.assert(fc.asyncProperty(filter, async node => {
      const answer = await ask({ filter: node, size: 500, total: 'capped' })
      const wanted = rows.filter(row => fits(row, node)).map(row => row.id)
      expect(new Set(answer.rows.map(row => row.id))).toEqual(new Set(wanted))
      expect(answer.total).toBe(wanted.length)
    }), { numRuns: 300 })
  })

  it('finds by rule what it finds by filter', async () => {
    const number = fc.constantFrom('total', 'seats')
    await fc.assert(fc.asyncProperty(number, fc.constantFrom('<', '<=', '>', '>=', '='), seats, fc.boolean(), async (field, sign, value, negated) => {
      const op = ({ '<': 'lt', '<=': 'le', '>': 'gt', '>=': 'ge', '=': 'eq' } as const)[sign as '<']
      const plain: Filter = { field, op, value }
      const [byRule, byFilter] = [await ask({ filter: { rule: `${field} ${sign} ${value}` }, size: 500 }), await ask({ filter: plain, size: 500 })]
      expect(byRule.rows).toEqual(byFilter.rows)
      const outside = await ask({ filter: { not: negated ? plain : { rule: `${field} ${sign} ${value}` } }, size: 500 })
      expect(outside.rows.length + byFilter.rows.length).toBe(rows.length)
    }), { numRuns: 60 })
  })

  it('pages through the order of the model, forwards, with leaps, and from anchors', async () => {
    await fc.assert(fc.asyncProperty(sorts, leaf, fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 40 }), async (sort, node, size, skip) => {
      const wanted = ordered(rows.filter(row => fits(row, node)), sort).map(row => row.id)
      const seen: unknown[] = []
      for (let after: string | undefined; ; ) {
        const page = await ask({ filter: node, sort, size, ...(after === undefined ? {} : { after }) })
        seen.push(...page.rows.map(row => row.id))
        if (after !== undefined || skip === 0) {
          const leap = await ask({ filter: node, sort, size, skip, ...(after === undefined ? {} : { after }) })
          const from = seen.length - page.rows.length + skip
          expect(leap.rows.map(row => row.id)).toEqual(wanted.slice(from, from + size))
        }
        if (page.next === null) break
        after = page.next
      }
      expect(seen).toEqual(wanted)
    }), { numRuns: 60 })
    const all = await read(db.pool, reader => anchors(reader, catalog, boss, { object: 'customer', sort: [{ field: 'total', dir: 'desc' }] }, 100))
    const second = await ask({ sort: [{ field: 'total', dir: 'desc' }], after: all.cursors[1]!, size: 500 })
    expect(second.rows.map(row => row.id)).toEqual(ordered(rows, [{ field: 'total', dir: 'desc' }]).slice(100).map(row => row.id))
  })
})

const cents = (value: string): bigint => BigInt(Math.round(Number(value) * 100))

describe('any grouping', () => {
  it('adds up to what the model adds up to', async () => {
    await fc.assert(fc.asyncProperty(leaf, fc.constantFrom('grade', 'active', 'seats'), async (node, by) => {
      const answer = await read(db.pool, reader => groupRows(reader, catalog, boss, { object: 'customer', filter: node, group: [{ field: by }],
        measures: [{ fn: 'count' }, { fn: 'sum', field: 'total' }, { fn: 'min', field: 'since' }, { fn: 'max', field: 'total' }, { fn: 'distinct', field: 'grade' }, { fn: 'median', field: 'seats' }] }))
      const groups = Map.groupBy(rows.filter(row => fits(row, node)), row => row[by as 'grade'])
      expect(answer.rows.length).toBe(groups.size)
      for (const row of answer.rows) {
        const own = groups.get(row[by] as string)!
        const totals = own.flatMap(one => one.total ?? [])
        const seats = own.flatMap(one => one.seats ?? []).sort((a, b) => a - b)
        const middle = seats.length === 0 ? null : String((seats[Math.floor((seats.length - 1) / 2)]! + seats[Math.ceil((seats.length - 1) / 2)]!) / 2)
        expect(row.count).toBe(own.length)
        expect(row['sum:total'] === null ? null : cents(String(row['sum:total']))).toBe(totals.length === 0 ? null : totals.reduce((sum, one) => sum + cents(one), 0n))
        expect(row['min:since']).toBe(own.flatMap(one => one.since ?? []).sort()[0] ?? null)
        expect(row['distinct:grade']).toBe(new Set(own.flatMap(one => one.grade ?? [])).size)
        expect(row['median:seats']).toBe(middle)
      }
    }), { numRuns: 80 })
  })

  it('by week, month, quarter and year begins where the calendar does', async () => {
    const starts = { week: '2024-12-30', month: '2025-01-01', quarter: '2025-01-01', year: '2025-01-01', day: '2025-01-01' } as const
    for (const [grain, start] of Object.entries(starts)) {
      const answer = await read(db.pool, reader => groupRows(reader, catalog, boss, { object: 'customer', filter: { field: 'since', op: 'eq', value: '2025-01-01' }, group: [{ field: 'since', grain: grain as 'week' }] }))
      expect(answer.rows.map(row => row.since)).toEqual([start])
    }
  })
})
