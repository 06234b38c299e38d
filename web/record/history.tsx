// What was changed, by whom and when, field by field; each change can be taken back by itself.
import { useQuery } from '@tanstack/react-query'
import { Button, Empty } from 'antd'
import type { ReactNode } from 'react'
import { api } from '../lib/api.ts'
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
import { same } from './form.ts'

const VIA = new Set(['page', 'api', 'import', 'job', 'flow', 'setup', 'paste', 'undo'])

/** Keys whose value differs between before and after. */
const changedKeys = (row: HistoryRow): string[] =>
  [...new Set([...Object.keys(row.before ?? {}), ...Object.keys(row.after ?? {})])].filter(key => !same(row.before?.[key], row.after?.[key]))

export function History({ object, id }: { object: WebObject; id: string }): ReactNode {
  const { t } = useT()
  const history = useQuery({ queryKey: ['records', object.name, 'history', id], queryFn: () => api<HistoryRow[] | { rows: HistoryRow[] }>(`/api/records/${object.name}/${id}/history`) })
  if (history.isPending) return <Loading />
  if (!history.data) return <Failed error={history.error} again={() => void history.refetch()} />
  const rows = Array.isArray(history.data) ? history.data : history.data.rows
  if (rows.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('history.none')} />
  return <ol className="gu-history">{rows.map(row => <Entry key={row.id} row={row} object={object} />)}</ol>
}

function Entry({ row, object }: { row: HistoryRow; object: WebObject }): ReactNode {
  const { t, say } = useT()
  const me = useMe()
  const { act } = useUndo()
  const keys = changedKeys(row).filter(key => object.fields[key] && !object.fields[key].system)
  const what = row.action.endsWith('create') || row.before === null ? t('history.created') : row.action.endsWith('delete') ? t('history.deleted')
    : row.action.endsWith('restore') ? t('history.restored') : row.action.endsWith('merge') ? t('history.merged') : t('history.updated', { n: keys.length })
  const name = row.actor?.label ?? t('history.someone')
  return (
    <li className={row.undoneBy ? 'undone' : undefined}>
      <div className="gu-row"><Person name={name} size={22} /><span className="gu-grow"><strong>{name}</strong> {what}{VIA.has(row.via) && row.via !== 'page' && <span className="gu-faint"> · {t('history.via', { via: t(`via.${row.via}` as TextKey) })}</span>}</span>
        <span className="gu-faint gu-small"><When at={row.at} /></span></div>
      {row.before !== null && keys.length > 0 && (
        <dl>{keys.map(key => {
          const field = object.fields[key]
          return field && <div key={key}><dt>{say(field.label)}</dt><dd><del><ShowValue field={field} value={row.before?.[key]} /></del><span aria-hidden> → </span><ins><ShowValue field={field} value={row.after?.[key]} /></ins></dd></div>
        })}</dl>
      )}
      {row.undoneBy ? <span className="gu-faint gu-small">{t('history.undone')}</span>
        : row.actor?.id === me.id && row.before !== null && <Button size="small" type="text" onClick={() => void act('undo', row.batch)}>{t('history.undo')}</Button>}
    </li>
  )
}
