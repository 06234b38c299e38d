// Saving a form: what is typed goes with the versions that were seen; where another changed the same place a person decides.
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Sheet } from '#core/form/sheet.ts'
import { AppError } from '#core/lib/error.ts'
import { newKey, post } from '../lib/api.ts'
import { tellLive } from '../lib/live.ts'
import { fieldTexts, useSay } from '../lib/say.ts'
import { useT } from '../lib/texts.ts'
import type { FormSearch } from './address.ts'
import type { Draft, Typed } from './draft.ts'
import { toSend } from './draft.ts'
import { loadSheet } from './queries.ts'
import type { Clash } from './save-parts.ts'
import { atCells, clashesOf, saveBody, whoChanged } from './save-parts.ts'
import type { Saved } from './types.ts'

export interface Conflict { theirs: Sheet; clashes: Clash[]; who: string; at: string }

export interface FormSaving {
  busy: boolean
  conflict: Conflict | undefined
  /** True when everything is stored. */
  save(): Promise<boolean>
  resolve(theirs: ReadonlySet<string>): Promise<void>
  cancel(): void
}

interface Given { id: string; search: FormSearch; stored: Sheet; draft: Draft; saved(answer: Saved): void }

/** Sends, and tells the rest of the page what it changed. */
function useSend({ id, draft, saved }: Given): (sheet: Sheet, typed: ReadonlyMap<string, Typed>) => Promise<true> {
  const { t, lang } = useT()
  const say = useSay()
  const queries = useQueryClient()
  const once = useRef({ key: newKey(), body: '' })
  return async (sheet, typed) => {
    const body = saveBody(sheet, toSend(typed), draft.removed)
    // The same again keeps its key: a save whose answer got lost is not made twice.
    const text = JSON.stringify(body)
    if (once.current.body !== text) once.current = { key: newKey(), body: text }
    const answer = await post<Saved>(`/api/forms/${encodeURIComponent(id)}/save`, body, { once: once.current.key, headers: { 'accept-language': lang } }).catch((error: unknown) => {
      // A refused save was not made: the next try is a new one.
      if (error instanceof AppError && error.code !== 'unavailable') once.current = { key: newKey(), body: '' }
      throw error
    })
    once.current = { key: newKey(), body: '' }
    draft.clear()
    void queries.invalidateQueries({ queryKey: ['undo'] })
    if (sheet.record) tellLive({ type: 'changed', object: sheet.record.object })
    tellLive({ type: 'changed', object: 'filledForm' })
    say.ok(t('record.saved'))
    saved(answer)
    return true
  }
}

/** One save at a time; what the server refuses is said at its cells. */
function useAttempt(draft: Draft): { busy: boolean; attempt(run: () => Promise<boolean>): Promise<boolean> } {
  const { lang } = useT()
  const say = useSay()
  const [busy, setBusy] = useState(false)
  const attempt = async (run: () => Promise<boolean>): Promise<boolean> => {
    if (busy) return false
    setBusy(true)
    try {
      return await run()
    } catch (error) {
      draft.fail(atCells(draft.sheet, fieldTexts(error, lang)))
      say.fail(error)
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, attempt }
}

export function useFormSaving(given: Given): FormSaving {
  const { id, search, stored, draft } = given
  const { t, lang } = useT()
  const say = useSay()
  const send = useSend(given)
  const { busy, attempt } = useAttempt(draft)
  const [conflict, setConflict] = useState<Conflict>()

  /** The form as it stands now: what nobody else touched goes at once, the rest is asked. */
  const meet = async (): Promise<boolean> => {
    const theirs = await loadSheet(id, search, lang)
    const clashes = clashesOf(theirs, draft.typed)
    if (clashes.length === 0) return send(theirs, draft.typed)
    setConflict({ theirs, clashes, ...await whoChanged(theirs) })
    return false
  }

  const trySend = async (): Promise<boolean> => {
    // The page follows what others save: the newest versions alone would write over what was changed under the typing.
    if (clashesOf(stored, draft.typed).length > 0) return meet()
    try {
      return await send(stored, draft.typed)
    } catch (error) {
      if (error instanceof AppError && error.code === 'conflict') return meet()
      throw error
    }
  }

  return {
    busy, conflict,
    async save() {
      if (Object.keys(draft.refused).length > 0) { say.warn(t('record.badInput')); return false }
      return draft.count === 0 && stored.record?.id !== null ? true : attempt(trySend)
    },
    async resolve(theirs) {
      if (!conflict) return
      const mine = new Map([...draft.typed].filter(([key]) => !theirs.has(key)))
      if (await attempt(() => send(conflict.theirs, mine))) setConflict(undefined)
    },
    cancel: () => setConflict(undefined),
  }
}
