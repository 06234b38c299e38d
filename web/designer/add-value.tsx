// A value of one's own, typed on this form only: its name and what kind of thing it is, in one step.
import { Form, Input, Modal, Select } from 'antd'
import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import type { FieldInput, KindName } from '#core/field/field.ts'
import { kinds } from '#core/field/kinds.ts'
import type { Form as PaperForm } from '#core/form/form.ts'
import { setValue } from '#core/form/edit.ts'
import { freshValue } from '#core/form/edit-items.ts'
import type { Text } from '#core/lib/text.ts'
import { useT } from '../lib/texts.ts'
import type { Design } from './design.ts'
import { optionsFrom } from './value-options.ts'

/** What is written on forms by hand; anything richer is a field of an object. */
const OWN = ['text', 'longText', 'number', 'money', 'percent', 'date', 'yesNo', 'choice', 'user'] as const satisfies KindName[]
type Own = (typeof OWN)[number]

interface Props { design: Design; name?: Text | undefined; close(): void; added(key: string, form: PaperForm, field: FieldInput): void }

function fieldOf(kind: Own, label: string, options: string): FieldInput {
  const text = { zh: label.trim(), en: '' }
  return kind === 'choice' ? { kind, label: text, options: optionsFrom(options) } : { kind, label: text }
}

export function AddValue({ design, name, close, added }: Props): ReactNode {
  const { t, lang, say } = useT()
  const id = useId()
  const [label, setLabel] = useState(name ? say(name) : '')
  const [kind, setKind] = useState<Own>('text')
  const [options, setOptions] = useState('')
  const [asked, setAsked] = useState(false)
  const noLabel = label.trim() === ''
  const noOptions = kind === 'choice' && optionsFrom(options).length < 2
  const save = (): void => {
    setAsked(true)
    if (noLabel || noOptions) return
    const field = fieldOf(kind, label, options)
    const key = freshValue(design.form, design.original)
    added(key, setValue(design.form, key, field), field)
    close()
  }
  return (
    <Modal open title={t('design.addOwn')} onCancel={close} onOk={save} okText={t('design.addPart')} cancelText={t('word.cancel')} width={420} destroyOnHidden>
      <Form layout="vertical" onFinish={save}>
        <p className="gu-dim gu-small">{t('design.addOwnHint')}</p>
        <Form.Item label={t('design.label')} htmlFor={`${id}-label`} validateStatus={asked && noLabel ? 'error' : undefined} help={asked && noLabel ? t('design.needLabel') : undefined}>
          <Input id={`${id}-label`} autoFocus maxLength={60} value={label} onChange={event => setLabel(event.target.value)} />
        </Form.Item>
        <Form.Item label={t('design.ownKind')} htmlFor={`${id}-kind`}>
          <Select id={`${id}-kind`} value={kind} options={OWN.map(value => ({ value, label: kinds[value].label[lang] }))} onChange={setKind} />
        </Form.Item>
        {kind === 'choice' && (
          <Form.Item label={t('design.ownOptions')} htmlFor={`${id}-options`} validateStatus={asked && noOptions ? 'error' : undefined} help={asked && noOptions ? t('design.needOptions') : undefined} extra={t('design.ownOptionsHint')}>
            <Input.TextArea id={`${id}-options`} autoSize={{ minRows: 3, maxRows: 8 }} value={options} onChange={event => setOptions(event.target.value)} />
          </Form.Item>
        )}
        <button type="submit" hidden />
      </Form>
    </Modal>
  )
}
