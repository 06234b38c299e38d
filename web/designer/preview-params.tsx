// What the preview is asked with: the form's parameters, beginning with their first values.
import { FilterOutlined } from '@ant-design/icons'
import { Button, Popover } from 'antd'
import type { ReactNode } from 'react'
import type { Form } from '#core/form/form.ts'
import '../form/form.css'
import { ParamInput } from '../form/params-bar.tsx'
import { useT } from '../lib/texts.ts'

interface Props {
  form: Form
  /** As the paper shown was made. */
  shown: Record<string, unknown>
  onChange(change: Record<string, unknown>): void
}

export function PreviewParams({ form, shown, onChange }: Props): ReactNode {
  const { t } = useT()
  const params = Object.entries(form.params ?? {})
  if (params.length === 0) return null
  const content = <div className="gu-design-params">{params.map(([key, param]) => <ParamInput key={`${key} ${JSON.stringify(shown[key] ?? null)}`} name={key} param={param} value={shown[key] ?? null} change={value => onChange({ [key]: value })} />)}</div>
  return <Popover trigger="click" placement="bottomRight" content={content}><Button size="small" icon={<FilterOutlined />}>{t('design.preview.params')}</Button></Popover>
}
