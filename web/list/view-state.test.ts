// A saved view counts as unchanged as long as it asks the same, however its store orders what it keeps.
import { expect, it } from 'vitest'
import type { ViewState } from './view-state.ts'
import { sameState } from './view-state.ts'

const state: ViewState = { columns: [{ path: 'name' }], filter: { all: [{ field: 'grade', op: 'eq', value: 'a' }] }, sort: [{ field: 'name', dir: 'asc' }], group: [], layout: { kind: 'kanban', by: 'grade' } }

it('a view that comes back from the store with its keys in another order is unchanged', () => {
  expect(sameState(state, { ...state, filter: { all: [{ op: 'eq', value: 'a', field: 'grade' }] }, sort: [{ dir: 'asc', field: 'name' }], layout: { by: 'grade', kind: 'kanban' } })).toBe(true)
})

it('another order of the sorts, another value or another layout is a change', () => {
  const two: ViewState = { ...state, sort: [{ field: 'name', dir: 'asc' }, { field: 'code', dir: 'asc' }] }
  expect(sameState(two, { ...two, sort: two.sort.toReversed() })).toBe(false)
  expect(sameState(state, { ...state, filter: { all: [{ field: 'grade', op: 'eq', value: 'b' }] } })).toBe(false)
  expect(sameState(state, { ...state, layout: { kind: 'grid' } })).toBe(false)
})
