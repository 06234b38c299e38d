// What every administration page has: the way back, its name, what it is for, its actions.
import { ArrowLeftOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useT } from '../lib/texts.ts'
import { ADMIN_PAGES } from './pages.ts'
import type { AdminPageName } from './pages.ts'

interface Props {
  page: AdminPageName
  /** The one thing looked at: a role, an object. The way back then leads to their list. */
  title?: ReactNode
  hint?: ReactNode
  actions?: ReactNode
  children: ReactNode
  wide?: boolean
}

export function AdminFrame({ page, title, hint, actions, children, wide = false }: Props): ReactNode {
  const { t } = useT()
  const name = t(ADMIN_PAGES[page].title)
  return (
    <div className={`gu-page gu-admin${wide ? ' wide' : ''}`}>
      <header>
        <div className="gu-grow">
          {title === undefined
            ? <Link to="/admin" className="gu-admin-back"><ArrowLeftOutlined aria-hidden /> {t('admin.title')}</Link>
            : <Link to="/admin/$page" params={{ page }} search={{}} className="gu-admin-back"><ArrowLeftOutlined aria-hidden /> {name}</Link>}
          <h1>{title ?? name}</h1>
        </div>
        {actions && <div className="gu-row wrap">{actions}</div>}
        <p>{hint ?? t(ADMIN_PAGES[page].hint)}</p>
      </header>
      {children}
    </div>
  )
}
