// The choices of a field: names, colours, order. Those in use are put out of use, never deleted.
import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined, StopOutlined, UndoOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import type { ClipboardEvent, ReactNode } from 'react'
import type { Option } from '#core/field/field.ts'
import { useT } from '../lib/texts.ts'

const COLORS = ['default', 'green', 'cyan', 'blue', 'geekblue', 'purple', 'magenta', 'red', 'volcano', 'orange', 'gold', 'lime'] as const

/** Choices that are not saved yet have no value: the n-th of them is the n-th. */
const keyOf = (options: Option[], at: number): string => options[at]?.value || `new ${options.slice(0, at).filter(option => option.value === '').length}`

export function OptionsEditor({ options, onChange }: { options: Option[]; onChange(options: Option[]): void }): ReactNode {
  const { t } = useT()
  const set = (at: number, option: Option): void => onChange(options.map((other, i) => (i === at ? option : other)))
  const move = (at: number, by: number): void => {
    const next = [...options]
    const [taken] = next.splice(at, 1)
    if (taken) next.splice(at + by, 0, taken)
    onChange(next)
  }
  const add = (names: string[], at = options.length): void =>
    onChange([...options.slice(0, at), ...names.map(name => ({ value: '', label: { zh: name, en: '' } })), ...options.slice(at)])
  /** A column of a workbook pasted into one choice becomes as many. */
  const paste = (event: ClipboardEvent, at: number): void => {
    const names = event.clipboardData.getData('text').split(/[\r\n\t]+/).map(name => name.trim()).filter(Boolean)
    if (names.length < 2) return
    event.preventDefault()
    const here = options[at]
    const isBlank = here?.value === '' && here.label.zh === ''
    onChange([...options.slice(0, isBlank ? at : at + 1), ...names.map(name => ({ value: '', label: { zh: name, en: '' } })), ...options.slice(at + 1)])
  }
  return (
    <div className="gu-options">
      {options.map((option, at) => (
        <div key={keyOf(options, at)} className={`gu-option${option.retired ? ' retired' : ''}`} onPaste={event => paste(event, at)}>
          <ColorSelect color={option.color} onChange={color => set(at, { ...option, color })} />
          <Input value={option.label.zh} placeholder={t('option.zh')} aria-label={`${t('option.zh')} ${at + 1}`} maxLength={200} disabled={option.retired} onChange={event => set(at, { ...option, label: { ...option.label, zh: event.target.value } })} onPressEnter={event => { event.preventDefault(); add([''], at + 1) }} />
          <Input value={option.label.en} placeholder={t('option.en')} aria-label={`${t('option.en')} ${at + 1}`} maxLength={200} disabled={option.retired} onChange={event => set(at, { ...option, label: { ...option.label, en: event.target.value } })} />
          <span className="gu-row tight">
            <Button size="small" type="text" icon={<ArrowUpOutlined />} aria-label={t('field.up')} disabled={at === 0} onClick={() => move(at, -1)} />
            <Button size="small" type="text" icon={<ArrowDownOutlined />} aria-label={t('field.down')} disabled={at === options.length - 1} onClick={() => move(at, 1)} />
            {option.value === ''
              ? <Button size="small" type="text" icon={<DeleteOutlined />} aria-label={t('word.remove')} onClick={() => onChange(options.filter((_, i) => i !== at))} />
              : <Button size="small" type="text" icon={option.retired ? <UndoOutlined /> : <StopOutlined />} title={t(option.retired ? 'option.back' : 'option.retire')} aria-label={t(option.retired ? 'option.back' : 'option.retire')} onClick={() => set(at, { ...option, retired: option.retired ? undefined : true })} />}
          </span>
        </div>
      ))}
      <div className="gu-row wrap"><Button size="small" icon={<PlusOutlined />} onClick={() => add([''])}>{t('option.add')}</Button><span className="gu-faint gu-small">{t('option.pasteHint')}</span></div>
    </div>
  )
}

const Dot = ({ color }: { color: string }): ReactNode => <span className="gu-dot" style={color === 'default' ? undefined : { background: `var(--gu-dot-${color})` }} />

const dotOf = ({ value }: { value?: string | number }): ReactNode => <Dot color={String(value)} />

function ColorSelect({ color = 'default', onChange }: { color?: string; onChange(color: string | undefined): void }): ReactNode {
  const { t } = useT()
  return (
    <Select value={color} aria-label={t('option.color')} popupMatchSelectWidth={120} suffixIcon={null} style={{ width: 38 }} onChange={next => onChange(next === 'default' ? undefined : next)}
      labelRender={dotOf} options={COLORS.map(value => ({ value, label: <span className="gu-row"><Dot color={value} />{t(`color.${value}`)}</span> }))} />
  )
}
