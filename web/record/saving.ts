// Saving a record: what is typed, checked, sent with its version; a conflict is solved per field, not by losing either side.
import { useState } from 'react'
import { AppError } from '#core/lib/error.ts'
import type { WireRow } from '../lib/api-types.ts'
import type { WebObject } from '../lib/catalog.ts'
import { useCatalog } from '../lib/catalog.ts'
import { fieldTexts, useSay } from '../lib/say.ts'
import { useT } from '../lib/texts.ts'
import type { Form } from './form.ts'
import { missing, same, toSend } from './form.ts'
import { loadRecord, useRecordActs } from './queries.ts'

export interface Conflict { theirs: WireRow; keys: string[] }

export interface Saving {
  busy: boolean
  conflict: Conflict | undefined
  save(): Promise<boolean>
  /** Keeps the other person's values of these fields, one's own of the rest. */
  resolve(theirs: ReadonlySet<string>): Promise<void>
  cancel(): void
}

/** Fields that somebody else changed since they were typed into here, and not to the same. */
const clashes = (theirs: WireRow, { changes, seen }: Form): string[] =>
  Object.keys(changes).filter(key => !same(theirs[key], seen[key]) && !same(theirs[key], changes[key]))

/** Whether all that is typed can be read and nothing required was emptied; what is wrong is said where it is wrong. */
function useReady(object: WebObject, form: Form): () => boolean {
  const { t, lang } = useT()
  const say = useSay()
  return () => {
    if (!form.readable) say.warn(t('record.badInput'))
    const empty = missing(object, form.values).filter(key => key in form.changes)
    if (empty.length > 0) {
      form.fail(Object.fromEntries(empty.map(key => [key, t('word.required', { label: object.fields[key]?.label[lang] ?? key })])))
      say.warn(t('record.required'))
    }
    return form.readable && empty.length === 0
  }
}

/** Runs a save; what the server refuses is said at its fields. */
function useAttempt(form: Form): { busy: boolean; attempt(run: () => Promise<boolean>): Promise<boolean> } {
  const { lang } = useT()
  const say = useSay()
  const [busy, setBusy] = useState(false)
  const attempt = async (run: () => Promise<boolean>): Promise<boolean> => {
    setBusy(true)
    try {
      return await run()
    } catch (error) {
      form.fail(fieldTexts(error, lang))
      say.fail(error)
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, attempt }
}

/** Another's change that the server met first: once more over the record as it stands now. */
async function orNewer(work: () => Promise<boolean>, again: () => Promise<boolean>): Promise<boolean> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof AppError && error.code === 'conflict') return again()
    throw error
  }
}

export function useSaving(object: WebObject, record: WireRow, form: Form): Saving {
  const { t } = useT()
  const say = useSay()
  const catalog = useCatalog()
  const acts = useRecordActs(object.name)
  const isReady = useReady(object, form)
  const { busy, attempt } = useAttempt(form)
  const [conflict, setConflict] = useState<Conflict>()

  const send = async (version: number, changes: Record<string, unknown>, told: string): Promise<true> => {
    if (Object.keys(changes).length > 0) await acts.update(record.id, version, toSend(catalog, object, changes))
    form.clear()
    setConflict(undefined)
    say.ok(told)
    return true
  }

  /** Where both changed the same field a person decides; the rest goes together by itself. */
  const meet = async (theirs: WireRow, told: string): Promise<boolean> => {
    const keys = clashes(theirs, form)
    if (keys.length === 0) return send(theirs.version, form.changes, told)
    setConflict({ theirs, keys })
    return false
  }

  return {
    busy, conflict,
    async save() {
      if (busy || !isReady()) return false
      if (Object.keys(form.changes).length === 0) return true
      // The other's change may have come to this page before the save.
      return attempt(() => orNewer(() => meet(record, t('record.saved')),
        async () => meet(await loadRecord(object.name, record.id), t('record.mergedIn'))))
    },
    async resolve(theirs) {
      if (!conflict) return
      const changes = Object.fromEntries(Object.entries(form.changes).filter(([key]) => !theirs.has(key)))
      const { version } = conflict.theirs
      await attempt(async () => {
        await send(version, changes, t('record.mergedIn'))
        acts.changed()
        return true
      })
    },
    cancel: () => setConflict(undefined),
  }
}
