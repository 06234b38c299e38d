// The parameters of a form, each with its field's own input, and the record that it is about.
import { PlusOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Button, DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useEffect, useEffectEvent, useState } from 'react'
import type { ReactNode } from 'react'
import { kindOf } from '#core/field/kinds.ts'
import type { Param } from '#core/form/form.ts'
import type { Sheet } from '#core/form/sheet.ts'
import type { WebField } from '../lib/api-types.ts'
import { useObject } from '../lib/catalog.ts'
import { usePaused } from '../lib/paused.ts'
import { useT } from '../lib/texts.ts'
import { FieldInput } from '../field/field-view.tsx'
import { RecordPick } from '../field/reference-input.tsx'
import { useLabels } from '../list/labels.ts'
import { same } from '../record/form.ts'
import type { FormSearch } from './address.ts'
import { readSearch } from './address.ts'
import { paramField } from './param-field.ts'
import type { FormInfo } from './types.ts'

interface Props { info: FormInfo; search: FormSearch; sheet: Sheet }

export function ParamsBar({ info, search, sheet }: Props): ReactNode {
  const navigate = useNavigate()
  const go = (change: Record<string, unknown>): void => void navigate({ to: '/forms/$id', params: { id: info.id }, search: readSearch({ ...search, ...change }), replace: true })
  return (
    <div className="gu-form-params">
      {sheet.record && <RecordParam object={sheet.record.object} id={sheet.record.id} pick={record => go({ record, for: '' })} />}
      {Object.entries(info.params ?? {}).map(([key, param]) => <ParamInput key={`${key} ${JSON.stringify(sheet.params[key] ?? null)}`} name={key} param={param} value={sheet.params[key] ?? null} change={value => go({ [key]: value })} />)}
    </div>
  )
}

function RecordParam({ object, id, pick }: { object: string; id: string | null; pick(id: string): void }): ReactNode {
  const { t, say } = useT()
  const def = useObject(object)
  const label = useLabels(object, id ? [id] : []).get(id ?? '')
  if (!def?.can.read) return null
  return (
    <div className="gu-form-param wide">
      <span className="gu-form-param-name">{say(def.label)}</span>
      <RecordPick object={object} many={false} links={id ? [{ id, label: label ?? '…' }] : []} placeholder={t('form.newOne')} onPick={links => { if (links[0]) pick(links[0].id) }} />
      {def.can.create && id !== null && <Button type="text" icon={<PlusOutlined />} onClick={() => pick('new')} title={t('form.fillNew')} aria-label={t('form.fillNew')} />}
    </div>
  )
}

/** A year is no amount: chosen from a calendar, written 2026 rather than 2,026. */
const isYear = (field: WebField): boolean => kindOf(field).numeric && /^year$|Year$/.test(field.key)
const plainYear = (value: unknown): string => String(value).padStart(4, '0')

/** Asked anew when the typing has paused; a text that cannot be read is said and asks nothing. */
export function ParamInput({ name, param, value, change }: { name: string; param: Param; value: unknown; change(value: unknown): void }): ReactNode {
  const { say } = useT()
  const field = paramField(name, param)
  const target = kindOf(field).target?.(field)
  const ids = target ? [value].flat().filter((one): one is string => typeof one === 'string') : []
  const labels = useLabels(target?.object ?? 'user', ids)
  const named = (one: unknown): unknown => (typeof one === 'string' ? { id: one, label: labels.get(one) ?? '…' } : one)
  const first = target ? (Array.isArray(value) ? value.map(named) : named(value)) : value
  const [typed, setTyped] = useState<{ value: unknown }>()
  const [bad, setBad] = useState<string | null>(null)
  const paused = usePaused(typed, 350)
  const tell = useEffectEvent((next: { value: unknown }) => { if (!same(next.value, first)) change(next.value) })
  useEffect(() => { if (paused) tell(paused) }, [paused])
  return (
    <div className={`gu-form-param k-${field.kind}`} title={bad ?? undefined}>
      <label htmlFor={`p-${name}`} className="gu-form-param-name">{say(param.label)}</label>
      {isYear(field) ? <DatePicker id={`p-${name}`} picker="year" allowClear={false} value={value ? dayjs(`${plainYear(value)}-01-01`) : null} onChange={date => change(date ? date.year() : null)} /> : <FieldInput field={field} id={`p-${name}`} value={typed ? typed.value : first} error={bad ?? undefined} onChange={next => { setBad(null); setTyped({ value: next }) }} onRefuse={setBad} />}
    </div>
  )
}
