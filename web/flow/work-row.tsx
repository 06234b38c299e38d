// One row of an inbox: a line on the desktop, a card on the phone. The whole of it opens the case.
import { Link } from '@tanstack/react-router'
import { Button, Checkbox, Tag } from 'antd'
import type { ReactNode } from 'react'
import { useNarrow } from '../lib/media.ts'
import type { TextKey } from '../lib/texts.ts'
import { useT } from '../lib/texts.ts'
import { Person } from '../ui/person.tsx'
import { When } from '../ui/time.tsx'
import { Sum } from './amount.tsx'
import { Due, Since } from './due.tsx'
import type { Facts } from './facts.ts'
import type { Box, InboxRow } from './types.ts'
import { STATE_WORDS } from './words.ts'

interface Props {
  row: InboxRow
  box: Box
  facts?: Facts
  check?: { on: boolean; able: boolean; toggle(): void }
  decide(kind: 'yes' | 'back'): void
}

const DECIDED: Readonly<Record<string, TextKey>> = { approve: 'flow.decided.approve', done: 'flow.decided.done', reject: 'flow.decided.reject', back: 'flow.decided.back' }

export function WorkRow({ row, box, facts, check, decide }: Props): ReactNode {
  const { t } = useT()
  const narrow = useNarrow()
  const title = row.title ?? t('flow.unseen')
  return (
    <li className={`gu-work-row${row.late ? ' late' : ''}`}>
      {check && <Checkbox checked={check.on} disabled={!check.able} onChange={check.toggle} aria-label={t('flow.choose', { title })} tabIndex={-1} />}
      <Link to="/work/run/$id" params={{ id: row.run }} className="gu-work-open">
        <span className="gu-work-what"><span className="gu-work-title gu-cut">{title}{facts?.text && <span className="gu-work-facts">{facts.text}</span>}</span><span className="gu-dim gu-cut">{row.flowName}{row.step && <> · <b>{row.step}</b></>}</span></span>
        <span className="gu-work-sum">{facts?.amount && <Sum label={facts.amountLabel} amount={facts.amount} />}</span>
        <span className="gu-work-who"><Who row={row} box={box} /></span>
        <span className="gu-work-when"><Times row={row} box={box} /></span>
      </Link>
      {box === 'todo' && !narrow && row.can.includes('approve') && <Button size="small" onClick={() => decide('yes')} tabIndex={-1}>{t('flow.approve')}</Button>}
    </li>
  )
}

/** Who asks, or who has it now. */
function Who({ row, box }: { row: InboxRow; box: Box }): ReactNode {
  if (box === 'todo' || box === 'done') return <><Person name={row.starter.label} size={22} /><span className="gu-cut">{row.starter.label}</span></>
  return <span className="gu-dim gu-cut">{row.lane ?? ''}</span>
}

function Times({ row, box }: { row: InboxRow; box: Box }): ReactNode {
  const { t } = useT()
  const state = STATE_WORDS[row.runState]
  if (box === 'done') {
    const word = row.decision ? DECIDED[row.decision] : undefined
    return <><span>{word ? t(word) : ''} {row.doneAt && <When at={row.doneAt} />}</span><Tag color={state.color}>{t(state.text)}</Tag></>
  }
  const started = <span className="gu-faint">{box === 'mine' ? <>{t('flow.startedAt')} <When at={row.startedAt} /></> : <Since at={row.openedAt ?? row.startedAt} />}</span>
  return <>{started}{row.runState === 'running' ? <Due due={row.dueAt} /> : <Tag color={state.color}>{t(state.text)}</Tag>}</>
}
