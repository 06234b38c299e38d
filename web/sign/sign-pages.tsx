// Sign-in with a second step, first set-up, accepted invitation, forgotten and reset password.
import { useQueryClient } from '@tanstack/react-query'
import { Link, Navigate, useNavigate, useSearch } from '@tanstack/react-router'
import { Alert, Form, Input } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { post } from '../lib/api.ts'
import { sessionQuery, useSession } from '../lib/session.ts'
import { useT } from '../lib/texts.ts'
import { Frame, SignForm } from './frame.tsx'
import { NewPassword } from './password.tsx'

/** After the session has changed, everything known about the former one is dropped. */
function useEnter(): (next?: string) => Promise<void> {
  const queries = useQueryClient()
  const navigate = useNavigate()
  return async next => {
    queries.clear()
    await queries.fetchQuery({ ...sessionQuery, staleTime: 0 })
    // Only our own addresses: a link from outside must not lead elsewhere after sign-in.
    await navigate({ href: next?.startsWith('/') && !next.startsWith('//') ? next : '/', replace: true })
  }
}

export function EmailItem({ autoFocus }: { autoFocus?: boolean }): ReactNode {
  const { t } = useT()
  return (
    <Form.Item name="email" label={t('sign.email')} rules={[{ required: true, message: t('sign.needEmail') }, { type: 'email', message: t('sign.badEmail') }]}>
      <Input autoComplete="username" inputMode="email" autoFocus={autoFocus} />
    </Form.Item>
  )
}

interface Entry { email: string; password: string; totp?: string }

export function SignIn(): ReactNode {
  const { t } = useT()
  const session = useSession()
  const enter = useEnter()
  const { next } = useSearch({ from: '/sign-in' })
  const [first, setFirst] = useState<Entry>()
  if (session?.user) return <Navigate to="/" replace />
  const send = async (values: Entry): Promise<void> => {
    const answer = await post<{ ok?: true; totp?: true }>('/api/sign-in', { ...first, ...values })
    if (answer.totp) setFirst(values)
    else await enter(next)
  }
  if (first) {
    return (
      <Frame title={t('sign.totpTitle')} hint={t('sign.totpHint')}>
        <SignForm<{ totp: string }> submit={t('sign.in')} onSubmit={values => send({ ...first, ...values })}>
          <Form.Item name="totp" label={t('sign.code')} rules={[{ required: true, message: t('sign.needCode') }]}>
            <Input autoFocus autoComplete="one-time-code" inputMode="numeric" maxLength={24} />
          </Form.Item>
        </SignForm>
        <p className="gu-sign-foot"><button type="button" className="gu-plain gu-dim" onClick={() => setFirst(undefined)}>{t('word.back')}</button></p>
      </Frame>
    )
  }
  return (
    <Frame title={t('sign.in')}>
      {session?.setup && <Alert type="info" showIcon title={t('sign.setupNeeded')} style={{ marginBottom: 14 }} />}
      <SignForm<Entry> submit={t('sign.in')} onSubmit={send}>
        <EmailItem autoFocus />
        <Form.Item name="password" label={t('sign.password')} rules={[{ required: true, message: t('sign.needPassword') }]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
      </SignForm>
      <p className="gu-sign-foot"><Link to="/forgot">{t('sign.forgot')}</Link></p>
    </Frame>
  )
}

interface SetupValues { company: string; name: string; email: string; password: string }

export function Setup(): ReactNode {
  const { t } = useT()
  const enter = useEnter()
  const { token } = useSearch({ from: '/setup' })
  if (!token) return <Frame title={t('sign.setup')}><Alert type="warning" showIcon title={t('sign.noToken')} /></Frame>
  const send = async ({ company, name, email, password }: SetupValues): Promise<void> => {
    await post('/api/setup', { token, company, name, email, password })
    await enter()
  }
  return (
    <Frame title={t('sign.setup')} hint={t('sign.setupHint')}>
      <SignForm<SetupValues> submit={t('sign.begin')} onSubmit={send}>
        <Form.Item name="company" label={t('sign.company')} rules={[{ required: true, message: t('sign.needCompany') }]}><Input autoFocus maxLength={100} autoComplete="organization" /></Form.Item>
        <Form.Item name="name" label={t('sign.name')} rules={[{ required: true, message: t('sign.needName') }]}><Input maxLength={50} autoComplete="name" /></Form.Item>
        <EmailItem />
        <NewPassword />
      </SignForm>
    </Frame>
  )
}

export function Invitation(): ReactNode {
  const { t } = useT()
  const [done, setDone] = useState(false)
  const { token } = useSearch({ from: '/invitation' })
  if (!token) return <Frame title={t('sign.invitation')}><Alert type="warning" showIcon title={t('sign.noToken')} /></Frame>
  const send = async ({ password }: { password: string }): Promise<void> => {
    await post('/api/invitations/accept', { token, password })
    setDone(true)
  }
  if (done) return <Frame title={t('sign.invitation')}><Alert type="success" showIcon title={t('sign.invitationDone')} /><p className="gu-sign-foot" style={{ marginTop: 14 }}><Link to="/sign-in" search={{}}>{t('sign.backToSignIn')}</Link></p></Frame>
  return (
    <Frame title={t('sign.invitation')} hint={t('sign.invitationHint')}>
      <SignForm<{ password: string }> submit={t('sign.begin')} onSubmit={send}><NewPassword /></SignForm>
    </Frame>
  )
}

export function Forgot(): ReactNode {
  const { t } = useT()
  const session = useSession()
  const [sent, setSent] = useState(false)
  // Without a mail server nothing can be sent: who can help is said at once.
  if (session?.mail === false) return <Frame title={t('sign.forgotTitle')}><Alert type="info" showIcon title={t('sign.forgotAskAdmin')} /><p className="gu-sign-foot" style={{ marginTop: 14 }}><Link to="/sign-in" search={{}}>{t('sign.backToSignIn')}</Link></p></Frame>
  return (
    <Frame title={t('sign.forgotTitle')} hint={t('sign.forgotHint')}>
      {sent ? <Alert type="success" showIcon title={t('sign.forgotSent')} description={t('sign.forgotNoMail')} />
        : <SignForm<{ email: string }> submit={t('sign.sendLink')} onSubmit={async values => { await post('/api/password/forgot', values); setSent(true) }}><EmailItem autoFocus /></SignForm>}
      <p className="gu-sign-foot"><Link to="/sign-in" search={{}}>{t('sign.backToSignIn')}</Link></p>
    </Frame>
  )
}

export function Reset(): ReactNode {
  const { t } = useT()
  const [done, setDone] = useState(false)
  const { token } = useSearch({ from: '/reset' })
  return (
    <Frame title={t('sign.resetTitle')}>
      {!token && <Alert type="warning" showIcon title={t('sign.noToken')} />}
      {done && <Alert type="success" showIcon title={t('sign.resetDone')} />}
      {token && !done && (
        <SignForm<{ password: string }> submit={t('sign.setPassword')} onSubmit={async ({ password }) => { await post('/api/password/reset', { token, password }); setDone(true) }}>
          <NewPassword />
        </SignForm>
      )}
      <p className="gu-sign-foot"><Link to="/sign-in" search={{}}>{t('sign.backToSignIn')}</Link></p>
    </Frame>
  )
}
