// Departments as a tree.
import { expect, test } from 'vitest'
import { findBranch, idsOf, treeOf } from './department-tree.ts'
import type { DepartmentRow, UserRow } from './queries.ts'

const department = (id: string, parent?: string): DepartmentRow =>
  ({ id, version: 1, name: id, code: id, parent: parent ? { id: parent, label: parent } : null, manager: null })
const person = (id: string, at: string, active = true): UserRow =>
  ({ id, version: 1, name: id, email: '', phone: null, position: null, department: { id: at, label: at }, roles: null, active })

test('people are counted in their department and in all above it, those who left in none', () => {
  const tree = treeOf([department('company'), department('sales', 'company'), department('south', 'sales')],
    [person('wang', 'south'), person('li', 'sales'), person('zhao', 'south', false)])
  expect(tree.map(branch => branch.key)).toEqual(['company'])
  expect([findBranch(tree, 'south')?.people, findBranch(tree, 'sales')?.people, findBranch(tree, 'sales')?.below, tree[0]?.below]).toEqual([1, 1, 2, 2])
})

test('a department whose parent was deleted stands at the top, and a circle loses nobody', () => {
  const tree = treeOf([department('a', 'gone'), department('b', 'c'), department('c', 'b')], [])
  expect(tree.flatMap(idsOf).sort()).toEqual(['a', 'b', 'c'])
})
