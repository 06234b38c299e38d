// Rights of a role over the fields of one object: what follows from the object's row, and what differs from it.
import { Checkbox, Drawer, Select } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Field } from '#core/field/field.ts'
import { kindOf } from '#core/field/kinds.ts'
import type { FieldRight, RoleGrants } from '#core/object/access.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { useT } from '../lib/texts.ts'
import '../field/field.css'
import { fieldGrant, usualRight, withFieldRight } from './role-rights.ts'

const RIGHTS: FieldRight[] = ['hidden', 'masked', 'read', 'write']
const USUAL = 'usual'

interface Props { object: ObjectDef; objects: ReadonlyMap<string, ObjectDef>; rights: RoleGrants; onChange(rights: RoleGrants): void; close(): void }

export function RoleFields({ object, objects, rights, onChange, close }: Props): ReactNode {
  const { t, say } = useT()
  const [delicate, setDelicate] = useState(false)
  const grant = fieldGrant(rights, object, objects)
  const fields = Object.values(object.fields).filter(field => !field.retired && field.kind !== 'json' && (!delicate || (field.sensitivity && field.sensitivity !== 'general')))
  return (
    <Drawer open onClose={close} size="min(560px, 100vw)" title={t('role.fieldsOf', { object: say(object.label) })}>
      <p className="gu-dim gu-admin-lead">{t('role.fieldsHint')}</p>
      <Checkbox checked={delicate} onChange={event => setDelicate(event.target.checked)}>{t('role.onlyDelicate')}</Checkbox>
      <ul className="gu-admin-fields">
        {fields.map(field => <FieldRow key={field.key} field={field} named={grant.fields?.[field.key]} usual={usualRight(grant, field)} onChange={right => onChange(withFieldRight(rights, object, field.key, right))} />)}
      </ul>
    </Drawer>
  )
}

function FieldRow({ field, named, usual, onChange }: { field: Field; named: FieldRight | undefined; usual: FieldRight; onChange(right: FieldRight | undefined): void }): ReactNode {
  const { t, lang, say } = useT()
  const readOnly = field.readOnly || !kindOf(field).typed
  const offered = readOnly ? RIGHTS.filter(right => right !== 'write') : RIGHTS
  const shown = readOnly && usual === 'write' ? 'read' : usual
  return (
    <li>
      <span className="gu-grow"><span>{say(field.label)}</span><Delicate field={field} /><div className="gu-faint gu-small">{kindOf(field).label[lang]}{field.purpose ? ` · ${t('field.purpose', { purpose: say(field.purpose) })}` : ''}</div></span>
      <Select<FieldRight | typeof USUAL> size="small" aria-label={say(field.label)} value={named ?? USUAL} variant={named ? 'outlined' : 'filled'} className={named ? undefined : 'gu-faint'} popupMatchSelectWidth={false}
        options={[{ value: USUAL, label: t('role.usual', { right: t(`right.${shown}`) }) }, ...offered.map(value => ({ value, label: t(`right.${value}`) }))]}
        onChange={value => onChange(value === USUAL ? undefined : value)} />
    </li>
  )
}

export function Delicate({ field }: { field: Pick<Field, 'sensitivity'> }): ReactNode {
  const { t } = useT()
  if (!field.sensitivity || field.sensitivity === 'general') return null
  return <span className={`gu-purpose ${field.sensitivity}`}>{t(field.sensitivity === 'sensitive' ? 'field.sensitive' : 'field.restricted')}</span>
}
