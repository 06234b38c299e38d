// Publishing with a note, and what happens when somebody else published meanwhile.
import { Alert, App, Button, Form, Input, Modal } from 'antd'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { tidied } from '#core/form/edit-items.ts'
import { AppError } from '#core/lib/error.ts'
import { errorText, fieldTexts } from '../lib/say.ts'
import { useT } from '../lib/texts.ts'
import type { Board } from './design.ts'
import type { FormDesign } from './queries.ts'
import { currentVersion, useDesignActs } from './queries.ts'

interface Props { board: Board; design: FormDesign; close(): void }

export function PublishDialog({ board, design, close }: Props): ReactNode {
  const { t, lang, say } = useT()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const acts = useDesignActs()
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const form = tidied(board.form, design.form, design.original)
  const conflict = error instanceof AppError && error.code === 'conflict'
  const see = (): void => { void navigate({ to: '/forms/$id', params: { id: form.id }, search: {} }) }
  const publish = async (over?: number): Promise<void> => {
    setBusy(true)
    try {
      const version = await acts.publish(form, over ?? board.seen, note)
      board.edit(form)
      void message.success({ content: <span>{t('design.publishedNow', { n: version })} <Button type="link" size="small" onClick={see}>{t('design.see')}</Button></span>, duration: 6 })
      close()
    } catch (failed) {
      // What was published meanwhile is what one may then publish over.
      await acts.lookAgain()
      setError(failed)
      setBusy(false)
    }
  }
  const faults = board.problems.length
  return (
    <Modal open title={t('design.publishTitle', { title: say(board.form.title) })} onCancel={close} okText={t('design.publish')} cancelText={t('word.cancel')} confirmLoading={busy} okButtonProps={{ disabled: faults > 0 || conflict }} onOk={() => void publish()} destroyOnHidden>
      <p className="gu-dim">{t('design.publishHint')}</p>
      {faults > 0 && <Alert type="error" showIcon title={t('design.faulty', { n: faults })} />}
      {conflict && <Alert type="warning" showIcon title={t('design.conflict')} description={t('design.conflictHint')} action={<Button size="small" onClick={() => void publish(currentVersion(design))}>{t('design.overwrite')}</Button>} />}
      {error !== undefined && !conflict && <Alert type="error" showIcon className="gu-design-refused" title={[errorText(error, t, lang), ...Object.values(fieldTexts(error, lang))].join('\n')} />}
      <Form layout="vertical" onFinish={() => { if (faults === 0) void publish() }}>
        <Form.Item label={t('design.note')} htmlFor="design-note"><Input.TextArea id="design-note" autoFocus autoSize={{ minRows: 2, maxRows: 5 }} maxLength={300} value={note} placeholder={t('design.notePlaceholder')} onChange={event => setNote(event.target.value)} /></Form.Item>
      </Form>
    </Modal>
  )
}
