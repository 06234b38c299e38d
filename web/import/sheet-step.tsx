// Second step: the real rows of the sheet, with the row that was taken for the header. Another click makes another header.
import { Button, Select } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { columnLetter } from '#core/lib/guess-table.ts'
import type { SkipReason } from '#core/lib/guess-table.ts'
import { useSay } from '../lib/say.ts'
import { useT } from '../lib/texts.ts'
import { Loading } from '../ui/notice.tsx'
import type { StepProps } from './import-page.tsx'
import { useJobActs, useRawRows } from './job.ts'
import type { RawRow, SheetView } from './types.ts'

export function SheetStep({ job, go, open, sheet, setSheet }: StepProps & { sheet: number; setSheet(sheet: number): void }): ReactNode {
  const { t } = useT()
  const say = useSay()
  const acts = useJobActs(job)
  const [busy, setBusy] = useState(false)
  const rows = useRawRows(job, sheet)
  const facts = job.sheets[sheet]
  if (!facts) return null
  const choose = async (headerRow: number): Promise<void> => {
    setBusy(true)
    await acts.header(sheet, headerRow).catch(say.fail)
    setBusy(false)
  }
  return (
    <div className="gu-stack">
      <div className="gu-row wrap">
        {job.sheets.length > 1 && <Select aria-label={t('import.sheet')} style={{ minWidth: 200 }} value={sheet} onChange={setSheet} options={job.sheets.map((one, value) => ({ value, label: `${one.name}（${t('import.sheetRows', { n: one.rowCount })}）` }))} />}
        <strong>{t('import.sheetRows', { n: facts.rowCount })}</strong><Skipped sheet={facts} />
      </div>
      <p className="gu-dim gu-import-hint">{t('import.headerHint')}</p>
      {rows.isPending ? <Loading /> : <RawTable rows={rows.data ?? []} busy={busy} choose={row => void choose(row)} />}
      <footer className="gu-import-foot">
        <Button onClick={() => open(undefined)}>{t('import.restart')}</Button>
        <Button type="primary" disabled={facts.rowCount === 0 || busy} onClick={() => go('columns')}>{t('import.next')}</Button>
        {facts.rowCount === 0 && <span className="gu-dim">{t('import.noRows')}</span>}
      </footer>
    </div>
  )
}

function Skipped({ sheet }: { sheet: SheetView }): ReactNode {
  const { t } = useT()
  const reasons = Object.entries(sheet.skippedCounts) as [SkipReason, number][]
  if (reasons.length === 0) return null
  const n = reasons.reduce((sum, [, count]) => sum + count, 0)
  return <span className="gu-dim gu-small">{t('import.skippedRows', { n, reasons: reasons.map(([why, count]) => `${t(`import.why.${why}`)} ${count}`).join('、') })}</span>
}

function RawTable({ rows, busy, choose }: { rows: RawRow[]; busy: boolean; choose(row: number): void }): ReactNode {
  const { t } = useT()
  const width = Math.min(60, Math.max(1, ...rows.map(row => row.cells.length)))
  const columns = Array.from({ length: width }, (_, at) => at)
  return (
    <div className="gu-import-grid" aria-busy={busy}><table>
      <thead><tr><th /><th />{columns.map(at => <th key={at}>{columnLetter(at)}</th>)}</tr></thead>
      <tbody>{rows.map(row => (
        <tr key={row.row} className={row.why ?? 'record'} onClick={() => { if (!busy && row.why !== 'header') choose(row.row) }}>
          <th scope="row">{row.why === 'header' ? row.row + 1 : <button type="button" className="gu-plain" disabled={busy} aria-label={`${t('import.header')} ${row.row + 1}`}>{row.row + 1}</button>}</th>
          <td className="why">{row.why === 'header' ? t('import.header') : row.why ? t(`import.why.${row.why}`) : ''}</td>
          {columns.map(at => <td key={at}>{row.cells[at]}</td>)}
        </tr>
      ))}</tbody>
    </table></div>
  )
}
