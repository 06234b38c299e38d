// People: who works with the product, in which department and with which roles; inviting and ending access.
import { SearchOutlined, UserAddOutlined } from '@ant-design/icons'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Drawer, Input, Segmented, Table, Tag } from 'antd'
import { useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { useNarrow } from '../lib/media.ts'
import { useMe } from '../lib/session.ts'
import { useT } from '../lib/texts.ts'
import { Failed, Loading } from '../ui/notice.tsx'
import { Person } from '../ui/person.tsx'
import { AdminFrame } from './admin-frame.tsx'
import { Invite } from './invite.tsx'
import type { SignIn, UserRow } from './queries.ts'
import { useSignIns, useUsers } from './queries.ts'
import { UserForm } from './user-form.tsx'
import { UserState } from './user-state.tsx'

type Shown = 'active' | 'left' | 'all'

const fits = (user: UserRow, text: string): boolean =>
  [user.name, user.email, user.phone, user.position, user.department?.label, ...(user.roles ?? []).map(role => role.label)].some(part => part?.toLowerCase().includes(text))

export function UsersPage(): ReactNode {
  const { t } = useT()
  const navigate = useNavigate()
  const { id } = useSearch({ from: '/shell/admin/$page' })
  const users = useUsers()
  const [inviting, setInviting] = useState(false)
  const choose = (next?: string): void => void navigate({ to: '/admin/$page', params: { page: 'users' }, search: next ? { id: next } : {}, replace: true })
  const chosen = users.data?.find(user => user.id === id)
  return (
    <AdminFrame page="users" wide actions={<Button type="primary" icon={<UserAddOutlined />} onClick={() => setInviting(true)}>{t('user.invite')}</Button>}>
      {users.data ? <People users={users.data} choose={choose} /> : users.error ? <Failed error={users.error} again={() => void users.refetch()} /> : <Loading />}
      <p className="gu-faint gu-small">{t('user.notOneselfNote')}</p>
      <Drawer open={chosen !== undefined} onClose={() => choose()} size="min(480px, 100vw)" title={chosen && <span className="gu-row"><Person name={chosen.name} size={26} />{chosen.name}</span>} destroyOnHidden>
        {chosen && <UserForm key={`${chosen.id} ${chosen.version}`} user={chosen} />}
      </Drawer>
      {inviting && <Invite close={() => setInviting(false)} />}
    </AdminFrame>
  )
}

function People({ users, choose }: { users: UserRow[]; choose(id: string): void }): ReactNode {
  const { t } = useT()
  const narrow = useNarrow()
  const signIns = useSignIns()
  const byId = useMemo(() => new Map((signIns.data ?? []).map(item => [item.id, item])), [signIns.data])
  const [text, setText] = useState('')
  const [shown, setShown] = useState<Shown>('active')
  const rows = users.filter(user => (shown === 'all' || (user.active === false) === (shown === 'left')) && (text.trim() === '' || fits(user, text.trim().toLowerCase())))
  const left = users.filter(user => user.active === false).length
  return (
    <div className="gu-stack">
      <div className="gu-row wrap">
        <Input allowClear prefix={<SearchOutlined />} placeholder={t('user.search')} aria-label={t('user.search')} value={text} onChange={event => setText(event.target.value)} style={{ width: narrow ? '100%' : 280 }} />
        <Segmented<Shown> value={shown} onChange={setShown} options={[{ value: 'active', label: t('user.activeN', { n: users.length - left }) }, { value: 'left', label: t('user.leftN', { n: left }) }, { value: 'all', label: t('word.all') }]} />
      </div>
      {narrow ? <Cards rows={rows} signIns={byId} choose={choose} /> : <Rows rows={rows} signIns={byId} choose={choose} />}
    </div>
  )
}

interface ListProps { rows: UserRow[]; signIns: Map<string, SignIn>; choose(id: string): void }

function Rows({ rows, signIns, choose }: ListProps): ReactNode {
  const { t } = useT()
  return (
    <Table<UserRow> rowKey="id" size="small" className="gu-card gu-admin-table" dataSource={rows} locale={{ emptyText: t('user.none') }}
      pagination={rows.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
      onRow={row => ({ onClick: () => choose(row.id), className: 'gu-admin-can' })} columns={[
        { title: t('user.name'), sorter: (a, b) => a.name.localeCompare(b.name, 'zh-CN'), render: (_value, row) => <button type="button" className="gu-plain gu-row" onClick={() => choose(row.id)}><Person name={row.name} size={24} /><span>{row.name}<Me id={row.id} /></span></button> },
        { title: t('user.email'), dataIndex: 'email', ellipsis: true },
        { title: t('user.department'), render: (_value, row) => row.department?.label ?? <span className="gu-faint">—</span> },
        { title: t('user.position'), render: (_value, row) => row.position ?? <span className="gu-faint">—</span> },
        { title: t('user.roles'), render: (_value, row) => <Roles row={row} /> },
        { title: t('user.state'), width: 170, render: (_value, row) => <UserState row={row} signIn={signIns.get(row.id)} /> },
      ]} />
  )
}

function Cards({ rows, signIns, choose }: ListProps): ReactNode {
  const { t } = useT()
  if (rows.length === 0) return <p className="gu-faint">{t('user.none')}</p>
  return (
    <ul className="gu-admin-list">
      {rows.map(row => (
        <li key={row.id}><button type="button" className="gu-plain gu-card gu-admin-item" onClick={() => choose(row.id)}>
          <Person name={row.name} size={34} />
          <span className="gu-grow"><span className="gu-row"><strong className="gu-grow">{row.name}<Me id={row.id} /></strong><UserState row={row} signIn={signIns.get(row.id)} /></span>
            <span className="gu-dim gu-small">{[row.department?.label, row.position, row.email].filter(Boolean).join(' · ')}</span><span><Roles row={row} /></span></span>
        </button></li>
      ))}
    </ul>
  )
}

function Me({ id }: { id: string }): ReactNode {
  const { t } = useT()
  return useMe().id === id ? <span className="gu-faint"> {t('user.me')}</span> : null
}

function Roles({ row }: { row: UserRow }): ReactNode {
  const { t } = useT()
  if (!row.roles || row.roles.length === 0) return <span className="gu-admin-warn">{t('user.noRole')}</span>
  return <span className="gu-admin-tags">{row.roles.map(role => <Tag key={role.id}>{role.label}</Tag>)}</span>
}
