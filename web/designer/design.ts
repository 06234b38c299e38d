// A form on the drawing board: its draft, kept in this browser until it is published, and what is looked at.
import { useEffect, useMemo, useState } from 'react'
import type { Form } from '#core/form/form.ts'
import { dropKept, readKept, writeKept } from '../lib/kept.ts'
import { useT } from '../lib/texts.ts'
import type { WebCatalog } from '../lib/catalog.ts'
import type { Said } from './choices.ts'
import type { Draft } from './draft.ts'
import { begin, change, redo, same, undo } from './draft.ts'
import type { Chosen, Problem } from './problems.ts'
import { FORM, problemsOf } from './problems.ts'
import type { FormDesign } from './queries.ts'
import { currentVersion } from './queries.ts'

export interface Design {
  form: Form
  original: Form
  said: Said
  /** `mark` names the place typed in: typing on is one step of undo. */
  edit(form: Form, mark?: string): void
  chosen: Chosen
  choose(chosen: Chosen): void
  problems: Problem[]
  /** English names are typed, too. */
  english: boolean
  setEnglish(english: boolean): void
}

export interface Board extends Design {
  /** Differs from what is published. */
  changed: boolean
  atOriginal: boolean
  /** The version that the changes were made to. */
  seen: number
  canUndo: boolean
  canRedo: boolean
  undo(): void
  redo(): void
  discard(): void
  /** Unpublished changes of an earlier visit were taken up; 'old' when another version was published since. */
  kept?: 'same' | 'old' | undefined
}

export interface Kept { form: Form; seen: number }

const keptKey = (id: string): string => `form-design:${id}`
export const forgetKept = (id: string): Promise<void> => dropKept(keptKey(id))

/** Undefined until what was kept has been read. */
export function useKeptDraft(id: string): { kept?: Kept | undefined } | undefined {
  const [answer, setAnswer] = useState<{ kept?: Kept | undefined }>()
  useEffect(() => { void readKept<Kept>(keptKey(id)).then(kept => setAnswer({ kept })) }, [id])
  return answer
}

export function useBoard(design: FormDesign, catalog: WebCatalog, kept: Kept | undefined): Board {
  const { t, lang } = useT()
  const [takenUp] = useState(() => (kept?.form.id === design.form.id && !same(kept.form, design.form) ? kept : undefined))
  const [draft, setDraft] = useState<Draft>(() => (takenUp ? change(begin(design.form), takenUp.form) : begin(design.form)))
  const seen = useSeen(design, draft, takenUp?.seen, () => setDraft(begin(design.form)))
  const [chosen, choose] = useState<Chosen>(FORM)
  const [english, setEnglish] = useState(lang === 'en')
  const { form } = draft
  const changed = !same(form, design.form)
  useKeeping(form, changed, seen)
  const said = useMemo((): Said => ({ t, lang, catalog }), [t, lang, catalog])
  const problems = useMemo(() => problemsOf(form, said), [form, said])
  return {
    form, original: design.original, said, problems, english, setEnglish, changed, seen,
    kept: takenUp && (takenUp.seen === currentVersion(design) ? 'same' : 'old'),
    atOriginal: same(form, design.original), canUndo: draft.past.length > 0, canRedo: draft.future.length > 0,
    chosen: within(form, chosen), choose,
    edit: (next, mark) => setDraft(now => change(now, next, mark)),
    undo: () => setDraft(undo),
    redo: () => setDraft(redo),
    discard: () => setDraft(now => change(now, design.form)),
  }
}

/** Undoing may take away what was looked at. */
const within = (form: Form, chosen: Chosen): Chosen => (chosen.block !== undefined && chosen.block >= form.blocks.length ? FORM : chosen)

/** A newer version is taken up at once where nothing was changed; changes stay those of the version they were made to. */
function useSeen(design: FormDesign, draft: Draft, first: number | undefined, follow: () => void): number {
  const current = currentVersion(design)
  const [base, setBase] = useState({ form: design.form, version: current })
  const [seen, setSeen] = useState(first ?? current)
  if (base.version !== current || base.form !== design.form) {
    setBase({ form: design.form, version: current })
    const untouched = same(draft.form, base.form)
    if (untouched && !same(draft.form, design.form)) follow()
    if (untouched || same(draft.form, design.form)) setSeen(current)
  }
  return seen
}

function useKeeping(form: Form, changed: boolean, seen: number): void {
  useEffect(() => {
    const timer = setTimeout(() => void (changed ? writeKept(keptKey(form.id), { form, seen } satisfies Kept) : forgetKept(form.id)), 300)
    return () => clearTimeout(timer)
  }, [form, changed, seen])
}
