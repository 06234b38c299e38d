// The forms of a record: its own, filled with it; those it can be asked of (a customer's evaluation); new ones about it.
import { FileTextOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import type { MenuProps } from 'antd'
import type { ReactNode } from 'react'
import { kindOf } from '#core/field/kinds.ts'
import type { WebCatalog, WebObject } from '../lib/catalog.ts'
import { liveFields, useCatalog } from '../lib/catalog.ts'
import { useNarrow } from '../lib/media.ts'
import { useT } from '../lib/texts.ts'
import type { FormSearch } from './address.ts'
import { paramField } from './param-field.ts'
import { aboutText } from './prefill.ts'
import { useForms } from './queries.ts'
import type { FormInfo } from './types.ts'

const paramTo = (form: FormInfo, object: string): string | undefined =>
  Object.entries(form.params ?? {}).find(([key, param]) => { const field = paramField(key, param); return kindOf(field).target?.(field)?.object === object })?.[0]

/** Its records refer to this object, and this person may make one. */
function isAbout(catalog: WebCatalog, form: FormInfo, object: WebObject): boolean {
  const own = form.record && form.record !== object.name ? catalog.objects.get(form.record) : undefined
  return own?.can.create === true && liveFields(own).some(field => { const target = kindOf(field).target?.(field); return target?.object === object.name && !target.many })
}

export function RecordForms({ object, id }: { object: WebObject; id: string }): ReactNode {
  const { t, say } = useT()
  const narrow = useNarrow()
  const navigate = useNavigate()
  const catalog = useCatalog()
  const forms = (useForms().data?.forms ?? []).filter(form => form.can.open)
  const item = (form: FormInfo, kind: string, search: FormSearch): NonNullable<MenuProps['items']>[number] => ({
    key: `${kind} ${form.id}`, label: <span className="gu-row"><span className="gu-formid">{form.id}</span>{say(form.title)}</span>, onClick: () => void navigate({ to: '/forms/$id', params: { id: form.id }, search }),
  })
  const own = forms.filter(form => form.record === object.name).map(form => item(form, 'own', { record: id }))
  const asked = forms.flatMap(form => { const key = form.record ? undefined : paramTo(form, object.name); return key ? [item(form, 'asked', { [key]: id })] : [] })
  const fresh = forms.filter(form => isAbout(catalog, form, object)).map(form => item(form, 'new', { record: 'new', for: aboutText(object.name, id) }))
  const groups = [['own', t('form.menuOwn'), own], ['asked', t('form.menuMore'), asked], ['new', t('form.menuNew'), fresh]] as const
  const items = groups.filter(([, , list]) => list.length > 0).map(([key, label, children]) => ({ key, type: 'group' as const, label, children: [...children] }))
  if (items.length === 0) return null
  return <Dropdown menu={{ items, style: { maxHeight: '70vh', overflow: 'auto' } }} trigger={['click']}><Button icon={<FileTextOutlined />} aria-label={t('form.menu')}>{narrow ? null : t('form.menu')}</Button></Dropdown>
}
