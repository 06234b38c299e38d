// Where a case stands: each open step, who has it, since when, and until when.
import type { ReactNode } from 'react'
import { useT } from '../lib/texts.ts'
import { Due, Since } from './due.tsx'
import type { RunView } from './types.ts'
import { namesText, STATE_WORDS } from './words.ts'

export function RunNow({ run }: { run: RunView }): ReactNode {
  const { t } = useT()
  const open = run.tasks.filter(task => task.state === 'open' || task.state === 'held')
  return (
    <section className="gu-card gu-run-part" aria-label={t('flow.now')}>
      <h2>{t('flow.now')}</h2>
      {open.length === 0 && <p className="gu-dim">{t(STATE_WORDS[run.state].text)}</p>}
      <ul className="gu-run-now">{open.map(task => (
        <li key={task.id}>
          <div className="gu-row"><strong className="gu-grow">{task.name}</strong>{task.state === 'held' ? <span className="gu-faint gu-small">{t('flow.held')}</span> : <Due due={task.dueAt} />}</div>
          <div className="gu-dim gu-small">{[task.lane, task.holders.length > 0 ? namesText(task.holders, t) : task.state === 'open' ? t('flow.nobody') : ''].filter(Boolean).join(' · ')} · <Since at={task.openedAt} /></div>
        </li>))}</ul>
    </section>
  )
}
