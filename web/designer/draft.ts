// A form being designed and the steps that led there. Pure.
import type { Form } from '#core/form/form.ts'

export interface Draft {
  form: Form
  past: Form[]
  future: Form[]
  /** What the last step changed: typing on in the same place is one step. */
  mark?: string | undefined
}

/** More steps than anybody takes back. */
const MOST = 200

export const begin = (form: Form): Draft => ({ form, past: [], future: [] })

/** `mark` names the place that is typed in; steps without one stand alone. */
export function change(draft: Draft, form: Form, mark?: string): Draft {
  if (same(form, draft.form)) return draft
  const goesOn = mark !== undefined && mark === draft.mark
  return { form, past: goesOn ? draft.past : [...draft.past, draft.form].slice(-MOST), future: [], mark }
}

export function undo(draft: Draft): Draft {
  const last = draft.past.at(-1)
  return last ? { form: last, past: draft.past.slice(0, -1), future: [draft.form, ...draft.future] } : draft
}

export function redo(draft: Draft): Draft {
  const [next, ...rest] = draft.future
  return next ? { form: next, past: [...draft.past, draft.form], future: rest } : draft
}

/** The form as plain data in an order that does not tell how it was made. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, plain(part)]))
}

export const same = (a: Form, b: Form): boolean => a === b || JSON.stringify(plain(a)) === JSON.stringify(plain(b))
