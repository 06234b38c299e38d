// A RowSource over "load these rows": pages kept by last use, the newest request first, old requests cancelled.
import type { AnyRow, RowSource, SourceChange } from './types.ts'

export interface PagedOptions {
  load(from: number, size: number, signal: AbortSignal): Promise<AnyRow[]>
  count?: number
  pageSize?: number
  maxPages?: number
  parallel?: number
  failed?(error: unknown): void
}

export class PagedSource implements RowSource {
  private readonly options: Required<PagedOptions>
  private readonly pages = new Map<number, AnyRow[]>()
  private readonly running = new Map<number, AbortController>()
  private readonly listeners = new Set<(change: SourceChange) => void>()
  private readonly waiting = new Map<number, (() => void)[]>()
  private readonly retryAt = new Map<number, number>()
  private wanted: number[] = []
  private total: number
  /** Records made here stay at the end until the order is asked for anew, so that rows don't run away under the hand. */
  private tail: AnyRow[] = []

  constructor(options: PagedOptions) {
    this.options = { count: 0, pageSize: 100, maxPages: 600, parallel: 3, failed: () => undefined, ...options }
    this.total = this.options.count
  }

  count(): number { return this.total + this.tail.length }

  row(index: number): AnyRow | null {
    if (index >= this.total) return this.tail[index - this.total] ?? null
    const { pageSize } = this.options
    return this.pages.get(Math.floor(index / pageSize))?.[index % pageSize] ?? null
  }

  subscribe(listener: (change: SourceChange) => void): () => void {
    this.listeners.add(listener)
    return () => { this.listeners.delete(listener) }
  }

  want(from: number, to: number): void {
    const pages = this.pagesOf(from, to)
    for (const page of pages) this.touch(page)
    const missing = pages.filter((page) => !this.pages.has(page))
    const awaited = [...this.waiting.keys()].filter((page) => !missing.includes(page))
    this.wanted = [...missing, ...awaited]
    for (const [page, request] of this.running) if (!this.wanted.includes(page)) { request.abort(); this.running.delete(page) }
    this.pump()
  }

  /** Resolves when every row of the range is here (and still is: the range must fit the cache). */
  async load(from: number, to: number): Promise<void> {
    const missing = this.pagesOf(from, to).filter((page) => !this.pages.has(page))
    const all = missing.map((page) => new Promise<void>((resolve) => {
      this.waiting.set(page, [...this.waiting.get(page) ?? [], resolve])
    }))
    this.wanted.push(...missing.filter((page) => !this.wanted.includes(page)))
    this.pump()
    await Promise.all(all)
  }

  /** Other rows or another order: forgets everything. */
  reset(count: number): void {
    for (const request of this.running.values()) request.abort()
    this.running.clear()
    this.pages.clear()
    this.retryAt.clear()
    for (const resolve of [...this.waiting.values()].flat()) resolve()
    this.waiting.clear()
    this.wanted = []
    this.tail = []
    this.total = count
    this.tell({ count: true })
  }

  setCount(count: number): void {
    if (count === this.total) return
    this.total = count
    this.tell({ count: true })
  }

  append(rows: AnyRow[]): void {
    this.tail.push(...rows)
    this.tell({ count: true })
  }

  /** Newer versions of records shown here, from a save or from somebody else. */
  replace(rows: AnyRow[]): void {
    const byId = new Map(rows.flatMap((row) => 'id' in row ? [[row.id, row] as const] : []))
    const swap = (list: AnyRow[], first: number): void => list.forEach((row, at) => {
      const newer = 'id' in row ? byId.get(row.id) : undefined
      if (newer) { list[at] = newer; this.tell({ from: first + at, to: first + at }) }
    })
    // A copy: whoever is told of a change may touch pages, which moves them to the end of the map.
    for (const [page, list] of new Map(this.pages)) swap(list, page * this.options.pageSize)
    swap(this.tail, this.total)
  }

  private pagesOf(from: number, to: number): number[] {
    const { pageSize } = this.options
    const last = Math.min(to, this.total - 1)
    const first = Math.floor(Math.max(0, from) / pageSize)
    return last < from ? [] : Array.from({ length: Math.floor(last / pageSize) - first + 1 }, (_, at) => first + at)
  }

  private pump(): void {
    for (const page of this.wanted) {
      if (this.running.size >= this.options.parallel) return
      if (this.running.has(page) || this.pages.has(page) || (this.retryAt.get(page) ?? 0) > Date.now()) continue
      void this.fetch(page)
    }
  }

  private async fetch(page: number): Promise<void> {
    const request = new AbortController()
    const { pageSize } = this.options
    const from = page * pageSize
    this.running.set(page, request)
    try {
      const rows = await this.options.load(from, Math.min(pageSize, this.total - from), request.signal)
      if (!request.signal.aborted) this.keep(page, rows)
    } catch (error) {
      if (!request.signal.aborted) this.later(page, error)
    }
    if (this.running.get(page) === request) this.running.delete(page)
    this.pump()
  }

  private keep(page: number, rows: AnyRow[]): void {
    const { pageSize, maxPages } = this.options
    this.pages.set(page, [...rows])
    this.wanted = this.wanted.filter((other) => other !== page)
    for (const oldest of this.pages.keys()) {
      if (this.pages.size <= maxPages) break
      this.pages.delete(oldest)
    }
    this.tell({ from: page * pageSize, to: page * pageSize + rows.length - 1 })
    for (const resolve of this.waiting.get(page) ?? []) resolve()
    this.waiting.delete(page)
  }

  /** A page that failed is tried again after a while, not in a storm. */
  private later(page: number, error: unknown): void {
    const pause = 3000
    this.options.failed(error)
    this.retryAt.set(page, Date.now() + pause)
    setTimeout(() => this.pump(), pause + 10)
  }

  private touch(page: number): void {
    const rows = this.pages.get(page)
    if (rows) { this.pages.delete(page); this.pages.set(page, rows) }
  }

  private tell(change: SourceChange): void { for (const listener of this.listeners) listener(change) }
}
