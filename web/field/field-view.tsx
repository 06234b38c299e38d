// One field on a page: its name, its value or its input, what is wrong with it, and the way to reveal what is masked.
import { EyeOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import { createElement, useState } from 'react'
import type { ReactNode } from 'react'
import type { WebField } from '../lib/api-types.ts'
import { useT } from '../lib/texts.ts'
import { webKindOf } from './inputs.tsx'
import { isBlank, MASK } from './kind.ts'
import { ShowText } from './show.tsx'
import './field.css'

export function ShowValue({ field, value }: { field: WebField; value: unknown }): ReactNode {
  if (isBlank(value)) return <span className="gu-faint">—</span>
  if (value === MASK) return MASK
  return createElement(webKindOf(field).Show ?? ShowText, { field, value } as never)
}

interface FieldInputProps {
  field: WebField
  value: unknown
  error?: string
  id: string
  autoFocus?: boolean
  openAtOnce?: boolean
  typedFirst?: string
  onChange(value: unknown): void
  onRefuse(reason: string | null): void
}

export function FieldInput({ field, error, ...rest }: FieldInputProps): ReactNode {
  const { t } = useT()
  const { Input, hint } = webKindOf(field)
  return createElement(Input, { field, invalid: error !== undefined, ...rest, ...(hint ? { placeholder: t(hint) } : {}) } as never)
}

interface RowProps { field: WebField; error?: string; children: ReactNode; id: string; editing: boolean }

export function FieldRow({ field, error, children, id, editing }: RowProps): ReactNode {
  const { t, say } = useT()
  const label = <>{say(field.label)}{editing && field.required && <span className="gu-required" title={t('field.required')}>*</span>}</>
  return (
    <div className={`gu-field${webKindOf(field).wide ? ' wide' : ''}${error === undefined ? '' : ' bad'}`} data-field={field.key}>
      <div className="gu-field-label">{editing ? <label htmlFor={id}>{label}</label> : label}{field.sensitivity && field.sensitivity !== 'general' && <Purpose field={field} />}</div>
      <div className="gu-field-value">
        {children}
        {error !== undefined && <div className="gu-field-error" role="alert">{error}</div>}
        {editing && field.help && error === undefined && <div className="gu-faint gu-small">{say(field.help)}</div>}
      </div>
    </div>
  )
}

function Purpose({ field }: { field: WebField }): ReactNode {
  const { t, say } = useT()
  const name = t(field.sensitivity === 'sensitive' ? 'field.sensitive' : 'field.restricted')
  return <Tooltip title={field.purpose ? t('field.purpose', { purpose: say(field.purpose) }) : name}><span className="gu-purpose">{name}</span></Tooltip>
}

/** A masked value: shown one record at a time, and every showing is logged. */
export function Masked({ reveal }: { reveal?(): Promise<ReactNode> }): ReactNode {
  const { t } = useT()
  const [shown, setShown] = useState<ReactNode>()
  const [busy, setBusy] = useState(false)
  if (shown !== undefined) return shown
  const show = async (): Promise<void> => {
    setBusy(true)
    setShown(await reveal?.())
    setBusy(false)
  }
  return <span className="gu-row">{MASK}{reveal && <Button size="small" type="text" icon={<EyeOutlined />} loading={busy} onClick={() => void show()}>{t('word.show')}</Button>}</span>
}
