// The matrix of a role: objects × what may be done with their records. On a phone each object is a card.
import { ControlOutlined, DownOutlined, RightOutlined, UndoOutlined } from '@ant-design/icons'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Grant, RoleGrants } from '#core/object/access.ts'
import type { ObjectDef } from '#core/object/object.ts'
import { parentName } from '#core/object/rights.ts'
import { useT } from '../lib/texts.ts'
import { ObjectIcon } from '../ui/icons.tsx'
import type { AllCatalog } from './queries.ts'
import { RoleFields } from './role-fields.tsx'
import { ALL, EXTRAS, matrixObjects, shownGrant, VERBS, withGrant, withoutGrant } from './role-rights.ts'
import { ScopeCell } from './scope-cell.tsx'
import './matrix.css'

interface Props { catalog: AllCatalog; rights: RoleGrants; onChange(rights: RoleGrants): void }

export function RoleMatrix({ catalog, rights, onChange }: Props): ReactNode {
  const { t } = useT()
  const [fieldsOf, setFieldsOf] = useState<ObjectDef>()
  const [system, setSystem] = useState(false)
  const objects = matrixObjects(catalog.objects)
  const rows = (list: ObjectDef[]): ReactNode => list.map(object => (parentName(object)
    ? <LinesRow key={object.name} object={object} rights={rights} openFields={() => setFieldsOf(object)} />
    : <GrantRow key={object.name} object={object} name={object.name} rights={rights} onChange={onChange} openFields={() => setFieldsOf(object)} />))
  return (
    <div className="gu-card gu-matrix">
      <table>
        <thead><tr><th>{t('role.object')}</th>{VERBS.map(verb => <th key={verb}>{t(`role.${verb}`)}</th>)}{EXTRAS.map(extra => <th key={extra} className="narrow">{t(`role.${extra}`)}</th>)}<th className="narrow">{t('role.fields')}</th></tr></thead>
        <tbody>{rows(objects.business)}<GrantRow object={undefined} name={ALL} rights={rights} onChange={onChange} /></tbody>
        <tbody>
          <tr className="group"><th colSpan={8}><button type="button" className="gu-plain gu-row" aria-expanded={system} onClick={() => setSystem(!system)}>{system ? <DownOutlined /> : <RightOutlined />}<strong>{t('role.system')}</strong><span className="gu-faint gu-small">{t('role.systemHint')}</span></button></th></tr>
          {system && rows(objects.system)}
        </tbody>
      </table>
      {fieldsOf && <RoleFields object={fieldsOf} objects={catalog.objects} rights={rights} onChange={onChange} close={() => setFieldsOf(undefined)} />}
    </div>
  )
}

interface RowProps { object: ObjectDef | undefined; name: string; rights: RoleGrants; onChange(rights: RoleGrants): void; openFields?(): void }

function GrantRow({ object, name, rights, onChange, openFields }: RowProps): ReactNode {
  const { t, say } = useT()
  const internal = Boolean(object?.internal)
  const { grant, own } = shownGrant(rights, name, internal)
  const label = object ? say(object.label) : t('role.others')
  const inherits = !own && !internal && name !== ALL && rights.grants.some(other => other.object === ALL)
  const set = (patch: Partial<Grant>): void => onChange(withGrant(rights, name, internal, patch))
  return (
    <tr className={inherits ? 'inherits' : undefined}>
      <th scope="row"><span className="gu-row"><span className="gu-nav-icon" aria-hidden>{object && <ObjectIcon name={object.icon} />}</span><span className="gu-grow">{label}{inherits && <span className="gu-faint gu-small"> {t('role.inherits')}</span>}{!object && <div className="gu-faint gu-small">{t('role.othersHint')}</div>}</span>
        {own && object && !internal && rights.grants.some(other => other.object === ALL) && <Button size="small" type="text" icon={<UndoOutlined />} title={t('role.likeOthers')} aria-label={t('role.likeOthers')} onClick={() => onChange(withoutGrant(rights, name))} />}</span></th>
      {VERBS.map(verb => <td key={verb} data-label={t(`role.${verb}`)}><ScopeCell object={object} scope={grant[verb]} faint={inherits} label={`${label} ${t(`role.${verb}`)}`} onChange={scope => set({ [verb]: scope })} /></td>)}
      {EXTRAS.map(extra => <td key={extra} className="narrow" data-label={t(`role.${extra}`)}><Checkbox checked={grant[extra]} aria-label={`${label} ${t(`role.${extra}`)}`} onChange={event => set({ [extra]: event.target.checked })} /></td>)}
      <td className="narrow" data-label={t('role.fields')}>{openFields && <FieldsButton count={Object.keys(grant.fields ?? {}).length} open={openFields} label={label} />}</td>
    </tr>
  )
}

function LinesRow({ object, rights, openFields }: { object: ObjectDef; rights: RoleGrants; openFields(): void }): ReactNode {
  const { t, say } = useT()
  const own = rights.grants.find(grant => grant.object === object.name)
  return (
    <tr className="lines">
      <th scope="row">{say(object.label)}</th>
      <td colSpan={6} className="gu-faint gu-small">{t('role.lines')}</td>
      <td className="narrow" data-label={t('role.fields')}><FieldsButton count={Object.keys(own?.fields ?? {}).length} open={openFields} label={say(object.label)} /></td>
    </tr>
  )
}

function FieldsButton({ count, open, label }: { count: number; open(): void; label: string }): ReactNode {
  const { t } = useT()
  return <Button size="small" type="text" icon={<ControlOutlined />} aria-label={`${label} ${t('role.fields')}`} onClick={open}>{count > 0 ? count : ''}</Button>
}
