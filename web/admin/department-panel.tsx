// One department: name, place in the tree, head, people; and the small form of a new one.
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Link as To } from '@tanstack/react-router'
import { Alert, Button, Form, Input, Modal, Popconfirm, TreeSelect } from 'antd'
import { useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { RecordPick } from '../field/reference-input.tsx'
import { newKey } from '../lib/api.ts'
import type { Link } from '../lib/api-types.ts'
import { errorText, fieldTexts, useSay } from '../lib/say.ts'
import { useT } from '../lib/texts.ts'
import { useRecordActs } from '../record/queries.ts'
import { Person } from '../ui/person.tsx'
import type { Branch } from './department-tree.ts'
import { idsOf } from './department-tree.ts'
import { useUsers } from './queries.ts'

const choices = (branches: Branch[], not: Set<string>): { value: string; title: string; disabled: boolean; children: object[] }[] =>
  branches.map(branch => ({ value: branch.key, title: branch.row.name, disabled: not.has(branch.key), children: choices(branch.children, not) }))

interface PanelProps { branch: Branch; tree: Branch[]; add(): void; gone(): void }

export function DepartmentPanel({ branch, tree, add, gone }: PanelProps): ReactNode {
  const { t, lang } = useT()
  const say = useSay()
  const acts = useRecordActs('department')
  const { row } = branch
  const [name, setName] = useState(row.name)
  const [parent, setParent] = useState<string | null>(row.parent?.id ?? null)
  const [manager, setManager] = useState<Link | null>(row.manager)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [busy, setBusy] = useState(false)
  const dirty = name !== row.name || parent !== (row.parent?.id ?? null) || manager?.id !== row.manager?.id
  const save = async (): Promise<void> => {
    setBusy(true)
    try {
      await acts.update(row.id, row.version, { name: name.trim() || null, parent, manager: manager?.id ?? null })
      say.ok(t('word.saved'))
    } catch (error) {
      setErrors({ '': errorText(error, t, lang), ...fieldTexts(error, lang) })
    }
    setBusy(false)
  }
  return (
    <Form layout="vertical" onFinish={() => void save()} className="gu-admin-panel">
      {errors[''] && <Alert type="error" showIcon title={errors['']} />}
      <Form.Item label={t('department.name')} htmlFor="department-name" validateStatus={errors['name'] ? 'error' : undefined} help={errors['name']}><Input id="department-name" value={name} maxLength={50} onChange={event => setName(event.target.value)} /></Form.Item>
      <Form.Item label={t('department.parent')} htmlFor="department-parent" validateStatus={errors['parent'] ? 'error' : undefined} help={errors['parent']}>
        <TreeSelect id="department-parent" allowClear treeDefaultExpandAll showSearch={{ treeNodeFilterProp: 'title' }} placeholder={t('department.top')} value={parent ?? undefined} treeData={choices(tree, new Set(idsOf(branch)))} onChange={(next: string | undefined) => setParent(next ?? null)} />
      </Form.Item>
      <Form.Item label={t('department.manager')} htmlFor="department-manager"><RecordPick id="department-manager" object="user" many={false} links={manager ? [manager] : []} onPick={links => setManager(links[0] ?? null)} /></Form.Item>
      <div className="gu-row wrap">
        <Button type="primary" htmlType="submit" disabled={!dirty} loading={busy}>{t('word.save')}</Button>
        <Button icon={<PlusOutlined />} onClick={add}>{t('department.addBelow')}</Button>
        <span className="gu-grow" />
        <Remove branch={branch} gone={gone} />
      </div>
      <People branch={branch} />
    </Form>
  )
}

/** Nobody is left without a department by accident: what stands in the way is said before it is tried. */
function Remove({ branch, gone }: { branch: Branch; gone(): void }): ReactNode {
  const { t } = useT()
  const say = useSay()
  const acts = useRecordActs('department')
  const users = useUsers()
  const inside = (users.data ?? []).filter(user => user.department?.id === branch.key).length
  const why = inside > 0 ? t('department.hasPeople', { n: inside }) : branch.children.length > 0 ? t('department.hasBelow', { n: branch.children.length }) : undefined
  const remove = async (): Promise<void> => {
    try {
      await acts.remove(branch.key)
      say.ok(t('department.removed', { name: branch.row.name }))
      gone()
    } catch (error) {
      say.fail(error)
    }
  }
  return (
    <Popconfirm title={why ? t('department.cannotRemove') : t('department.removeAsk', { name: branch.row.name })} description={why ?? t('department.removeHint')} okText={why ? t('word.ok') : t('word.delete')} okButtonProps={{ danger: !why }}
      showCancel={!why} onConfirm={() => (why ? undefined : remove())}>
      <Button type="text" danger icon={<DeleteOutlined />}>{t('word.delete')}</Button>
    </Popconfirm>
  )
}

function People({ branch }: { branch: Branch }): ReactNode {
  const { t } = useT()
  const users = useUsers()
  const people = (users.data ?? []).filter(user => user.department?.id === branch.key && user.active !== false)
  return (
    <div className="gu-admin-people">
      <h3>{t('department.people', { n: people.length })}{branch.below > people.length && <span className="gu-faint"> · {t('department.peopleBelow', { n: branch.below })}</span>}</h3>
      {people.map(user => (
        <To key={user.id} to="/admin/$page" params={{ page: 'users' }} search={{ id: user.id }} className="gu-admin-person"><Person name={user.name} size={22} /><span>{user.name}</span><span className="gu-faint gu-small gu-cut">{user.position}</span></To>
      ))}
    </div>
  )
}

export function AddDepartment({ parent, close }: { parent?: Branch; close(): void }): ReactNode {
  const { t, lang } = useT()
  const say = useSay()
  const acts = useRecordActs('department')
  const once = useRef(newKey())
  const [name, setName] = useState('')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const save = async (): Promise<void> => {
    if (name.trim() === '') { setError(t('department.needName')); return }
    setBusy(true)
    try {
      await acts.create({ name: name.trim(), ...(parent ? { parent: parent.key } : {}) }, once.current)
      say.ok(t('department.added', { name: name.trim() }))
      close()
    } catch (caught) {
      once.current = newKey()
      setError(fieldTexts(caught, lang)['name'] ?? errorText(caught, t, lang))
      setBusy(false)
    }
  }
  return (
    <Modal open title={parent ? t('department.addTo', { name: parent.row.name }) : t('department.add')} onCancel={close} onOk={() => void save()} okText={t('word.add')} confirmLoading={busy} destroyOnHidden>
      <Form layout="vertical" onFinish={() => void save()}>
        <Form.Item label={t('department.name')} htmlFor="new-department" validateStatus={error ? 'error' : undefined} help={error}><Input id="new-department" autoFocus maxLength={50} value={name} onChange={event => { setName(event.target.value); setError(undefined) }} /></Form.Item>
      </Form>
    </Modal>
  )
}
