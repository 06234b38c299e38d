// Cells edited in the grid, sent as records: one call, every refusal back to its cell.
import type { Lang } from '#core/lib/text.ts'
import { AppError } from '#core/lib/error.ts'
import { fieldTexts } from '../lib/say.ts'
import { refusalText } from '../lib/refusal.ts'
import { newKey, post } from '../lib/api.ts'
import type { SaveChange, SaveResult, WireRow } from '../lib/api-types.ts'
import type { CellEdit, EditKind, EditResult, GridRow } from '../grid/types.ts'
import type { ListQuery } from './list-query.ts'
import { askPage, rowOf } from './list-query.ts'

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

/** The records as they are now: with what was computed, filled in and rolled up by the save. */
async function reload(query: ListQuery, ids: string[]): Promise<Map<string, GridRow>> {
  if (ids.length === 0) return new Map()
  const page = await askPage({ object: query.object, columns: query.columns, sort: [], filter: { field: 'id', op: 'in', value: ids } }, { size: Math.min(500, ids.length), total: 'none' })
  return new Map((page.rows as WireRow[]).map(row => [row.id, rowOf(row)]))
}

export async function saveEdits(query: ListQuery, edits: CellEdit[], kind: EditKind, lang: Lang): Promise<SavedEdits> {
  const rows = byRow(edits)
  const saved: SavedEdits = { results: [], changed: [], created: [], conflict: false }
  let answer: { results: SaveResult[] }
  try {
    answer = await post(`/api/records/${query.object}/save`, { changes: rows.map(row => row.change), mode: 'good', kind }, { once: newKey() })
  } catch (error) {
    // Offline or broken: the grid keeps the cells and tries again. A refusal of the whole is said at every cell.
    if (!(error instanceof AppError) || error.code === 'unavailable' || error.code === 'internal' || error.code === 'unauthenticated') throw error
    const texts = fieldTexts(error, lang)
    return { ...saved, results: edits.map(edit => ({ rowIndex: edit.rowIndex, key: edit.key, ok: false, refusal: texts[edit.key] ?? refusalText({ key: error.key, params: error.params }, lang) })) }
  }
  const now = await reload(query, answer.results.flatMap(result => (result.ok ? [result.id] : []))).catch(() => new Map<string, GridRow>())
  rows.forEach((row, i) => {
    const result = answer.results[i]
    if (!result) return
    if (!result.ok) {
      saved.conflict ||= row.change.id !== undefined
      saved.results.push(...refusals(row, result, lang))
      return
    }
    saved[row.change.id ? 'changed' : 'created'].push(now.get(result.id) ?? { id: result.id, version: result.version, values: row.change.values })
    saved.results.push(...row.edits.map((edit): EditResult => ({ rowIndex: edit.rowIndex, key: edit.key, ok: true, rowId: result.id })))
  })
  return saved
}
