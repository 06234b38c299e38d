// A process begun from "my work": which one, and about which record; a new record begins with its form.
import { Button, Form, Modal, Select } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { RecordPick } from '../field/reference-input.tsx'
import { api } from '../lib/api.ts'
import type { Link } from '../lib/api-types.ts'
import { useCatalog } from '../lib/catalog.ts'
import { useSay } from '../lib/say.ts'
import { useT } from '../lib/texts.ts'
import { Failed, Loading, Notice } from '../ui/notice.tsx'
import { useFlowActs } from './queries.ts'
import type { FlowEntry } from './types.ts'

export const flowsQuery = { queryKey: ['flow', 'list'], queryFn: () => api<{ flows: FlowEntry[] }>('/api/flows'), staleTime: 60_000 }

export function StartDialog({ close }: { close(): void }): ReactNode {
  const { t } = useT()
  const flows = useQuery(flowsQuery)
  const catalog = useCatalog()
  const fitting = (flows.data?.flows ?? []).filter(flow => flow.objects.some(object => catalog.objects.get(object)?.can.read))
  if (flows.data && fitting.length > 0) return <Choose flows={fitting} close={close} />
  return <Modal open footer={null} onCancel={close} title={t('flow.start')}>{flows.isPending ? <Loading /> : flows.error ? <Failed error={flows.error} again={() => void flows.refetch()} /> : <Notice title={t('flow.noFlows')}>{t('flow.noFlowsHint')}</Notice>}</Modal>
}

function Choose({ flows, close }: { flows: FlowEntry[]; close(): void }): ReactNode {
  const { t, say } = useT()
  const feedback = useSay()
  const navigate = useNavigate()
  const catalog = useCatalog()
  const acts = useFlowActs()
  const [id, setId] = useState(flows[0]?.id)
  const [name, setName] = useState<string>()
  const [record, setRecord] = useState<Link>()
  const [busy, setBusy] = useState(false)
  const flow = flows.find(one => one.id === id)
  const objects = (flow?.objects ?? []).map(one => catalog.objects.get(one)).filter(object => object?.can.read).filter(object => object !== undefined)
  const object = objects.find(one => one.name === name) ?? objects[0]
  const go = async (): Promise<void> => {
    if (!flow || !object || !record) return
    setBusy(true)
    try {
      const run = await acts.start(flow.id, object.name, record.id)
      feedback.ok(t('flow.started', { flow: flow.name }))
      close()
      void navigate({ to: '/work/run/$id', params: { id: run } })
    } catch (error) {
      feedback.fail(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal open onCancel={close} title={t('flow.start')} okText={t('flow.begin')} okButtonProps={{ disabled: !record, loading: busy }} onOk={() => void go()}>
      <Form layout="vertical" component="div">
        <Form.Item label={t('flow.which')}><Select aria-label={t('flow.which')} value={id} onChange={next => { setId(next); setName(undefined); setRecord(undefined) }} options={flows.map(one => ({ value: one.id, label: one.name }))} /></Form.Item>
        {objects.length > 1 && <Form.Item label={t('flow.kindOf')}><Select aria-label={t('flow.kindOf')} value={object?.name} onChange={next => { setName(next); setRecord(undefined) }} options={objects.map(one => ({ value: one.name, label: say(one.label) }))} /></Form.Item>}
        {object && <Form.Item label={t('flow.about', { object: say(object.label) })} extra={object.can.create && <Button type="link" size="small" className="gu-start-new" onClick={() => { close(); void navigate({ to: '/o/$object', params: { object: object.name }, search: { create: '1' } }) }}>{t('flow.firstNew', { object: say(object.label) })}</Button>}>
          <RecordPick key={object.name} object={object.name} many={false} links={record ? [record] : []} onPick={links => setRecord(links[0])} placeholder={t('flow.aboutPlace')} /></Form.Item>}
      </Form>
    </Modal>
  )
}
