// Turns texts meant for cells into drafts and sends them: typing, paste, fill and delete all come through here.
import type { Choice, EditKind, GridColumn, Parsed } from './types.ts'
import type { Draft, DraftPlace } from './drafts.ts'
import type { GridModel } from './model.ts'
import type { SaveQueue } from './save-queue.ts'
import type { GridTexts } from './texts.ts'

/** A wire value already known (picked from a list, copied from another cell) is taken as it is. */
export interface CellText { row: number; col: number; text: string; picked?: { value: unknown } }

interface Applied { skipped: number; drafted: number }

let batches = 0

export class Changes {
  private readonly model: GridModel
  private readonly queue: SaveQueue
  private readonly texts: () => GridTexts
  private readonly undone: Draft[][] = []
  private readonly done: DraftPlace[][] = []

  constructor(model: GridModel, queue: SaveQueue, texts: () => GridTexts) {
    this.model = model
    this.queue = queue
    this.texts = texts
  }

  apply(cells: CellText[], kind: EditKind): Applied {
    const drafts: Draft[] = []
    const lookups: { draft: Draft; column: GridColumn }[] = []
    const made = new Map<number, string>()
    let skipped = 0
    for (const cell of cells) {
      const column = this.model.columns[cell.col]
      if (!column || !this.model.editable(cell.row, cell.col)) { skipped += 1; continue }
      if (!this.model.draft(cell.row, cell.col) && cell.text === this.model.plain(cell.row, cell.col)) continue
      const parsed: Parsed = cell.picked ?? column.parse(cell.text)
      const draft = this.draftOf(cell, column, parsed, made)
      drafts.push(draft)
      if ('refusal' in parsed && column.lookup && cell.text !== '') lookups.push({ draft, column })
    }
    if (drafts.length > 0) this.send(drafts, lookups, kind)
    return { skipped, drafted: drafts.length }
  }

  /** `made` names the rows this gesture creates: with gaps between them their places don't tell. */
  private draftOf(cell: CellText, column: GridColumn, parsed: Parsed, made: Map<number, string>): Draft {
    const record = this.model.record(cell.row)
    const isNew = cell.row >= this.model.source.count()
    const row = made.get(cell.row) ?? this.model.rowKey(cell.row) ?? this.model.drafts.addRow()
    if (isNew) made.set(cell.row, row)
    const base = { row, isNew, key: column.key, text: cell.text, rowIndex: cell.row, version: isNew ? null : record?.version ?? null }
    if ('value' in parsed) return { ...base, value: parsed.value, state: 'saving', readable: true }
    if (column.lookup && cell.text !== '') return { ...base, value: null, state: 'saving', readable: false, refusal: parsed.refusal }
    return { ...base, value: null, state: 'refused', readable: false, refusal: parsed.refusal }
  }

  private send(drafts: Draft[], lookups: { draft: Draft; column: GridColumn }[], kind: EditKind): void {
    const batch = this.newBatch()
    this.model.drafts.put(drafts)
    this.done.push(drafts)
    this.undone.length = 0
    // a row with a refused cell may still be made from its other cells
    const ready = (): void => {
      const places = drafts.filter((draft) => this.model.drafts.get(draft.row, draft.key)?.state === 'saving')
      if (places.length > 0) this.queue.push(places, kind, batch)
    }
    if (lookups.length === 0) ready()
    else void this.lookUp(lookups).then(ready)
  }

  private newBatch(): string {
    batches += 1
    return `${Date.now().toString(36)}-${batches}`
  }

  /** Names typed or pasted into reference columns: each different name is asked for once, before anything is sent. */
  private async lookUp(lookups: { draft: Draft; column: GridColumn }[]): Promise<void> {
    const asked = new Map<string, Promise<Choice[] | null>>()
    const answers = await Promise.all(lookups.map(async ({ draft, column }) => {
      const name = `${column.key}\n${draft.text}`
      const answer = asked.get(name) ?? column.lookup!(draft.text.trim()).catch(() => null)
      asked.set(name, answer)
      return { draft, found: await answer }
    }))
    this.model.drafts.put(answers.flatMap(({ draft, found }): Draft[] => {
      if (this.model.drafts.get(draft.row, draft.key) !== draft) return []
      const exact = found?.filter((choice) => choice.label === draft.text.trim())
      if (exact?.length === 1) return [{ ...draft, readable: true, value: exact[0]!.value, refusal: undefined }]
      return [{ ...draft, state: found ? 'refused' : 'failed' }]
    }))
  }

  /** Sends again what could not be sent; what was refused waits for another text. */
  retry(): void {
    const failed = this.model.drafts.all().filter((draft) => draft.state === 'failed')
    const readable = failed.filter((draft) => draft.readable)
    this.model.drafts.put(readable.map((draft) => ({ ...draft, state: 'saving' })))
    this.queue.push(readable, 'type', this.newBatch(), true)
    const names = failed.filter((draft) => !draft.readable)
    this.apply(names.flatMap((draft) => {
      const col = this.model.columnIndex(draft.key)
      return col < 0 ? [] : [{ row: this.model.rowOfDraft(draft), col, text: draft.text }]
    }), 'type')
  }

  /** A new row that waited only for what is given up now can be made. */
  discard(places: DraftPlace[]): void {
    this.model.drafts.remove(places)
    for (const row of new Set(places.map((place) => place.row))) {
      const left = this.model.drafts.ofRow(row)
      if (left.length === 0 || left.some((draft) => draft.state !== 'held')) continue
      this.model.drafts.put(left.map((draft) => ({ ...draft, state: 'saving' })))
      this.queue.push(left, 'type', this.newBatch())
    }
  }

  /** Takes back the latest gesture that left unsaved cells; false when there is none. */
  undoLocal(): boolean {
    for (let places = this.done.pop(); places; places = this.done.pop()) {
      const open = places.map((place) => this.model.drafts.get(place.row, place.key))
        .filter((draft): draft is Draft => draft !== undefined && draft.state !== 'saving')
      if (open.length === 0) continue
      this.undone.push(open)
      this.model.drafts.remove(open)
      return true
    }
    return false
  }

  redoLocal(): boolean {
    const drafts = this.undone.pop()
    if (!drafts) return false
    this.model.drafts.put(drafts)
    this.done.push(drafts)
    return true
  }

  /** Why a cell is marked, for its tooltip and the problem list. */
  reason(draft: Draft): string {
    const texts = this.texts()
    if (draft.state === 'refused') return draft.refusal ?? ''
    return { failed: texts.unsaved, saving: texts.saving, held: texts.held }[draft.state]
  }
}
