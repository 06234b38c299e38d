// The audit log: who did what and when, with filters; and the proof that nothing was taken out or altered.
import { SafetyCertificateOutlined } from '@ant-design/icons'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link as To } from '@tanstack/react-router'
import { Alert, Button, DatePicker, Empty, Select } from 'antd'
import dayjs from 'dayjs'
import type { Dayjs } from 'dayjs'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { api, post, query } from '../lib/api.ts'
import type { Link } from '../lib/api-types.ts'
import { useSay } from '../lib/say.ts'
import type { TextKey } from '../lib/texts.ts'
import { useT } from '../lib/texts.ts'
import { RecordPick } from '../field/reference-input.tsx'
import { Failed, Loading } from '../ui/notice.tsx'
import { Person } from '../ui/person.tsx'
import { AdminFrame } from './admin-frame.tsx'
import type { AuditRow } from './audit-words.ts'
import { AUDIT_KINDS, kindText, sentence } from './audit-words.ts'
import { useNames } from './names.ts'
import './designer.css'

interface Asked { what?: string; actor?: Link; object?: string; days?: [Dayjs, Dayjs] }
interface Verdict { entries: number; open: number; faults: { seq: number; fault: 'missing' | 'altered' | 'chain' }[] }

const PAGE_ROWS = 100
const SHOWN_FAULTS = 20

export function AuditPage(): ReactNode {
  const { t } = useT()
  const [asked, setAsked] = useState<Asked>({})
  const [verdict, setVerdict] = useState<Verdict>()
  const set = (patch: Partial<Asked>): void => setAsked({ ...asked, ...patch })
  return (
    <AdminFrame page="audit" actions={<Verify told={setVerdict} />}>
      {verdict && <Told verdict={verdict} close={() => setVerdict(undefined)} />}
      <Filters asked={asked} set={set} />
      <Entries asked={asked} />
      <p className="gu-faint gu-small">{t('audit.sealHint')}</p>
    </AdminFrame>
  )
}

function Verify({ told }: { told(verdict: Verdict): void }): ReactNode {
  const { t } = useT()
  const say = useSay()
  const [busy, setBusy] = useState(false)
  const run = async (): Promise<void> => {
    setBusy(true)
    try {
      told(await post<Verdict>('/api/audit/verify'))
    } catch (error) {
      say.fail(error)
    }
    setBusy(false)
  }
  return <Button icon={<SafetyCertificateOutlined />} loading={busy} onClick={() => void run()}>{t('audit.verify')}</Button>
}

function Told({ verdict, close }: { verdict: Verdict; close(): void }): ReactNode {
  const { t } = useT()
  const { faults, entries, open } = verdict
  const isWhole = faults.length === 0
  return (
    <Alert closable={{ onClose: close }} showIcon type={isWhole ? 'success' : 'error'} style={{ marginBottom: 12 }} title={isWhole ? t('audit.whole', { n: entries }) : t('audit.broken', { n: faults.length })}
      description={!isWhole ? faults.slice(0, SHOWN_FAULTS).map(fault => t(`audit.${fault.fault}`, { n: fault.seq })).join(' ') : open > 0 ? t('audit.open', { n: open }) : undefined} />
  )
}

function Filters({ asked, set }: { asked: Asked; set(patch: Partial<Asked>): void }): ReactNode {
  const { t } = useT()
  const { objects } = useNames()
  return (
    <div className="gu-audit-filters">
      <Select allowClear showSearch={{ optionFilterProp: 'label' }} value={asked.what} placeholder={t('audit.what')} aria-label={t('audit.what')} options={AUDIT_KINDS.map(value => ({ value, label: kindText(value, t) }))} onChange={what => set({ what })} />
      <RecordPick object="user" many={false} links={asked.actor ? [asked.actor] : []} placeholder={t('audit.who')} onPick={links => set({ actor: links[0] })} />
      <Select allowClear showSearch={{ optionFilterProp: 'label' }} value={asked.object} placeholder={t('audit.object')} aria-label={t('audit.object')} options={objects} onChange={object => set({ object })} />
      <DatePicker.RangePicker value={asked.days ?? null} aria-label={t('audit.when')} presets={[{ label: t('audit.today'), value: [dayjs(), dayjs()] }, { label: t('audit.week'), value: [dayjs().subtract(6, 'day'), dayjs()] }, { label: t('audit.month'), value: [dayjs().subtract(29, 'day'), dayjs()] }]}
        onChange={days => set({ days: days?.[0] && days[1] ? [days[0], days[1]] : undefined })} />
    </div>
  )
}

function useEntries({ what, actor, object, days }: Asked) {
  const params = { what, actor: actor?.id, object, from: days?.[0].startOf('day').toISOString(), until: days?.[1].add(1, 'day').startOf('day').toISOString() }
  return useInfiniteQuery({
    queryKey: ['audit', params], initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam, signal }) => api<{ rows: AuditRow[] }>(`/api/audit${query({ ...params, before: pageParam })}`, { signal }),
    getNextPageParam: page => (page.rows.length < PAGE_ROWS ? undefined : Number(page.rows.at(-1)?.seq)),
  })
}

function Entries({ asked }: { asked: Asked }): ReactNode {
  const { t } = useT()
  const entries = useEntries(asked)
  if (entries.isPending) return <Loading />
  if (entries.error) return <Failed error={entries.error} again={() => void entries.refetch()} />
  const rows = entries.data.pages.flatMap(page => page.rows)
  if (rows.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('audit.none')} />
  const days = Map.groupBy(rows, row => dayjs(row.at).format('YYYY-MM-DD'))
  return (
    <>
      {[...days].map(([day, list]) => <section key={day}><h2 className="gu-admin-group">{day}</h2><ol className="gu-card gu-audit">{list.map(row => <Entry key={row.seq} row={row} />)}</ol></section>)}
      {entries.hasNextPage && <Button block loading={entries.isFetchingNextPage} onClick={() => void entries.fetchNextPage()}>{t('audit.more')}</Button>}
    </>
  )
}

const VIA = new Set(['page', 'api', 'import', 'job', 'flow', 'setup', 'paste', 'undo'])

function Entry({ row }: { row: AuditRow }): ReactNode {
  const { t, lang } = useT()
  const names = useNames()
  const [open, setOpen] = useState(false)
  const name = row.actorName ?? t('history.someone')
  const via = VIA.has(row.via) ? t(`via.${row.via}` as TextKey) : row.via
  return (
    <li className={row.what === 'denied' ? 'denied' : undefined}>
      <button type="button" className="gu-plain gu-audit-row" aria-expanded={open} onClick={() => setOpen(!open)}>
        <time className="gu-faint" dateTime={row.at}>{dayjs(row.at).format('HH:mm:ss')}</time><Person name={name} size={22} />
        <span className="gu-audit-text"><strong>{name}</strong> {sentence(row, { t, lang, names })}</span><span className="gu-faint gu-small gu-audit-via">{[via, row.ip].filter(Boolean).join(' · ')}</span>
      </button>
      {open && (
        <div className="gu-audit-detail"><span className="gu-faint">{t('audit.number', { n: row.seq })}</span><RecordLink row={row} /><pre>{JSON.stringify(row.detail ?? {}, null, 2)}</pre></div>
      )}
    </li>
  )
}

function RecordLink({ row }: { row: AuditRow }): ReactNode {
  const { t } = useT()
  if (!row.object || !row.record) return null
  if (row.object === 'user' || row.object === 'role') return <To to="/admin/$page" params={{ page: row.object === 'user' ? 'users' : 'roles' }} search={{ id: row.record }}>{t('word.open')}</To>
  return <To to="/o/$object/$id" params={{ object: row.object, id: row.record }}>{t('word.open')}</To>
}
