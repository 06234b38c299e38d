// Below the grid: how many records, and count, sum, average of the selection. What is not loaded is summed by the server.
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { formatDecimal } from '#core/lib/decimal.ts'
import type { Measure } from '#core/report/query.ts'
import { isSummed } from '../field/path.ts'
import type { SelectionSummary } from '../grid/types.ts'
import { useT } from '../lib/texts.ts'
import { usePaused } from '../lib/paused.ts'
import { askPivot } from './list-query.ts'
import type { GroupedSource } from './grouped-source.ts'
import type { ListSource } from './list-source.ts'
import type { ListState } from './state.ts'

interface Props { list: ListState; source: ListSource | GroupedSource; summary: SelectionSummary | undefined; total: string; grouped: boolean }

const nice = (value: string): string => formatDecimal(value, { group: true })

/** Whole columns selected (Ctrl+A, or far down): the server adds up the list as it is filtered. */
function useServerSum(list: ListState, source: Props['source'], summary: SelectionSummary | undefined): { label: string; sum: string }[] {
  const whole = summary !== undefined && !summary.complete && summary.from === 0 && summary.to >= source.count() - 1
  const columns = whole ? summary.keys.map(key => list.columnOf(key)).filter(column => column !== undefined && isSummed(column)).slice(0, 4) : []
  const key = usePaused(columns.map(column => column?.path).join(), 200)
  const { data } = useQuery({
    queryKey: ['records', list.object.name, 'sum', key, list.query.filter, list.query.search], enabled: key !== '' && columns.length > 0,
    queryFn: ({ signal }) => askPivot(list.query, { group: [], measures: key.split(',').map((field, i): Measure => ({ fn: 'sum', field, as: `s${i}` })) }, signal),
  })
  return columns.flatMap((column, i) => { const sum = data?.rows[0]?.[`s${i}`]; return column && sum !== null && sum !== undefined ? [{ label: column.label, sum: String(sum) }] : [] })
}

export function StatusBar({ list, source, summary, total, grouped }: Props): ReactNode {
  const { t } = useT()
  const sums = useServerSum(list, source, summary)
  const known = summary && summary.cells > 1 && summary.complete ? summary : undefined
  return (
    <footer className="gu-status" aria-live="polite">
      <span>{grouped ? t('list.grouped') : total}</span>
      <span className="gu-grow" />
      {known && <><span>{t('status.count', { n: known.count })}</span>
        {known.numbers > 0 && known.sum !== null && <><span>{t('status.average', { n: nice(known.average ?? '0') })}</span><span>{t('status.min', { n: nice(known.min ?? '0') })}</span><span>{t('status.max', { n: nice(known.max ?? '0') })}</span><strong>{t('status.sum', { n: nice(known.sum) })}</strong></>}</>}
      {sums.map(one => <strong key={one.label}>{one.label} {t('status.sum', { n: nice(one.sum) })}</strong>)}
    </footer>
  )
}
