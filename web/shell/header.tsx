// Header: search, undo and redo, notifications, the person.
import { QuestionCircleOutlined, SearchOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Tooltip } from 'antd'
import type { ReactNode } from 'react'
import { useNarrow } from '../lib/media.ts'
import { useSession } from '../lib/session.ts'
import { useT } from '../lib/texts.ts'
import { Bell } from './bell.tsx'
import { openHelp } from './help.tsx'
import { Mark } from './nav.tsx'
import { UndoButtons } from './undo-buttons.tsx'
import { UserMenu } from './user-menu.tsx'

export function Header({ openPalette }: { openPalette(): void }): ReactNode {
  const { t } = useT()
  const narrow = useNarrow()
  const session = useSession()
  return (
    <header className="gu-header">
      {narrow && <Link to="/" className="gu-brand"><Mark /><span className="gu-cut">{session?.company.name || t('app.name')}</span></Link>}
      {!narrow && (
        <button type="button" className="gu-search" onClick={openPalette} aria-haspopup="dialog">
          <SearchOutlined aria-hidden /><span className="gu-grow gu-cut">{t('shell.search')}</span><span className="gu-kbd">Ctrl K</span>
        </button>
      )}
      <span className="gu-grow" />
      {session?.demo && <span className="gu-demo">{t('shell.demo')}</span>}
      <UndoButtons />
      <Bell />
      {!narrow && <Tooltip title={t('help.title')}><Button type="text" icon={<QuestionCircleOutlined />} aria-label={t('help.title')} onClick={openHelp} /></Tooltip>}
      <UserMenu />
    </header>
  )
}
