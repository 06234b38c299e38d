// At phone width: home, work, the first list, forms, search, and everything else in a drawer.
import { EllipsisOutlined, FileTextOutlined, HomeOutlined, InboxOutlined, SearchOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Badge, Drawer } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTodoCount } from '../flow/count.ts'
import { navObjects, useCatalog } from '../lib/catalog.ts'
import { useT } from '../lib/texts.ts'
import { ObjectIcon } from '../ui/icons.tsx'
import { NavItems } from './nav.tsx'

export function BottomBar({ openSearch }: { openSearch(): void }): ReactNode {
  const { t, say } = useT()
  const [first] = navObjects(useCatalog())
  const count = useTodoCount()
  const [more, setMore] = useState(false)
  return (
    <nav className="gu-bottom" aria-label={t('nav.label')}>
      <Link to="/" activeOptions={{ exact: true }}><HomeOutlined /><span>{t('nav.home')}</span></Link>
      <Link to="/work" search={{}} activeOptions={{ includeSearch: false }}><Badge count={count} size="small" overflowCount={99}><InboxOutlined /></Badge><span>{t('flow.work')}</span></Link>
      {first && <Link to="/o/$object" params={{ object: first.name }} activeOptions={{ includeSearch: false }}><ObjectIcon name={first.icon} /><span>{say(first.label)}</span></Link>}
      <Link to="/forms"><FileTextOutlined /><span>{t('form.centre')}</span></Link>
      <button type="button" className="gu-plain" onClick={openSearch}><SearchOutlined /><span>{t('word.search')}</span></button>
      <button type="button" className="gu-plain" onClick={() => setMore(true)} aria-expanded={more}><EllipsisOutlined /><span>{t('nav.more')}</span></button>
      <Drawer open={more} onClose={() => setMore(false)} placement="bottom" title={t('nav.label')} size="70%" styles={{ body: { padding: 8 } }}>
        <div className="gu-more"><NavItems folded={false} onPick={() => setMore(false)} /></div>
      </Drawer>
    </nav>
  )
}
