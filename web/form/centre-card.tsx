// One form in the centre: what it is called, what it is for, who fills it, and the ways into it.
import { PrinterOutlined, StarFilled, StarOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useObject } from '../lib/catalog.ts'
import { useT } from '../lib/texts.ts'
import type { Count } from './counts.ts'
import { useStars } from './favourites.ts'
import { useFiles } from './files.ts'
import { useRoleNames } from './queries.ts'
import type { FormInfo } from './types.ts'

interface Props { form: FormInfo; count?: Count; chip?: boolean }

export function FormCard({ form, count, chip }: Props): ReactNode {
  const { t, say } = useT()
  const files = useFiles()
  const title = say(form.title)
  const roleName = useRoleNames()
  const who = form.filledBy.map(roleName).join(t('word.and'))
  const mayCreate = useObject(form.record ?? '')?.can.create === true
  if (chip) return <Link to="/forms/$id" params={{ id: form.id }} className="gu-formchip"><span className="gu-formid">{form.id}</span>{title}</Link>
  return (
    <article className="gu-card gu-formcard">
      <div className="gu-row">
        <span className="gu-formid">{form.id}</span>
        <Link to="/forms/$id" params={{ id: form.id }} className="gu-formcard-title gu-cut gu-grow" title={title}>{title}</Link>
        <Star form={form} />
      </div>
      <p className="gu-formcard-about">{say(form.about)}</p>
      <div className="gu-formcard-who gu-faint gu-cut" title={[who, ...form.processes ?? []].join(' · ')}>{who && t('form.filledBy', { who })}{(form.processes ?? []).map(process => <span key={process} className="gu-process">{process}</span>)}</div>
      <div className="gu-row gu-formcard-acts">
        <Link to="/forms/$id" params={{ id: form.id }} className="gu-formcard-open">{t('word.open')}</Link>
        {mayCreate && <Link to="/forms/$id" params={{ id: form.id }} search={{ record: 'new' }}>{t('form.fillNew')}</Link>}
        <Filled form={form} count={count} />
        <span className="gu-grow" />
        <Button type="text" size="small" icon={<PrinterOutlined />} loading={files.busy !== undefined} title={t('form.blank')} aria-label={`${t('form.blank')} ${title}`} onClick={() => void files.get(form.id, 'pdf', { blank: 1 })}>{t('form.blankShort')}</Button>
      </div>
    </article>
  )
}

function Star({ form }: { form: FormInfo }): ReactNode {
  const { t, say } = useT()
  const { stars, toggle } = useStars()
  const on = stars.includes(form.id)
  return <button type="button" className={`gu-plain gu-star${on ? ' on' : ''}`} aria-pressed={on} aria-label={t(on ? 'form.unstar' : 'form.star', { title: say(form.title) })} onClick={() => toggle(form.id)}>{on ? <StarFilled /> : <StarOutlined />}</button>
}

function Filled({ form, count }: { form: FormInfo; count?: Count }): ReactNode {
  const { t } = useT()
  if (!count || count.n === 0) return null
  const label = t(count.exact ? 'form.filled' : 'form.filledMore', { n: count.n.toLocaleString() })
  if (form.record) return <Link to="/o/$object" params={{ object: form.record }} search={{}}>{label}</Link>
  return <Link to="/o/$object" params={{ object: 'filledForm' }} search={{ filter: { field: 'form', op: 'eq', value: form.id } }}>{label}</Link>
}
