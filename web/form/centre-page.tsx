// The forms centre: all forms by area, found by name or number, with the starred and the last opened ones on top.
import { SearchOutlined } from '@ant-design/icons'
import { Input, Segmented } from 'antd'
import { useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import type { FormArea } from '#core/form/form.ts'
import { useKey } from '../lib/keys.ts'
import type { TextKey } from '../lib/texts.ts'
import { useT } from '../lib/texts.ts'
import { Failed, Loading, Notice } from '../ui/notice.tsx'
import { FormCard } from './centre-card.tsx'
import { useCounts } from './counts.ts'
import { useRecentForms, useStars } from './favourites.ts'
import { useForms } from './queries.ts'
import type { FormInfo } from './types.ts'
import './centre.css'

const AREAS: readonly FormArea[] = ['master', 'analysis', 'contact', 'service']
export const areaKey = (area: FormArea): TextKey => `form.area.${area}`

export function FormsPage(): ReactNode {
  const forms = useForms()
  if (forms.isPending) return <Loading />
  if (!forms.data) return <Failed error={forms.error} again={() => void forms.refetch()} />
  return <Centre forms={forms.data.forms.filter(form => form.can.open)} />
}

const fits = (form: FormInfo, wanted: string, say: (text: FormInfo['title']) => string): boolean =>
  [form.id, form.title.zh, form.title.en, say(form.about), ...form.processes ?? []].some(text => text.toLowerCase().includes(wanted))

function Centre({ forms }: { forms: FormInfo[] }): ReactNode {
  const { t, say } = useT()
  const { stars } = useStars()
  const recent = useRecentForms()
  const [text, setText] = useState('')
  const [area, setArea] = useState<FormArea | 'all'>('all')
  const wanted = text.trim().toLowerCase()
  const found = forms.filter(form => (area === 'all' || form.area === area) && (wanted === '' || fits(form, wanted, say)))
  const counts = useCounts(forms)
  const byId = (ids: string[]): FormInfo[] => ids.map(id => forms.find(form => form.id === id)).filter(form => form !== undefined)
  const plain = wanted === '' && area === 'all'
  useKey('/', () => document.getElementById('gu-forms-search')?.focus())
  const group = (key: string, title: string, list: FormInfo[]): ReactNode => list.length > 0 && (
    <section key={key} className="gu-forms-area"><h2>{title}<span className="gu-faint">{list.length}</span></h2>
      <div className="gu-forms-cards">{list.map(form => <FormCard key={form.id} form={form} count={counts(form)} />)}</div></section>)
  const open = (event: KeyboardEvent): void => { if (event.key === 'Enter' && !event.nativeEvent.isComposing) document.querySelector<HTMLAnchorElement>('.gu-forms .gu-formcard-title')?.click() }
  return (
    <div className="gu-page gu-forms">
      <header>
        <h1 className="gu-grow">{t('form.centre')}</h1>
        <Input id="gu-forms-search" className="gu-forms-search" allowClear autoFocus={matchMedia('(min-width: 768px)').matches} prefix={<SearchOutlined className="gu-faint" />} value={text} onChange={event => setText(event.target.value)} onKeyDown={open} placeholder={t('form.search')} aria-label={t('form.search')} />
        <Segmented<FormArea | 'all'> className="gu-forms-areas" value={area} onChange={setArea} options={[{ value: 'all', label: t('word.all') }, ...AREAS.filter(one => forms.some(form => form.area === one)).map(one => ({ value: one, label: t(areaKey(one)) }))]} />
      </header>
      {plain && <Quick title={t('form.stars')} forms={byId(stars)} />}
      {plain && <Quick title={t('form.recent')} forms={byId(recent).filter(form => !stars.includes(form.id))} />}
      {AREAS.map(one => group(one, t(areaKey(one)), found.filter(form => form.area === one)))}
      {found.length === 0 && <Notice title={forms.length === 0 ? t('form.none') : t('form.noneFits', { text: text.trim() })}>{t(forms.length === 0 ? 'form.noneHint' : 'form.noneFitsHint')}</Notice>}
    </div>
  )
}

function Quick({ title, forms }: { title: string; forms: FormInfo[] }): ReactNode {
  if (forms.length === 0) return null
  return <section className="gu-forms-quick"><h2>{title}</h2><div className="gu-forms-chips">{forms.map(form => <FormCard key={form.id} form={form} chip />)}</div></section>
}
