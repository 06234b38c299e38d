// Tools of a list: search, filter, order, groups, columns, layout, import, export, new.
import {
  AppstoreOutlined, CalendarOutlined, CloudDownloadOutlined, DeleteOutlined, FilterOutlined, GroupOutlined, MoreOutlined, PlusOutlined, ProjectOutlined, SearchOutlined,
  SortAscendingOutlined, TableOutlined, UnorderedListOutlined, UploadOutlined,
} from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Badge, Button, Drawer, Dropdown, Input, Popover } from 'antd'
import type { MenuProps } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { isKind } from '#core/field/kinds.ts'
import { liveFields } from '../lib/catalog.ts'
import { useNarrow } from '../lib/media.ts'
import { ExportDialog } from '../export/export-dialog.tsx'
import { useT } from '../lib/texts.ts'
import { FilterBuilder } from './filter-builder.tsx'
import { countConditions } from './filter-words.ts'
import { ColumnPanel, GroupPanel, SortPanel } from './panels.tsx'
import type { ListState } from './state.ts'

interface ToolProps { icon: ReactNode; label: string; count?: number; title: string; wide?: boolean; children: ReactNode }

/** A button and what it opens: a popover, at phone width a drawer from below. */
function Tool({ icon, label, count = 0, title, wide, children }: ToolProps): ReactNode {
  const narrow = useNarrow()
  const [open, setOpen] = useState(false)
  const button = <Button type={count > 0 ? 'default' : 'text'} className={count > 0 ? 'gu-tool on' : 'gu-tool'} icon={icon} aria-label={title} aria-expanded={open} onClick={narrow ? () => setOpen(true) : undefined}>{narrow ? null : label}{count > 0 && <Badge count={count} size="small" color="var(--gu-brand)" />}</Button>
  if (narrow) return <>{button}<Drawer open={open} onClose={() => setOpen(false)} placement="bottom" size="80%" title={title}>{children}</Drawer></>
  return <Popover open={open} onOpenChange={setOpen} trigger="click" placement="bottomLeft" arrow={false} content={<div style={{ width: wide ? 620 : 340 }}>{children}</div>} destroyOnHidden>{button}</Popover>
}

export function Toolbar({ list, checked }: { list: ListState; checked: string[] }): ReactNode {
  const { t } = useT()
  const narrow = useNarrow()
  const { object, state, change } = list
  const grid = state.layout.kind === 'grid'
  return (
    <div className="gu-toolbar" role="toolbar" aria-label={t('list.tools')}>
      <Input id="gu-list-search" className="gu-list-search" allowClear prefix={<SearchOutlined className="gu-faint" />} value={list.search} onChange={event => list.setSearch(event.target.value)} placeholder={t('list.search', { object: list.label })} aria-label={t('list.search', { object: list.label })} />
      <Tool icon={<FilterOutlined />} label={t('list.filter')} title={t('list.filter')} count={countConditions(state.filter)} wide><FilterBuilder object={object} filter={state.filter} onChange={filter => change({ filter })} /></Tool>
      <Tool icon={<SortAscendingOutlined />} label={t('list.sort')} title={t('list.sort')} count={state.sort.length}><SortPanel object={object} state={state} onChange={change} /></Tool>
      {grid && !narrow && <Tool icon={<GroupOutlined />} label={t('list.group')} title={t('list.group')} count={state.group.length}><GroupPanel object={object} state={state} onChange={change} /></Tool>}
      {!narrow && <Tool icon={<TableOutlined />} label={t('list.columns')} title={t('list.columns')}><ColumnPanel object={object} state={state} onChange={change} /></Tool>}
      <LayoutSwitch list={list} />
      <span className="gu-grow" />
      <More list={list} checked={checked} />
      {object.can.create && <Button type="primary" icon={<PlusOutlined />} onClick={() => list.setCreating(true)} aria-label={t('word.newOf', { object: list.label })}>{narrow ? null : t('word.newOf', { object: list.label })}</Button>}
    </div>
  )
}

function LayoutSwitch({ list }: { list: ListState }): ReactNode {
  const { t, say } = useT()
  const narrow = useNarrow()
  const { layout } = list.state
  const fields = liveFields(list.object)
  const boards = fields.filter(field => isKind(field, 'choice') && field.right !== 'masked')
  const dates = fields.filter(field => (isKind(field, 'date') || isKind(field, 'datetime')) && field.right !== 'masked')
  const items: MenuProps['items'] = [
    { key: 'grid', icon: <UnorderedListOutlined />, label: t('layout.grid'), onClick: () => list.change({ layout: { kind: 'grid' } }) },
    ...(boards.length > 0 ? [{ key: 'kanban', icon: <ProjectOutlined />, label: t('layout.kanban'), children: boards.map(field => ({ key: `k:${field.key}`, label: say(field.label), onClick: () => list.change({ layout: { kind: 'kanban', by: field.key } }) })) }] : []),
    ...(dates.length > 0 ? [{ key: 'calendar', icon: <CalendarOutlined />, label: t('layout.calendar'), children: dates.map(field => ({ key: `c:${field.key}`, label: say(field.label), onClick: () => list.change({ layout: { kind: 'calendar', by: field.key } }) })) }] : []),
  ]
  const icon = { grid: <AppstoreOutlined />, kanban: <ProjectOutlined />, calendar: <CalendarOutlined /> }[layout.kind]
  const label = t(`layout.${layout.kind}`)
  return <Dropdown menu={{ items, selectedKeys: [layout.kind, layout.kind === 'grid' ? '' : `${layout.kind[0] ?? ''}:${layout.by}`] }} trigger={['click']}><Button type="text" icon={icon} aria-label={t('list.layout')}>{narrow ? null : label}</Button></Dropdown>
}

function More({ list, checked }: { list: ListState; checked: string[] }): ReactNode {
  const { t } = useT()
  const navigate = useNavigate()
  const narrow = useNarrow()
  const [exporting, setExporting] = useState(false)
  const { object, state } = list
  const params = { object: object.name }
  const items: MenuProps['items'] = [
    ...(object.can.import ? [{ key: 'import', icon: <UploadOutlined />, label: t('list.import'), onClick: () => void navigate({ to: '/import/$object', params }) }] : []),
    ...(object.can.export ? [{ key: 'export', icon: <CloudDownloadOutlined />, label: t('list.export'), onClick: () => setExporting(true) }] : []),
    ...(state.layout.kind === 'grid' && !narrow ? [{ key: 'quick', icon: <FilterOutlined />, label: state.showQuick ? t('list.hideQuick') : t('list.showQuick'), onClick: () => list.change({ showQuick: !state.showQuick }) }] : []),
    ...(object.can.delete ? [{ key: 'bin', icon: <DeleteOutlined />, label: t('list.bin'), onClick: () => void navigate({ to: '/o/$object/bin', params }) }] : []),
  ]
  return (
    <>
      {!narrow && object.can.import && <Button type="text" icon={<UploadOutlined />} onClick={() => void navigate({ to: '/import/$object', params })}>{t('list.import')}</Button>}
      {!narrow && object.can.export && <Button type="text" icon={<CloudDownloadOutlined />} onClick={() => setExporting(true)}>{t('list.export')}</Button>}
      <Dropdown menu={{ items: narrow ? items : items.filter(item => item?.key === 'quick' || item?.key === 'bin') }} trigger={['click']}><Button type="text" icon={<MoreOutlined />} aria-label={t('word.more')} /></Dropdown>
      {exporting && <ExportDialog object={object} query={list.query} selectedIds={checked} columns={list.columns.map(column => column.path)} onClose={() => setExporting(false)} />}
    </>
  )
}
