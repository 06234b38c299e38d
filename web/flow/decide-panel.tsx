// What the reader may do with a step that is his: a word if he likes, and the buttons. On the phone it stays at the bottom.
import { EllipsisOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Alert, Button, Dropdown, Input, Tooltip } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useKey } from '../lib/keys.ts'
import { useNarrow } from '../lib/media.ts'
import { useT } from '../lib/texts.ts'
import type { Asked } from './decide-dialog.tsx'
import { DecideDialog } from './decide-dialog.tsx'
import { useDecide } from './deciding.ts'
import { Due } from './due.tsx'
import { StepForm } from './step-form.tsx'
import type { Decision, RunView, TaskView } from './types.ts'
import { DECISION_WORDS } from './words.ts'

const YES = new Set<Decision>(['approve', 'done'])
const BESIDE = new Set<Decision>(['handOver', 'addSigner'])

export function DecidePanel({ run, task }: { run: RunView; task: TaskView }): ReactNode {
  const { t } = useT()
  const narrow = useNarrow()
  const navigate = useNavigate()
  const { busy, decide } = useDecide()
  const [note, setNote] = useState('')
  const [asked, setAsked] = useState<Asked>()
  // What was looked at stays what is decided on, although the page asks again while one reads.
  const [seen, setSeen] = useState(run.seen)
  const yes = task.can.find(one => YES.has(one))
  const back = (): void => void navigate({ to: '/work', search: {} })
  const open = (decision: Decision): void => setAsked({ decision, run: { ...run, seen }, task, note })
  const agree = async (): Promise<void> => {
    if (!yes || busy) return
    const error = await decide({ run: { id: run.id, seen }, task }, yes, note.trim() ? { note: note.trim() } : {})
    if (!error) { setNote(''); if (yes === 'approve') back() }
  }
  useKey('r', () => open('back'), { off: !task.can.includes('back') })
  const others = (['back', 'reject'] as const).filter(one => task.can.includes(one))
  const menu = task.can.filter(one => BESIDE.has(one)).map(one => ({ key: one, label: t(DECISION_WORDS[one]), onClick: () => open(one) }))
  return (
    <section className="gu-card gu-decide" aria-label={t('flow.yourTurn')}>
      <h2><span className="gu-grow gu-cut">{t('flow.yourTurn')} · {task.name}</span>{task.form && !task.review && <StepForm form={task.form} run={run} />}<Due due={task.dueAt} /></h2>
      {seen !== run.seen && <Alert type="warning" showIcon title={t('flow.changedMeanwhile')} action={<Button size="small" onClick={() => setSeen(run.seen)}>{t('flow.lookedAgain')}</Button>} />}
      {yes && <Input.TextArea value={note} onChange={event => setNote(event.target.value)} autoSize={{ minRows: narrow ? 1 : 2, maxRows: 6 }} maxLength={2000} placeholder={t('flow.notePlace')} aria-label={t('flow.note')} />}
      <div className="gu-row gu-decide-buttons">
        {yes && <Button type="primary" size={narrow ? 'large' : 'middle'} loading={busy} onClick={() => void agree()}>{t(DECISION_WORDS[yes])}</Button>}
        {others.map(one => <Button key={one} size={narrow ? 'large' : 'middle'} danger={one === 'reject'} onClick={() => open(one)}>{t(DECISION_WORDS[one])}</Button>)}
        {menu.length > 0 && <Dropdown menu={{ items: menu }} trigger={['click']}><Tooltip title={t('word.more')}><Button size={narrow ? 'large' : 'middle'} icon={<EllipsisOutlined />} aria-label={t('word.more')} /></Tooltip></Dropdown>}
      </div>
      {asked && <DecideDialog asked={asked} close={() => setAsked(undefined)} done={back} />}
    </section>
  )
}
