// The list at phone width: cards, more of them as one scrolls.
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Spin } from 'antd'
import { useEffect, useImperativeHandle, useRef } from 'react'
import type { ReactNode } from 'react'
import type { WireRow } from '../lib/api-types.ts'
import { useT } from '../lib/texts.ts'
import { Failed, Loading, Notice } from '../ui/notice.tsx'
import { CardBody, useCardTitle } from './card.tsx'
import type { LayoutProps } from './list-page.tsx'
import { askPage } from './list-query.ts'

export function Cards({ list, rows: handle }: LayoutProps): ReactNode {
  const { t } = useT()
  const title = useCardTitle(list)
  const end = useRef<HTMLDivElement>(null)
  const { query, object } = list
  const pages = useInfiniteQuery({
    queryKey: ['records', object.name, 'cards', query], initialPageParam: '',
    queryFn: ({ pageParam, signal }) => askPage(query, { size: 40, after: pageParam || undefined, total: pageParam ? 'none' : 'capped' }, signal),
    getNextPageParam: page => page.next ?? undefined,
  })
  const { hasNextPage, fetchNextPage, isFetchingNextPage } = pages
  useEffect(() => {
    if (!end.current || !hasNextPage) return
    const watch = new IntersectionObserver(entries => { if (entries.some(entry => entry.isIntersecting)) void fetchNextPage() }, { rootMargin: '600px' })
    watch.observe(end.current)
    return () => watch.disconnect()
  }, [hasNextPage, fetchNextPage])
  const rows = (pages.data?.pages.flatMap(page => page.rows) ?? []) as WireRow[]
  useImperativeHandle(handle, () => ({ uncheck: () => undefined, step: (id, by) => rows[rows.findIndex(row => row.id === id) + by]?.id }))
  if (pages.isPending) return <Loading />
  if (!pages.data) return <Failed error={pages.error} again={() => void pages.refetch()} />
  if (rows.length === 0) {
    const filtered = query.filter !== undefined || list.search !== ''
    return (
      <Notice title={filtered ? t('list.noneFits') : t('list.noneYet', { object: list.label })}
        actions={filtered ? <Button onClick={() => { list.setSearch(''); if (list.given) list.setGiven(undefined); list.change({ filter: undefined }) }}>{t('list.clearFilter')}</Button> : object.can.create ? <Button type="primary" onClick={() => list.setCreating(true)}>{t('word.newOf', { object: list.label })}</Button> : undefined} />
    )
  }
  const first = pages.data.pages[0]
  return (
    <div className="gu-cards">
      <div className="gu-faint gu-small">{first?.total === null || first === undefined ? '' : t(first.exact ? 'list.total' : 'list.totalMore', { n: first.total.toLocaleString() })}</div>
      {rows.map(row => (
        <button type="button" key={row.id} className="gu-plain gu-listcard" onClick={() => list.open(row.id)}>
          <span className="gu-listcard-title"><span className="gu-cut gu-grow">{title(row)}</span>{object.code && object.code !== object.title && <span className="gu-faint gu-small">{String(row[object.code] ?? '')}</span>}</span>
          <CardBody list={list} row={row} most={4} skip={object.code} />
        </button>
      ))}
      <div ref={end} className="gu-cards-end">{isFetchingNextPage && <Spin />}</div>
    </div>
  )
}
