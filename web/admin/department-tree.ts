// Departments as a tree, with the people of each and of all below it. Pure.
import type { DepartmentRow, UserRow } from './queries.ts'

export interface Branch {
  key: string
  row: DepartmentRow
  /** People of the department itself, and with those below. */
  people: number
  below: number
  children: Branch[]
}

/** A department whose parent is gone stands at the top: nothing is ever out of sight. */
export function treeOf(rows: DepartmentRow[], users: UserRow[]): Branch[] {
  const known = new Set(rows.map(row => row.id))
  const children = Map.groupBy(rows, row => (row.parent && known.has(row.parent.id) && row.parent.id !== row.id ? row.parent.id : ''))
  const people = Map.groupBy(users.filter(user => user.active !== false), user => user.department?.id ?? '')
  const placed = new Set<string>()
  const branch = (row: DepartmentRow): Branch => {
    placed.add(row.id)
    const own = people.get(row.id)?.length ?? 0
    const inner = (children.get(row.id) ?? []).filter(child => !placed.has(child.id)).map(branch)
    return { key: row.id, row, people: own, below: own + inner.reduce((sum, child) => sum + child.below, 0), children: inner }
  }
  const top = (children.get('') ?? []).map(branch)
  return [...top, ...rows.filter(row => !placed.has(row.id)).flatMap(row => (placed.has(row.id) ? [] : [branch(row)]))]
}

export const findBranch = (branches: Branch[], id: string): Branch | undefined => {
  for (const branch of branches) {
    const found = branch.key === id ? branch : findBranch(branch.children, id)
    if (found) return found
  }
  return undefined
}

/** The department and all below it: none of them may become its parent. */
export const idsOf = (branch: Branch): string[] => [branch.key, ...branch.children.flatMap(idsOf)]
