// A record as it is read and edited, in the drawer and on its page: head, fields, related lists, discussion, history.
import { Alert, Button, Popconfirm, Tabs } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { WebField, WireRow } from '../lib/api-types.ts'
import type { WebObject } from '../lib/catalog.ts'
import { useCatalog } from '../lib/catalog.ts'
import { useKey } from '../lib/keys.ts'
import { useSay } from '../lib/say.ts'
import { useT } from '../lib/texts.ts'
import { Failed, Loading } from '../ui/notice.tsx'
import { When } from '../ui/time.tsx'
import { ShowValue } from '../field/field-view.tsx'
import { RunStrip } from '../flow/record-flows.tsx'
import { Comments } from './comments.tsx'
import { ConflictDialog } from './conflict.tsx'
import { useForm } from './form.ts'
import { History } from './history.tsx'
import { useRecord, useRecordActs } from './queries.ts'
import { RecordHead } from './record-head.tsx'
import { Related } from './related.tsx'
import { useSaving } from './saving.ts'
import { Sections } from './sections.tsx'
import { Timeline } from './timeline.tsx'
import './record.css'

export interface RecordViewProps {
  object: WebObject
  id: string
  /** Room for a second column. */
  wide?: boolean
  tools?: ReactNode
  close(): void
}

export function RecordView(props: RecordViewProps): ReactNode {
  const record = useRecord(props.object.name, props.id)
  if (record.isPending) return <Loading />
  if (!record.data) return <Failed error={record.error} again={() => void record.refetch()} />
  return <Loaded key={props.id} {...props} record={record.data} />
}

const NONE: ReadonlySet<string> = new Set()

function Loaded({ object, record, wide, tools, close }: RecordViewProps & { record: WireRow }): ReactNode {
  const { t } = useT()
  const form = useForm(object, record, `record:${object.name}:${record.id}`)
  const saving = useSaving(object, record, form)
  const [editing, setEditing] = useState<ReadonlySet<string> | 'all'>(NONE)
  const [focus, setFocus] = useState<string>()
  const canEdit = record._can?.update ?? object.can.update
  const edit = (key: string): void => {
    setFocus(key)
    setEditing(now => (now === 'all' ? now : new Set([...now, key])))
  }
  const save = async (): Promise<void> => { if (await saving.save()) setEditing(NONE) }
  const discard = (): void => { form.clear(); setEditing(NONE) }
  useKey('e', () => setEditing('all'), { off: !canEdit })
  useKey('mod+s', () => void save(), { whileTyping: true })
  useKey('escape', () => { if (!form.dirty) setEditing(NONE) }, { whileTyping: true, off: editing === NONE })
  const open = editing === 'all' || editing.size > 0 || form.dirty
  const details = (
    <div className="gu-record-body">
      {form.restored && form.dirty && <Alert type="info" showIcon title={t('record.restored')} action={<Button size="small" onClick={discard}>{t('record.discard')}</Button>} />}
      {form.errors[''] && <Alert type="error" showIcon title={form.errors['']} />}
      <Fields object={object} record={record} form={form} editing={form.restored && form.dirty && editing === NONE ? new Set(Object.keys(form.changes)) : editing} canEdit={canEdit} edit={edit} focus={focus} />
      <Stamp object={object} record={record} />
    </div>
  )
  return (
    <div className={`gu-record${wide ? ' wide' : ''}`}>
      <RecordHead object={object} record={record} canEdit={canEdit} editing={editing === 'all'} edit={() => setEditing('all')} tools={tools} close={close} page={wide} />
      <RunStrip object={object.name} id={record.id} />
      <Parts object={object} record={record} wide={wide} details={details} />
      {open && canEdit && (
        <div className="gu-savebar" role="region" aria-label={t('word.save')}>
          <span className="gu-grow gu-dim">{form.dirty ? t('record.unsaved', { n: Object.keys(form.changes).length }) : ''}</span>
          {form.dirty ? <Popconfirm title={t('record.discardAsk')} onConfirm={discard}><Button>{t('record.discard')}</Button></Popconfirm> : <Button onClick={discard}>{t('word.cancel')}</Button>}
          <Button type="primary" loading={saving.busy} disabled={!form.dirty} onClick={() => void save()}>{t('word.save')}</Button>
        </div>
      )}
      {saving.conflict && <ConflictDialog object={object} base={{ ...record, ...form.seen }} mine={form.values} conflict={saving.conflict} busy={saving.busy} resolve={theirs => void saving.resolve(theirs).then(() => setEditing(NONE))} cancel={saving.cancel} />}
    </div>
  )
}

interface FieldsProps { object: WebObject; record: WireRow; form: ReturnType<typeof useForm>; editing: ReadonlySet<string> | 'all'; canEdit: boolean; edit(key: string): void; focus?: string }

function Fields({ object, record, form, editing, canEdit, edit, focus }: FieldsProps): ReactNode {
  const { t } = useT()
  const say = useSay()
  const acts = useRecordActs(object.name)
  const reveal = async (field: WebField): Promise<ReactNode> => {
    try {
      return <ShowValue field={field} value={await acts.reveal(record.id, field.key)} />
    } catch (error) {
      say.fail(error)
      return <span className="gu-faint">{t('record.revealFailed')}</span>
    }
  }
  return <Sections object={object} form={form} editing={editing} canEdit={canEdit} edit={edit} reveal={reveal} autoFocus={focus} />
}

function Stamp({ object, record }: { object: WebObject; record: WireRow }): ReactNode {
  const { t } = useT()
  const name = (value: unknown): string => (typeof value === 'object' && value !== null && 'label' in value ? String(value.label) : t('history.someone'))
  if (!object.fields.createdAt || !record.createdAt) return null
  return (
    <p className="gu-stamp">
      {t('record.createdBy', { name: name(record.createdBy) })} <When at={String(record.createdAt)} />
      {record.updatedAt && record.updatedAt !== record.createdAt ? <> · {t('record.changedBy', { name: name(record.updatedBy) })} <When at={String(record.updatedAt)} /></> : null}
    </p>
  )
}

function Parts({ object, record, wide, details }: { object: WebObject; record: WireRow; wide?: boolean; details: ReactNode }): ReactNode {
  const { t, say } = useT()
  const catalog = useCatalog()
  const related = object.related.filter(one => catalog.objects.get(one.object)?.can.read).map(one => {
    const other = catalog.objects.get(one.object)
    return { key: `${one.object}.${one.by}`, label: one.label ? say(one.label) : other ? say(other.label) : '', children: other && <Related object={other} by={one.by} parent={object} record={record} /> }
  })
  const talk = [
    { key: 'timeline', label: t('record.timeline'), children: <Timeline object={object} id={record.id} /> },
    { key: 'comments', label: t('record.comments'), children: <Comments object={object.name} id={record.id} /> },
    { key: 'history', label: t('record.history'), children: <History object={object} id={record.id} /> },
  ]
  const fields = { key: 'details', label: t('record.details'), children: details }
  if (!wide) return <Tabs className="gu-record-tabs" items={[fields, talk[0]!, ...related, ...talk.slice(1)]} destroyOnHidden={false} />
  return <div className="gu-record-columns"><Tabs className="gu-record-tabs" items={[fields, ...related]} /><aside><Tabs className="gu-record-tabs" items={talk} /></aside></div>
}
