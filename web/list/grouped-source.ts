// A grouped list for the grid: headers from one pivot, rows of an open group page by page.
import type { Lang } from '#core/lib/text.ts'
import type { PathColumn } from '../field/path.ts'
import { formatAt } from '../field/path.ts'
import type { AnyRow, GridRow, RowSource, SourceChange } from '../grid/types.ts'
import type { WireRow } from '../lib/api-types.ts'
import type { Group } from './group-tree.ts'
import { measuresOf, treeOf } from './group-tree.ts'
import type { ListQuery } from './list-query.ts'
import { askPage, askPivot, rowOf } from './list-query.ts'
import type { ListRows } from './list-source.ts'
import { allOf } from './view-state.ts'

const SIZE = 200
/** Rows of one group that can be reached by skipping; a longer group is better filtered. */
const MOST = 10_000

interface Segment { from: number; group: Group; rows: number }
export interface Grouping { by: PathColumn[]; sums: PathColumn[]; lang: Lang; blank: string; failed(error: unknown): void }

export class GroupedSource implements RowSource, ListRows {
  private readonly query: ListQuery
  private readonly grouping: Grouping
  private roots: Group[] = []
  private segments: Segment[] = []
  private readonly open = new Set<string>()
  private readonly cells = new Map<string, (GridRow | null)[]>()
  private readonly asked = new Set<string>()
  private readonly listeners = new Set<(change: SourceChange) => void>()
  private total = 0

  constructor(query: ListQuery, grouping: Grouping) {
    this.query = query
    this.grouping = grouping
  }

  async start(signal?: AbortSignal): Promise<void> {
    const { by, sums, lang, blank } = this.grouping
    const answer = await askPivot(this.query, { group: by.map(column => ({ field: column.path })), measures: measuresOf(sums) }, signal)
    this.roots = treeOf(answer.rows, by, sums, lang, blank)
    this.lay()
  }

  count(): number { return this.total }

  row(index: number): AnyRow | null {
    const segment = this.segmentAt(index)
    if (!segment) return null
    const { group } = segment
    if (index > segment.from) return this.cells.get(group.path.join())?.[index - segment.from - 1] ?? null
    const { sums, lang } = this.grouping
    const totals = Object.fromEntries(sums.map(column => [column.path, formatAt(column, group.sums[column.path], lang)]))
    return { group: { label: group.label, count: group.count, totals, level: group.level, collapsed: !this.open.has(group.path.join()), path: group.path } }
  }

  want(from: number, to: number): void {
    for (const segment of this.segments) {
      if (segment.rows === 0 || segment.from > to || segment.from + segment.rows < from) continue
      const first = Math.max(0, from - segment.from - 1)
      const last = Math.min(segment.rows - 1, to - segment.from - 1)
      for (let page = Math.floor(first / SIZE); page <= Math.floor(last / SIZE); page++) void this.fetch(segment, page)
    }
  }

  subscribe(listener: (change: SourceChange) => void): () => void {
    this.listeners.add(listener)
    return () => { this.listeners.delete(listener) }
  }

  toggle(path: string[], collapsed: boolean): void {
    if (collapsed) this.open.delete(path.join())
    else this.open.add(path.join())
    this.lay()
  }

  async refresh(): Promise<void> {
    this.cells.clear()
    this.asked.clear()
    await this.start()
  }

  patch(rows: GridRow[]): void {
    const newer = new Map(rows.map(row => [row.id, row]))
    for (const list of this.cells.values()) list.forEach((row, i) => { if (row && newer.has(row.id)) list[i] = newer.get(row.id) ?? row })
    this.tell({ from: 0, to: this.total - 1 })
  }

  /** A new record belongs to a group that only the server can tell. */
  append(): void { void this.refresh().catch(this.grouping.failed) }

  private lay(): void {
    this.segments = []
    let at = 0
    const walk = (groups: Group[]): void => {
      for (const group of groups) {
        const isOpen = this.open.has(group.path.join())
        const rows = isOpen && group.children.length === 0 ? Math.min(group.count, MOST) : 0
        this.segments.push({ from: at, group, rows })
        at += 1 + rows
        if (isOpen) walk(group.children)
      }
    }
    walk(this.roots)
    this.total = at
    this.tell({ count: true })
  }

  private segmentAt(index: number): Segment | undefined {
    let low = 0
    let high = this.segments.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if (this.segments[middle]!.from <= index) low = middle
      else high = middle - 1
    }
    const found = this.segments[low]
    return found && index >= found.from && index <= found.from + found.rows ? found : undefined
  }

  private async fetch({ group }: Segment, page: number): Promise<void> {
    const key = `${group.path.join()} ${page}`
    if (this.asked.has(key)) return
    this.asked.add(key)
    try {
      const answer = await askPage({ ...this.query, filter: allOf([this.query.filter, group.filter]) }, { size: SIZE, skip: page * SIZE || undefined, total: 'none' })
      const list = this.cells.get(group.path.join()) ?? []
      ;(answer.rows as WireRow[]).forEach((row, i) => { list[page * SIZE + i] = rowOf(row) })
      this.cells.set(group.path.join(), list)
      const now = this.segments.find(segment => segment.group === group)
      if (now) this.tell({ from: now.from + 1, to: now.from + now.rows })
    } catch (error) {
      this.asked.delete(key)
      this.grouping.failed(error)
    }
  }

  private tell(change: SourceChange): void { for (const listener of this.listeners) listener(change) }
}
