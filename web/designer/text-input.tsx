// A text of the form in its languages. Who renames in one language takes away the other's name unless he sees it: a name
// that no longer fits is worse than none.
import { Form, Input } from 'antd'
import { useId } from 'react'
import type { ReactNode } from 'react'
import type { Text } from '#core/lib/text.ts'
import { useT } from '../lib/texts.ts'

interface Props {
  label: string
  value: Text | undefined
  english: boolean
  onChange(text: Text | undefined): void
  hint?: string
  lines?: number
  max?: number
  autoFocus?: boolean
}

const blank = (text: Text): boolean => text.zh === '' && text.en === ''

const NOTHING: Text = { zh: '', en: '' }

export function TextInput({ label, value = NOTHING, english, onChange, hint, lines, max = 200, autoFocus }: Props): ReactNode {
  const { t } = useT()
  const id = useId()
  const give = (text: Text): void => onChange(blank(text) ? undefined : text)
  return (
    <Form.Item label={label} htmlFor={id} extra={hint}>
      <One id={id} value={value.zh} lines={lines} max={max} autoFocus={autoFocus} onChange={zh => give({ zh, en: english ? value.en : '' })} />
      {english && <One label={t('design.inEnglish', { name: label })} placeholder={t('design.english')} value={value.en} lines={lines} max={max} onChange={en => give({ ...value, en })} />}
    </Form.Item>
  )
}

interface OneProps { id?: string; label?: string; placeholder?: string; value: string; lines?: number | undefined; max: number; autoFocus?: boolean | undefined; onChange(value: string): void }

function One({ id, label, placeholder, value, lines, max, autoFocus, onChange }: OneProps): ReactNode {
  const props = { id, 'aria-label': label, placeholder, value, maxLength: max, autoFocus, className: label ? 'gu-design-english' : undefined }
  return lines ? <Input.TextArea {...props} autoSize={{ minRows: lines, maxRows: 10 }} onChange={event => onChange(event.target.value)} /> : <Input {...props} onChange={event => onChange(event.target.value)} />
}
