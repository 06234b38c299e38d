// What a click on a header does to the order of rows.
import { expect, test } from 'vitest'
import type { Sort } from './types.ts'
import { nextSorts } from './header.ts'

const city: Sort = { key: 'city', direction: 'up' }
const name: Sort = { key: 'name', direction: 'down' }

test('a click sorts up, then down, then not at all', () => {
  expect(nextSorts([], 'city', false)).toEqual([city])
  expect(nextSorts([city], 'city', false)).toEqual([{ ...city, direction: 'down' }])
  expect(nextSorts([name], 'name', false)).toEqual([])
})

test('a plain click leaves one column, Shift adds a second and turns it in its place', () => {
  expect(nextSorts([name], 'city', false)).toEqual([city])
  expect(nextSorts([name], 'city', true)).toEqual([name, city])
  expect(nextSorts([city, name], 'city', true)).toEqual([{ ...city, direction: 'down' }, name])
  expect(nextSorts([city, name], 'name', true)).toEqual([city])
})
