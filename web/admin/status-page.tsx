// The state of the installation: is what is written safe, how large it is, what is not set up yet.
import { CheckCircleFilled, CloseCircleFilled, ReloadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Typography } from 'antd'
import type { ReactNode } from 'react'
import { api } from '../lib/api.ts'
import type { T } from '../lib/texts.ts'
import { useT } from '../lib/texts.ts'
import { Failed, Loading } from '../ui/notice.tsx'
import { AdminFrame } from './admin-frame.tsx'
import { durationText, sizeText } from './units.ts'

interface Status {
  database: { version: string | number; embedded: boolean; bytes: number; durability: { name: string; value: string; ok: boolean }[] }
  memory: number
  uptime: number
  node: string
  mail: boolean
  baseUrl: string
}

export function StatusPage(): ReactNode {
  const { t } = useT()
  const status = useQuery({ queryKey: ['status'], queryFn: () => api<Status>('/api/status'), refetchInterval: 30_000 })
  return (
    <AdminFrame page="status" actions={<Button icon={<ReloadOutlined />} loading={status.isFetching} onClick={() => void status.refetch()}>{t('status.refresh')}</Button>}>
      {status.data ? <Shown status={status.data} /> : status.error ? <Failed error={status.error} again={() => void status.refetch()} /> : <Loading />}
    </AdminFrame>
  )
}

function Shown({ status }: { status: Status }): ReactNode {
  const { t } = useT()
  const safe = status.database.durability.every(check => check.ok)
  return (
    <div className="gu-stack">
      <Alert type={safe ? 'success' : 'error'} showIcon title={t(safe ? 'status.safe' : 'status.unsafe')} description={t(safe ? 'status.safeHint' : 'status.unsafeHint')} />
      <Block title={t('status.durability')}>
        {status.database.durability.map(check => <Durable key={check.name} check={check} t={t} />)}
      </Block>
      <Block title={t('status.system')}>
        <Line label={t('status.database')}>PostgreSQL {status.database.version} · {t(status.database.embedded ? 'status.embedded' : 'status.external')}</Line>
        <Line label={t('status.size')}>{sizeText(status.database.bytes)}</Line>
        <Line label={t('status.memory')}>{sizeText(status.memory)}</Line>
        <Line label={t('status.uptime')}>{durationText(status.uptime, t)}</Line>
        <Line label="Node.js">{status.node}</Line>
        <Line label={t('status.address')}>{status.baseUrl}</Line>
      </Block>
      <Block title={t('status.mail')}>
        <Line label={t('status.mailServer')}><Mark ok={status.mail} warn>{t(status.mail ? 'status.mailOn' : 'status.mailOff')}</Mark></Line>
        {!status.mail && <div className="gu-admin-note"><p className="gu-dim">{t('status.mailHow')}</p><Typography.Text code copyable>SMTP_URL=smtp://user:password@smtp.example.com:465</Typography.Text><br /><Typography.Text code copyable>MAIL_FROM=crm@example.com</Typography.Text></div>}
      </Block>
    </div>
  )
}

const KNOWN = new Set(['fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums'])

function Durable({ check, t }: { check: Status['database']['durability'][number]; t: T }): ReactNode {
  const words = KNOWN.has(check.name) ? t(`status.${check.name as 'fsync'}`) : check.name
  return <Line label={<>{words}<span className="gu-faint gu-small"> {check.name}</span></>}><Mark ok={check.ok}>{check.value}</Mark></Line>
}

function Mark({ ok, warn = false, children }: { ok: boolean; warn?: boolean; children: ReactNode }): ReactNode {
  return <span className={ok ? 'gu-admin-ok' : warn ? 'gu-admin-warn' : 'gu-admin-bad'}>{ok ? <CheckCircleFilled aria-hidden /> : <CloseCircleFilled aria-hidden />} {children}</span>
}

function Block({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return <section className="gu-card gu-admin-block"><h2>{title}</h2>{children}</section>
}

function Line({ label, children }: { label: ReactNode; children: ReactNode }): ReactNode {
  return <div className="gu-admin-line"><span className="gu-dim">{label}</span><span>{children}</span></div>
}
