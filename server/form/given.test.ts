// Binds inside filters: what is known takes their place, what is not leaves no trace, and nothing else is touched.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Filter } from '#core/report/query.ts'
import { asksRecord, filterGiven, freshGiven, valueGiven } from './given.ts'

const KEYS = ['year', 'region', 'from', 'to'] as const
const value = fc.oneof(fc.constantFrom(...KEYS.map(key => `@${key}`), '@me', 'record', 'record.date', 'plain'), fc.integer())
const leaf: fc.Arbitrary<Filter> = fc.record({ field: fc.constantFrom('a', 'b'), op: fc.constantFrom('eq' as const, 'in' as const, 'between' as const), value: fc.oneof(value, fc.array(value, { minLength: 2, maxLength: 2 })) })
const { filter } = fc.letrec<{ filter: Filter }>(tie => ({
  filter: fc.oneof({ depthSize: 'small' }, leaf, fc.record({ all: fc.array(tie('filter'), { maxLength: 3 }) }), fc.record({ any: fc.array(tie('filter'), { maxLength: 3 }) }), fc.record({ not: tie('filter') })),
}))

const nothing = { params: { year: null, region: undefined, from: '', to: null }, values: {} }
const all = { params: { year: 2026, region: { id: 'r1', label: '华东' }, from: '2026-01-01', to: '2026-12-31' }, record: 'c1', values: { date: '2026-05-01' } }

describe('any filter', () => {
  test('without values none of its binds is left, and no empty list of conditions', () => {
    fc.assert(fc.property(filter, one => {
      const text = JSON.stringify(filterGiven(one, nothing) ?? null)
      for (const key of KEYS) expect(text).not.toContain(`"@${key}"`)
      expect(text).not.toContain('"record')
      expect(text).not.toMatch(/"(all|any)":\[\]/)
    }))
  })

  test('with all values it asks about the same fields, in the same order', () => {
    const fields = (one: Filter | undefined): string[] => JSON.stringify(one ?? null).match(/"field":"\w"/g) ?? []
    fc.assert(fc.property(filter, one => {
      const made = filterGiven(one, all)
      expect(fields(made)).toEqual(fields(one))
      for (const bind of ['"@year"', '"@region"', '"record"', '"record.date"']) expect(JSON.stringify(made ?? null)).not.toContain(bind)
    }))
  })

  test('asks about the record exactly when it names it', () => {
    fc.assert(fc.property(filter, one => { expect(asksRecord(one)).toBe(/"record(\.date)?"/.test(JSON.stringify(one))) }))
  })
})

test('a link is given by its id; who asks stays to be told', () => {
  expect(valueGiven('@region', all)).toBe('r1')
  expect(valueGiven('@me', all)).toBe('@me')
  expect(valueGiven(['record', '@year', 'x'], all)).toEqual(['c1', 2026, 'x'])
})

test('a period with one end is open on the other side', () => {
  const between: Filter = { field: 'date', op: 'between', value: ['@from', '@to'] }
  expect(filterGiven(between, { params: { from: '2026-01-01', to: null }, values: {} })).toEqual({ field: 'date', op: 'ge', value: '2026-01-01' })
  expect(filterGiven(between, { params: { from: null, to: '2026-01-31' }, values: {} })).toEqual({ field: 'date', op: 'le', value: '2026-01-31' })
  expect(filterGiven(between, nothing)).toBeUndefined()
})

test('a new row begins with what is known and with nothing else', () => {
  expect(freshGiven({ region: '@region', year: '@year', customer: 'record', kind: 'key' }, { params: { year: 2026, region: null }, values: {} })).toEqual({ year: 2026, kind: 'key' })
})
