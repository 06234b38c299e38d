// What a save of a form is made of: the body that is sent, who was quicker where, and what was refused at which cell.
import { cellAtError } from '#core/form/changes.ts'
import type { CellChange, FormSave, Sheet } from '#core/form/sheet.ts'
import { api } from '../lib/api.ts'
import type { HistoryRow } from '../lib/api-types.ts'
import { same } from '../record/form.ts'
import { bindKey, cellsByKey, newNumber } from './bind.ts'
import type { Typed } from './draft.ts'

export interface Clash { key: string; typed: Typed; theirs: unknown }

/** Places that somebody else changed since the typing began there, and not to the same. */
export function clashesOf(theirs: Sheet, typed: ReadonlyMap<string, Typed>): Clash[] {
  const cells = cellsByKey(theirs)
  return [...typed].flatMap(([key, one]) => {
    if (one.bind.on === 'row' && newNumber(one.bind.row) !== undefined) return []
    const now = cells.get(key)?.wire ?? null
    return same(now, one.seen) || same(now, one.value) ? [] : [{ key, typed: one, theirs: now }]
  })
}

const versionsOf = ({ record, filled, rows }: Sheet): FormSave['versions'] => ({
  ...(typeof record?.version === 'number' ? { record: record.version } : {}),
  ...(filled ? { filled: filled.version } : {}),
  rows: Object.fromEntries(rows.flatMap(row => (row.row !== undefined && row.version !== undefined ? [[row.row, row.version]] : []))),
})

/** Rows that are gone already need not be taken away. */
export function saveBody(sheet: Sheet, changes: CellChange[], removed: { block: string; row: string }[] = []): FormSave {
  const rows = new Set(sheet.rows.map(row => row.row))
  return { params: sheet.params, ...(sheet.record ? { record: sheet.record.id } : {}), ...(sheet.filled ? { filled: sheet.filled.id } : {}), changes, removed: removed.filter(place => rows.has(place.row)), versions: versionsOf(sheet) }
}

/** Who was quicker: the record's newest change, or who kept the form last. */
export async function whoChanged(sheet: Sheet): Promise<{ who: string; at: string }> {
  const own = { who: sheet.filled?.by ?? '', at: sheet.filled?.at ?? '' }
  if (!sheet.record?.id) return own
  const { entries } = await api<{ entries: HistoryRow[] }>(`/api/records/${sheet.record.object}/${sheet.record.id}/history`).catch(() => ({ entries: [] }))
  return entries[0] ? { who: entries[0].actor?.label ?? '', at: entries[0].at } : own
}

/** What is wrong with a row as a whole is said at its first place. */
export const atCells = (sheet: Sheet, texts: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => {
    const bind = cellAtError(sheet, key)?.bind
    return [bind ? bindKey(bind) : key, text]
  }))
