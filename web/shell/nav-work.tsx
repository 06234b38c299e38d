// The way to "my work", with the number of what waits for the reader.
import { InboxOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Badge } from 'antd'
import type { ReactNode } from 'react'
import { useTodoCount } from '../flow/count.ts'
import { useT } from '../lib/texts.ts'
import { NavItem } from './nav-item.tsx'

export function NavWork({ folded, onPick }: { folded: boolean; onPick?(): void }): ReactNode {
  const { t } = useT()
  const count = useTodoCount()
  return (
    <NavItem label={t('flow.work')} icon={<InboxOutlined />} folded={folded}>
      {content => (
        <Link to="/work" search={{}} activeOptions={{ includeSearch: false }} className="gu-nav-item" onClick={onPick}>
          {content}{count > 0 && <Badge className="gu-nav-mark" count={count} size="small" overflowCount={99} dot={folded} title={t('flow.workLabel', { n: count })} />}
        </Link>
      )}
    </NavItem>
  )
}
