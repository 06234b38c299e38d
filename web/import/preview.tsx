// The preview with its filters, page by page.
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useT } from '../lib/texts.ts'
import { Failed, Loading } from '../ui/notice.tsx'
import { askPreview, isGoing } from './job.ts'
import { More, PreviewTable } from './preview-table.tsx'
import type { Choice, Counts, JobView, Only, Preview as Page } from './types.ts'

type Show = Only | 'all'

export function Preview({ job, counts, planned }: { job: JobView; counts: Counts; planned: boolean }): ReactNode {
  const { t } = useT()
  const queries = useQueryClient()
  const [show, setShow] = useState<Show>('all')
  const going = isGoing(job)
  // Rows get their outcome while the check runs: the first look is without, the last with all of them.
  const key = ['import', job.id, 'preview', show, job.state]
  const pages = useInfiniteQuery({
    queryKey: key, initialPageParam: 0, queryFn: ({ pageParam }) => askPreview(job.id, pageParam, show === 'all' ? undefined : show),
    getNextPageParam: (page: Page) => page.next ?? undefined, staleTime: going ? 0 : Infinity,
  })
  const rows = pages.data?.pages.flatMap(page => page.rows) ?? []
  const chosen = (row: number, choice: Choice): void => {
    queries.setQueryData<typeof pages.data>(key, data => data && { ...data, pages: data.pages.map(page => ({ ...page, rows: page.rows.map(one => (one.row === row ? { ...one, choice } : one)) })) })
  }
  const options: { value: Show; label: string }[] = [
    { value: 'all', label: `${t('import.show.all')} ${job.total}` }, { value: 'problems', label: `${t('import.failed')} ${counts.failed}` },
    { value: 'skipped', label: `${t('import.skipped')} ${counts.skipped}` }, ...(counts.duplicates > 0 ? [{ value: 'duplicates' as const, label: `${t('import.duplicates')} ${counts.duplicates}` }] : []),
  ]
  return (
    <section className="gu-stack">
      <div><Segmented value={show} onChange={setShow} options={options} /></div>
      {pages.isPending && <Loading />}
      {pages.error && <Failed error={pages.error} again={() => void pages.refetch()} />}
      {pages.data && (rows.length === 0 ? <p className="gu-faint">{t('import.nothingHere')}</p> : <PreviewTable job={job} rows={rows} planned={planned} chosen={chosen} />)}
      <More show={pages.hasNextPage} more={() => void pages.fetchNextPage()} />
    </section>
  )
}
