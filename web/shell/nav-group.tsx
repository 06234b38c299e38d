// One heading of the navigation and the objects below it. Folded, it still shows the one whose page is open.
import { DownOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import type { ReactNode } from 'react'
import type { AreaGroup } from '#core/object/areas.ts'
import type { WebObject } from '../lib/catalog.ts'
import { setSettings, useSettings } from '../lib/settings.ts'
import { useT } from '../lib/texts.ts'
import { ObjectIcon } from '../ui/icons.tsx'
import { NavItem } from './nav-item.tsx'

interface NavGroupProps {
  group: AreaGroup<WebObject>
  /** Icons alone: there is no room for a heading, so everything is shown. */
  folded: boolean
  /** False where it would be the only heading. */
  titled: boolean
  onPick?: (() => void) | undefined
}

export function NavGroup({ group: { area, objects }, folded, titled, onPick }: NavGroupProps): ReactNode {
  const { t, say } = useT()
  const { navClosed } = useSettings()
  const id = useId()
  const headed = titled && !folded
  const closed = headed && navClosed.includes(area)
  const toggle = (): void => setSettings({ navClosed: closed ? navClosed.filter(one => one !== area) : [...navClosed, area] })
  return (
    <li className={`gu-nav-group${closed ? ' closed' : ''}`}>
      {headed && <button type="button" className="gu-plain gu-nav-head" aria-expanded={!closed} aria-controls={id} onClick={toggle}>
        {t(`nav.area.${area}`)}<DownOutlined aria-hidden />
      </button>}
      <ul id={id} aria-label={t(`nav.area.${area}`)}>
        {objects.map(object => (
          <NavItem key={object.name} label={say(object.label)} icon={<ObjectIcon name={object.icon} />} folded={folded}>
            {content => <Link to="/o/$object" params={{ object: object.name }} activeOptions={{ includeSearch: false }} className="gu-nav-item" onClick={onPick}>{content}</Link>}
          </NavItem>
        ))}
      </ul>
    </li>
  )
}
