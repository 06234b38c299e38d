// What goes into a place: a field, a value of the form, printed words, or nothing but room for the hand.
import { PlusOutlined } from '@ant-design/icons'
import { Button, Form, Select } from 'antd'
import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import type { Bind, Form as PaperForm } from '#core/form/form.ts'
import type { Text } from '#core/lib/text.ts'
import { useT } from '../lib/texts.ts'
import { AddValue } from './add-value.tsx'
import { grouped, itemChoices } from './choices.ts'
import type { Design } from './design.ts'

interface Filled { at?: Bind | undefined; text?: Text | undefined }

interface Props {
  design: Design
  label: string
  value: Filled
  /** Name of the place: what a value made for it is called at first. */
  name?: Text | undefined
  /** `form` is the one to change where a value was made on the way. */
  onChange(filled: { at: Bind | undefined; text: Text | undefined }, form?: PaperForm): void
}

export const HAND = '\0hand'
export const WORDS = '\0words'

export function BindSelect({ design, label, value, name, onChange }: Props): ReactNode {
  const { t } = useT()
  const id = useId()
  const [adding, setAdding] = useState(false)
  const choices = itemChoices(design.said, design.form, design.original)
  const lost = value.at !== undefined && !choices.some(choice => choice.value === value.at)
  const options = [
    { value: HAND, label: t('design.what.hand') }, { value: WORDS, label: t('design.what.text') },
    ...(lost ? [{ value: value.at!, label: `${value.at} ${t('design.unknown')}` }] : []),
    ...grouped(choices),
  ]
  const pick = (picked: string): void => {
    if (picked === HAND) onChange({ at: undefined, text: undefined })
    else if (picked === WORDS) onChange({ at: undefined, text: value.text ?? { zh: '', en: '' } })
    else onChange({ at: picked, text: undefined })
  }
  return (
    <Form.Item label={label} htmlFor={id}>
      <div className="gu-row">
        <Select id={id} className="gu-grow" value={value.at ?? (value.text ? WORDS : HAND)} options={options} showSearch={{ optionFilterProp: 'label' }} popupMatchSelectWidth={300} listHeight={380} onChange={pick} />
        <Button icon={<PlusOutlined />} title={`${t('design.addOwn')}\n${t('design.addOwnHint')}`} aria-label={t('design.addOwn')} onClick={() => setAdding(true)} />
      </div>
      {adding && <AddValue design={design} name={name} close={() => setAdding(false)} added={(key, form) => onChange({ at: `#${key}`, text: undefined }, form)} />}
    </Form.Item>
  )
}
