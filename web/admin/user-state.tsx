// Whether a person has access, has used it, or has not yet answered the invitation.
import { Tag } from 'antd'
import type { ReactNode } from 'react'
import { useT } from '../lib/texts.ts'
import { When } from '../ui/time.tsx'
import type { SignIn, UserRow } from './queries.ts'

export function UserState({ row, signIn }: { row: UserRow; signIn: SignIn | undefined }): ReactNode {
  const { t } = useT()
  if (row.active === false) return <Tag>{t('user.left')}</Tag>
  if (signIn && !signIn.joined) return <Tag color="gold">{t('user.invited')}</Tag>
  return <span className="gu-row"><Tag color="green">{t('user.active')}</Tag>{signIn && <span className="gu-faint gu-small">{signIn.last ? <When at={signIn.last} /> : t('user.neverHere')}</span>}</span>
}
