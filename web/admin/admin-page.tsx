// The administration: a page of cards, and the way to each of its pages.
import { ApiOutlined, ApartmentOutlined, AuditOutlined, BankOutlined, DashboardOutlined, ProfileOutlined, SafetyOutlined, TeamOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useT } from '../lib/texts.ts'
import { NotAllowed, NotFound } from '../ui/notice.tsx'
import { ADMIN_PAGES, useAdminPages } from './pages.ts'
import type { AdminPageName } from './pages.ts'
import './admin.css'

const ICON: Record<AdminPageName, ReactNode> = {
  company: <BankOutlined />, departments: <ApartmentOutlined />, users: <TeamOutlined />, roles: <SafetyOutlined />,
  objects: <ProfileOutlined />, audit: <AuditOutlined />, status: <DashboardOutlined />,
}

export function AdminHome(): ReactNode {
  const { t } = useT()
  const pages = useAdminPages()
  if (pages.length === 0) return <NotAllowed />
  return (
    <div className="gu-page">
      <header><h1>{t('admin.title')}</h1><p>{t('admin.hint')}</p></header>
      <ul className="gu-admin-cards">
        {pages.map(page => (
          <li key={page}>
            <Link to="/admin/$page" params={{ page }} className="gu-card gu-admin-card">
              <span className="gu-admin-icon" aria-hidden>{ICON[page]}</span>
              <span><strong>{t(ADMIN_PAGES[page].title)}</strong><span className="gu-dim">{t(ADMIN_PAGES[page].hint)}</span></span>
            </Link>
          </li>
        ))}
        <li>
          <Link to="/account" search={{ tab: 'keys' }} className="gu-card gu-admin-card">
            <span className="gu-admin-icon" aria-hidden><ApiOutlined /></span>
            <span><strong>{t('account.keys')}</strong><span className="gu-dim">{t('keys.what')}</span></span>
          </Link>
        </li>
      </ul>
    </div>
  )
}

export function AdminPage(): ReactNode {
  return <NotFound />
}
