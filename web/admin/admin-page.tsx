// The administration: a page of cards, and the way to each of its pages.
import { ApiOutlined, ApartmentOutlined, AuditOutlined, BankOutlined, DashboardOutlined, FormOutlined, NodeIndexOutlined, ProfileOutlined, SafetyOutlined, TeamOutlined } from '@ant-design/icons'
import { Link, useParams } from '@tanstack/react-router'
import { lazy } from 'react'
import type { ComponentType, ReactNode } from 'react'
import { useT } from '../lib/texts.ts'
import { NotAllowed, NotFound } from '../ui/notice.tsx'
import { ADMIN_PAGES, useAdminPages } from './pages.ts'
import type { AdminPageName } from './pages.ts'
import './admin.css'

const ICON: Record<AdminPageName, ReactNode> = {
  company: <BankOutlined />, departments: <ApartmentOutlined />, users: <TeamOutlined />, roles: <SafetyOutlined />,
  objects: <ProfileOutlined />, forms: <FormOutlined />, flows: <NodeIndexOutlined />, audit: <AuditOutlined />, status: <DashboardOutlined />,
}

const PAGE: Record<AdminPageName, ComponentType> = {
  company: lazy(() => import('./company-page.tsx').then(module => ({ default: module.CompanyPage }))),
  departments: lazy(() => import('./departments-page.tsx').then(module => ({ default: module.DepartmentsPage }))),
  users: lazy(() => import('./users-page.tsx').then(module => ({ default: module.UsersPage }))),
  roles: lazy(() => import('./roles-page.tsx').then(module => ({ default: module.RolesPage }))),
  objects: lazy(() => import('./objects-page.tsx').then(module => ({ default: module.ObjectsPage }))),
  forms: lazy(() => import('../designer/forms-page.tsx').then(module => ({ default: module.FormsAdminPage }))),
  flows: lazy(() => import('../flow/flows-page.tsx').then(module => ({ default: module.FlowsPage }))),
  audit: lazy(() => import('./audit-page.tsx').then(module => ({ default: module.AuditPage }))),
  status: lazy(() => import('./status-page.tsx').then(module => ({ default: module.StatusPage }))),
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
            <Link to="/admin/$page" params={{ page }} className="gu-card gu-admin-card"><Card icon={ICON[page]} title={t(ADMIN_PAGES[page].title)} hint={t(ADMIN_PAGES[page].hint)} /></Link>
          </li>
        ))}
        <li><Link to="/account" search={{ tab: 'keys' }} className="gu-card gu-admin-card"><Card icon={<ApiOutlined />} title={t('account.keys')} hint={t('keys.what')} /></Link></li>
      </ul>
    </div>
  )
}

function Card({ icon, title, hint }: { icon: ReactNode; title: string; hint: string }): ReactNode {
  return <><span className="gu-admin-icon" aria-hidden>{icon}</span><span><strong>{title}</strong><span className="gu-dim">{hint}</span></span></>
}

export function AdminPage(): ReactNode {
  const { page } = useParams({ from: '/shell/admin/$page' })
  const allowed = useAdminPages()
  if (!Object.hasOwn(PAGE, page)) return <NotFound />
  const name = page as AdminPageName
  if (!allowed.includes(name)) return <NotAllowed />
  const Page = PAGE[name]
  return <Page />
}
