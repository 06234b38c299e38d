// Fourth step: the dry run. Every row is judged as the import itself will judge it; nothing is written.
import { Alert, Button, Progress } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useSay } from '../lib/say.ts'
import { useT } from '../lib/texts.ts'
import { CountTiles, Reasons } from './counts.tsx'
import type { StepProps } from './import-page.tsx'
import { useJobActs } from './job.ts'
import { Preview } from './preview.tsx'
import type { Counts } from './types.ts'

export const NO_COUNTS: Counts = { created: 0, updated: 0, skipped: 0, failed: 0, duplicates: 0, reasons: {} }

export const percent = (done: number, total: number): number => (total === 0 ? 100 : Math.min(100, Math.floor((done / total) * 100)))

export function CheckStep({ job, go }: StepProps): ReactNode {
  const { t } = useT()
  const say = useSay()
  const acts = useJobActs(job)
  const [busy, setBusy] = useState(false)
  const counts = job.check ?? NO_COUNTS
  const checking = job.state === 'checking'
  const act = (work: () => Promise<void>, then?: () => void) => async (): Promise<void> => {
    setBusy(true)
    await work().then(then, say.fail)
    setBusy(false)
  }
  const n = counts.created + counts.updated
  const nothing = n === 0 || (job.plan?.badRows === 'stop' && counts.failed > 0)
  return (
    <div className="gu-stack">
      {job.state === 'failed' && job.error && <Alert type="error" showIcon title={job.error.message} />}
      <div className="gu-import-state" role="status">
        <strong>{t(checking ? 'import.checking' : 'import.checked')}</strong>
        {checking && <><Progress percent={percent(job.done, job.total)} size="small" status="active" /><span className="gu-dim">{t('import.progress', { done: job.done, total: job.total })}</span></>}
      </div>
      <CountTiles counts={counts} planned />
      {!checking && <Reasons job={job} counts={counts} />}
      <Preview job={job} counts={counts} planned />
      <footer className="gu-import-foot">
        <Button disabled={busy} onClick={() => void act(checking ? acts.cancel : async () => undefined, () => go('columns'))()}>{t('import.previous')}</Button>
        {checking
          ? <Button disabled={busy} onClick={() => void act(acts.cancel)()}>{t('import.cancel')}</Button>
          : <Button disabled={busy} onClick={() => void act(() => acts.run(true))()}>{t('import.checkAgain')}</Button>}
        {!checking && <Button type="primary" loading={busy} disabled={nothing || job.state !== 'checked'} onClick={() => void act(() => acts.run(false), () => go('run'))()}>{n === 0 ? t('import.startNone') : t('import.start', { n })}</Button>}
      </footer>
    </div>
  )
}
