// Head of a record: what it is, its code, what may be done with it.
import { CopyOutlined, DeleteOutlined, EditOutlined, ExportOutlined, MoreOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Dropdown } from 'antd'
import type { ReactNode } from 'react'
import type { WireRow } from '../lib/api-types.ts'
import type { WebObject } from '../lib/catalog.ts'
import { useSay } from '../lib/say.ts'
import { useT } from '../lib/texts.ts'
import { ObjectIcon } from '../ui/icons.tsx'
import { formatAt } from '../field/path.ts'
import { StartFlow } from '../flow/record-flows.tsx'
import { RecordForms } from '../form/record-forms.tsx'
import { useRecordActs } from './queries.ts'

interface Props { object: WebObject; record: WireRow; canEdit: boolean; editing: boolean; page?: boolean; edit(): void; tools?: ReactNode; close(): void }

export function useTitle(object: WebObject, record: Record<string, unknown>): string {
  const { lang, say } = useT()
  const field = object.fields[object.title]
  return (field && formatAt({ field, part: '' }, record[object.title], lang)) || say(object.label)
}

export function RecordHead({ object, record, canEdit, editing, page, edit, tools, close }: Props): ReactNode {
  const { t, say } = useT()
  const title = useTitle(object, record)
  const navigate = useNavigate()
  const { modal } = App.useApp()
  const feedback = useSay()
  const acts = useRecordActs(object.name)
  const canDelete = record._can?.delete ?? object.can.delete
  const code = object.code && object.code !== object.title ? String(record[object.code] ?? '') : ''
  const address = `${window.location.origin}/o/${object.name}/${record.id}`
  const remove = (): void => void modal.confirm({
    title: t('record.deleteAsk', { title }), content: t('record.deleteHint'), okText: t('record.delete'), okButtonProps: { danger: true },
    onOk: () => acts.remove(record.id).then(() => { feedback.ok(t('record.deleted')); close() }).catch(feedback.fail),
  })
  const items = [
    ...(page ? [] : [{ key: 'page', icon: <ExportOutlined />, label: t('record.openPage'), onClick: () => void navigate({ to: '/o/$object/$id', params: { object: object.name, id: record.id } }) }]),
    { key: 'copy', icon: <CopyOutlined />, label: t('record.copyLink'), onClick: () => void navigator.clipboard.writeText(address).then(() => feedback.ok(t('word.copied'))) },
    ...(canDelete ? [{ type: 'divider' as const }, { key: 'delete', icon: <DeleteOutlined />, danger: true, label: t('record.delete'), onClick: remove }] : []),
  ]
  return (
    <header className="gu-record-head">
      <span className="gu-record-icon" aria-hidden><ObjectIcon name={object.icon} /></span>
      <div className="gu-grow"><h1 className="gu-cut" title={title}>{title}</h1><div className="gu-faint gu-small gu-cut">{[say(object.label), code].filter(Boolean).join(' · ')}{!canEdit && ` · ${t('record.readOnly')}`}</div></div>
      {canEdit && !editing && <Button icon={<EditOutlined />} onClick={edit}>{t('record.editAll')}</Button>}
      <StartFlow object={object.name} id={record.id} />
      <RecordForms object={object} id={record.id} />
      <Dropdown menu={{ items }} trigger={['click']}><Button icon={<MoreOutlined />} aria-label={t('word.more')} /></Dropdown>
      {tools}
    </header>
  )
}
