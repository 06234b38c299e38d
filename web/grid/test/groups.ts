// Grouped rows for the browser tests: three cities, each with its customers and their total.
import { Decimal } from 'decimal.js'
import type { AnyRow, GridRow, RowSource, SourceChange } from '../types.ts'
import { made } from './rows.ts'

export class GroupedRows implements RowSource {
  private readonly closed = new Set<string>()
  private readonly listeners = new Set<(change: SourceChange) => void>()
  private lines: AnyRow[] = []

  constructor() { this.arrange() }

  count(): number { return this.lines.length }
  row(index: number): AnyRow | null { return this.lines[index] ?? null }
  want(): void { /* everything is here */ }
  subscribe(listener: (change: SourceChange) => void): () => void {
    this.listeners.add(listener)
    return () => { this.listeners.delete(listener) }
  }

  toggle(path: string[], collapsed: boolean): void {
    if (collapsed) this.closed.add(path.join())
    else this.closed.delete(path.join())
    this.arrange()
    for (const listener of this.listeners) listener({ count: true })
  }

  private arrange(): void {
    this.lines = [0, 1, 2].flatMap((city): AnyRow[] => {
      const rows: GridRow[] = Array.from({ length: 6 }, (_, at) => made(city + at * 10))
      const label = String(rows[0]!.values['city'])
      const collapsed = this.closed.has(label)
      const total = rows.reduce((sum, row) => sum.plus(String(row.values['amount'])), new Decimal(0))
      const group = { label, count: rows.length, totals: { amount: total.toFixed(2) }, level: 0, collapsed, path: [label] }
      return [{ group }, ...(collapsed ? [] : rows)]
    })
  }
}
