// What was changed, by whom and when, field by field; each change can be taken back by itself.
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Empty } from 'antd'
import type { ReactNode } from 'react'
import { api, query } from '../lib/api.ts'
import type { HistoryRow } from '../lib/api-types.ts'
import type { WebObject } from '../lib/catalog.ts'
import { useMe } from '../lib/session.ts'
import type { TextKey } from '../lib/texts.ts'
import { useT } from '../lib/texts.ts'
import { useUndo } from '../lib/undo.ts'
import { Failed, Loading } from '../ui/notice.tsx'
import { Person } from '../ui/person.tsx'
import { When } from '../ui/time.tsx'
import { ShowValue } from '../field/field-view.tsx'

const VIA = new Set(['page', 'api', 'import', 'job', 'flow', 'setup', 'paste', 'undo'])

export function History({ object, id }: { object: WebObject; id: string }): ReactNode {
  const { t } = useT()
  const history = useInfiniteQuery({
    queryKey: ['records', object.name, 'history', id], initialPageParam: '',
    queryFn: ({ pageParam }) => api<{ entries: HistoryRow[]; next: string | null }>(`/api/records/${object.name}/${id}/history${query({ before: pageParam })}`),
    getNextPageParam: page => page.next ?? undefined,
  })
  if (history.isPending) return <Loading />
  if (!history.data) return <Failed error={history.error} again={() => void history.refetch()} />
  const rows = history.data.pages.flatMap(page => page.entries)
  if (rows.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('history.none')} />
  return <ol className="gu-history">{rows.map(row => <li key={row.id} className={row.undone ? 'undone' : undefined}><Change row={row} object={object} /></li>)}
    {history.hasNextPage && <li><Button type="text" loading={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>{t('history.more')}</Button></li>}</ol>
}

/** One change; the timeline shows it among other things. */
export function Change({ row, object }: { row: HistoryRow; object: WebObject }): ReactNode {
  const { t, say } = useT()
  const me = useMe()
  const { act } = useUndo()
  const changes = row.changes.filter(change => object.fields[change.field])
  const what = row.kind === 'changed' ? t('history.updated', { n: changes.length }) : t(`history.${row.kind}`)
  const name = row.actor?.label ?? t('history.someone')
  return (
    <>
      <div className="gu-row"><Person name={name} size={22} /><span className="gu-grow"><strong>{name}</strong> {what}{VIA.has(row.via) && row.via !== 'page' && <span className="gu-faint"> · {t('history.via', { via: t(`via.${row.via}` as TextKey) })}</span>}</span>
        <span className="gu-faint gu-small"><When at={row.at} /></span></div>
      {row.kind === 'changed' && (
        <dl>{changes.map(change => {
          const field = object.fields[change.field]
          return field && <div key={change.field}><dt>{say(field.label)}</dt><dd><del><ShowValue field={field} value={change.before} /></del><span aria-hidden> → </span><ins><ShowValue field={field} value={change.after} /></ins></dd></div>
        })}</dl>
      )}
      {row.undone ? <span className="gu-faint gu-small">{t('history.undone')}</span>
        : row.actor?.id === me.id && <Button size="small" type="text" onClick={() => void act('undo', row.batch)}>{t('history.undo')}</Button>}
    </>
  )
}
