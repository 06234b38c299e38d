// What a decision asks for before it is sent: a reason, the step to go back to, a person, before or after.
import { Alert, Form, Input, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { AppError } from '#core/lib/error.ts'
import { fieldTexts } from '../lib/say.ts'
import type { TextKey } from '../lib/texts.ts'
import { useT } from '../lib/texts.ts'
import type { Link } from '../lib/api-types.ts'
import { RecordPick } from '../field/reference-input.tsx'
import { useDecide } from './deciding.ts'
import type { Decision, DecisionBody, RunView, TaskView } from './types.ts'
import { DECISION_WORDS } from './words.ts'

export interface Asked { decision: Decision; run: RunView; task?: TaskView; note?: string }

/** Said with a reason, or not at all. */
const NEEDS_NOTE = new Set<Decision>(['reject', 'back', 'cancel', 'comment'])
const HINTS: Partial<Record<Decision, TextKey>> = {
  reject: 'flow.rejectHint', back: 'flow.backHint', handOver: 'flow.handOverHint', addSigner: 'flow.addSignerHint', withdraw: 'flow.withdrawHint', cancel: 'flow.cancelHint', remind: 'flow.remindHint',
}
const RED = new Set<Decision>(['reject', 'withdraw', 'cancel'])

interface Props { asked: Asked; close(): void; done?(): void; children?: ReactNode }

export function DecideDialog({ asked, close, done, children }: Props): ReactNode {
  const { decision, run, task } = asked
  const { t, lang } = useT()
  const { busy, decide } = useDecide()
  const [note, setNote] = useState(asked.note ?? '')
  const [to, setTo] = useState(task?.backTo.at(-1)?.node)
  const [person, setPerson] = useState<Link>()
  const [where, setWhere] = useState<'before' | 'after'>('before')
  const [wrong, setWrong] = useState<Record<string, string>>({})
  const asksPerson = decision === 'handOver' || decision === 'addSigner'
  const send = async (): Promise<void> => {
    const lacks = { ...(NEEDS_NOTE.has(decision) && !note.trim() ? { note: t('flow.needReason') } : {}), ...(asksPerson && !person ? { person: t('flow.needPerson') } : {}) }
    setWrong(lacks)
    if (Object.keys(lacks).length > 0) return
    const body: DecisionBody = { ...(note.trim() ? { note: note.trim() } : {}), ...(decision === 'back' && to ? { to } : {}), ...(asksPerson && person ? { person: person.id } : {}), ...(decision === 'addSigner' ? { where } : {}) }
    const error = await decide(asked, decision, body)
    if (error instanceof AppError && error.fields) { setWrong(fieldTexts(error, lang)); return }
    close()
    if (!error) done?.()
  }
  return (
    <Modal open onCancel={close} onOk={() => void send()} okText={t(DECISION_WORDS[decision])} okButtonProps={{ danger: RED.has(decision), loading: busy }} title={`${t(DECISION_WORDS[decision])} · ${task?.name ?? run.flow.name}`} width={520} destroyOnHidden>
      <Form layout="vertical" component="div" requiredMark={false}>
        {HINTS[decision] && <p className="gu-dim gu-decide-hint">{t(HINTS[decision])}</p>}
        {children}
        {wrong[''] && <Alert type="error" showIcon title={wrong['']} />}
        {decision === 'back' && <Form.Item label={t('flow.backTo')} validateStatus={wrong.to ? 'error' : undefined} help={wrong.to}>
          <Select aria-label={t('flow.backTo')} value={to} onChange={setTo} options={task?.backTo.map(step => ({ value: step.node, label: step.name }))} /></Form.Item>}
        {asksPerson && <Form.Item label={t('flow.person')} validateStatus={wrong.person ? 'error' : undefined} help={wrong.person}>
          <RecordPick object="user" many={false} links={person ? [person] : []} onPick={links => setPerson(links[0])} placeholder={t('flow.personPlace')} autoFocus /></Form.Item>}
        {decision === 'addSigner' && <Form.Item label={t('flow.where')}><Radio.Group value={where} onChange={event => setWhere(event.target.value as typeof where)} options={[{ value: 'before', label: t('flow.before') }, { value: 'after', label: t('flow.after') }]} /></Form.Item>}
        {decision !== 'remind' && <Form.Item label={t(NEEDS_NOTE.has(decision) ? (decision === 'comment' ? 'flow.comment' : 'flow.reason') : 'flow.note')} validateStatus={wrong.note ? 'error' : undefined} help={wrong.note}>
          <Input.TextArea value={note} onChange={event => setNote(event.target.value)} rows={3} maxLength={2000} placeholder={t('flow.sendKey')} autoFocus={!asksPerson} aria-label={t('flow.note')}
            onKeyDown={event => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send() }} /></Form.Item>}
      </Form>
    </Modal>
  )
}
