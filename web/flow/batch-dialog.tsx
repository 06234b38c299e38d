// Several approvals at once, with care: each listed once more with its amount, each decided by a request of its own with the
// hash of what is shown here, and each answered for by itself.
import { CheckCircleFilled, CloseCircleFilled, LoadingOutlined } from '@ant-design/icons'
import { useQueries } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { errorText } from '../lib/say.ts'
import { useT } from '../lib/texts.ts'
import { Amount } from './amount.tsx'
import { useFacts } from './facts.ts'
import { loadRun, useFlowActs } from './queries.ts'
import type { InboxRow, RunView } from './types.ts'

type Answer = 'sending' | 'done' | { failed: string }

export function BatchDialog({ rows, close }: { rows: InboxRow[]; close(): void }): ReactNode {
  const { t } = useT()
  const runs = useQueries({ queries: rows.map(row => ({ queryKey: ['flow', 'run', row.run], queryFn: () => loadRun(row.run), refetchOnWindowFocus: false })) })
  const { answers, busy, send } = useBatch(rows, runs.map(one => one.data))
  const facts = useFacts(rows)
  const ready = runs.every(one => !one.isPending)
  const over = Object.keys(answers).length > 0 && !busy
  return (
    <Modal open onCancel={busy ? undefined : close} closable={!busy} width={720} title={t('flow.batchTitle', { n: rows.length })} footer={over
      ? <Button type="primary" onClick={close}>{t('word.close')}</Button>
      : <><Button disabled={busy} onClick={close}>{t('word.cancel')}</Button><Button type="primary" loading={busy} disabled={!ready} onClick={() => void send()}>{t('flow.batchYes', { n: rows.length })}</Button></>}>
      <p className="gu-dim gu-decide-hint">{t('flow.batchHint')}</p>
      <ul className="gu-batch">{rows.map(row => (
        <li key={row.id}>
          <span className="gu-grow"><strong className="gu-cut">{row.title}<span className="gu-work-facts">{facts.get(row.record)?.text}</span></strong><span className="gu-dim gu-small gu-cut">{row.flowName} · {row.step} · {row.starter.label}</span></span>
          <Amount object={row.object} id={row.record} />
          <Result answer={answers[row.id ?? '']} />
        </li>))}</ul>
    </Modal>
  )
}

function Result({ answer }: { answer: Answer | undefined }): ReactNode {
  const { t } = useT()
  if (answer === undefined) return null
  if (answer === 'sending') return <span className="gu-batch-result"><LoadingOutlined /></span>
  if (answer === 'done') return <span className="gu-batch-result good"><CheckCircleFilled /> {t('flow.decided.approve')}</span>
  return <span className="gu-batch-result bad"><CloseCircleFilled /> {answer.failed}</span>
}

function useBatch(rows: InboxRow[], runs: (RunView | undefined)[]): { answers: Record<string, Answer>; busy: boolean; send(): Promise<void> } {
  const { t, lang } = useT()
  const acts = useFlowActs()
  const [answers, setAnswers] = useState<Record<string, Answer>>({})
  const [busy, setBusy] = useState(false)
  const told = (id: string, answer: Answer): void => setAnswers(now => ({ ...now, [id]: answer }))
  // One after the other: what a person sees happen he can follow.
  const send = async (): Promise<void> => {
    setBusy(true)
    for (const [at, row] of rows.entries()) {
      const id = row.id!
      told(id, 'sending')
      try {
        await acts.decide({ run: row.run, task: id }, 'approve', { seen: runs[at]?.seen ?? undefined }, true)
        told(id, 'done')
      } catch (error) {
        told(id, { failed: errorText(error, t, lang) })
      }
    }
    setBusy(false)
    acts.again()
  }
  return { answers, busy, send }
}
