// The fields of one object, in their order: added, renamed, moved, put out of use and brought back.
import { EditOutlined, HolderOutlined, MoreOutlined, PlusOutlined } from '@ant-design/icons'
import { Link as To } from '@tanstack/react-router'
import { App, Button, Dropdown, Popconfirm, Tag } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Field } from '#core/field/field.ts'
import { kindOf } from '#core/field/kinds.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { useSay } from '../lib/say.ts'
import { useSession } from '../lib/session.ts'
import { useT } from '../lib/texts.ts'
import { AdminFrame } from './admin-frame.tsx'
import { catalogTexts, useCatalogActs } from './catalog-acts.ts'
import { FieldDrawer } from './field-drawer.tsx'
import { KindIcon } from './kind-cards.tsx'
import { ObjectLooks } from './object-form.tsx'
import type { AllCatalog } from './queries.ts'
import { useAllCatalog } from './queries.ts'
import { moved, useReorder } from './reorder.ts'
import { Delicate } from './role-fields.tsx'

/** Runs a change of the object or of one of its fields; a refusal is said in words and stays until it is read. */
function useAttempt(object: string, key?: string): (work: Promise<unknown>, done?: string) => void {
  const { t, lang } = useT()
  const say = useSay()
  const { modal } = App.useApp()
  const catalog = useAllCatalog().data
  return (work, done) => void work.then(() => { if (done) say.ok(done) }, (error: unknown) => {
    modal.warning({ title: t('catalog.notDone'), content: Object.values(catalogTexts(error, { t, lang, catalog, object, key })).join(' ') })
  })
}

export function ObjectEditor({ catalog, object }: { catalog: AllCatalog; object: ObjectDef }): ReactNode {
  const { t, say } = useT()
  const acts = useCatalogActs()
  const attempt = useAttempt(object.name)
  const mayUsers = useSession()?.powers.some(power => power === 'users' || power === 'admin') ?? false
  const [open, setOpen] = useState<{ field?: Field }>()
  const [looks, setLooks] = useState(false)
  const retired = Object.values(object.fields).filter(field => field.retired && !field.system)
  const actions = <>
    {object.custom && (object.retired
      ? <Button onClick={() => attempt(acts.changeObject(object.name, { retired: null }), t('object.back'))}>{t('object.bringBack')}</Button>
      : <Popconfirm title={t('object.retireAsk', { name: say(object.label) })} description={t('object.retireHint')} onConfirm={() => attempt(acts.changeObject(object.name, { retired: true }), t('object.gone'))}><Button>{t('object.retire')}</Button></Popconfirm>)}
    <Button icon={<EditOutlined />} onClick={() => setLooks(true)}>{t('object.looks')}</Button>
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen({})}>{t('field.add')}</Button>
  </>
  return (
    <AdminFrame page="objects" title={say(object.label)} hint={<>{t('object.editHint')}{object.custom && mayUsers && <> <To to="/admin/$page" params={{ page: 'roles' }}>{t('object.rights')}</To></>}</>} actions={actions}>
      <FieldList object={object} edit={field => setOpen({ field })} />
      {retired.length > 0 && <Retired object={object} fields={retired} />}
      {open && <FieldDrawer catalog={catalog} object={object} field={open.field} close={() => setOpen(undefined)} />}
      {looks && <ObjectLooks object={object} close={() => setLooks(false)} />}
    </AdminFrame>
  )
}

/** Structured settings have no place on pages, yet keep theirs in the order. */
const shownField = (field: Field): boolean => !field.system && !field.retired && field.kind !== 'json'

function FieldList({ object, edit }: { object: ObjectDef; edit(field: Field): void }): ReactNode {
  const { t } = useT()
  const acts = useCatalogActs()
  const attempt = useAttempt(object.name)
  const [order, setOrder] = useState<{ of: ObjectDef; keys: string[] }>()
  const fields = Object.values(object.fields).filter(shownField)
  // Until the server has answered the list stands as it was dropped.
  const rows = order?.of === object ? order.keys.map(key => object.fields[key]).filter(field => field !== undefined) : fields
  const move = (from: number, to: number): void => {
    const keys = moved(rows.map(field => field.key), from, to)
    const rest = Object.values(object.fields).filter(field => !field.system && !field.retired && !keys.includes(field.key)).map(field => field.key)
    setOrder({ of: object, keys })
    attempt(acts.orderFields(object.name, [...keys, ...rest]).catch((error: unknown) => { setOrder(undefined); throw error }))
  }
  const drag = useReorder(move)
  return (
    <ol className="gu-card gu-field-list" aria-label={t('object.fields')}>
      {rows.map((field, at) => {
        const { className, ...props } = drag(at)
        return <li key={field.key} {...props} className={className}><FieldItem object={object} field={field} edit={() => edit(field)} at={at} last={rows.length - 1} move={move} /></li>
      })}
    </ol>
  )
}

interface ItemProps { object: ObjectDef; field: Field; edit(): void; at: number; last: number; move(from: number, to: number): void }

function FieldItem({ object, field, edit, at, last, move }: ItemProps): ReactNode {
  const { t, lang, say } = useT()
  const acts = useCatalogActs()
  const attempt = useAttempt(object.name, field.key)
  const needed = object.title === field.key || object.code === field.key || object.parent === field.key
  const items = [
    { key: 'edit', label: t('word.edit'), onClick: edit },
    { key: 'up', label: t('field.up'), disabled: at === 0, onClick: () => move(at, at - 1) },
    { key: 'down', label: t('field.down'), disabled: at === last, onClick: () => move(at, at + 1) },
    { key: 'retire', label: t(field.custom ? 'field.retire' : 'field.hide'), disabled: needed, danger: true, onClick: () => attempt(acts.changeField(object.name, field.key, { retired: true }), t('field.retired', { name: say(field.label) })) },
  ]
  return (
    <>
      <HolderOutlined className="gu-holder" aria-hidden />
      <span className="gu-kind-icon small" aria-hidden><KindIcon kind={field.kind} /></span>
      <button type="button" className="gu-plain gu-grow gu-field-name" onClick={edit}>
        <span>{say(field.label)}{field.required && <span className="gu-required">*</span>}<Delicate field={field} /></span>
        <span className="gu-faint gu-small gu-cut">{kindOf(field).label[lang]}{field.unique ? ` · ${t('flag.unique')}` : ''}{field.help ? ` · ${say(field.help)}` : ''}</span>
      </button>
      {object.title === field.key && <Tag>{t('field.isTitle')}</Tag>}
      {field.custom && !object.custom && <Tag color="green">{t('field.own')}</Tag>}
      <Dropdown menu={{ items }} trigger={['click']}><Button type="text" size="small" icon={<MoreOutlined />} aria-label={`${say(field.label)} ${t('word.more')}`} /></Dropdown>
    </>
  )
}

function Retired({ object, fields }: { object: ObjectDef; fields: Field[] }): ReactNode {
  const { t, lang, say } = useT()
  const acts = useCatalogActs()
  const attempt = useAttempt(object.name)
  return (
    <section>
      <h2 className="gu-admin-group">{t('field.retiredOnes')}</h2>
      <p className="gu-faint gu-small">{t('field.retiredHint')}</p>
      <ul className="gu-card gu-field-list retired">
        {fields.map(field => (
          <li key={field.key}><span className="gu-kind-icon small" aria-hidden><KindIcon kind={field.kind} /></span><span className="gu-grow gu-field-name"><span>{say(field.label)}</span><span className="gu-faint gu-small">{kindOf(field).label[lang]}</span></span>
            <Button size="small" onClick={() => attempt(acts.changeField(object.name, field.key, { retired: null }), t('field.backAgain', { name: say(field.label) }))}>{t('field.bringBack')}</Button></li>
        ))}
      </ul>
    </section>
  )
}
