// Saving a form: what is typed goes with the versions that were seen; where another changed the same place a person decides.
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { cellAtError } from '#core/form/changes.ts'
import type { CellChange, FormSave, Sheet } from '#core/form/sheet.ts'
import { AppError } from '#core/lib/error.ts'
import { api, newKey, post } from '../lib/api.ts'
import type { HistoryRow } from '../lib/api-types.ts'
import { tellLive } from '../lib/live.ts'
import { fieldTexts, useSay } from '../lib/say.ts'
import { useT } from '../lib/texts.ts'
import { same } from '../record/form.ts'
import type { FormSearch } from './address.ts'
import { bindKey, cellsByKey, newNumber } from './bind.ts'
import type { Draft, Typed } from './draft.ts'
import { toSend } from './draft.ts'
import { loadSheet } from './queries.ts'
import type { Saved } from './types.ts'

export interface Clash { key: string; typed: Typed; theirs: unknown }
export interface Conflict { theirs: Sheet; clashes: Clash[]; who: string; at: string }

export interface FormSaving {
  busy: boolean
  conflict: Conflict | undefined
  /** True when everything is stored. */
  save(): Promise<boolean>
  resolve(theirs: ReadonlySet<string>): Promise<void>
  cancel(): void
}

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
async function whoChanged(sheet: Sheet): Promise<{ who: string; at: string }> {
  const own = { who: sheet.filled?.by ?? '', at: sheet.filled?.at ?? '' }
  if (!sheet.record?.id) return own
  const { entries } = await api<{ entries: HistoryRow[] }>(`/api/records/${sheet.record.object}/${sheet.record.id}/history`).catch(() => ({ entries: [] }))
  return entries[0] ? { who: entries[0].actor?.label ?? '', at: entries[0].at } : own
}

/** What is wrong with a row as a whole is said at its first place. */
const atCells = (sheet: Sheet, texts: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => {
    const bind = cellAtError(sheet, key)?.bind
    return [bind ? bindKey(bind) : key, text]
  }))

interface Given { id: string; search: FormSearch; stored: Sheet; draft: Draft; saved(answer: Saved): void }

export function useFormSaving({ id, search, stored, draft, saved }: Given): FormSaving {
  const { t, lang } = useT()
  const say = useSay()
  const queries = useQueryClient()
  const once = useRef({ key: newKey(), body: '' })
  const [busy, setBusy] = useState(false)
  const [conflict, setConflict] = useState<Conflict>()

  const send = async (sheet: Sheet, typed: ReadonlyMap<string, Typed>): Promise<true> => {
    const body = saveBody(sheet, toSend(typed), draft.removed)
    // The same again keeps its key: a save whose answer got lost is not made twice.
    const text = JSON.stringify(body)
    if (once.current.body !== text) once.current = { key: newKey(), body: text }
    const answer = await post<Saved>(`/api/forms/${encodeURIComponent(id)}/save`, body, { once: once.current.key, headers: { 'accept-language': lang } })
    once.current = { key: newKey(), body: '' }
    draft.clear()
    setConflict(undefined)
    void queries.invalidateQueries({ queryKey: ['undo'] })
    if (sheet.record) tellLive({ type: 'changed', object: sheet.record.object })
    tellLive({ type: 'changed', object: 'filledForm' })
    say.ok(t('record.saved'))
    saved(answer)
    return true
  }

  /** The form as it stands now: what nobody else touched goes at once, the rest is asked. */
  const meet = async (): Promise<boolean> => {
    const theirs = await loadSheet(id, search, lang)
    const clashes = clashesOf(theirs, draft.typed)
    if (clashes.length === 0) return send(theirs, draft.typed)
    setConflict({ theirs, clashes, ...await whoChanged(theirs) })
    return false
  }

  const attempt = async (run: () => Promise<boolean>): Promise<boolean> => {
    if (busy) return false
    setBusy(true)
    try {
      return await run()
    } catch (error) {
      // A refused save was not made: the next try is a new one.
      if (error instanceof AppError && error.code !== 'unavailable') once.current = { key: newKey(), body: '' }
      draft.fail(atCells(draft.sheet, fieldTexts(error, lang)))
      say.fail(error)
      return false
    } finally {
      setBusy(false)
    }
  }

  return {
    busy, conflict,
    async save() {
      if (Object.keys(draft.refused).length > 0) { say.warn(t('record.badInput')); return false }
      if (draft.count === 0 && stored.record?.id !== null) return true
      return attempt(async () => {
        try {
          return await send(stored, draft.typed)
        } catch (error) {
          if (error instanceof AppError && error.code === 'conflict') return meet()
          throw error
        }
      })
    },
    async resolve(theirs) {
      if (!conflict) return
      await attempt(() => send(conflict.theirs, new Map([...draft.typed].filter(([key]) => !theirs.has(key)))))
    },
    cancel: () => setConflict(undefined),
  }
}
