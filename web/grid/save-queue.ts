// Sends drafts to the outside, one call after the other, so that a row is created before it is changed.
import type { CellEdit, EditKind, EditResult } from './types.ts'
import type { Draft, DraftPlace } from './drafts.ts'
import type { GridModel } from './model.ts'

const CHUNK_ROWS = 200

interface SaveHooks {
  save(edits: CellEdit[], kind: EditKind, batch: string): Promise<EditResult[]>
  /** After each call: how many cells were taken and how many refused; null when it could not be sent at all. */
  done(outcome: { saved: number; refused: number } | null): void
}

interface Job { places: DraftPlace[]; kind: EditKind; batch: string; retried: boolean }

export class SaveQueue {
  private readonly jobs: Job[] = []
  private readonly adopted = new Map<string, string>()
  private readonly model: GridModel
  private readonly hooks: SaveHooks
  private running: Promise<void> | null = null

  constructor(model: GridModel, hooks: SaveHooks) {
    this.model = model
    this.hooks = hooks
  }

  push(places: DraftPlace[], kind: EditKind, batch: string, retried = false): void {
    const rows = [...new Set(places.map((place) => place.row))]
    for (let from = 0; from < rows.length; from += CHUNK_ROWS) {
      const part = new Set(rows.slice(from, from + CHUNK_ROWS))
      this.jobs.push({ places: places.filter((place) => part.has(place.row)), kind, batch, retried })
    }
    this.running ??= this.run()
  }

  /** Resolves once nothing is on its way. */
  async settled(): Promise<void> { await this.running }

  /** One browser task later, so that cells typed in one go (a paste with its cut) leave together. */
  private async run(): Promise<void> {
    await Promise.resolve()
    for (let job = this.jobs.shift(); job; job = this.jobs.shift()) {
      const sent = this.collect(job)
      if (sent.length === 0) continue
      try {
        const edits = sent.map((draft) => this.editOf(draft, job))
        this.settle(sent, edits, await this.hooks.save(edits, job.kind, job.batch))
      } catch {
        this.fail(sent)
        this.hooks.done(null)
      }
    }
    this.running = null
  }

  /** Drafts as they stand now. A row that does not exist yet is always sent whole. */
  private collect(job: Job): Draft[] {
    const drafts = this.model.drafts
    const found = new Set<Draft>()
    for (const place of job.places) {
      const row = this.adopted.get(place.row) ?? place.row
      const draft = drafts.get(row, place.key)
      if (!draft || !draft.readable) continue
      if (draft.isNew) for (const other of drafts.ofRow(row)) { if (other.readable) found.add(other) }
      else if (draft.state === 'saving') found.add(draft)
    }
    return [...found]
  }

  private editOf(draft: Draft, job: Job): CellEdit {
    const rowIndex = this.model.rowOfDraft(draft)
    const record = draft.isNew ? null : this.model.record(rowIndex)
    // sent at once: on top of what is shown now; sent again later: on top of what was shown when it was typed
    const version = record?.id === draft.row && !(job.retried && draft.version !== null) ? record.version : draft.version
    return { rowId: draft.isNew ? null : draft.row, rowIndex, version, key: draft.key, value: draft.value, text: draft.text }
  }

  private settle(sent: Draft[], edits: CellEdit[], results: EditResult[]): void {
    const byCell = new Map(results.map((result) => [`${result.rowIndex}\n${result.key}`, result]))
    const outcome = { saved: 0, refused: 0 }
    const gone: DraftPlace[] = []
    const kept: Draft[] = []
    const ids = new Map<string, string>()
    sent.forEach((draft, at) => {
      const edit = edits[at]!
      const result = byCell.get(`${edit.rowIndex}\n${edit.key}`)
      if (result?.rowId && draft.isNew) ids.set(draft.row, result.rowId)
    })
    const refusedRows = new Set(results.filter((result) => !result.ok).map((result) => result.rowIndex))
    sent.forEach((draft, at) => {
      const edit = edits[at]!
      const result = byCell.get(`${edit.rowIndex}\n${edit.key}`)
      // typed over while it was on its way: the newer text has its own turn
      if (this.model.drafts.get(draft.row, draft.key) !== draft) return
      if (!result) kept.push({ ...draft, state: 'failed' })
      else if (!result.ok) kept.push({ ...draft, state: 'refused', refusal: result.refusal })
      else if (draft.isNew && !ids.has(draft.row) && refusedRows.has(edit.rowIndex)) kept.push({ ...draft, state: 'held' })
      else gone.push({ row: draft.row, key: draft.key })
      if (result?.ok === false) outcome.refused += 1
      else if (result) outcome.saved += 1
    })
    this.model.drafts.put([...kept, ...this.missing(sent, edits, results, outcome)])
    this.adopt(ids, gone)
    this.hooks.done(outcome)
  }

  /** A refusal of a cell nobody typed in (a required one of a new record) is shown there, empty. */
  private missing(sent: Draft[], edits: CellEdit[], results: EditResult[], outcome: { refused: number }): Draft[] {
    return results.flatMap((result) => {
      const at = edits.findIndex((edit) => edit.rowIndex === result.rowIndex)
      if (result.ok || at < 0 || edits.some((edit) => edit.rowIndex === result.rowIndex && edit.key === result.key)) return []
      outcome.refused += 1
      return [{ ...sent[at]!, key: result.key, value: null, text: '', readable: false, state: 'refused' as const, refusal: result.refusal }]
    })
  }

  private adopt(ids: Map<string, string>, gone: DraftPlace[]): void {
    this.model.drafts.remove(gone)
    for (const [row, id] of ids) {
      this.adopted.set(row, id)
      this.model.drafts.adopt(row, id)
    }
  }

  private fail(sent: Draft[]): void {
    const drafts = this.model.drafts
    drafts.put(sent.filter((draft) => drafts.get(draft.row, draft.key) === draft).map((draft) => ({ ...draft, state: 'failed' as const })))
  }
}
