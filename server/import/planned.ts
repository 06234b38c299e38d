// A dry run: everything a save would decide, without writing. What rows above would have made of a record is kept
// as one small number a column, so that repeated rows are told as truly as the run itself will tell them.
import type { Ctx } from '#server/action/context.ts'
import { errorsOf, isRefused, newDraft } from '#server/action/draft.ts'
import type { Draft } from '#server/action/draft.ts'
import { planDrafts } from '#server/action/plan.ts'
import { put } from './chunk.ts'
import type { Decided, Results, Work } from './chunk.ts'
import type { CleanRow } from './clean.ts'

/** FNV-1a, never 0: 0 stands for a blank cell. */
function hashOf(value: unknown): number {
  if (value === undefined || value === null) return 0
  const text = JSON.stringify(value)
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash === 0 ? 1 : hash
}

export class Planned {
  private readonly seen = new Map<string, Int32Array>()

  has(key: string): boolean {
    return this.seen.has(key)
  }

  async plan(ctx: Ctx, work: Work, decided: readonly Decided[], results: Results): Promise<void> {
    const drafts = decided.map(({ row, match }, at) => newDraft(match ? { id: match.id, values: row.values } : { values: row.values }, at))
    if (drafts.length > 0) await planDrafts(ctx, work.object, drafts, { mode: 'good', keepAuthor: true })
    decided.forEach((item, at) => this.settle(work, item, drafts[at]!, results))
  }

  private settle(work: Work, { row, key, match }: Decided, draft: Draft, results: Results): void {
    const before = key === undefined ? undefined : this.seen.get(key)
    if (isRefused(draft) && !(before && !match && onlyMissing(draft))) return put(results, row.row, 'failed', { problems: errorsOf(draft) })
    const changed = before ? this.differs(work, row, before, match ? draft.changed : undefined) : draft.changed.size > 0
    const record = match ? { record: match.id } : {}
    if ((before || match) && !changed) put(results, row.row, 'skipped', { problems: { '': { key: 'import.unchanged' } }, ...record })
    else put(results, row.row, before || match ? 'updated' : 'created', record)
    if (key !== undefined) this.keep(work, key, row, before)
  }

  private differs(work: Work, row: CleanRow, before: Int32Array, changed: Set<string> | undefined): boolean {
    return keysOf(work).some((key, at) => {
      const hash = hashOf(row.values[key])
      if (hash === 0) return false
      return before[at] === 0 ? changed?.has(key) ?? true : before[at] !== hash
    })
  }

  private keep(work: Work, key: string, row: CleanRow, before: Int32Array | undefined): void {
    const hashes = before ?? new Int32Array(keysOf(work).length)
    keysOf(work).forEach((field, at) => { hashes[at] = hashOf(row.values[field]) || hashes[at]! })
    this.seen.set(key, hashes)
  }
}

/** Author and date of the original are set once and never changed. */
const keysOf = (work: Work): string[] => [...new Set(work.columns.filter(column => !column.target.system).map(column => column.key))]

/** A repeated row is planned as if it were new; what the first one brought is not missing. */
const onlyMissing = (draft: Draft): boolean => [...draft.errors.values()].every(refusal => refusal.key === 'field.required')
