// Two-step sign-in: enrol by a picture, confirm by a code, keep the recovery codes, switch off by password.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form, Input, QRCode, Typography } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { post } from '../lib/api.ts'
import { useSay } from '../lib/say.ts'
import { useT } from '../lib/texts.ts'
import { Loading } from '../ui/notice.tsx'
import { sessionsQuery } from './account-parts.tsx'
import { SignForm } from './frame.tsx'

interface Start { uri: string; recovery: string[] }

/** For those who type it: the secret stands in the address of the picture. */
const secretOf = (uri: string): string => new URL(uri).searchParams.get('secret') ?? ''

export function Totp(): ReactNode {
  const queries = useQueryClient()
  const own = useQuery(sessionsQuery)
  const [start, setStart] = useState<Start>()
  const [recovery, setRecovery] = useState<string[]>()
  if (recovery) return <Recovery codes={recovery} />
  if (start) return <Confirm start={start} done={() => { setRecovery(start.recovery); void queries.invalidateQueries({ queryKey: sessionsQuery.queryKey }) }} />
  if (own.isPending) return <Loading />
  return own.data?.totp ? <Off /> : <Begin began={setStart} />
}

function Begin({ began }: { began(start: Start): void }): ReactNode {
  const { t } = useT()
  return (
    <div style={{ maxWidth: 460 }}>
      <p className="gu-dim">{t('totp.what')}</p>
      <SignForm<{ password: string }> submit={t('totp.begin')} onSubmit={async values => began(await post<Start>('/api/me/totp/start', values))}>
        <Form.Item name="password" label={t('account.current')} rules={[{ required: true, message: t('sign.needPassword') }]}><Input.Password autoComplete="current-password" /></Form.Item>
      </SignForm>
    </div>
  )
}

function Confirm({ start, done }: { start: Start; done(): void }): ReactNode {
  const { t } = useT()
  const send = async ({ code }: { code: string }): Promise<void> => { await post('/api/me/totp/confirm', { code }); done() }
  return (
    <div style={{ maxWidth: 460 }} className="gu-stack">
      <div>{t('totp.scan')}</div>
      <QRCode value={start.uri} size={180} />
      <div className="gu-dim">{t('totp.typed')} <Typography.Text code copyable>{secretOf(start.uri)}</Typography.Text></div>
      <SignForm<{ code: string }> submit={t('totp.confirm')} onSubmit={send}>
        <Form.Item name="code" label={t('sign.code')} rules={[{ required: true, message: t('sign.needCode') }]}><Input autoFocus inputMode="numeric" autoComplete="one-time-code" maxLength={8} /></Form.Item>
      </SignForm>
    </div>
  )
}

function Recovery({ codes }: { codes: string[] }): ReactNode {
  const { t } = useT()
  return (
    <div style={{ maxWidth: 460 }} className="gu-stack">
      <Alert type="success" showIcon title={t('totp.on')} description={t('totp.recovery')} />
      <Typography.Paragraph copyable={{ text: codes.join('\n') }} code style={{ whiteSpace: 'pre-line' }}>{codes.join('\n')}</Typography.Paragraph>
    </div>
  )
}

function Off(): ReactNode {
  const { t } = useT()
  const say = useSay()
  const queries = useQueryClient()
  const [open, setOpen] = useState(false)
  const send = async (values: { password: string }): Promise<void> => {
    await post('/api/me/totp/off', values)
    say.ok(t('totp.isOff'))
    await queries.invalidateQueries({ queryKey: sessionsQuery.queryKey })
  }
  return (
    <div style={{ maxWidth: 460 }} className="gu-stack">
      <Alert type="success" showIcon title={t('totp.on')} />
      {open ? (
        <SignForm<{ password: string }> submit={t('totp.off')} onSubmit={send}>
          <Form.Item name="password" label={t('account.current')} rules={[{ required: true, message: t('sign.needPassword') }]}><Input.Password autoComplete="current-password" /></Form.Item>
        </SignForm>
      ) : <div><Button danger onClick={() => setOpen(true)}>{t('totp.off')}</Button></div>}
    </div>
  )
}
