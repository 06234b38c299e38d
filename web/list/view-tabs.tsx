// The views of a list as tabs; what was changed in one is saved into it or as a new one.
import { DownOutlined, TeamOutlined } from '@ant-design/icons'
import { App, Button, Checkbox, Dropdown, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { usePower } from '../lib/session.ts'
import { useSay } from '../lib/say.ts'
import { useT } from '../lib/texts.ts'
import type { ListState } from './state.ts'
import type { View } from './view-state.ts'

export function ViewTabs({ list }: { list: ListState }): ReactNode {
  const { t } = useT()
  const [naming, setNaming] = useState(false)
  const say = useSay()
  const { view, dirty } = list
  const save = (): void => void list.store(view, { state: list.state }).then(() => say.ok(t('word.saved'))).catch(say.fail)
  return (
    <div className="gu-views">
      <div className="gu-view-tabs" role="tablist" aria-label={t('view.label')}>
        {list.views.map(one => (
          <span key={one.key} className={`gu-view${one.key === view.key ? ' active' : ''}`}>
            <button type="button" role="tab" aria-selected={one.key === view.key} className="gu-plain" onClick={() => list.pick(one.key)}>{one.label}{one.saved?.shared && <TeamOutlined title={t('view.shared')} />}</button>
            {one.key === view.key && one.saved?.mine && <ViewMenu list={list} view={one} />}
          </span>
        ))}
      </div>
      {dirty && (
        <span className="gu-row gu-view-dirty">
          <span className="gu-faint gu-small">{t('view.dirty')}</span>
          <Button size="small" type="text" onClick={list.reset}>{t('word.reset')}</Button>
          {view.saved?.mine && <Button size="small" type="text" onClick={save}>{t('word.save')}</Button>}
          <Button size="small" type="link" onClick={() => setNaming(true)}>{t('view.saveAs')}</Button>
        </span>
      )}
      {naming && <NameDialog list={list} close={() => setNaming(false)} />}
    </div>
  )
}

function ViewMenu({ list, view }: { list: ListState; view: View }): ReactNode {
  const { t } = useT()
  const say = useSay()
  const { modal } = App.useApp()
  const mayShare = usePower('shareViews')
  const [renaming, setRenaming] = useState(false)
  const items = [
    { key: 'rename', label: t('view.rename'), onClick: () => setRenaming(true) },
    ...(mayShare ? [{ key: 'share', label: view.saved?.shared ? t('view.unshare') : t('view.share'), onClick: () => void list.store(view, { shared: !view.saved?.shared }).catch(say.fail) }] : []),
    { key: 'delete', danger: true, label: t('word.delete'), onClick: () => void modal.confirm({ title: t('view.deleteAsk', { name: view.label }), okButtonProps: { danger: true }, onOk: () => list.remove(view).then(() => list.pick(list.views[0]?.key ?? '')).catch(say.fail) }) },
  ]
  return <><Dropdown menu={{ items }} trigger={['click']}><button type="button" className="gu-plain gu-view-more" aria-label={t('view.menu', { name: view.label })}><DownOutlined /></button></Dropdown>{renaming && <NameDialog list={list} view={view} close={() => setRenaming(false)} />}</>
}

function NameDialog({ list, view, close }: { list: ListState; view?: View; close(): void }): ReactNode {
  const { t } = useT()
  const say = useSay()
  const mayShare = usePower('shareViews')
  const [form] = Form.useForm<{ label: string; shared?: boolean }>()
  const send = async ({ label, shared }: { label: string; shared?: boolean }): Promise<void> => {
    try {
      if (view) await list.store(view, { label })
      else {
        const id = await list.create(label, list.state, shared ?? false)
        list.reset()
        list.pick(id)
      }
      close()
    } catch (error) {
      say.fail(error)
    }
  }
  return (
    <Modal open title={view ? t('view.rename') : t('view.saveAs')} onCancel={close} onOk={form.submit} okText={t('word.save')} width={420}>
      <Form form={form} layout="vertical" initialValues={{ label: view?.label ?? '' }} onFinish={values => void send(values)}>
        <Form.Item name="label" label={t('word.name')} rules={[{ required: true, message: t('sign.needName') }]}><Input autoFocus maxLength={60} /></Form.Item>
        {!view && mayShare && <Form.Item name="shared" valuePropName="checked"><Checkbox>{t('view.shareAll')}</Checkbox></Form.Item>}
      </Form>
    </Modal>
  )
}
