// API keys: named, limited to objects and verbs, shown once, revoked at once.
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, DatePicker, Form, Input, Modal, Popconfirm, Select, Table, Typography } from 'antd'
import type { Dayjs } from 'dayjs'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { api, post } from '../lib/api.ts'
import { navObjects, useCatalog } from '../lib/catalog.ts'
import { useSay } from '../lib/say.ts'
import { useT } from '../lib/texts.ts'
import { Failed } from '../ui/notice.tsx'
import { When } from '../ui/time.tsx'
import { SignForm } from './frame.tsx'

interface KeyRow { id: string; name: string; createdAt: string; expiresAt: string | null; lastUsedAt: string | null; scopes: { object: string; verbs: string[] }[] }
interface NewKey { name: string; objects: string[]; verbs: 'read' | 'write'; expires?: Dayjs | null }

export function Keys(): ReactNode {
  const { t, say } = useT()
  const feedback = useSay()
  const catalog = useCatalog()
  const queries = useQueryClient()
  const keys = useQuery({ queryKey: ['keys'], queryFn: () => api<{ keys: KeyRow[] }>('/api/keys') })
  const [making, setMaking] = useState(false)
  const refresh = (): void => void queries.invalidateQueries({ queryKey: ['keys'] })
  const revoke = (id: string): void => void api(`/api/keys/${id}`, { method: 'DELETE' }).then(() => { feedback.ok(t('keys.revoked')); refresh() }).catch(feedback.fail)
  if (keys.error) return <Failed error={keys.error} again={() => void keys.refetch()} />
  return (
    <div className="gu-stack">
      <div className="gu-row wrap"><span className="gu-dim gu-grow">{t('keys.what')}</span><Button type="primary" icon={<PlusOutlined />} onClick={() => setMaking(true)}>{t('keys.new')}</Button></div>
      <Table<KeyRow> rowKey="id" size="small" loading={keys.isPending} dataSource={keys.data?.keys ?? []} pagination={false} scroll={{ x: true }} locale={{ emptyText: t('keys.none') }} columns={[
        { title: t('word.name'), dataIndex: 'name' },
        { title: t('keys.objects'), render: (_value, row) => row.scopes.map(scope => (scope.object === '*' ? t('keys.all') : say(catalog.objects.get(scope.object)?.label ?? { zh: scope.object, en: scope.object }))).join(t('word.and')) },
        { title: t('keys.may'), render: (_value, row) => t(row.scopes.some(scope => scope.verbs.includes('write')) ? 'keys.write' : 'keys.read') },
        { title: t('word.created'), render: (_value, row) => <When at={row.createdAt} /> },
        { title: t('keys.lastUsed'), render: (_value, row) => (row.lastUsedAt ? <When at={row.lastUsedAt} /> : t('word.never')) },
        { title: t('keys.expires'), render: (_value, row) => (row.expiresAt ? row.expiresAt.slice(0, 10) : t('word.never')) },
        { width: 44, render: (_value, row) => (
          <Popconfirm title={t('keys.revokeAsk')} okButtonProps={{ danger: true }} okText={t('keys.revoke')} onConfirm={() => revoke(row.id)}>
            <Button type="text" danger icon={<DeleteOutlined />} aria-label={t('keys.revoke')} />
          </Popconfirm>) },
      ]} />
      {making && <Make close={() => { setMaking(false); refresh() }} />}
    </div>
  )
}

function Make({ close }: { close(): void }): ReactNode {
  const { t, say } = useT()
  const objects = navObjects(useCatalog())
  const [key, setKey] = useState<string>()
  const send = async ({ name, objects: names, verbs, expires }: NewKey): Promise<void> => {
    const scopes = names.map(object => ({ object, verbs: verbs === 'write' ? ['read', 'write'] : ['read'] }))
    setKey((await post<{ key: string }>('/api/keys', { name, scopes, ...(expires ? { expires: expires.endOf('day').toISOString() } : {}) })).key)
  }
  return (
    <Modal open onCancel={close} footer={null} title={t('keys.new')} mask={{ closable: !key }}>
      {key ? (
        <div className="gu-stack">
          <Alert type="success" showIcon title={t('keys.once')} />
          <Typography.Text code copyable style={{ overflowWrap: 'anywhere' }}>{key}</Typography.Text>
          <Button onClick={close}>{t('word.done')}</Button>
        </div>
      ) : (
        <SignForm<NewKey> submit={t('keys.make')} onSubmit={send} initial={{ objects: ['*'], verbs: 'read' }}>
          <Form.Item name="name" label={t('word.name')} rules={[{ required: true, message: t('sign.needName') }]}><Input autoFocus maxLength={50} placeholder={t('keys.nameHint')} /></Form.Item>
          <Form.Item name="objects" label={t('keys.objects')} rules={[{ required: true, message: t('keys.needObjects') }]}>
            <Select mode="multiple" options={[{ value: '*', label: t('keys.all') }, ...objects.map(object => ({ value: object.name, label: say(object.label) }))]} />
          </Form.Item>
          <Form.Item name="verbs" label={t('keys.may')}><Select options={[{ value: 'read', label: t('keys.read') }, { value: 'write', label: t('keys.write') }]} /></Form.Item>
          <Form.Item name="expires" label={t('keys.expires')} extra={t('keys.expiresHint')}><DatePicker style={{ width: '100%' }} /></Form.Item>
        </SignForm>
      )}
    </Modal>
  )
}
