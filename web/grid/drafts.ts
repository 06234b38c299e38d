// What was typed and is not saved yet: waiting, refused or offline. Nothing typed is ever dropped by the machine.

type DraftState = 'saving' | 'failed' | 'refused' | 'held'

/** `row` is a record's id, or the key of a row that does not exist yet. `held` waits for a refused cell of its row. */
export interface Draft {
  row: string
  isNew: boolean
  key: string
  value: unknown
  text: string
  state: DraftState
  /** False when the text could not be read as this column's kind: there is no value to send. */
  readable: boolean
  refusal?: string
  rowIndex: number
  version: number | null
}

export interface DraftPlace { row: string; key: string }

/** Keeps drafts over a reload (IndexedDB in the product). */
export interface DraftStore {
  put(drafts: Draft[]): Promise<void>
  remove(places: DraftPlace[]): Promise<void>
  all(): Promise<Draft[]>
}

export function memoryDraftStore(): DraftStore {
  const kept = new Map<string, Draft>()
  const name = (place: DraftPlace): string => JSON.stringify([place.row, place.key])
  return {
    async put(drafts) { for (const draft of drafts) kept.set(name(draft), { ...draft }) },
    async remove(places) { for (const place of places) kept.delete(name(place)) },
    async all() { return [...kept.values()] },
  }
}

let made = 0

export class Drafts {
  readonly newRows: string[] = []
  /** Where each new row stands; made anew when they change, for thousands are pasted at once. */
  private places: Map<string, number> | null = null
  private readonly byRow = new Map<string, Map<string, Draft>>()
  private readonly store: DraftStore
  private readonly changed: () => void

  constructor(store: DraftStore, changed: () => void) {
    this.store = store
    this.changed = changed
  }

  get(row: string, key: string): Draft | undefined { return this.byRow.get(row)?.get(key) }
  ofRow(row: string): Draft[] { return [...this.byRow.get(row)?.values() ?? []] }
  all(): Draft[] { return [...this.byRow.values()].flatMap((row) => [...row.values()]) }
  problems(): Draft[] { return this.all().filter((draft) => draft.state === 'refused' || draft.state === 'failed') }

  addRow(): string {
    made += 1
    const key = `new:${Date.now().toString(36)}:${made}`
    this.push(key)
    return key
  }

  /** A store that cannot write (full, private window) must not lose the edit itself: it stays in memory. */
  put(drafts: Draft[]): void {
    for (const draft of drafts) {
      const row = this.byRow.get(draft.row) ?? new Map<string, Draft>()
      this.byRow.set(draft.row, row)
      row.set(draft.key, draft)
      if (draft.isNew && this.placeOf(draft.row) < 0) this.push(draft.row)
    }
    void this.store.put(drafts).catch(() => undefined)
    this.changed()
  }

  remove(places: DraftPlace[]): void {
    for (const place of places) {
      const row = this.byRow.get(place.row)
      row?.delete(place.key)
      if (row?.size === 0) this.byRow.delete(place.row)
    }
    this.dropEmptyRows()
    void this.store.remove(places).catch(() => undefined)
    this.changed()
  }

  /** The record exists now: what is still unsaved in its row belongs to the record. */
  adopt(newRow: string, id: string): void {
    const moved = this.ofRow(newRow)
    if (moved.length === 0) return
    this.byRow.delete(newRow)
    this.dropEmptyRows()
    void this.store.remove(moved.map((draft) => ({ row: newRow, key: draft.key }))).catch(() => undefined)
    this.put(moved.map((draft) => ({ ...draft, row: id, isNew: false, version: null })))
  }

  /** Drafts of an earlier visit; they were never confirmed, so they count as failed until sent again. */
  async restore(): Promise<void> {
    const kept = await this.store.all()
    const missing = kept.filter((draft) => !this.get(draft.row, draft.key))
    if (missing.length > 0) this.put(missing.map((draft) => draft.state === 'refused' ? draft : { ...draft, state: 'failed' }))
  }

  /** Counted from the end of the source's rows; -1 for a record. */
  placeOf(row: string): number {
    this.places ??= new Map(this.newRows.map((key, at) => [key, at]))
    return this.places.get(row) ?? -1
  }

  private push(row: string): void {
    this.places?.set(row, this.newRows.length)
    this.newRows.push(row)
  }

  private dropEmptyRows(): void {
    const left = this.newRows.filter((row) => this.byRow.has(row))
    if (left.length === this.newRows.length) return
    this.newRows.length = 0
    this.places = null
    for (const row of left) this.push(row)
  }
}
