// The recycle bin of an object: bring back, or remove for good.
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { App, Button, Table } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { newKey, post } from '../lib/api.ts'
import type { WireRow } from '../lib/api-types.ts'
import { useCatalog, useObject } from '../lib/catalog.ts'
import { usePower } from '../lib/session.ts'
import { useSay } from '../lib/say.ts'
import { useT } from '../lib/texts.ts'
import { Failed, NotFound } from '../ui/notice.tsx'
import { ShowValue } from '../field/field-view.tsx'
import { columnAt } from '../field/path.ts'
import { askPage } from './list-query.ts'

export function BinPage(): ReactNode {
  const { object: name } = useParams({ from: '/shell/o/$object/bin' })
  const { t, say: words, lang } = useT()
  const say = useSay()
  const { modal } = App.useApp()
  const queries = useQueryClient()
  const catalog = useCatalog()
  const object = useObject(name)
  const mayErase = usePower('bin')
  const [checked, setChecked] = useState<string[]>([])
  const columns = object ? [...new Set([object.title, ...(object.code ? [object.code] : []), ...(object.views[0]?.columns.slice(0, 6) ?? []), 'updatedAt', 'updatedBy'])].map(path => columnAt(catalog, object, path, lang)).filter(column => column !== undefined) : []
  const pages = useInfiniteQuery({
    queryKey: ['records', name, 'bin'], enabled: object?.can.read === true, initialPageParam: '',
    queryFn: ({ pageParam }) => askPage({ object: name, columns: columns.map(column => column.path), sort: [{ field: 'updatedAt', dir: 'desc' }], bin: true }, { size: 100, after: pageParam || undefined, total: 'none' }),
    getNextPageParam: page => page.next ?? undefined,
  })
  if (!object?.can.read) return <NotFound />
  if (pages.error) return <Failed error={pages.error} again={() => void pages.refetch()} />
  const act = async (path: 'restore' | 'erase'): Promise<void> => {
    try {
      await post(`/api/records/${name}/${path}`, { ids: checked }, { once: newKey() })
      say.ok(t(path === 'restore' ? 'bin.restored' : 'bin.erased', { n: checked.length }))
      setChecked([])
      await queries.invalidateQueries({ queryKey: ['records', name] })
      await queries.invalidateQueries({ queryKey: ['undo'] })
    } catch (error) {
      say.fail(error)
    }
  }
  const erase = (): void => void modal.confirm({ title: t('bin.eraseAsk', { n: checked.length }), content: t('bin.eraseHint'), okText: t('bin.erase'), okButtonProps: { danger: true }, onOk: () => act('erase') })
  return (
    <div className="gu-page" style={{ maxWidth: 1280 }}>
      <header>
        <h1 className="gu-grow"><Link to="/o/$object" params={{ object: name }} search={{}}>{words(object.label)}</Link> · {t('list.bin')}</h1>
        <Button type="primary" disabled={checked.length === 0} onClick={() => void act('restore')}>{t('word.restore')}</Button>
        {mayErase && <Button danger disabled={checked.length === 0} onClick={erase}>{t('bin.erase')}</Button>}
        <p>{t('bin.hint')}</p>
      </header>
      <Table<WireRow> rowKey="id" size="small" loading={pages.isPending} dataSource={(pages.data?.pages.flatMap(page => page.rows) ?? []) as WireRow[]} pagination={false} scroll={{ x: 'max-content' }} locale={{ emptyText: t('bin.empty') }}
        rowSelection={{ selectedRowKeys: checked, onChange: keys => setChecked(keys.map(String)) }}
        columns={columns.map(column => ({ key: column.path, title: column.label, render: (_value: unknown, row: WireRow) => <ShowValue field={column.field} value={row[column.path]} /> }))} />
      {pages.hasNextPage && <Button type="text" onClick={() => void pages.fetchNextPage()}>{t('word.more')}</Button>}
    </div>
  )
}
