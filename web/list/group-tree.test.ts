// Groups of a list: one answer of the server becomes a tree whose sums are exact.
import { expect, it } from 'vitest'
import type { WebField } from '../lib/api-types.ts'
import type { PathColumn } from '../field/path.ts'
import { treeOf } from './group-tree.ts'

const column = (path: string, kind: 'text' | 'money'): PathColumn =>
  ({ path, label: path, part: '', editable: false, masked: false, field: { key: path, kind, label: { zh: path, en: path }, right: 'read' } as WebField })

it('adds up cents exactly and keeps each group to its own records', () => {
  const rows = [
    { region: '江苏', grade: 'A', _count: '2', _s0: '0.10' },
    { region: '江苏', grade: null, _count: '1', _s0: '0.20' },
    { region: null, grade: 'A', _count: '3', _s0: null },
  ]
  const [first, second] = treeOf(rows, [column('region', 'text'), column('grade', 'text')], [column('total', 'money')], 'zh', '（空）')
  expect(first).toMatchObject({ label: '江苏', count: 3, sums: { total: '0.3' } })
  expect(first?.children[1]).toMatchObject({ label: '（空）', count: 1, filter: { all: [{ field: 'region', op: 'eq', value: '江苏' }, { field: 'grade', op: 'empty' }] } })
  expect(second).toMatchObject({ label: '（空）', count: 3, filter: { all: [{ field: 'region', op: 'empty' }] } })
})
