// One's own account: password, two-step sign-in, sessions, API keys.
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Tabs } from 'antd'
import type { ReactNode } from 'react'
import { useMe } from '../lib/session.ts'
import { useT } from '../lib/texts.ts'
import { ChangePassword, Sessions } from './account-parts.tsx'
import { Keys } from './keys.tsx'
import { Totp } from './totp.tsx'

export function AccountPage(): ReactNode {
  const { t } = useT()
  const me = useMe()
  const navigate = useNavigate()
  const { tab = 'password' } = useSearch({ from: '/shell/account' })
  const items = [
    { key: 'password', label: t('account.password'), children: <ChangePassword /> },
    { key: 'totp', label: t('account.totp'), children: <Totp /> },
    { key: 'sessions', label: t('account.sessions'), children: <Sessions /> },
    { key: 'keys', label: t('account.keys'), children: <Keys /> },
  ]
  return (
    <div className="gu-page">
      <header><h1>{t('account.title')}</h1><p>{me.name} · {me.email}</p></header>
      <Tabs activeKey={tab} onChange={key => void navigate({ to: '/account', search: { tab: key }, replace: true })} items={items} destroyOnHidden />
    </div>
  )
}
