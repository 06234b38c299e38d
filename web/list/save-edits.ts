// Cells edited in the grid, sent as records: one call, every refusal back to its cell.
import type { Lang } from '#core/lib/text.ts'
import { AppError } from '#core/lib/error.ts'
import { fieldTexts } from '../lib/say.ts'
import { refusalText } from '../lib/refusal.ts'
import { newKey, post } from '../lib/api.ts'
import type { SaveChange, SaveResult } from '../lib/api-types.ts'
import type { CellEdit, EditKind, EditResult, GridRow } from '../grid/types.ts'
import { rowOf } from './list-query.ts'

interface RowEdits { change: SaveChange; edits: CellEdit[] }

function byRow(edits: CellEdit[]): RowEdits[] {
  const rows = new Map<string, RowEdits>()
  for (const edit of edits) {
    const key = edit.rowId ?? `new ${edit.rowIndex}`
    const row = rows.get(key) ?? { change: { ...(edit.rowId ? { id: edit.rowId, version: edit.version ?? undefined } : {}), values: {} }, edits: [] }
    row.change.values[edit.key] = edit.value
    row.edits.push(edit)
    rows.set(key, row)
  }
  return [...rows.values()]
}

/** Each cell hears its own reason; what is wrong with the record as a whole is said at its first cell. */
function refusals({ edits }: RowEdits, result: Extract<SaveResult, { ok: false }>, lang: Lang): EditResult[] {
  const reasons = Object.fromEntries(Object.entries(result.fields).map(([path, refusal]) => [path, refusal.message ?? refusalText(refusal, lang)]))
  const rowIndex = edits[0]!.rowIndex
  const own = edits.map((edit): EditResult => {
    const reason = reasons[edit.key] ?? Object.entries(reasons).find(([path]) => path.startsWith(`${edit.key}.`))?.[1]
    return reason === undefined ? { rowIndex, key: edit.key, ok: true } : { rowIndex, key: edit.key, ok: false, refusal: reason }
  })
  const others = Object.entries(reasons).filter(([path]) => path !== '' && !edits.some(edit => path === edit.key || path.startsWith(`${edit.key}.`)))
  const whole = reasons[''] ?? result.message
  const nothing = others.length === 0 && own.every(one => one.ok)
  if (whole !== undefined || nothing) own[0] = { rowIndex, key: edits[0]!.key, ok: false, refusal: whole ?? '' }
  // The record was not saved: its good cells wait with the bad ones.
  const reason = own.find(one => !one.ok)
  const held = edits[0]!.rowId === null ? own : own.map(one => (one.ok ? { ...one, ok: false as const, refusal: reason && !reason.ok ? reason.refusal : others[0]?.[1] ?? '' } : one))
  return [...held, ...others.map(([path, refusal]): EditResult => ({ rowIndex, key: path, ok: false, refusal }))]
}

export interface SavedEdits { results: EditResult[]; changed: GridRow[]; created: GridRow[]; conflict: boolean }

export async function saveEdits(object: string, edits: CellEdit[], kind: EditKind, lang: Lang, rowById: (index: number) => GridRow | undefined): Promise<SavedEdits> {
  const rows = byRow(edits)
  const saved: SavedEdits = { results: [], changed: [], created: [], conflict: false }
  let answer: { results: SaveResult[] }
  try {
    answer = await post(`/api/records/${object}/save`, { changes: rows.map(row => row.change), mode: 'good', kind }, { once: newKey() })
  } catch (error) {
    // Offline or broken: the grid keeps the cells and tries again. A refusal of the whole is said at every cell.
    if (!(error instanceof AppError) || error.code === 'unavailable' || error.code === 'internal' || error.code === 'unauthenticated') throw error
    const texts = fieldTexts(error, lang)
    return { ...saved, results: edits.map(edit => ({ rowIndex: edit.rowIndex, key: edit.key, ok: false, refusal: texts[edit.key] ?? refusalText({ key: error.key, params: error.params }, lang) })) }
  }
  rows.forEach((row, i) => {
    const result = answer.results[i]
    if (!result) return
    if (!result.ok) {
      saved.conflict ||= row.change.id !== undefined
      saved.results.push(...refusals(row, result, lang))
      return
    }
    const before = row.change.id ? rowById(row.edits[0]!.rowIndex) : undefined
    const answered = result.row ? rowOf(result.row).values : {}
    const now: GridRow = { id: result.id, version: result.version, values: { ...before?.values, ...row.change.values, ...answered } }
    saved[row.change.id ? 'changed' : 'created'].push(now)
    saved.results.push(...row.edits.map((edit): EditResult => ({ rowIndex: edit.rowIndex, key: edit.key, ok: true, rowId: result.id })))
  })
  return saved
}
