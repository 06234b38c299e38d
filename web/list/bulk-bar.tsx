// What may be done with the checked records: change a field of all, merge, delete. All of it can be undone.
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Modal, Select } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { kindOf } from '#core/field/kinds.ts'
import { newKey, post } from '../lib/api.ts'
import { liveFields } from '../lib/catalog.ts'
import { tellLive } from '../lib/live.ts'
import { usePower } from '../lib/session.ts'
import { useSay } from '../lib/say.ts'
import { useT } from '../lib/texts.ts'
import { FieldInput } from '../field/field-view.tsx'
import { BulkForms } from '../form/bulk-forms.tsx'
import type { ListState } from './state.ts'

export function BulkBar({ list, ids, clear }: { list: ListState; ids: string[]; clear(): void }): ReactNode {
  const { t } = useT()
  const say = useSay()
  const navigate = useNavigate()
  const { modal } = App.useApp()
  const mayBulk = usePower('bulk')
  const mayMerge = usePower('merge')
  const [editing, setEditing] = useState(false)
  const { object } = list
  const done = (): void => { tellLive({ type: 'changed', object: object.name }); clear() }
  const remove = (): void => void modal.confirm({
    title: t('bulk.deleteAsk', { n: ids.length }), content: t('record.deleteHint'), okText: t('record.delete'), okButtonProps: { danger: true },
    onOk: () => post(`/api/records/${object.name}/bulk`, { ids, delete: true, expect: ids.length }, { once: newKey() }).then(() => { say.ok(t('bulk.deleted', { n: ids.length })); done() }).catch(say.fail),
  })
  return (
    <div className="gu-bulk" role="region" aria-label={t('bulk.label')}>
      <strong>{t('bulk.selected', { n: ids.length })}</strong>
      {mayBulk && object.can.update && <Button size="small" onClick={() => setEditing(true)}>{t('bulk.edit')}</Button>}
      {mayMerge && object.can.update && ids.length > 1 && ids.length <= 6 && <Button size="small" onClick={() => void navigate({ to: '/o/$object/merge', params: { object: object.name }, search: { ids: ids.join(',') } })}>{t('bulk.merge')}</Button>}
      <BulkForms object={object} ids={ids} />
      {(mayBulk || ids.length === 1) && object.can.delete && <Button size="small" danger onClick={remove}>{t('word.delete')}</Button>}
      <span className="gu-grow" />
      <Button size="small" type="text" onClick={clear}>{t('bulk.clear')}</Button>
      {editing && <BulkEdit list={list} ids={ids} close={() => setEditing(false)} done={done} />}
    </div>
  )
}

function BulkEdit({ list, ids, close, done }: { list: ListState; ids: string[]; close(): void; done(): void }): ReactNode {
  const { t, say: words } = useT()
  const say = useSay()
  const fields = liveFields(list.object).filter(field => field.right === 'write' && !field.readOnly && kindOf(field).typed && !['lines', 'serial', 'attachment', 'json'].includes(field.kind))
  const [key, setKey] = useState<string>()
  const [value, setValue] = useState<unknown>(null)
  const [bad, setBad] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const field = fields.find(one => one.key === key)
  const send = async (): Promise<void> => {
    if (!key || bad) return
    setBusy(true)
    try {
      await post(`/api/records/${list.object.name}/bulk`, { ids, set: { [key]: value }, expect: ids.length }, { once: newKey() })
      say.ok(t('bulk.changed', { n: ids.length }))
      done()
      close()
    } catch (error) {
      say.fail(error)
    }
    setBusy(false)
  }
  return (
    <Modal open title={t('bulk.editTitle', { n: ids.length })} onCancel={close} onOk={() => void send()} okButtonProps={{ disabled: !key || bad !== null }} okText={t('bulk.apply')} confirmLoading={busy} width={520}>
      <div className="gu-stack">
        <Select value={key} showSearch={{ optionFilterProp: 'label' }} placeholder={t('bulk.chooseField')} options={fields.map(one => ({ value: one.key, label: words(one.label) }))} onChange={next => { setKey(next); setValue(null); setBad(null) }} />
        {field && <FieldInput key={field.key} field={field} value={value} id="bulk-value" error={bad ?? undefined} onChange={setValue} onRefuse={setBad} />}
        {bad && <div className="gu-field-error">{bad}</div>}
        {field && <div className="gu-faint gu-small">{t('bulk.emptyHint')}</div>}
      </div>
    </Modal>
  )
}
