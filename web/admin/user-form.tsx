// One person: name, department, roles; a new link; ending and giving back access. Nobody changes his own rights here.
import { LinkOutlined, StopOutlined, UndoOutlined } from '@ant-design/icons'
import { Alert, Button, Form, Input, Popconfirm } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { RecordPick } from '../field/reference-input.tsx'
import { post } from '../lib/api.ts'
import type { Link } from '../lib/api-types.ts'
import { errorText, fieldTexts, useSay } from '../lib/say.ts'
import { useMe } from '../lib/session.ts'
import { useT } from '../lib/texts.ts'
import { useRecordActs } from '../record/queries.ts'
import { InviteLink } from './invite-link.tsx'
import type { Invited } from './invite-link.tsx'
import type { UserRow } from './queries.ts'
import { useRefresh, useSignIns } from './queries.ts'
import { RoleSelect } from './role-select.tsx'
import { UserState } from './user-state.tsx'

interface Typed { name: string; email: string; phone: string; position: string; department: Link | null; roles: string[] }

const typedOf = (user: UserRow): Typed => ({
  name: user.name, email: user.email, phone: user.phone ?? '', position: user.position ?? '', department: user.department, roles: (user.roles ?? []).map(role => role.id),
})

/** Only what differs is sent: another administrator may be at work on the rest. */
function changesOf(user: UserRow, typed: Typed): Record<string, unknown> {
  const before = typedOf(user)
  const changes: Record<string, unknown> = {}
  for (const key of ['name', 'email', 'phone', 'position'] as const) if (typed[key].trim() !== before[key]) changes[key] = typed[key].trim() || null
  if (typed.department?.id !== before.department?.id) changes['department'] = typed.department?.id ?? null
  if ([...typed.roles].sort().join() !== [...before.roles].sort().join()) changes['roles'] = typed.roles
  return changes
}

export function UserForm({ user }: { user: UserRow }): ReactNode {
  const { t, lang } = useT()
  const say = useSay()
  const own = useMe().id === user.id
  const acts = useRecordActs('user')
  const signIn = useSignIns().data?.find(item => item.id === user.id)
  const [typed, setTyped] = useState(() => typedOf(user))
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [busy, setBusy] = useState(false)
  const set = (patch: Partial<Typed>): void => { setTyped({ ...typed, ...patch }); setErrors({}) }
  const changes = changesOf(user, typed)
  const save = async (): Promise<void> => {
    setBusy(true)
    try {
      await acts.update(user.id, user.version, changes)
      say.ok(t('word.saved'))
    } catch (error) {
      setErrors({ '': errorText(error, t, lang), ...fieldTexts(error, lang) })
    }
    setBusy(false)
  }
  const item = (key: 'name' | 'email' | 'phone' | 'position', label: string, max: number): ReactNode => (
    <Form.Item label={label} htmlFor={`user-${key}`} validateStatus={errors[key] ? 'error' : undefined} help={errors[key]}><Input id={`user-${key}`} value={typed[key]} maxLength={max} onChange={event => set({ [key]: event.target.value })} /></Form.Item>
  )
  return (
    <Form layout="vertical" onFinish={() => void save()} className="gu-admin-panel">
      <div><UserState row={user} signIn={signIn} /></div>
      {errors[''] && <Alert type="error" showIcon title={errors['']} />}
      {own && <Alert type="info" showIcon title={t('user.ownNote')} />}
      {item('name', t('user.name'), 50)}
      {item('email', t('user.email'), 254)}
      {item('phone', t('user.phone'), 40)}
      {item('position', t('user.position'), 50)}
      <Form.Item label={t('user.department')} htmlFor="user-department" validateStatus={errors['department'] ? 'error' : undefined} help={errors['department']}>
        {own ? <Input id="user-department" disabled value={user.department?.label ?? ''} /> : <RecordPick id="user-department" object="department" many={false} links={typed.department ? [typed.department] : []} onPick={links => set({ department: links[0] ?? null })} />}
      </Form.Item>
      <Form.Item label={t('user.roles')} htmlFor="user-roles" validateStatus={errors['roles'] ? 'error' : undefined} help={errors['roles'] ?? t('user.rolesHint')}><RoleSelect id="user-roles" value={typed.roles} disabled={own} onChange={roles => set({ roles })} /></Form.Item>
      <Button type="primary" htmlType="submit" disabled={Object.keys(changes).length === 0} loading={busy}>{t('word.save')}</Button>
      {!own && <Access user={user} joined={signIn?.joined ?? true} />}
    </Form>
  )
}

function Access({ user, joined }: { user: UserRow; joined: boolean }): ReactNode {
  const { t } = useT()
  const say = useSay()
  const refresh = useRefresh()
  const [invited, setInvited] = useState<Invited>()
  const isActive = user.active !== false
  const run = (act: () => Promise<void>): Promise<void> => act().catch(say.fail)
  const setActive = (active: boolean): Promise<void> => run(async () => {
    await post(`/api/users/${user.id}/${active ? 'activate' : 'deactivate'}`)
    say.ok(t(active ? 'user.activated' : 'user.deactivated', { name: user.name }))
    refresh('user')
  })
  const relink = (): Promise<void> => run(async () => setInvited(await post<Invited>(`/api/users/${user.id}/invite`)))
  return (
    <section className="gu-admin-access">
      <h3>{t('user.access')}</h3>
      {invited && <InviteLink invited={invited} />}
      <div className="gu-row wrap">
        {isActive && <Popconfirm title={t(joined ? 'user.resetAsk' : 'user.relinkAsk')} description={t('user.relinkHint')} onConfirm={() => void relink()}><Button icon={<LinkOutlined />}>{t(joined ? 'user.reset' : 'user.relink')}</Button></Popconfirm>}
        {isActive
          ? <Popconfirm title={t('user.deactivateAsk', { name: user.name })} description={<div style={{ maxWidth: 280 }}>{t('user.deactivateHint')}</div>} okText={t('user.deactivate')} okButtonProps={{ danger: true }} onConfirm={() => void setActive(false)}><Button danger icon={<StopOutlined />}>{t('user.deactivate')}</Button></Popconfirm>
          : <Button icon={<UndoOutlined />} onClick={() => void setActive(true)}>{t('user.activate')}</Button>}
      </div>
    </section>
  )
}
