// An object made: its name, its picture and its first fields; and the same looks changed later.
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Alert, Button, Form, Input, Modal, Select, Switch } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { kinds } from '#core/field/kinds.ts'
import type { ObjectDef } from '#core/object/object.ts'
import type { Text } from '#core/lib/text.ts'
import { newKey } from '../lib/api.ts'
import { useSay } from '../lib/say.ts'
import { useT } from '../lib/texts.ts'
import { ICONS, ObjectIcon } from '../ui/icons.tsx'
import { catalogTexts, useCatalogActs } from './catalog-acts.ts'
import { definitionOf, newDraft } from './field-draft.ts'
import { Bilingual } from './field-drawer.tsx'
import type { OfferedKind } from './kind-cards.tsx'

/** Kinds that need no further question: the rest is added on the page of the object. */
const PLAIN: OfferedKind[] = ['text', 'longText', 'number', 'integer', 'money', 'percent', 'date', 'datetime', 'yesNo', 'tags', 'phone', 'email', 'address', 'url', 'user', 'department', 'attachment']

interface First { id: string; name: string; kind: OfferedKind }

const first = (name: string): First => ({ id: newKey(), name, kind: 'text' })

export function AddObject({ close }: { close(): void }): ReactNode {
  const { t, lang } = useT()
  const say = useSay()
  const navigate = useNavigate()
  const acts = useCatalogActs()
  const [label, setLabel] = useState<Text>({ zh: '', en: '' })
  const [icon, setIcon] = useState('Appstore')
  const [owned, setOwned] = useState(true)
  const [fields, setFields] = useState<First[]>(() => [first(t('object.firstField')), first('')])
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [busy, setBusy] = useState(false)
  const make = async (): Promise<void> => {
    const named = fields.filter(field => field.name.trim() !== '')
    if (label.zh.trim() === '' && label.en.trim() === '') { setErrors({ label: t('lack.label') }); return }
    if (named.length === 0) { setErrors({ fields: t('object.needField') }); return }
    setBusy(true)
    try {
      const definitions = named.map((field, at) => ({ definition: definitionOf({ ...newDraft(field.kind), label: { zh: field.name.trim(), en: '' }, ...(at === 0 ? { required: true, search: true } : {}) }) }))
      const made = await acts.addObject({ label: { zh: label.zh.trim(), en: label.en.trim() }, icon, ...(owned ? { owned: true } : {}) }, definitions)
      say.ok(t('object.added', { name: label.zh || label.en }))
      close()
      void navigate({ to: '/admin/$page', params: { page: 'objects' }, search: { id: made.name } })
    } catch (error) {
      setErrors(catalogTexts(error, { t, lang }))
      setBusy(false)
    }
  }
  return (
    <Modal open title={t('object.add')} onCancel={close} okText={t('object.make')} onOk={() => void make()} confirmLoading={busy} mask={{ closable: false }}>
      <Form layout="vertical" onFinish={() => void make()} className="gu-admin-panel">
        {errors[''] && <Alert type="error" showIcon title={errors['']} />}
        <Bilingual name="label" label={t('object.name')} value={label} errors={errors} max={40} hint={t('object.nameHint')} required autoFocus onChange={next => { setLabel(next); setErrors({}) }} />
        <Form.Item label={t('object.icon')} htmlFor="object-icon"><IconSelect value={icon} onChange={setIcon} /></Form.Item>
        <Form.Item label={t('object.firstFields')} validateStatus={errors['fields'] ? 'error' : undefined} help={errors['fields']} extra={t('object.firstHint')}><FirstFields fields={fields} onChange={setFields} /></Form.Item>
        <label className="gu-row"><Switch checked={owned} onChange={setOwned} /><span>{t('object.owned')}<span className="gu-faint gu-small"> {t('object.ownedHint')}</span></span></label>
      </Form>
    </Modal>
  )
}

function FirstFields({ fields, onChange }: { fields: First[]; onChange(fields: First[]): void }): ReactNode {
  const { t, lang } = useT()
  const set = (at: number, patch: Partial<First>): void => onChange(fields.map((field, i) => (i === at ? { ...field, ...patch } : field)))
  return (
    <div className="gu-options">
      {fields.map((field, at) => (
        <div key={field.id} className="gu-first">
          <Input value={field.name} maxLength={60} placeholder={t('object.fieldName')} aria-label={`${t('object.fieldName')} ${at + 1}`} onChange={event => set(at, { name: event.target.value })} />
          {at === 0 ? <span className="gu-faint gu-small">{t('object.titleField')}</span>
            : <Select value={field.kind} aria-label={`${t('field.kind')} ${at + 1}`} options={PLAIN.map(kind => ({ value: kind, label: kinds[kind].label[lang] }))} onChange={kind => set(at, { kind })} />}
          {at > 0 && <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={t('word.remove')} onClick={() => onChange(fields.filter((_, i) => i !== at))} />}
        </div>
      ))}
      <Button size="small" icon={<PlusOutlined />} style={{ alignSelf: 'start' }} onClick={() => onChange([...fields, first('')])}>{t('field.add')}</Button>
    </div>
  )
}

function IconSelect({ value, onChange }: { value: string; onChange(icon: string): void }): ReactNode {
  return (
    <div className="gu-icons" role="radiogroup" id="object-icon">
      {Object.keys(ICONS).map(name => (
        <button key={name} type="button" role="radio" aria-checked={name === value} aria-label={name} className={`gu-plain${name === value ? ' chosen' : ''}`} onClick={() => onChange(name)}><ObjectIcon name={name} /></button>
      ))}
    </div>
  )
}

export function ObjectLooks({ object, close }: { object: ObjectDef; close(): void }): ReactNode {
  const { t, lang } = useT()
  const say = useSay()
  const acts = useCatalogActs()
  const [label, setLabel] = useState(object.label)
  const [icon, setIcon] = useState(object.icon ?? 'Appstore')
  const [errors, setErrors] = useState<Record<string, string>>({})
  const save = async (): Promise<void> => {
    if (label.zh.trim() === '' && label.en.trim() === '') { setErrors({ label: t('lack.label') }); return }
    try {
      await acts.changeObject(object.name, { label: { zh: label.zh.trim(), en: label.en.trim() }, icon })
      say.ok(t('word.saved'))
      close()
    } catch (error) {
      setErrors(catalogTexts(error, { t, lang }))
    }
  }
  return (
    <Modal open title={t('object.looks')} onCancel={close} okText={t('word.save')} onOk={() => save()}>
      <Form layout="vertical" onFinish={() => void save()} className="gu-admin-panel">
        {errors[''] && <Alert type="error" showIcon title={errors['']} />}
        <Bilingual name="label" label={t('object.name')} value={label} errors={errors} max={40} required onChange={next => { setLabel(next); setErrors({}) }} />
        <Form.Item label={t('object.icon')} htmlFor="object-icon"><IconSelect value={icon} onChange={setIcon} /></Form.Item>
      </Form>
    </Modal>
  )
}
