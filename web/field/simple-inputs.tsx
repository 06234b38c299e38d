// Inputs of text, numbers, choices, dates: one small component each.
import { DatePicker, Input, Segmented, Select } from 'antd'
import dayjs from 'dayjs'
import type { ReactNode } from 'react'
import type { Option } from '#core/field/field.ts'
import { useT } from '../lib/texts.ts'
import type { InputProps } from './kind.ts'
import { TypedInput } from './typed-input.tsx'

const status = (invalid: boolean): 'error' | undefined => (invalid ? 'error' : undefined)

export function TextInput({ field, value, onChange, id, invalid, autoFocus }: InputProps<'text'>): ReactNode {
  return <Input id={id} value={typeof value === 'string' ? value : ''} maxLength={field.maxLength ?? 500} status={status(invalid)} autoFocus={autoFocus} onChange={event => onChange(event.target.value === '' ? null : event.target.value)} />
}

export function LongTextInput({ value, onChange, id, invalid, autoFocus }: InputProps<'longText'>): ReactNode {
  return <Input.TextArea id={id} value={typeof value === 'string' ? value : ''} autoSize={{ minRows: 2, maxRows: 12 }} status={status(invalid)} autoFocus={autoFocus} onChange={event => onChange(event.target.value === '' ? null : event.target.value)} />
}

export function MoneyInput(props: InputProps<'money'>): ReactNode {
  return <TypedInput {...props as unknown as InputProps} prefix={<span className="gu-faint">¥</span>} inputMode="decimal" />
}

export function NumberInput(props: InputProps<'number'> | InputProps<'integer'>): ReactNode {
  const { say } = useT()
  const { unit } = props.field
  return <TypedInput {...props as unknown as InputProps} inputMode="decimal" suffix={unit ? <span className="gu-faint">{say(unit)}</span> : undefined} />
}

export function PercentInput(props: InputProps<'percent'>): ReactNode {
  return <TypedInput {...props as unknown as InputProps} inputMode="decimal" />
}

const FORMATS = ['YYYY-MM-DD', 'YYYY/M/D', 'YYYY.M.D', 'YYYYMMDD', 'YYYY年M月D日']

export function DateInput({ value, onChange, id, invalid, autoFocus, openAtOnce }: InputProps<'date'>): ReactNode {
  return <DatePicker id={id} defaultOpen={openAtOnce} style={{ width: '100%' }} format={FORMATS} value={typeof value === 'string' ? dayjs(value) : null} status={status(invalid)} autoFocus={autoFocus} onChange={date => onChange(date ? date.format('YYYY-MM-DD') : null)} />
}

export function DateTimeInput({ value, onChange, id, invalid, autoFocus, openAtOnce }: InputProps<'datetime'>): ReactNode {
  return <DatePicker id={id} defaultOpen={openAtOnce} style={{ width: '100%' }} showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" value={typeof value === 'string' ? dayjs(value) : null} status={status(invalid)} autoFocus={autoFocus} onChange={date => onChange(date ? date.toISOString() : null)} />
}

/** Retired options stay readable where they are already chosen. */
const choices = (options: Option[], value: unknown, say: (text: Option['label']) => string): { value: string; label: string }[] =>
  options.filter(option => !option.retired || option.value === value || (Array.isArray(value) && value.includes(option.value))).map(option => ({ value: option.value, label: say(option.label) }))

export function ChoiceInput({ field, value, onChange, id, invalid, autoFocus, openAtOnce }: InputProps<'choice'>): ReactNode {
  const { say } = useT()
  return <Select id={id} defaultOpen={openAtOnce} style={{ width: '100%' }} allowClear showSearch={{ optionFilterProp: 'label' }} value={(value as string | null) ?? undefined} status={status(invalid)} autoFocus={autoFocus} options={choices(field.options, value, say)} onChange={next => onChange(next ?? null)} />
}

export function ChoicesInput({ field, value, onChange, id, invalid, autoFocus, openAtOnce }: InputProps<'choices'>): ReactNode {
  const { say } = useT()
  return <Select id={id} defaultOpen={openAtOnce} style={{ width: '100%' }} mode="multiple" allowClear showSearch={{ optionFilterProp: 'label' }} value={(value as string[] | null) ?? []} status={status(invalid)} autoFocus={autoFocus} options={choices(field.options, value, say)} onChange={(next: string[]) => onChange(next.length > 0 ? next : null)} />
}

export function YesNoInput({ value, onChange }: InputProps<'yesNo'>): ReactNode {
  const { t } = useT()
  const options = [{ value: 'yes', label: t('word.yes') }, { value: 'no', label: t('word.no') }, { value: 'none', label: '—' }]
  return <Segmented options={options} value={value === true ? 'yes' : value === false ? 'no' : 'none'} onChange={next => onChange(next === 'none' ? null : next === 'yes')} />
}

/** Nobody types it: the value stands as text. */
export function NoInput(): ReactNode {
  return null
}
