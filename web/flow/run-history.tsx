// What has happened to a case, newest first, and a word to those who have to do with it.
import { useState } from 'react'
import type { ReactNode } from 'react'
import { Button, Input } from 'antd'
import { useT } from '../lib/texts.ts'
import { Person } from '../ui/person.tsx'
import { When } from '../ui/time.tsx'
import { useDecide } from './deciding.ts'
import type { RunEvent, RunView } from './types.ts'
import { eventText } from './words.ts'

const KIND_CLASS: Readonly<Record<string, string>> = { approve: 'good', ended: 'good', done: 'good', reject: 'bad', rejected: 'bad', back: 'warn', late: 'warn', escalated: 'warn', nobody: 'bad', sentUp: 'warn' }

export function RunHistory({ run }: { run: RunView }): ReactNode {
  return <ol className="gu-runhistory">{run.events.toReversed().map(event => <li key={event.id} className={KIND_CLASS[event.kind] ?? ''}><Happened event={event} /></li>)}</ol>
}

const names = (value: unknown): string => (Array.isArray(value) ? value.map(String).join('、') : typeof value === 'string' ? value : '')

/** To whom, in whose place, above his authority: what the event says beside its kind. */
function useDetail({ kind, detail }: RunEvent): string[] {
  const { t } = useT()
  if (!detail) return []
  const who = names(detail.to ?? detail.who)
  return [
    ...(who ? [kind === 'addSigner' ? t(detail.where === 'after' ? 'flow.signerAfter' : 'flow.signerBefore', { who }) : t('flow.detail.to', { who })] : []),
    ...(typeof detail.for === 'string' ? [t('flow.detail.for', { who: detail.for })] : []),
    ...(detail.within === false ? [t('flow.detail.beyond')] : []),
  ]
}

function Happened({ event }: { event: RunEvent }): ReactNode {
  const { t } = useT()
  const detail = useDetail(event)
  return (
    <>
      <Person name={event.by} size={24} />
      <div className="gu-grow">
        <div className="gu-row"><span className="gu-grow"><strong>{event.by}</strong> {eventText(event.kind, event.step, t)}</span><span className="gu-faint gu-small"><When at={event.at} /></span></div>
        {detail.length > 0 && <div className="gu-dim gu-small">{detail.join(' · ')}</div>}
        {event.note && <blockquote>{event.note}</blockquote>}
      </div>
    </>
  )
}

export function RunComment({ run }: { run: RunView }): ReactNode {
  const { t } = useT()
  const { busy, decide } = useDecide()
  const [text, setText] = useState('')
  const send = async (): Promise<void> => {
    if (text.trim() && !await decide({ run }, 'comment', { note: text.trim() })) setText('')
  }
  return (
    <div className="gu-runcomment">
      <Input.TextArea value={text} onChange={event => setText(event.target.value)} autoSize={{ minRows: 1, maxRows: 6 }} maxLength={2000} placeholder={t('flow.commentPlace')} aria-label={t('flow.comment')}
        onKeyDown={event => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send() }} />
      <Button loading={busy} disabled={!text.trim()} onClick={() => void send()}>{t('flow.comment')}</Button>
    </div>
  )
}
