// Conditions joined with and / or, groups inside groups.
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Segmented, Select } from 'antd'
import type { ReactNode } from 'react'
import type { Op } from '#core/field/kind.ts'
import { kindOf } from '#core/field/kinds.ts'
import type { Filter } from '#core/report/query.ts'
import type { WebObject } from '../lib/catalog.ts'
import { useCatalog } from '../lib/catalog.ts'
import { useT } from '../lib/texts.ts'
import { webKindOf } from '../field/inputs.tsx'
import type { PathColumn } from '../field/path.ts'
import { askable, columnAt, pathsOf } from '../field/path.ts'
import { keyOf, takesPlace } from './filter-keys.ts'
import { FilterValue } from './filter-value.tsx'
import type { Condition } from './filter-words.ts'
import { isCondition, isGroup, itemsOf, opWord } from './filter-words.ts'

type Joined = { all: Filter[] } | { any: Filter[] }
interface Props { object: WebObject; filter: Filter | undefined; onChange(filter: Filter | undefined): void }

const DEPTH = 3

export function useAskable(object: WebObject): PathColumn[] {
  const { lang } = useT()
  const catalog = useCatalog()
  return pathsOf(catalog, object).map(path => columnAt(catalog, object, path, lang)).filter(askable)
}

/** Operators a column understands; parts of a value are texts. */
export const opsOf = (column: PathColumn): readonly Op[] => {
  if (column.part) return ['eq', 'in', 'contains', 'startsWith', 'ne', 'empty', 'notEmpty']
  const ask = webKindOf(column.field).ask(column.field)
  const ops = kindOf(column.field).ops
  // Derived fields know all operators of all results: only those of their own are offered.
  return ask === 'number' ? ops.filter(op => op !== 'relative' && op !== 'contains' && op !== 'startsWith') : ask === 'date' ? ops.filter(op => op !== 'in' && op !== 'notIn' && op !== 'contains' && op !== 'startsWith') : ops
}

const asGroup = (filter: Filter | undefined): Joined => (filter === undefined ? { all: [] } : isGroup(filter) ? filter : { all: [filter] })

export function FilterBuilder({ object, filter, onChange }: Props): ReactNode {
  const { t } = useT()
  const columns = useAskable(object)
  const group = asGroup(filter)
  return (
    <div className="gu-filter">
      {itemsOf(group).length === 0 && <p className="gu-faint">{t('filter.empty')}</p>}
      <Group group={group} columns={columns} depth={0} onChange={next => onChange(itemsOf(next).length === 0 ? undefined : next)} />
    </div>
  )
}

function Group({ group, columns, depth, onChange, remove }: { group: Joined; columns: PathColumn[]; depth: number; onChange(group: Joined): void; remove?(): void }): ReactNode {
  const { t } = useT()
  const items = itemsOf(group)
  const isAll = 'all' in group
  const make = (next: Filter[], all = isAll): Joined => (all ? { all: next } : { any: next })
  const replace = (at: number, item: Filter | undefined): void => onChange(make(item === undefined ? items.filter((_, i) => i !== at) : items.map((one, i) => (i === at ? takesPlace(item, one) : one))))
  const first = columns[0]
  const blank = (): Filter[] => (first ? [{ field: first.path, op: opsOf(first)[0] ?? 'eq' }] : [])
  return (
    <div className={`gu-filter-group${depth > 0 ? ' inner' : ''}`}>
      {(items.length > 1 || depth > 0) && (
        <div className="gu-row"><Segmented size="small" value={isAll ? 'all' : 'any'} options={[{ value: 'all', label: t('filter.all') }, { value: 'any', label: t('filter.any') }]} onChange={value => onChange(make(items, value === 'all'))} />
          <span className="gu-grow" />{remove && <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={t('word.remove')} onClick={remove} />}</div>
      )}
      {items.map((item, at) => (isCondition(item)
        ? <Row key={keyOf(item)} condition={item} columns={columns} onChange={next => replace(at, next)} />
        : isGroup(item) ? <Group key={keyOf(item)} group={item} columns={columns} depth={depth + 1} onChange={next => replace(at, next)} remove={() => replace(at, undefined)} />
          : <div key={keyOf(item)} className="gu-row gu-faint"><span className="gu-grow">{t('filter.other')}</span><Button type="text" size="small" icon={<DeleteOutlined />} aria-label={t('word.remove')} onClick={() => replace(at, undefined)} /></div>))}
      <div className="gu-row">
        <Button size="small" type="text" icon={<PlusOutlined />} onClick={() => onChange(make([...items, ...blank()]))}>{t('filter.add')}</Button>
        {depth < DEPTH && <Button size="small" type="text" onClick={() => onChange(make([...items, isAll ? { any: blank() } : { all: blank() }]))}>{t('filter.addGroup')}</Button>}
      </div>
    </div>
  )
}

function Row({ condition, columns, onChange }: { condition: Condition; columns: PathColumn[]; onChange(condition: Condition | undefined): void }): ReactNode {
  const { t } = useT()
  const column = columns.find(one => one.path === condition.field)
  const ops = column ? opsOf(column) : []
  const choose = (path: string): void => {
    const next = columns.find(one => one.path === path)
    if (next) onChange({ field: path, op: opsOf(next)[0] ?? 'eq' })
  }
  /** The value stays only where the new operator takes the same shape. */
  const shape = (op: Op): string => (op === 'between' || op === 'relative' ? op : ['in', 'notIn', 'hasAny', 'hasAll'].includes(op) ? 'many' : 'one')
  return (
    <div className="gu-filter-row">
      <Select className="gu-filter-field" value={column ? condition.field : undefined} showSearch={{ optionFilterProp: 'label' }} aria-label={t('filter.field')} options={columns.map(one => ({ value: one.path, label: one.label }))} onChange={choose} popupMatchSelectWidth={240} />
      <Select className="gu-filter-op" value={condition.op} aria-label={t('filter.op')} options={ops.map(op => ({ value: op, label: opWord(op, t) }))} onChange={op => onChange({ field: condition.field, op, ...(shape(op) === shape(condition.op) ? { value: condition.value } : {}) })} />
      {column && <FilterValue key={`${condition.field} ${condition.op}`} column={column} condition={condition} onChange={value => onChange({ ...condition, value })} />}
      <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={t('word.remove')} onClick={() => onChange(undefined)} />
    </div>
  )
}
