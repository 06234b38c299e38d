// Change of password, and where one is signed in.
import { useQuery } from '@tanstack/react-query'
import { Form, Input, Table } from 'antd'
import type { ReactNode } from 'react'
import { api, post } from '../lib/api.ts'
import { useSay } from '../lib/say.ts'
import { useT } from '../lib/texts.ts'
import { Failed } from '../ui/notice.tsx'
import { When } from '../ui/time.tsx'
import { SignForm } from './frame.tsx'
import { NewPassword } from './password.tsx'

interface Change { current: string; next: string }

export function ChangePassword(): ReactNode {
  const { t } = useT()
  const say = useSay()
  const [form] = Form.useForm<Change>()
  const send = async ({ current, next }: Change): Promise<void> => {
    await post('/api/password/change', { current, next })
    form.resetFields()
    say.ok(t('account.passwordChanged'))
  }
  return (
    <div style={{ maxWidth: 380 }}>
      <SignForm<Change> form={form} submit={t('sign.setPassword')} onSubmit={send}>
        <Form.Item name="current" label={t('account.current')} rules={[{ required: true, message: t('sign.needPassword') }]}><Input.Password autoComplete="current-password" /></Form.Item>
        <NewPassword name="next" />
      </SignForm>
    </div>
  )
}

interface SessionRow { id: string; createdAt: string; expiresAt: string; userAgent: string | null }
export interface OwnSessions { sessions: SessionRow[]; totp: boolean }

export const sessionsQuery = { queryKey: ['me', 'sessions'], queryFn: () => api<OwnSessions>('/api/me/sessions') }

/** The part of a browser's long name that people know. */
const browser = (agent: string): string =>
  [/(Edg|MicroMessenger|Firefox|Chrome|Safari)\/[\d]+/.exec(agent)?.[0], /(Windows|Mac OS X|Android|iPhone|Linux)/.exec(agent)?.[0]].filter(Boolean).join(' · ') || agent

export function Sessions(): ReactNode {
  const { t } = useT()
  const sessions = useQuery(sessionsQuery)
  if (sessions.error) return <Failed error={sessions.error} again={() => void sessions.refetch()} />
  return (
    <Table<SessionRow> rowKey="id" size="small" loading={sessions.isPending} dataSource={sessions.data?.sessions ?? []} pagination={false} scroll={{ x: true }} columns={[
      { title: t('account.browser'), render: (_value, row) => <>{row.userAgent ? browser(row.userAgent) : t('word.unknown')}{row.userAgent === navigator.userAgent && <span className="gu-faint"> · {t('account.thisOne')}</span>}</> },
      { title: t('account.since'), render: (_value, row) => <When at={row.createdAt} /> },
      { title: t('account.until'), render: (_value, row) => row.expiresAt.slice(0, 10) },
    ]} />
  )
}
