// The administration's page of processes: all of them, and one with its diagram, its steps and its versions.
import { RightOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { Select, Skeleton, Table, Tag } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { ReactNode } from 'react'
import type { FlowNode, Who } from '#core/flow/flow.ts'
import { AdminFrame } from '../admin/admin-frame.tsx'
import '../admin/admin.css'
import { useNames } from '../admin/names.ts'
import { useFormInfo, useRoleNames } from '../form/queries.ts'
import { api, query } from '../lib/api.ts'
import { useT } from '../lib/texts.ts'
import { Failed, Loading, Notice } from '../ui/notice.tsx'
import { When } from '../ui/time.tsx'
import { flowsQuery } from './start-dialog.tsx'
import type { FlowDetail, FlowEntry } from './types.ts'
import './flow.css'

const Diagram = lazy(() => import('./diagram.tsx').then(module => ({ default: module.Diagram })))

export function FlowsPage(): ReactNode {
  const { id } = useSearch({ from: '/shell/admin/$page' })
  return id ? <OneFlow key={id} id={id} /> : <FlowList />
}

function useObjectNames(): (names: readonly string[]) => string {
  const { t } = useT()
  const { object } = useNames()
  return names => names.map(object).join(t('word.and'))
}

function FlowList(): ReactNode {
  const { t } = useT()
  const { data, error, refetch } = useQuery(flowsQuery)
  if (error) return <Failed error={error} again={() => void refetch()} />
  if (!data) return <Loading />
  if (data.flows.length === 0) return <AdminFrame page="flows"><Notice title={t('flowList.none')} /></AdminFrame>
  return <AdminFrame page="flows"><ul className="gu-flows">{data.flows.map(flow => <li key={flow.id}><FlowCard flow={flow} /></li>)}</ul></AdminFrame>
}

function FlowCard({ flow }: { flow: FlowEntry }): ReactNode {
  const { t } = useT()
  const objects = useObjectNames()
  return (
    <Link to="/admin/$page" params={{ page: 'flows' }} search={{ id: flow.id }} className="gu-card gu-flow-card">
      <span className="gu-formid">{flow.id}</span>
      <span className="gu-grow"><strong>{flow.name}</strong><span className="gu-dim gu-small gu-flow-line">{t('flowList.for')}：{objects(flow.objects)} · {t('flowList.lanes')}：{flow.lanes.join(t('word.and'))}</span></span>
      <span className="gu-dim gu-small">{t('flowList.steps', { n: flow.steps })}</span>
      <Tag>{t('flow.version', { n: flow.version })}</Tag><Tag color={flow.shipped ? 'default' : 'gold'}>{t(flow.shipped ? 'flowList.shipped' : 'flowList.own')}</Tag>
      <RightOutlined className="gu-faint" aria-hidden />
    </Link>
  )
}

function OneFlow({ id }: { id: string }): ReactNode {
  const { t } = useT()
  const [version, setVersion] = useState<number>()
  const { data: flow, error, refetch } = useQuery({ queryKey: ['flow', 'detail', id, version], queryFn: () => api<FlowDetail>(`/api/flows/${encodeURIComponent(id)}${query({ version })}`) })
  if (error) return <Failed error={error} again={() => void refetch()} />
  if (!flow) return <Loading />
  const newest = flow.versions[0]?.version
  const versions = flow.versions.map(one => ({ value: one.version, label: t('flow.version', { n: one.version }) + (one.version === newest ? ` · ${t('flowList.current')}` : '') }))
  const shown = flow.versions.find(one => one.version === flow.version)
  return (
    <AdminFrame page="flows" wide title={<><span className="gu-formid">{flow.id}</span> {flow.name}</>} hint={shown && <>{t('flowList.by', { by: shown.shipped ? t('app.name') : shown.by })} <When at={shown.at} />{shown.note && ` · ${shown.note}`}</>}
      actions={<Select aria-label={t('flowList.versions')} value={flow.version} onChange={setVersion} options={versions} style={{ minWidth: 150 }} />}>
      <section className="gu-card gu-flow-diagram"><Suspense fallback={<Skeleton active style={{ padding: 24 }} />}><Diagram xml={flow.xml} label={t('flow.diagramOf', { flow: flow.name })} /></Suspense></section>
      <Steps flow={flow} />
    </AdminFrame>
  )
}

function useWho(flow: FlowDetail): (who: Who | undefined) => string {
  const { t } = useT()
  const roleName = useRoleNames()
  const names = useNames()
  return who => {
    if (who?.starter) return t('flowList.starter')
    if (who?.superior) return t('flowList.superior')
    if (who?.role !== undefined) return roleName(who.role)
    return who?.field === undefined ? '' : t('flowList.field', { field: names.field(flow.objects[0] ?? '', who.field) })
  }
}

function Steps({ flow }: { flow: FlowDetail }): ReactNode {
  const { t } = useT()
  const who = useWho(flow)
  const lanes = useLanes(flow)
  const steps = flow.nodes.filter(node => node.kind === 'user' || node.kind === 'service')
  return (
    <Table<FlowNode> className="gu-card gu-admin-table" size="small" rowKey="id" dataSource={steps} pagination={false} scroll={{ x: true }} columns={[
      { title: t('flowList.step'), dataIndex: 'name' },
      { title: t('flowList.lane'), key: 'lane', render: (_, node) => lanes(node.lane) },
      { title: t('flowList.who'), key: 'who', render: (_, node) => who(node.who) },
      { title: t('flowList.kind'), key: 'kind', render: (_, node) => <Tag color={node.review ? 'green' : 'default'}>{t(node.review ? 'flowList.review' : 'flowList.work')}</Tag> },
      { title: t('flowList.form'), key: 'form', render: (_, node) => node.form && <FormLink id={node.form} /> },
    ]} />
  )
}

/** Lanes are known by their ids in the steps, and by their names in the diagram. */
function useLanes(flow: FlowDetail): (id: string | undefined) => string {
  const names = new Map([...flow.xml.matchAll(/<[\w:]*lane\s[^>]*>/g)].map(([tag]) => [/\sid="([^"]*)"/.exec(tag)?.[1] ?? '', /\sname="([^"]*)"/.exec(tag)?.[1] ?? '']))
  return id => (id === undefined ? '' : names.get(id) ?? id)
}

function FormLink({ id }: { id: string }): ReactNode {
  const { say } = useT()
  const { info } = useFormInfo(id)
  return info?.can.open ? <Link to="/forms/$id" params={{ id }} search={{}}><span className="gu-formid">{id}</span> {say(info.title)}</Link> : <span className="gu-formid">{id}</span>
}
