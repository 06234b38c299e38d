// The person: language, theme, account pages, sign-out.
import { Dropdown } from 'antd'
import type { MenuProps } from 'antd'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Lang } from '#core/lib/text.ts'
import { api } from '../lib/api.ts'
import type { ThemeName } from '../lib/api-types.ts'
import { useMe, useSignOut } from '../lib/session.ts'
import { setSettings, useSettings } from '../lib/settings.ts'
import { useT } from '../lib/texts.ts'
import { Person } from '../ui/person.tsx'

/** The browser changes at once; the account remembers it for the next computer. */
function keep(change: { lang?: Lang; theme?: ThemeName }): void {
  setSettings(change)
  const { lang, theme } = change
  void api('/api/me', { method: 'PUT', body: { ...(lang ? { lang } : {}), ...(theme ? { settings: { theme } } : {}) } }).catch(() => undefined)
}

export function UserMenu(): ReactNode {
  const { t } = useT()
  const me = useMe()
  const navigate = useNavigate()
  const signOut = useSignOut()
  const { lang, theme } = useSettings()
  const account = (tab: string) => () => void navigate({ to: '/account', search: { tab } })
  const items: MenuProps['items'] = [
    { key: 'who', type: 'group', label: <span><strong>{me.name}</strong><br /><span className="gu-faint">{me.email}</span></span> },
    { type: 'divider' },
    { key: 'lang', label: t('user.language'), children: [
      { key: 'zh', label: '简体中文', onClick: () => keep({ lang: 'zh' }) }, { key: 'en', label: 'English', onClick: () => keep({ lang: 'en' }) }] },
    { key: 'theme', label: t('user.theme'), children: (['light', 'dark', 'system'] as const).map(name =>
      ({ key: name, label: t(`theme.${name}`), onClick: () => keep({ theme: name }) })) },
    { type: 'divider' },
    { key: 'password', label: t('account.password'), onClick: account('password') },
    { key: 'totp', label: t('account.totp'), onClick: account('totp') },
    { key: 'sessions', label: t('account.sessions'), onClick: account('sessions') },
    { key: 'keys', label: t('account.keys'), onClick: account('keys') },
    { type: 'divider' },
    { key: 'out', label: t('user.signOut'), onClick: () => void signOut() },
  ]
  return (
    <Dropdown menu={{ items, selectedKeys: [lang, theme] }} trigger={['click']} placement="bottomRight">
      <button type="button" className="gu-plain gu-user" aria-label={t('user.menu', { name: me.name })}><Person name={me.name} size={28} /></button>
    </Dropdown>
  )
}
