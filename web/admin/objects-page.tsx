// Objects: those that the product ships and those of one's own; each opens onto its fields.
import { PlusOutlined } from '@ant-design/icons'
import { Link as To, useSearch } from '@tanstack/react-router'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { ObjectDef } from '#core/object/object.ts'
import { useT } from '../lib/texts.ts'
import { ObjectIcon } from '../ui/icons.tsx'
import { Failed, Loading, NotFound } from '../ui/notice.tsx'
import { AdminFrame } from './admin-frame.tsx'
import { AddObject } from './object-form.tsx'
import { ObjectEditor } from './object-editor.tsx'
import { useAllCatalog } from './queries.ts'
import './designer.css'

/** Of the machine's own objects those that companies add fields to. */
const PEOPLE = new Set(['user', 'department', 'company'])

export function ObjectsPage(): ReactNode {
  const { id } = useSearch({ from: '/shell/admin/$page' })
  const catalog = useAllCatalog()
  if (catalog.error) return <Failed error={catalog.error} again={() => void catalog.refetch()} />
  if (!catalog.data) return <Loading />
  if (id === undefined) return <ObjectList objects={[...catalog.data.objects.values()]} />
  const object = catalog.data.objects.get(id)
  return object ? <ObjectEditor key={id} catalog={catalog.data} object={object} /> : <NotFound />
}

function ObjectList({ objects }: { objects: ObjectDef[] }): ReactNode {
  const { t } = useT()
  const [adding, setAdding] = useState(false)
  const groups = [
    { title: t('object.own'), hint: t('object.ownHint'), list: objects.filter(object => object.custom && !object.retired) },
    { title: t('object.shipped'), hint: '', list: objects.filter(object => !object.custom && !object.internal && !object.retired) },
    { title: t('object.people'), hint: '', list: objects.filter(object => PEOPLE.has(object.name)) },
    { title: t('object.retired'), hint: t('object.retiredHint'), list: objects.filter(object => object.retired) },
  ]
  return (
    <AdminFrame page="objects" actions={<Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>{t('object.add')}</Button>}>
      <div className="gu-stack">
        {groups.map(group => (group.list.length > 0 || group.hint === t('object.ownHint')) && (
          <section key={group.title}>
            <h2 className="gu-admin-group">{group.title}</h2>
            {group.list.length === 0 ? <p className="gu-faint">{group.hint}</p> : <ul className="gu-admin-cards small">{group.list.map(object => <li key={object.name}><Card object={object} /></li>)}</ul>}
          </section>
        ))}
      </div>
      {adding && <AddObject close={() => setAdding(false)} />}
    </AdminFrame>
  )
}

function Card({ object }: { object: ObjectDef }): ReactNode {
  const { t, say } = useT()
  const fields = Object.values(object.fields).filter(field => !field.system && !field.retired && field.kind !== 'json')
  const own = fields.filter(field => field.custom).length
  return (
    <To to="/admin/$page" params={{ page: 'objects' }} search={{ id: object.name }} className="gu-card gu-admin-card">
      <span className="gu-admin-icon" aria-hidden><ObjectIcon name={object.icon} /></span>
      <span className="gu-grow"><strong>{say(object.label)}</strong><span className="gu-dim gu-small">{t('object.fieldCount', { n: fields.length })}{own > 0 && !object.custom ? ` · ${t('object.ownCount', { n: own })}` : ''}</span></span>
      {object.parent && <Tag>{t('object.lines')}</Tag>}
    </To>
  )
}
