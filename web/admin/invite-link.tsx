// The link of an invitation: mailed, or to be handed over.
import { Alert, Typography } from 'antd'
import type { ReactNode } from 'react'
import { useT } from '../lib/texts.ts'

export interface Invited { link: string; mailed: boolean }

export function InviteLink({ invited }: { invited: Invited }): ReactNode {
  const { t } = useT()
  return (
    <Alert type={invited.mailed ? 'success' : 'info'} showIcon title={t(invited.mailed ? 'user.mailed' : 'user.notMailed')} description={
      <><Typography.Text code copyable style={{ overflowWrap: 'anywhere' }}>{invited.link}</Typography.Text><div className="gu-small">{t('user.linkHint')}</div></>} />
  )
}
