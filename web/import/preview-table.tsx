// Rows as they will be saved: problems marked at their cells with the reason, possible duplicates with the choice.
import { Button, Select, Tag, Tooltip } from 'antd'
import type { ReactNode } from 'react'
import { useSay } from '../lib/say.ts'
import type { TextKey } from '../lib/texts.ts'
import { useT } from '../lib/texts.ts'
import { useJobActs } from './job.ts'
import type { Choice, JobView, PreviewRow, Twin } from './types.ts'

const COLORS = { created: 'green', updated: 'blue', skipped: 'default', failed: 'red' } as const

export function PreviewTable({ job, rows, planned, chosen }: { job: JobView; rows: PreviewRow[]; planned: boolean; chosen(row: number, choice: Choice): void }): ReactNode {
  const { t } = useT()
  const columns = job.plan?.columns ?? []
  const outcome = (row: PreviewRow): TextKey => (row.outcome === 'created' && planned ? 'import.willCreate' : row.outcome === 'updated' && planned ? 'import.willUpdate' : `import.${row.outcome ?? 'skipped'}`)
  return (
    <div className="gu-import-grid preview"><table>
      <thead><tr><th>{t('import.row')}</th><th />{columns.map(column => <th key={column.index}>{column.title}</th>)}</tr></thead>
      <tbody>{rows.map(row => (
        <tr key={row.row} className={row.outcome}>
          <th scope="row">{row.row + 1}</th>
          <td className="why">{row.outcome && <Tag color={COLORS[row.outcome]}>{t(outcome(row))}</Tag>}{row.problem && <div className={row.outcome === 'failed' ? 'reason' : 'gu-faint'}>{row.problem.message}</div>}
            {row.duplicates?.[0] && <Twins job={job} row={row} twins={row.duplicates} chosen={chosen} />}</td>
          {columns.map((column, at) => <PreviewCell key={column.index} cell={row.cells[at]} />)}
        </tr>
      ))}</tbody>
    </table></div>
  )
}

/** What was cleaned shows what stood there before; what could not be read shows why. */
function PreviewCell({ cell }: { cell: PreviewRow['cells'][number] | undefined }): ReactNode {
  if (!cell) return <td />
  if (cell.problem) return <td className="bad"><div>{cell.raw}</div><div className="reason">{cell.problem.message}</div></td>
  const cleaned = cell.raw !== null && cell.raw !== cell.text && cell.text !== ''
  return <td>{cleaned ? <Tooltip title={cell.raw} mouseEnterDelay={0.3}><span className="cleaned">{cell.text}</span></Tooltip> : cell.text}</td>
}

const same = (a: Choice, b: Choice): boolean => JSON.stringify(a) === JSON.stringify(b)

function Twins({ job, row, twins, chosen }: { job: JobView; row: PreviewRow; twins: Twin[]; chosen(row: number, choice: Choice): void }): ReactNode {
  const { t } = useT()
  const say = useSay()
  const acts = useJobActs(job)
  const choices: { choice: Choice; label: string }[] = [
    { choice: 'create', label: t('import.choice.create') }, { choice: 'skip', label: t('import.choice.skip') },
    ...twins.flatMap(twin => {
      const choice: Choice | undefined = twin.record !== undefined ? { update: twin.record } : twin.row !== undefined && twin.row < row.row ? { updateRow: twin.row } : undefined
      return choice ? [{ choice, label: t('import.choice.update', { label: twin.label }) }] : []
    }),
  ]
  const value = Math.max(0, choices.findIndex(one => same(one.choice, row.choice ?? 'create')))
  const pick = (at: number): void => {
    const { choice } = choices[at]!
    void acts.choose({ [row.row]: choice }).then(() => chosen(row.row, choice), say.fail)
  }
  return (
    <div className="gu-import-twins">
      {twins.map(twin => <div key={twin.record ?? twin.row}>{twin.row === undefined ? t('import.twin', { label: twin.label }) : t('import.twinRow', { row: twin.row + 1, label: twin.label })} <span className="gu-faint">{t(`import.reason.${twin.reason}`)}</span></div>)}
      {job.state === 'checked' ? <Select size="small" value={value} onChange={pick} options={choices.map((one, at) => ({ value: at, label: one.label }))} popupMatchSelectWidth={false} /> : null}
    </div>
  )
}

export function More({ show, more }: { show: boolean; more(): void }): ReactNode {
  const { t } = useT()
  return show ? <Button type="text" onClick={more}>{t('import.more')}</Button> : null
}
