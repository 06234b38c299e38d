// Departments: a tree to add to, to rename in and to move about; the chosen one beside it.
import { PlusOutlined, TeamOutlined } from '@ant-design/icons'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Drawer, Empty, Tree } from 'antd'
import type { TreeDataNode } from 'antd'
import { useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { useNarrow } from '../lib/media.ts'
import { useSay } from '../lib/say.ts'
import { useT } from '../lib/texts.ts'
import { useRecordActs } from '../record/queries.ts'
import { Failed, Loading } from '../ui/notice.tsx'
import { AdminFrame } from './admin-frame.tsx'
import { AddDepartment, DepartmentPanel } from './department-panel.tsx'
import type { Branch } from './department-tree.ts'
import { findBranch, idsOf, treeOf } from './department-tree.ts'
import { useDepartments, useUsers } from './queries.ts'

export function DepartmentsPage(): ReactNode {
  const { t } = useT()
  const departments = useDepartments()
  const users = useUsers()
  const [adding, setAdding] = useState<{ parent?: Branch }>()
  const tree = useMemo(() => treeOf(departments.data ?? [], users.data ?? []), [departments.data, users.data])
  return (
    <AdminFrame page="departments" actions={<Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding({})}>{t('department.add')}</Button>}>
      {departments.data ? <Shown tree={tree} add={parent => setAdding({ parent })} /> : departments.error ? <Failed error={departments.error} again={() => void departments.refetch()} /> : <Loading />}
      {adding && <AddDepartment parent={adding.parent} close={() => setAdding(undefined)} />}
    </AdminFrame>
  )
}

function Shown({ tree, add }: { tree: Branch[]; add(parent: Branch): void }): ReactNode {
  const { t } = useT()
  const narrow = useNarrow()
  const navigate = useNavigate()
  const { id } = useSearch({ from: '/shell/admin/$page' })
  const choose = (next?: string): void => void navigate({ to: '/admin/$page', params: { page: 'departments' }, search: next ? { id: next } : {}, replace: true })
  const chosen = id === undefined ? undefined : findBranch(tree, id)
  if (tree.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('department.none')} />
  const panel = chosen && <DepartmentPanel key={`${chosen.key} ${chosen.row.version}`} branch={chosen} tree={tree} add={() => add(chosen)} gone={() => choose()} />
  return (
    <div className="gu-admin-split">
      <section className="gu-card gu-admin-tree">
        <DepartmentTree tree={tree} chosen={id} choose={choose} />
        <p className="gu-faint gu-small">{t('department.dragHint')}</p>
      </section>
      {narrow
        ? <Drawer open={chosen !== undefined} onClose={() => choose()} size="100%" title={chosen?.row.name}>{panel}</Drawer>
        : <section className="gu-card gu-admin-side">{panel ?? <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('department.choose')} />}</section>}
    </div>
  )
}

const nodeOf = (branch: Branch): TreeDataNode => ({ key: branch.key, title: <Title branch={branch} />, children: branch.children.map(nodeOf) })

function Title({ branch }: { branch: Branch }): ReactNode {
  const { t } = useT()
  return (
    <span className="gu-row">
      <span className="gu-cut gu-grow">{branch.row.name}</span>
      {branch.row.manager && <span className="gu-faint gu-small">{branch.row.manager.label}</span>}
      <span className="gu-faint gu-small" title={t('department.peopleBelow', { n: branch.below })}><TeamOutlined aria-hidden /> {branch.below}</span>
    </span>
  )
}

function DepartmentTree({ tree, chosen, choose }: { tree: Branch[]; chosen?: string; choose(id?: string): void }): ReactNode {
  const { t } = useT()
  const say = useSay()
  const acts = useRecordActs('department')
  const nodes = useMemo(() => tree.map(nodeOf), [tree])
  const move = async (id: string, target: string, inside: boolean): Promise<void> => {
    const branch = findBranch(tree, id)
    const parent = inside ? target : findBranch(tree, target)?.row.parent?.id ?? null
    if (!branch || (branch.row.parent?.id ?? null) === parent) return
    if (parent && idsOf(branch).includes(parent)) { say.warn(t('department.loop')); return }
    try {
      await acts.update(id, branch.row.version, { parent })
      say.ok(t('department.moved', { name: branch.row.name }))
    } catch (error) {
      say.fail(error)
    }
  }
  return (
    <Tree blockNode showLine draggable={{ icon: false }} defaultExpandAll treeData={nodes} selectedKeys={chosen ? [chosen] : []}
      onSelect={keys => choose(keys[0] === undefined ? undefined : String(keys[0]))}
      onDrop={info => void move(String(info.dragNode.key), String(info.node.key), !info.dropToGap)} />
  )
}
