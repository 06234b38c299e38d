// Settings of the company: one record, saved field by field as soon as a field is left.
import { CheckOutlined } from '@ant-design/icons'
import { Select } from 'antd'
import { useMemo, useState } from 'react'
import type { FocusEvent, ReactNode } from 'react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { AppError } from '#core/lib/error.ts'
import type { Page } from '#core/report/query.ts'
import { FieldInput, FieldRow, ShowValue } from '../field/field-view.tsx'
import { api, post } from '../lib/api.ts'
import type { WebField, WireRow } from '../lib/api-types.ts'
import { useObject } from '../lib/catalog.ts'
import { errorText, fieldTexts } from '../lib/say.ts'
import { sessionQuery } from '../lib/session.ts'
import { useT } from '../lib/texts.ts'
import { same } from '../record/form.ts'
import { useRecordActs } from '../record/queries.ts'
import { Failed, Loading, NotAllowed } from '../ui/notice.tsx'
import { AdminFrame } from './admin-frame.tsx'

const FIELDS = ['name', 'address', 'phone', 'logo', 'zone', 'lang', 'gradeBasis', 'spendHigh', 'spendLow', 'ageBands', 'wageBands', 'growthFloor', 'relationDevelop', 'relationKeep'] as const
/** Those that are chosen, not typed: saved with the choice. */
const AT_ONCE = new Set(['choice', 'attachment'])

async function loadCompany(): Promise<WireRow> {
  const page = await post<Page>('/api/records/company/query', { columns: ['name'], size: 1, total: 'none' })
  const id = page.rows[0]?.['id']
  if (typeof id !== 'string') throw new AppError('not_found')
  return api<WireRow>(`/api/records/company/${id}`)
}

export function CompanyPage(): ReactNode {
  const object = useObject('company')
  const company = useQuery({ queryKey: ['records', 'company', 'settings'], queryFn: loadCompany })
  if (!object) return <NotAllowed />
  return (
    <AdminFrame page="company">
      {company.data
        ? <div className="gu-card gu-admin-form">{FIELDS.map(key => object.fields[key]).filter(field => field !== undefined).map(field => <Setting key={field.key} field={field} record={company.data} />)}</div>
        : company.error ? <Failed error={company.error} again={() => void company.refetch()} /> : <Loading />}
    </AdminFrame>
  )
}

type State = { saved: boolean; error?: string }

function Setting({ field, record }: { field: WebField; record: WireRow }): ReactNode {
  const { t, lang } = useT()
  const acts = useRecordActs('company')
  const queries = useQueryClient()
  const saved = record[field.key] ?? null
  const [typed, setTyped] = useState<{ value: unknown }>()
  const [refusal, setRefusal] = useState<string | null>(null)
  const [state, setState] = useState<State>({ saved: false })
  const value = typed ? typed.value : saved
  const save = async (next: unknown): Promise<void> => {
    if (same(next, saved) || refusal !== null) return
    try {
      await acts.update(record.id, record.version, { [field.key]: next })
      setState({ saved: true })
      void queries.invalidateQueries({ queryKey: sessionQuery.queryKey })
      setTyped(undefined)
    } catch (error) {
      if (error instanceof AppError && error.code === 'conflict') acts.changed()
      setState({ saved: false, error: fieldTexts(error, lang)[field.key] ?? errorText(error, t, lang) })
    }
  }
  const change = (next: unknown): void => {
    setState({ saved: false })
    setTyped({ value: next })
    if (AT_ONCE.has(field.kind) || field.key === 'zone') void save(next)
  }
  const left = (event: FocusEvent<HTMLDivElement>): void => { if (!event.currentTarget.contains(event.relatedTarget)) void save(value) }
  const id = `f-${field.key}`
  const error = refusal ?? state.error
  if (field.right !== 'write') return <FieldRow field={field} id={id} editing={false}><ShowValue field={field} value={saved} /></FieldRow>
  return (
    <div onBlur={left} className="gu-admin-setting">
      <FieldRow field={field} id={id} editing error={error}>
        {field.key === 'zone' ? <ZoneSelect id={id} value={value} onChange={change} /> : <FieldInput field={field} id={id} value={value} error={error} onChange={change} onRefuse={setRefusal} />}
      </FieldRow>
      <span className="gu-admin-saved" role="status">{state.saved && <><CheckOutlined aria-hidden /> {t('word.saved')}</>}</span>
    </div>
  )
}

/** Zones of Chinese companies first. */
const FIRST = ['Asia/Shanghai', 'Asia/Urumqi', 'Asia/Hong_Kong', 'Asia/Taipei', 'Asia/Singapore', 'Asia/Tokyo']
const ZONES = [...new Set([...FIRST, ...Intl.supportedValuesOf('timeZone')])]

function zoneText(zone: string, lang: string): string {
  const name = new Intl.DateTimeFormat(lang, { timeZone: zone, timeZoneName: 'long' }).formatToParts(new Date()).find(part => part.type === 'timeZoneName')?.value
  return name ? `${name} · ${zone}` : zone
}

function ZoneSelect({ id, value, onChange }: { id: string; value: unknown; onChange(value: unknown): void }): ReactNode {
  const { lang } = useT()
  const options = useMemo(() => ZONES.map(zone => ({ value: zone, label: zoneText(zone, lang === 'zh' ? 'zh-CN' : 'en') })), [lang])
  return <Select id={id} style={{ width: '100%' }} showSearch={{ optionFilterProp: 'label' }} value={typeof value === 'string' ? value : undefined} options={options} onChange={onChange} />
}
