// Groups of a list as the grid shows them: headers with counts and sums, their rows below when open.
import type { Lang } from '#core/lib/text.ts'
import { add } from '#core/lib/decimal.ts'
import type { Filter, Measure } from '#core/report/query.ts'
import type { PathColumn } from '../field/path.ts'
import { formatAt } from '../field/path.ts'
import { isBlank } from '../field/kind.ts'

export interface Group {
  path: string[]
  label: string
  level: number
  count: number
  sums: Record<string, string>
  filter: Filter
  children: Group[]
}

export const measuresOf = (columns: PathColumn[]): Measure[] =>
  [{ fn: 'count', as: '_count' }, ...columns.map((column): Measure => ({ fn: 'sum', field: column.path, as: `_s${columns.indexOf(column)}` }))]

const filterOf = (column: PathColumn, value: unknown): Filter =>
  (isBlank(value) ? { field: column.path, op: 'empty' } : { field: column.path, op: 'eq', value: typeof value === 'object' && value !== null && 'id' in value ? value.id : value })

const keyOf = (value: unknown): string => (typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : JSON.stringify(value ?? null))

/** Rows of one pivot by all group columns, as a tree; upper sums are added up from the lower, exactly. */
export function treeOf(rows: Record<string, unknown>[], by: PathColumn[], sums: PathColumn[], lang: Lang, blank: string): Group[] {
  const roots: Group[] = []
  for (const row of rows) {
    let level = roots
    let path: string[] = []
    let filters: Filter[] = []
    by.forEach((column, depth) => {
      const value = row[column.path]
      path = [...path, keyOf(value)]
      filters = [...filters, filterOf(column, value)]
      let group = level.find(one => one.path[depth] === path[depth])
      if (!group) {
        group = { path, level: depth, label: formatAt(column, value, lang) || blank, count: 0, sums: {}, filter: { all: filters }, children: [] }
        level.push(group)
      }
      group.count += Number(row._count ?? 0)
      sums.forEach((sum, i) => {
        const part = row[`_s${i}`]
        if (part !== null && part !== undefined) group.sums[sum.path] = add(group.sums[sum.path] ?? '0', String(part))
      })
      level = group.children
    })
  }
  return roots
}
