// A form about one record, opened without one: choose it, begin a new one, or print the form for handwriting.
import { LeftOutlined, PlusOutlined, PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { Page } from '#core/report/query.ts'
import { post } from '../lib/api.ts'
import type { WireRow } from '../lib/api-types.ts'
import type { WebObject } from '../lib/catalog.ts'
import { useObject } from '../lib/catalog.ts'
import { useT } from '../lib/texts.ts'
import { When } from '../ui/time.tsx'
import { formatAt } from '../field/path.ts'
import { RecordPick } from '../field/reference-input.tsx'
import type { FormSearch } from './address.ts'
import { useFiles } from './files.ts'
import type { FormInfo } from './types.ts'

export function RecordChooser({ info, search }: { info: FormInfo; search: FormSearch }): ReactNode {
  const { t, say } = useT()
  const navigate = useNavigate()
  const files = useFiles()
  const object = useObject(info.record ?? '')
  const open = (record: string): void => void navigate({ to: '/forms/$id', params: { id: info.id }, search: { ...search, record } })
  const name = object ? say(object.label) : ''
  return (
    <div className="gu-page gu-chooser">
      <header><Link to="/forms" className="gu-dim"><LeftOutlined aria-hidden /> {t('form.centre')}</Link><h1 className="gu-grow"><span className="gu-formid">{info.id}</span> {say(info.title)}</h1><p>{say(info.about)}</p></header>
      <section className="gu-card gu-chooser-card">
        <label htmlFor="gu-chooser">{t('form.choose', { object: name })}</label>
        {object?.can.read && <RecordPick id="gu-chooser" object={object.name} many={false} links={[]} autoFocus placeholder={t('form.choosePlace', { object: name })} onPick={links => { if (links[0]) open(links[0].id) }} />}
        <div className="gu-row wrap">
          {object?.can.create && <Button type="primary" icon={<PlusOutlined />} onClick={() => open('new')}>{t('form.fillNew')}</Button>}
          <Button icon={<PrinterOutlined />} loading={files.busy !== undefined} onClick={() => void files.get(info.id, 'pdf', { blank: 1 })}>{t('form.blank')}</Button>
        </div>
      </section>
      {object?.can.read && <Latest object={object} open={open} />}
    </div>
  )
}

function Latest({ object, open }: { object: WebObject; open(id: string): void }): ReactNode {
  const { t, say, lang } = useT()
  const rows = useQuery({
    queryKey: ['records', object.name, 'latest'],
    queryFn: () => post<Page>(`/api/records/${object.name}/query`, { columns: [object.title, 'updatedAt'], sort: [{ field: 'updatedAt', dir: 'desc' }], size: 10, total: 'none' }),
  })
  const field = object.fields[object.title]
  if (!rows.data || rows.data.rows.length === 0 || !field) return null
  return (
    <section className="gu-card gu-chooser-card"><h2>{t('form.latest', { object: say(object.label) })}</h2>
      <ul className="gu-chooser-list">{(rows.data.rows as WireRow[]).map(row => (
        <li key={row.id}><button type="button" className="gu-plain gu-row" onClick={() => open(row.id)}><span className="gu-grow gu-cut">{formatAt({ field, part: '' }, row[object.title], lang) || '—'}</span><span className="gu-faint gu-small"><When at={String(row.updatedAt)} /></span></button></li>))}</ul>
    </section>
  )
}
