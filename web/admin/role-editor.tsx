// One role: its matrix, its powers, its people. Nothing is in force until it is saved as a whole.
import { useBlocker, Link as To } from '@tanstack/react-router'
import { Alert, App, Button, Form, Input, Switch, Tabs } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { RoleGrants } from '#core/object/access.ts'
import { POWERS } from '#core/object/access.ts'
import { AppError } from '#core/lib/error.ts'
import { useKey } from '../lib/keys.ts'
import { errorText, fieldTexts, useSay } from '../lib/say.ts'
import { useSession } from '../lib/session.ts'
import { useT } from '../lib/texts.ts'
import { same } from '../record/form.ts'
import { useRecordActs } from '../record/queries.ts'
import { Person } from '../ui/person.tsx'
import { AdminFrame } from './admin-frame.tsx'
import type { AllCatalog, RoleRow } from './queries.ts'
import { useUsers } from './queries.ts'
import { RoleMatrix } from './role-matrix.tsx'
import { rightsFrom, withPower } from './role-rights.ts'

interface Draft { name: string; note: string; rights: RoleGrants }

const draftOf = (role: RoleRow): Draft => ({ name: role.name, note: role.note ?? '', rights: rightsFrom(role.rights) })

/** Leaving with unsaved changes is asked for, whatever the way out. */
function useGuard(dirty: boolean): void {
  const { t } = useT()
  const { modal } = App.useApp()
  useBlocker({
    disabled: !dirty, enableBeforeUnload: dirty,
    shouldBlockFn: async () => dirty && !await modal.confirm({ title: t('role.leaveAsk'), content: t('role.leaveHint'), okText: t('role.leave'), okButtonProps: { danger: true }, cancelText: t('role.stay') }),
  })
}

export function RoleEditor({ role, catalog }: { role: RoleRow; catalog: AllCatalog }): ReactNode {
  const { t, lang } = useT()
  const say = useSay()
  const acts = useRecordActs('role')
  // What is typed stays on the version it was begun on: somebody else's change in between is a conflict, not lost.
  const [edited, setEdited] = useState<{ base: RoleRow; draft: Draft }>()
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const base = edited?.base ?? role
  const draft = edited?.draft ?? draftOf(role)
  const dirty = edited !== undefined && !same(edited.draft, draftOf(edited.base))
  const set = (patch: Partial<Draft>): void => setEdited({ base, draft: { ...draft, ...patch } })
  const own = useSession()?.user?.roles?.includes(role.name) ?? false
  useGuard(dirty)
  const discard = (): void => { setEdited(undefined); setError(undefined) }
  const save = async (): Promise<void> => {
    if (!dirty || busy) return
    setBusy(true)
    const before = draftOf(base)
    const changes = Object.fromEntries(Object.entries(draft).filter(([key, value]) => !same(value, before[key as keyof Draft])))
    try {
      await acts.update(role.id, base.version, changes)
      discard()
      say.ok(t('role.saved'))
    } catch (caught) {
      setError(caught)
    }
    setBusy(false)
  }
  useKey('mod+s', () => void save(), { whileTyping: true })
  const conflict = error instanceof AppError && error.code === 'conflict'
  const tabs = [
    { key: 'records', label: t('role.records'), children: <RoleMatrix catalog={catalog} rights={draft.rights} onChange={rights => set({ rights })} /> },
    { key: 'powers', label: t('role.powers'), children: <Powers rights={draft.rights} onChange={rights => set({ rights })} /> },
    { key: 'people', label: t('role.members'), children: <Members role={role} /> },
  ]
  return (
    <AdminFrame page="roles" wide title={role.name} hint={role.note ?? ''}>
      {own && <Alert type="info" showIcon title={t('role.own')} style={{ marginBottom: 12 }} />}
      {error !== undefined && <Alert type="error" showIcon style={{ marginBottom: 12 }} title={conflict ? t('role.conflict') : errorText(error, t, lang)} description={Object.values(fieldTexts(error, lang)).join(' ')} action={conflict && <Button size="small" onClick={discard}>{t('role.reload')}</Button>} />}
      <NameAndNote draft={draft} set={set} />
      <Tabs items={tabs} />
      {dirty && (
        <div className="gu-admin-savebar" role="region" aria-label={t('role.unsaved')}>
          <span className="gu-grow">{t('role.unsaved')}</span><Button onClick={discard}>{t('role.discard')}</Button><Button type="primary" loading={busy} onClick={() => void save()}>{t('word.save')}</Button>
        </div>
      )}
    </AdminFrame>
  )
}

function NameAndNote({ draft, set }: { draft: Draft; set(patch: Partial<Draft>): void }): ReactNode {
  const { t } = useT()
  return (
    <Form layout="vertical" component="div" className="gu-admin-two name">
      <Form.Item label={t('role.name')} htmlFor="role-name"><Input id="role-name" maxLength={50} value={draft.name} onChange={event => set({ name: event.target.value })} /></Form.Item>
      <Form.Item label={t('role.note')} htmlFor="role-note"><Input id="role-note" maxLength={500} value={draft.note} onChange={event => set({ note: event.target.value })} /></Form.Item>
    </Form>
  )
}

function Powers({ rights, onChange }: { rights: RoleGrants; onChange(rights: RoleGrants): void }): ReactNode {
  const { t } = useT()
  return (
    <ul className="gu-card gu-admin-powers">
      {POWERS.map(power => (
        <li key={power}>
          <span className="gu-grow" id={`power-${power}`}><strong>{t(`power.${power}`)}</strong><div className="gu-dim gu-small">{t(`power.${power}Hint`)}</div></span>
          <Switch aria-labelledby={`power-${power}`} checked={rights.powers.includes(power)} onChange={on => onChange(withPower(rights, power, on))} />
        </li>
      ))}
    </ul>
  )
}

function Members({ role }: { role: RoleRow }): ReactNode {
  const { t } = useT()
  const users = useUsers()
  const people = (users.data ?? []).filter(user => user.roles?.some(one => one.id === role.id))
  return (
    <div className="gu-card gu-admin-side">
      <p className="gu-dim">{people.length === 0 ? t('role.nobody') : t('role.people', { n: people.length })}</p>
      {people.map(user => (
        <To key={user.id} to="/admin/$page" params={{ page: 'users' }} search={{ id: user.id }} className="gu-admin-person"><Person name={user.name} size={22} /><span>{user.name}</span><span className="gu-faint gu-small gu-cut">{[user.department?.label, user.active === false ? t('user.left') : null].filter(Boolean).join(' · ')}</span></To>
      ))}
    </div>
  )
}
