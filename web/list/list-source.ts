// The rows behind the grid: pages by cursor; far jumps start at the nearest anchor and skip on from there.
import { PagedSource } from '../grid/paged-source.ts'
import type { GridRow } from '../grid/types.ts'
import type { WireRow } from '../lib/api-types.ts'
import type { Anchors, ListQuery } from './list-query.ts'
import { askAnchors, askPage, rowOf } from './list-query.ts'

/** Rows that may be passed over from the beginning, without anchors; the server allows 10,000. */
const NEAR = 5000
const SIZE = 100

/** What the list page needs of rows in one order, grouped or not. */
export interface ListRows {
  count(): number
  /** Asks again for what is on screen; other rows stay until they are scrolled to. */
  refresh(): Promise<void>
  patch(rows: GridRow[]): void
  append(rows: GridRow[]): void
}

export class ListSource extends PagedSource implements ListRows {
  exact = false
  private readonly query: ListQuery
  private anchors: Promise<Anchors> | undefined
  private seen = { from: 0, to: SIZE }

  constructor(query: ListQuery, failed: (error: unknown) => void) {
    super({ load: (from, size, signal) => this.page(from, size, signal), failed, pageSize: SIZE })
    this.query = query
  }

  /** The first page tells how many there are; a long list is counted by its anchors. */
  async start(signal?: AbortSignal): Promise<void> {
    const page = await askPage(this.query, { size: 1, total: 'capped' }, signal)
    this.exact = page.exact || page.total === null
    let total = page.total ?? 0
    if (!this.exact || total > NEAR) {
      const anchors = await this.places()
      total = anchors.total
      this.exact = true
    }
    if (!signal?.aborted) this.reset(total)
  }

  override want(from: number, to: number): void {
    this.seen = { from, to }
    super.want(from, to)
  }

  patch(rows: GridRow[]): void {
    this.replace(rows)
  }

  async refresh(): Promise<void> {
    const from = Math.max(0, Math.floor(this.seen.from / SIZE) * SIZE)
    const size = Math.min(400, Math.max(SIZE, this.seen.to - from + 1))
    this.anchors = undefined
    const page = await askPage(this.query, { size: 1, total: 'capped' })
    const rows = await this.page(from, Math.min(500, size))
    const moved = rows.some((row, i) => { const now = this.row(from + i); return now !== null && 'id' in now && now.id !== row.id })
    const total = page.exact && page.total !== null ? page.total : (await this.places()).total
    // Rows made here stand at the end until the list is ordered anew: they are part of the new total already.
    if (moved || total !== this.count()) this.reset(total)
    this.replace(rows)
  }

  private places(): Promise<Anchors> {
    this.anchors ??= askAnchors(this.query).catch((error: unknown) => {
      this.anchors = undefined
      throw error
    })
    return this.anchors
  }

  private async page(from: number, size: number, signal?: AbortSignal): Promise<GridRow[]> {
    if (from <= NEAR) return this.rows(size, from, undefined, signal)
    const { cursors, every } = await this.places()
    const at = Math.min(Math.floor(from / every), cursors.length - 1)
    return this.rows(size, from - at * every, cursors[at] || undefined, signal)
  }

  private async rows(size: number, skip: number, after: string | undefined, signal?: AbortSignal): Promise<GridRow[]> {
    const page = await askPage(this.query, { size, skip: skip || undefined, after, total: 'none' }, signal)
    return (page.rows as WireRow[]).map(rowOf)
  }
}
