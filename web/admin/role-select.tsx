// The roles of a person, chosen by name with a word of their duties.
import { Select } from 'antd'
import type { ReactNode } from 'react'
import { useT } from '../lib/texts.ts'
import { withHint } from './option-hint.tsx'
import { useRoles } from './queries.ts'

export function RoleSelect({ id, value, disabled = false, onChange }: { id?: string; value?: string[]; disabled?: boolean; onChange?(roles: string[]): void }): ReactNode {
  const { t } = useT()
  const roles = useRoles()
  const options = (roles.data ?? []).map(role => ({ value: role.id, label: role.name, hint: role.note }))
  return (
    <Select id={id} mode="multiple" disabled={disabled} loading={roles.isPending} placeholder={t('user.chooseRoles')} value={value ?? []} options={options} showSearch={{ optionFilterProp: 'label' }} onChange={(next: string[]) => onChange?.(next)} optionRender={withHint} />
  )
}
