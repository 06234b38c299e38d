// A case: where it stands on its diagram, who has it since when, what it is about, what has happened, and what the reader may do.
import { LeftOutlined } from '@ant-design/icons'
import { Link, useParams } from '@tanstack/react-router'
import { Button, Dropdown, Skeleton, Tag } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { ReactNode } from 'react'
import { useObject } from '../lib/catalog.ts'
import { useNarrow } from '../lib/media.ts'
import { useT } from '../lib/texts.ts'
import { Failed, Loading } from '../ui/notice.tsx'
import { When } from '../ui/time.tsx'
import type { Asked } from './decide-dialog.tsx'
import { DecideDialog } from './decide-dialog.tsx'
import { DecidePanel } from './decide-panel.tsx'
import type { Mark } from './diagram.tsx'
import { Gist } from './gist.tsx'
import { useRun } from './queries.ts'
import { RunComment, RunHistory } from './run-history.tsx'
import { RunNow } from './run-now.tsx'
import { StepForm } from './step-form.tsx'
import type { Decision, RunView } from './types.ts'
import { DECISION_WORDS, namesText, STATE_WORDS } from './words.ts'
import './flow.css'

const Diagram = lazy(() => import('./diagram.tsx').then(module => ({ default: module.Diagram })))

export function RunPage(): ReactNode {
  const { id } = useParams({ from: '/shell/work/run/$id' })
  const run = useRun(id)
  if (run.isPending) return <Loading />
  if (!run.data) return <Failed error={run.error} again={() => void run.refetch()} />
  return <OpenRun key={id} run={run.data} />
}

function OpenRun({ run }: { run: RunView }): ReactNode {
  const { t } = useT()
  const narrow = useNarrow()
  const mine = run.tasks.filter(task => task.state === 'open' && task.can.length > 0)
  const decide = mine.map(task => <DecidePanel key={task.id} run={run} task={task} />)
  const about = run.title !== null && <About run={run} />
  const diagram = <section className="gu-card gu-run-diagram"><Suspense fallback={<Skeleton active style={{ padding: 24 }} />}><Diagram xml={run.xml} marks={useMarks(run)} label={t('flow.diagramOf', { flow: run.flow.name })} /></Suspense></section>
  const talk = <section className="gu-card gu-run-part"><h2>{t('flow.history')}</h2>{run.can.includes('comment') && <RunComment run={run} />}<RunHistory run={run} /></section>
  return (
    <div className={`gu-run${narrow ? ' narrow' : ''}`}>
      <Head run={run} />
      {narrow
        ? <><RunNow run={run} />{about}{diagram}{talk}{decide.length > 0 && <div className="gu-decide-low">{decide}</div>}</>
        : <div className="gu-run-columns"><div className="gu-stack">{diagram}{about}</div><div className="gu-stack">{decide}<RunNow run={run} />{talk}</div></div>}
    </div>
  )
}

function useMarks(run: RunView): Mark[] {
  const { t } = useT()
  const open = run.tasks.filter(task => task.state === 'open')
  return [
    ...run.passed.filter(node => !run.at.includes(node)).map(node => ({ node, kind: 'done' as const })),
    ...run.at.map((node): Mark => {
      const here = open.filter(task => task.node === node)
      return { node, kind: here.some(task => task.late) ? 'late' : 'now', label: namesText([...new Set(here.flatMap(task => task.holders))], t, 2) }
    }),
  ]
}

function Head({ run }: { run: RunView }): ReactNode {
  const { t, say } = useT()
  const object = useObject(run.object)
  const [asked, setAsked] = useState<Asked>()
  const state = STATE_WORDS[run.state]
  const ask = (decision: Decision): void => setAsked({ decision, run })
  const more = (['withdraw', 'cancel'] as const).filter(one => run.can.includes(one)).map(one => ({ key: one, danger: true, label: t(DECISION_WORDS[one]), onClick: () => ask(one) }))
  return (
    <header className="gu-run-head">
      <Link to="/work" search={{}} className="gu-dim gu-run-back"><LeftOutlined aria-hidden /> {t('flow.work')}</Link>
      <div className="gu-row wrap">
        <div className="gu-grow gu-run-title">
          <h1 className="gu-cut">{run.title ?? t('flow.unseen')}</h1>
          <div className="gu-dim gu-small">{run.flow.name} <span className="gu-faint">{t('flow.version', { n: run.flow.version })}</span> · {t('flow.startedBy', { name: run.starter.label })} <When at={run.startedAt} />{run.endedAt && <> · {t('flow.endedAt')} <When at={run.endedAt} /></>}</div>
        </div>
        <Tag color={state.color}>{t(state.text)}</Tag>
        {run.can.includes('remind') && <Button onClick={() => ask('remind')}>{t('flow.remind')}</Button>}
        {run.title !== null && object && <Link to="/o/$object/$id" params={{ object: run.object, id: run.record }}><Button>{t('flow.openRecord', { object: say(object.label) })}</Button></Link>}
        {more.length > 0 && <Dropdown menu={{ items: more }} trigger={['click']}><Button>{t('word.more')}</Button></Dropdown>}
      </div>
      {asked && <DecideDialog asked={asked} close={() => setAsked(undefined)} />}
    </header>
  )
}

function About({ run }: { run: RunView }): ReactNode {
  const { say } = useT()
  const object = useObject(run.object)
  const forms = [...new Set(run.tasks.map(task => task.form).filter(form => form !== null))]
  if (!object) return null
  return (
    <section className="gu-card gu-run-part">
      <h2><span className="gu-grow">{say(object.label)}</span>
        {forms.map(form => <StepForm key={form} form={form} run={run} />)}</h2>
      <Gist object={run.object} id={run.record} />
    </section>
  )
}
