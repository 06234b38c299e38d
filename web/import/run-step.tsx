// Last step: progress while it runs, then what came of it, the rows that failed, and the way back.
import { DownloadOutlined, UndoOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Alert, App, Button, Progress, Result } from 'antd'
import type { ReactNode } from 'react'
import { AppError } from '#core/lib/error.ts'
import { errorText, useSay } from '../lib/say.ts'
import { useT } from '../lib/texts.ts'
import { NO_COUNTS, percent } from './check-step.tsx'
import { CountTiles, Reasons } from './counts.tsx'
import type { StepProps } from './import-page.tsx'
import { useJobActs } from './job.ts'
import { Preview } from './preview.tsx'

export function RunStep(props: StepProps): ReactNode {
  const { t } = useT()
  const say = useSay()
  const { job } = props
  const acts = useJobActs(job)
  const counts = job.counts ?? NO_COUNTS
  if (job.state !== 'running') return <Ended {...props} />
  return (
    <div className="gu-stack">
      <div className="gu-import-state" role="status">
        <strong>{t('import.running')}</strong><Progress percent={percent(job.done, job.total)} status="active" /><span className="gu-dim">{t('import.progress', { done: job.done, total: job.total })}</span>
      </div>
      <CountTiles counts={counts} planned={false} />
      <footer className="gu-import-foot"><Button onClick={() => void acts.cancel().catch(say.fail)}>{t('import.cancel')}</Button></footer>
    </div>
  )
}

function Ended({ object, job, open }: StepProps): ReactNode {
  const { t, say } = useT()
  const feedback = useSay()
  const acts = useJobActs(job)
  const undo = useUndoImport(job)
  const counts = job.counts ?? NO_COUNTS
  const wrote = counts.created + counts.updated > 0
  const title = job.undone ? t('import.undone') : job.state === 'done' ? t('import.done') : t('import.failedTitle')
  return (
    <div className="gu-stack">
      <Result className="gu-import-result" status={job.undone ? 'info' : job.state === 'done' ? 'success' : 'warning'} title={title} subTitle={job.name} />
      {job.state === 'failed' && job.error && <Alert type="error" showIcon title={job.error.message} />}
      {job.state === 'cancelled' && !job.undone && <Alert type="info" showIcon title={t('import.cancelled')} />}
      <CountTiles counts={counts} planned={false} />
      <Reasons job={job} counts={counts} />
      <div className="gu-row wrap">
        {wrote && !job.undone && <Link to="/o/$object" params={{ object: object.name }} search={{}}><Button type="primary">{t('import.toRecords', { object: say(object.label) })}</Button></Link>}
        {counts.failed > 0 && <Button icon={<DownloadOutlined />} href={`/api/imports/${job.id}/problems.xlsx`}>{t('import.problemsFile', { n: counts.failed })}</Button>}
        {job.state !== 'done' && !job.undone && <Button onClick={() => void acts.run(false).catch(feedback.fail)}>{t('import.goOn')}</Button>}
        <Button onClick={() => open(undefined)}>{t('import.again')}</Button>
        {wrote && !job.undone && <Button danger icon={<UndoOutlined />} onClick={undo}>{t('import.undo')}</Button>}
      </div>
      {counts.failed > 0 && <p className="gu-dim gu-import-hint">{t('import.problemsHint')}</p>}
      {counts.failed + counts.skipped > 0 && <Preview job={job} counts={counts} planned={false} />}
    </div>
  )
}

/** Asks first; where others changed something since, the rest can still be taken back. */
function useUndoImport(job: StepProps['job']): () => void {
  const { t, lang } = useT()
  const say = useSay()
  const { modal } = App.useApp()
  const acts = useJobActs(job)
  const run = async (partly: boolean): Promise<void> => {
    try {
      await acts.undo(partly)
      say.ok(t('import.undoDone'))
    } catch (error) {
      if (!(error instanceof AppError) || error.key !== 'undo.conflict') return say.fail(error)
      modal.confirm({ title: errorText(error, t, lang), okText: t('import.undoPartly'), onOk: () => run(true) })
    }
  }
  const { created = 0, updated = 0 } = job.counts ?? {}
  return () => void modal.confirm({ title: t('import.undoAsk'), content: t('import.undoHint', { created, updated }), okText: t('import.undo'), okButtonProps: { danger: true }, onOk: () => run(false) })
}
