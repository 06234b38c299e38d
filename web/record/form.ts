// What is being typed into a record: changes over the saved values, kept over a reload, and what is wrong with them.
import { useEffect, useMemo, useRef, useState } from 'react'
import { isKind } from '#core/field/kinds.ts'
import { dropKept, readKept, writeKept } from '../lib/kept.ts'
import type { WebCatalog, WebObject } from '../lib/catalog.ts'
import { liveFields } from '../lib/catalog.ts'
import { computeOwn, isVisible } from '../field/rules.ts'
import { isBlank } from '../field/kind.ts'
import { linesToSend } from '../field/lines-input.tsx'

type Values = Record<string, unknown>

export const same = (a: unknown, b: unknown): boolean => (isBlank(a) && isBlank(b)) || JSON.stringify(a) === JSON.stringify(b)

export interface Form {
  values: Values
  changes: Values
  /** What stood in a field when its typing began. */
  seen: Values
  dirty: boolean
  errors: Record<string, string>
  restored: boolean
  set(key: string, value: unknown): void
  /** Somebody begins in this field; what others do to it from now on is not what the typing was about. */
  look(key: string): void
  refuse(key: string, reason: string | null): void
  fail(errors: Record<string, string>): void
  clear(): void
  /** True when nothing typed is unreadable. */
  readable: boolean
}

const without = (values: Record<string, string>, key: string): Record<string, string> => Object.fromEntries(Object.entries(values).filter(([other]) => other !== key))

interface Typed { changes: Values; seen: Values }

const NOTHING: Typed = { changes: {}, seen: {} }

/** Writes what is typed into the browser's store a moment after the last key. */
function useKept(key: string, typed: Typed, take: (typed: Typed) => void): boolean {
  const [restored, setRestored] = useState(false)
  const ready = useRef(false)
  useEffect(() => {
    let here = true
    ready.current = false
    void readKept<Typed>(key).then(kept => {
      if (!here) return
      ready.current = true
      if (kept?.changes && Object.keys(kept.changes).length > 0) { take(kept); setRestored(true) }
    })
    return () => { here = false }
  }, [key, take])
  useEffect(() => {
    if (!ready.current) return
    const timer = setTimeout(() => void (Object.keys(typed.changes).length > 0 ? writeKept(key, typed) : dropKept(key)), 300)
    return () => clearTimeout(timer)
  }, [key, typed])
  return restored
}

export function useForm(object: WebObject, base: Values, draftKey: string): Form {
  const [typed, setTyped] = useState<Typed>(NOTHING)
  const { changes, seen } = typed
  const [refusals, setRefusals] = useState<Record<string, string>>({})
  const [errors, setErrors] = useState<Record<string, string>>({})
  const restored = useKept(draftKey, typed, setTyped)
  const values = useMemo(() => (Object.keys(changes).length === 0 ? base : computeOwn(object, { ...base, ...changes })), [object, base, changes])
  return {
    values, changes, seen, restored,
    dirty: Object.keys(changes).length > 0 || Object.keys(refusals).length > 0,
    errors: { ...errors, ...refusals },
    readable: Object.keys(refusals).length === 0,
    set(key, value) {
      setErrors(now => without(now, key))
      setRefusals(now => without(now, key))
      setTyped(now => {
        const next = { ...now.changes }
        if (same(value, base[key])) delete next[key]
        else next[key] = value
        return { changes: next, seen: { ...now.seen, [key]: key in now.seen ? now.seen[key] : base[key] } }
      })
    },
    look: key => setTyped(now => (key in now.changes ? now : { ...now, seen: { ...now.seen, [key]: base[key] } })),
    refuse: (key, reason) => setRefusals(now => (reason === null ? without(now, key) : { ...now, [key]: reason })),
    fail: setErrors,
    clear() {
      setTyped(NOTHING)
      setErrors({})
      setRefusals({})
      void dropKept(draftKey)
    },
  }
}

/** Values in the shape the server takes. */
export function toSend(catalog: WebCatalog, object: WebObject, changes: Values): Values {
  return Object.fromEntries(Object.entries(changes).map(([key, value]) => {
    const field = object.fields[key]
    return [key, field && isKind(field, 'lines') ? linesToSend(value, catalog.objects.get(field.of), field.by) : value]
  }))
}

/** Required fields that are shown and empty. */
export function missing(object: WebObject, values: Values): string[] {
  return liveFields(object)
    .filter(field => field.required && field.right === 'write' && !field.readOnly && field.kind !== 'serial' && isBlank(values[field.key]) && isVisible(object, field, values))
    .map(field => field.key)
}
