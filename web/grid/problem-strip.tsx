// The cells that were refused or could not be sent, one line each: go there, send again, or give up what was typed.
import { useState } from 'react'
import type { Draft } from './drafts.ts'
import type { GridColumn } from './types.ts'
import type { GridTexts } from './texts.ts'

interface ProblemStripProps {
  problems: Draft[]
  columns: GridColumn[]
  texts: GridTexts
  go(draft: Draft): void
  retry(): void
  discard(problems: Draft[]): void
}

const MOST = 200

export function ProblemStrip({ problems, columns, texts, go, retry, discard }: ProblemStripProps) {
  const [open, setOpen] = useState(false)
  if (problems.length === 0) return null
  const title = (key: string): string => columns.find((column) => column.key === key)?.title ?? key
  return (
    <section className="gx-problems">
      <div className="gx-problems-head">
        <button type="button" className="gx-link" aria-expanded={open} onClick={() => setOpen(!open)} title={texts.showProblems}>
          <span className={`gx-arrow${open ? ' gx-arrow-open' : ''}`} />
          {texts.problems(problems.length)}
        </button>
        {problems.some((draft) => draft.state === 'failed')
          && <button type="button" className="gx-link" onClick={retry}>{texts.retry}</button>}
        <button type="button" className="gx-link" onClick={() => discard(problems)}>{texts.discardAll}</button>
      </div>
      {open && (
        <ul>
          {problems.slice(0, MOST).map((draft) => (
            <li key={`${draft.row} ${draft.key}`}>
              <button type="button" className="gx-link" onClick={() => go(draft)}>
                {texts.problem(title(draft.key), draft.rowIndex + 1, draft.text, draft.refusal ?? texts.unsaved)}
              </button>
              <button type="button" className="gx-link gx-quiet" onClick={() => discard([draft])}>{texts.discard}</button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
