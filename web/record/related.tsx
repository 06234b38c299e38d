// Records of another object that refer to this one: the newest, a sum where there is one, and the way to add and to see all.
import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Empty } from 'antd'
import { useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { kindOf } from '#core/field/kinds.ts'
import type { Page } from '#core/report/query.ts'
import { post } from '../lib/api.ts'
import type { WireRow } from '../lib/api-types.ts'
import type { WebObject } from '../lib/catalog.ts'
import { useCatalog } from '../lib/catalog.ts'
import { useT } from '../lib/texts.ts'
import { Failed, Loading } from '../ui/notice.tsx'
import { ShowValue } from '../field/field-view.tsx'
import { columnAt } from '../field/path.ts'
import { CreateDrawer } from './create-drawer.tsx'
import { useTitle } from './record-head.tsx'

interface Props { object: WebObject; by: string; parent: WebObject; record: WireRow }

export function Related({ object, by, parent, record }: Props): ReactNode {
  const { t, say, lang } = useT()
  const catalog = useCatalog()
  const title = useTitle(parent, record)
  const [creating, setCreating] = useState(false)
  const preset = useMemo(() => ({ [by]: { id: record.id, label: title } }), [by, record.id, title])
  const view = object.views[0]
  const columns = (view?.columns ?? [object.title]).filter(path => path !== by).slice(0, 6).map(path => columnAt(catalog, object, path, lang)).filter(column => column !== undefined)
  const rows = useQuery({
    queryKey: ['records', object.name, 'related', by, record.id],
    queryFn: () => post<Page>(`/api/records/${object.name}/query`, { columns: [...new Set([object.title, ...columns.map(column => column.path)])], filter: { field: by, op: 'eq', value: record.id }, sort: view?.sort, size: 50, total: 'capped' }),
  })
  if (rows.isPending) return <Loading />
  if (!rows.data) return <Failed error={rows.error} again={() => void rows.refetch()} />
  return (
    <div className="gu-record-body">
      <div className="gu-row"><span className="gu-dim gu-grow">{rows.data.total === null ? '' : t('word.rows', { n: rows.data.total })}</span>
        {object.can.create && <Button size="small" icon={<PlusOutlined />} onClick={() => setCreating(true)}>{t('record.addRelated', { object: say(object.label) })}</Button>}</div>
      {rows.data.rows.length === 0 ? <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('record.noRelated', { object: say(object.label) })} /> : (
        <div className="gu-lines read"><table>
          <thead><tr>{columns.map(column => <th key={column.path} scope="col" className={kindOf(column.field).align === 'right' ? 'num' : undefined}>{column.label}</th>)}</tr></thead>
          <tbody>{(rows.data.rows as WireRow[]).map(row => (
            <tr key={row.id}>{columns.map((column, i) => (
              <td key={column.path} className={kindOf(column.field).align === 'right' ? 'num' : undefined}>
                {i === 0 ? <Link to="/o/$object/$id" params={{ object: object.name, id: row.id }}><ShowValue field={column.field} value={row[column.path]} /></Link> : <ShowValue field={column.field} value={row[column.path]} />}
              </td>))}</tr>
          ))}</tbody>
        </table></div>
      )}
      <CreateDrawer object={object} open={creating} preset={preset} close={() => setCreating(false)} />
    </div>
  )
}
