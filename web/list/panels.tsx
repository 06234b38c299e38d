// What the toolbar's buttons open: columns, order, groups.
import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, HolderOutlined, PlusOutlined, PushpinFilled, PushpinOutlined } from '@ant-design/icons'
import { Button, Checkbox, Input, Segmented, Select } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { WebObject } from '../lib/catalog.ts'
import { useCatalog } from '../lib/catalog.ts'
import { useT } from '../lib/texts.ts'
import { columnAt, pathsOf } from '../field/path.ts'
import { useAskable } from './filter-builder.tsx'
import type { ColumnState, ViewState } from './view-state.ts'

interface PanelProps { object: WebObject; state: ViewState; onChange(change: Partial<ViewState>): void }

const moved = <X,>(list: X[], at: number, by: number): X[] => {
  const to = at + by
  if (to < 0 || to >= list.length) return list
  const next = [...list]
  const [item] = next.splice(at, 1)
  if (item !== undefined) next.splice(to, 0, item)
  return next
}

export function ColumnPanel({ object, state, onChange }: PanelProps): ReactNode {
  const { t, lang } = useT()
  const catalog = useCatalog()
  const [text, setText] = useState('')
  const fits = (label: string): boolean => label.toLowerCase().includes(text.trim().toLowerCase())
  const label = (path: string): string => columnAt(catalog, object, path, lang)?.label ?? path
  const set = (columns: ColumnState[]): void => onChange({ columns })
  const shown = new Set(state.columns.map(column => column.path))
  const others = pathsOf(catalog, object).filter(path => !shown.has(path))
  return (
    <div className="gu-panel">
      <Input size="small" allowClear value={text} onChange={event => setText(event.target.value)} placeholder={t('columns.find')} />
      <ul>{state.columns.map((column, at) => fits(label(column.path)) && (
        <li key={column.path} draggable onDragStart={event => event.dataTransfer.setData('text/plain', String(at))} onDragOver={event => event.preventDefault()}
          onDrop={event => { event.preventDefault(); const from = Number(event.dataTransfer.getData('text/plain')); set(moved(state.columns, from, at - from)) }}>
          <HolderOutlined className="gu-faint" aria-hidden />
          <Checkbox checked disabled={state.columns.length === 1} onChange={() => set(state.columns.filter(one => one !== column))}>{label(column.path)}</Checkbox>
          <span className="gu-grow" />
          <Button type="text" size="small" icon={<ArrowUpOutlined />} disabled={at === 0} aria-label={t('columns.up', { label: label(column.path) })} onClick={() => set(moved(state.columns, at, -1))} />
          <Button type="text" size="small" icon={<ArrowDownOutlined />} disabled={at === state.columns.length - 1} aria-label={t('columns.down', { label: label(column.path) })} onClick={() => set(moved(state.columns, at, 1))} />
          <Button type="text" size="small" icon={column.frozen ? <PushpinFilled /> : <PushpinOutlined />} aria-pressed={column.frozen ?? false} aria-label={t('columns.freeze', { label: label(column.path) })} title={t('columns.freeze', { label: label(column.path) })}
            onClick={() => set(state.columns.map(one => (one === column ? { ...one, frozen: !one.frozen } : one)))} />
        </li>))}
      </ul>
      <div className="gu-panel-title">{t('columns.others')}</div>
      <ul>{others.filter(path => fits(label(path))).slice(0, 200).map(path => <li key={path}><Checkbox checked={false} onChange={() => set([...state.columns, { path }])}>{label(path)}</Checkbox></li>)}</ul>
    </div>
  )
}

export function SortPanel({ object, state, onChange }: PanelProps): ReactNode {
  const { t } = useT()
  const columns = useAskable(object)
  const { sort } = state
  return (
    <div className="gu-panel">
      {sort.length === 0 && <p className="gu-faint">{t('sort.none')}</p>}
      {sort.map((one, at) => (
        <div className="gu-row" key={one.field}>
          <Select className="gu-grow" value={one.field} showSearch={{ optionFilterProp: 'label' }} options={columns.filter(column => column.path === one.field || !sort.some(other => other.field === column.path)).map(column => ({ value: column.path, label: column.label }))}
            onChange={field => onChange({ sort: sort.map((other, i) => (i === at ? { ...one, field } : other)) })} />
          <Segmented<'asc' | 'desc'> size="small" value={one.dir} options={[{ value: 'asc', label: t('sort.asc') }, { value: 'desc', label: t('sort.desc') }]} onChange={dir => onChange({ sort: sort.map((other, i) => (i === at ? { ...one, dir } : other)) })} />
          <Button type="text" size="small" icon={<ArrowUpOutlined />} disabled={at === 0} aria-label={t('columns.up', { label: one.field })} onClick={() => onChange({ sort: moved(sort, at, -1) })} />
          <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={t('word.remove')} onClick={() => onChange({ sort: sort.filter((_, i) => i !== at) })} />
        </div>
      ))}
      <Add columns={columns.filter(column => !sort.some(one => one.field === column.path))} label={t('sort.add')} off={sort.length >= 8} add={field => onChange({ sort: [...sort, { field, dir: 'asc' }] })} />
    </div>
  )
}

export function GroupPanel({ object, state, onChange }: PanelProps): ReactNode {
  const { t } = useT()
  const columns = useAskable(object)
  const { group } = state
  return (
    <div className="gu-panel">
      {group.length === 0 && <p className="gu-faint">{t('group.none')}</p>}
      {group.map((path, at) => (
        <div className="gu-row" key={path}>
          <Select className="gu-grow" value={path} showSearch={{ optionFilterProp: 'label' }} options={columns.map(column => ({ value: column.path, label: column.label }))} onChange={next => onChange({ group: group.map((one, i) => (i === at ? next : one)) })} />
          <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={t('word.remove')} onClick={() => onChange({ group: group.filter((_, i) => i !== at) })} />
        </div>
      ))}
      <Add columns={columns.filter(column => !group.includes(column.path))} label={t('group.add')} off={group.length >= 3} add={path => onChange({ group: [...group, path] })} />
    </div>
  )
}

function Add({ columns, label, off, add }: { columns: { path: string; label: string }[]; label: string; off: boolean; add(path: string): void }): ReactNode {
  return <Select<string | null> value={null} placeholder={<span><PlusOutlined /> {label}</span>} disabled={off} variant="borderless" style={{ width: '100%' }} showSearch={{ optionFilterProp: 'label' }} options={columns.map(column => ({ value: column.path, label: column.label }))} onChange={path => { if (path) add(path) }} />
}
