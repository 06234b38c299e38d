// Records that may be one, group by group: what to keep is chosen field by field, then merged; or they are left apart.
import { useQueries, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { post } from '../lib/api.ts'
import type { WireRow } from '../lib/api-types.ts'
import type { WebObject } from '../lib/catalog.ts'
import { useObject } from '../lib/catalog.ts'
import { useT } from '../lib/texts.ts'
import { Failed, Loading, NotFound, Notice } from '../ui/notice.tsx'
import { loadRecord } from '../record/queries.ts'
import { GroupTable } from './duplicate-group.tsx'
import type { Twin } from './types.ts'
import './import.css'

interface Group { records: { id: string; label: string }[]; reason: Twin['reason']; score: number }

/** Side by side there is room for so many. */
const MOST = 6

export function DuplicatesPage(): ReactNode {
  const { object: name } = useParams({ from: '/shell/o/$object/duplicates' })
  const object = useObject(name)
  return object?.can.update ? <Duplicates key={name} object={object} /> : <NotFound />
}

function Duplicates({ object }: { object: WebObject }): ReactNode {
  const { t, say } = useT()
  const [at, setAt] = useState(0)
  const found = useQuery({ queryKey: ['duplicates', object.name], queryFn: () => post<{ groups: Group[]; more: boolean }>(`/api/records/${object.name}/duplicates`), staleTime: Infinity, gcTime: 0 })
  const back = <Link to="/o/$object" params={{ object: object.name }} search={{}}><Button>{t('duplicates.back')}</Button></Link>
  const groups = found.data?.groups ?? []
  const group = groups[at]
  return (
    <div className="gu-page gu-import">
      <header><h1 className="gu-grow">{t('duplicates.title', { object: say(object.label) })}</h1>{back}<p>{t('duplicates.hint')}</p></header>
      {found.isPending && <Loading />}
      {found.error && <Failed error={found.error} again={() => void found.refetch()} />}
      {found.data && groups.length === 0 && <Notice title={t('duplicates.none')} actions={back}>{t('duplicates.noneHint')}</Notice>}
      {groups.length > 0 && !group && <Notice title={t('duplicates.finished')} actions={back} />}
      {group && <>
        <p className="gu-dim gu-import-hint">{t('duplicates.group', { n: at + 1, of: groups.length })} · {t(`import.reason.${group.reason}`)}{found.data?.more ? ` · ${t('duplicates.more', { n: groups.length })}` : ''}</p>
        <Records key={at} object={object} ids={group.records.slice(0, MOST).map(record => record.id)} next={() => setAt(at + 1)} />
      </>}
    </div>
  )
}

function Records({ object, ids, next }: { object: WebObject; ids: string[]; next(): void }): ReactNode {
  const records = useQueries({ queries: ids.map(id => ({ queryKey: ['records', object.name, 'one', id], queryFn: () => loadRecord(object.name, id), retry: false })) })
  if (records.some(record => record.isPending)) return <Loading />
  // One of them may have been merged or deleted in the meantime.
  const rows = records.map(record => record.data).filter((row): row is WireRow => row !== undefined)
  return <GroupTable object={object} rows={rows} next={next} />
}
