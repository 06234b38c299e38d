// Roles: what each is for and how many people have it; a new one begins as a copy of one that fits.
import { CopyOutlined, DeleteOutlined, PlusOutlined, TeamOutlined } from '@ant-design/icons'
import { Link as To, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Form, Input, Modal, Popconfirm, Select, Tag } from 'antd'
import { useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { newKey } from '../lib/api.ts'
import { useSay } from '../lib/say.ts'
import { useT } from '../lib/texts.ts'
import { useRecordActs } from '../record/queries.ts'
import { SignForm } from '../sign/frame.tsx'
import { Failed, Loading, NotFound } from '../ui/notice.tsx'
import { AdminFrame } from './admin-frame.tsx'
import type { RoleRow } from './queries.ts'
import { useAllCatalog, useRoles, useUsers } from './queries.ts'
import { RoleEditor } from './role-editor.tsx'
import { rightsFrom } from './role-rights.ts'

export function RolesPage(): ReactNode {
  const { id } = useSearch({ from: '/shell/admin/$page' })
  return id === undefined ? <RoleList /> : <OneRole id={id} />
}

function OneRole({ id }: { id: string }): ReactNode {
  const roles = useRoles()
  const catalog = useAllCatalog()
  const role = roles.data?.find(one => one.id === id)
  if (roles.error || catalog.error) return <Failed error={roles.error ?? catalog.error} again={() => { void roles.refetch(); void catalog.refetch() }} />
  if (!roles.data || !catalog.data) return <Loading />
  return role ? <RoleEditor key={id} role={role} catalog={catalog.data} /> : <NotFound />
}

/** People who leave keep their roles for the day they come back: they do not count. */
const usePeopleOf = (): ((id: string) => number) => {
  const users = useUsers()
  return id => (users.data ?? []).filter(user => user.active !== false && user.roles?.some(role => role.id === id)).length
}

function RoleList(): ReactNode {
  const { t } = useT()
  const roles = useRoles()
  const peopleOf = usePeopleOf()
  const [making, setMaking] = useState<{ from?: RoleRow }>()
  return (
    <AdminFrame page="roles" actions={<Button type="primary" icon={<PlusOutlined />} onClick={() => setMaking({})}>{t('role.add')}</Button>}>
      {roles.data
        ? <ul className="gu-admin-list gu-card">{roles.data.map(role => <RoleItem key={role.id} role={role} people={peopleOf(role.id)} copy={() => setMaking({ from: role })} />)}</ul>
        : roles.error ? <Failed error={roles.error} again={() => void roles.refetch()} /> : <Loading />}
      {making && <MakeRole roles={roles.data ?? []} from={making.from} close={() => setMaking(undefined)} />}
    </AdminFrame>
  )
}

function RoleItem({ role, people, copy }: { role: RoleRow; people: number; copy(): void }): ReactNode {
  const { t } = useT()
  const say = useSay()
  const acts = useRecordActs('role')
  const { powers } = rightsFrom(role.rights)
  const remove = (): Promise<void> => acts.remove(role.id).then(() => say.ok(t('role.removed', { name: role.name })), say.fail)
  return (
    <li className="gu-admin-role">
      <To to="/admin/$page" params={{ page: 'roles' }} search={{ id: role.id }} className="gu-grow">
        <strong>{role.name}</strong>
        <span className="gu-dim gu-small">{role.note}</span>
        {powers.includes('admin') && <Tag color="gold">{t('power.admin')}</Tag>}
      </To>
      <span className="gu-faint" title={t('role.people', { n: people })}><TeamOutlined aria-hidden /> {people}</span>
      <Button type="text" size="small" icon={<CopyOutlined />} title={t('role.copy')} aria-label={`${t('role.copy')} ${role.name}`} onClick={copy} />
      <Popconfirm title={people > 0 ? t('role.cannotRemove', { n: people }) : t('role.removeAsk', { name: role.name })} description={people > 0 ? t('role.cannotRemoveHint') : undefined} showCancel={people === 0} okText={people > 0 ? t('word.ok') : t('word.delete')} okButtonProps={{ danger: people === 0 }} onConfirm={() => (people > 0 ? undefined : remove())}>
        <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={`${t('word.delete')} ${role.name}`} />
      </Popconfirm>
    </li>
  )
}

interface Values { name: string; note?: string; from: string }
const BLANK = 'blank'

function MakeRole({ roles, from, close }: { roles: RoleRow[]; from?: RoleRow; close(): void }): ReactNode {
  const { t } = useT()
  const navigate = useNavigate()
  const acts = useRecordActs('role')
  const once = useRef(newKey())
  const make = async ({ name, note, from: source }: Values): Promise<void> => {
    const rights = rightsFrom(roles.find(role => role.id === source)?.rights)
    try {
      const row = await acts.create({ name: name.trim(), note: note?.trim() || null, rights }, once.current)
      close()
      void navigate({ to: '/admin/$page', params: { page: 'roles' }, search: { id: row.id } })
    } finally {
      once.current = newKey()
    }
  }
  return (
    <Modal open title={t(from ? 'role.copy' : 'role.add')} footer={null} onCancel={close}>
      <SignForm<Values> submit={t('role.make')} onSubmit={make} initial={{ from: from?.id ?? roles.find(role => rightsFrom(role.rights).powers.length === 0)?.id ?? BLANK, ...(from ? { name: t('role.copyOf', { name: from.name }), note: from.note ?? '' } : {}) }}>
        <Form.Item name="name" label={t('role.name')} rules={[{ required: true, whitespace: true, message: t('role.needName') }]}><Input autoFocus maxLength={50} /></Form.Item>
        <Form.Item name="note" label={t('role.note')}><Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={500} /></Form.Item>
        <Form.Item name="from" label={t('role.from')} extra={t('role.fromHint')}><Select showSearch={{ optionFilterProp: 'label' }} options={[...roles.map(role => ({ value: role.id, label: role.name })), { value: BLANK, label: t('role.blank') }]} /></Form.Item>
      </SignForm>
    </Modal>
  )
}
