// Left navigation: home, forms, the objects one may read under their headings, administration. Folds to icons.
import { FileTextOutlined, HomeOutlined, MenuFoldOutlined, MenuUnfoldOutlined, SettingOutlined } from '@ant-design/icons'
import { Link, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { byArea } from '#core/object/areas.ts'
import { navObjects, useCatalog } from '../lib/catalog.ts'
import { useSession } from '../lib/session.ts'
import { setSettings, useSettings } from '../lib/settings.ts'
import { useT } from '../lib/texts.ts'
import { NavGroup } from './nav-group.tsx'
import { NavItem } from './nav-item.tsx'
import { NavWork } from './nav-work.tsx'

const ADMIN = new Set(['admin', 'catalog', 'users', 'settings', 'audit'])

export function useHasAdmin(): boolean {
  return useSession()?.powers.some(power => ADMIN.has(power)) ?? false
}

export function NavItems({ folded, onPick }: { folded: boolean; onPick?(): void }): ReactNode {
  const { t } = useT()
  const groups = byArea(navObjects(useCatalog()))
  const hasAdmin = useHasAdmin()
  return (
    <>
      <ul className="gu-nav-list">
        <NavItem label={t('nav.home')} icon={<HomeOutlined />} folded={folded}>
          {content => <Link to="/" activeOptions={{ exact: true }} className="gu-nav-item" onClick={onPick}>{content}</Link>}
        </NavItem>
        <NavWork folded={folded} onPick={onPick} />
        <NavItem label={t('form.centre')} icon={<FileTextOutlined />} folded={folded}>
          {content => <Link to="/forms" className="gu-nav-item" onClick={onPick}>{content}</Link>}
        </NavItem>
        {groups.map(group => <NavGroup key={group.area} group={group} folded={folded} titled={groups.length > 1} onPick={onPick} />)}
      </ul>
      {hasAdmin && <ul className="gu-nav-list gu-nav-low">
        <NavItem label={t('nav.admin')} icon={<SettingOutlined />} folded={folded}>
          {content => <Link to="/admin" className="gu-nav-item" onClick={onPick}>{content}</Link>}
        </NavItem>
      </ul>}
    </>
  )
}

export function Nav(): ReactNode {
  const { t } = useT()
  const session = useSession()
  const { navFolded } = useSettings()
  const label = navFolded ? t('nav.unfold') : t('nav.fold')
  const place = useRef<HTMLElement>(null)
  // Links are marked when the page has been found, not when it is asked for.
  const pathname = useRouterState({ select: state => state.resolvedLocation?.pathname })
  const { objects } = useCatalog()
  // The list is longer than most screens: what is open is in sight.
  useEffect(() => {
    if (pathname !== undefined && objects.size > 0) place.current?.querySelector('.gu-nav-item.active')?.scrollIntoView({ block: 'nearest' })
  }, [pathname, objects])
  return (
    <nav className="gu-nav" aria-label={t('nav.label')} ref={place}>
      <Link to="/" className="gu-brand" aria-label={t('nav.home')}>
        <Mark />
        <span className="gu-nav-label gu-cut">{session?.company.name || t('app.name')}</span>
      </Link>
      <NavItems folded={navFolded} />
      <button type="button" className="gu-plain gu-nav-fold" aria-label={label} title={label} onClick={() => setSettings({ navFolded: !navFolded })}>
        {navFolded ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
      </button>
    </nav>
  )
}

/** Two leaves bound at one spine: the book of relations. */
export function Mark({ size = 24 }: { size?: number }): ReactNode {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden className="gu-mark">
      <rect width="24" height="24" rx="6" fill="var(--gu-brand)" />
      <path d="M12 7.2c-1.6-1.2-3.6-1.7-6-1.7v11.3c2.4 0 4.4.5 6 1.7 1.6-1.2 3.6-1.7 6-1.7V5.5c-2.4 0-4.4.5-6 1.7Z" fill="none" stroke="#fff" strokeWidth="1.5" strokeLinejoin="round" />
      <path d="M12 7.2v11.3" stroke="#fff" strokeWidth="1.5" /><circle cx="9" cy="11" r="1.1" fill="#fff" /><circle cx="15" cy="11" r="1.1" fill="#fff" />
    </svg>
  )
}
