// A step decided from the inbox: the case is asked for first, so that its content is read and its hash sent along.
import { useNavigate } from '@tanstack/react-router'
import { Modal } from 'antd'
import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { useSay } from '../lib/say.ts'
import { useT } from '../lib/texts.ts'
import { Loading } from '../ui/notice.tsx'
import { Amount } from './amount.tsx'
import { DecideDialog } from './decide-dialog.tsx'
import { Gist } from './gist.tsx'
import { useRun } from './queries.ts'
import type { Decision, InboxRow } from './types.ts'

export interface Quick { row: InboxRow; kind: 'yes' | 'back' }

export function QuickDecide({ quick: { row, kind }, close }: { quick: Quick; close(): void }): ReactNode {
  const { t } = useT()
  const say = useSay()
  const navigate = useNavigate()
  const run = useRun(row.run)
  const task = run.data?.tasks.find(one => one.id === row.id)
  const wanted: Decision[] = kind === 'back' ? ['back'] : ['approve', 'done']
  const decision = wanted.find(one => task?.can.includes(one))
  const failed = run.error
  useEffect(() => {
    if (failed) { say.fail(failed); close() }
    else if (run.data && !decision) { close(); void navigate({ to: '/work/run/$id', params: { id: row.run } }) }
  })
  if (!run.data || !decision || !task) return <Modal open footer={null} onCancel={close} title={row.step}><Loading /></Modal>
  return (
    <DecideDialog asked={{ decision, run: run.data, task }} close={close}>
      <div className="gu-quick">
        <div className="gu-row"><strong className="gu-grow gu-cut">{run.data.title ?? t('flow.unseen')}</strong><span className="gu-dim">{run.data.starter.label}</span>{run.data.title !== null && <Amount object={row.object} id={row.record} />}</div>
        {run.data.title !== null && <Gist object={row.object} id={row.record} most={10} />}
      </div>
    </DecideDialog>
  )
}
