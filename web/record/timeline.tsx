// What happened to a record in one stream: changes, what was said, and the orders, payments, people that came to it.
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Empty } from 'antd'
import type { ReactNode } from 'react'
import { api, query } from '../lib/api.ts'
import type { TimelineRow } from '../lib/api-types.ts'
import type { WebObject } from '../lib/catalog.ts'
import { useCatalog } from '../lib/catalog.ts'
import { useT } from '../lib/texts.ts'
import { ObjectIcon } from '../ui/icons.tsx'
import { Failed, Loading } from '../ui/notice.tsx'
import { When } from '../ui/time.tsx'
import { ShowValue } from '../field/field-view.tsx'
import { Said } from './comments.tsx'
import { Change } from './history.tsx'

export function Timeline({ object, id }: { object: WebObject; id: string }): ReactNode {
  const { t } = useT()
  const pages = useInfiniteQuery({
    queryKey: ['records', object.name, 'timeline', id], initialPageParam: '',
    queryFn: ({ pageParam }) => api<{ entries: TimelineRow[]; next: string | null }>(`/api/records/${object.name}/${id}/timeline${query({ before: pageParam })}`),
    getNextPageParam: page => page.next ?? undefined,
  })
  if (pages.isPending) return <Loading />
  if (!pages.data) return <Failed error={pages.error} again={() => void pages.refetch()} />
  const rows = pages.data.pages.flatMap(page => page.entries)
  if (rows.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('timeline.none')} />
  return (
    <ol className="gu-history">
      {rows.map(row => <li key={`${row.kind} ${row.id}`} className={row.kind === 'history' && row.history.undone ? 'undone' : undefined}><Event row={row} object={object} /></li>)}
      {pages.hasNextPage && <li><Button type="text" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{t('history.more')}</Button></li>}
    </ol>
  )
}

function Event({ row, object }: { row: TimelineRow; object: WebObject }): ReactNode {
  if (row.kind === 'history') return <Change row={row.history} object={object} />
  if (row.kind === 'comment') return <Said row={row.comment} />
  return <Came row={row} />
}

function Came({ row }: { row: Extract<TimelineRow, { kind: 'record' }> }): ReactNode {
  const { say } = useT()
  const object = useCatalog().objects.get(row.object)
  const title = object?.fields[object.title]
  const amount = row.amount ? object?.fields[row.amount.field] : undefined
  if (!object || !title) return null
  return (
    <div className="gu-row">
      <span className="gu-timeline-icon" aria-hidden><ObjectIcon name={object.icon} /></span>
      <span className="gu-grow gu-cut">{say(object.label)} <Link to="/o/$object/$id" params={{ object: object.name, id: row.id }}><ShowValue field={title} value={row.title} /></Link></span>
      {amount && row.amount && <strong className="gu-timeline-amount"><ShowValue field={amount} value={row.amount.value} /></strong>}
      <span className="gu-faint gu-small">{row.day ?? <When at={row.at} />}</span>
    </div>
  )
}
