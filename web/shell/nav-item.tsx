// One line of the navigation: an icon and a name, or the icon alone with the name as a hint.
import { Tooltip } from 'antd'
import type { ReactNode } from 'react'

interface NavItemProps {
  label: string
  icon: ReactNode
  folded: boolean
  children(content: ReactNode): ReactNode
}

export function NavItem({ label, icon, folded, children }: NavItemProps): ReactNode {
  const item = children(<><span className="gu-nav-icon" aria-hidden>{icon}</span><span className="gu-nav-label">{label}</span></>)
  return <li>{folded ? <Tooltip title={label} placement="right">{item}</Tooltip> : item}</li>
}
