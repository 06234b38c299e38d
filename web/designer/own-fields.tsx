// From the form to the objects that fill it: a field is added, the choices of one are changed, and one is back on the form.
import { PlusOutlined, UnorderedListOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Field } from '#core/field/field.ts'
import { FieldDrawer } from '../admin/field-drawer.tsx'
import { useAllCatalog } from '../admin/queries.ts'
import '../admin/admin.css'
import '../admin/designer.css'
import { usePower } from '../lib/session.ts'
import { useT } from '../lib/texts.ts'
import type { Design } from './design.ts'

/** `field` is one whose choices are edited; without it one is added. */
export function OwnFields({ object: name, field }: { design: Design; object: string | undefined; field?: Field | undefined }): ReactNode {
  const { t, say } = useT()
  const catalog = useAllCatalog().data
  const may = usePower('catalog')
  const [open, setOpen] = useState(false)
  const object = name === undefined ? undefined : catalog?.objects.get(name)
  if (!catalog || !object || object.internal) return null
  const own = field && object.fields[field.key]
  if (field && !(own && 'options' in own)) return null
  const label = own ? t('design.options', { name: say(own.label) }) : t('design.addField', { name: say(object.label) })
  return (
    <div className="gu-design-own">
      <Button size="small" disabled={!may} icon={own ? <UnorderedListOutlined /> : <PlusOutlined />} onClick={() => setOpen(true)}>{label}</Button>
      <p className="gu-faint gu-small">{!may ? t('design.needCatalog') : own ? t('design.optionsHint') : t('design.addFieldHint')}</p>
      {open && <FieldDrawer catalog={catalog} object={object} close={() => setOpen(false)} {...(own ? { field: own } : {})} />}
    </div>
  )
}
