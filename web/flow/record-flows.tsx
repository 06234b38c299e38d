// Processes on the page of a record or a form: the case under way in one line, and the button that begins one.
import { NodeIndexOutlined } from '@ant-design/icons'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Dropdown, Tag } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useSay } from '../lib/say.ts'
import { useT } from '../lib/texts.ts'
import { useNarrow } from '../lib/media.ts'
import { When } from '../ui/time.tsx'
import { Due, Since } from './due.tsx'
import { useFlowActs, useRecordRuns } from './queries.ts'
import type { RecordRun } from './types.ts'
import { STATE_WORDS } from './words.ts'
import './strip.css'

interface Props { object: string; id: string }

export function RunStrip({ object, id }: Props): ReactNode {
  const runs = useRecordRuns(object, id).data?.runs ?? []
  const shown = runs.filter(run => run.state === 'running').concat(runs.filter(run => run.state !== 'running').slice(0, 1)).slice(0, 3)
  return shown.map(run => <Strip key={run.id} run={run} />)
}

function Strip({ run }: { run: RecordRun }): ReactNode {
  const { t } = useT()
  const state = STATE_WORDS[run.state]
  const due = run.at.map(step => step.dueAt).filter(at => at !== null).toSorted()[0] ?? null
  return (
    <Link to="/work/run/$id" params={{ id: run.id }} className={`gu-strip ${run.state}`}>
      <NodeIndexOutlined aria-hidden /><span className="gu-cut gu-grow">{run.name}{run.at.length > 0 && <> · <b>{run.at.map(step => step.name).join(t('word.and'))}</b></>}</span>
      {run.state === 'running' ? <><span className="gu-faint gu-small">{run.at[0] && <Since at={run.at[0].since} />}</span><Due due={due} /></> : <><Tag color={state.color}>{t(state.text)}</Tag>{run.endedAt && <span className="gu-faint gu-small"><When at={run.endedAt} /></span>}</>}
    </Link>
  )
}

const atOnce = (go: () => void): void => go()

/** `first`: what has to happen before (saving what is typed). */
export function StartFlow({ object, id, first = atOnce }: Props & { first?(go: () => void): void }): ReactNode {
  const { t } = useT()
  const narrow = useNarrow()
  const say = useSay()
  const navigate = useNavigate()
  const acts = useFlowActs()
  const [busy, setBusy] = useState(false)
  const flows = useRecordRuns(object, id).data?.start ?? []
  if (flows.length === 0) return null
  const go = async (flow: { id: string; name: string }): Promise<void> => {
    setBusy(true)
    try {
      const run = await acts.start(flow.id, object, id)
      say.ok(t('flow.started', { flow: flow.name }))
      void navigate({ to: '/work/run/$id', params: { id: run } })
    } catch (error) {
      say.fail(error)
    } finally {
      setBusy(false)
    }
  }
  const items = flows.map(flow => ({ key: flow.id, label: flow.name, onClick: () => first(() => void go(flow)) }))
  return <Dropdown menu={{ items }} trigger={['click']}><Button icon={<NodeIndexOutlined />} loading={busy} aria-label={t('flow.start')}>{narrow ? null : t('flow.start')}</Button></Dropdown>
}
