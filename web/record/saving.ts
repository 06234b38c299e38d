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

export function useSaving(object: WebObject, record: WireRow, form: Form): Saving {
  const { t, lang } = useT()
  const say = useSay()
  const catalog = useCatalog()
  const acts = useRecordActs(object.name)
  const [busy, setBusy] = useState(false)
  const [conflict, setConflict] = useState<Conflict>()

  const send = async (version: number, changes: Record<string, unknown>): Promise<void> => {
    if (Object.keys(changes).length > 0) await acts.update(record.id, version, toSend(catalog, object, changes))
    form.clear()
    setConflict(undefined)
  }

  /** Fields that somebody else changed since they were typed into here, and not to the same. */
  const clashes = (theirs: WireRow, changes: Record<string, unknown>): string[] =>
    Object.keys(changes).filter(key => !same(theirs[key], form.seen[key]) && !same(theirs[key], changes[key]))

  /** Where both changed the same field a person decides; the rest goes together by itself. */
  const meet = async (changes: Record<string, unknown>): Promise<boolean> => {
    const theirs = await loadRecord(object.name, record.id)
    const keys = clashes(theirs, changes)
    if (keys.length > 0) {
      setConflict({ theirs, keys })
      return false
    }
    await send(theirs.version, changes)
    say.ok(t('record.mergedIn'))
    return true
  }

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

  const isReady = (): boolean => {
    if (!form.readable) say.warn(t('record.badInput'))
    const empty = missing(object, form.values).filter(key => key in form.changes)
    if (empty.length > 0) {
      form.fail(Object.fromEntries(empty.map(key => [key, t('word.required', { label: object.fields[key]?.label[lang] ?? key })])))
      say.warn(t('record.required'))
    }
    return form.readable && empty.length === 0
  }

  return {
    busy, conflict,
    async save() {
      if (busy || !isReady()) return false
      if (Object.keys(form.changes).length === 0) return true
      // The other's change may have come to this page before the save.
      const keys = clashes(record, form.changes)
      if (keys.length > 0) {
        setConflict({ theirs: record, keys })
        return false
      }
      return attempt(async () => {
        try {
          await send(record.version, form.changes)
          say.ok(t('record.saved'))
          return true
        } catch (error) {
          if (error instanceof AppError && error.code === 'conflict') return meet(form.changes)
          throw error
        }
      })
    },
    async resolve(theirs) {
      if (!conflict) return
      const changes = Object.fromEntries(Object.entries(form.changes).filter(([key]) => !theirs.has(key)))
      const { version } = conflict.theirs
      await attempt(async () => {
        await send(version, changes)
        acts.changed()
        say.ok(t('record.mergedIn'))
        return true
      })
    },
    cancel: () => setConflict(undefined),
  }
}
