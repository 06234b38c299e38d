// The administration's page of forms: which set is in use, and every form with whether it was changed.
import { CheckCircleFilled, FileTextOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { App, Button, Input, Tag } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { FormArea } from '#core/form/form.ts'
import { AdminFrame } from '../admin/admin-frame.tsx'
import '../admin/admin.css'
import { useSay } from '../lib/say.ts'
import { useT } from '../lib/texts.ts'
import { Failed, Loading } from '../ui/notice.tsx'
import type { FormLine, FormList } from './queries.ts'
import { useDesignActs, useForms } from './queries.ts'
import './form-designer.css'

const AREAS: FormArea[] = ['master', 'analysis', 'contact', 'service']

export function FormsAdminPage(): ReactNode {
  const { data, error, refetch } = useForms()
  if (error) return <Failed error={error} again={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <AdminFrame page="forms">
      <div className="gu-stack">
        {data.sets.length > 0 && <Sets list={data} />}
        <Forms forms={data.forms} />
      </div>
    </AdminFrame>
  )
}

function Sets({ list }: { list: FormList }): ReactNode {
  const { t, say } = useT()
  const { modal } = App.useApp()
  const feedback = useSay()
  const acts = useDesignActs()
  const choose = (key: string | null, name: string): void => {
    const work = (): Promise<void> => acts.chooseSet(key).then(() => feedback.ok(t('formList.used', { name })), error => feedback.fail(error))
    void modal.confirm({ title: t('formList.useAsk', { name }), content: t('formList.useHint'), okText: t('formList.use'), cancelText: t('word.cancel'), onOk: work })
  }
  const titleOf = (id: string): string => { const form = list.forms.find(one => one.id === id); return form ? say(form.title) : id }
  const sets = [{ key: null, label: t('formList.standard'), hint: t('formList.standardHint') }, ...list.sets.map(set => ({
    key: set.key, label: `${set.key} ${say(set.label)}`, hint: t('formList.setForms', { titles: set.forms.map(titleOf).join(t('word.and')) }),
  }))]
  return (
    <section>
      <h2 className="gu-admin-group">{t('formList.set')} <span className="gu-faint gu-small">{t('formList.setHint')}</span></h2>
      <div className="gu-formset">
        {sets.map(set => (
          <div key={set.key ?? ''} className={`gu-card gu-formset-one${set.key === list.set ? ' used' : ''}`}>
            <div className="gu-grow"><strong>{set.label}</strong><p className="gu-dim gu-small">{set.hint}</p></div>
            {set.key === list.set ? <Tag color="green" icon={<CheckCircleFilled />}>{t('formList.inUse')}</Tag> : <Button size="small" onClick={() => choose(set.key, set.label)}>{t('formList.use')}</Button>}
          </div>
        ))}
      </div>
    </section>
  )
}

function Forms({ forms }: { forms: FormLine[] }): ReactNode {
  const { t, say } = useT()
  const [text, setText] = useState('')
  const wanted = text.trim().toLowerCase()
  const fits = forms.filter(form => `${form.id} ${say(form.title)}`.toLowerCase().includes(wanted))
  const changed = forms.filter(form => form.changed).length
  return (
    <>
      <div className="gu-row wrap"><Input.Search allowClear style={{ maxWidth: 320 }} placeholder={t('formList.search')} aria-label={t('formList.search')} value={text} onChange={event => setText(event.target.value)} /><span className="gu-faint gu-small">{t('formList.count', { n: forms.length, changed })}</span></div>
      {fits.length === 0 && <p className="gu-dim">{t('formList.none')}</p>}
      {AREAS.map(area => ({ area, list: fits.filter(form => form.area === area) })).filter(({ list }) => list.length > 0).map(({ area, list }) => (
        <section key={area}>
          <h2 className="gu-admin-group">{t(`formArea.${area}`)}</h2>
          <ul className="gu-card gu-formlist">{list.map(form => <li key={form.id}><Line form={form} /></li>)}</ul>
        </section>
      ))}
    </>
  )
}

function Line({ form }: { form: FormLine }): ReactNode {
  const { t, say } = useT()
  return (
    <Link to="/forms/$id/design" params={{ id: form.id }}>
      <span className="gu-formlist-id">{form.id}</span><FileTextOutlined className="gu-faint" aria-hidden /><span className="gu-grow">{say(form.title)}</span>
      {form.set && <Tag color="blue">{t('formList.ofSet')} {form.set}</Tag>}
      {form.changed ? <Tag color="orange">{t('formList.changed')}</Tag> : <span className="gu-faint gu-small">{t('formList.original')}</span>}
      <span className="gu-small gu-design-go">{t('formList.design')}</span>
    </Link>
  )
}
