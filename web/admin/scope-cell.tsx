// How far a right reaches: none, one's own, one's departments, all, or records that fit a condition.
import { FilterOutlined } from '@ant-design/icons'
import { Button, Modal, Select } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Scope } from '#core/object/access.ts'
import type { ObjectDef } from '#core/object/object.ts'
import type { Filter } from '#core/report/query.ts'
import { useT } from '../lib/texts.ts'
import { FilterBuilder } from '../list/filter-builder.tsx'
import '../list/list.css'
import { withHint } from './option-hint.tsx'
import { asWebObject } from './queries.ts'
import type { ScopeName } from './role-rights.ts'
import { scopeName } from './role-rights.ts'

interface Props { object: ObjectDef | undefined; scope: Scope; label: string; faint: boolean; onChange(scope: Scope): void }

export function ScopeCell({ object, scope, label, faint, onChange }: Props): ReactNode {
  const { t } = useT()
  const [asking, setAsking] = useState(false)
  const name = scopeName(scope)
  const names: ScopeName[] = object ? ['none', 'own', 'department', 'all', 'where'] : ['none', 'own', 'department', 'all']
  const choose = (next: ScopeName): void => (next === 'where' ? setAsking(true) : onChange(next))
  return (
    <span className={`gu-scope ${name}${faint ? ' faint' : ''}`}>
      <Select<ScopeName> size="small" variant="filled" aria-label={label} value={name} onChange={choose} popupMatchSelectWidth={230} style={{ width: '100%' }}
        options={names.map(value => ({ value, label: t(`scope.${value}`), hint: t(`scope.${value}Hint`) }))} optionRender={withHint} />
      {name === 'where' && object && <Button size="small" type="text" icon={<FilterOutlined />} aria-label={t('scope.edit')} title={t('scope.edit')} onClick={() => setAsking(true)} />}
      {asking && object && <WhereModal object={object} filter={typeof scope === 'object' ? scope.where : undefined} close={() => setAsking(false)} done={where => { onChange({ where }); setAsking(false) }} />}
    </span>
  )
}

function WhereModal({ object, filter, close, done }: { object: ObjectDef; filter: Filter | undefined; close(): void; done(filter: Filter): void }): ReactNode {
  const { t, say } = useT()
  const [where, setWhere] = useState(filter)
  return (
    <Modal open title={t('scope.whereTitle', { object: say(object.label) })} width={680} onCancel={close} okText={t('word.ok')} okButtonProps={{ disabled: where === undefined }} onOk={() => where && done(where)}>
      <p className="gu-dim">{t('scope.whereText')}</p>
      <FilterBuilder object={asWebObject(object)} filter={where} onChange={setWhere} />
    </Modal>
  )
}
