// The import in calm steps: file, header, columns, check, run. The address names the import, so a reload loses nothing.
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Steps } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { WebObject } from '../lib/catalog.ts'
import { useObject } from '../lib/catalog.ts'
import { useNarrow } from '../lib/media.ts'
import { useT } from '../lib/texts.ts'
import { Failed, Loading, NotAllowed, NotFound } from '../ui/notice.tsx'
import { CheckStep } from './check-step.tsx'
import { ColumnsStep } from './columns-step.tsx'
import { FileStep } from './file-step.tsx'
import { useJob } from './job.ts'
import { RunStep } from './run-step.tsx'
import { SheetStep } from './sheet-step.tsx'
import type { JobView } from './types.ts'
import './import.css'

const STEPS = ['file', 'sheet', 'columns', 'check', 'run'] as const
export type Step = (typeof STEPS)[number]

export function ImportPage(): ReactNode {
  const { object: name } = useParams({ from: '/shell/import/$object' })
  const object = useObject(name)
  if (!object) return <NotFound />
  return object.can.import ? <Import key={name} object={object} /> : <NotAllowed />
}

/** Where an import stands that somebody comes back to. */
function stepOf(job: JobView): Step {
  if (job.state === 'read') return 'sheet'
  if (job.state === 'mapped' || job.state === 'checking' || job.state === 'checked') return 'check'
  return job.state === 'failed' && job.batch === null ? 'check' : 'run'
}

function Import({ object }: { object: WebObject }): ReactNode {
  const { t, say } = useT()
  const narrow = useNarrow()
  const navigate = useNavigate()
  const { job: id } = useSearch({ from: '/shell/import/$object' })
  const job = useJob(id)
  const [chosen, setChosen] = useState<Step>()
  const step: Step = id === undefined ? 'file' : chosen ?? (job.data ? stepOf(job.data) : 'sheet')
  const open = (next: string | undefined): void => {
    setChosen(undefined)
    void navigate({ to: '/import/$object', params: { object: object.name }, search: { job: next } })
  }
  return (
    <div className="gu-page gu-import">
      <header>
        <h1 className="gu-grow"><Link to="/o/$object" params={{ object: object.name }} search={{}}>{say(object.label)}</Link> · {t('import.title', { object: say(object.label) })}</h1>
        {job.data && id !== undefined && <span className="gu-dim gu-cut">{job.data.name}</span>}
      </header>
      <Steps size="small" current={STEPS.indexOf(step)} responsive={false} titlePlacement={narrow ? 'vertical' : 'horizontal'} items={STEPS.map(one => ({ title: t(`import.step.${one}`) }))} />
      {id !== undefined && job.isPending && <Loading />}
      {id !== undefined && job.error && <Failed error={job.error} again={() => open(undefined)} />}
      {step === 'file' && <FileStep object={object} open={open} />}
      {job.data && id !== undefined && <JobStep object={object} job={job.data} step={step} go={setChosen} open={open} />}
    </div>
  )
}

export interface StepProps { object: WebObject; job: JobView; go(step: Step | undefined): void; open(id: string | undefined): void }

function JobStep({ step, ...props }: StepProps & { step: Step }): ReactNode {
  const [sheet, setSheet] = useState(() => props.job.plan?.sheet ?? Math.max(0, props.job.sheets.findIndex(one => !one.hidden && one.rowCount > 0)))
  if (step === 'sheet') return <SheetStep {...props} sheet={sheet} setSheet={setSheet} />
  if (step === 'columns') return <ColumnsStep key={`${sheet}-${props.job.sheets[sheet]?.headerRow}`} {...props} sheet={sheet} />
  if (step === 'check') return <CheckStep {...props} />
  return step === 'run' ? <RunStep {...props} /> : null
}
